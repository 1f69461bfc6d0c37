import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { Commands, Failure, StudioEvent } from './generated';

export type * from './generated';

export type CommandName = keyof Commands;

/** What the page needs from the other side. The window's own is used unless a test puts another in its place. */
export interface Backend {
  call<N extends CommandName>(name: N, req: Commands[N]['req']): Promise<Commands[N]['res']>;
  /**
   * Calls back for each event until the returned function is called. `onListening` is called once
   * from where on no event is missed; not at all where that is so from the call on.
   */
  onEvent(callback: (event: StudioEvent) => void, onListening?: () => void): () => void;
}

const windowBackend: Backend = {
  call: (name, req) => invoke(name, { req }),
  onEvent(callback, onListening) {
    let stopped = false;
    let unlisten: (() => void) | undefined;
    listen<StudioEvent>('studio', (message) => callback(message.payload)).then(
      (off) => {
        if (stopped) {
          off();
          return;
        }
        unlisten = off;
        onListening?.();
      },
      // Without a window (the page opened in a browser) there is no stream; calls report that.
      () => undefined,
    );
    return () => {
      stopped = true;
      unlisten?.();
    };
  },
};

let backend: Backend = windowBackend;

export function setBackend(other: Backend): void {
  backend = other;
}

/** Asks the studio. Rejects with a {@link Failure}, whatever went wrong. */
export async function call<N extends CommandName>(
  name: N,
  req: Commands[N]['req'],
): Promise<Commands[N]['res']> {
  try {
    return await backend.call(name, req);
  } catch (thrown) {
    throw asFailure(thrown);
  }
}

export function onStudioEvent(
  callback: (event: StudioEvent) => void,
  onListening?: () => void,
): () => void {
  return backend.onEvent(callback, onListening);
}

export function isFailure(thrown: unknown): thrown is Failure {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    'code' in thrown &&
    'message' in thrown &&
    'retryable' in thrown
  );
}

/** Bad arguments and refused permissions reject with plain text: those become an internal failure. */
export function asFailure(thrown: unknown): Failure {
  if (isFailure(thrown)) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return {
    code: 'internal',
    message,
    status: null,
    serviceCode: null,
    reason: null,
    details: null,
    retryable: false,
    issues: [],
    params: {},
  };
}
