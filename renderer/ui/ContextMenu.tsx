import { useEffect, useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../stores/context.ts';
import type { MenuState } from '../stores/menu-store.ts';
import { menu as words } from '../words/menu.ts';
import { menuStep } from './menu-keys.ts';
import './ContextMenu.css';

const margin = 6;

/** The window's menu, while it is open. What had the focus before gets it back. */
export function ContextMenu() {
  const { open, close } = useStore(useStores().menu);
  return open && <Menu key={`${open.at.x} ${open.at.y}`} open={open} onClose={close} />;
}

function Menu({ open: { items, at }, onClose }: { open: NonNullable<MenuState['open']>; onClose(): void }) {
  const box = useRef<HTMLDivElement>(null);
  const buttons = () => [...(box.current?.querySelectorAll('button') ?? [])];

  useLayoutEffect(() => {
    const menu = box.current;
    const before = document.activeElement;
    if (!menu) return;
    menu.showPopover();
    const { offsetWidth, offsetHeight } = menu;
    menu.style.left = `${clamp(at.x, innerWidth - offsetWidth)}px`;
    menu.style.top = `${clamp(at.y, innerHeight - offsetHeight)}px`;
    menu.querySelector('button')?.focus();
    return () => {
      const hadFocus = menu.contains(document.activeElement) || document.activeElement === document.body;
      if (hadFocus && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [at]);

  // What lies under it may move away: it closes as soon as anything else is done.
  useEffect(() => {
    const leave = (event: Event) => {
      if (!(event.target instanceof Node && box.current?.contains(event.target))) onClose();
    };
    const others = ['pointerdown', 'wheel', 'scroll', 'resize', 'blur', 'hashchange'] as const;
    for (const name of others) window.addEventListener(name, leave, { capture: true, passive: true });
    return () => {
      for (const name of others) window.removeEventListener(name, leave, { capture: true });
    };
  }, [onClose]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      return onClose();
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const all = buttons();
    const now = all.indexOf(document.activeElement as HTMLButtonElement);
    const to = menuStep(
      items.map(({ label }) => label),
      now,
      event.key,
    );
    if (to === undefined) return;
    event.preventDefault();
    all[to]?.focus();
  };

  return (
    <div
      ref={box}
      popover="manual"
      role="menu"
      tabIndex={-1}
      className="menu"
      aria-label={words.label}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => event.preventDefault()}
    >
      {items.map(({ id, label, run, danger }) => (
        <button
          key={id}
          type="button"
          role="menuitem"
          tabIndex={-1}
          data-danger={danger || undefined}
          onPointerMove={({ currentTarget }) => currentTarget.focus({ preventScroll: true })}
          onClick={() => {
            onClose();
            run();
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

function clamp(wanted: number, most: number): number {
  return Math.max(margin, Math.min(wanted, most - margin));
}
