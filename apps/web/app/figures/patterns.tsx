/** How many series look different from each other. */
const looks = 5;

/**
 * The look of a series in a stacked bar: told apart by pattern as well as by colour, so that it reads in print, in grey and
 * by those who see no colours.
 * @param id of the `Patterns` on the same page
 */
export function seriesOf(id: string, at: number): { className: string; fill?: string } {
  const look = at % looks;
  return { className: `series series-${look}`, ...(look === 1 || look === 4 ? { fill: `url(#${id}-${look})` } : {}) };
}

/** The patterns that series refer to. */
export function Patterns({ id }: { id: string }) {
  return (
    <svg className="patterns" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern id={`${id}-1`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="pattern-ground" width="7" height="7" />
          <rect className="pattern-mark" width="2" height="7" />
        </pattern>
        <pattern id={`${id}-4`} width="7" height="7" patternUnits="userSpaceOnUse">
          <rect className="pattern-ground" width="7" height="7" />
          <circle className="pattern-mark" cx="3.5" cy="3.5" r="1.6" />
        </pattern>
      </defs>
    </svg>
  );
}
