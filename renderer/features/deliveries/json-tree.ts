export interface JsonNode {
  /** In the order of the text; the root is 0. */
  id: number;
  depth: number;
  /** The member's name as sent, with its quotes; absent in an array and at the root. */
  key?: string;
  /** Its number in an array. */
  index?: number;
  kind: 'object' | 'array' | 'value';
  /** Of a value: as it was sent, so that `1.0` stays `1.0`. */
  text: string;
  children: JsonNode[];
  parent: JsonNode | null;
}

/** Above so many characters a tree would only be slow: text and hex are there. */
export const mostForTree = 2_000_000;

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gs;

/**
 * A JSON text as nodes, double keys and all; undefined where it is none. No recursion: what strangers nest may be deep.
 */
export function jsonTree(text: string): JsonNode | undefined {
  if (text.length > mostForTree || !isJson(text)) return undefined;
  let root: JsonNode | undefined;
  let open = null as JsonNode | null;
  let key: string | undefined;
  let last = -1;

  const add = (kind: JsonNode['kind'], token: string): JsonNode => {
    const node: JsonNode = {
      id: ++last,
      depth: open ? open.depth + 1 : 0,
      kind,
      text: token,
      children: [],
      parent: open,
      ...(key !== undefined && { key }),
      ...(open?.kind === 'array' && { index: open.children.length }),
    };
    key = undefined;
    open?.children.push(node);
    root ??= node;
    return node;
  };

  for (const [token] of text.matchAll(tokens)) {
    if (token === '{') open = add('object', '');
    else if (token === '[') open = add('array', '');
    else if (token === '}' || token === ']') open = open?.parent ?? null;
    else if (token === ':' || token === ',') continue;
    else if (open?.kind === 'object' && key === undefined) key = token;
    else add('value', token);
  }
  return root;
}

export interface TreeRow {
  node: JsonNode;
  /** Where the children are cut off, how many are not shown: the row stands for them. */
  rest?: number;
}

/** So many of one node's children are shown at once. */
export const childrenAtOnce = 100;

/** The rows that are seen: only what is open is walked. @param shown how many children, where more than usual */
export function treeRows(
  root: JsonNode,
  isOpen: (id: number) => boolean,
  shown: ReadonlyMap<number, number>,
): TreeRow[] {
  const rows: TreeRow[] = [];
  const waiting: TreeRow[] = [{ node: root }];
  for (let row = waiting.pop(); row; row = waiting.pop()) {
    rows.push(row);
    const { node, rest } = row;
    if (rest !== undefined || node.children.length === 0 || !isOpen(node.id)) continue;
    const most = shown.get(node.id) ?? childrenAtOnce;
    const left = node.children.length - most;
    if (left > 0) waiting.push({ node, rest: left });
    for (const child of node.children.slice(0, most).toReversed()) waiting.push({ node: child });
  }
  return rows;
}

/** What is open at first: as deep as it stays short. */
export function firstOpen(root: JsonNode, mostRows = 60): Set<number> {
  const open = new Set<number>();
  let rows = 1;
  let level = [root];
  while (level.length > 0) {
    const parents = level.filter(({ children }) => children.length > 0);
    const next = parents.flatMap(({ children }) => children.slice(0, mostRows));
    if (next.length === 0) break;
    if (open.size > 0 && rows + next.length > mostRows) break;
    for (const { id } of parents) open.add(id);
    rows += next.length;
    level = next;
  }
  return open;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
