import type { CallEntry, ConsoleCall, Storage } from '../../../bridge';
import { below, isRecord, parsed } from '../answer/pointer';

/** What stands in the place of a secret in everything that is kept. */
const REDACTED = '•••';

export interface Resent {
  call: ConsoleCall;
  /** JSON pointers of secrets that are not known any more and were left out. */
  left: string[];
}

/**
 * A call of the history as one that can be sent again. Secrets are not kept, so references take their
 * place where there is something to refer to: the token is made anew, and the keys of a bucket that
 * the app knows are that storage's. `accountId` is for calls that do not say whose they were.
 */
export function resent(entry: CallEntry, accountId: string, storages: readonly Storage[]): Resent {
  const { summary, address, request } = entry;
  const left: string[] = [];
  const body = parsed(request) ?? null;
  return {
    call: {
      accountId: summary.accountId ?? accountId,
      call: summary.call,
      mode: summary.mode ?? 'mix',
      resourceId: partOf(address, 'resourceid'),
      sid: partOf(address, 'sid'),
      channel: summary.call === 'channelUsers' ? summary.channel : '',
      hostsOnly: /hosts_only/.test(address),
      body: withSecrets(body, '', storages, left),
    },
    left,
  };
}

/** What follows a name in a path. */
function partOf(address: string, name: string): string {
  const steps = (address.split('?')[0] ?? '').split('/');
  const at = steps.indexOf(name);
  const part = at === -1 ? undefined : steps[at + 1];
  return part === undefined ? '' : decoded(part);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function withSecrets(
  value: unknown,
  pointer: string,
  storages: readonly Storage[],
  left: string[],
): unknown {
  if (Array.isArray(value)) {
    return value.map((entry, index) => withSecrets(entry, below(pointer, index), storages, left));
  }
  if (!isRecord(value)) return value;
  const storage = storages.find(
    ({ vendor, region, bucket }) =>
      vendor === value.vendor && region === value.region && bucket === value.bucket,
  );
  const members = Object.entries(value).flatMap(([name, member]): [string, unknown][] => {
    const place = below(pointer, name);
    if (member !== REDACTED) return [[name, withSecrets(member, place, storages, left)]];
    const reference = referenceOf(name, storage);
    if (reference !== null) return [[name, reference]];
    left.push(place);
    return [];
  });
  return Object.fromEntries(members);
}

function referenceOf(name: string, storage: Storage | undefined): string | null {
  if (name === 'token') return '$' + '{token}';
  const isKey = name === 'accessKey' || name === 'secretKey';
  return isKey && storage?.hasKeys ? `\${storage:${storage.id}/${name}}` : null;
}
