import type { LifeCycle } from '@samblikk/contract/client';
import { showAmount } from '@samblikk/questionnaire';
import type { ReactNode } from 'react';
import { formatNumber, formatPercent, useHref, useLanguage, usePublicText } from '../i18n/index.ts';
import { TableBox } from '../ui/index.ts';
import { MeasureLinks } from './measure-links.tsx';

function Card({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="figure" id={id} aria-labelledby={`${id}-title`}>
      <h2 className="ds-heading" data-size="sm" id={`${id}-title`}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** A table with a name, in a box that may scroll sideways. */
function Numbers(props: { title: string; head: readonly string[]; rows: readonly (readonly ReactNode[])[] }) {
  const { title, head, rows } = props;
  return (
    <TableBox title={title}>
      <table className="ds-table" data-size="sm" data-color="neutral">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {head.map((name, at) => (
              <th scope="col" key={name} className={at === 0 ? undefined : 'number'}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...numbers], row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows do not move
            <tr key={row}>
              <th scope="row">{name}</th>
              {numbers.map((number, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move
                <td className="number" key={at}>
                  {number}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

export function TimeCard({ time }: { time: LifeCycle['time'] }) {
  const t = usePublicText();
  const language = useLanguage();
  if (!time) return null;
  const number = (value: number | null) => (value === null ? '–' : formatNumber(value, language));
  const title = t('time.title');
  return (
    <Card id="time" title={title}>
      <p>{t('time.method')}</p>
      <Numbers
        title={title}
        head={[time.label, t('time.there'), t('time.soFar'), t('time.left'), t('time.untilLeft')]}
        rows={time.rows.map(({ label, there, yearsSoFar, left, yearsUntilLeft }) => [
          label,
          number(there),
          number(yearsSoFar),
          number(left),
          number(yearsUntilLeft),
        ])}
      />
    </Card>
  );
}

export function GrowthCard({ growth }: { growth: LifeCycle['growth'] }) {
  const t = usePublicText();
  const to = useHref();
  const language = useLanguage();
  if (!growth) return null;
  const kroner = (value: number) => showAmount(Math.round(value), language, 'words');
  const percent = (value: number | null) => (value === null ? '–' : formatPercent(Math.round(value), language));
  const { n, first, latest, quartiles, rose, same, fell } = growth;
  const risen = growth.measures.filter(({ percent }) => percent !== null && percent > 0);
  return (
    <Card id="growth" title={t('growth.title')}>
      {n === 0 ? (
        <p>{t('growth.none')}</p>
      ) : (
        <>
          <p>
            {t('growth.sentence', {
              ...{ n: formatNumber(n, language), first: kroner(first), latest: kroner(latest) },
              ...{ percent: percent(growth.percent), median: percent(quartiles.median) },
              ...{ lower: percent(quartiles.lower), upper: percent(quartiles.upper) },
              ...{
                rose: formatNumber(rose, language),
                same: formatNumber(same, language),
                fell: formatNumber(fell, language),
              },
            })}
          </p>
          <p className="subtle small">
            {t('growth.method')} {risen.length > 0 && t('growth.largest', { n: risen.length })}
          </p>
          {risen.length > 0 && (
            <Numbers
              title={t('growth.title')}
              head={[t('growth.measure'), t('growth.first'), t('growth.latest'), t('growth.change')]}
              rows={risen.map((one) => [
                <a key={one.number} href={to(`/tiltak/${one.number}`)}>
                  {one.title ?? one.number}
                </a>,
                `${kroner(one.first.kroner)} (${one.first.year})`,
                `${kroner(one.latest.kroner)} (${one.latest.year})`,
                percent(one.percent),
              ])}
            />
          )}
        </>
      )}
    </Card>
  );
}

export function FundingCard({ funding }: { funding: LifeCycle['funding'] }) {
  const t = usePublicText();
  const language = useLanguage();
  if (!funding) return null;
  const { lacked, won, by, measures } = funding;
  const number = (value: number) => formatNumber(value, language);
  return (
    <Card id="funding-won" title={t('fundingWon.title')}>
      <p>{t('fundingWon.sentence', { won: number(won), lacked: number(lacked) })}</p>
      {lacked > 0 && (
        <Numbers
          title={t('fundingWon.title')}
          head={[t('fundingWon.by'), t('fundingWon.lacked'), t('fundingWon.won')]}
          rows={by.map((one) => [one.label, number(one.lacked), number(one.won)])}
        />
      )}
      {measures.length > 0 && <MeasureLinks measures={measures} title={t('fundingWon.measures')} id="funded" />}
    </Card>
  );
}

/** What ended, and why: what the agencies said became of measures that the next round lacks. */
export function EndedCard({ ended }: { ended: LifeCycle['ended'] }) {
  const t = usePublicText();
  const language = useLanguage();
  if (!ended || ended.n === 0) return null;
  const number = (value: number) => formatNumber(value, language);
  const said = ended.rows.reduce((sum, { measures }) => sum + measures.length, 0);
  return (
    <Card id="ended" title={t('ended.title')}>
      <p>{t('ended.sentence', { n: number(ended.n), said: number(said) })}</p>
      {ended.rows.map(({ code, label, measures }) => (
        <MeasureLinks key={code} measures={measures} title={label} id={`ended-${code}`} />
      ))}
    </Card>
  );
}
