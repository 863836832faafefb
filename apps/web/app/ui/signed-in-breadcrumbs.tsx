import type { Text } from '@samblikk/questionnaire';
import { Link } from 'react-router';
import { useHref, usePick, useText } from '../i18n/index.ts';
import { hubPath } from './addresses.ts';

/** The way here in the signed-in part, where no link loads the page anew. `here`: the page itself, which is no link. */
export function Crumbs({ trail, here }: { trail: readonly (readonly [path: string, label: string])[]; here?: string }) {
  const t = useText();
  const to = useHref();
  return (
    <nav className="crumbs" aria-label={t('nav.here')}>
      <ol>
        {trail.map(([path, label]) => (
          <li key={path}>
            <Link to={to(path)}>{label}</Link>
          </li>
        ))}
        {here !== undefined && <li aria-current="page">{here}</li>}
      </ol>
    </nav>
  );
}

/** The way to a page beside an agency's list of measures. */
export function HubCrumbs({
  agency,
  year,
  here,
}: {
  agency: { readonly orgnr: string; readonly name: Text };
  year: number;
  here: string;
}) {
  const t = useText();
  const pick = usePick();
  const hub = t('hub.title', { agency: pick(agency.name), year: String(year) });
  return <Crumbs trail={[[hubPath(year, agency.orgnr), hub]]} here={here} />;
}
