import type { ReleaseChanges } from '@samblikk/contract/client';
import { Link } from 'react-router';
import { useHref } from '../i18n/index.ts';
import { comparePath, releasePath } from '../ui/index.ts';
import { ChangeList } from './change-list.tsx';
import { useChangeText } from './change-texts.ts';
import { useReleaseText } from './texts.ts';

/** Where staff see a release, by its name. */
export function previewPathOf(name: string): string {
  const [year, number] = name.split('.').map(Number);
  return releasePath(year ?? 0, number ?? 0);
}

/** For staff: what changed since the release before, with the way to the figures of the two. */
export function Changed({ changes }: { changes: ReleaseChanges }) {
  const c = useChangeText();
  const s = useReleaseText();
  const to = useHref();
  const { before, after, measures } = changes;
  if (!before) return null;
  return (
    <section className="hub-section" aria-labelledby="changed">
      <h2 className="ds-heading" data-size="sm" id="changed">
        {c('since', { name: before.name })}
      </h2>
      <ChangeList
        measures={measures}
        pathOf={({ number, change }) =>
          `${previewPathOf((change === 'removed' ? before : after).name)}/tiltak/${number}`
        }
      />
      <p>
        <Link to={to(comparePath(Number.parseInt(after.name, 10), before.name, after.name))}>
          {s('compare.figuresToo')}
        </Link>
      </p>
    </section>
  );
}
