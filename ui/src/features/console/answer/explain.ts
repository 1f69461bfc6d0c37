import type { Call, ContractData, FieldData } from '../../../bridge';
import { formatWhen } from '../../../kit';
import type { Messages } from '../../../messages';
import { stepsOf } from './pointer';

/** What is known of a place in an answer. */
export interface Explained {
  label: string;
  help: string;
  /** What the value means, where it is one of a list or a moment. */
  value: string | null;
}

/** Older answers spell these members otherwise. */
const spellings: Record<string, string> = { filename: 'fileName', playload: 'payload' };

/** The members of files are the same wherever a list of files stands. */
const files = 'answer.serverResponse.fileList[].';

/** The contract's path of a place, such as `answer.serverResponse.fileList[].fileName`. */
export function answerPath(pointer: string): string {
  const path = stepsOf(pointer).reduce(
    (soFar, step) => (/^\d+$/.test(step) ? `${soFar}[]` : `${soFar}.${spellings[step] ?? step}`),
    'answer',
  );
  return path.replace(/^answer\..*\.fileList\[\]\./, files);
}

type Words = Record<string, { label: string; help: string } | undefined>;
type Options = Record<string, Record<string, string> | undefined>;

/** The words for a place in an answer; `null` where nothing is known of it. */
export function explain(
  call: Call,
  pointer: string,
  value: unknown,
  contract: ContractData | undefined,
  m: Messages,
  now: number,
): Explained | null {
  if (call === 'channelUsers') {
    const name = stepsOf(pointer).filter((step) => !/^\d+$/.test(step));
    const words = m.consoleAnswers.people.fields[name.join('.')];
    return words === undefined ? null : { ...words, value: null };
  }
  const path = answerPath(pointer).replace(/\[\]$/, '');
  const field = contract?.answers.find((one) => one.path === path);
  const key = field?.help ?? path;
  const words = (m.contract.fields as Words)[key];
  return words === undefined ? null : { ...words, value: valueWords(field, key, value, m, now) };
}

function valueWords(
  field: FieldData | undefined,
  key: string,
  value: unknown,
  m: Messages,
  now: number,
): string | null {
  if (field === undefined) return null;
  // Answers of 2019 to 2021 wrote numbers as text.
  const option = field.options.find((one) => String(one.value) === String(value));
  if (option !== undefined) {
    return (m.contract.options as Options)[key]?.[option.name] ?? option.name;
  }
  const at = Number(value);
  const isMoment = field.unit === 'unixMilliseconds' && Number.isFinite(at) && at > 0;
  return isMoment ? formatWhen(at, now, m.locale) : null;
}
