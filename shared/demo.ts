/** What the demo's deliveries carry in the place of an endpoint's id: it has none, and is kept nowhere. */
export const demoEndpointId = 'demo';

/** One made-up conversation, played through the real receiver. */
export interface Demo {
  /** When it will be over, ISO 8601; null while none is played. */
  endsAt: string | null;
}
