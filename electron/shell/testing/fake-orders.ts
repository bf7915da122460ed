/** What the test tells the fake to do, and what the fake tells of what was done to it. */
export type Order =
  /** Emits an event on one of its parts; answers whether it was prevented. */
  | { do: 'emit'; on: 'app' | 'power' | 'window' | 'tray' | 'notification'; event: string; args: unknown[] }
  /** As the page does, from a frame of the given origin. */
  | { do: 'call'; channel: string; origin: string; args: unknown[] }
  | { do: 'listen'; channel: string; origin: string }
  /** As the page's document is loaded. */
  | { do: 'fetch'; url: string }
  /** Clicks the first item of the tray's menu whose label has this in it. */
  | { do: 'click'; label: string }
  | { do: 'look' };

export type OrderMessage = { id: number } & Order;

export type Told =
  | { is: 'did'; what: string; args: unknown[] }
  | { is: 'answer'; id: number; value: unknown };
