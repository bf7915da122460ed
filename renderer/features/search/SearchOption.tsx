import { History, X } from 'lucide-react';
import { inertLine } from '../../text/inert.ts';
import { search } from '../../words/search.ts';
import { DeliveryOption } from './DeliveryOption.tsx';
import { EventRow } from './EventRow.tsx';
import { OptionRow, type RowProps } from './OptionRow.tsx';
import type { Option } from './options.ts';
import { SessionRow } from './SessionRow.tsx';
import { ThingRow } from './ThingRow.tsx';

interface Props extends RowProps {
  option: Option;
  words: readonly string[];
}

export function SearchOption({ option, words, ...row }: Props) {
  switch (option.kind) {
    case 'thing':
      return <ThingRow {...row} thing={option.thing} words={words} />;
    case 'delivery':
      return <DeliveryOption {...row} delivery={option.delivery} words={words} />;
    case 'session':
      return <SessionRow {...row} session={option.session} words={words} />;
    case 'event':
      return <EventRow {...row} event={option.event} words={words} />;
    case 'recent':
      return (
        <OptionRow {...row} sign={<History aria-hidden />}>
          <span>{inertLine(option.words)}</span>
        </OptionRow>
      );
    case 'forget':
      return (
        <OptionRow {...row} sign={<X aria-hidden />}>
          <span className="quiet">{search.forget}</span>
        </OptionRow>
      );
  }
}
