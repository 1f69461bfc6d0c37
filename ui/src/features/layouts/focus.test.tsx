import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { freshSetup, useDraft } from '../../draft';
import { select } from '../../editor/state';
import { layouts } from '../../testing/layouts';
import { documentNow, mine, openEditor } from './testOpen';

const region = (id: string) => screen.getByTestId(`region-${id}`);

beforeEach(() => useDraft.setState({ setup: freshSetup, isLoaded: true }));
afterEach(() => vi.restoreAllMocks());

describe('the focus', () => {
  it('stays on the canvas when the last region goes, and finds its way back', async () => {
    const { user } = await openEditor();
    act(() => region('r1').focus());
    await user.keyboard('{Control>}a{/Control}{Delete}');
    expect(documentNow().regions).toEqual([]);
    expect(document.activeElement).toBe(screen.getByTestId('canvas'));
    await user.keyboard('n');
    expect(documentNow().regions, 'the keys still reach the editor').toHaveLength(1);
    await user.keyboard('{Control>}z{/Control}{Control>}z{/Control}');
    expect(documentNow()).toBe(mine.document);
    expect(document.activeElement).not.toBe(document.body);
  });

  it('stays in the list when its last row goes', async () => {
    const { user } = await openEditor();
    await user.click(screen.getByTestId('row-r2'));
    await user.keyboard('{Control>}a{/Control}{Delete}');
    expect(document.activeElement).toBe(screen.getByTestId('region-list'));
  });

  it('goes to the copy', async () => {
    const { user } = await openEditor();
    act(() => region('r2').focus());
    await user.keyboard('{Control>}d{/Control}');
    expect(document.activeElement).toBe(region('r5'));
    await user.click(screen.getByTestId('row-r2'));
    await user.keyboard('{Control>}d{/Control}');
    expect(document.activeElement).toBe(screen.getByTestId('row-r6'));
  });

  it('goes back to the name when it was typed', async () => {
    const { user } = await openEditor();
    for (const end of ['{Enter}', '{Escape}']) {
      await user.click(screen.getByTestId('rename'));
      await user.keyboard(`Keynote${end}`);
      expect(document.activeElement, end).toBe(screen.getByTestId('rename'));
    }
  });

  it('is followed by the list, which has more rows than room', async () => {
    const seen: (string | null)[] = [];
    Element.prototype.scrollIntoView = function scrollIntoView(this: Element) {
      seen.push(this.querySelector('button')?.getAttribute('data-testid') ?? null);
    };
    const many = layouts.find((one) => one.document.regions.length > 5) ?? mine;
    await openEditor({}, { ...mine, document: many.document });
    const last = many.document.regions.at(-1)?.id ?? '';
    seen.length = 0;
    act(() => select([last]));
    expect(seen).toEqual([`row-${last}`]);
  });
});
