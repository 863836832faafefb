import { type LoaderFunctionArgs, Outlet, useLoaderData } from 'react-router';
import { useHref, useText } from '../i18n/index.ts';
import { releasePath } from '../ui/index.ts';
import { releaseOf } from './release-data.ts';
import { useReleaseText } from './texts.ts';

export async function loader(args: LoaderFunctionArgs) {
  return releaseOf(args);
}

/** Around a public page that staff see before the public does: says which release it is of, and who sees it. */
export default function Preview() {
  const t = useText();
  const s = useReleaseText();
  const to = useHref();
  const { year, number, publication } = useLoaderData<typeof loader>();
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
            <li>
              <a href={to(`${releasePath(year, number)}/tall`)}>{t('nav.figures')}</a>
            </li>
            <li>
              <a href={to(`${releasePath(year, number)}/tall/tabell`)}>{t('ownTable.title')}</a>
            </li>
            <li>
              <a href={to(`${releasePath(year, number)}/register`)}>{t('nav.register')}</a>
            </li>
          </ul>
        </div>
      </aside>
      <Outlet />
    </>
  );
}
