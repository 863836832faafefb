import type { CheckedTextReply } from '@samblikk/contract/client';
import { useReleaseText } from './texts.ts';

type Finding = CheckedTextReply['findings'][number];

/** How many numbers agree, and how many do not, in a sentence. */
export function CheckedNumbers({ checked: { findings, right, untied } }: { checked: CheckedTextReply }) {
  const s = useReleaseText();
  const of = (severity: Finding['severity']) => findings.filter((one) => one.severity === severity).length;
  const counts = { wrong: of('wrong'), base: of('base'), unsure: of('unsure') };
  return <p>{s('check.sum', { ...counts, right: right.length, untied: untied.length })}</p>;
}

/** What was found in a text: what to look at, what agrees, and what could not be tied to anything. */
export function CheckedText({ checked, register }: { checked: CheckedTextReply; register: string }) {
  const s = useReleaseText();
  const { findings, right, untied } = checked;
  return (
    <>
      <h3 className="ds-heading" data-size="sm">
        {s('check.findings')}
      </h3>
      {findings.length === 0 && <p>{s('check.none')}</p>}
      <ol className="text-findings">
        {findings.map((finding) => (
          <li key={`${finding.line} ${finding.claim} ${finding.code}`}>
            <OneFinding finding={finding} register={register} />
          </li>
        ))}
      </ol>
      {untied.length > 0 && (
        <details className="ds-details">
          <summary>{s('check.untied', { n: untied.length })}</summary>
          <div>
            <p>{s('check.untiedText')}</p>
            <ul>
              {untied.map(({ line, claim, quote, why }) => (
                <li key={`${line} ${claim} ${quote}`}>
                  <p>
                    <strong>{claim}</strong> <span className="subtle small">{s('check.line', { line })}</span>
                  </p>
                  <blockquote>{quote}</blockquote>
                  <p className="subtle">{why}</p>
                </li>
              ))}
            </ul>
          </div>
        </details>
      )}
      {right.length > 0 && (
        <details className="ds-details">
          <summary>{s('check.right', { n: right.length })}</summary>
          <div>
            <ul>
              {right.map(({ line, claim, as, measures }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same number may be told twice on a line, and the list never changes
                <li key={at}>
                  <strong>{claim}</strong> <span className="subtle small">{s('check.line', { line })}</span>{' '}
                  <span>{as}</span> <Measures of={measures} register={register} />
                </li>
              ))}
            </ul>
          </div>
        </details>
      )}
    </>
  );
}

const colors = { wrong: 'danger', base: 'warning', unsure: 'info' } as const;

function OneFinding({ finding, register }: { finding: Finding; register: string }) {
  const s = useReleaseText();
  const { line, heading, severity, claim, quote, says, todo, measures } = finding;
  return (
    <article>
      <p className="text-finding-head">
        <span className="ds-tag" data-color={colors[severity]}>
          {s(`check.${severity}`)}
        </span>
        <strong>{claim}</strong>
        <span className="subtle small">
          {heading ? s('check.lineIn', { line, heading }) : s('check.line', { line })}
        </span>
      </p>
      <blockquote>{quote}</blockquote>
      <dl>
        <dt>{s('check.says')}</dt>
        <dd>
          <span>{says}</span> <Measures of={measures} register={register} />
        </dd>
        <dt>{s('check.todo')}</dt>
        <dd>{todo}</dd>
      </dl>
    </article>
  );
}

/** The way to the measures that the release counts. */
function Measures({ of, register }: { of: Finding['measures']; register: string }) {
  const s = useReleaseText();
  if (!of || Object.keys(of).length === 0) return null;
  const query = new URLSearchParams(Object.entries(of).map(([variable, codes]) => [variable, codes.join(',')]));
  return <a href={`${register}?${query}`}>{s('check.measures')}</a>;
}
