/** What a number in an answer means, why it came most likely, and what to do. */
export interface CodeWords {
  what: string;
  why: string;
  next: string;
}

const again = 'Send the same again after a moment, then after longer ones.';
const anew = 'Acquire again and start at once.';
const correct = 'Read the reason, correct the request and send it again.';
const ended = 'Treat it as stopped, and do not stop it again.';
const enable = 'Switch Cloud Recording on for the project in Agora’s console.';
const rename = 'Give the channel another name.';
const newToken = 'Make a new token, then acquire again.';
const backOff = 'Wait a moment and send it again.';

/**
 * By the service's number, with the call behind it where the number means something else for it. The
 * gateway before the service answers without a number: its texts are below `gateway`.
 */
export const consoleCodes = {
  numbers: {
    '2': {
      what: 'A parameter is wrong',
      why: 'A member is missing, of the wrong kind or out of range; or a start differs from the startParameter that was announced.',
      next: correct,
    },
    '7': {
      what: 'It is running already',
      why: 'Start was sent twice with the same resource ID.',
      next: 'Keep the recording ID of the first answer: this one has none.',
    },
    '8': {
      what: 'The HTTP request itself is wrong',
      why: 'It was no JSON, had another content type or method, or a wrong path.',
      next: correct,
    },
    '15': {
      what: 'It failed without a documented reason',
      why: 'Most likely the storage, or the set-up of the service.',
      next: 'Check the storage, then acquire again.',
    },
    '49': { what: 'It can’t be stopped any more', why: 'It is leaving already.', next: ended },
    '50': {
      what: 'The upload took longer than the stop waited',
      why: 'Files are still on their way after 20 seconds.',
      next: 'Wait for the files, and do not stop it again.',
    },
    '52': { what: 'The start timed out', why: 'The service is busy.', next: anew },
    '53': {
      what: 'Channel and recorder ID are taken',
      why: 'A recording with both is running, perhaps a forgotten one.',
      next: 'Use another recorder ID, or stop the other recording.',
    },
    '62': {
      what: 'The service answered too late',
      why: 'The network or a busy service.',
      next: again,
    },
    '62 acquire': {
      what: 'Cloud Recording is not switched on',
      why: 'The App ID’s project does not have it.',
      next: enable,
    },
    '65': {
      what: 'It was not finished in time',
      why: 'The recorder was reached and answered too late.',
      next: 'Send the same after 3 seconds, then after 6; then acquire again.',
    },
    '109': {
      what: 'The token has ended',
      why: 'It was made too early or for too short.',
      next: newToken,
    },
    '110': {
      what: 'The token is wrong',
      why: 'It was made for another App ID, channel or recorder ID.',
      next: newToken,
    },
    '400': {
      what: 'The App ID is refused',
      why: 'Cloud Recording is not switched on for its project.',
      next: enable,
    },
    '401': {
      what: 'The channel’s name is refused',
      why: 'It has characters or a length that no channel can have.',
      next: rename,
    },
    '404': {
      what: 'No such recorder was found',
      why: 'It has ended, never started well, has another mode, or is being moved to another machine.',
      next: 'Query again for 90 seconds, then treat it as ended.',
    },
    '405': {
      what: 'The project is not active',
      why: 'Project or account is not active, perhaps a payment is due.',
      next: 'Settle the account in Agora’s console.',
    },
    '406': {
      what: 'Too many recordings run at once',
      why: 'The project’s limit is reached, perhaps by forgotten ones.',
      next: 'Wait, stop what was forgotten, or ask Agora for more.',
    },
    '432': {
      what: 'It does not fit the resource',
      why: 'App ID, channel, recorder ID or scene differ from those of acquire.',
      next: 'Use the values of acquire, and a mode that fits its scene.',
    },
    '433': {
      what: 'The resource ID has expired',
      why: 'More than five minutes have passed since acquire.',
      next: anew,
    },
    '435': {
      what: 'Nothing was recorded',
      why: 'Nobody sent anything that was subscribed to, or the storage is wrong.',
      next: 'There are no files, and nothing to repeat.',
    },
    '500': { what: 'The service failed', why: 'It made a mistake of its own.', next: backOff },
    '501': { what: 'It is leaving', why: 'This comes after a stop.', next: ended },
    '501 acquire': { what: 'No recorder is free', why: 'The service has no room.', next: backOff },
    '502': { what: 'No recorder could be given', why: 'The service has no room.', next: anew },
    '504': {
      what: 'Reserving a recorder took too long',
      why: 'The service is busy.',
      next: backOff,
    },
    '1001': {
      what: 'The resource ID can’t be read',
      why: 'Its text was cut or changed.',
      next: anew,
    },
    '1003': {
      what: 'These IDs do not belong together',
      why: 'App ID or recording ID are those of another resource.',
      next: 'Use the IDs that came from one acquire and its start.',
    },
    '1013': {
      what: 'The channel’s name is not possible',
      why: 'Its length, or one of its characters.',
      next: rename,
    },
    '1028': {
      what: 'The layout is wrong',
      why: 'Members stand in the wrong place, or regions are not legal.',
      next: correct,
    },
  } as Record<string, CodeWords>,
  gateway: {
    '400 appid is invalid': {
      what: 'The App ID is refused',
      why: 'It has a typing mistake, or the service is not switched on for it.',
      next: enable,
    },
    '401 Unauthorized': {
      what: 'The call was not signed in',
      why: 'It had no Authorization header.',
      next: 'Put customer ID and secret into the account.',
    },
    '401 Invalid authentication credentials': {
      what: 'Customer ID or secret is refused',
      why: 'One of them is wrong, or they are another account’s.',
      next: 'Check both in Accounts.',
    },
    '404 no Route matched with those values': {
      what: 'There is no such address',
      why: 'Path or method is wrong; large and small letters count.',
      next: 'Correct the IDs and the mode in the address.',
    },
    '429 API rate limit exceeded': {
      what: 'Too many calls in a second',
      why: 'The project sent more than ten.',
      next: backOff,
    },
  } as Record<string, CodeWords>,
};
