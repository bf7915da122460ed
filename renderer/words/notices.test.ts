import { expect, test } from 'vitest';
import type { Notice } from '../../shared/status.ts';
import { wordNotice } from './notices.ts';

test('nothing a stranger wrote acts on the page', () => {
  const notice = { code: 'alert', title: 'A \u202eB', text: 'C\u0007D' } satisfies Partial<Notice>;
  const { title, text } = wordNotice(notice);
  for (const sign of ['\u202e', '\u0007']) expect(title + text).not.toContain(sign);
});
