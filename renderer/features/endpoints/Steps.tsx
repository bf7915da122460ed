import type { Endpoint, VendorInfo } from '../../../shared/endpoints.ts';
import { connect } from '../../words/connect.ts';
import { endpoint as words } from '../../words/endpoints.ts';

interface Props {
  endpoint: Endpoint;
  vendor: VendorInfo;
}

/** What to do at the vendor without its API, with the endpoint's own values in place. */
export function Steps({ endpoint, vendor }: Props) {
  const values: Record<string, string | undefined> = {
    '{url}': endpoint.publicUrl ?? endpoint.localUrl,
    '{header}': endpoint.headerName ?? vendor.suggestedHeader,
  };
  return (
    <details className="part by-hand">
      <summary>{connect.byHand}</summary>
      <ol className="steps">
        {vendor.steps.map((step) => (
          <li key={step}>
            {step.split(/(\{url\}|\{header\})/).map((part, index) => {
              const value = values[part];
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never move
              return value === undefined ? part : <code key={index}>{value}</code>;
            })}
          </li>
        ))}
      </ol>
      {vendor.consoleUrl && (
        <p>
          <a href={vendor.consoleUrl} target="_blank" rel="noreferrer">
            {words.console}
          </a>
        </p>
      )}
    </details>
  );
}
