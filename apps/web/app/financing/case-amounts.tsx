import type { FinancingCases } from '@samblikk/contract/client';
import { formatNumber, useLanguage, usePublicText } from '../i18n/index.ts';
import { TableBox, useDataHref } from '../ui/index.ts';

type Case = FinancingCases['cases'][number];
type Amount = Case['amounts'][number];

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
  const kronerOf = ({ kroner, about, priceYear }: Amount) => {
    const said = formatNumber(kroner, language);
    const year = priceYear === null ? '' : ` ${t('financing.priceYear', { year: String(priceYear) })}`;
    return (about ? t('financing.about', { kroner: said }) : said) + year;
  };
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
                  {amount.of === 'funding' ? t('financing.funding', { source: amount.label }) : amount.label}
                  {amount.note !== null && <span className="share-limit">{amount.note}</span>}
                </th>
                <td>{amount.who.join(', ')}</td>
                <td>{whenOf(amount)}</td>
                <td className="number">{kronerOf(amount)}</td>
                <td>{pageOf(amount)}</td>
              </tr>
            ))}
          </tbody>
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

function whenOf({ phases, years }: Amount): string {
  const when = years && (years.from === years.to ? String(years.from) : `${years.from}–${years.to}`);
  return [phases.map(({ label }) => label).join(', '), when].filter(Boolean).join(', ');
}
