import { registerHooks } from 'node:module';

/** For `node --import`: whoever imports Electron gets the fake. */
const fake = new URL('./fake-electron.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: fake, shortCircuit: true } : next(specifier, context),
});
