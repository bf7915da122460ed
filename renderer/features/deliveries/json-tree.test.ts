import fc from 'fast-check';
import { expect, test } from 'vitest';
import { childrenAtOnce, firstOpen, type JsonNode, jsonTree, treeRows } from './json-tree.ts';

/** The text again, without its spaces. */
function write(node: JsonNode): string {
  const name = node.key === undefined ? '' : `${node.key}:`;
  const inside = node.children.map(write).join();
  if (node.kind === 'object') return `${name}{${inside}}`;
  return node.kind === 'array' ? `${name}[${inside}]` : name + node.text;
}

test('a tree holds all of any JSON, token by token', () => {
  fc.assert(
    fc.property(fc.json(), fc.integer({ min: 0, max: 3 }), (text, indent) => {
      const spaced = JSON.stringify(JSON.parse(text), null, indent);
      const tree = jsonTree(spaced);
      expect(tree && write(tree)).toBe(JSON.stringify(JSON.parse(spaced)));
    }),
  );
});

test('numbers and double keys stay as they were sent', () => {
  const text = '{"a":1.0,"a":[-0,1E400,{}],"b\\"c":"x,y:{z"}';
  const tree = jsonTree(text);
  expect(tree && write(tree)).toBe(text);
});

test.each(['', 'x', '{', '{"a":}', '[1,]', 'a=b&c=d'])('%j is no tree', (text) => {
  expect(jsonTree(text)).toBeUndefined();
});

test('only what is open is walked, and long lists come in parts', () => {
  const tree = jsonTree(`{"list":[${Array.from({ length: 250 }, (_, i) => i).join()}],"x":{"y":1}}`);
  if (!tree) throw new Error('no tree');
  expect(treeRows(tree, () => false, new Map())).toHaveLength(1);
  const list = tree.children[0];
  const open = new Set([tree.id, list?.id ?? -1]);
  const rows = treeRows(tree, (id) => open.has(id), new Map());
  expect(rows).toHaveLength(1 + 1 + childrenAtOnce + 1 + 1);
  expect(rows[childrenAtOnce + 2]).toMatchObject({ node: { id: list?.id }, rest: 150 });
  expect(rows.at(-1)?.node.key).toBe('"x"');
  const all = treeRows(tree, (id) => open.has(id), new Map([[list?.id ?? -1, 300]]));
  expect(all).toHaveLength(1 + 1 + 250 + 1);
  expect(all.some(({ rest }) => rest !== undefined)).toBe(false);
});

test('what is nested deeper than any stack is a tree too', () => {
  const depth = 5000;
  const tree = jsonTree('['.repeat(depth) + ']'.repeat(depth));
  if (!tree) throw new Error('no tree');
  expect(treeRows(tree, () => true, new Map()).at(-1)?.node.depth).toBe(depth - 1);
});

test('a short body is open at first, a long one only at its top', () => {
  const small = jsonTree('{"a":{"b":{"c":1}}}');
  expect(small && firstOpen(small).size).toBe(3);
  const wide = jsonTree(`{"a":{${Array.from({ length: 80 }, (_, i) => `"k${i}":1`).join()}}}`);
  expect(wide && [...firstOpen(wide)]).toEqual([0]);
});
