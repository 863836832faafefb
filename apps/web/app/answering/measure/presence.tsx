import { presenceEvery, type ReplyOf, tellPresence } from '@samblikk/contract';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { api } from '../../api.ts';
import { usePick, useText } from '../../i18n/text.tsx';
import { useMeasureForm } from '../form/measure-form.tsx';

type Others = ReplyOf<typeof tellPresence>;

/** Who else is in this measure now, and where. Tells the others the same of this person, while the page is looked at. */
export function Presence() {
  const { draft, edition } = useMeasureForm();
  const { page } = useParams();
  const here = edition.sections.find((section) => section.id === page);
  const others = usePresence(draft, here?.id ?? null);
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

function usePresence({ id: measure, year }: { id: string; year: number }, section: string | null): Others {
  const [others, setOthers] = useState<Others>([]);
  useEffect(() => {
    const gone = new AbortController();
    const tell = () => {
      if (document.visibilityState === 'hidden') return;
      api(tellPresence, { params: { measure, year }, body: { section }, signal: gone.signal }).then(
        setOthers,
        // Nothing depends on it: without an answer, what was said last stands until the next time.
        () => undefined,
      );
    };
    tell();
    const timer = setInterval(tell, presenceEvery);
    return () => {
      clearInterval(timer);
      gone.abort();
    };
  }, [measure, year, section]);
  return others;
}
