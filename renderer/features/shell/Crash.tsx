import { Component, type ReactNode } from 'react';
import { Blank } from '../../ui/Blank.tsx';
import { common } from '../../words/common.ts';

/** The last net: React has no function form of it. */
export class Crash extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <main className="alone">
        <Blank title={common.crashed}>
          <button type="button" className="button primary" onClick={() => window.location.reload()}>
            {common.reload}
          </button>
        </Blank>
      </main>
    );
  }
}
