import type { FreezeConcerns } from '@samblikk/contract/client';
import { Form, Link } from 'react-router';
import { useHref } from '../i18n/index.ts';
import { useFieldErrors } from '../ui/index.ts';
import { type Concern, useConcerns } from './concerns.ts';
import { missingReasons, ReasonFields, reasonIn } from './reasons.tsx';
import { useReleaseText } from './texts.ts';

/** The field that says that a point of the checklist is known of. */
export const confirmPrefix = 'confirm-';

/** The checklist before a freeze, each point with the way to where it is mended; and the freeze, for those who may. */
export function Freeze({
  year,
  concerns,
  releases,
  mayFreeze,
}: {
  year: number;
  concerns: FreezeConcerns;
  /** How many there are already: of a later one it is said why it is made. */
  releases: number;
  mayFreeze: boolean;
}) {
  const s = useReleaseText();
  const points = useConcerns(year, concerns);
  const { errors, form } = useFieldErrors((element) => {
    const given = new FormData(element);
    const unknown = points.filter(({ code, confirm }) => confirm && !given.has(confirmPrefix + code));
    return {
      ...Object.fromEntries(unknown.map(({ code }) => [confirmPrefix + code, s('freeze.confirm')])),
      // What is said in another language is said in bokmål too: that is what stands where a language is missing.
      ...((releases > 0 || Object.values(reasonIn(given)).some((words) => words !== '')) &&
        missingReasons(given, s('freeze.reasonMissing'), ['nb'])),
    };
  });
  const list = (
    <ul className="checklist">
      {points.map((point) => (
        <Point key={point.code} point={point} asks={mayFreeze} error={errors[confirmPrefix + point.code]} />
      ))}
    </ul>
  );
  return (
    <section className="hub-section" aria-labelledby="checklist">
      <h2 className="ds-heading" data-size="sm" id="checklist">
        {s('concern.list')}
      </h2>
      <p className="prose">{s('concern.listText')}</p>
      {!mayFreeze && list}
      {mayFreeze && (
        <Form method="post" className="freeze-form" key={releases} {...form}>
          {list}
          <h2 className="ds-heading" data-size="sm" id="freeze">
            {s('freeze.open')}
          </h2>
          <p className="prose">{s('freeze.text')}</p>
          <ReasonFields
            errors={errors}
            className="freeze-reason"
            labels={{
              nb: s(releases > 0 ? 'freeze.reason' : 'freeze.reasonFirst'),
              nn: s('freeze.reason.nn'),
              en: s('freeze.reason.en'),
            }}
          />
          <button className="ds-button" type="submit">
            {s('freeze.yes')}
          </button>
        </Form>
      )}
    </section>
  );
}

function Point({ point, asks, error }: { point: Concern; asks: boolean; error: string | undefined }) {
  const s = useReleaseText();
  const to = useHref();
  const { code, title, lines, confirm } = point;
  const id = confirmPrefix + code;
  return (
    <li className="check-point" data-open={confirm || undefined}>
      <div className="check-head">
        <h3 className="ds-heading" data-size="2xs">
          {title}
        </h3>
        <span className="ds-tag" data-color={confirm ? 'warning' : lines.length === 0 ? 'success' : 'info'}>
          {s(confirm ? 'concern.open' : lines.length === 0 ? 'concern.fine' : 'concern.told')}
        </span>
      </div>
      {lines.length > 0 && (
        <details open={lines.length <= 5}>
          <summary>{s('concern.show', { n: lines.length })}</summary>
          <ul>
            {lines.map(({ key, label, detail, path }) => (
              <li key={key}>
                <Link to={to(path)}>{label}</Link>
                {detail && <span className="subtle small">{` – ${detail}`}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {asks && confirm && (
        <>
          <div className="plain-choice">
            <input
              className="ds-input"
              type="checkbox"
              id={id}
              name={id}
              value="yes"
              aria-invalid={error !== undefined || undefined}
              aria-describedby={error === undefined ? undefined : `${id}-error`}
            />
            <label htmlFor={id}>
              <span>{s('concern.confirm')}</span>
              <span className="visually-hidden">{`: ${title}`}</span>
            </label>
          </div>
          {error !== undefined && (
            <p className="ds-validation-message" id={`${id}-error`}>
              {error}
            </p>
          )}
        </>
      )}
    </li>
  );
}
