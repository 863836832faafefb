import type { FinancingSchemes } from '@samblikk/contract/client';
import { formatNumber, showDay, useLanguage, usePublicText } from '../i18n/index.ts';

type Scheme = FinancingSchemes['schemes'][number];
type Rule = Scheme['rules'][number];
type Source = Rule['sources'][number];

const colors = { fits: 'success', unsure: 'info', doesNotFit: 'neutral' } as const;

function Tag({ verdict }: Pick<Scheme, 'verdict'>) {
  return (
    <span className="ds-tag" data-size="sm" data-color={colors[verdict.code]}>
      {verdict.label}
    </span>
  );
}

/** One scheme: what its rules say of the plan, and where they are from. Nothing is said of a plan that nobody has told anything of. */
export function SchemeCard({ scheme, chosen }: { scheme: Scheme; chosen: boolean }) {
  const { id, name, about, verdict, rules, disagreements } = scheme;
  const several = rules.length > 1;
  return (
    <article className="card scheme" aria-labelledby={id}>
      <h3 className="ds-heading" data-size="sm" id={id}>
        {name}
      </h3>
      {chosen && <Tag verdict={verdict} />}
      <p>{about}</p>
      <Disagreements of={disagreements} />
      {rules.map((rule) => (
        <RuleOf key={rule.id} rule={rule} chosen={chosen} several={several} kind={scheme.kind} />
      ))}
    </article>
  );
}

function Disagreements({ of }: { of: Scheme['disagreements'] }) {
  const t = usePublicText();
  const sourceText = useSourceText();
  if (of.length === 0) return null;
  return (
    <div className="ds-alert" data-color="warning" data-size="sm">
      <p className="financing-group">{t('schemes.disagree')}</p>
      <ul>
        {of.flatMap(({ term, sides }) =>
          sides.map(({ label, rule, source }) => (
            <li key={term + rule}>{t('schemes.side', { rule: label, source: sourceText(source) })}</li>
          )),
        )}
      </ul>
    </div>
  );
}

function RuleOf({
  rule,
  chosen,
  several,
  kind,
}: {
  rule: Rule;
  chosen: boolean;
  several: boolean;
  kind: Scheme['kind'];
}) {
  const t = usePublicText();
  const language = useLanguage();
  const { category, verdict, atMost, against, missing, notes, terms, conditions, sources } = rule;
  const said = [...against, ...missing, ...notes];
  const when = useWhen(rule);
  return (
    <div className="scheme-rule">
      <p className="financing-group">
        {category && `${category.label}, `}
        {category ? when.toLocaleLowerCase('nb') : when} {several && chosen && <Tag verdict={verdict} />}
      </p>
      {chosen && kind === 'money' && verdict.code !== 'doesNotFit' && (
        <p className={atMost === null ? 'subtle' : 'scheme-most'}>
          {atMost === null ? t('schemes.noLimit') : t('schemes.atMost', { kroner: formatNumber(atMost, language) })}
        </p>
      )}
      {chosen && said.length > 0 && (
        <ul className="scheme-said">
          {said.map(({ code, label }) => (
            <li key={code}>{label}</li>
          ))}
        </ul>
      )}
      <dl className="scheme-terms">
        <div>
          <dt>{t('schemes.terms')}</dt>
          <dd>{terms.map(({ label }) => `${label}.`).join(' ')}</dd>
        </div>
        {conditions.length > 0 && (
          <div>
            <dt>{t('schemes.conditions')}</dt>
            <dd>{conditions.join(' ')}</dd>
          </div>
        )}
        <div>
          <dt>{t('schemes.source')}</dt>
          {sources.map((source) => (
            <dd key={source.document + source.at}>
              <SourceLine source={source} />
            </dd>
          ))}
        </div>
      </dl>
    </div>
  );
}

/** Whole years as years, else days. */
function useWhen({ from, to, daysAreRead }: Rule): string {
  const t = usePublicText();
  const language = useLanguage();
  const whole = from.endsWith('-01-01') && (to === null || to.endsWith('-12-31'));
  const day = (iso: string) => (whole ? iso.slice(0, 4) : showDay(iso, language));
  const same = to !== null && day(from) === day(to);
  const when =
    to === null
      ? t('schemes.since', { from: day(from) })
      : same
        ? day(from)
        : t('schemes.during', { from: day(from), to: day(to) });
  return daysAreRead ? `${when} (${t('schemes.ours')})` : when;
}

/** A source as text: document, section, page and year. */
function useSourceText() {
  const t = usePublicText();
  return (source: Source) => [source.document, ...detailsOf(source, t)].join(', ');
}

function detailsOf({ document, at, page, year, undated }: Source, t: ReturnType<typeof usePublicText>): string[] {
  const dated = undated
    ? year === null
      ? t('schemes.undated')
      : t('schemes.undatedYear', { year: String(year) })
    : year !== null && !document.includes(String(year))
      ? String(year)
      : null;
  return [at, page === null ? null : t('schemes.page', { page: String(page) }), dated].filter((part) => part !== null);
}

function SourceLine({ source }: { source: Source }) {
  const t = usePublicText();
  const details = detailsOf(source, t);
  return (
    <>
      {source.address === null ? source.document : <a href={source.address}>{source.document}</a>}
      {details.length > 0 && `, ${details.join(', ')}`}
    </>
  );
}
