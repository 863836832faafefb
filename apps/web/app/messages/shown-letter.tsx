import type { MessageKind, ReplyAt } from '@samblikk/contract/client';
import { Form } from 'react-router';
import { type Language, usePick } from '../i18n/index.ts';
import { agencyParameter } from '../ui/index.ts';
import { useMessageText } from './texts.ts';

/** The letter filled in for an agency, in each language, and another to show it for. */
export function ShownLetter({
  preview: { shown, letters, skipped },
  kind,
  orgnrs,
}: {
  preview: ReplyAt<'previewMessages'>;
  kind: MessageKind;
  orgnrs: readonly string[];
}) {
  const s = useMessageText();
  const pick = usePick();
  const agencies = new Map(
    [...letters.flatMap((letter) => letter.agencies), ...skipped].map(({ orgnr, name }) => [orgnr, pick(name)]),
  );
  const chosen = shown.agency?.orgnr;
  if (chosen === undefined) return null;
  return (
    <section className="hub-section" aria-labelledby="letter">
      <h2 className="ds-heading" data-size="sm" id="letter">
        {s('letter')}
      </h2>
      <Form method="get" className="choice-row" preventScrollReset>
        <input type="hidden" name="type" value={kind} />
        {orgnrs.map((orgnr) => (
          <input key={orgnr} type="hidden" name={agencyParameter} value={orgnr} />
        ))}
        <div className="ds-field">
          <label className="ds-label" htmlFor="show">
            {s('letterFor')}
          </label>
          <select className="ds-input" id="show" name="vis" key={chosen} defaultValue={chosen}>
            {[...agencies].map(([orgnr, name]) => (
              <option key={orgnr} value={orgnr}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <button className="ds-button" data-variant="secondary" type="submit">
          {s('see')}
        </button>
      </Form>
      {shown.letters.map(({ language, subject, text }) => (
        <details className="ds-details" key={language} open={language === 'nb'}>
          <summary>{s(`language.${language}`)}</summary>
          <LetterText language={language} subject={subject} text={text} />
        </details>
      ))}
    </section>
  );
}

/** A letter as it reads. */
export function LetterText({ language, subject, text }: { language: Language; subject: string; text: string }) {
  return (
    <div className="letter" lang={language}>
      <p>
        <strong>{subject}</strong>
      </p>
      <p className="answer">{text}</p>
    </div>
  );
}
