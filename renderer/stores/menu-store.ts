import { createStore } from 'zustand/vanilla';

export interface MenuItem {
  id: string;
  label: string;
  run(): unknown;
  /** It takes something away. */
  danger?: boolean;
}

/** In CSS pixels of the window. */
export interface Point {
  x: number;
  y: number;
}

export interface MenuState {
  open: { items: readonly MenuItem[]; at: Point } | null;
  show(items: readonly MenuItem[], at: Point): void;
  close(): void;
}

/** The one menu of the window, opened where somebody asked for it. */
export function createMenuStore() {
  return createStore<MenuState>()((set) => ({
    open: null,
    show: (items, at) => set({ open: items.length > 0 ? { items, at } : null }),
    close: () => set({ open: null }),
  }));
}
