/** The reader's list of outlets: add one, take one away. */
import { useState } from 'preact/hooks';
import type { SiteAccess } from '../model/site-access.ts';
import './site-access.css';
import { useTexts } from './text.tsx';

export interface OutletListProps {
  readonly access: SiteAccess;
  /** Gives false for what is no address of a site. Called in the very turn of the click. */
  readonly onAdd: (text: string) => boolean;
  readonly onRemove: (domain: string) => void;
  /** Asks the browser for those of the list that are not granted. */
  readonly onGrant: () => void;
}

export function OutletList({ access: { mode, outlets }, onAdd, onRemove, onGrant }: OutletListProps) {
  const { t, count } = useTexts();
  const missing = mode === 'outlets' ? outlets.filter(({ isGranted }) => !isGranted).length : 0;
  return (
    <>
      <AddOutlet onAdd={onAdd} />
      {missing > 0 && (
        <p class="notice-row">
          <span>{count('outletsNotGranted', missing)}</span>
          <button type="button" class="button small" id="grant-outlets" onClick={onGrant}>
            {t('askBrowser')}
          </button>
        </p>
      )}
      <ul class="outlets" aria-label={t('outlets')}>
        {outlets.map(({ domain, isGranted }) => (
          <li key={domain}>
            <bdi dir="ltr" class={mode === 'outlets' && !isGranted ? 'soft' : ''}>
              {domain}
            </bdi>
            <button type="button" class="remove" aria-label={t('removeOne', domain)} title={t('removeOne', domain)} onClick={() => onRemove(domain)}>
              <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The field for one more, which says so where what is in it is no site. */
function AddOutlet({ onAdd }: Pick<OutletListProps, 'onAdd'>) {
  const { t } = useTexts();
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  const add = (event: SubmitEvent) => {
    event.preventDefault();
    const isAdded = text.trim() !== '' && onAdd(text);
    setWrong(!isAdded);
    if (isAdded) setText('');
  };
  return (
    <>
      <form class="add-outlet" onSubmit={add}>
        <label>
          <span class="small soft">{t('addOutlet')}</span>
          <input
            {...{ type: 'text', inputmode: 'url', autocomplete: 'off', spellcheck: false, dir: 'ltr', placeholder: 'news.example' }}
            value={text}
            aria-invalid={isWrong}
            aria-describedby="outlet-problem"
            onInput={({ currentTarget }) => {
              setText(currentTarget.value);
              setWrong(false);
            }}
          />
        </label>
        <button type="submit" class="button">
          {t('add')}
        </button>
      </form>
      <p id="outlet-problem" class="problem small" role="status">
        {isWrong && t('noSuchSite')}
      </p>
    </>
  );
}
