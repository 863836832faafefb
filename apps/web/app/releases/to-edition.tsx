import { data, type LoaderFunctionArgs } from 'react-router';
import { editionPath, newestEdition, redirectTo } from '../ui/index.ts';

/**
 * Where releases were told of before they had their addresses among the editions (`/utgaver/2019.1`), and where people look for them:
 * it leads there for good, and to the newest without a name.
 */
export function loader({ request, params }: LoaderFunctionArgs): never {
  const { name = newestEdition } = params;
  if (name !== newestEdition && !/^20\d\d(\.[1-9]\d{0,4})?$/.test(name))
    throw data({ code: 'notFound' }, { status: 404 });
  throw redirectTo(new URL(request.url), editionPath(name), 308);
}

export default function ToEdition() {
  return null;
}
