import { useHref, useText } from '../i18n/index.ts';

/** The way from the front page to here. The last one is the page itself and no link. */
export function Breadcrumbs({
  trail,
  here,
}: {
  trail?: readonly (readonly [path: string, label: string])[];
  here: string;
}) {
  const t = useText();
  const to = useHref();
  return (
    <nav className="crumbs" aria-label={t('nav.here')}>
      <ol>
        {[['/', t('nav.front')] as const, ...(trail ?? [])].map(([path, label]) => (
          <li key={path}>
            <a href={to(path)}>{label}</a>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}
