import { startUnithServer } from './unith-server.ts';
import { startControl } from './unith-server-control.ts';

/** UNITH as a process of its own. Its options come as JSON; it tells where it is, and where it takes commands. */
const options = JSON.parse(process.argv[2] ?? '{}') as Parameters<typeof startUnithServer>[0];
const server = await startUnithServer(options);
const control = await startControl(server);
console.log(JSON.stringify({ url: server.url, control: control.url }));
process.once('SIGTERM', () => process.exit(0));
