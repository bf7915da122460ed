import { openByProgram, type Program } from './child-address.ts';
import { TunnelError, type TunnelProvider } from './tunnel.ts';

/** Tailscale Funnel, in the foreground: it ends with its program. */
export const tailscale: TunnelProvider = {
  info: {
    id: 'tailscale',
    title: 'Tailscale Funnel',
    summary:
      'The same address always, encrypted all the way to this computer. Needs Tailscale on this computer, logged in, with Funnel allowed.',
    stable: true,
    uses: [],
  },
  gate: () => undefined,
  open: (wish) => openByProgram(programFor(wish.port), wish),
};

function programFor(port: number): Program {
  return {
    name: 'tailscale',
    places: [
      '/opt/homebrew/bin/tailscale',
      '/usr/local/bin/tailscale',
      '/Applications/Tailscale.app/Contents/MacOS/Tailscale',
      'C:\\Program Files\\Tailscale\\tailscale.exe',
    ],
    homepage: 'https://tailscale.com/download',
    args: ['funnel', '--yes', `http://127.0.0.1:${port}`],
    limit: 20_000,
    address: readAddress,
    explain,
  };
}

/** The address under "Available on the internet". */
export function readAddress(output: string): string | undefined {
  const lines = output.slice(0, output.lastIndexOf('\n') + 1);
  const [, found] =
    /^\s*(https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)*\.ts\.net)(?::443)?\/?\s*$/im.exec(lines) ?? [];
  return found;
}

/** Where Funnel is not allowed yet, the program names a page and waits: nobody would see it. */
function explain(output: string): TunnelError | undefined {
  const page = /https:\/\/login\.tailscale\.com\/\S+/.exec(output)?.[0];
  if (page) {
    return new TunnelError(
      'tunnel_refused',
      `Tailscale does not allow Funnel on this computer yet. Allow it at ${page.slice(0, 200)}, then try again.`,
      'never',
    );
  }
  if (/not (running|logged in)|NeedsLogin|is Tailscale running|failed to connect to local/i.test(output)) {
    return new TunnelError(
      'tunnel_down',
      'Tailscale is not running or not logged in on this computer.',
      'soon',
    );
  }
  if (/access denied/i.test(output)) {
    return new TunnelError(
      'tunnel_refused',
      'Tailscale lets only its operator open a Funnel. Run once: sudo tailscale set --operator=$USER',
      'never',
    );
  }
  return undefined;
}
