import type { Endpoint, VendorInfo } from '../../../shared/endpoints.ts';
import { CopyLine } from '../../ui/CopyLine.tsx';
import { connect as words } from '../../words/connect.ts';
import { endpoint as endpointWords } from '../../words/endpoints.ts';
import { HeaderToCarry } from './HeaderToCarry.tsx';
import { handSteps } from './hand-steps.ts';
import { StepText } from './StepText.tsx';

interface Props {
  endpoint: Endpoint;
  vendor: VendorInfo;
}

/** What to do at the vendor, each value at hand where it is needed. */
export function VendorSteps({ endpoint, vendor }: Props) {
  const url = endpoint.publicUrl;
  const hasHeader =
    vendor.secretKinds.includes('header') && (endpoint.headerName !== undefined || !endpoint.hasSecret);
  return handSteps(vendor, hasHeader).map(({ text, carries, opens }) => (
    <li key={text} className="hand-step">
      <div>
        <p>
          <StepText text={text} endpoint={endpoint} vendor={vendor} />
        </p>
        {opens && vendor.consoleUrl && (
          <a className="button" href={vendor.consoleUrl} target="_blank" rel="noreferrer">
            {words.openPage} ↗
          </a>
        )}
        {carries.includes('url') && url && <CopyLine text={url} label={endpointWords.copyUrl} />}
        {carries.includes('header') && <HeaderToCarry endpoint={endpoint} vendor={vendor} />}
      </div>
    </li>
  ));
}
