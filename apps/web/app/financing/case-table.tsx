import type { FinancingCases } from '@samblikk/contract/client';
import { usePublicText } from '../i18n/index.ts';
import { TableBox } from '../ui/index.ts';

type Case = FinancingCases['cases'][number];

/** All cases beside each other: table 1 of the report. */
export function CaseTable({ cases }: { cases: readonly Case[] }) {
  const t = usePublicText();
  const title = t('financing.overview', { document: cases[0]?.source.document ?? '', pages: pagesOf(cases) });
  return (
    <section aria-labelledby="table">
      <h2 className="ds-heading" data-size="sm" id="table">
        {title}
      </h2>
      <TableBox title={title}>
        <table className="ds-table financing-table" data-size="sm" data-color="neutral">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('financing.case')}</th>
              <th scope="col">{t('financing.actors')}</th>
              <th scope="col">{t('financing.financing')}</th>
              <th scope="col">{t('financing.principle')}</th>
              <th scope="col">{t('financing.others')}</th>
            </tr>
          </thead>
          <tbody>
            {cases.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <a href={`#${one.id}`}>{one.name}</a>
                </th>
                <td>
                  <Actors groups={one.groups} />
                </td>
                <td>
                  <Financing groups={one.groups} />
                </td>
                <td>{one.principle.label}</td>
                <td>
                  {one.costsOfOthers.length === 0
                    ? t('financing.none')
                    : one.costsOfOthers.map(({ who, text }) => <p key={who}>{`${who}: ${text}`}</p>)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </section>
  );
}

/** The pages of the table, from those that a line names in it. */
function pagesOf(cases: readonly Case[]): string {
  const pages = cases.flatMap(({ costsOfOthers }) => costsOfOthers.flatMap(({ source }) => source?.page ?? []));
  return [...new Set([Math.min(...pages), Math.max(...pages)])].join('–');
}

function Actors({ groups }: Pick<Case, 'groups'>) {
  const t = usePublicText();
  const mark = ({ lead, observer }: Case['groups'][number]['actors'][number]) =>
    lead ? ` (${t('financing.leads')})` : observer ? ` (${t('financing.observer')})` : '';
  return groups.map(({ type, actors }) => (
    <div key={type.code}>
      <p className="financing-group">{type.label}</p>
      <ul>
        {actors.map((actor) => (
          <li key={actor.id}>{actor.name + mark(actor)}</li>
        ))}
      </ul>
    </div>
  ));
}

function Financing({ groups }: Pick<Case, 'groups'>) {
  return groups.map(({ type, financing }) => (
    <div key={type.code}>
      {groups.length > 1 && <p className="financing-group">{type.label}</p>}
      <ul>
        {financing.map(({ phase, sources }) => (
          <li key={phase.code}>{`${phase.label}: ${sources.map(({ label }) => label).join(', ')}`}</li>
        ))}
      </ul>
    </div>
  ));
}
