import { useStore } from 'zustand';
import { assertNever } from '../shared/errors.ts';
import { ConnectionScreen } from './features/connection/ConnectionScreen.tsx';
import { DeliveriesScreen } from './features/deliveries/DeliveriesScreen.tsx';
import { EndpointsScreen } from './features/endpoints/EndpointsScreen.tsx';
import { FirstSteps } from './features/first-run/FirstSteps.tsx';
import { InsightsScreen } from './features/insights/InsightsScreen.tsx';
import { KeySheet } from './features/keys/KeySheet.tsx';
import { useShortcuts } from './features/keys/use-shortcuts.ts';
import { LiveScreen } from './features/live/LiveScreen.tsx';
import { Toasts } from './features/notices/Toasts.tsx';
import { SessionsScreen } from './features/sessions/SessionsScreen.tsx';
import { SettingsScreen } from './features/settings/SettingsScreen.tsx';
import { Header } from './features/shell/Header.tsx';
import { LinkBanner } from './features/shell/LinkBanner.tsx';
import { Locked } from './features/shell/Locked.tsx';
import { Sidebar } from './features/shell/Sidebar.tsx';
import { useLanguage } from './features/shell/use-language.ts';
import { useTheme } from './features/shell/use-theme.ts';
import { useRoute, useStores } from './stores/context.ts';
import type { Route } from './stores/route-store.ts';
import { ContextMenu } from './ui/ContextMenu.tsx';
import { Said } from './ui/Said.tsx';
import { useKeptFocus } from './ui/use-kept-focus.ts';
import { common } from './words/common.ts';
import './features/shell/shell.css';

export function App() {
  const route = useRoute();
  const link = useStore(useStores().status, (state) => state.link);
  useTheme();
  useLanguage();
  const { isSheetOpen, closeSheet } = useShortcuts();

  if (link === 'locked') return <Locked />;
  return (
    <div className="app">
      <button type="button" className="skip" onClick={focusContent}>
        {common.skip}
      </button>
      <Sidebar screen={route.screen} />
      <div className="page">
        <Header screen={route.screen} />
        <LinkBanner />
        <FirstSteps />
        <Content {...route} />
      </div>
      <Toasts />
      <Said />
      {isSheetOpen && <KeySheet onClose={closeSheet} />}
    </div>
  );
}

function Content(route: Route) {
  const main = useKeptFocus<HTMLElement>();
  return (
    <main ref={main} id="content" tabIndex={-1} data-screen={route.screen}>
      <Screen {...route} />
      <ContextMenu />
    </main>
  );
}

function Screen({ screen, id }: Route) {
  switch (screen) {
    case 'live':
      return <LiveScreen sessionId={id} />;
    case 'sessions':
      return <SessionsScreen sessionId={id} />;
    case 'deliveries':
      return <DeliveriesScreen deliveryId={id} />;
    case 'insights':
      return <InsightsScreen />;
    case 'endpoints':
      return <EndpointsScreen endpointId={id} />;
    case 'settings':
      return <SettingsScreen id={id} />;
    case 'connection':
      return <ConnectionScreen />;
    default:
      return assertNever(screen);
  }
}

/** Not a link: the address bar belongs to the screens. */
function focusContent() {
  document.getElementById('content')?.focus();
}
