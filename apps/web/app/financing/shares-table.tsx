import type { CostSharingReply } from '@samblikk/contract/client';
import { formatNumber, type Language, useLanguage, usePublicText } from '../i18n/index.ts';
import { TableBox } from '../ui/index.ts';

/** A change with its sign; none is 0. */
const signed = (kroner: number, language: Language) =>
  kroner === 0 ? '0' : `${kroner > 0 ? '+' : '−'}${formatNumber(Math.abs(kroner), language)}`;

/** Who pays how much by each key: the one that was asked for first, with what part of the whole it is. */
export function SharesTable({ reply: { actors, keys, amount, leaving } }: { reply: CostSharingReply }) {
  const t = usePublicText();
  const language = useLanguage();
  const title = t('costSharing.shares');
  return (
    <>
      <TableBox title={title}>
        <table className="ds-table" data-size="sm" data-color="neutral">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('costSharing.who')}</th>
              {keys.map(({ key, label }) => (
                <th key={key} scope="col" className="number">
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
                {keys.map(({ key, shares }, at) => {
                  const share = shares?.[place];
                  return (
                    <td key={key} className="number">
                      {share ? formatNumber(share.kroner, language) : '–'}
                      {share && at === 0 && (
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
              {keys.map(({ key, shares }) => (
                <td key={key} className="number">
                  {shares ? formatNumber(amount ?? 0, language) : '–'}
                </td>
              ))}
              {leaving?.changes && <td className="number">0</td>}
            </tr>
          </tbody>
        </table>
      </TableBox>
      {leaving?.fault && <p>{`${t('costSharing.ifLeaves', { name: leaving.name })}: ${leaving.fault}`}</p>}
      {keys.map(({ key, label, fault }) => fault !== null && <p key={key}>{`${label}: ${fault}`}</p>)}
    </>
  );
}
