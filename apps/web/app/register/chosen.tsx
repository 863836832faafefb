import type { RegisterList } from '@samblikk/contract/client';
import { usePublicText } from '../i18n/index.ts';
import { useDataHref } from '../ui/index.ts';
import type { RegisterSearch } from './search.ts';

/** The filters in force: each a link to the same search without it. */
export function Chosen({ chosen, search }: { chosen: RegisterList['chosen']; search: RegisterSearch }) {
  const t = usePublicText();
  const to = useDataHref();
  if (chosen.length === 0) return null;
  return (
    <ul className="chosen" aria-label={t('register.chosen')}>
      {chosen.map(({ id, label, code, codeLabel }) => (
        <li key={`${id}:${code}`}>
          <a className="ds-chip" data-removable="true" data-size="sm" href={to(search.without(id, code))}>
            <span className="visually-hidden">{t('register.remove')} </span>
            {label}: {codeLabel}
          </a>
        </li>
      ))}
      <li>
        <a href={to(search.cleared())}>{t('register.clear')}</a>
      </li>
    </ul>
  );
}
