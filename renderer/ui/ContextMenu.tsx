import { DropdownMenu } from 'radix-ui';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../stores/context.ts';
import { menu as words } from '../words/menu.ts';
import './ContextMenu.css';

const margin = 6;

/** The window's menu. It stays mounted, to know whether it was a key that opened it: then its first item has the focus. */
export function ContextMenu() {
  const { menu } = useStores();
  const { open, close } = useStore(menu);
  const box = useRef<HTMLDivElement>(null);
  const before = useRef<Element | null>(null);

  useEffect(
    () =>
      menu.subscribe((now, was) => {
        if (now.open && !was.open) before.current = document.activeElement;
      }),
    [menu],
  );

  // What lies under it may move away: it closes as soon as anything else is done.
  useEffect(() => {
    if (!open) return;
    const aborter = new AbortController();
    const { signal } = aborter;
    const leave = ({ target }: Event) => {
      if (!(target instanceof Node && box.current?.contains(target))) close();
    };
    for (const name of ['wheel', 'scroll'] as const)
      window.addEventListener(name, leave, { capture: true, passive: true, signal });
    for (const name of ['resize', 'blur', 'hashchange'] as const)
      window.addEventListener(name, close, { signal });
    return () => aborter.abort();
  }, [open, close]);

  /** What had the focus before gets it back, unless something else was pressed. */
  const giveBack = (event: Event) => {
    event.preventDefault();
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
  };

  return (
    <DropdownMenu.Root open={open !== null} onOpenChange={close} modal={false}>
      <DropdownMenu.Trigger asChild>
        <span className="menu-point" style={{ left: open?.at.x, top: open?.at.y }} aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content
        ref={box}
        className="menu"
        aria-label={words.label}
        aria-labelledby={undefined}
        align="start"
        sideOffset={0}
        collisionPadding={margin}
        loop
        onEscapeKeyDown={(event) => event.stopPropagation()}
        onInteractOutside={() => {
          before.current = null;
        }}
        onCloseAutoFocus={giveBack}
        onContextMenu={(event) => event.preventDefault()}
      >
        {open?.items.map(({ id, label, run, danger }) => (
          <DropdownMenu.Item key={id} data-danger={danger || undefined} onSelect={() => void run()}>
            {label}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
