import type { ReactNode } from 'react';
import { usePublicText } from '../i18n/index.ts';

/** A table in a box that scrolls sideways where there is little room: its row names stay in view, and a line says so. */
export function TableBox({ title, children }: { title: string; children: ReactNode }) {
  const t = usePublicText();
  return (
    // A box that scrolls sideways must be reachable by keyboard, and then needs a name.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable region
    <section className="table-box" aria-label={t('table.of', { title })} tabIndex={0}>
      <p className="table-hint" aria-hidden="true">
        {t('table.scroll')}
      </p>
      {children}
    </section>
  );
}
