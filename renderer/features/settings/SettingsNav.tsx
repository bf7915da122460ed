import { Bell, BellRing, Info, type LucideIcon, MonitorCog, SlidersHorizontal } from 'lucide-react';
import { routeHash } from '../../stores/route-store.ts';
import { moveAmongLinks } from '../../ui/move-among-links.ts';
import { settings as words } from '../../words/settings.ts';
import { type Section, sections } from './sections.ts';

const icons: Record<Section, LucideIcon> = {
  general: SlidersHorizontal,
  alerts: Bell,
  why: BellRing,
  computer: MonitorCog,
  about: Info,
};

export function SettingsNav({ section, isDesktop }: { section: Section; isDesktop: boolean }) {
  const shown = sections.filter((name) => name !== 'computer' || isDesktop);
  return (
    <nav
      className="settings-nav"
      aria-label={words.sectionsLabel}
      onKeyDown={moveAmongLinks('ArrowUp', 'ArrowDown')}
    >
      {shown.map((name) => {
        const Icon = icons[name];
        return (
          <a
            key={name}
            href={routeHash('settings', name)}
            aria-current={name === section ? 'page' : undefined}
          >
            <Icon aria-hidden />
            {words.sections[name]}
          </a>
        );
      })}
    </nav>
  );
}
