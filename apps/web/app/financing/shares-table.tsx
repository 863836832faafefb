import type { CostSharingReply } from '@samblikk/contract/client';
import { formatNumber, useLanguage, usePublicText } from '../i18n/index.ts';
import { TableBox } from '../ui/index.ts';

/** Who pays how much by each key: the one that was asked for first, with what part of the whole it is. */
export function SharesTable({ reply: { actors, keys, amount } }: { reply: CostSharingReply }) {
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
              </tr>
            ))}
            <tr className="grid-total">
              <th scope="row">{t('costSharing.sum')}</th>
              {keys.map(({ key, shares }) => (
                <td key={key} className="number">
                  {shares ? formatNumber(amount ?? 0, language) : '–'}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </TableBox>
      {keys.map(({ key, label, fault }) => fault !== null && <p key={key}>{`${label}: ${fault}`}</p>)}
    </>
  );
}
