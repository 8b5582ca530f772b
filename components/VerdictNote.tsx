/** Whether the page is about the case, and why: the words that speak for it and against it. */
import type { Reason, ReasonRole, Verdict } from '../model/verdict.ts';
import './verdict-note.css';
import { reasonInWords } from './reason-in-words.ts';
import { useTexts } from './text.tsx';

const ROLES: readonly ReasonRole[] = ['plaintiff', 'defendant', 'anchor', 'title', 'negative', 'length', 'language'];

export function VerdictNote({ verdict, caseName, isOpen = false }: { verdict: Verdict; caseName: string; isOpen?: boolean }) {
  const { t } = useTexts();
  const byRole = ROLES.map((role) => ({ role, reasons: verdict.reasons.filter((reason) => reason.role === role) })).filter(({ reasons }) => reasons.length > 0);
  return (
    <details class="verdict" data-status={verdict.status} open={isOpen}>
      <summary>
        <span>{t(`verdict_${verdict.status}`, caseName)}</span> <span class="small soft">{t('verdictWhy')}</span>
      </summary>
      {byRole.length === 0 ? (
        <p class="small soft">{t('verdictNoReasons')}</p>
      ) : (
        <dl>
          {byRole.map(({ role, reasons }) => (
            <div key={role}>
              <dt class="small soft">{t(`reason_${role}`)}</dt>
              <dd>
                {reasons.map((reason, index) => (
                  <ReasonWords key={index} reason={reason} />
                ))}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </details>
  );
}

function ReasonWords({ reason }: { reason: Reason }) {
  const texts = useTexts();
  const { t } = texts;
  const { role, words, count, speaksFor } = reason;
  const ours = reasonInWords(reason, texts);
  return (
    <span class="reason" data-against={!speaksFor}>
      {ours ?? <bdi>{words}</bdi>}
      {role !== 'length' && count > 1 && <span class="soft"> ×{count}</span>}
      {!speaksFor && <span class="visually-hidden"> {t('reasonAgainst')}</span>}
    </span>
  );
}
