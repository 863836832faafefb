import type { MeasureChange } from '@samblikk/contract/client';
import { Norwegian, showDay, useLanguage, usePick, useText } from '../i18n/index.ts';
import { useDataHref } from '../ui/index.ts';
import { useChangeText } from './change-texts.ts';

/** Above so many, a list is folded. */
const short = 20;

const kinds = ['added', 'removed', 'changed'] as const;

/**
 * What changed, measure by measure: new ones, those gone, and answers before and after, each with why.
 * @param pathOf where one is read; undefined where it is not
 */
export function ChangeList({
  measures,
  pathOf,
}: {
  measures: readonly MeasureChange[];
  pathOf: (measure: MeasureChange) => string | undefined;
}) {
  const c = useChangeText();
  if (measures.length === 0) return <p>{c('none')}</p>;
  return (
    <div className="changes">
      {kinds.map((kind) => {
        const of = measures.filter(({ change }) => change === kind);
        if (of.length === 0) return null;
        return (
          <details className="change-group" key={kind} open={of.length <= short}>
            <summary>{c(kind, { n: of.length })}</summary>
            <ul className="change-list">
              {of.map((measure) => (
                <Change
                  key={measure.number}
                  measure={measure}
                  path={measure.title === null ? undefined : pathOf(measure)}
                />
              ))}
            </ul>
          </details>
        );
      })}
    </div>
  );
}

function Change({ measure, path }: { measure: MeasureChange; path: string | undefined }) {
  const t = useText();
  const to = useDataHref();
  const pick = usePick();
  const c = useChangeText();
  const language = useLanguage();
  const { number, title, agency, reasons, answers, opened } = measure;
  const name = title === null ? t('measure.untitled', { number }) : title;
  return (
    <li>
      <p>
        {path === undefined ? (
          <span>{name}</span>
        ) : (
          <a href={to(path)}>{title === null ? name : <Norwegian>{title}</Norwegian>}</a>
        )}
      </p>
      <p className="small subtle">
        {[number, pick(agency), ...reasons.map((reason) => c(`reason.${reason}`))].join(' · ')}
      </p>
      {opened.map(({ question, label, basis, lastDay }) => (
        <p className="small" key={question ?? ''}>
          {c(basis ? 'openedBasis' : 'opened', {
            ...{ label: pick(label), day: showDay(lastDay, language) },
            basis: basis ? pick(basis) : '',
          })}
        </p>
      ))}
      {answers.length > 0 && (
        <dl className="change-answers">
          {answers.map(({ question, label, before, after, why, withheld }) => {
            const none = c(withheld ? 'withheld' : 'blank');
            return (
              <div key={question}>
                <dt>{pick(label)}</dt>
                <dd>
                  <span>{c('before')}</span>
                  <span>{before === null ? none : pick(before)}</span>
                </dd>
                <dd>
                  <span>{c('after')}</span>
                  <span>{after === null ? none : pick(after)}</span>
                </dd>
                {why !== null && (
                  <dd className="change-why">
                    <span>{c('why.answer')}</span>
                    <Norwegian>{why}</Norwegian>
                  </dd>
                )}
              </div>
            );
          })}
        </dl>
      )}
    </li>
  );
}
