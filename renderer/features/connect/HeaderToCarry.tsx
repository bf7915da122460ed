import { RefreshCw } from 'lucide-react';
import { useStore } from 'zustand';
import type { Endpoint, VendorInfo } from '../../../shared/endpoints.ts';
import { useStores } from '../../stores/context.ts';
import { CopyLine } from '../../ui/CopyLine.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { connect as words } from '../../words/connect.ts';
import { made } from '../../words/endpoints.ts';
import { useNewHeader } from './use-new-header.ts';

interface Props {
  endpoint: Endpoint;
  vendor: VendorInfo;
}

/** The header's name, and its value while it can still be read. */
export function HeaderToCarry({ endpoint, vendor }: Props) {
  const header = useStore(useStores().revealed, (state) => state.header);
  const name = endpoint.headerName ?? vendor.suggestedHeader ?? 'X-Greenroom-Key';
  const { busy, error, make } = useNewHeader(endpoint, name);
  const value = header?.endpointId === endpoint.id ? header.value : undefined;
  return (
    <>
      <dl className="made-header">
        <dt>{made.header}</dt>
        <dd>
          <CopyLine text={name} label={made.copyHeader} />
        </dd>
        {value !== undefined && (
          <>
            <dt>{made.value}</dt>
            <dd>
              <CopyLine text={value} label={made.copyValue} />
            </dd>
          </>
        )}
      </dl>
      {value === undefined ? (
        <div className="row">
          <p className="quiet">{endpoint.headerName && words.headerGone}</p>
          <button type="button" className="button" disabled={busy} onClick={make}>
            <RefreshCw aria-hidden />
            {words.newValue}
          </button>
        </div>
      ) : (
        <p className="quiet">{words.onceShown}</p>
      )}
      {error && <Failure error={error} />}
    </>
  );
}
