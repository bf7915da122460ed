import { workerData } from 'node:worker_threads';
import { dieOnCommand } from './crash-on-command.ts';

dieOnCommand(`${(workerData as { files: { search: string } }).files.search}.die`);
await import(new URL('../search-thread.ts', import.meta.url).href);
