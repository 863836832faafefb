import { presenceEvery, type ReplyAt } from '@samblikk/contract/client';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { usePick, useText } from '../../i18n/index.ts';
import { ApiProblem, api } from '../../platform/index.ts';
import { useMeasureForm } from '../form/measure-form-context.ts';
import type { SaveQueue } from '../saving/save-queue.ts';

type Others = ReplyAt<'reportPresence'>['others'];

/** Who else is in this measure now, and where. Tells the others the same of this person, while the page is looked at. */
export function Presence() {
  const { draft, edition, queue } = useMeasureForm();
  const { page } = useParams();
  const here = edition.sections.find((section) => section.id === page);
  const others = usePresence(draft, here?.id ?? null, queue);
  const t = useText();
  const pick = usePick();
  return (
    <div role="status" className="presence">
      {others.map(({ name, section: id }) => {
        const at = edition.sections.find((candidate) => candidate.id === id);
        return (
          <p key={`${name} ${id}`}>
            {at ? t('presence.section', { name, section: pick(at.title) }) : t('presence.measure', { name })}
          </p>
        );
      })}
    </div>
  );
}

/** Who else is there. What they have saved since is read anew; if they took the measure out, that is told. */
function usePresence(
  { id: measure, year }: { id: string; year: number },
  section: string | null,
  queue: SaveQueue,
): Others {
  const [others, setOthers] = useState<Others>([]);
  useEffect(() => {
    const gone = new AbortController();
    const tell = () => {
      if (document.visibilityState === 'hidden') return;
      api('reportPresence', { params: { measure, year }, body: { section }, signal: gone.signal }).then(
        ({ others: now, version }) => {
          setOthers(now);
          queue.refresh(version);
        },
        // Nothing depends on it: without an answer, what was said last stands until the next time.
        (error) => {
          if (error instanceof ApiProblem && error.code === 'measureWithdrawn') queue.refuse(error.problem);
        },
      );
    };
    tell();
    const timer = setInterval(tell, presenceEvery);
    document.addEventListener('visibilitychange', tell);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tell);
      gone.abort();
    };
  }, [measure, year, section, queue]);
  return others;
}
