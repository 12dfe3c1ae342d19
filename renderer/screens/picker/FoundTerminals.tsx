import type { Ref } from 'react';
import { Button } from '../../components/Button.tsx';
import { StrapiAge } from '../../frame/StrapiAge.tsx';
import { t } from '../../i18n/t.ts';
import type { findTerminals } from './find-terminals.ts';
import { PickerList } from './PickerList.tsx';

type FoundTerminalsProps = {
  readonly shown: ReturnType<typeof findTerminals>;
  readonly selectedId: string | null;
  readonly onSelect: (terminalId: string | null) => void;
  readonly onUse: (terminalId: string | null) => void;
  readonly onShowAll: () => void;
  readonly ref: Ref<HTMLDivElement>;
};

/** What the search leaves of the list, and the way to the rest of it. */
export function FoundTerminals({ shown, selectedId, onSelect, onUse, onShowAll, ref }: FoundTerminalsProps) {
  return (
    <div className="picker__list" ref={ref}>
      <StrapiAge link />
      {shown.sections.length === 0 && <p className="picker__empty">{t('picker.notFound')}</p>}
      <PickerList sections={shown.sections} selectedId={selectedId} onSelect={onSelect} onUse={onUse} />
      {shown.hidden > 0 && (
        <Button look="quiet" onPress={onShowAll}>
          {t('picker.showAll', { count: shown.hidden })}
        </Button>
      )}
    </div>
  );
}
