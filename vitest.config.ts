import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,electron,renderer,scripts}/**/*.test.{ts,tsx}'],
    environment: 'node',
    globalSetup: 'scripts/temp-root.ts',
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // How long something takes is no test's business: on a busy machine each of them waits.
    expect: { poll: { timeout: 15_000 } },
  },
});
