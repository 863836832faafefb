import '../figures/figures.css';
import type { RegisterMeasure, SimilarToMeasure } from '@samblikk/contract/client';
import { showAmount } from '@samblikk/questionnaire';
import { ChartPicture } from '../figures/index.ts';
import { formatDate, Norwegian, useHref, useLanguage, usePublicText } from '../i18n/index.ts';
import { profilePath, useDataHref } from '../ui/index.ts';

type Event = RegisterMeasure['events'][number];
type Year = RegisterMeasure['history'][number];

/** Above all else where the newest round that is public lacks the measure: what became of it. */
export function Fate({ measure }: { measure: RegisterMeasure }) {
  const t = usePublicText();
  const [last] = measure.events;
  const newest = measure.history[0]?.year ?? measure.year;
  if (last === undefined || last.year < newest) return null;
  return (
    <section className="card fate" aria-labelledby="fate">
      <h2 className="ds-heading" data-size="2xs" id="fate">
        {t('life.gone', { year: String(last.year) })}
      </h2>
      <What event={last} />
      <p>{t('life.lastSeen', { year: String(measure.year) })}</p>
    </section>
  );
}

/** What became of it in one round, with where it went. */
function What({ event }: { event: Event }) {
  const t = usePublicText();
  const to = useDataHref();
  const language = useLanguage();
  const { what, measures, agency, at, reason } = event;
  return (
    <>
      <p>
        {what === 'withdrawn'
          ? t('life.withdrawn', { date: at === null ? '' : formatDate(at, language), reason })
          : t(`life.${what}`)}
      </p>
      {measures.length > 0 && (
        <ul className="plain">
          {measures.map(({ number, title }) => (
            <li key={number}>
              {t('life.into')}{' '}
              <a href={to(`/tiltak/${number}`)}>
                {title ? <Norwegian>{title}</Norwegian> : t('measure.untitled', { number })}
              </a>{' '}
              <span className="subtle">({number})</span>
            </li>
          ))}
        </ul>
      )}
      {agency && (
        <p>
          {t('life.to')} <a href={to(profilePath('agency', agency.code))}>{agency.label}</a>
        </p>
      )}
    </>
  );
}

/** The measure in each round, newest first, with what was told of it then and what became of it between. */
export function Timeline({ measure }: { measure: RegisterMeasure }) {
  const t = usePublicText();
  const { history, events } = measure;
  if (history.length + events.length < 2) return null;
  const moments = [
    ...history.map((year) => ({ year: year.year, it: <YearFacts year={year} measure={measure} /> })),
    ...events.map((event) => ({ year: event.year, it: <What event={event} /> })),
  ].sort((a, b) => b.year - a.year);
  return (
    <section aria-labelledby="timeline">
      <h2 className="ds-heading" data-size="sm" id="timeline">
        {t('life.title')}
      </h2>
      <p className="subtle small">{t('life.lead')}</p>
      <Costs measure={measure} />
      <ol className="timeline">
        {moments.map(({ year, it }) => (
          <li key={year}>
            <h3 className="ds-heading" data-size="2xs">
              <YearLink year={year} measure={measure} />
            </h3>
            {it}
          </li>
        ))}
      </ol>
    </section>
  );
}

function YearLink({ year, measure }: { year: number; measure: RegisterMeasure }) {
  const to = useDataHref();
  const publicHref = useHref();
  if (!measure.history.some((one) => one.year === year)) return year;
  return (
    <a
      href={(year === measure.year ? to : publicHref)(`/tiltak/${measure.number}?round=${year}`)}
      aria-current={year === measure.year ? 'true' : undefined}
    >
      {year}
    </a>
  );
}

function YearFacts({ year, measure }: { year: Year; measure: RegisterMeasure }) {
  const t = usePublicText();
  return (
    <>
      <p className="small subtle">
        {year.agency.label} · {year.ministry.label} · {t('life.release', { name: year.release })}
        {year.late && ` · ${t('measure.late')}`}
      </p>
      {year.title !== null && year.title !== measure.title && (
        <p className="small">{t('life.renamed', { title: year.title })}</p>
      )}
      <dl className="timeline-facts">
        {year.facts.map(({ question, label, state, text }) => (
          <div key={question}>
            <dt>{label}</dt>
            <dd className={state === 'answered' ? undefined : 'subtle'}>
              {state === 'answered' ? text : t(state === 'blank' ? 'measure.blank' : 'measure.withheld')}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** First and newest estimate in words, and every year’s as bars; the numbers stand in the list below. */
function Costs({ measure: { estimates, history } }: { measure: RegisterMeasure }) {
  const t = usePublicText();
  const language = useLanguage();
  if (estimates === null) return null;
  const { first, latest, note } = estimates;
  const rows = history.toReversed().flatMap(({ year, cost }) => (cost === null ? [] : [{ year: String(year), cost }]));
  return (
    <div className="timeline-costs">
      <p>
        {t('life.estimates', {
          firstYear: String(first.year),
          first: first.text,
          latestYear: String(latest.year),
          latest: latest.text,
        })}
      </p>
      {note !== null && <p className="small subtle">{t('life.notComparable', { note })}</p>}
      <ChartPicture
        chart={{
          ...{ kind: 'bars', layout: 'plain', unit: 'kroner', title: t('life.costChart') },
          description: rows.map(({ year, cost }) => `${year}: ${showAmount(cost, language, 'words')}`).join(', '),
          series: [{ code: 'cost', label: t('life.costChart') }],
          rows: rows.map(({ year, cost }) => ({
            ...{ code: year, label: year, values: [cost] },
            texts: [showAmount(cost, language, 'words')],
          })),
        }}
      />
    </div>
  );
}

/** Measures like this one, and what they have in common. */
export function Similar({ similar, of }: { similar: SimilarToMeasure; of: { number: string; year: number } }) {
  const t = usePublicText();
  const to = useDataHref();
  if (similar.length === 0) return null;
  return (
    <section aria-labelledby="similar">
      <h2 className="ds-heading" data-size="sm" id="similar">
        {t('similar.title')}
      </h2>
      <p className="subtle small">{t('similar.lead')}</p>
      <ol className="timeline">
        {similar.map(({ number, title, agency, verdict, words, shared, year: seen }) => (
          <li key={number}>
            <h3 className="ds-heading" data-size="2xs">
              <a href={to(`/tiltak/${number}`)}>
                {title ? <Norwegian>{title}</Norwegian> : t('measure.untitled', { number })}
              </a>
            </h3>
            <p className="small subtle">
              {agency.label} · {number}
              {seen !== of.year && ` · ${seen}`}
            </p>
            {verdict && (
              <p className="small">
                <strong>{t(`doubles.${verdict}`)}</strong>
              </p>
            )}
            {words.length > 0 && (
              <p className="small">
                <Norwegian>{t('similar.words', { words: words.join(', ') })}</Norwegian>
              </p>
            )}
            {shared.map(({ id, label, values }) => (
              <p key={id} className="small">
                {t('similar.shared', { label, values: values.map((value) => value.label).join(', ') })}
              </p>
            ))}
          </li>
        ))}
      </ol>
      <p className="small">
        <a href={to(`/liknende?number=${of.number}&round=${of.year}`)}>{t('doubles.seeOf')}</a>
      </p>
    </section>
  );
}
