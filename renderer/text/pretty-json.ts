/**
 * JSON with line breaks and indents; undefined where the text is none. Each token stays as it was sent: `1.0` stays
 * `1.0` and a double key stays double, since a signature is over just these.
 */
export function prettyJson(text: string): string | undefined {
  if (!isJson(text)) return undefined;
  let depth = 0;
  let out = '';
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gs) ?? [];
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (token === '{' || token === '[') {
      const isEmpty = next === '}' || next === ']';
      depth += 1;
      out += isEmpty ? token : token + newline(depth);
    } else if (token === '}' || token === ']') {
      const before = tokens[index - 1];
      depth -= 1;
      out += before === '{' || before === '[' ? token : newline(depth) + token;
    } else if (token === ',') out += `,${newline(depth)}`;
    else if (token === ':') out += ': ';
    else out += token;
  }
  return out;
}

/** Past this depth a body is no document for people, and its indents alone would be megabytes. */
const deepest = 100;

function newline(depth: number): string {
  return `\n${'  '.repeat(Math.min(depth, deepest))}`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
