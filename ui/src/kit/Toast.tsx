import { useEffect } from 'react';
import { create } from 'zustand';
import { useMessages } from '../messages';
import { Button, IconButton } from './Button';
import styles from './Toast.module.css';

export interface ToastOptions {
  tone?: 'plain' | 'bad';
  /** Shows a button that takes back what was done. */
  undo?: () => void;
  /** How long it stays, in milliseconds; one that can be taken back stays longer. */
  stayMs?: number;
}

interface ToastEntry extends ToastOptions {
  id: number;
  text: string;
}

const useToasts = create<{ entries: ToastEntry[] }>(() => ({ entries: [] }));
let lastId = 0;

/** Says something in passing at the bottom of the window. */
export function toast(text: string, options: ToastOptions = {}): void {
  lastId += 1;
  const entry = { id: lastId, text, ...options };
  useToasts.setState(({ entries }) => ({ entries: [...entries.slice(-2), entry] }));
}

function dismiss(id: number) {
  useToasts.setState(({ entries }) => ({ entries: entries.filter((entry) => entry.id !== id) }));
}

export function ToastRegion() {
  const entries = useToasts((state) => state.entries);
  return (
    <div className={styles.region} role="status" aria-live="polite">
      {entries.map((entry) => (
        <ToastCard key={entry.id} entry={entry} />
      ))}
    </div>
  );
}

function ToastCard({ entry }: { entry: ToastEntry }) {
  const { shell } = useMessages();
  const stay = entry.stayMs ?? (entry.undo ? 10_000 : 5_000);
  useEffect(() => {
    const timer = setTimeout(() => dismiss(entry.id), stay);
    return () => clearTimeout(timer);
  }, [entry.id, stay]);
  return (
    <div
      className={`${styles.toast} ${entry.tone === 'bad' ? styles.bad : ''}`}
      data-testid="toast"
    >
      <span className={styles.text}>{entry.text}</span>
      {entry.undo ? (
        <Button
          size="sm"
          onPress={() => {
            entry.undo?.();
            dismiss(entry.id);
          }}
        >
          {shell.undo}
        </Button>
      ) : null}
      <IconButton
        label={shell.close}
        icon="cross"
        variant="ghost"
        onPress={() => dismiss(entry.id)}
      />
    </div>
  );
}
