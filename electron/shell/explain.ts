import { AppError } from '../../shared/errors.ts';
import { explained } from './exit-code.ts';

/** Tells why Greenroom cannot run, in the words of the error, and ends it. */
export function explainAndExit(
  { app, dialog }: { app: Pick<Electron.App, 'exit'>; dialog: Pick<Electron.Dialog, 'showErrorBox'> },
  error: unknown,
): void {
  console.error(error);
  const message = error instanceof AppError ? error.message : `Something unexpected went wrong:\n\n${error}`;
  dialog.showErrorBox('Greenroom cannot start', message);
  app.exit(explained);
}
