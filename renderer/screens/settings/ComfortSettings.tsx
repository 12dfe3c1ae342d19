import { type Comfort, usualComfort, type ZoomWay, zoomed } from '../../../shared/comfort.ts';
import { Button } from '../../components/Button.tsx';
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx';
import { Toggle } from '../../components/Toggle.tsx';
import { playTone } from '../../frame/outcome-tones.ts';
import { t, tCount } from '../../i18n/t.ts';
import { client } from '../../pos-client.ts';
import { useMirror } from '../../stores/mirror.ts';
import './comfort-settings.css';

/** Minutes; 0: never. */
const LOCKS = [0, 2, 5, 10, 30];

/** How this PC shows the program: size, place above other windows, sounds, and when the window is covered. */
export function ComfortSettings() {
  const comfort = useMirror(({ snapshot }) => snapshot?.comfort ?? usualComfort);
  const change = (next: Partial<Comfort>): void => void client.changeComfort(next);
  const locks = LOCKS.includes(comfort.lockMinutes) ? LOCKS : [...LOCKS, comfort.lockMinutes].sort((a, b) => a - b);
  return (
    <section className="comfort" aria-label={t('comfort.title')}>
      <ZoomRow zoom={comfort.zoom} />
      <Toggle
        id="comfort-top"
        text={t('comfort.alwaysOnTop')}
        isOn={comfort.alwaysOnTop}
        onChange={(alwaysOnTop) => change({ alwaysOnTop })}
      />
      <div className="settings__row">
        <Toggle id="comfort-sound" text={t('comfort.sound')} isOn={comfort.sound} onChange={(sound) => change({ sound })} />
        <Button onPress={() => playTone('paid')}>{t('comfort.hear')}</Button>
      </div>
      <Toggle
        id="comfort-notification"
        text={t('comfort.notification')}
        isOn={comfort.notification}
        onChange={(notification) => change({ notification })}
      />
      <ChoiceGroup
        id="comfort-lock"
        legend={t('comfort.lock')}
        problem={null}
        chosen={String(comfort.lockMinutes)}
        onChoose={(minutes) => change({ lockMinutes: Number(minutes) })}
        choices={locks.map((minutes) => ({
          value: String(minutes),
          text: minutes === 0 ? t('comfort.noLock') : tCount('comfort.lockAfter', minutes),
        }))}
      />
      <p className="field__hint">{t('comfort.lockHint')}</p>
    </section>
  );
}

function ZoomRow({ zoom }: { readonly zoom: number }) {
  const step = (way: ZoomWay): void => void client.stepZoom(way);
  return (
    <fieldset className="settings__row comfort__zoom">
      <legend className="field__label">{t('comfort.zoom')}</legend>
      <div className="comfort__steps">
        <Button name={t('comfort.smaller')} disabled={zoomed(zoom, 'out') === zoom} onPress={() => step('out')}>
          −
        </Button>
        <output className="number" aria-live="polite">
          {t('comfort.percent', { zoom })}
        </output>
        <Button name={t('comfort.larger')} disabled={zoomed(zoom, 'in') === zoom} onPress={() => step('in')}>
          +
        </Button>
        <Button look="quiet" disabled={zoom === usualComfort.zoom} onPress={() => step('usual')}>
          {t('comfort.usual')}
        </Button>
      </div>
      <p className="field__hint">{t('comfort.zoomHint')}</p>
    </fieldset>
  );
}
