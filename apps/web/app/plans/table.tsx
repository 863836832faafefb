import type { ReactNode } from 'react';

/** A table in a box that scrolls sideways where there is little room, with a title above. @param id its own on the page */
export function PlanTable({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <div className="plan-part">
      <h3 className="ds-heading" data-size="2xs" id={id}>
        {title}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="table-box" aria-labelledby={id} tabIndex={0}>
        <table className="ds-table" data-size="sm" data-color="neutral" aria-labelledby={id}>
          {children}
        </table>
      </section>
    </div>
  );
}
