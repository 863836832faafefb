import type { ReplyAt } from '@samblikk/contract/client';
import { showMoment, useLanguage } from '../i18n/index.ts';
import { usePartName } from './part-name.ts';
import { useSaid } from './said.ts';
import { usePlanText } from './texts.ts';

/** Every version of a plan: who, when, and each part as it was and became. */
export function History({
  versions,
  nameOf,
}: {
  versions: ReplyAt<'listFinancingPlanVersions'>['versions'];
  nameOf: (actor: string) => string;
}) {
  const s = usePlanText();
  const language = useLanguage();
  const partName = usePartName();
  const said = useSaid(nameOf);
  return (
    <ul className="plan-agreements">
      {versions.map(({ version, at, by, changes }) => {
        const parts = [...new Set(changes.map(({ part }) => partName(part)))].join(', ');
        const title = s('historyLine', { version, parts: parts || s('first') });
        return (
          <li key={version}>
            {changes.length === 0 ? (
              <p>{title}</p>
            ) : (
              <details>
                <summary>{title}</summary>
                <ul>
                  {changes.map(({ part, from, to }) => (
                    <li key={part}>{s('became', { part: partName(part), from: said(from), to: said(to) })}</li>
                  ))}
                </ul>
              </details>
            )}
            <p className="small subtle">{s('answeredBy', { name: by, time: showMoment(at, language) })}</p>
          </li>
        );
      })}
    </ul>
  );
}
