import { expect, test } from 'vitest';
import { errorCodes } from '../../shared/errors.ts';
import { explainError, fixOf, fixWords } from './errors.ts';

const sentence = /^[A-Z“].*[.?!…]$/s;

test.each(errorCodes)('%s says what happened, what it means, and has a button', (code) => {
  const { sentence: said, next } = explainError({ code, message: '' });
  expect(said).toMatch(sentence);
  expect(next).toMatch(sentence);
  expect(fixWords[fixOf(code)]).toMatch(/^[A-Z][^.]+$/);
});

test('words of the core stand where they say more, whole and harmless', () => {
  const told = (code: (typeof errorCodes)[number], message: string) => explainError({ code, message }).next;
  expect(told('tunnel_down', 'The path is shut')).toBe('The path is shut. Greenroom keeps trying.');
  expect(told('internal', 'Code 7.')).toBe('Try again. Code 7.');
  expect(told('vendor_refused', 'No \u202esuch head')).toBe('No ⟨U+202E⟩such head.');
  expect(told('not_found', 'There is no endpoint with this id.')).not.toContain('with this id');
  expect(told('bad_input', 'x'.repeat(5000)).length).toBeLessThan(410);
});
