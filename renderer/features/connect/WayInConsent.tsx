import type { TunnelInfo } from '../../../shared/tunnels.ts';
import { connect as words } from '../../words/connect.ts';
import { WayInCards } from '../connection/WayInCards.tsx';
import type { WayInDraft, WayInProblems } from '../connection/way-in-draft.ts';

interface Props {
  providers: readonly TunnelInfo[];
  draft: WayInDraft;
  problems: WayInProblems;
  onChange(draft: WayInDraft): void;
}

/** Nothing is opened to the internet before a person has chosen by what. */
export function WayInConsent({ providers, draft, problems, onChange }: Props) {
  return (
    <div className="group">
      <h4>{words.wayIn}</h4>
      <p className="field-about">{words.wayInHint}</p>
      <WayInCards
        compact
        label={words.wayIn}
        providers={providers.filter(({ id }) => id !== 'off')}
        draft={draft}
        problems={problems}
        onChange={onChange}
      />
    </div>
  );
}
