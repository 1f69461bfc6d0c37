import { readFileSync } from 'node:fs';
import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Call, CallEntry, FieldData } from '../../../bridge';
import { catalogues, type Tongue } from '../../../messages';
import { callEntry } from '../../../testing/calls';
import { fakeBackend } from '../../../testing/fakeBackend';
import { renderScreen, violations } from '../../../testing/renderScreen';
import { contract, failure } from '../../../testing/samples';
import { AnswerPanel } from './AnswerPanel';
import { answerPath } from './explain';
import { linesOf } from './Raw';
import { treeRows } from './rows';
import { codeWords, type NextStep } from './verdict';

const field = (path: string, change: Partial<FieldData> = {}): FieldData => ({
  path,
  kind: 'text',
  unit: null,
  min: null,
  max: null,
  default: null,
  options: [],
  required: false,
  modes: ['individual', 'mix', 'web'],
  secret: false,
  whileRecording: false,
  since: '2020',
  legacy: false,
  control: 'text',
  step: null,
  show: [],
  help: path,
  ...change,
});

const answers = [
  field('answer.serverResponse.status', { options: [{ value: 5, name: 'inProgress' }] }),
  field('answer.serverResponse.fileList[].fileName'),
  field('answer.serverResponse.sliceStartTime', { unit: 'unixMilliseconds' }),
];

function show(entry: CallEntry | null, onNext?: (step: NextStep) => void, tongue: Tongue = 'en') {
  const backend = fakeBackend({ contract_get: () => ({ ...contract, answers }) });
  const Panel = () => <AnswerPanel entry={entry} onNext={onNext} />;
  return renderScreen(Panel, backend, { screen: 'record' }, tongue);
}

const failed = (status: number, body: object, call: Call = 'start') => {
  const code = 'code' in body ? Number(body.code) : null;
  return callEntry({
    summary: { status, code, call },
    answer: JSON.stringify(body),
    failure: failure({ code: 'refused', status, serviceCode: code }),
  });
};

describe('an answer', () => {
  it('says in words what came, how long it took, and offers what comes next', async () => {
    const onNext = vi.fn();
    const { user, container } = show(callEntry(), onNext);
    expect(screen.getByTestId('answer-status')).toHaveProperty('textContent', '200');
    expect(screen.getByTestId('answer-elapsed').textContent).toBe('182 ms');
    await user.click(screen.getByTestId('answer-next-again'));
    expect(onNext, 'a query is asked again').toHaveBeenCalledWith('again');
    expect(screen.getByTestId('answer-next-stop').textContent).toBe('Stop it');
    expect(await violations(container)).toEqual([]);
  });

  it('explains each field where the arrows go, with the words of its value', async () => {
    const { user } = show(callEntry());
    const tree = screen.getByTestId('answer-tree');
    expect(
      await within(tree).findByText('Recording and saving'),
      'the state in words',
    ).toBeTruthy();
    tree.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(screen.getByTestId('answer-about').textContent).toContain('Files begin with it');
    await user.keyboard('{ArrowDown}{ArrowLeft}');
    expect(within(tree).queryByText('fileList'), 'closed by an arrow').toBeNull();
    await user.keyboard('{ArrowRight}');
    expect(within(tree).getByText('fileList')).toBeTruthy();
    const active = document.getElementById(tree.getAttribute('aria-activedescendant') ?? '');
    expect(active?.getAttribute('data-pointer')).toBe('/serverResponse');
  });

  it('shows the same as text', async () => {
    const { user } = show(callEntry());
    await user.click(screen.getByRole('radio', { name: 'Text' }));
    expect(screen.getByTestId('answer-raw').textContent).toContain('  "cname": "board-sync",');
  });

  it('says of a code what it means for this call and what to do', () => {
    show(failed(400, { code: 53, reason: 'task conflict' }), () => undefined);
    const words = screen.getByTestId('answer-words');
    expect(words.textContent).toContain('Code 53');
    expect(words.textContent).toContain('task conflict');
    expect(words.textContent).toContain('Use another recorder ID');
    expect(words.getAttribute('role'), 'it is spoken').toBe('alert');
  });

  it('takes 201 and 206 for no success', () => {
    show(failed(201, { code: 7 }));
    expect(screen.getByTestId('answer-words').getAttribute('data-outcome')).toBe('failed');
  });

  it('shows what is no JSON as it came, and says so', () => {
    const page = '<html><body>Sign in to the hotel’s network</body></html>';
    show(callEntry({ answer: page, failure: failure({ code: 'unreadableAnswer', status: 200 }) }));
    expect(screen.getByTestId('answer-not-json')).toBeTruthy();
    expect(screen.getByTestId('answer-raw').textContent).toContain(page);
    expect(screen.getByTestId('answer-words').textContent).toContain('did not come from Agora');
  });

  it('says of one that was too long to keep that its end is missing', () => {
    show(callEntry({ answer: '{"cname":"x\n… 52 bytes more' }));
    expect(screen.getByTestId('answer-not-json').textContent).toContain('the end is missing');
  });

  it('says that nothing came, with the reason', () => {
    const gone = { status: null, elapsed: null };
    const unreachable = failure({ code: 'unreachable', status: null, retryable: true });
    show(callEntry({ summary: gone, answer: null, failure: unreachable }), () => undefined);
    expect(screen.getByTestId('answer-status').textContent).toBe('no answer');
    expect(screen.getByTestId('answer-words').textContent).toContain('can’t be reached');
    expect(screen.getByTestId('answer-next-again')).toBeTruthy();
  });

  it('keeps headers folded, and shows them', async () => {
    const { user } = show(callEntry());
    await user.click(screen.getByTestId('answer-headers'));
    expect(screen.getByText('x-request-id')).toBeTruthy();
  });

  it('has a place before the first call, in Chinese too', () => {
    show(null, undefined, 'zh');
    expect(screen.getByTestId('answer-empty').textContent).toContain('还没有发送过请求');
  });
});

