import { assertNever, type ErrorCode } from '../../shared/errors.ts';
import { useRoute, useStores } from '../stores/context.ts';
import { newEndpoint, routeHash } from '../stores/route-store.ts';
import { fixOf, fixWords } from '../words/errors.ts';

interface Props {
  code: ErrorCode;
  onRetry: (() => void) | undefined;
  here: boolean;
  endpointId: string | undefined;
}

/** Does what helps against an error, or leads to where that is done; and the way to try again, where there is one. */
export function FixButton(props: Props) {
  const { code, onRetry } = props;
  return (
    <>
      <Fixing {...props} />
      {onRetry && fixOf(code) !== 'reload' && (
        <button type="button" className="button" onClick={onRetry}>
          {fixWords.retry}
        </button>
      )}
    </>
  );
}

function Fixing({ code, here, endpointId }: Props) {
  const { wanted } = useStores();
  const { screen, id } = useRoute();
  const shown = screen === 'endpoints' && id !== newEndpoint ? id : null;
  const about = endpointId ?? shown;
  const fix = fixOf(code);
  const link = (hash: string, onClick?: () => void) => (
    <a className="button" href={hash} onClick={onClick}>
      {fixWords[fix]}
    </a>
  );
  switch (fix) {
    case 'retry':
      return null;
    case 'reload':
      return (
        <button type="button" className="button" onClick={() => window.location.reload()}>
          {fixWords.reload}
        </button>
      );
    case 'connection':
      return here || screen === 'connection' ? null : link(routeHash('connection'));
    case 'endpoint':
      // On its own page the steps to connect it stand right here.
      return about === shown && shown ? null : link(routeHash('endpoints', about));
    case 'secret':
      return link(routeHash('endpoints', about), () => wanted.setState({ secretOf: about }));
    case 'deliveries':
      return link(routeHash('deliveries'));
    case 'keeping':
      return link(routeHash('settings', 'general'));
    case 'about':
      return link(routeHash('settings', 'about'));
    case 'back':
      return link(routeHash(screen));
    default:
      return assertNever(fix);
  }
}
