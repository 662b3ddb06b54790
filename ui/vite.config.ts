import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

/**
 * The window is WebKit on Linux and macOS and WebView2 on Windows: the oldest that is promised
 * is WebKitGTK 2.40, which is Safari 16.4.
 *
 * Everything is a file of its own, fonts too (`assetsInlineLimit: 0`): the content policy of the
 * window knows no `data:` and no inline script or style.
 */
export default defineConfig({
  plugins: [svelte()],
  clearScreen: false,
  server: { port: 1420, strictPort: true },
  build: {
    outDir: 'dist',
    target: 'safari16',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
