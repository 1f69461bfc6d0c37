import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { connect, makeClient } from '../data';
import { App } from './App';
import { applyTheme, rememberedTheme } from './theme';

/** Puts the page into `#root` and listens to the studio. */
export function startPage(): void {
  applyTheme(rememberedTheme());
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  const client = makeClient();
  connect(client);
  createRoot(root).render(
    <StrictMode>
      <App client={client} />
    </StrictMode>,
  );
}
