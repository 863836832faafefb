import { type DeliveryReport, type Problem, spreadsheetLimits } from '@samblikk/contract/client';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useRevalidator } from 'react-router';
import { useLanguage } from '../i18n/index.ts';
import { addressOf } from '../platform/index.ts';
import { faultOf, Labelled } from '../ui/index.ts';
import { Report } from './report.tsx';
import { useSourceText } from './texts.ts';

type Sent =
  | { readonly is: 'nothing' | 'busy' }
  | { readonly is: 'wrong'; readonly text: string }
  | { readonly is: 'tried' | 'taken'; readonly report: DeliveryReport };

/** Sends a file to a source: first to see what it would change, then to take it in. */
export function SendFile({ params }: { params: { orgnr: string; source: string } }) {
  const s = useSourceText();
  const lang = useLanguage();
  const { revalidate } = useRevalidator();
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [sent, setSent] = useState<Sent>({ is: 'nothing' });
  const wrong = sent.is === 'wrong' ? sent.text : undefined;
  useEffect(() => {
    if (sent.is === 'tried' || sent.is === 'taken') box.current?.focus();
    if (sent.is === 'wrong') input.current?.focus();
  }, [sent]);

  async function send(event: FormEvent, dryRun: boolean) {
    event.preventDefault();
    const file = input.current?.files?.[0];
    if (!file) return setSent({ is: 'wrong', text: s('fileMissing') });
    if (file.size > spreadsheetLimits.bytes) return setSent({ is: 'wrong', text: s('failed', { reason: '20 MB' }) });
    setSent({ is: 'busy' });
    const body = new FormData();
    body.append('file', file);
    const address = addressOf('deliverFile', { params, query: { lang, dryRun } });
    try {
      const reply = await fetch(address, { method: 'POST', credentials: 'same-origin', body });
      if (reply.ok) {
        setSent({ is: dryRun ? 'tried' : 'taken', report: (await reply.json()) as DeliveryReport });
        if (!dryRun) await revalidate();
        return;
      }
      const { title, detail } = (await reply.json()) as Problem;
      setSent({ is: 'wrong', text: detail ?? title });
    } catch {
      setSent({ is: 'wrong', text: s('failed', { reason: '' }) });
    }
  }

  return (
    <>
      <form onSubmit={(event) => send(event, true)} noValidate className="text-check">
        <Labelled id="source-file" label={s('file')} error={wrong}>
          <input
            className="ds-input"
            type="file"
            id="source-file"
            ref={input}
            accept=".xlsx,.csv"
            {...faultOf('source-file', wrong)}
          />
        </Labelled>
        <p className="source-actions">
          <button className="ds-button" data-variant="secondary" type="submit">
            {s('try')}
          </button>
          <button className="ds-button" type="button" onClick={(event) => send(event, false)}>
            {s('run')}
          </button>
        </p>
      </form>
      <p role="status" className="small">
        {sent.is === 'busy' && s('busy')}
      </p>
      {(sent.is === 'tried' || sent.is === 'taken') && (
        <div ref={box} tabIndex={-1}>
          <p className="ds-alert" data-color="success">
            {s(`done.${sent.is}`)}
          </p>
          <Report report={sent.report} />
        </div>
      )}
    </>
  );
}
