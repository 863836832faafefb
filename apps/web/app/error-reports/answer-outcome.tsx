import { ActionOutcome } from '../ui/index.ts';
import type { Outcome } from './action.ts';
import { useErrorReportText } from './texts.ts';

/** What became of an answer that was sent. */
export function AnswerOutcome({ of }: { of: Outcome | undefined }) {
  const s = useErrorReportText();
  return (
    <ActionOutcome
      of={of}
      done={(done) => (done.done === 'sent' ? s('sent') : s('discarded', { count: done.count }))}
      refused={({ code, detail, issues }) =>
        code === 'alreadyDone' ? s('done') : s('failed', { reason: detail ?? issues[0]?.text ?? code })
      }
    />
  );
}
