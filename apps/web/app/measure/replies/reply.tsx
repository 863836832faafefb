import { type ReactNode, useRef, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { faultOf, Labelled } from '../../ui/index.ts';

/** Something said to Digdir: what is typed, and what came of sending it, which is read out. Where sending fails the words stay. */
export function useReply<Sent extends string>() {
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<Sent | 'failed'>();
  const status = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  /** What is typed; when that is nothing, the focus goes to where it is to be written. */
  const words = () => {
    const typed = text.trim();
    if (typed === '') input.current?.focus();
    return typed;
  };
  const send = async (sent: Sent, ask: () => Promise<void>) => {
    try {
      await ask();
      setOutcome(sent);
      status.current?.focus();
    } catch {
      setOutcome('failed');
    }
  };
  return { text, setText, input, words, send, outcome, status };
}

type Field = Pick<ReturnType<typeof useReply<string>>, 'text' | 'setText' | 'input'>;

/** Where a reply is written, and the button that sends it. No form of its own: it may stand within the form of a section. */
export function ReplyBox({
  id,
  label,
  fault,
  reply: { text, setText, input },
  children,
}: {
  id: string;
  label: string;
  fault?: string | undefined;
  reply: Field;
  children: ReactNode;
}) {
  return (
    <div className="confirm-box">
      <Labelled id={id} label={label} error={fault}>
        <textarea
          ref={input}
          className="ds-input"
          id={id}
          rows={3}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.target.value)}
          {...faultOf(id, fault)}
        />
      </Labelled>
      {children}
    </div>
  );
}

/** What came of sending a reply; `said` has the words for each way it can go well. */
export function ReplyStatus<Sent extends string>({
  reply: { outcome, status },
  said,
}: {
  reply: Pick<ReturnType<typeof useReply<Sent>>, 'outcome' | 'status'>;
  said: Readonly<Record<Sent, string>>;
}) {
  const t = useText();
  return (
    <div role="status" ref={status} tabIndex={-1}>
      {outcome && <p className="small">{outcome === 'failed' ? t('query.refused') : said[outcome as Sent]}</p>}
    </div>
  );
}
