import type { VendorInfo } from '../../../shared/endpoints.ts';
import { connect as words } from '../../words/connect.ts';

export interface HandStep {
  text: string;
  /** The endpoint's own values that have to be carried to the vendor in this step. */
  carries: ('url' | 'header')[];
  /** The vendor's page is opened in this step. */
  opens: boolean;
}

/**
 * The vendor's steps, each with what a person needs for it at hand. Where the vendor's own words leave a value out, a
 * step of ours names it.
 */
export function handSteps(
  { steps, consoleUrl }: Pick<VendorInfo, 'steps' | 'consoleUrl'>,
  hasHeader: boolean,
): HandStep[] {
  const told = steps.map((text, index) => ({
    text,
    carries: [
      ...(text.includes('{url}') ? (['url'] as const) : []),
      ...(hasHeader && text.includes('{header}') ? (['header'] as const) : []),
    ],
    opens: index === 0 && consoleUrl !== undefined,
  }));
  const isTold = (value: 'url' | 'header') => told.some(({ carries }) => carries.includes(value));
  return [
    ...told,
    ...(isTold('url') ? [] : [{ text: words.pasteUrl, carries: ['url' as const], opens: false }]),
    ...(!hasHeader || isTold('header')
      ? []
      : [{ text: words.pasteHeader, carries: ['header' as const], opens: false }]),
  ];
}
