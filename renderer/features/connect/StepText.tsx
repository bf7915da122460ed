import type { Endpoint, VendorInfo } from '../../../shared/endpoints.ts';
import { connect as words } from '../../words/connect.ts';

interface Props {
  text: string;
  endpoint: Endpoint;
  vendor: VendorInfo;
}

/** A vendor's step. The address is long and stands below it; the header's name is short and stands in it. */
export function StepText({ text, endpoint, vendor }: Props) {
  return text.split(/(\{url\}|\{header\})/).map((part, index) => {
    if (part === '{url}') return words.thisAddress;
    if (part !== '{header}') return part;
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never move
    return <code key={index}>{endpoint.headerName ?? vendor.suggestedHeader}</code>;
  });
}
