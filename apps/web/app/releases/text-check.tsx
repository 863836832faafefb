import './releases.css';
import { type CheckedTextReply, type Problem, textFileLimit } from '@samblikk/contract/client';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { useHref, useLanguage } from '../i18n/index.ts';
import { addressOf } from '../platform/index.ts';
import { RoundHead, requireStaff } from '../staff/index.ts';
import { releasePath } from '../ui/index.ts';
import { releaseOf } from './release-data.ts';
import { CheckedNumbers, CheckedText } from './text-checked.tsx';
import { useReleaseText } from './texts.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args, 'release.preview');
  const { year, number } = await releaseOf(args);
  return { year, number };
}

const size = textFileLimit / 1_048_576;

type Outcome =
  | { readonly is: 'nothing' | 'busy' }
  | { readonly is: 'wrong'; readonly text: string }
  | { readonly is: 'checked'; readonly name: string; readonly checked: CheckedTextReply };

/** For Digdir: a text held against a release. It is sent, read and forgotten. */
export default function TextCheck() {
  const { year, number } = useLoaderData<typeof loader>();
  const s = useReleaseText();
  const to = useHref();
  const language = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const result = useRef<HTMLHeadingElement>(null);
  const [outcome, setOutcome] = useState<Outcome>({ is: 'nothing' });
  const wrong = outcome.is === 'wrong';

  useEffect(() => {
    if (outcome.is === 'checked') result.current?.focus();
    if (outcome.is === 'wrong') input.current?.focus();
  }, [outcome]);

  async function check(event: FormEvent) {
    event.preventDefault();
    const file = input.current?.files?.[0];
    if (!file) return setOutcome({ is: 'wrong', text: s('check.fileMissing') });
    if (file.size > textFileLimit) return setOutcome({ is: 'wrong', text: s('check.fileTooLarge', { size }) });
    setOutcome({ is: 'busy' });
    try {
      setOutcome(await send({ year, number }, file, language));
    } catch {
      setOutcome({ is: 'wrong', text: s('check.failed') });
    }
  }

  return (
    <>
      <RoundHead year={year} page="publishing" below title={s('check.title')} />
      <p className="prose">{s('check.intro', { year, number })}</p>
      <form className="text-check" onSubmit={check} noValidate>
        <div className="ds-field">
          <label className="ds-label" data-weight="medium" htmlFor="file">
            {s('check.file')}
          </label>
          <p data-field="description" id="file-help">
            {s('check.fileHelp', { size })}
          </p>
          <input
            className="ds-input"
            type="file"
            id="file"
            ref={input}
            accept=".docx,.html,.htm,.txt,.md"
            aria-describedby={wrong ? 'file-error file-help' : 'file-help'}
            aria-invalid={wrong ? true : undefined}
          />
          {outcome.is === 'wrong' && (
            <p className="ds-validation-message" data-color="danger" data-field="validation" id="file-error">
              {outcome.text}
            </p>
          )}
        </div>
        <button
          className="ds-button"
          data-variant="primary"
          type="submit"
          aria-disabled={outcome.is === 'busy' || undefined}
        >
          {s('check.send')}
        </button>
      </form>
      <p role="status" className="small">
        {outcome.is === 'busy' && s('check.busy')}
      </p>
      {outcome.is === 'checked' && (
        <section aria-labelledby="result">
          <h2 className="ds-heading" data-size="md" id="result" tabIndex={-1} ref={result}>
            {s('check.result', { name: outcome.name })}
          </h2>
          <CheckedNumbers checked={outcome.checked} />
          <CheckedText checked={outcome.checked} register={to(`${releasePath(year, number)}/register`)} />
        </section>
      )}
      <p>
        <Link to={to(releasePath(year, number))}>{s('release.here', { year, number })}</Link>
      </p>
    </>
  );
}

async function send(
  params: { year: number; number: number },
  file: File,
  lang: ReturnType<typeof useLanguage>,
): Promise<Outcome> {
  const body = new FormData();
  body.append('file', file);
  const address = addressOf('checkText', { params, query: { lang } });
  const reply = await fetch(address, { method: 'POST', credentials: 'same-origin', body });
  if (reply.ok) return { is: 'checked', name: file.name, checked: (await reply.json()) as CheckedTextReply };
  const { title, issues } = (await reply.json()) as Problem;
  return { is: 'wrong', text: issues?.[0]?.text ?? title };
}
