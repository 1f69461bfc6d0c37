import type { StorageTrouble } from '../../bridge';

export interface TroubleWords {
  /** What is wrong, and why most likely. */
  why: (params: Record<string, string>) => string;
  /** What to do about it. */
  fix: (params: Record<string, string>) => string;
}

const again = () => 'Try again in a minute.';

/** What a bucket says, and what helps. */
const troubles: Record<StorageTrouble, TroubleWords> = {
  unsupported: {
    why: () => 'Roomreel has no way to read files of this provider or region.',
    fix: () =>
      'Agora can record to it all the same. Look at the files in the provider’s own console.',
  },
  nameUnknown: {
    why: () => 'The store’s host name is not known.',
    fix: () => 'Look at the spelling of the endpoint, and whether this computer is online.',
  },
  noConnection: {
    why: () => 'No connection to the store, or it was lost.',
    fix: () => 'Look at the network, a firewall or a proxy on this computer.',
  },
  tls: {
    why: () => 'The store’s certificate is not trusted, or it does not speak https.',
    fix: () =>
      'Agora needs https with a public certificate too. Put one on the store, or look for a proxy that opens connections.',
  },
  proxy: {
    why: () => 'A proxy in between asks for something before it lets anybody through.',
    fix: () => 'Sign in to the proxy, or let it pass the store’s host.',
  },
  timeout: {
    why: () => 'The store did not answer in time.',
    fix: () => 'Look at the network and the endpoint, then test again.',
  },
  keyUnknown: {
    why: () => 'The store knows no such access key.',
    fix: () => 'Copy the access key again; it may have been deleted, or belong to another account.',
  },
  signature: {
    why: () => 'The secret key does not belong to the access key.',
    fix: () => 'Copy the secret key again, without blanks; make a new pair if it is lost.',
  },
  clockSkew: {
    why: () => 'This computer’s clock is too far off for the store.',
    fix: () => 'Let the system set date and time by itself, then test again.',
  },
  denied: {
    why: () => 'The keys are right, but a policy forbids this.',
    fix: () => 'Give the key the rights shown under “What the key must be allowed”.',
  },
  noBucket: {
    why: () => 'There is no such bucket.',
    fix: () => 'Look at the spelling, or make the bucket first.',
  },
  wrongRegion: {
    why: (p) =>
      p.region ? `The bucket is in ${p.region}.` : 'The bucket is in another region than this one.',
    fix: (p) =>
      p.region
        ? `Choose ${p.region} as the region. Recordings to the wrong one are lost.`
        : 'Look up the bucket’s region in the provider’s console. Recordings to the wrong one are lost.',
  },
  slow: {
    why: () => 'The store asks to go slower.',
    fix: again,
  },
  storeTrouble: {
    why: () => 'The store has trouble on its side.',
    fix: again,
  },
  notFound: {
    why: () => 'The file is not in the bucket.',
    fix: () => 'It may still be on its way, or was deleted or moved there.',
  },
  notAStore: {
    why: () => 'What answers is no store: a login page of the network, or a wrong address.',
    fix: () => 'Look at the endpoint, and whether the network asks to sign in.',
  },
  differs: {
    why: () => 'What came back is not what was expected: the file has changed meanwhile.',
    fix: () => 'Try again. If it happens again, something rewrites files in this bucket.',
  },
  refused: {
    why: (p) => (p.code ? `The store refuses it and says ${p.code}.` : 'The store refuses it.'),
    fix: () => 'The details below hold its own code.',
  },
};

export const storages = {
  test: 'Test',
  testAgain: 'Test again',
  testing: 'Testing…',
  untested: 'not tested',
  working: 'working',
  recordOnly: 'records; can’t play here',
  notWorking: 'not working',
  lines: 'What the test found',
  lastTest: (when: string) => `Last test ${when}`,
  foundRegion: (region: string) => `${region} (the store’s own)`,
  steps: {
    keychain: { ok: 'The keychain gave both keys', bad: 'The keychain did not give the keys' },
    reach: { ok: 'The store answers', bad: 'The store can’t be reached' },
    sign: { ok: 'The keys are accepted', bad: 'The keys are refused' },
    bucket: { ok: 'The bucket is there', bad: 'The bucket is not there' },
    write: { ok: 'A file can be written', bad: 'No file can be written' },
    read: { ok: 'It can be read back', bad: 'It can’t be read back: records, can’t play here' },
    remove: { ok: 'It can be removed', bad: 'It can’t be removed' },
    list: { ok: 'Files can be listed', bad: 'Files can’t be listed: records, can’t play here' },
  },
  left: (file: string) => `The test’s small file stays in the bucket: ${file}`,
  troubles,
  rights: {
    title: 'What the key must be allowed',
    intro:
      'Recording needs writing only. Roomreel also lists and reads, so that you can play files here, and removes what you delete. Nothing is ever made public: keep the bucket private.',
    policy: 'Policy',
    policyCopied: 'Policy copied',
    cors: 'CORS rule',
    corsIntro:
      'Not needed to play in Roomreel. Only for a web page of yours that plays signed links.',
    corsCopied: 'CORS rule copied',
    copy: (what: string) => `Copy ${what}`,
    role: (role: string) => `Give the key this role on the bucket alone: ${role}.`,
    roles: {
      5: 'none is needed: the account key may do everything, so keep recordings in an account of their own',
      6: 'Storage Object Admin, on the service account that the HMAC key belongs to',
      8: 'READ, WRITE and LIST',
    } as Record<number, string>,
    roleOther: 'read, write, list and delete objects',
  },
};
