import { data, type LoaderFunctionArgs } from 'react-router';
import { editionPath, redirectTo } from '../ui/index.ts';

/** Where a release was told of before it had its address among the editions (`/utgaver/2019.1`): it leads there for good. */
export function loader({ request, params }: LoaderFunctionArgs): never {
  const name = params.name ?? '';
  if (!/^20\d\d\.[1-9]\d{0,4}$/.test(name)) throw data({ code: 'notFound' }, { status: 404 });
  throw redirectTo(new URL(request.url), editionPath(name), 308);
}

export default function ToEdition() {
  return null;
}
