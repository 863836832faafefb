import { formatNumber, useLanguage, usePublicText } from '../i18n/index.ts';
import { type Given, poolFields } from './cost-sharing-query.ts';

/** So many rows stay empty for more. */
const empty = 2;

/** Several costs, each with a key of its own: a row each, and some to fill in. */
export function PoolFields({ reply: { pools, bases } }: Given) {
  const t = usePublicText();
  const language = useLanguage();
  const offered = [
    ...bases.map(({ basis, label }) => [basis, label] as const),
    ['equal:50,population:50', t('costSharing.halfEqual')] as const,
  ];
  const blank = { name: '', amount: null, key: 'equal', label: '' };
  return (
    <details open={pools.length > 0}>
      <summary>{t('costSharing.pools')}</summary>
      <p className="hint">{t('costSharing.poolsHint')}</p>
      {[...pools, ...Array.from({ length: empty }, () => blank)].map(({ name, amount, key, label }, at) => {
        const keys = offered.some(([code]) => code === key) ? offered : [...offered, [key, label] as const];
        const number = String(at + 1);
        return (
          <fieldset
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place alone
            key={at}
            className="ds-fieldset cost-sharing-pool"
          >
            <legend className="visually-hidden">{t('costSharing.pool', { number })}</legend>
            <label className="ds-field">
              <span className="ds-label">{t('costSharing.poolName')}</span>
              <input className="ds-input" name={poolFields.name} maxLength={100} defaultValue={name} />
            </label>
            <label className="ds-field">
              <span className="ds-label">{t('costSharing.poolAmount')}</span>
              <input
                className="ds-input"
                name={poolFields.amount}
                inputMode="numeric"
                autoComplete="off"
                defaultValue={amount === null ? '' : formatNumber(amount, language)}
              />
            </label>
            <label className="ds-field">
              <span className="ds-label">{t('costSharing.key')}</span>
              <select className="ds-input" name={poolFields.key} defaultValue={key}>
                {keys.map(([code, said]) => (
                  <option key={code} value={code}>
                    {said}
                  </option>
                ))}
              </select>
            </label>
          </fieldset>
        );
      })}
    </details>
  );
}
