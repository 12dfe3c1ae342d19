import { useRef } from 'react';
import { Header } from 'react-aria-components/Header';
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import type { TerminalSection, TerminalView } from '../../../shared/terminal.ts';
import { Light } from '../../components/Mark.tsx';
import { t } from '../../i18n/t.ts';
import { useMirror } from '../../stores/mirror.ts';
import { oldAgeText, placeInSection, statusText } from '../../terminal/terminal-text.ts';

type PickerListProps = {
  readonly sections: readonly TerminalSection[];
  readonly selectedId: string | null;
  readonly onSelect: (terminalId: string) => void;
  /** A double click with both halves on this terminal. */
  readonly onUse: (terminalId: string) => void;
};

/** The terminals in named groups: this PC's point of sale first, terminals without a place last. */
export function PickerList({ sections, selectedId, onSelect, onUse }: PickerListProps) {
  const timeZone = useMirror(({ snapshot }) => snapshot?.desk.timeZone ?? 'Europe/Helsinki');
  const now = new Date();
  // An update between the two clicks may move the list; the second click must not use another terminal.
  const pressedFirst = useRef<string | null>(null);
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
              place={placeInSection(terminal, section)}
              age={oldAgeText(terminal.status, timeZone, now)}
              onFirstPress={() => {
                pressedFirst.current = terminal.terminalId;
              }}
              onDoubleClick={() => pressedFirst.current === terminal.terminalId && onUse(terminal.terminalId)}
            />
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  );
}

type OptionProps = {
  readonly terminal: TerminalView;
  readonly place: string;
  readonly age: string;
  readonly onFirstPress: () => void;
  readonly onDoubleClick: () => void;
};

function Option({ terminal, place, age, onFirstPress, onDoubleClick }: OptionProps) {
  const { status } = terminal;
  return (
    <ListBoxItem
      id={terminal.terminalId}
      textValue={terminal.name}
      className="picker__option"
      onMouseDownCapture={({ detail }) => detail === 1 && onFirstPress()}
      onDoubleClick={onDoubleClick}
    >
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
