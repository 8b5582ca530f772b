/** Which case the view shows, where there are several to choose from. */
import type { CaseFile } from '../model/case-file.ts';
import './case-choice.css';
import { useTexts } from './text.tsx';

export interface CaseChoiceProps {
  readonly choices: readonly CaseFile[];
  readonly caseFile: CaseFile;
  /** The case of the article in this tab; it is marked in the list. */
  readonly articleCase: CaseFile | undefined;
  readonly onChoose: (id: string) => void;
}

export function CaseChoice({ choices, caseFile, articleCase, onChoose }: CaseChoiceProps) {
  const { t } = useTexts();
  if (choices.length < 2) return null;
  return (
    <label class="case-choice">
      <span class="small soft">{t('caseShown')}</span>
      <select value={caseFile.id} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {choices.map((each) => (
          <option key={each.id} value={each.id}>
            {each === articleCase ? t('caseOfArticle', each.name) : each.name}
          </option>
        ))}
      </select>
    </label>
  );
}
