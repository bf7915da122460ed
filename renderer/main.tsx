import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/choices.css';
import './styles/marks.css';
import './styles/lists.css';
import './styles/parts.css';
import './styles/split.css';
import './styles/adapt.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { tellAttention } from './client/attention.ts';
import { connect } from './client/client.ts';
import { followEyes } from './client/eyes.ts';
import { Crash } from './features/shell/Crash.tsx';
import { alertHash } from './stores/alert-hash.ts';
import { AppContext } from './stores/context.ts';
import { createRouteStore } from './stores/route-store.ts';
import { createStores } from './stores/stores.ts';
import { wire } from './stores/wire.ts';
import { language } from './words/language.ts';

const client = connect((target) => {
  window.location.hash = alertHash(target);
});
const stores = createStores(client.call);
const route = createRouteStore(window);
wire(client, stores);
const session = {
  get: () => stores.shownSession.getState().sessionId,
  subscribe: stores.shownSession.subscribe,
};
followEyes({ page: document, frame: window, session, look: stores.seen.getState().look });
tellAttention({
  call: client.call,
  link: client.link,
  page: document,
  frame: window,
  session,
  viewer: crypto.randomUUID(),
  language,
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Crash>
      <AppContext value={{ call: client.call, stores, route, permission: client.permission }}>
        <App />
      </AppContext>
    </Crash>
  </StrictMode>,
);
