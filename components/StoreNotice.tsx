/** What the reader should know of the store, each with a way out: trouble with it, records that were put aside, a backup that is due. */
import type { ComponentChildren } from 'preact';
import type { BackupState, StoreTrouble } from '../model/store-state.ts';
import './store-notice.css';
import { useTexts } from './text.tsx';

export interface StoreNoticeProps {
  readonly trouble: StoreTrouble | undefined;
  /** How many records were put aside. */
  readonly oddities: number;
  readonly backup: BackupState | undefined;
  readonly onSaveBackup: () => void;
  readonly onLater: () => void;
  readonly onSeeStored: () => void;
  readonly onSaveOddities: () => void;
  readonly onForgetOddities: () => void;
}

export function StoreNotice(props: StoreNoticeProps) {
  const { t, count } = useTexts();
  const { trouble, oddities, backup } = props;
  if (trouble) {
    return (
      <StoreTroubleNotice trouble={trouble}>
        {trouble === 'full' && (
          <p class="row-actions">
            <Action id="save-backup" text={t('saveBackup')} onClick={props.onSaveBackup} />
            <Action text={t('seeStored')} onClick={props.onSeeStored} />
          </p>
        )}
      </StoreTroubleNotice>
    );
  }
  if (oddities > 0) {
    return (
      <section class="store-notice" data-kind="oddities" role="status">
        <p>{count('oddities', oddities)}</p>
        <p class="row-actions">
          <Action id="save-oddities" text={t('saveOddities')} onClick={props.onSaveOddities} />
          <Action id="forget-oddities" text={t('forgetOddities')} onClick={props.onForgetOddities} />
        </p>
      </section>
    );
  }
  if (!backup?.isDue) return null;
  const own = backup.corrections + backup.notes;
  // A reminder, and no alarm: a line that does not push away what the reader came for.
  return (
    <section class="store-notice small" data-kind="backup" role="status">
      <p>{own > 0 ? count('backupDue', own) : t('backupDueRead')}</p>
      <p class="row-actions">
        <Action id="save-backup" isQuiet text={t('saveBackup')} onClick={props.onSaveBackup} />
        <Action id="backup-later" isQuiet text={t('remindLater')} onClick={props.onLater} />
      </p>
    </section>
  );
}

/** Trouble in words. Alone where nothing may be offered that saves or deletes. */
export function StoreTroubleNotice({ trouble, children }: { trouble: StoreTrouble; children?: ComponentChildren }) {
  const { t } = useTexts();
  return (
    <section class="store-notice" data-kind="trouble" role="alert">
      <p>{t(`storeTrouble_${trouble}`)}</p>
      {children}
    </section>
  );
}

function Action({ id, text, isQuiet = false, onClick }: { id?: string; text: string; isQuiet?: boolean; onClick: () => void }) {
  return (
    <button type="button" class={isQuiet ? 'link small' : 'button small'} {...(id === undefined ? {} : { id })} onClick={onClick}>
      {text}
    </button>
  );
}
