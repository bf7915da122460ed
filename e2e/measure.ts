/** Runs in the page. `cut`: controls whose words are cut off without a sign of it, or that lie outside of the window. */
export function measure() {
  const cut = [...document.querySelectorAll<HTMLElement>('button, a, label, h1, h2, [role="tab"]')].filter(
    (one) => {
      const { width, height, left, right } = one.getBoundingClientRect();
      const { textOverflow, overflowX, position, clipPath } = getComputedStyle(one);
      if (width <= 1 || height <= 1 || position === 'fixed' || clipPath !== 'none') return false;
      if (one.closest('.unseen, [hidden], [popover]:not(:popover-open), .skip')) return false;
      let scroller = one.parentElement;
      while (scroller && !/auto|scroll/.test(getComputedStyle(scroller).overflowX))
        scroller = scroller.parentElement;
      const scrolled = scroller && scroller.scrollWidth > scroller.clientWidth;
      const isOutside = !scrolled && (left < -1 || right > innerWidth + 1);
      const isClipped =
        overflowX === 'hidden' && textOverflow !== 'ellipsis' && one.scrollWidth > one.clientWidth + 1;
      return isOutside || isClipped;
    },
  );
  return {
    over: Math.max(0, document.documentElement.scrollWidth - innerWidth),
    headings: document.querySelectorAll('h1').length,
    cut: cut.map((one) => `${one.tagName} ${one.className} ${one.textContent?.trim().slice(0, 40)}`),
  };
}
