import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

export const smallest = { width: 800, height: 560 };
const usual = { width: 1180, height: 780 };

const rectangle = z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) });
const placeSchema = rectangle.extend({ maximized: z.boolean() });

/** Where the window was, in the system's points. */
export type Place = z.infer<typeof placeSchema>;
type Rectangle = z.infer<typeof rectangle>;
type Bounds = Partial<Pick<Rectangle, 'x' | 'y'>> & Pick<Rectangle, 'width' | 'height'>;

/** So much of the title bar must lie on a screen for the window to be caught with the mouse. */
const grip = { width: 120, height: 32 };

/**
 * Where to open the window, given the usable areas of the screens there are now. Without a position the system
 * centres it: on the first start, and where the screen that it was on is gone.
 */
export function boundsFor(place: Place | undefined, screens: readonly Rectangle[]): Bounds {
  const screen = place && screens.find((area) => isGrippable(place, area));
  if (!place || !screen) return usual;
  return {
    x: place.x,
    y: place.y,
    width: clamp(place.width, smallest.width, screen.width),
    height: clamp(place.height, smallest.height, screen.height),
  };
}

function isGrippable(place: Rectangle, area: Rectangle): boolean {
  const seen = Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x);
  return seen >= grip.width && place.y >= area.y && place.y + grip.height <= area.y + area.height;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

/** Nothing for a file that is missing or makes no sense: a window's place is not worth an error. */
export function readPlace(file: string): Place | undefined {
  try {
    return placeSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

export function writePlace(file: string, place: Place): void {
  try {
    writeFileSync(file, JSON.stringify(place));
  } catch (error) {
    console.error('Could not keep the place of the window:', error);
  }
}
