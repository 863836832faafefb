import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { ApiProblem } from '../platform/index.ts';
import { loginPath } from '../ui/index.ts';
import { useSheetText } from './texts.ts';

/** Why something was refused, in words; takes focus, so that it is heard. */
export function Refusal({ error }: { error: unknown }) {
  const t = useSheetText();
  const { pathname, search } = useLocation();
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new refusal is to be heard, also when it says the same
  useEffect(() => box.current?.focus(), [error]);
  const { code, problem } = error instanceof ApiProblem ? error : { code: undefined, problem: undefined };
  const reasons = problem?.issues?.map(({ text, code: issue }) => text ?? issue) ?? [];
  return (
    <div className="ds-alert" data-color="danger" role="alert" tabIndex={-1} ref={box}>
      {code === 'notSignedIn' ? (
        <p>
          <span>{t('signedOut')}</span> <a href={loginPath(pathname + search)}>{t('signIn')}</a>
        </p>
      ) : (
        <p>
          {problem
            ? code === 'notFound' || code === 'alreadyDone'
              ? t('gone')
              : (reasons[0] ?? problem.title)
            : t('failed')}
        </p>
      )}
      {reasons.length > 1 && (
        <ul>
          {[...new Set(reasons)].slice(1, 10).map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
