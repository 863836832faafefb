import type { QuestionnaireChanges } from '@samblikk/contract/client';
import type { PartName } from '@samblikk/questionnaire/difference';
import { formatNumber, useLanguage, usePick } from '../i18n/index.ts';
import { staffText } from '../staff/index.ts';
import { QuestionnairePart } from './questionnaire-part.tsx';
import { questionnaireTexts } from './questionnaire-texts.ts';

export const useQuestionnaireText = staffText(questionnaireTexts);

type Change = QuestionnaireChanges['changes'][number];

const groups = ['section', 'question', 'rule', 'derived', 'publication'] as const satisfies readonly Change['of'][];

/** What is other in a questionnaire, text by text, and what it costs in minutes and in comparability. */
export function QuestionnaireDifference({ told }: { told: QuestionnaireChanges }) {
  const s = useQuestionnaireText();
  const { edition, from, fromYear, changes } = told;
  const values = { edition, from: from ?? '', fromYear: String(fromYear) };
  return (
    <>
      <p className="lead">{from === null ? s('first', values) : s(fromYear === null ? 'leadOther' : 'lead', values)}</p>
      {from !== null && changes.length === 0 && <p className="ds-alert">{s('same')}</p>}
      {from !== null && changes.length > 0 && <Totals told={told} />}
      {groups.map((group) => {
        const list = changes.filter(({ of }) => of === group);
        return (
          list.length > 0 && (
            <section className="hub-section" aria-labelledby={group} key={group}>
              <h2 className="ds-heading" data-size="sm" id={group}>
                {`${s(group)} (${list.length})`}
              </h2>
              <ul className="measure-cards">
                {list.map((change) => (
                  <ChangeCard key={change.id} change={change} />
                ))}
              </ul>
            </section>
          )
        );
      })}
    </>
  );
}

/** `+1,5` or `−2`: how much more or less. */
function useSigned() {
  const language = useLanguage();
  return (value: number) => {
    const text = formatNumber(Math.abs(value), language);
    return value > 0 ? `+${text}` : text === '0' ? '0' : `−${text}`;
  };
}

function Totals({ told: { before, after, basis, changes, from } }: { told: QuestionnaireChanges }) {
  const s = useQuestionnaireText();
  const pick = usePick();
  const language = useLanguage();
  const signed = useSigned();
  const round = (value: number) => Math.round(10 * value) / 10;
  const minutes = (seconds: number) => s('minutes', { minutes: formatNumber(round(seconds / 60), language) });
  const against = (name: 'anew' | 'carried') =>
    s('against', {
      minutes: minutes(after[name]),
      before: minutes(before[name]),
      from: from ?? '',
      change: signed(round((after[name] - before[name]) / 60)),
    });
  const count = (kind: string) => changes.filter(({ comparability }) => comparability?.with === kind).length;
  const figures = new Map(changes.flatMap((change) => change.figures.map(({ id, title }) => [id, title] as const)));
  const hours = (seconds: number) => Math.round((seconds * basis.measures) / 3600);
  const rows = [
    [s('carried'), against('carried')],
    [s('anew'), against('anew')],
    [s('confirmed'), s('perMeasure', { minutes: formatNumber(round((after.anew - after.carried) / 60), language) })],
    ...(basis.measures > 0
      ? [
          [
            s('all', { count: basis.measures }),
            s('hours', {
              hours: formatNumber(hours(after.carried), language),
              change: signed(hours(after.carried - before.carried)),
            }),
          ],
        ]
      : []),
    [
      s('series'),
      s('seriesCount', { note: count('note'), broken: count('break'), added: count('new'), gone: count('gone') }),
    ],
    [s('figures'), figures.size === 0 ? s('none') : [...figures.values()].map(pick).join(' · ')],
  ];
  return (
    <section className="hub-section" aria-labelledby="totals">
      <h2 className="ds-heading" data-size="sm" id="totals">
        {s('totals')}
      </h2>
      <dl className="summary-list difference-totals">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <details className="confirm">
        <summary>{s('model')}</summary>
        <p className="prose">{s('modelText')}</p>
        <p className="prose">
          {basis.factor === 1
            ? s('notMeasured', { count: basis.measuredAgencies })
            : s('measured', { factor: formatNumber(basis.factor, language), count: basis.measuredAgencies })}
        </p>
      </details>
    </section>
  );
}

const colors = { added: 'success', removed: 'danger', changed: 'info' } as const;

function ChangeCard({
  change: { id, of, title, change, section, parts, comparability, seconds, figures },
}: {
  change: Change;
}) {
  const s = useQuestionnaireText();
  const pick = usePick();
  const signed = useSigned();
  const [anew, carried] = [Math.round(seconds.anew), Math.round(seconds.carried)];
  const said = [
    section && pick(section),
    comparability && s(`with.${comparability.with}`),
    of === 'question' &&
      (anew === 0 && carried === 0 ? s('costNothing') : s('cost', { carried: signed(carried), anew: signed(anew) })),
    figures.length > 0 && s('touches', { figures: figures.map((figure) => pick(figure.title)).join(' · ') }),
  ].filter(Boolean);
  const list = (
    <dl className="difference">
      {parts.map(({ what, code, before, after }) => (
        <QuestionnairePart
          key={`${what} ${code}`}
          name={s(`part.${what as PartName}`)}
          before={before && pick(before)}
          after={after && pick(after)}
          words={{ was: s('was'), isNow: s('isNow') }}
        />
      ))}
    </dl>
  );
  return (
    <li className="measure-card" id={`endring-${of}-${id}`}>
      <div className="measure-card-head">
        <h3 className="ds-heading" data-size="2xs">
          {pick(title)}
        </h3>
        <span className="ds-tag" data-color={colors[change]} data-size="sm">
          {s(change)}
        </span>
      </div>
      {said.length > 0 && <p className="small subtle">{said.join(' · ')}</p>}
      {comparability?.notes.map((note) => (
        <p className="small prose" key={note.nb}>
          {pick(note)}
        </p>
      ))}
      {change === 'changed' && parts.length === 0 && <p className="small subtle">{s('onlyDeclared')}</p>}
      {change === 'changed' && parts.length > 0 && list}
      {change !== 'changed' && (
        <details>
          <summary>
            <span>{s('whole')}</span>
            <span className="visually-hidden">{` ${pick(title)}`}</span>
          </summary>
          {list}
        </details>
      )}
    </li>
  );
}
