/** The parts of the settings, in their order. */
export const sections = ['general', 'alerts', 'why', 'computer', 'about'] as const;
export type Section = (typeof sections)[number];

export interface SettingsPlace {
  section: Section;
  /** The id of a heading in it that is to be seen first. */
  heading?: string;
}

/** `alerts` and `alerts.when`, as they stand in the address. What is not known is the first section. */
export function settingsPlace(id: string | null, isDesktop: boolean): SettingsPlace {
  const [name, heading] = (id ?? '').split('.');
  const section = sections.find((known) => known === name) ?? 'general';
  if (section === 'computer' && !isDesktop) return { section: 'general' };
  return heading ? { section, heading } : { section };
}
