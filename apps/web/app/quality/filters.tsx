import type { ReplyAt } from '@samblikk/contract/client';
import type { Edition } from '@samblikk/questionnaire';
import { Form, Link } from 'react-router';
import { useHref, useLanguage, usePick } from '../i18n/index.ts';
import { Filters as Folded } from '../staff/index.ts';
import { Labelled, qualityPath } from '../ui/index.ts';
import { useQualityText } from './texts.ts';
import { questionName, useFiredWords } from './words.ts';

type Queue = ReplyAt<'readQuality'>;
type Choice = readonly [value: string, label: string];

/** What the queue is selected and sorted by. A plain form: the choice is an address. */
export function Filters({
  queue,
  chosen,
  edition,
}: {
  queue: Queue;
  chosen: Readonly<Record<string, string | undefined>>;
  edition: Edition;
}) {
  const s = useQualityText();
  const pick = usePick();
  const to = useHref();
  const language = useLanguage();
  const words = useFiredWords(edition);
  const name = (id: string) => questionName(edition, id, language);
  const counted = (list: Queue['rules'], label: (code: string) => string): Choice[] =>
    list.map(({ code, measures }) => [code, `${label(code)} (${measures})`]);
  const changeWords = (code: string) => {
    const at = code.lastIndexOf('.');
    const change = code.slice(at + 1) as 'higher' | 'lower' | 'back' | 'changed';
    return s(`change.${change}`, { what: name(code.slice(0, at)) });
  };
  const selects: readonly (readonly ['rule' | 'change' | 'blank' | 'agency' | 'state' | 'sort', readonly Choice[]])[] =
    [
      ['rule', counted(queue.rules, words)],
      ['change', counted(queue.changes, changeWords)],
      ['blank', counted(queue.blanks, name)],
      ['agency', queue.agencies.map((agency) => [agency.orgnr, pick(agency.name)])],
      ['state', (['submitted', 'changedSince', 'draft'] as const).map((state) => [state, s(`state.${state}`)])],
      ['sort', (['concern', 'cost', 'change', 'blank', 'number'] as const).map((sort) => [sort, s(`sort.${sort}`)])],
    ];
  const count = selects.filter(([key]) => chosen[key] !== undefined && key !== 'sort').length;
  return (
    <search>
      <Folded chosen={count} key={JSON.stringify(chosen)}>
        <Form method="get" action={to(qualityPath(queue.year))} className="quality-filters">
          {chosen.show && <input type="hidden" name="show" value={chosen.show} />}
          {selects.map(([key, choices]) => (
            <Labelled key={key} id={`filter-${key}`} label={s(key)}>
              <select className="ds-input" id={`filter-${key}`} name={key} defaultValue={chosen[key] ?? ''}>
                {key !== 'sort' && <option value="">{s('any')}</option>}
                {chosen[key] !== undefined && !choices.some(([value]) => value === chosen[key]) && (
                  <option value={chosen[key]}>{chosen[key]}</option>
                )}
                {choices.map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </Labelled>
          ))}
          <div className="buttons">
            <button className="ds-button" type="submit">
              {s('choose')}
            </button>
            {(count > 0 || chosen.sort !== undefined) && (
              <Link className="ds-button" data-variant="tertiary" to={to(qualityPath(queue.year))}>
                {s('reset')}
              </Link>
            )}
          </div>
        </Form>
      </Folded>
    </search>
  );
}
