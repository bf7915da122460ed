import { startTestHost } from './test-host.ts';

/** The browser host as a process of its own, which a test can end at any point. Its options come as JSON. */
const { dataDir, tunnelHost } = JSON.parse(process.argv[2] ?? '{}') as {
  dataDir: string;
  tunnelHost: string;
};
const { ui, token } = await startTestHost({ dataDir, options: { tunnelHost } });
console.log(JSON.stringify({ ui, token }));
process.once('SIGTERM', () => process.exit(0));
