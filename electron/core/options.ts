import { parseArgs } from 'node:util';
import { isLoopback } from '../../shared/endpoints.ts';
import { AppError } from '../../shared/errors.ts';
import { type TunnelProvider, tunnelProviders } from '../../shared/tunnels.ts';

export interface Options {
  dataDir?: string;
  uiPort?: number;
  receiverPort?: number;
  tunnel?: TunnelProvider;
  tunnelHost?: string;
  publicUrl?: string;
}

/** A taken one of these gives way to the next free one. */
export const defaultPorts = { ui: 4780, receiver: 4781 };

const names = ['data-dir', 'ui-port', 'receiver-port', 'tunnel', 'tunnel-host', 'public-url'] as const;
type Name = (typeof names)[number];

/**
 * Options by flag, else by environment variable: `--data-dir` or `GREENROOM_DATA_DIR`. Empty counts as not given.
 * @throws AppError `bad_input`
 */
export function parseOptions(args: readonly string[], env: Record<string, string | undefined>): Options {
  const flags = flagsOf(args);
  const given = (name: Name) =>
    flags[name] || env[`GREENROOM_${name.toUpperCase().replaceAll('-', '_')}`] || undefined;

  const dataDir = given('data-dir');
  const uiPort = port('ui-port', given('ui-port'));
  const receiverPort = port('receiver-port', given('receiver-port'));
  const tunnel = provider(given('tunnel'));
  const tunnelHost = url('tunnel-host', given('tunnel-host'));
  const publicUrl = url('public-url', given('public-url'));
  if (tunnel === 'url' && !publicUrl)
    throw new AppError('bad_input', '--tunnel url needs --public-url as well.');
  return {
    ...(dataDir !== undefined && { dataDir }),
    ...(uiPort !== undefined && { uiPort }),
    ...(receiverPort !== undefined && { receiverPort }),
    ...(tunnel !== undefined && { tunnel }),
    ...(tunnelHost !== undefined && { tunnelHost }),
    ...(publicUrl !== undefined && { publicUrl }),
  };
}

function flagsOf(args: readonly string[]): Partial<Record<Name, string>> {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const known = names.map((name) => `--${name}`).join(' ');
    throw new AppError('bad_input', `${(error as Error).message}\nThe options are: ${known}`, {
      cause: error,
    });
  }
}

function port(name: Name, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value <= 65_535))
    throw new AppError('bad_input', `--${name} must be a port from 0 to 65535, not "${text}".`);
  return value;
}

function provider(text: string | undefined): TunnelProvider | undefined {
  if (text === undefined) return undefined;
  const found = tunnelProviders.find((one) => one === text);
  if (!found)
    throw new AppError('bad_input', `--tunnel must be one of ${tunnelProviders.join(', ')}, not "${text}".`);
  return found;
}

/** Without a slash at its end. */
function url(name: Name, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const parsed = URL.parse(text);
  const plain = parsed && !parsed.username && !parsed.password && !parsed.search && !parsed.hash;
  if (!plain || !/^https?:$/.test(parsed.protocol)) {
    throw new AppError(
      'bad_input',
      `--${name} must be an address such as https://example.org, without a password or query.`,
    );
  }
  if (name === 'public-url' && parsed.protocol === 'http:' && !isLoopback(text)) {
    throw new AppError(
      'bad_input',
      '--public-url must be https: vendors accept nothing else, and secrets would travel in the clear.',
    );
  }
  return (parsed.origin + parsed.pathname).replace(/\/+$/, '');
}
