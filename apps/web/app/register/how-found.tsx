import type { ReplyAt } from '@samblikk/contract/client';
import { formatNumber, useLanguage, usePublicText } from '../i18n/index.ts';
import { useDataHref } from '../ui/index.ts';
import type { RegisterSearch } from './search.ts';

/** What the search did with the words besides finding them: which are missing, what was cut, and filters that say the same. */
export function HowFound({ list, search }: { list: ReplyAt<'searchRegister'>; search: RegisterSearch }) {
  const t = usePublicText();
  const language = useLanguage();
  const to = useDataHref();
  const { missing, cut, suggestions } = list;
  return (
    <>
      {missing.length > 0 && (
        <p role="status">{t('register.missing', { words: missing.map((word) => `«${word}»`).join(', ') })}</p>
      )}
      {cut && <p role="status">{t('register.cut')}</p>}
      {suggestions.length > 0 && (
        <div className="suggestions">
          <h2 className="small" id="suggestions">
            {t('register.suggestions')}
          </h2>
          <ul className="suggested" aria-labelledby="suggestions">
            {suggestions.map(({ id, label, code, codeLabel, count }) => (
              <li key={`${id}:${code}`}>
                <a className="ds-chip" data-size="sm" href={to(search.instead(id, code))}>
                  {t('register.suggested', { label, value: codeLabel, n: formatNumber(count, language) })}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
