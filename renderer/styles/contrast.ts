/** Colours of the token file, and how far apart two of them are. For the tests that keep the figures true. */

export type Theme = 'light' | 'dark';
type Oklch = readonly [lightness: number, chroma: number, hue: number];

/** The words' tones, and the grounds that words may stand on. */
export const tones = ['ink', 'ink-2', 'ink-3', 'accent', 'warn', 'bad'] as const;
export const grounds = [
  'bg',
  'side',
  'card',
  'hover',
  'accent-bg',
  'warn-bg',
  'bad-bg',
  'bubble-user',
  'bubble-agent',
] as const;

/** @param css the token file @throws where it has no such colour */
export function readToken(css: string, name: string, theme: Theme): Oklch {
  const line = new RegExp(`--${name}: light-dark\\(oklch\\(([^)]*)\\), oklch\\(([^)]*)\\)\\)`).exec(css);
  const [l, c, h] = (line?.[theme === 'light' ? 1 : 2] ?? '').split(' ').map(Number);
  if (l === undefined || c === undefined || h === undefined) throw new Error(`No token --${name}`);
  return [l, c, h];
}

/** The ratio of WCAG 2, from 1 to 21. */
export function contrast(one: Oklch, other: Oklch): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Relative luminance of an oklch colour, brought into sRGB; the matrices are Björn Ottosson's. */
function luminance([lightness, chroma, hue]: Oklch): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const red = clamp(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = clamp(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = clamp(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const clamp = (value: number) => Math.min(1, Math.max(0, value));
