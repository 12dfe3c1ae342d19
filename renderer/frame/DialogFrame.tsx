import type { ReactNode } from 'react';
import { Dialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useGuardedKeys } from '../keys/use-guarded-keys.ts';
import { Band } from './Band.tsx';
import './dialog-frame.css';

type DialogFrameProps = {
  readonly title: string;
  /** What a screen reader calls it, where that is not the title. */
  readonly name?: string;
  readonly onClose: () => void;
  /** Keys meant for this dialog. */
  readonly onKey?: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
  readonly look?: 'middle' | 'list' | 'wide' | 'drawer';
  readonly role?: 'dialog' | 'alertdialog';
};

/**
 * A dialog over the screen. It covers the band of the screen, so it has its own. Only Esc and its buttons close it: an accidental press
 * beside it must not lose a choice.
 */
export function DialogFrame({ title, name, onClose, onKey, children, look = 'middle', role = 'dialog' }: DialogFrameProps) {
  // A key that was already down, and the second half of a double click, belong to the screen that opened this dialog.
  useGuardedKeys(0, (event) => onKey?.(event), true);
  return (
    <ModalOverlay className={`overlay overlay--${look}`} isOpen onOpenChange={(open) => !open && onClose()}>
      <Modal className={`modal modal--${look}`}>
        <Dialog className="dialog" role={role} {...(name === undefined ? {} : { 'aria-label': name })}>
          <Band />
          <Heading slot="title" className="dialog__title">
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
