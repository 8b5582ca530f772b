/** Wires *Marks*: how much is marked, which kinds, and how they look. */

import { LookEditor } from '../../components/LookEditor.tsx';
import { DensityChoice } from '../../components/MarkChoices.tsx';
import { askBackground } from '../../messaging/client.ts';
import { useSettings } from '../../pages/use-active-page.ts';
import type { Say } from '../../pages/use-say.ts';
import { LINE_OF, legible } from '../../reading/palette.ts';

export function MarksSection({ say }: { say: Say }) {
  const settings = useSettings();
  return (
    <>
      <DensityChoice density={settings.density} onDensity={(density) => say.on(() => askBackground('density.set', { density }))} />
      <LookEditor
        looks={settings.looks}
        hiddenKinds={settings.hiddenKinds}
        lines={LINE_OF}
        legible={legible}
        onLook={(kind, look) => say.on(() => askBackground('look.set', { kind, ...(look ? { look } : {}) }))}
        onKind={(kind, isOn) => say.on(() => askBackground('kind.set', { kind, isOn }))}
      />
    </>
  );
}
