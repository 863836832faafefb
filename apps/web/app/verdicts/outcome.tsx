import type { DoubleVerdict } from '@samblikk/contract/client';
import { Form } from 'react-router';
import type { Refused } from '../ui/index.ts';
import { useVerdictText } from './texts.ts';

/** What was said of a pair, and what had been said before. */
export interface Said {
  readonly done: 'judged';
  readonly measures: readonly [string, string];
  readonly verdict: DoubleVerdict | null;
  readonly before: { readonly verdict: DoubleVerdict; readonly reason: string } | null;
}

/** What the latest press led to, told and not focused: whoever goes through a list goes on. It can be undone. */
export function Outcome({ of }: { of: Said | Refused | undefined }) {
  const s = useVerdictText();
  const said = of && 'done' in of ? of : undefined;
  const refused = of && 'code' in of ? of : undefined;
  return (
    <>
      <div className="verdict-outcome">
        <div role="status">
          {said && <p>{said.verdict === null ? takenBack(s, said) : told(s, said, said.verdict)}</p>}
        </div>
        {said && said.verdict !== (said.before?.verdict ?? null) && (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="one" value={said.measures[0]} />
            <input type="hidden" name="other" value={said.measures[1]} />
            <input type="hidden" name="verdict" value={said.before?.verdict ?? ''} />
            <input type="hidden" name="reason" value={said.before?.reason ?? ''} />
            <button className="ds-button" data-variant="tertiary" data-size="sm" type="submit" data-key="0">
              {s('undo')}
            </button>
          </Form>
        )}
      </div>
      {refused && (
        <p className="ds-alert" data-color="danger" role="alert">
          {s('failed', { reason: refused.detail ?? refused.issues[0]?.text ?? refused.code })}
        </p>
      )}
    </>
  );
}

type Words = ReturnType<typeof useVerdictText>;

const told = (s: Words, { measures: [one, other] }: Said, verdict: DoubleVerdict): string =>
  s('said', { one, other, verdict: s(`verdict.${verdict}`).toLowerCase() });

const takenBack = (s: Words, { measures: [one, other] }: Said): string => s('takenBack', { one, other });
