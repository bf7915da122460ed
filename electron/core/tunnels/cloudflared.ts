import { openByProgram, type Program } from './child-address.ts';
import { TunnelError, type TunnelProvider } from './tunnel.ts';

const homepage = 'https://developers.cloudflare.com/cloudflare-one/connections/connect-networks/downloads/';

/** Cloudflare's quick tunnels: no account, another address each time, encrypted to this computer. */
export const cloudflared: TunnelProvider = {
  info: {
    id: 'cloudflared',
    title: 'Cloudflare',
    summary:
      'Free and without an account, encrypted all the way. Needs the program cloudflared on this computer; the address is another one each time.',
    stable: false,
    uses: [],
  },
  gate: () => ({ host: 'api.trycloudflare.com', port: 443 }),
  open: (wish) => openByProgram(programFor(wish.port), wish),
};

function programFor(port: number): Program {
  return {
    name: 'cloudflared',
    places: [
      '/opt/homebrew/bin/cloudflared',
      '/usr/local/bin/cloudflared',
      'C:\\Program Files (x86)\\cloudflared\\cloudflared.exe',
      'C:\\Program Files\\cloudflared\\cloudflared.exe',
    ],
    homepage,
    args: ['tunnel', '--no-autoupdate', '--url', `http://127.0.0.1:${port}`],
    limit: 20_000,
    address: readAddress,
    explain,
  };
}

/** The first address of a quick tunnel; the notices around it name other pages of Cloudflare. */
export function readAddress(output: string): string | undefined {
  return /https:\/\/(?!api\.)[a-z0-9-]+\.trycloudflare\.com(?=[\s|/]|$)/i.exec(wholeLines(output))?.[0];
}

function explain(output: string): TunnelError | undefined {
  if (/429 Too Many Requests|error code: 1015/i.test(output)) {
    return new TunnelError(
      'tunnel_rate_limited',
      'Cloudflare has had too many quick tunnels from here.',
      'later',
    );
  }
  return undefined;
}

/** An address at the end may go on in the next piece. */
function wholeLines(output: string): string {
  return output.slice(0, output.lastIndexOf('\n') + 1);
}
