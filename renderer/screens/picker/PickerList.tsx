import { Header } from 'react-aria-components/Header';
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import type { TerminalSection, TerminalView } from '../../../shared/terminal.ts';
import { Light } from '../../components/Mark.tsx';
import { t } from '../../i18n/t.ts';
import { useMirror } from '../../stores/mirror.ts';
import { oldAgeText, placeInSection, statusText } from './terminal-text.ts';

type PickerListProps = {
  readonly sections: readonly TerminalSection[];
  readonly selectedId: string | null;
  readonly onSelect: (terminalId: string) => void;
  /** A double click: uses the terminal under it, which its first half selected. */
  readonly onUse: () => void;
};

/** The terminals in named groups: this desk's point of sale first, the ones that belong nowhere last. */
export function PickerList({ sections, selectedId, onSelect, onUse }: PickerListProps) {
  const timeZone = useMirror(({ snapshot }) => snapshot?.desk.timeZone ?? 'Europe/Helsinki');
  const now = new Date();
  return (
    <ListBox
      aria-label={t('picker.list')}
      className="picker__box"
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={selectedId === null ? [] : [selectedId]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys];
        if (key !== undefined) onSelect(String(key));
      }}
    >
      {sections.map((section) => (
        <ListBoxSection key={section.pointOfSale ?? ''} id={`section:${section.pointOfSale ?? ''}`} className="picker__section">
          <Header className="picker__group">{section.pointOfSale ?? t('picker.others')}</Header>
          {section.terminals.map((terminal) => (
            <Option
              key={terminal.terminalId}
              terminal={terminal}
              place={placeInSection(terminal, section.pointOfSale)}
              age={oldAgeText(terminal.status, timeZone, now)}
              onUse={onUse}
            />
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  );
}

type OptionProps = { readonly terminal: TerminalView; readonly place: string; readonly age: string; readonly onUse: () => void };

function Option({ terminal, place, age, onUse }: OptionProps) {
  const { status } = terminal;
  return (
    <ListBoxItem id={terminal.terminalId} textValue={terminal.name} className="picker__option" onDoubleClick={onUse}>
      <Light kind={status.light} />
      <span className="picker__text">
        <span className="picker__name">{terminal.name}</span> <span className="picker__place">{place}</span>
      </span>{' '}
      <span className="picker__known">
        <span className={`picker__status picker__status--${status.light}`}>{statusText(status)}</span>
        {age !== '' && <span className="picker__age number"> {age}</span>}
      </span>
    </ListBoxItem>
  );
}
