import { defineConfig } from '@playwright/test';
import { chromiumArgs, findChromium } from './scripts/chromium.mjs';

const args = chromiumArgs();
const executablePath = findChromium();

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './scripts/temp-root.ts',
  outputDir: 'test-results',
  // One set of pictures for all systems: where their fonts are not, they are not compared.
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['./e2e/plain-reporter.ts']],
  projects: [
    {
      name: 'browser',
      testIgnore: ['desktop.spec.ts', 'main.spec.ts'],
      use: {
        launchOptions: { args, ...(executablePath !== undefined && { executablePath }) },
        viewport: { width: 1280, height: 800 },
        locale: 'en-GB',
        trace: 'retain-on-failure',
      },
    },
    // The built main file, without Electron's runtime and without a browser.
    { name: 'main', testMatch: 'main.spec.ts' },
    // What is in `both` runs on each host; where the Electron runtime is missing it is skipped here, with the reason.
    { name: 'desktop', testMatch: ['desktop.spec.ts', 'both/*.spec.ts'] },
  ],
});
