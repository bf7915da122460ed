import type { Socket } from 'node:net';
import { pageHeaders } from '../../shared/page-headers.ts';
import { failure } from './refusal.ts';

const words: Record<number, string> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

/** Answers what is no HTTP, too long or too slow, by hand: Node has given up on its connection. */
export function answerBrokenCall(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable || socket.destroyed) {
    socket.destroy();
    return;
  }
  const status =
    error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const body = JSON.stringify(failure({ code: 'bad_input', message: 'This call cannot be understood.' }));
  const headers = Object.entries({
    ...pageHeaders,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
  });
  const lines = headers.map(([name, value]) => `${name}: ${value}`).join('\r\n');
  socket.end(`HTTP/1.1 ${status} ${words[status]}\r\n${lines}\r\n\r\n${body}`, () => socket.destroy());
}
