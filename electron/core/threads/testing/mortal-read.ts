import { workerData } from 'node:worker_threads';
import { dieOnCommand } from './crash-on-command.ts';

dieOnCommand(`${(workerData as { file: string }).file}.die`);
await import(new URL('../read-thread.ts', import.meta.url).href);
