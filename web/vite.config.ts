import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// One page; the server fills in the nonce of each answer (src/http/console-routes.ts).
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  html: { cspNonce: '__NONCE__' },
  // A page under a strict policy may not hold files as data within styles or scripts.
  build: {
    outDir: 'dist',
    assetsInlineLimit: 0,
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: { polyfill: false },
  },
});