describe('the people of a channel', () => {
  const list = (data: object) =>
    callEntry({
      summary: { call: 'channelUsers', mode: null },
      answer: JSON.stringify({ success: true, data }),
    });

  it('stand in a table, with the type of the channel in words', async () => {
    const live = { channel_exist: true, mode: 2, broadcasters: [11], audience: [21, 22] };
    const { container } = show(list({ ...live, audience_total: 12_000 }));
    const table = screen.getByTestId('people');
    expect(within(table).getAllByRole('row')).toHaveLength(4);
    expect(table.textContent).toContain('A live show');
    expect(table.textContent).toContain('lists 2 of 12,000 listeners');
    expect(within(table).getByText('Host')).toBeTruthy();
    expect(await violations(container)).toEqual([]);
  });

  it('are not there where there is no channel', () => {
    show(list({ channel_exist: false }));
    expect(screen.getByTestId('people-absent')).toBeTruthy();
  });

  it('are few on the screen however many there are', () => {
    const users = Array.from({ length: 10_000 }, (_, index) => index + 1);
    show(list({ channel_exist: true, mode: 1, total: 10_000, users }));
    const rows = within(screen.getByTestId('people')).getAllByRole('row');
    expect(rows.length, 'only what is in sight is drawn').toBeLessThan(80);
  });
});

describe('a large answer', () => {
  const large = {
    serverResponse: {
      fileList: Array.from({ length: 12_000 }, (_, index) => ({
        fileName: `${index}_a_long_file_name_of_a_recording_in_the_bucket_of_somebody.m3u8`,
      })),
    },
  };

  it('opens at its top, and what is long only when it is opened', () => {
    const rows = treeRows(large, new Set());
    expect(rows.map(({ pointer }) => pointer)).toEqual([
      '/serverResponse',
      '/serverResponse/fileList',
    ]);
    const opened = treeRows(large, new Set(['/serverResponse/fileList']));
    expect(opened).toHaveLength(2 + 24_000);
  });

  it('draws only the lines in sight', async () => {
    const text = JSON.stringify(large);
    expect(text.length).toBeGreaterThan(900_000);
    const { user } = show(callEntry({ answer: text }));
    await user.click(screen.getByRole('radio', { name: 'Text' }));
    expect(screen.getByTestId('answer-raw').textContent?.length).toBeLessThan(10_000);
  });

  it('breaks lines that are too long to draw', () => {
    expect(linesOf('x'.repeat(5_000)).map(({ length }) => length)).toEqual([2_000, 2_000, 1_000]);
  });
});

it('finds the contract’s path of a place, also in old spellings', () => {
  const name = 'answer.serverResponse.fileList[].fileName';
  expect(answerPath('/serverResponse/fileList/3/filename')).toBe(name);
  const service = '/serverResponse/extensionServiceState/0/playload';
  expect(answerPath(`${service}/fileList/0/filename`), 'a page’s files have the same members').toBe(
    name,
  );
  expect(answerPath(`${service}/state`)).toBe(
    'answer.serverResponse.extensionServiceState[].payload.state',
  );
});

describe('the words of codes', () => {
  const page = readFileSync('../docs/contract.md', 'utf8');
  const table = page.slice(page.indexOf('## Errors'), page.indexOf('## Notifications'));
  const lines = table
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.includes('---'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const isNumber = ([, first]: string[]) => /^\d+$/.test(first ?? '');
  // The rows of the gateway have the status in front, and four columns less two.
  const gateway = lines.filter((cells) => isNumber(cells) && cells.length === 6);
  const numbers = lines.filter((cells) => isNumber(cells) && cells.length > 6);

  it.each(['en', 'zh'] as const)('are there for all that the contract lists, in %s', (tongue) => {
    expect(numbers.length, 'the table was found').toBeGreaterThan(25);
    expect(gateway.length).toBe(5);
    const m = catalogues[tongue];
    for (const [, code, , calls] of numbers) {
      for (const call of (calls ?? '').split(', ')) {
        const words = codeWords(m, call as Call, Number(code), null, null);
        expect(words?.next, `${code} of ${call}`).toMatch(/[.。]$/);
      }
    }
    for (const [, status, message] of gateway) {
      const words = codeWords(m, 'acquire', null, Number(status), message ?? null);
      expect(words?.what, `${status} ${message}`).toBeTruthy();
    }
  });

  it('tell the two meanings of 62 and of 501 apart', () => {
    const what = (call: Call, code: number) => codeWords(catalogues.en, call, code, 0, null)?.what;
    expect(what('acquire', 62)).not.toBe(what('start', 62));
    expect(what('acquire', 501)).not.toBe(what('query', 501));
  });
});
