import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useMessages } from '../messages';
import { Button, IconButton } from './Button';
import styles from './Dialog.module.css';

export interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  actions?: ReactNode;
  /** `xl` is as high as the window lets it be, and its content takes all of that. */
  size?: 'md' | 'lg' | 'xl';
  role?: 'dialog' | 'alertdialog';
  testId?: string;
}

/** A window over the others; Escape and the cross close it, a press outside does not lose what was typed. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  actions,
  size = 'md',
  role = 'dialog',
  testId,
}: DialogProps) {
  const { shell } = useMessages();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className={styles.overlay}
    >
      <Modal className={`${styles.modal} ${styles[size]}`}>
        <AriaDialog role={role} className={styles.dialog} data-testid={testId}>
          <header className={styles.header}>
            <Heading slot="title" level={2} className={styles.title}>
              {title}
            </Heading>
            <IconButton label={shell.close} icon="cross" variant="ghost" onPress={onClose} />
          </header>
          <div className={styles.body}>{children}</div>
          {actions ? <footer className={styles.actions}>{actions}</footer> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface ConfirmDialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  onConfirm: () => void;
  confirm: string;
  cancel?: string;
  danger?: boolean;
  children: ReactNode;
}

export function ConfirmDialog({
  title,
  isOpen,
  onClose,
  onConfirm,
  confirm,
  cancel,
  danger,
  children,
}: ConfirmDialogProps) {
  const { shell } = useMessages();
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      role="alertdialog"
      testId="confirm"
      actions={
        <>
          <Button variant="ghost" onPress={onClose}>
            {cancel ?? shell.cancel}
          </Button>
          <Button
            variant={danger ? 'record' : 'primary'}
            className={danger ? styles.danger : undefined}
            autoFocus
            testId="confirm-button"
            onPress={() => {
              onConfirm();
              onClose();
            }}
          >
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
