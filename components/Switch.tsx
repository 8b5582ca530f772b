/** A labelled switch. */
import { useId } from 'preact/hooks';
import './switch.css';

export interface SwitchProps {
  readonly label: string;
  readonly note?: string;
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isOn: boolean) => void;
}

export function Switch({ label, note, isOn, isDisabled = false, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div class="switch-row">
      <label for={id}>
        {label}
        {note && <span class="small soft">{note}</span>}
      </label>
      <button id={id} type="button" role="switch" class="switch" aria-checked={isOn} disabled={isDisabled} onClick={() => onChange(!isOn)}>
        <i />
      </button>
    </div>
  );
}
