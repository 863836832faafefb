import { Form } from 'react-router';
import { showMoment, useLanguage } from '../i18n/index.ts';
import { Labelled } from '../ui/index.ts';
import { useLooking } from './looking.ts';
import { useQualityText } from './texts.ts';

/** Who has looked at the measure, and the way to say that one has. */
export function Look() {
  const { measure } = useLooking();
  const s = useQualityText();
  const language = useLanguage();
  const { looks, version } = measure;
  const current = looks.some((look) => look.current);
  return (
    <section className="hub-section" aria-labelledby="look">
      <h2 className="ds-heading" data-size="sm" id="look">
        {s('look.title')}
      </h2>
      {looks.length > 0 && (
        <ul>
          {looks.map(({ at, by, note, current: stands }) => (
            <li key={at}>
              <span>{s('lookedBy', { name: by, time: showMoment(at, language) })}</span>
              {note && <span>{`: ${note}`}</span>}
              {!stands && <span className="subtle">{` (${s('look.old')})`}</span>}
            </li>
          ))}
        </ul>
      )}
      {version > 0 && (
        <Form method="post" className="quality-look" key={`${version} ${looks.length}`}>
          <input type="hidden" name="version" value={version} />
          {current ? (
            <button className="ds-button" data-variant="secondary" type="submit" name="what" value="again">
              {s('look.again')}
            </button>
          ) : (
            <>
              <Labelled id="note" label={s('look.note')}>
                <input className="ds-input" id="note" name="note" maxLength={1000} autoComplete="off" />
              </Labelled>
              <button className="ds-button" type="submit" name="what" value="look">
                {s('look.yes')}
              </button>
            </>
          )}
        </Form>
      )}
    </section>
  );
}
