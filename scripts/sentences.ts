import { readFileSync } from 'node:fs';
import { parseSync, Visitor } from 'vite';

/**
 * The sentences that stand in a source file as strings, as far as they look as if they were for people. What a template
 * puts in is `{}`.
 */
export function sentencesIn(file: string): string[] {
  const { program } = parseSync(file, readFileSync(file, 'utf8'));
  const found: string[] = [];
  const keep = (text: string) => {
    if (/^(?:[A-Z]|\{\}|ngrok|bitHuman).* .*[.?]$/.test(text) && /[a-z]{2,}/.test(text)) found.push(text);
  };
  new Visitor({
    Literal({ value }) {
      if (typeof value === 'string') keep(value);
    },
    TemplateLiteral({ quasis }) {
      keep(quasis.map(({ value }) => value.cooked ?? '').join('{}'));
    },
  }).visit(program);
  return found;
}
