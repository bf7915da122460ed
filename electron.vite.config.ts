import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const here = (path: string) => resolve(import.meta.dirname, path);

/** Three builds into `out/`: the two hosts with the core's threads, the preload script, and the one renderer. */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      sourcemap: true,
      externalizeDeps: true,
      rollupOptions: {
        input: {
          main: here('electron/main.ts'),
          serve: here('electron/serve.ts'),
          'receive-thread': here('electron/core/threads/receive-thread.ts'),
          'read-thread': here('electron/core/threads/read-thread.ts'),
          'search-thread': here('electron/core/threads/search-thread.ts'),
          'localtunnel-thread': here('electron/core/tunnels/localtunnel-thread.ts'),
        },
        output: { format: 'es' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { preload: here('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: here('renderer'),
    plugins: [react()],
    build: {
      outDir: here('out/renderer'),
      sourcemap: false,
      minify: true,
      rollupOptions: { input: here('renderer/index.html') },
    },
  },
});
