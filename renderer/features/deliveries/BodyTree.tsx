import { ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { cut, inert } from '../../text/inert.ts';
import { delivery as words } from '../../words/deliveries.ts';
import { childrenAtOnce, firstOpen, type JsonNode, type TreeRow, treeRows } from './json-tree.ts';
import './body-tree.css';

/** Longer values are whole in the text. */
const mostOfValue = 2000;

const keyOf = ({ node, rest }: TreeRow) => (rest === undefined ? `${node.id}` : `${node.id} rest`);

/** The body's members to fold and unfold: arrows move, right opens, left closes or leads out. */
export function BodyTree({ root }: { root: JsonNode }) {
  const [open, setOpen] = useState(() => firstOpen(root));
  const [shown, setShown] = useState<ReadonlyMap<number, number>>(new Map());
  const rows = useMemo(() => treeRows(root, (id) => open.has(id), shown), [root, open, shown]);
  const [active, setActive] = useState('0');
  const tree = useRef<HTMLDivElement>(null);
  const current = rows.some((row) => keyOf(row) === active) ? active : '0';

  const focusRow = (key: string) => tree.current?.querySelector<HTMLElement>(`[data-row="${key}"]`)?.focus();
  const moveTo = (row: TreeRow | undefined) => {
    if (!row) return;
    setActive(keyOf(row));
    focusRow(keyOf(row));
  };
  const fold = (node: JsonNode, isOpen: boolean) => {
    const next = new Set(open);
    if (isOpen) next.add(node.id);
    else next.delete(node.id);
    setOpen(next);
  };
  /** The row that stood for the rest is gone then: the first of the rest takes its place. */
  const showMore = (node: JsonNode) => {
    const before = shown.get(node.id) ?? childrenAtOnce;
    const first = `${node.children[before]?.id}`;
    flushSync(() => {
      setShown(new Map(shown).set(node.id, before * 4));
      setActive(first);
    });
    focusRow(first);
  };
  const activate = ({ node, rest }: TreeRow) => {
    if (rest !== undefined) return showMore(node);
    setActive(`${node.id}`);
    if (node.children.length > 0) fold(node, !open.has(node.id));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = rows.findIndex((row) => keyOf(row) === current);
    const row = rows[at];
    if (!row) return;
    const { node } = row;
    const isOpen = row.rest === undefined && open.has(node.id) && node.children.length > 0;
    const isClosed = row.rest === undefined && !isOpen && node.children.length > 0;
    const parent = row.rest === undefined ? node.parent : node;
    const keys: Record<string, () => void> = {
      ArrowDown: () => moveTo(rows[at + 1]),
      ArrowUp: () => moveTo(rows[at - 1]),
      Home: () => moveTo(rows[0]),
      End: () => moveTo(rows.at(-1)),
      ArrowRight: () => (isClosed ? fold(node, true) : isOpen && moveTo(rows[at + 1])),
      ArrowLeft: () => {
        if (isOpen) fold(node, false);
        else moveTo(rows.find((one) => one.rest === undefined && one.node === parent));
      },
      Enter: () => activate(row),
      ' ': () => activate(row),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <div ref={tree} role="tree" aria-label={words.tree} className="code body-tree" onKeyDown={onKeyDown}>
      {rows.map((row) => (
        <Row
          key={keyOf(row)}
          row={row}
          isOpen={open.has(row.node.id)}
          isActive={keyOf(row) === current}
          onPress={() => activate(row)}
        />
      ))}
    </div>
  );
}

interface RowProps {
  row: TreeRow;
  isOpen: boolean;
  isActive: boolean;
  onPress(): void;
}

function Row({ row, isOpen, isActive, onPress }: RowProps) {
  const { node, rest } = row;
  const depth = rest === undefined ? node.depth : node.depth + 1;
  const hasChildren = rest === undefined && node.children.length > 0;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree itself takes the keys
    <div
      role="treeitem"
      data-row={keyOf(row)}
      aria-level={depth + 1}
      aria-expanded={hasChildren ? isOpen : undefined}
      aria-selected={isActive}
      tabIndex={isActive ? 0 : -1}
      style={{ paddingInlineStart: `${Math.min(depth, 24) * 14}px` }}
      onClick={() => {
        // Text that is being selected is not a press.
        if (window.getSelection()?.isCollapsed !== false) onPress();
      }}
    >
      <ChevronRight className="body-tree-fold" data-shown={hasChildren} data-open={isOpen} aria-hidden />
      {rest === undefined ? <Member node={node} isOpen={isOpen} /> : words.moreOf(rest)}
    </div>
  );
}

function Member({ node, isOpen }: { node: JsonNode; isOpen: boolean }) {
  const name = node.key ?? (node.index === undefined ? undefined : String(node.index));
  return (
    <span>
      {name !== undefined && <span className="body-tree-key">{inert(cut(name, 300))}: </span>}
      {node.kind === 'value' ? (
        <span data-type={typeOf(node.text)}>{inert(cut(node.text, mostOfValue))}</span>
      ) : (
        <span className="quiet">
          {node.kind === 'object' ? '{' : '['}
          {(!isOpen || node.children.length === 0) && (node.kind === 'object' ? '}' : ']')}
          {node.children.length > 0 && ` ${words.members(node.children.length)}`}
        </span>
      )}
    </span>
  );
}

function typeOf(text: string): 'string' | 'number' | 'word' {
  if (text.startsWith('"')) return 'string';
  return /^[-\d]/.test(text) ? 'number' : 'word';
}
