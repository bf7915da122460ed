import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/choices.css';
import './styles/marks.css';
import './styles/lists.css';
import './styles/parts.css';
import './styles/split.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { connect } from './client/client.ts';
import { Crash } from './features/shell/Crash.tsx';
import { AppContext } from './stores/context.ts';
import { createRouteStore } from './stores/route-store.ts';
import { createStores } from './stores/stores.ts';
import { wire } from './stores/wire.ts';

const client = connect();
const stores = createStores(client.call);
const route = createRouteStore(window);
wire(client, stores);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Crash>
      <AppContext value={{ call: client.call, stores, route }}>
        <App />
      </AppContext>
    </Crash>
  </StrictMode>,
);
