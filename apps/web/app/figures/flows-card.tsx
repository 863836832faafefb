import type { FlowsReply } from '@samblikk/contract/client';
import { chartOfFlows } from '@samblikk/statistics';
import { formatNumber, useLanguage, usePublicText } from '../i18n/index.ts';
import { addressOf } from '../platform/index.ts';
import { FileLinks, fileLinks, TableBox, useDataHref } from '../ui/index.ts';
import { ChartPicture } from './chart-picture.tsx';
import { MeasureLinks } from './measure-links.tsx';

/** What became of the measures of one round in another: choice, picture, table whose numbers list their measures. */
export function FlowsCard({
  flows,
  cell,
  selection,
}: {
  flows: FlowsReply;
  cell: string | undefined;
  /** What chooses the measures that are followed. */
  selection: Readonly<Record<string, string>>;
}) {
  const t = usePublicText();
  const language = useLanguage();
  const { from, to, variable, refused, notes, measures } = flows;
  if (!from || !to) return null;
  const words = { variable: variable.label, from: String(from.year), to: String(to.year) };
  const query = { ...selection, variable: variable.id, from: from.year, to: to.year };
  const title = t('flows.title', words);
  return (
    <section className="figure" id="flows" aria-labelledby="flows-title">
      <div className="figure-head">
        <h2 className="ds-heading" data-size="sm" id="flows-title">
          {title}
        </h2>
        <p className="subtle small">
          {t('flows.base', {
            n: formatNumber(flows.inBoth, language),
            from: formatNumber(from.n, language),
            to: formatNumber(to.n, language),
            withheld: formatNumber(from.withheld + to.withheld, language),
            ...{ fromYear: words.from, toYear: words.to },
          })}
        </p>
      </div>
      <FlowsForm flows={flows} selection={selection} />
      {refused.length > 0 ? (
        <div className="ds-alert" data-color="warning">
          <p>
            <strong>{t('series.break', words)}</strong> {refused.join(' ')}
          </p>
        </div>
      ) : (
        <div className="flows">
          <ChartPicture chart={chartOfFlows(flows, title, language)} />
          <FlowsTable flows={flows} title={title} selection={selection} />
        </div>
      )}
      {measures && <MeasureLinks measures={measures} title={cellTitle(flows, cell)} id="flow-measures" />}
      <div className="figure-foot">
        {notes.length > 0 && (
          <ul className="figure-notes">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
        <FileLinks
          files={fileLinks('flows', (asked) =>
            addressOf('readFlows', { query: { ...query, ...asked.query, lang: language } }),
          )}
          label={t('files.of', { title })}
        />
      </div>
    </section>
  );
}

const labelOf = (side: FlowsReply['nodes']['from'], code: string | undefined): string =>
  side.find((node) => node.code === code)?.label ?? code ?? '';

function cellTitle({ nodes }: FlowsReply, cell = ''): string {
  const [from, to] = cell.split('~');
  return `${labelOf(nodes.from, from)} → ${labelOf(nodes.to, to)}`;
}

type Selection = Parameters<typeof FlowsCard>[0]['selection'];

function FlowsForm({
  flows: { variables, variable, years, from, to },
  selection,
}: {
  flows: FlowsReply;
  selection: Selection;
}) {
  const t = usePublicText();
  const href = useDataHref();
  const choice = (name: string, label: string, value: string, options: readonly (readonly [string, string])[]) => (
    <div className="choice">
      <label className="ds-label" htmlFor={`flows-${name}`}>
        {label}
      </label>
      <select className="ds-input" id={`flows-${name}`} name={name} defaultValue={value}>
        {options.map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
  const all = years.map((year) => [String(year), String(year)] as const);
  return (
    <form action={href('/tall/livslop')} method="get" className="own-table">
      {Object.entries(selection).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="own-table-fields">
        {choice(
          'variable',
          t('flows.variable'),
          variable.id,
          variables.map(({ id, label }) => [id, label] as const),
        )}
        {choice('from', t('flows.from'), String(from?.year ?? ''), all.slice(0, -1))}
        {choice('to', t('flows.to'), String(to?.year ?? ''), all.slice(1))}
      </div>
      <button type="submit" className="ds-button" data-variant="secondary">
        {t('flows.submit')}
      </button>
    </form>
  );
}

function FlowsTable({
  flows: { variable, from, to, nodes, flows },
  title,
  selection,
}: {
  flows: FlowsReply;
  title: string;
  selection: Selection;
}) {
  const t = usePublicText();
  const href = useDataHref();
  const language = useLanguage();
  const count = (source: string, target: string) =>
    flows.find((flow) => flow.from === source && flow.to === target)?.count ?? 0;
  const address = (source: string, target: string) =>
    `/tall/livslop?${new URLSearchParams({ ...selection, variable: variable.id, from: String(from?.year), to: String(to?.year), cell: `${source}~${target}` })}#flow-measures`;
  return (
    <TableBox title={title}>
      <table className="ds-table" data-size="sm" data-color="neutral">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{`${from?.year} → ${to?.year}`}</th>
            {nodes.to.map(({ code, label }) => (
              <th scope="col" className="number" key={code}>
                {label}
              </th>
            ))}
            <th scope="col" className="number">
              {t('table.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {nodes.from.map((row) => (
            <tr key={row.code}>
              <th scope="row">{row.label}</th>
              {nodes.to.map((column) => {
                const n = count(row.code, column.code);
                return (
                  <td className="number" key={column.code}>
                    {n === 0 ? '0' : <a href={href(address(row.code, column.code))}>{formatNumber(n, language)}</a>}
                  </td>
                );
              })}
              <td className="number">{formatNumber(row.count, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
