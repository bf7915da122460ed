import { Bell, BellRing, Info, type LucideIcon, MonitorCog, SlidersHorizontal } from 'lucide-react';
import { useEffect, useRef } from 'react';
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
  const current = useRef<HTMLAnchorElement>(null);
  // Where the list lies across, its end is out of sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another section is another link
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [section]);
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
            ref={name === section ? current : undefined}
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
