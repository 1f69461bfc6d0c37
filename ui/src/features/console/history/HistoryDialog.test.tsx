import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { currentRoute } from '../../../app/route';
import type { CallQuery, CallSummary, ConsoleCall } from '../../../bridge';
import { freshSetup, useDraft } from '../../../draft';
import { callEntry, callSummary } from '../../../testing/calls';
import { fakeBackend } from '../../../testing/fakeBackend';
import { renderScreen, violations } from '../../../testing/renderScreen';
import { setup } from '../../../testing/samples';
import { HistoryDialog } from './HistoryDialog';

const many = (count: number): CallSummary[] =>
  Array.from({ length: count }, (_, index) =>
    callSummary({ id: count - index, channel: `room-${count - index}` }),
  );

/** A history in memory that pages and filters as the studio does. */
function show(all: CallSummary[], change: Parameters<typeof fakeBackend>[0] = {}) {
  let kept = all;
  const fits = (query: CallQuery) => (one: CallSummary) =>
    (query.origin === null || one.origin === query.origin) &&
    (query.call === null || one.call === query.call) &&
    one.channel.includes(query.search) &&
    (query.before === null || one.id < query.before);
  const backend = fakeBackend({
    call_list: (query) => {
      const fitting = kept.filter(fits(query));
      const calls = fitting.slice(0, query.most);
      return { calls, more: fitting.length > calls.length, kept: kept.length, bytes: 2_100_000 };
    },
    call_get: ({ id }) => {
      const summary = kept.find((one) => one.id === id);
      return callEntry({ summary: { ...summary, id } });
    },
    call_export: () => ({ path: '/data/exports/calls.json' }),
    call_clear: () => {
      kept = [];
      return {};
    },
    ...change,
  });
  const onResend = vi.fn<(call: ConsoleCall) => void>();
  const onClose = vi.fn();
  const Screen = () => <HistoryDialog accountId="practice" onResend={onResend} onClose={onClose} />;
  return { backend, onResend, onClose, ...renderScreen(Screen, backend, { screen: 'record' }) };
}

const rows = () => screen.queryAllByTestId('history-row').map((row) => Number(row.dataset.id));

