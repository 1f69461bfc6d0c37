import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The page with the backend of the tests, to look at a screen without the app. Never part of the product:
// `npm run shots`, then `npx vite preview --config shots.config.ts` and open /shots.html?screen=record&theme=light.
export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'node_modules/.shots',
    target: 'es2022',
    assetsInlineLimit: 0,
    rollupOptions: { input: 'shots.html' },
  },
});
