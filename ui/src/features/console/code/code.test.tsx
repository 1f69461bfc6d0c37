import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { ConsoleCall, FieldData } from '../../../bridge';
import { catalogues } from '../../../messages';
import { fakeBackend } from '../../../testing/fakeBackend';
import { renderScreen, violations } from '../../../testing/renderScreen';
import { contract, failure } from '../../../testing/samples';
import { CodeView } from './CodeView';
import { CopyAs } from './CopyAs';
import { Docs } from './Docs';
import { factsOf } from './facts';

// biome-ignore lint/suspicious/noTemplateCurlyInString: references to secrets look like this
const TOKEN = '${token}';

const composed: ConsoleCall = {
  accountId: 'practice',
  call: 'start',
  mode: 'mix',
  resourceId: 'R',
  sid: '',
  channel: '',
  hostsOnly: false,
  body: { cname: 'board-sync', uid: '1', clientRequest: { token: TOKEN } },
};

const row = (path: string, change: Partial<FieldData> = {}): FieldData => ({
  path,
  kind: 'integer',
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
  control: 'number',
  step: 1,
  show: [],
  help: path,
  ...change,
});

const idle = row('start.clientRequest.recordingConfig.maxIdleTime', {
  help: 'recordingConfig.maxIdleTime',
  unit: 'seconds',
  min: 5,
  max: 2_592_000,
  default: 30,
  modes: ['individual', 'mix'],
});
const streams = row('start.clientRequest.recordingConfig.streamTypes', {
  help: 'recordingConfig.streamTypes',
  options: [
    { value: 0, name: 'sound' },
    { value: 2, name: 'both' },
  ],
  default: 2,
});
const stop = row('stop.clientRequest.async_stop', { help: 'stop.async_stop', kind: 'flag' });

function backend() {
  return fakeBackend({
    contract_get: () => ({ ...contract, fields: [idle, streams, stop], answers: [] }),
    console_code: ({ language }) => ({ text: `# ${language}\ncurl -u "$ID:$SECRET" https://x` }),
  });
}

function clipboard() {
  const writeText = vi.fn(async (_text: string) => undefined);
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  return writeText;
}

describe('the call as a program', () => {
  it('is shown in the chosen language and copied', async () => {
    const fake = backend();
    const { user, container } = renderScreen(() => <CodeView call={composed} />, fake, {
      screen: 'record',
    });
    const writeText = clipboard();
    expect((await screen.findByTestId('code-text')).textContent).toContain('# curl');
    await user.click(screen.getByRole('radio', { name: 'Go' }));
    await waitFor(() => expect(screen.getByTestId('code-text').textContent).toContain('# go'));
    await user.click(screen.getByTestId('code-copy'));
    expect(writeText).toHaveBeenCalledWith(expect.stringContaining('# go'));
    expect(fake.asked('console_code').at(-1)?.call, 'references stay references').toEqual(composed);
    expect(await violations(container)).toEqual([]);
  });

  it('says what stands in the way', async () => {
    const fake = fakeBackend({
      console_code: () => {
        throw failure({ code: 'notFound', status: null });
      },
    });
    renderScreen(() => <CodeView call={composed} />, fake, { screen: 'record' });
    expect(await screen.findByTestId('failure')).toBeTruthy();
  });

  it('is copied from a menu', async () => {
    const { user } = renderScreen(() => <CopyAs call={composed} />, backend(), {
      screen: 'record',
    });
    const writeText = clipboard();
    await user.click(screen.getByTestId('copy-as'));
    await user.click(await screen.findByRole('menuitem', { name: 'Python' }));
    await waitFor(() =>
      expect(writeText).toHaveBeenCalledWith(expect.stringContaining('# python')),
    );
  });
});

describe('the fields of a call', () => {
  const shown = () => screen.queryAllByTestId('docs-field').map((one) => one.dataset.path);

  it('are those of the call and mode, each with what the contract knows', async () => {
    const onField = vi.fn();
    const Tab = () => <Docs call="start" mode="mix" onField={onField} />;
    const { user, container } = renderScreen(Tab, backend(), { screen: 'record' });
    await waitFor(() => expect(shown()).toEqual([idle.path, streams.path]));
    const [first] = screen.getAllByTestId('docs-field');
    for (const text of ['whole number, seconds', '5 to 2592000', '30', 'Only in']) {
      expect(first?.textContent).toContain(text);
    }
    await user.click(screen.getAllByRole('button')[0] as HTMLElement);
    expect(onField).toHaveBeenCalledWith(idle.path);
    expect(await violations(container)).toEqual([]);
  });

  it('are found by path, name or help, also those of other modes', async () => {
    const Tab = () => <Docs call="start" mode="web" />;
    const { user } = renderScreen(Tab, backend(), { screen: 'record' });
    await waitFor(() => expect(shown()).toEqual([streams.path]));
    await user.type(screen.getByTestId('docs-search'), 'idletime');
    await waitFor(() => expect(shown()).toEqual([idle.path]));
    await user.type(screen.getByTestId('docs-search'), ' zzz');
    await waitFor(() => expect(screen.getByText('No field fits.')).toBeTruthy());
  });

  it('name their values in both languages', () => {
    for (const m of Object.values(catalogues)) {
      const facts = Object.fromEntries(factsOf(streams, m));
      expect(facts[m.consoleAnswers.code.facts.standard]).toContain('(2)');
    }
  });
});
