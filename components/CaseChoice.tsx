/** Which case the view shows, where there are several to choose from. */
import type { CaseFile } from '../model/case-file.ts';
import './case-choice.css';
import { useTexts } from './text.tsx';

export interface CaseChoiceProps {
  readonly choices: readonly CaseFile[];
  readonly caseFile: CaseFile;
  /** Ids of the cases that the article in this tab is about; they are marked in the list. */
  readonly ofArticle: readonly string[];
  readonly onChoose: (id: string) => void;
}

export function CaseChoice({ choices, caseFile, ofArticle, onChoose }: CaseChoiceProps) {
  const { t } = useTexts();
  if (choices.length < 2) return null;
  return (
    <label class="case-choice">
      <span class="small soft">{t('caseShown')}</span>
      <select value={caseFile.id} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {choices.map((each) => (
          <option key={each.id} value={each.id}>
            {ofArticle.includes(each.id) ? t('caseOfArticle', each.name) : each.name}
          </option>
        ))}
      </select>
    </label>
  );
}
