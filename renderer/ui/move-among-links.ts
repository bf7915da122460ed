import type { KeyboardEvent } from 'react';

/** Arrow keys go through the links of a short list; each link stays reachable by Tab too. */
export function moveAmongLinks(backKey: string, onKey: string) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === onKey ? 1 : event.key === backKey ? -1 : 0;
    if (step === 0) return;
    const links: Element[] = [...event.currentTarget.querySelectorAll('a')];
    const at = document.activeElement ? links.indexOf(document.activeElement) : -1;
    (links[at + step] as HTMLElement | undefined)?.focus();
    event.preventDefault();
  };
}
