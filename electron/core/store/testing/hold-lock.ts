import { lockFolder } from '../lock.ts';

/** A process of its own that holds, or tries to hold, a lock. */
try {
  lockFolder(process.argv[2] ?? '');
  process.stdout.write('held\n');
  // Alive until it is killed.
  process.stdin.resume();
} catch (error) {
  process.stdout.write(`${(error as { code?: string }).code}\n`);
}
