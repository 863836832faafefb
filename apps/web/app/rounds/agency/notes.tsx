import type { AgencyFollowUp, Note } from '@samblikk/contract/client';
import { Form } from 'react-router';
import { Norwegian, showMoment, useLanguage } from '../../i18n/index.ts';
import { faultOf, Labelled, useFieldErrors } from '../../ui/index.ts';
import { wordsIn } from '../words-in.ts';
import { useAgencyText } from './texts.ts';

/** What staff have noted about the agency, over all rounds. */
export function Notes({ about: { notes }, mayNote }: { about: AgencyFollowUp; mayNote: boolean }) {
  const s = useAgencyText();
  return (
    <section className="hub-section" aria-labelledby="notes">
      <h2 className="ds-heading" data-size="sm" id="notes">
        {s('notes.heading')}
      </h2>
      <p className="subtle">{s('notes.text')}</p>
      {notes.length > 0 && (
        <ul className="tasks">
          {notes.map((note) => (
            <li className="task note" key={note.id}>
              <OneNote note={note} mayNote={mayNote} key={note.earlier.length} />
            </li>
          ))}
        </ul>
      )}
      {mayNote && <NoteForm id="note-new" act="note" label={s('notes.new')} button={s('notes.write')} />}
    </section>
  );
}

function OneNote({ note, mayNote }: { note: Note; mayNote: boolean }) {
  const s = useAgencyText();
  const language = useLanguage();
  const who = ({ by, at }: { by: string; at: string }) => ({ by, time: showMoment(at, language) });
  return (
    <div>
      <p className="answer">
        <Norwegian>{note.text}</Norwegian>
      </p>
      <p className="small subtle">
        <span>{s('notes.by', who(note))}</span>
        <span>{`, ${s('notes.inRound', { year: String(note.year) })}`}</span>
      </p>
      {note.earlier.map((one) => (
        <p className="small subtle" key={one.at}>
          {s('notes.earlier', { text: one.text, ...who(one) })}
        </p>
      ))}
      {mayNote && (
        <details className="confirm">
          <summary>{s('notes.correct')}</summary>
          <NoteForm
            id={`note-${note.id}`}
            act="correct"
            note={note}
            label={s('notes.correct')}
            button={s('notes.corrected')}
          />
        </details>
      )}
    </div>
  );
}

function NoteForm(props: { id: string; act: 'note' | 'correct'; note?: Note; label: string; button: string }) {
  const { id, act, note, label, button } = props;
  const s = useAgencyText();
  const { errors, form } = useFieldErrors((form) => ({ text: wordsIn(form, 'text') ? undefined : s('notes.missing') }));
  return (
    <Form method="post" className="form-column" {...form}>
      <input type="hidden" name="do" value={act} />
      {note && <input type="hidden" name="note" value={note.id} />}
      <Labelled id={id} label={label} error={errors.text} className="wide-field">
        <textarea
          className="ds-input"
          id={id}
          name="text"
          rows={3}
          maxLength={2000}
          defaultValue={note?.text}
          {...faultOf(id, errors.text)}
        />
      </Labelled>
      <button className="ds-button" data-variant="secondary" data-size="sm" type="submit">
        {button}
      </button>
    </Form>
  );
}