describe('the history', () => {
  it('is empty at first, and says what will be there', async () => {
    show([]);
    expect(await screen.findByText('No call was made yet')).toBeTruthy();
    expect(await violations(document.body)).toEqual([]);
  });

  it('opens a call with its request and answer', async () => {
    const { user } = show(many(3), {
      call_get: ({ id }) =>
        callEntry({ summary: { id, call: 'start' }, request: '{"cname":"board-sync"}' }),
    });
    await waitFor(() => expect(rows()).toEqual([3, 2, 1]));
    await user.click(screen.getAllByTestId('history-row')[1] as HTMLElement);
    expect((await screen.findByTestId('history-request-text')).textContent).toContain(
      '"cname": "board-sync"',
    );
    expect(screen.getByTestId('answer-status').textContent).toBe('200');
    expect(screen.getByTestId('history-kept').textContent).toBe('3 calls kept, 2.1 MB');
    expect(await violations(document.body)).toEqual([]);
  });

  it('is searched and filtered by the studio', async () => {
    const all = [callSummary({ id: 2, call: 'stop' }), callSummary({ id: 1, origin: 'recorder' })];
    const { user, backend } = show(all);
    await waitFor(() => expect(rows()).toEqual([2, 1]));
    await user.click(screen.getByRole('radio', { name: 'Recordings' }));
    await waitFor(() => expect(rows()).toEqual([1]));
    await user.type(screen.getByTestId('history-search'), 'nowhere');
    expect(await screen.findByText('No call fits')).toBeTruthy();
    const searched = backend.asked('call_list').filter(({ search }) => search !== '');
    expect(searched, 'typing is not answered letter by letter').toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    await waitFor(() => expect(rows()).toEqual([2, 1]));
  });

  it('has ten thousand calls in parts, and draws those in sight', async () => {
    const { backend } = show(many(10_000));
    await waitFor(() => expect(rows()[0]).toBe(10_000));
    expect(rows().length).toBeLessThan(60);
    expect(backend.asked('call_list'), 'one part is enough to begin with').toHaveLength(1);
    const list = screen.getByTestId('history-list');
    list.scrollTop = 48 * 95;
    fireEvent.scroll(list);
    await waitFor(() => expect(backend.asked('call_list')).toHaveLength(2));
    expect(backend.asked('call_list')[1]?.before).toBe(9_901);
    await waitFor(() => expect(list.querySelector('[aria-setsize="200"]')).toBeTruthy());
  });

  it('shows a new call at once, and its answer when it comes', async () => {
    const { backend } = show(many(2));
    await waitFor(() => expect(rows()).toEqual([2, 1]));
    const sent = callSummary({ id: 3, status: null, elapsed: null, sentAt: Date.now() });
    backend.emit({ type: 'call', call: sent });
    await waitFor(() => expect(rows()).toEqual([3, 2, 1]));
    const [row] = screen.getAllByTestId('history-row');
    expect(row?.textContent).toContain('on its way');
    backend.emit({ type: 'call', call: { ...sent, status: 404, code: 404, elapsed: 90 } });
    await waitFor(() => expect(row?.textContent).toContain('404'));
    expect(screen.getByTestId('history-kept').textContent, 'it is counted once').toContain('3 ');
    expect(backend.asked('call_list'), 'nothing is asked again').toHaveLength(1);
  });

  it('goes by keyboard: arrows choose, Shift chooses more', async () => {
    const { user } = show(many(5));
    await waitFor(() => expect(rows()).toHaveLength(5));
    screen.getByTestId('history-list').focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{Shift>}{ArrowDown}{/Shift}');
    const chosen = screen
      .getAllByRole('option', { selected: true })
      .map((one) => Number(one.dataset.id));
    expect(chosen).toEqual([4, 3]);
    expect(await screen.findByTestId('history-diff')).toBeTruthy();
  });

  it('compares two, also of those who do not know of Ctrl', async () => {
    const { user } = show(many(4), {
      call_get: ({ id }) =>
        callEntry({
          summary: { id },
          request: JSON.stringify({ cname: 'a', uid: String(id) }),
          answer: id === 2 ? 'no JSON' : '{"code":2}',
        }),
    });
    await waitFor(() => expect(rows()).toHaveLength(4));
    await user.click(screen.getAllByTestId('history-row')[0] as HTMLElement);
    await user.click(await screen.findByTestId('history-compare'));
    await user.click(screen.getAllByTestId('history-row')[2] as HTMLElement);
    const request = await screen.findByTestId('diff-request');
    expect(within(request).getByTestId('diff-change').textContent).toContain('/uid');
    expect(within(request).getByTestId('diff-change').textContent, 'older first').toMatch(
      /"2".*"4"/,
    );
    const answer = screen.getByTestId('diff-answer');
    expect(within(answer).getByTestId('diff-change').dataset.kind).toBe('changed');
    expect(await violations(document.body)).toEqual([]);
    await user.click(screen.getByTestId('history-export-many'));
    expect((await screen.findByTestId('history-exported')).textContent).toContain('calls.json');
  });

  it('opens a call in the form', async () => {
    const { user, onResend, onClose } = show(many(1));
    await user.click(await screen.findByTestId('history-row'));
    await user.click(await screen.findByTestId('history-resend'));
    expect(onResend.mock.calls[0]?.[0]).toMatchObject({ call: 'query', accountId: 'practice' });
    expect(onClose).toHaveBeenCalled();
  });

  it('makes a recording of a start, and says what has no place there', async () => {
    useDraft.setState({ setup: freshSetup });
    const { user } = show([callSummary({ call: 'start' })], {
      call_setup: () => ({ setup, leftOut: ['/clientRequest/snapshotConfig'] }),
    });
    await user.click(await screen.findByTestId('history-row'));
    await user.click(await screen.findByTestId('history-setup'));
    expect((await screen.findByTestId('history-setup-left')).textContent).toContain(
      '/clientRequest/snapshotConfig',
    );
    expect(useDraft.getState().setup.channel, 'nothing is filled in yet').toBe('');
    await user.click(screen.getByTestId('history-setup-take'));
    expect(useDraft.getState().setup.channel).toBe('weekly-town-hall');
    expect(currentRoute().screen).toBe('record');
    // The dialog is still there, for nobody took it away here, so what is said below it is hidden.
    fireEvent.click(screen.getByRole('button', { name: 'Undo', hidden: true }));
    expect(useDraft.getState().setup.channel, 'taken back').toBe('');
  });

  it('is cleared after a question, and kept to a size', async () => {
    const { user, backend } = show(many(2));
    await user.click(await screen.findByTestId('history-options'));
    const size = screen.getByTestId('history-size');
    await user.clear(size);
    await user.type(size, '50{Enter}');
    await waitFor(() => expect(backend.asked('settings_save')[0]?.historyMegabytes).toBe(50));
    await user.click(screen.getByTestId('history-clear'));
    expect(backend.asked('call_clear'), 'it asks first').toEqual([]);
    await user.click(screen.getByTestId('confirm-button'));
    expect(await screen.findByText('No call was made yet')).toBeTruthy();
  });
});
