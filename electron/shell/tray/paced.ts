/**
 * Runs at once when it is asked to, and then not again for a while; what is asked for meanwhile is done once, at the
 * end of it, so that the last state is always the one that stays.
 */
export function createPaced(run: () => void, apartMs: number) {
  let timer: NodeJS.Timeout | undefined;
  let isAsked = false;

  function go(): void {
    isAsked = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (isAsked) go();
    }, apartMs);
    run();
  }

  return {
    ask(): void {
      if (timer) isAsked = true;
      else go();
    },
    stop(): void {
      clearTimeout(timer);
      timer = undefined;
      isAsked = false;
    },
  };
}
