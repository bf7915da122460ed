import type { Socket } from 'node:net';

/** How long a sender may go on after our last word before its connection is cut. */
const LINGER_MS = 2_000;

/**
 * Ends our side of a connection and lets the other side finish its own. Closing at once while it still sends makes the
 * system answer with a reset, which takes our last word off its hands unread.
 * https://www.rfc-editor.org/rfc/rfc9112#section-9.6
 */
export function closeGently(socket: Socket, lastWord = ''): void {
  if (!socket.writable) return;
  socket.end(lastWord);
  const cut = setTimeout(() => socket.destroy(), LINGER_MS);
  socket.once('close', () => clearTimeout(cut));
}

/** Reads on without a thought, past Node's parser, which would report the same error for each further byte. */
export function ignoreInput(socket: Socket): void {
  socket.removeAllListeners('data');
  socket.on('data', () => undefined);
}
