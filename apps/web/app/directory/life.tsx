import type { DirectoryAgency, DirectoryMinistry } from '@samblikk/contract/client';
import { Link } from 'react-router';
import { showDay, useHref, useLanguage, usePick } from '../i18n/index.ts';
import { useHeld } from './held.ts';
import { useDirectoryText } from './texts.ts';

type OfAgency = DirectoryAgency['versions'][number];
type OfMinistry = DirectoryMinistry['versions'][number];
type Version = Omit<OfAgency, 'ministry' | 'note'> &
  Partial<Pick<OfAgency, 'ministry' | 'note'> & Pick<OfMinistry, 'code'>>;

/** What was said of an agency or a ministry, oldest first, each with its source and whether it is verified. */
export function Life({ versions }: { versions: readonly Version[] }) {
  const s = useDirectoryText();
  const pick = usePick();
  const held = useHeld();
  return (
    <section className="hub-section" aria-labelledby="life">
      <h2 className="ds-heading" data-size="sm" id="life">
        {s('life')}
      </h2>
      <ol className="measure-cards">
        {versions.map((version) => (
          <li className="measure-card" key={version.from ?? ''}>
            <div className="measure-card-head">
              <h3 className="ds-heading" data-size="2xs">
                {version.code ? `${pick(version.name)} (${version.code})` : pick(version.name)}
              </h3>
              <span className="ds-tag" data-color={version.verified ? 'success' : 'neutral'} data-size="sm">
                {s(version.verified ? 'verified' : 'unverified')}
              </span>
            </div>
            <p>{held(version)}</p>
            <p className="small">
              {[
                version.orgnr ?? s('unknown'),
                ...(version.ministry === undefined
                  ? []
                  : [version.ministry ? pick(version.ministry.name) : s('unknown')]),
              ].join(' · ')}
            </p>
            <p className="small subtle">{`${s('source')}: ${version.source}`}</p>
            {version.note && <p className="small subtle">{version.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Those that it carries on, or that carry it on. */
export function Relatives({
  heading,
  list,
  path,
  id,
}: {
  heading: string;
  list: DirectoryAgency['successors'];
  path: (id: string) => string;
  id: string;
}) {
  const s = useDirectoryText();
  const pick = usePick();
  const to = useHref();
  const language = useLanguage();
  if (list.length === 0) return null;
  return (
    <section className="hub-section" aria-labelledby={id}>
      <h2 className="ds-heading" data-size="sm" id={id}>
        {heading}
      </h2>
      <ul className="names">
        {list.map((one) => (
          <li key={one.id}>
            <Link to={to(path(one.id))}>{pick(one.name)}</Link>
            {one.from && <span className="subtle">{` ${s('since', { from: showDay(one.from, language) })}`}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
