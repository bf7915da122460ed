import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { CreateForm } from './CreateForm.tsx';
import { suggestVendor } from './draft.ts';

export function CreateEndpoint() {
  const { vendors, error, load } = useStore(useStores().endpoints);
  const first = suggestVendor(vendors);
  if (first) return <CreateForm vendors={vendors} first={first} />;
  return error ? <Failure error={error} onRetry={load} /> : <Loading />;
}
