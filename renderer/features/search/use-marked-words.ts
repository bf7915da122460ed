import { type RefObject, useEffect } from 'react';

const name = 'found';
const MOST = 400;

/** Marks where the words of a query begin words in what is shown, without changing it: the browser paints over it. */
export function useMarkedWords(list: RefObject<HTMLElement | null>, query: string, shown: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown changes what is to be marked
  useEffect(() => {
    if (!list.current || typeof Highlight === 'undefined') return;
    const ranges = rangesOf(list.current, query);
    CSS.highlights.set(name, new Highlight(...ranges));
    return () => {
      CSS.highlights.delete(name);
    };
  }, [list, query, shown]);
}

function rangesOf(root: HTMLElement, query: string): Range[] {
  const words = query.trim().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map(literally).join('|')})`, 'giu');
  const ranges: Range[] = [];
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node && ranges.length < MOST; node = texts.nextNode()) {
    for (const { index, 0: found } of (node.nodeValue ?? '').matchAll(pattern)) {
      const range = new Range();
      range.setStart(node, index);
      range.setEnd(node, index + found.length);
      ranges.push(range);
    }
  }
  return ranges;
}

function literally(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
