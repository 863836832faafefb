import type { Comparison, ReplyAt } from '@samblikk/contract/client';
import { Link } from 'react-router';
import { formatPercent, showMoment, useHref, useLanguage, usePick, useText } from '../i18n/index.ts';
import { addressOf } from '../platform/index.ts';
import { NumberedMeasure, receiptPath } from '../ui/index.ts';

interface OfAgency {
  readonly year: number;
  readonly orgnr: string;
}

/** What answering took, when there is something to tell. */
export function Effort({ effort }: { effort: ReplyAt<'readEffort'> }) {
  const t = useText();
  const language = useLanguage();
  if (effort === null) return null;
  return <p>{t('receipt.effort', { ...effort, share: formatPercent(effort.knownPercent, language) })}</p>;
}

/** Earlier measures that the agency said nothing about when it sent in. */
export function Undecided({ measures }: { measures: ReplyAt<'readSubmission'>['undecided'] }) {
  const t = useText();
  if (measures.length === 0) return null;
  return (
    <div>
      <p>{t('receipt.undecided', { count: measures.length })}</p>
      <ul className="names">
        {measures.map(({ number, title }) => (
          <li key={number}>
            <NumberedMeasure number={number} title={title} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The other times the agency has sent in: their receipts stay. */
export function OtherReceipts({
  year,
  orgnr,
  submissions,
  shown,
}: OfAgency & { submissions: ReplyAt<'listSubmissions'>; shown: string }) {
  const t = useText();
  const to = useHref();
  const language = useLanguage();
  const others = submissions.filter(({ receipt }) => receipt !== shown);
  if (others.length === 0) return null;
  return (
    <section className="hub-section no-print" aria-labelledby="other-receipts">
      <h2 className="ds-heading" data-size="sm" id="other-receipts">
        {t('receipt.others')}
      </h2>
      <ul>
        {others.map(({ receipt, number, submittedAt, submittedBy }) => (
          <li key={receipt}>
            <Link to={to(receiptPath(year, orgnr, receipt))}>{t('receipt.other', { receipt, number })}</Link>
            <span>{` – ${t('hub.submittedBy', { time: showMoment(submittedAt, language), name: submittedBy })}`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The agency's own measures as files, with every answer. */
export function Portfolio({ year, orgnr }: OfAgency) {
  const t = useText();
  const lang = useLanguage();
  return (
    <section className="hub-section no-print" aria-labelledby="portfolio">
      <h2 className="ds-heading" data-size="sm" id="portfolio">
        {t('receipt.portfolio')}
      </h2>
      <p className="prose">{t('receipt.portfolioText')}</p>
      <ul className="downloads">
        {portfolios.map(([format, endpoint]) => (
          <li key={format}>
            <a href={addressOf(endpoint, { params: { year, orgnr }, query: { lang } })} download>
              {format.toUpperCase()}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const portfolios = [
  ['csv', 'portfolioCsv'],
  ['xlsx', 'portfolioXlsx'],
  ['json', 'portfolioJson'],
] as const;

/** The agency's measures beside everyone's, in small tables. */
export function Compared({ comparison }: { comparison: Comparison }) {
  const t = useText();
  const pick = usePick();
  const language = useLanguage();
  if (comparison === null) return null;
  const { measures, release, measuresPerAgency, variables } = comparison;
  const percent = (share: number | null) => (share === null ? '–' : formatPercent(share, language));
  const theirs = t('receipt.compareAll', { year: String(release.year) });
  return (
    <section className="hub-section comparison no-print" aria-labelledby="compared">
      <h2 className="ds-heading" data-size="sm" id="compared">
        {t('receipt.compare')}
      </h2>
      <p className="prose">
        {t('receipt.compareText', {
          own: measures,
          all: release.measures,
          agencies: release.agencies,
          year: String(release.year),
          number: release.number,
          mean: measuresPerAgency ?? 0,
        })}
      </p>
      {variables.map(({ id, label, categories }) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard
        <section className="table-box" key={id} aria-labelledby={`compare-${id}`} tabIndex={0}>
          <table className="ds-table" data-size="sm">
            <caption id={`compare-${id}`}>{pick(label)}</caption>
            <thead>
              <tr>
                <th scope="col">{t('receipt.compareAnswer')}</th>
                <th scope="col" className="number">
                  {t('receipt.compareOwn')}
                </th>
                <th scope="col" className="number">
                  {theirs}
                </th>
              </tr>
            </thead>
            <tbody>
              {categories.map((category) => (
                <tr key={category.code}>
                  <th scope="row">{pick(category.label)}</th>
                  <td className="number">{percent(category.own)}</td>
                  <td className="number">{percent(category.all)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </section>
  );
}
