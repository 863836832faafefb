import type { DoublesToJudge } from '@samblikk/contract/client';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Link, useNavigation } from 'react-router';
import type { Refused } from '../ui/index.ts';
import { Outcome, type Said } from './outcome.tsx';
import { Pair } from './pair.tsx';
import { useVerdictText } from './texts.ts';
import { VerdictForm } from './verdict-form.tsx';

/**
 * One pair at a time. Once something is said of it the next is there and has the focus, and what was said can be undone. While the focus is
 * within, and not in a field that takes text, a digit presses the button that has it (`data-key`): nowhere else on the page.
 * @param next where the next pair is; undefined at the last
 */
export function OneByOne({
  list: { pairs, year, page, pages, counts },
  said,
  next,
}: {
  list: DoublesToJudge;
  said: Said | Refused | undefined;
  next: string | undefined;
}) {
  const s = useVerdictText();
  const box = useRef<HTMLElement>(null);
  const done = said && 'done' in said ? said : undefined;
  // What was pressed is of the pair that was there: until the next has come, no key counts.
  const isIdle = useNavigation().state === 'idle';
  useEffect(() => {
    if (done) box.current?.focus();
  }, [done]);
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const { target, key } = event;
    if (!isIdle) return;
    if (event.ctrlKey || event.metaKey || event.altKey || target instanceof HTMLTextAreaElement || !/^\d$/.test(key))
      return;
    event.currentTarget.querySelector<HTMLElement>(`[data-key="${key}"]`)?.click();
  };
  const [pair] = pairs;
  const numbers = pair?.measures.map(({ number }) => number) ?? [];
  return (
    <section
      className="verdict-one"
      ref={box}
      tabIndex={-1}
      aria-label={pair ? s('pairOf', { page, pages }) : s('finished')}
      onKeyDown={press}
    >
      <Outcome of={said} />
      {pair ? (
        <>
          <h2 className="ds-heading" data-size="xs">
            {s('pairOf', { page, pages })}
          </h2>
          <article className="card double" key={numbers.join()} aria-label={numbers.join(' – ')}>
            <Pair pair={pair} year={year}>
              <div className="verdict-said">
                <VerdictForm pair={pair}>
                  {next !== undefined && (
                    <p>
                      <Link to={next} data-key="4" preventScrollReset>
                        {s('skip')}
                      </Link>
                    </p>
                  )}
                </VerdictForm>
              </div>
            </Pair>
          </article>
          <p className="small subtle verdict-keys">{s('keys')}</p>
        </>
      ) : (
        counts.same + counts.related + counts.not > 0 && <p>{s('finished')}</p>
      )}
    </section>
  );
}
