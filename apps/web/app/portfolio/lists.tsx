import type { Portfolio } from '@samblikk/contract/client';
import { formatNumber, Norwegian, useLanguage, usePublicText } from '../i18n/index.ts';

type Member = Portfolio['shared'][number]['measures'][number];
type Doubles = NonNullable<Portfolio['doubles']>;

/** So many measures of a list stand on the page; the link leads to all. */
const most = 10;

function MeasureName({ number, title, agency, href }: Member & { href: string }) {
  return (
    <>
      <a href={href}>{title ? <Norwegian>{title}</Norwegian> : number}</a>{' '}
      <span className="small subtle">
        {agency.label} · {number}
      </span>
    </>
  );
}

interface Links {
  readonly hrefOf: (list: string) => string;
  readonly measureHref: (number: string) => string;
}

/** What is developed for several to use, and what is reused. */
export function SharedSolutions({ shared, hrefOf, measureHref }: { shared: Portfolio['shared'] } & Links) {
  const t = usePublicText();
  const language = useLanguage();
  if (shared.length === 0) return null;
  return (
    <section className="portfolio-part" aria-labelledby="shared">
      <h2 className="ds-heading" data-size="sm" id="shared">
        {t('portfolio.shared')}
      </h2>
      <div className="portfolio-shared">
        {shared.map(({ code, label, measures, total, list }) => (
          <section key={code} aria-labelledby={`shared-${code}`}>
            <h3 className="ds-heading" data-size="2xs" id={`shared-${code}`}>
              {label} ({formatNumber(total, language)})
            </h3>
            <ul className="measure-links">
              {measures.slice(0, most).map((member) => (
                <li key={member.number}>
                  <MeasureName {...member} href={measureHref(member.number)} />
                </li>
              ))}
            </ul>
            {total > 0 && (
              <p>
                <a href={hrefOf(list)}>{t('portfolio.seeAll', { n: formatNumber(total, language) })}</a>
              </p>
            )}
          </section>
        ))}
      </div>
    </section>
  );
}

/** Measures of different agencies in the portfolio that may be the same. */
export function DoublesWithin({ doubles, measureHref }: { doubles: Doubles } & Pick<Links, 'measureHref'>) {
  const t = usePublicText();
  const language = useLanguage();
  return (
    <section className="portfolio-part" aria-labelledby="doubles">
      <h2 className="ds-heading" data-size="sm" id="doubles">
        {t('portfolio.doubles')} ({formatNumber(doubles.total, language)})
      </h2>
      <p className="subtle small">{t('portfolio.doublesLead')}</p>
      {doubles.pairs.length > 0 && (
        <ol className="portfolio-doubles">
          {doubles.pairs.map(({ measures, words, likeness, verdict }) => (
            <li key={measures.map(({ number }) => number).join()}>
              {measures.map((member) => (
                <div key={member.number}>
                  <MeasureName {...member} href={measureHref(member.number)} />
                </div>
              ))}
              <p className="small subtle">
                {verdict && <strong>{t(`doubles.${verdict}`)}. </strong>}
                {likeness !== null &&
                  `${t('doubles.likeness', { percent: formatNumber(Math.round(100 * likeness), language) })}. `}
                {words.length > 0 && <Norwegian>{t('similar.words', { words: words.join(', ') })}</Norwegian>}
              </p>
            </li>
          ))}
        </ol>
      )}
      {doubles.total > doubles.pairs.length && (
        <p className="small">{t('portfolio.cut', { most: doubles.pairs.length, n: doubles.total })}</p>
      )}
    </section>
  );
}
