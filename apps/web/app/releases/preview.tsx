import { type LoaderFunctionArgs, Outlet, useLoaderData, useParams } from 'react-router';
import { useHref } from '../i18n/index.ts';
import { releasePath, withdrawnMeasuresPath } from '../ui/index.ts';
import { previewPages } from './preview-pages.ts';
import { releaseOf } from './release-data.ts';
import { useReleaseText } from './texts.ts';

export async function loader(args: LoaderFunctionArgs) {
  return releaseOf(args);
}

/** Around a public page that staff see before the public does: says which release it is of, and who sees it. */
export default function Preview() {
  const s = useReleaseText();
  const to = useHref();
  const { year, number, publication } = useLoaderData<typeof loader>();
  const { number: measure } = useParams();
  const values = { number, year: String(year) };
  return (
    <>
      <aside className="ds-alert" data-color="info" aria-label={s('previewOf.title', values)}>
        <div className="preview-strip">
          <p>
            <strong>{s('previewOf.title', values)}</strong> <span>{s(`previewOf.${publication}`)}</span>
          </p>
          <ul className="downloads">
            <li>
              <a href={to(releasePath(year, number))}>{s('previewOf.back')}</a>
            </li>
            {previewPages.map(([path, label]) => (
              <li key={path}>
                <a href={to(`${releasePath(year, number)}/${path}`)}>{s(label)}</a>
              </li>
            ))}
            {measure !== undefined && publication === 'published' && (
              <li>
                <a href={to(withdrawnMeasuresPath(year, measure))}>{s('previewOf.withdrawMeasure')}</a>
              </li>
            )}
          </ul>
        </div>
      </aside>
      <Outlet />
    </>
  );
}
