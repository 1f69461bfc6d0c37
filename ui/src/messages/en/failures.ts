import type { FailureCode, StorageTrouble } from '../../bridge';
import type { Remedy } from '../../kit/remedies';
import { storages } from './storages';

export interface FailureWords {
  /** What happened. */
  title: string;
  /** Why, most likely. */
  why: (params: Record<string, string>) => string;
}

export const failures: Record<FailureCode, FailureWords> = {
  invalid: {
    title: 'Something in the form can’t be sent like this',
    why: () => 'Agora would refuse it. The fields in question say what to change.',
  },
  notFound: {
    title: 'It is no longer there',
    why: () => 'It was removed in the meantime, perhaps from another window.',
  },
  notNow: {
    title: 'That can’t be done at this moment',
    why: () => 'The recording has moved on to another state since the button was drawn.',
  },
  keychainMissing: {
    title: 'This computer has no keychain that answers',
    why: () =>
      'Secrets are kept there and nowhere else. On Linux, GNOME Keyring or KWallet must run; practice works without one.',
  },
  keychainLocked: {
    title: 'The keychain is locked',
    why: () =>
      'It asked for its password and was dismissed, or had nobody to ask. Unlock it and try again.',
  },
  keychainFailed: {
    title: 'The keychain did not do what was asked',
    why: () => 'It answered with something unexpected. The details below say what.',
  },
  secretMissing: {
    title: 'The secret is not in the keychain',
    why: () =>
      'It was deleted outside Roomreel, or this computer is not the one it was typed on. Put it in again.',
  },
  unreachable: {
    title: 'Agora can’t be reached',
    why: () =>
      'Nothing was sent. Most likely the network is down, or a proxy or firewall is in the way.',
  },
  timeout: {
    title: 'No answer came in time',
    why: () =>
      'The request went out, so it may have been carried out. Roomreel finds out before it does anything twice.',
  },
  unauthorized: {
    title: 'Customer ID or secret is refused',
    why: () => 'One of them has a typing mistake, or the secret was replaced in Agora’s console.',
  },
  appIdRefused: {
    title: 'The App ID is refused',
    why: () => 'It has a typing mistake, or Cloud Recording is not switched on for this project.',
  },
  accountInactive: {
    title: 'The Agora account is not active',
    why: () => 'Most likely a payment is due. Agora’s console says which.',
  },
  tooManyRecordings: {
    title: 'Too many recordings run at once',
    why: () => 'The project’s limit is reached. Stop one, or ask Agora for a higher limit.',
  },
  rateLimited: {
    title: 'Agora asks to go slower',
    why: () =>
      'More requests a second came from this project than it allows. A moment later it works again.',
  },
  taskConflict: {
    title: 'This recorder ID is already recording the channel',
    why: () =>
      'Another recording uses the same ID. Let Roomreel draw a free one in “More settings”.',
  },
  refused: {
    title: 'Agora refused the request',
    why: (p) => (p.reason ? `It says: ${p.reason}` : 'The details below hold its reason.'),
  },
  serviceTrouble: {
    title: 'Agora has trouble on its side',
    why: () =>
      'Its service failed or had no room for a moment. This usually passes within a minute.',
  },
  noSuchRecording: {
    title: 'Agora knows no such recording',
    why: () => 'It ended some time ago, or it is being moved to another machine and comes back.',
  },
  unreadableAnswer: {
    title: 'The answer did not come from Agora',
    why: () =>
      'Something in between answered instead: a proxy, a login page of the network, or a wrong address.',
  },
  interrupted: {
    title: 'Roomreel was closed before the recording started',
    why: () =>
      'A recorder was reserved but never sent to the channel. Nothing was recorded or billed.',
  },
  nothingRecorded: {
    title: 'There is no file, for nobody sent sound or picture',
    why: () => 'The recorder was in the channel, but the channel was empty or everybody was muted.',
  },
  neverConfirmed: {
    title: 'The recorder never reported that it records',
    why: () =>
      'Agora accepted the start, then said nothing. Most likely the token or the storage was refused later.',
  },
  sidUnknown: {
    title: 'It runs, but Agora’s answer with its ID was lost',
    why: () => 'Without the ID it can’t be stopped from here. It ends when everybody has left.',
  },
  mayStillRun: {
    title: 'It may still be running',
    why: () =>
      'Its ID was never learnt, so it could not be stopped. It ends by itself when everybody has left for the idle time.',
  },
  noLongerControllable: {
    title: 'The time in which this recording can be controlled is over',
    why: () =>
      'Agora can no longer be asked about it, nor to stop it. It ends by itself when everybody has left for the idle time.',
  },
  endedByItself: {
    title: 'The recording ended by itself',
    why: () => 'Most likely everybody had left for the time that was set.',
  },
  stoppedUnexpectedly: {
    title: 'The recording stopped unexpectedly',
    why: () =>
      'Agora’s recorder stopped in the middle. What was saved until then is in the storage.',
  },
  storage: {
    title: 'A file could not be read or written',
    why: (p) => {
      const trouble = storages.troubles[p.trouble as StorageTrouble];
      if (trouble) return `${trouble.why(p)} ${trouble.fix(p)}`;
      return p.path ? `It is ${p.path}.` : 'The disk may be full, or the file was moved.';
    },
  },
  disk: {
    title: 'This computer’s disk did not take the file',
    why: (p) =>
      `${
        {
          full: 'It is full. Make room, then press resume: what has come so far is kept.',
          denied: 'Roomreel may not write into this folder.',
          gone: 'The folder is no longer there.',
          tooLarge: 'Its file system takes no file of this size.',
          taken:
            'Another file has this name. It is not written over: move it away, then press resume.',
        }[p.disk ?? ''] ?? 'It said something unexpected.'
      } ${p.path ? `It is ${p.path}.` : ''}`,
  },
  store: {
    title: 'Roomreel’s own list could not be read or written',
    why: () => 'The disk may be full or read-only. Recordings in the cloud are not affected.',
  },
  internal: {
    title: 'Roomreel made a mistake',
    why: () => 'This should not happen. The details below help us to find it.',
  },
};

/** The words of the one button. */
export const remedies: Record<Remedy, string> = {
  again: 'Try again',
  recordAgain: 'Record again',
  lookAgain: 'Look again',
  checkAgain: 'Check again',
  accounts: 'Open Accounts',
  showFields: 'Show me',
  freeId: 'Draw a free ID',
};

/** What is folded below a failure, for support. */
export const facts = {
  code: 'Code',
  status: 'HTTP',
  serviceCode: 'Agora',
  reason: 'Reason',
  message: 'Message',
  issue: (code: string, path: string) => `Issue: ${code} at ${path}`,
};
