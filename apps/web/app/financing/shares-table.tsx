import type { CostSharingReply } from '@samblikk/contract/client';
import { formatNumber, type Language, useLanguage, usePublicText } from '../i18n/index.ts';
import { TableBox } from '../ui/index.ts';

/** A change with its sign; none is 0. */
const signed = (kroner: number, language: Language) =>
  kroner === 0 ? '0' : `${kroner > 0 ? '+' : '−'}${formatNumber(Math.abs(kroner), language)}`;

/** The columns: each cost with a key of its own, all of these together, and the whole by each key; the first that is of the whole has per cents. */
function useColumns({ pools, together, keys }: CostSharingReply) {
  const t = usePublicText();
  const all = {
    ...{ id: 'together', label: t('costSharing.together'), shares: together, fault: null },
  };
  return [
    ...pools.map(({ name, label, amount, shares, fault }, at) => ({
      ...{ id: `pool-${at}`, shares, fault, sum: amount, percent: false },
      label: t('costSharing.poolBy', { name: name || String(at + 1), key: label }),
    })),
    ...(together ? [{ ...all, sum: undefined, percent: true }] : []),
    ...keys.map(({ key, label, shares, fault }, at) => ({
      ...{ id: key, shares, fault, sum: undefined, percent: at === 0 && !together },
      label: pools.length > 0 ? t('costSharing.wholeBy', { key: label }) : label,
    })),
  ];
}

/** Who pays how much by each key: the one that was asked for first, with what part of the whole it is. */
export function SharesTable({ reply }: { reply: CostSharingReply }) {
  const { actors, amount, leaving } = reply;
  const t = usePublicText();
  const language = useLanguage();
  const title = t('costSharing.shares');
  const keys = useColumns(reply);
  return (
    <>
      <TableBox title={title}>
        <table className="ds-table" data-size="sm" data-color="neutral">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('costSharing.who')}</th>
              {keys.map(({ id, label }) => (
                <th key={id} scope="col" className="number">
                  {label}
                </th>
              ))}
              {leaving?.changes && (
                <th scope="col" className="number">
                  {t('costSharing.ifLeaves', { name: leaving.name })}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {actors.map(({ id, name }, place) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                {keys.map(({ id: column, shares, percent }) => {
                  const share = shares?.[place];
                  return (
                    <td key={column} className="number">
                      {share ? formatNumber(share.kroner, language) : '–'}
                      {share && percent && (
                        <span className="share-percent">
                          {t('costSharing.percent', { percent: formatNumber(share.percent, language) })}
                        </span>
                      )}
                      {share?.limitedBy && <span className="share-limit">{t(`costSharing.${share.limitedBy}`)}</span>}
                    </td>
                  );
                })}
                {leaving?.changes && <td className="number">{signed(leaving.changes[place] ?? 0, language)}</td>}
              </tr>
            ))}
            <tr className="grid-total">
              <th scope="row">{t('costSharing.sum')}</th>
              {keys.map(({ id, shares, sum = amount ?? 0 }) => (
                <td key={id} className="number">
                  {shares ? formatNumber(sum, language) : '–'}
                </td>
              ))}
              {leaving?.changes && <td className="number">0</td>}
            </tr>
          </tbody>
        </table>
      </TableBox>
      {leaving?.fault && <p>{`${t('costSharing.ifLeaves', { name: leaving.name })}: ${leaving.fault}`}</p>}
      {keys.map(({ id, label, fault }) => fault !== null && <p key={id}>{`${label}: ${fault}`}</p>)}
    </>
  );
}
