import { workerData } from 'node:worker_threads';
import type { ReceiveThreadData } from '../contract.ts';
import { dieOnCommand } from './crash-on-command.ts';

dieOnCommand(`${(workerData as ReceiveThreadData).files.lock}.die`);
await import(new URL('../receive-thread.ts', import.meta.url).href);
