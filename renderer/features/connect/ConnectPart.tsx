import type { Endpoint, VendorInfo } from '../../../shared/endpoints.ts';
import { ApiConnect } from './ApiConnect.tsx';
import { HandConnect } from './HandConnect.tsx';
import './connect.css';

interface Props {
  endpoint: Endpoint;
  vendor: VendorInfo;
}

/** How the vendor comes to deliver here, as far as it lets itself be told. */
export function ConnectPart({ endpoint, vendor }: Props) {
  return vendor.registers === 'api' ? (
    <ApiConnect endpoint={endpoint} vendor={vendor} />
  ) : (
    <HandConnect endpoint={endpoint} vendor={vendor} />
  );
}
