/** The smallest sound case, as the text of its two files, for tests that break it. One property a line, so that lines can be told. */

export const SAMPLE_CASE = `{
  "$schema": "../case-file.schema.json",
  "schemaVersion": 1,
  "id": "harbor-v-lumen",
  "name": "Harbor v. Lumen",
  "caption": "Harbor Inc. v. Lumen Ltd.",
  "summary": "An invented case.",
  "recordCompleteTo": { "iso": "2024-06", "precision": "month" },
  "courts": [
    { "id": "district", "name": "District Court" }
  ],
  "dockets": [
    {
      "id": "main",
      "courtId": "district",
      "number": "1:24-cv-00001",
      "caption": "Harbor v. Lumen",
      "judgeIds": ["judge-ames"],
      "citations": [{ "publisher": "Gazette", "title": "Docket", "url": "https://example.org/docket" }]
    }
  ],
  "actors": [
    { "id": "harbor", "name": "Harbor", "kind": "party", "side": "plaintiff", "partyRole": "plaintiff", "names": ["Harbor", "Harbor Inc."],
      "epithets": ["ferry operator"] },
    { "id": "lumen", "name": "Lumen", "kind": "party", "side": "defendant", "partyRole": "defendant", "names": ["Lumen"],
      "epithets": ["lamp maker"] },
    { "id": "judge-ames", "name": "Judge Ames", "kind": "judge", "side": "court", "names": ["Judge Ames"] },
    { "id": "dana-reyes", "name": "Dana Reyes", "kind": "spokesperson", "side": "defendant", "names": ["Dana Reyes"], "speaksFor": "lumen" }
  ],
  "phases": [
    { "id": "pleadings", "title": "Pleadings" }
  ],
  "events": [
    {
      "id": "complaint",
      "date": { "iso": "2024-01-10", "precision": "day" },
      "phaseId": "pleadings",
      "kind": "filing",
      "title": "Harbor sues Lumen",
      "summary": "The complaint.",
      "actorIds": ["harbor", "lumen"],
      "docketId": "main",
      "citations": [{ "publisher": "Gazette", "title": "Suit", "url": "https://example.org/suit", "date": "2024-01-11" }]
    },
    {
      "id": "answer",
      "date": { "iso": "2024-02", "precision": "month" },
      "phaseId": "pleadings",
      "kind": "opposition",
      "title": "Lumen answers",
      "summary": "The answer.",
      "actorIds": ["lumen"],
      "respondsTo": ["complaint"],
      "citations": [{ "publisher": "Gazette", "title": "Answer", "url": "https://example.org/answer" }]
    }
  ],
  "disputes": [
    {
      "id": "lamp",
      "question": "Did the lamp fail?",
      "terms": ["lamp"],
      "positions": [
        {
          "side": "plaintiff",
          "actorId": "harbor",
          "date": { "iso": "2024-01-10", "precision": "day" },
          "text": "It failed.",
          "eventId": "complaint",
          "citations": [{ "publisher": "Gazette", "title": "Suit", "url": "https://example.org/suit" }]
        }
      ]
    }
  ]
}
`;

export const SAMPLE_RECOGNITION = `{
  "caseId": "harbor-v-lumen",
  "plaintiff": [{ "term": "Harbor", "weight": 2, "isCased": true }],
  "defendant": [{ "term": "Lumen", "weight": 2, "isCased": true }],
  "anchors": [
    { "term": "1:24-cv-00001", "weight": 3 }
  ],
  "negatives": [
    { "term": "harbour festival", "weight": 2, "why": "a festival" }
  ]
}
`;

/** A day after all that the samples tell, in ms since 1970. */
export const NOW = Date.UTC(2026, 10, 1);
