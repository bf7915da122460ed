import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/chromium.mjs';

/** Chromium refuses its own sandbox to root; the rest keeps it from calling home. */
const args = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const executablePath = findChromium();

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['./e2e/plain-reporter.ts']],
  projects: [
    {
      name: 'browser',
      testIgnore: 'desktop.spec.ts',
      use: {
        launchOptions: { args, ...(executablePath !== undefined && { executablePath }) },
        viewport: { width: 1280, height: 800 },
        trace: 'retain-on-failure',
      },
    },
    { name: 'desktop', testMatch: 'desktop.spec.ts' },
  ],
});
