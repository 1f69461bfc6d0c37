import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HoldButton } from './HoldButton';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function show() {
  const onHold = vi.fn();
  render(<HoldButton label="Stop" onHold={onHold} />);
  return { onHold, button: screen.getByRole('button') };
}

const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));

describe('a button to hold', () => {
  it('acts when it is held long enough, once', () => {
    const { onHold, button } = show();
    fireEvent.pointerDown(button, { button: 0 });
    pass(799);
    expect(onHold, 'not yet').not.toHaveBeenCalled();
    pass(1);
    fireEvent.pointerUp(button);
    fireEvent.click(button, { detail: 1 });
    expect(onHold).toHaveBeenCalledOnce();
  });

  it('acts on a second press within three seconds, and asks for it in words', () => {
    const { onHold, button } = show();
    fireEvent.pointerDown(button, { button: 0 });
    fireEvent.pointerUp(button);
    expect(onHold, 'one short press is a slip').not.toHaveBeenCalled();
    expect(button.textContent).toBe('Stop: press again');
    pass(2900);
    fireEvent.pointerDown(button, { button: 0 });
    fireEvent.pointerUp(button);
    expect(onHold).toHaveBeenCalledOnce();
  });

  it('forgets the first press after three seconds', () => {
    const { onHold, button } = show();
    fireEvent.pointerDown(button, { button: 0 });
    fireEvent.pointerUp(button);
    pass(3000);
    fireEvent.pointerDown(button, { button: 0 });
    fireEvent.pointerUp(button);
    expect(onHold).not.toHaveBeenCalled();
  });

  it('lets go when the pointer leaves', () => {
    const { onHold, button } = show();
    fireEvent.pointerDown(button, { button: 0 });
    fireEvent.pointerLeave(button);
    pass(2000);
    expect(onHold).not.toHaveBeenCalled();
  });

  it('works by keyboard, held or pressed twice', () => {
    const { onHold, button } = show();
    fireEvent.keyDown(button, { key: 'Enter' });
    fireEvent.keyDown(button, { key: 'Enter', repeat: true });
    pass(800);
    fireEvent.keyUp(button, { key: 'Enter' });
    expect(onHold, 'held').toHaveBeenCalledTimes(1);
    for (const _ of [1, 2]) {
      fireEvent.keyDown(button, { key: ' ' });
      fireEvent.keyUp(button, { key: ' ' });
    }
    expect(onHold, 'pressed twice').toHaveBeenCalledTimes(2);
  });

  it('works with the clicks of a screen reader', () => {
    const { onHold, button } = show();
    fireEvent.click(button, { detail: 0 });
    expect(onHold).not.toHaveBeenCalled();
    fireEvent.click(button, { detail: 0 });
    expect(onHold).toHaveBeenCalledOnce();
  });
});
