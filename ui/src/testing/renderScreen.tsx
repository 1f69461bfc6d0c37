import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import type { ComponentType } from 'react';
import { I18nProvider } from 'react-aria-components';
import { go, type Route } from '../app/route';
import { setBackend } from '../bridge';
import { connect, makeClient } from '../data';
import { ToastRegion } from '../kit';
import { catalogues, MessagesProvider, type Tongue } from '../messages';
import type { FakeBackend } from './fakeBackend';

// jsdom lacks it, and the collections of React Aria look their items up with it.
globalThis.CSS ??= {} as typeof CSS;
globalThis.CSS.escape ??= (text) => text.replace(/[^\w-]/g, (one) => `\\${one}`);

/** Shows one screen with everything around it that it needs, on a backend in memory. */
export function renderScreen(
  Screen: ComponentType,
  backend: FakeBackend,
  route: Route,
  tongue: Tongue = 'en',
) {
  setBackend(backend);
  go(route);
  const client = makeClient();
  connect(client);
  const user = userEvent.setup();
  const view = render(
    <QueryClientProvider client={client}>
      <MessagesProvider value={catalogues[tongue]}>
        <I18nProvider locale={catalogues[tongue].locale}>
          <main>
            <Screen />
          </main>
          <ToastRegion />
        </I18nProvider>
      </MessagesProvider>
    </QueryClientProvider>,
  );
  return { ...view, client, user };
}

/** What axe finds wrong, in a line each. Colours need a real window and are looked at there. */
export async function violations(container: Element): Promise<string[]> {
  const { violations: found } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false } },
  });
  return found.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)}`),
  );
}
