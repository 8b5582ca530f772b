/** What the cases of the project must hold, and that the JSON Schemas are those of the guards. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';
import { bundledCases } from '../../cases/bundled.ts';
import { CaseFileError } from '../../cases/case-file-error.ts';
import { citationsOf, summarise } from '../../cases/case-summary.ts';
import { caseJsonSchemas } from '../../cases/json-schemas.ts';
import { parseCaseFile } from '../../cases/parse-case-file.ts';
import { compareDates } from '../../model/date.ts';
import { CASES_FOLDER, caseFolders, readAllCaseFiles } from '../../scripts/case-files.ts';
import { schemaText, staleness, summaryTable } from '../../scripts/check-case.ts';
import { checkCaseFolder } from '../../scripts/located-problems.ts';

const FILES = readAllCaseFiles();
const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(CASES_FOLDER, ...path), 'utf8'));

describe('JSON Schemas', () => {
  test.each(Object.entries(caseJsonSchemas()))('%s is up to date (npm run check-case -- --write-schema)', (name, schema) => {
    expect(readFileSync(join(CASES_FOLDER, name), 'utf8')).toBe(schemaText(schema));
  });

  const validator = (name: string) => new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(read(name) as object);

  test.each(caseFolders())('%s is valid against them', (folder) => {
    for (const [file, schema] of [
      ['case.json', 'case-file.schema.json'],
      ['recognition.json', 'recognition.schema.json'],
    ] as const) {
      const json = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { $schema: string };
      const validate = validator(schema);
      validate(json);
      expect(validate.errors ?? []).toEqual([]);
      expect(existsSync(join(folder, json.$schema)), `$schema of ${file} leads to a file`).toBe(true);
    }
  });

  test('they reject what the guard rejects', () => {
    const validate = validator('case-file.schema.json');
    expect(validate({ schemaVersion: 1, id: 'x' })).toBe(false);
    const surplus = { ...(read('whatsapp-v-nso', 'case.json') as object), verdict: 'none' };
    expect(validate(surplus)).toBe(false);
    expect(() => parseCaseFile(surplus, read('whatsapp-v-nso', 'recognition.json'))).toThrow(CaseFileError);
  });
});

describe('the bundled cases', () => {
  test('are those of the folders', () => {
    expect(bundledCases()).toEqual(FILES);
    expect(bundledCases()).toBe(bundledCases());
  });

  test('WhatsApp v. NSO Group is there in full', () => {
    const file = FILES.find(({ id }) => id === 'whatsapp-v-nso');
    expect(file?.events.length).toBeGreaterThanOrEqual(60);
    expect(file?.disputes.length).toBeGreaterThanOrEqual(10);
    expect(file?.recordCompleteTo).toEqual({ iso: '2026-05', precision: 'month' });
  });
});

describe.each(FILES.map((file) => [file.id, file] as const))('%s', (id, file) => {
  test('has nothing that the check would even warn of', () => {
    const { problems, warnings } = checkCaseFolder(join(CASES_FOLDER, id), Date.now());
    expect([...problems, ...warnings]).toEqual([]);
  });

  test('every event, position, figure and finding can be checked at a web address', () => {
    for (const { url } of citationsOf(file)) expect(new URL(url).protocol).toMatch(/^https?:$/);
    for (const { id, citations } of file.events) expect(citations.length, id).toBeGreaterThan(0);
  });

  test('where one party has a position, so has the other', () => {
    for (const { id, positions } of file.disputes) {
      const sides = new Set(positions.map(({ side }) => side));
      expect(sides.has('plaintiff'), id).toBe(sides.has('defendant'));
      expect(positions.length, id).toBeGreaterThan(1);
    }
  });

  test('a position is of the side of its actor, if that is on one; an outsider may take either in a dispute', () => {
    const actors = new Map(file.actors.map((actor) => [actor.id, actor]));
    for (const { id, positions } of file.disputes)
      for (const { actorId, side } of positions) if (actorId) expect([side, 'other'], `${id}: ${actorId}`).toContain(actors.get(actorId)?.side);
  });

  test('positions stand in the order of their dates', () => {
    for (const { id, positions } of file.disputes) {
      const dates = positions.map(({ date }) => date);
      expect(dates, id).toEqual(dates.toSorted(compareDates));
    }
  });

  test('whoever speaks for an actor is on its side', () => {
    const sides = new Map(file.actors.map(({ id, side }) => [id, side]));
    for (const { id, side, speaksFor } of file.actors) if (speaksFor) expect(sides.get(speaksFor), id).toBe(side);
  });

  test('no epithet is too general to mean one side', () => {
    const general = /^(the )?(company|firm|group|app|service|platform|spokes(man|woman|person)|lawyers?|plaintiffs?|defendants?)$/i;
    for (const { id, epithets = [] } of file.actors) for (const epithet of epithets) expect(epithet, id).not.toMatch(general);
  });

  test('epithets are written without their article', () => {
    for (const { id, epithets = [] } of file.actors) for (const epithet of epithets) expect(epithet, id).not.toMatch(/^(the|an?|its|their) /i);
  });

  test('every phase, docket and court is used', () => {
    expect(file.phases.map(({ id }) => id).filter((id) => !file.events.some(({ phaseId }) => phaseId === id))).toEqual([]);
    expect(file.dockets.map(({ id }) => id).filter((id) => !file.events.some(({ docketId }) => docketId === id))).toEqual([]);
    expect(file.courts.map(({ id }) => id).filter((id) => !file.dockets.some(({ courtId }) => courtId === id))).toEqual([]);
  });

  test('the phases follow one another as chapters', () => {
    const order = new Map(file.phases.map(({ id }, index) => [id, index]));
    const chapters = file.events.map(({ phaseId }) => order.get(phaseId));
    expect(chapters).toEqual(chapters.toSorted((a = 0, b = 0) => a - b));
  });

  test('the docket numbers settle recognition', () => {
    const anchors = new Map(file.recognition.anchors.map(({ term, weight }) => [term, weight]));
    for (const { id, number, alsoWritten = [] } of file.dockets)
      expect(
        [number, ...alsoWritten].some((term) => anchors.get(term) === 3),
        id,
      ).toBe(true);
  });
});

describe('summary', () => {
  const [file] = FILES;
  if (!file) throw new Error('no case');

  test('counts what the file holds', () => {
    const summary = summarise(file, Date.UTC(2026, 5, 1));
    expect(summary.eventsByKind.reduce((sum, { count }) => sum + count, 0)).toBe(file.events.length);
    expect(summary.courtPapers).toBeLessThan(summary.citations);
    expect(summaryTable(file.name, summary)).toContain(`events              ${file.events.length}`);
  });

  test.each([
    ['2026-05-15', 0, false],
    ['2026-06-01', 0, false],
    ['2026-08-30', 90, false],
    ['2026-08-31', 91, true],
  ])('on %s the record is %i days old', (day, age, isStale) => {
    const summary = summarise({ ...file, recordCompleteTo: { iso: '2026-05', precision: 'month' } }, Date.parse(`${day}T00:00:00Z`));
    expect(summary.ageInDays).toBe(age);
    expect(staleness(summary) !== undefined).toBe(isStale);
  });
});
