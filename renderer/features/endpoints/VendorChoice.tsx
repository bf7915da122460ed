import { useId } from 'react';
import type { VendorInfo } from '../../../shared/endpoints.ts';
import { create as words } from '../../words/endpoints.ts';

interface Props {
  vendors: VendorInfo[];
  chosen: VendorInfo;
  onChoose(vendor: VendorInfo): void;
}

export function VendorChoice({ vendors, chosen, onChoose }: Props) {
  const name = useId();
  return (
    <fieldset className="vendors">
      <legend>{words.vendor}</legend>
      {vendors.map((vendor) => (
        <label key={vendor.id} className="vendor">
          <input
            type="radio"
            name={name}
            checked={vendor.id === chosen.id}
            onChange={() => onChoose(vendor)}
          />
          <span>
            <strong>{vendor.title}</strong>
            <small>{vendor.subtitle}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
