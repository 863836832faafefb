import type { Updates } from '@samblikk/contract/client';
import { formatDate, showMoment, useHref, useLanguage, usePick, useText } from '../i18n/index.ts';
import { editionPath } from '../ui/index.ts';

/** In a round that takes updates: what everyone reads of the agency's measures, and what comes with the next release. */
export function UpdatesNotice({ of }: { of: Updates | null }) {
  const t = useText();
  const to = useHref();
  const pick = usePick();
  const language = useLanguage();
  if (!of?.takesUpdates) return null;
  const { release, nextSnapshot, waiting, drafts } = of;
  return (
    <section className="hub-section" aria-labelledby="updates">
      <h2 className="ds-heading" data-size="sm" id="updates">
        {t('updates.title')}
      </h2>
      {release && (
        <p>
          <a href={to(editionPath(release.name))}>
            {t('updates.release', { name: release.name, day: formatDate(release.dataAsOf, language) })}
          </a>
        </p>
      )}
      <p>{waiting.length === 0 ? t('updates.none') : t('updates.waiting', { count: waiting.length })}</p>
      {waiting.length > 0 && (
        <ul>
          {waiting.map(({ measure, number, title, what, questions }) => (
            <li key={measure}>
              {t(`updates.${what}`, {
                title: title ?? t('updates.untitled', { number }),
                questions: questions.map(pick).join('; '),
              })}
            </li>
          ))}
        </ul>
      )}
      {nextSnapshot !== null && <p>{t('updates.next', { when: showMoment(nextSnapshot, language) })}</p>}
      {drafts > 0 && <p>{t('updates.drafts', { count: drafts })}</p>}
    </section>
  );
}
