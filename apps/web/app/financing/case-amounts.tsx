import type { FinancingCases } from '@samblikk/contract/client';
import { formatNumber, useLanguage, usePublicText } from '../i18n/index.ts';
import { TableBox, useDataHref } from '../ui/index.ts';

type Case = FinancingCases['cases'][number];
type Amount = Case['amounts'][number];
type Sum = Case['sums'][number];

/** The calculation of the later key of DigiBarnevern (DFØ-rapport 2025:7, 2.1.4): half equally, half by inhabitants. */
const shareOf = (actors: readonly string[], kroner: number) =>
  `/kostnadsdeling?${new URLSearchParams([
    ['amount', String(kroner)],
    ['key', 'equal:50,population:50'],
    ...actors.map((id) => ['actor', id] as [string, string]),
  ])}`;

/** Every amount that is known of a case, each with its page. */
export function CaseAmounts({ one }: { one: Case }) {
  const t = usePublicText();
  const to = useDataHref();
  const language = useLanguage();
  const municipalities = one.groups.flatMap(({ type, actors }) => (type.code === 'municipality' ? actors : []));
  const shared = one.amounts.find(
    ({ of, who, phases }) =>
      of === 'cost' &&
      who.length > 0 &&
      who.length === municipalities.length &&
      phases.some(({ code }) => code === 'execution'),
  );
  const pageOf = ({ source }: Pick<Amount, 'source'>) =>
    source
      ? t('financing.page', { document: source.document, page: String(source.page ?? '') }) +
        (source.at ? ` (${source.at})` : '')
      : '';
  const roundly = ({ kroner, about }: Sum) => {
    const said = formatNumber(kroner, language);
    return about ? t('financing.about', { kroner: said }) : said;
  };
  const kronerOf = (amount: Amount) =>
    roundly(amount) +
    (amount.priceYear === null ? '' : ` ${t('financing.priceYear', { year: String(amount.priceYear) })}`);
  const labelOf = ({ of, label }: Sum) => (of === 'funding' ? t('financing.funding', { source: label }) : label);
  if (one.amounts.length === 0) return <p>{`${t('financing.noAmounts')} ${pageOf(one)}.`}</p>;
  const title = `${t('financing.amounts')}: ${one.name}`;
  return (
    <>
      <TableBox title={title}>
        <table className="ds-table" data-size="sm" data-color="neutral">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              {(['what', 'who', 'when', 'kroner', 'source'] as const).map((column) => (
                <th key={column} scope="col" className={column === 'kroner' ? 'number' : undefined}>
                  {t(`financing.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {one.amounts.map((amount, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change places
              <tr key={place}>
                <th scope="row">
                  {labelOf(amount)}
                  {amount.note !== null && <span className="share-limit">{amount.note}</span>}
                </th>
                <td>{amount.who.join(', ')}</td>
                <td>{whenOf(amount)}</td>
                <td className="number">{kronerOf(amount)}</td>
                <td>{pageOf(amount)}</td>
              </tr>
            ))}
          </tbody>
          {one.sums.length > 0 && (
            <tfoot>
              {one.sums.map((sum) => (
                <tr key={labelOf(sum) + whenOf(sum)}>
                  <th scope="row">{t('financing.sum', { what: labelOf(sum) })}</th>
                  <td>{sum.who.join(', ')}</td>
                  <td>{whenOf(sum)}</td>
                  <td className="number">{roundly(sum)}</td>
                  <td>{t('financing.added')}</td>
                </tr>
              ))}
            </tfoot>
          )}
        </table>
      </TableBox>
      {shared && (
        <p>
          <a
            href={to(
              shareOf(
                municipalities.map(({ id }) => id),
                shared.kroner,
              ),
            )}
          >
            {t('financing.share')}
          </a>
        </p>
      )}
    </>
  );
}

function whenOf({ phases, years }: Sum): string {
  const when = years && (years.from === years.to ? String(years.from) : `${years.from}–${years.to}`);
  return [phases.map(({ label }) => label).join(', '), when].filter(Boolean).join(', ');
}
