import type { FinancingModelsReply } from '@samblikk/contract/client';
import type { ReactNode } from 'react';
import { formatNumber, formatPercent, useLanguage, usePublicText } from '../i18n/index.ts';
import { TableBox } from '../ui/index.ts';
import { useMarked } from './model-mark.tsx';

type Model = FinancingModelsReply['models'][number];
type Structure = FinancingModelsReply['structures'][number];

/** Which cost types use pays for, and which central money does, by model. */
export function WhoPays({ reply: { models, costTypes } }: { reply: FinancingModelsReply }) {
  const t = usePublicText();
  const payer = (code: string, { useFunded }: Model) =>
    code === 'newDevelopment' ? (
      t('models.apart')
    ) : useFunded.includes(code) ? (
      <strong>{t('models.byUse')}</strong>
    ) : (
      t('models.centrally')
    );
  return (
    <>
      <SideBySide
        real
        title={t('models.whoPays')}
        corner={t('models.costType')}
        columns={models}
        rows={costTypes.map(({ code, label }) => ({ label, of: (model: Model) => payer(code, model) }))}
      />
      <p className="figure-notes">{t('models.whoPaysNote')}</p>
    </>
  );
}

/** How money can be taken in, and from whom. */
export function FormsTable({ reply: { forms } }: { reply: FinancingModelsReply }) {
  const t = usePublicText();
  const columns = [
    { code: 'source', label: t('models.source') },
    { code: 'text', label: t('models.formText') },
    { code: 'inAccounts', label: t('models.inAccounts') },
  ] as const;
  type Column = (typeof columns)[number];
  return (
    <SideBySide
      real
      title={t('models.forms')}
      corner={t('models.form')}
      columns={columns}
      rows={forms.map(({ label, source, text, inAccounts }) => ({
        label,
        of: ({ code }: Column) =>
          ({ source: source.label, text, inAccounts: t(inAccounts ? 'models.yes' : 'models.no') })[code],
      }))}
    />
  );
}

/** Models, or ways of paying, side by side: what is covered, what bills do, and how complex it is. */
export function Comparison({ title, columns }: { title: string; columns: readonly (Model | Structure)[] }) {
  const t = usePublicText();
  const language = useLanguage();
  const percent = (value: number | null) => (value === null ? '–' : formatPercent(value, language));
  const change = ({ staying }: Model | Structure) => {
    if (!staying || staying.before === 0) return '–';
    const part = Math.trunc(((staying.after - staying.before) * 1000) / staying.before) / 10;
    return part > 0 ? `+${percent(part)}` : percent(part);
  };
  const jump = ({ largestJump }: Model | Structure) =>
    largestJump === null
      ? '–'
      : t('models.jumpAt', {
          percent: `+${percent(Math.trunc(largestJump.percent))}`,
          ...{ owner: largestJump.owner.label, year: String(largestJump.year) },
        });
  const product = ({ complexity: { sources, methods, detail, product } }: Model | Structure) =>
    `${sources} × ${methods} × ${detail} = ${formatNumber(product, language)}`;
  const known = columns.every((column) => 'known' in column);
  return (
    <SideBySide
      title={title}
      corner={t('models.measure')}
      columns={columns}
      rows={[
        { label: t('models.planned'), of: ({ coverage }) => percent(coverage.planned) },
        { label: t('models.byHalf'), of: ({ coverage }) => percent(coverage.growth) },
        { label: t('models.largestLeaves'), of: ({ coverage }) => percent(coverage.leaves) },
        { label: t('models.staying'), of: change },
        { label: t('models.paidByOwners'), of: ({ paidByOwners }) => percent(paidByOwners) },
        { label: t('models.steady'), of: ({ steady }) => percent(steady) },
        { label: t('models.jump'), of: jump },
        ...(known
          ? [
              {
                label: t('models.known'),
                of: (one: Model | Structure) => t(`models.known.${(one as Structure).known}`),
              },
            ]
          : []),
        { label: t('models.complexity'), of: product },
      ]}
    />
  );
}

/** A table with a column for each of what is compared. */
export function SideBySide<Column extends { readonly code: string; readonly label: string }>(props: {
  title: string;
  /** Nothing in it is of the invented accounts. */
  real?: true;
  corner: string;
  columns: readonly Column[];
  rows: readonly { readonly label: ReactNode; readonly of: (column: Column) => ReactNode; readonly total?: true }[];
}) {
  const marked = useMarked();
  const title = props.real ? props.title : marked(props.title);
  return (
    <TableBox title={title}>
      <table className="ds-table models-table" data-size="sm" data-color="neutral">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{props.corner}</th>
            {props.columns.map(({ code, label }) => (
              <th key={code} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ label, of, total }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows never change places
            <tr key={at} className={total && 'grid-total'}>
              <th scope="row">{label}</th>
              {props.columns.map((column) => (
                <td key={column.code}>{of(column)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
