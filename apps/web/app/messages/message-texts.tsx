import { type EditedKind, editedKinds, type MessageTexts, may } from '@samblikk/contract/client';
import { languages } from '@samblikk/questionnaire';
import {
  type ActionFunctionArgs,
  Form,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { type Language, useHref } from '../i18n/index.ts';
import { RoundHead, requireStaff } from '../staff/index.ts';
import {
  ActionOutcome,
  Labelled,
  messageTextsPath,
  problemOf,
  type Refused,
  signedInApi,
  yearOf,
} from '../ui/index.ts';
import { LetterText } from './shown-letter.tsx';
import { kindName, useMessageText } from './texts.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const year = yearOf(args.params);
  const held = await requireStaff(args, 'round.followUp');
  const kind = editedKinds.find((one) => one === args.url.searchParams.get('type')) ?? 'invitation';
  const texts = await signedInApi(args)('readMessageTexts', { params: { year } });
  return { year, texts: texts.find((one) => one.kind === kind) ?? null, kind, mayEdit: may(held, 'round.manage') };
}

type Done = { readonly done: 'saved' | 'wasReset' };

/** What was typed and refused stays in the form. */
type Outcome = Done | (Refused & { readonly typed: { language: string; subject: string; text: string } });

export async function action(args: ActionFunctionArgs): Promise<Outcome> {
  const form = await args.request.formData();
  const year = yearOf(args.params);
  const language = String(form.get('language')) as Language;
  const params = { year, kind: String(form.get('type')) as EditedKind, language };
  const body = {
    subject: String(form.get('subject') ?? ''),
    text: String(form.get('text') ?? '').replace(/\r\n/g, '\n'),
  };
  try {
    if (form.get('do') === 'reset') {
      await signedInApi(args)('resetMessageText', { params });
      return { done: 'wasReset' };
    }
    await signedInApi(args)('writeMessageText', { params, body });
    return { done: 'saved' };
  } catch (error) {
    return { ...problemOf(error), typed: { language, ...body } };
  }
}

/** For Digdir: what one kind of letter says, in each language. */
export default function EditTexts() {
  const { year, texts, kind, mayEdit } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>() as Outcome | undefined;
  const s = useMessageText();
  const to = useHref();
  return (
    <>
      <RoundHead year={year} page="messages" below title={s('textsTitle', { year: String(year) })} />
      <ActionOutcome<Done>
        of={outcome}
        done={({ done }) => s(done)}
        refused={({ detail, code }) => s('refused', { reason: detail ?? code })}
      />
      <nav aria-label={s('kind')}>
        <ul className="link-row">
          {editedKinds.map((one) => (
            <li key={one}>
              <Link to={to(messageTextsPath(year, one))} aria-current={one === kind ? 'page' : undefined}>
                {kindName(s, one)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {kind === 'receipt' && <p className="prose">{s('receiptGoes')}</p>}
      {texts && <Names texts={texts} />}
      {texts &&
        languages.map((language) => (
          <TextForm
            key={`${kind} ${language} ${texts.texts[language].subject} ${texts.texts[language].text}`}
            kind={kind}
            language={language}
            wording={
              outcome && 'typed' in outcome && outcome.typed.language === language
                ? { ...texts.texts[language], ...outcome.typed }
                : texts.texts[language]
            }
            mayEdit={mayEdit}
          />
        ))}
    </>
  );
}

/** What may stand in braces, and what it becomes. */
function Names({ texts: { required, optional } }: { texts: MessageTexts[number] }) {
  const s = useMessageText();
  const list = (names: readonly string[]) => (
    <ul>
      {names.map((name) => (
        <li key={name}>
          <code>{`{${name}}`}</code> <span>{s(`name.${name}` as 'name.link')}</span>
        </li>
      ))}
    </ul>
  );
  return (
    <div className="prose">
      <p>{s('mustHave')}</p>
      {list(required)}
      <p>{s('mayHave')}</p>
      {list(optional)}
    </div>
  );
}

function TextForm({
  kind,
  language,
  wording: { subject, text, edited, carriedFrom, sample },
  mayEdit,
}: {
  kind: EditedKind;
  language: Language;
  wording: MessageTexts[number]['texts'][Language];
  mayEdit: boolean;
}) {
  const s = useMessageText();
  const name = s(`language.${language}`);
  return (
    <section className="hub-section" aria-labelledby={`text-${language}`}>
      <h2 className="ds-heading" data-size="xs" id={`text-${language}`}>
        <span>{name}</span>
        {edited && (
          <span className="ds-tag edited" data-size="sm">
            {carriedFrom === null ? s('edited') : s('carried', { year: String(carriedFrom) })}
          </span>
        )}
      </h2>
      <Form method="post" className="form-column letter-form">
        <input type="hidden" name="type" value={kind} />
        <input type="hidden" name="language" value={language} />
        <Labelled id={`subject-${language}`} label={s('subject')}>
          <input
            className="ds-input"
            id={`subject-${language}`}
            name="subject"
            lang={language}
            defaultValue={subject}
            maxLength={200}
            readOnly={!mayEdit}
          />
        </Labelled>
        <Labelled id={`body-${language}`} label={s('text')}>
          <textarea
            className="ds-input"
            id={`body-${language}`}
            name="text"
            lang={language}
            rows={14}
            maxLength={5000}
            defaultValue={text}
            readOnly={!mayEdit}
          />
        </Labelled>
        {mayEdit && (
          <div className="choice-row">
            <button className="ds-button" type="submit" name="do" value="save">
              {s('save', { language: name.toLowerCase() })}
            </button>
            {edited && (
              <button className="ds-button" data-variant="tertiary" type="submit" name="do" value="reset">
                {s('reset')}
              </button>
            )}
          </div>
        )}
      </Form>
      <details className="ds-details">
        <summary>{s('sample', { language: name.toLowerCase() })}</summary>
        <LetterText language={language} {...sample} />
      </details>
    </section>
  );
}
