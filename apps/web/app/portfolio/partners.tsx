import type { Portfolio } from '@samblikk/contract/client';
import { formatNumber, useLanguage, usePublicText } from '../i18n/index.ts';
import { TableBox } from '../ui/index.ts';

type Pairs = NonNullable<Portfolio['partners']>['pairs'];
type Named = Pairs[number]['owner'];

/** The matrix has no more rows or columns than this: those with the most. */
const most = 10;
/** The list names so many; the rest are in the files. */
const mostListed = 100;

/** Who works with whom: a matrix, and the same as a list. */
export function Partners({
  partners,
  year,
  hrefOf,
}: {
  partners: Portfolio['partners'];
  year: number;
  hrefOf: (list: string) => string;
}) {
  const t = usePublicText();
  const language = useLanguage();
  const count = (n: number) => formatNumber(n, language);
  return (
    <section className="portfolio-part" aria-labelledby="partners">
      <h2 className="ds-heading" data-size="sm" id="partners">
        {partners?.title ?? t('portfolio.partners')}
      </h2>
      {partners === null ? (
        <p>{t('portfolio.notAsked', { year: String(year) })}</p>
      ) : (
        <>
          <p className="subtle small">
            {t('portfolio.partnersOf', {
              ...{ n: count(partners.n), blank: count(partners.blank), withheld: count(partners.withheld) },
            })}
          </p>
          {partners.pairs.length > 0 && (
            <>
              <Matrix pairs={partners.pairs} hrefOf={hrefOf} />
              <List pairs={partners.pairs} hrefOf={hrefOf} />
            </>
          )}
        </>
      )}
    </section>
  );
}

/** One side of the matrix: those in most measures first. */
function sideOf(pairs: Pairs, of: (pair: Pairs[number]) => Named): Named[] {
  const counts = new Map<string, { named: Named; n: number }>();
  for (const pair of pairs) {
    const named = of(pair);
    counts.set(named.code, { named, n: (counts.get(named.code)?.n ?? 0) + pair.measures });
  }
  return [...counts.values()]
    .sort((a, b) => b.n - a.n || a.named.label.localeCompare(b.named.label, 'nb'))
    .slice(0, most)
    .map(({ named }) => named);
}

function Matrix({ pairs, hrefOf }: { pairs: Pairs; hrefOf: (list: string) => string }) {
  const t = usePublicText();
  const language = useLanguage();
  const [owners, partners] = [sideOf(pairs, ({ owner }) => owner), sideOf(pairs, ({ partner }) => partner)];
  const title = t('portfolio.matrix');
  const largest = Math.max(...pairs.map(({ measures }) => measures));
  const pairOf = (owner: Named, partner: Named) =>
    pairs.find((pair) => pair.owner.code === owner.code && pair.partner.code === partner.code);
  return (
    <>
      <TableBox title={title}>
        <table className="ds-table portfolio-matrix" data-size="sm" data-color="neutral">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('portfolio.ownerAndPartner')}</th>
              {partners.map(({ code, label }) => (
                <th key={code} scope="col" className="number">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {owners.map((owner) => (
              <tr key={owner.code}>
                <th scope="row">{owner.label}</th>
                {partners.map((partner) => {
                  const pair = pairOf(owner, partner);
                  return (
                    <td
                      key={partner.code}
                      className="number"
                      data-weight={pair ? Math.ceil((3 * pair.measures) / largest) : undefined}
                    >
                      {pair ? (
                        <a href={hrefOf(pair.list)}>{formatNumber(pair.measures, language)}</a>
                      ) : (
                        <span className="subtle">0</span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      {pairs.some(({ owner, partner }) => !owners.includes(owner) && !partners.includes(partner)) && (
        <p className="small subtle">{t('portfolio.matrixCut', { most })}</p>
      )}
    </>
  );
}

function List({ pairs, hrefOf }: { pairs: Pairs; hrefOf: (list: string) => string }) {
  const t = usePublicText();
  return (
    <details>
      <summary>{t('portfolio.pairs', { n: pairs.length })}</summary>
      <ul className="portfolio-pairs">
        {pairs.slice(0, mostListed).map(({ owner, partner, measures, list, inside }) => (
          <li key={`${owner.code} ${partner.code}`}>
            {owner.label} → {partner.label}
            {inside && ` (${t('portfolio.inside')})`}:{' '}
            <a href={hrefOf(list)}>{t('portfolio.measures', { n: measures })}</a>
          </li>
        ))}
      </ul>
      {pairs.length > mostListed && (
        <p className="small">{t('portfolio.cut', { most: mostListed, n: pairs.length })}</p>
      )}
    </details>
  );
}
