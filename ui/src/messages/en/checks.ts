/** The lines of an account's check: what was looked at, and what it means. */
export const checks = {
  keychain: {
    ok: 'The keychain gave the secret',
    info: 'The keychain was not needed',
    warn: 'The keychain answered, but something is missing',
    bad: 'The keychain did not give the secret',
  },
  reach: {
    ok: 'Agora answers',
    info: 'Agora was not asked',
    warn: 'Agora answers, slowly',
    bad: 'Agora can’t be reached',
  },
  credentials: {
    ok: 'Customer ID and secret are accepted',
    info: 'Customer ID and secret were not looked at',
    warn: 'Customer ID and secret could not be judged',
    bad: 'Customer ID or secret is refused',
  },
  recording: {
    ok: 'Cloud Recording is switched on for the App ID',
    info: 'Cloud Recording was not looked at',
    warn: 'Whether Cloud Recording is on could not be told',
    bad: 'Cloud Recording is not switched on for the App ID',
  },
  fix: {
    credentials: 'Copy both again from Agora’s console: Developer Toolkit, RESTful API.',
    recording: 'Switch it on in Agora’s console: your project, All features, Cloud Recording.',
    reach: 'Look at the network, a proxy or a firewall on this computer.',
    keychain: 'Unlock the keychain, or put the secret in again with “Replace”.',
  },
  mark: { ok: 'fine', info: 'note', warn: 'look at this', bad: 'wrong' },
};
