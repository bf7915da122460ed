import { common } from '../words/common.ts';

/** Quiet bars where rows will be; they show only when it takes a moment. */
export function Loading() {
  return (
    <div className="loading" role="status">
      <span className="unseen">{common.loading}</span>
      {[72, 54, 63, 40, 58].map((width) => (
        <span key={width} className="loading-bar" aria-hidden="true" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
