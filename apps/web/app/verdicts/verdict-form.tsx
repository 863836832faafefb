import { doubleVerdicts, verdictReasonLength } from '@samblikk/contract/client';
import { Form } from 'react-router';
import { Labelled } from '../ui/index.ts';
import type { PairToJudge } from './pair.tsx';
import { useVerdictText } from './texts.ts';

/** What a coordinator may say of a pair. @param children what else may be pressed */
export function VerdictForm({ pair, children }: { pair: PairToJudge; children?: React.ReactNode }) {
  const s = useVerdictText();
  const [one = '', other = ''] = pair.measures.map(({ number }) => number);
  const reason = `reason-${one}-${other}`;
  return (
    <Form method="post" className="verdict-form" preventScrollReset>
      <input type="hidden" name="one" value={one} />
      <input type="hidden" name="other" value={other} />
      <fieldset className="ds-fieldset">
        <legend className="ds-label">{s('question')}</legend>
        <div className="verdict-choices">
          {doubleVerdicts.map((verdict, at) => (
            <div key={verdict}>
              <button
                className="ds-button"
                data-variant="secondary"
                type="submit"
                name="verdict"
                value={verdict}
                data-key={at + 1}
                aria-pressed={pair.verdict ? pair.verdict.verdict === verdict : undefined}
                aria-describedby={`${reason}-${verdict}`}
              >
                {s(`verdict.${verdict}`)}
              </button>
              <p className="small subtle" id={`${reason}-${verdict}`}>
                {s(`means.${verdict}`)}
              </p>
            </div>
          ))}
        </div>
      </fieldset>
      <Labelled id={reason} label={s('reason')}>
        <p className="small subtle" id={`${reason}-help`}>
          {s('reasonHelp')}
        </p>
        <textarea
          className="ds-input"
          id={reason}
          name="reason"
          rows={2}
          maxLength={verdictReasonLength}
          defaultValue={pair.verdict?.reason}
          aria-describedby={`${reason}-help`}
        />
      </Labelled>
      {children}
    </Form>
  );
}
