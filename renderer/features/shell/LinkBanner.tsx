import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import { linkDown } from '../../words/common.ts';

/** Says that what is seen may be old. */
export function LinkBanner() {
  const link = useStore(useStores().status, (state) => state.link);
  if (link !== 'down') return null;
  return (
    <p className="link-banner" role="alert">
      <span className="mark" data-mark="failed" aria-hidden="true" />
      <strong>{linkDown.title}</strong> {linkDown.text}
    </p>
  );
}
