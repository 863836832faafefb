import type { ReleaseComparison } from '@samblikk/contract/client';
import { usePick } from '../i18n/index.ts';
import { Numbers } from './compared-numbers.tsx';
import { useReleaseText } from './texts.ts';

type Figures = ReleaseComparison['figures'];
interface Names {
  readonly before: string;
  readonly after: string;
}

/** The figures of the yearly report, number by number; what may not be held against each other is said, not shown. */
export function FiguresCompared({ figures, names }: { figures: Figures; names: Names }) {
  const s = useReleaseText();
  return (
    <section className="hub-section" aria-labelledby="figures">
      <h2 className="ds-heading" data-size="sm" id="figures">
        {s('compare.figures')}
      </h2>
      {figures.length === 0 ? (
        <p>{s('compare.noFigures')}</p>
      ) : (
        <div className="changes">
          {figures.map((figure) => (
            <OneFigure key={figure.id} figure={figure} names={names} />
          ))}
        </div>
      )}
    </section>
  );
}

function OneFigure({ figure, names }: { figure: Figures[number]; names: Names }) {
  const s = useReleaseText();
  const pick = usePick();
  const title = pick(figure.title);
  const notes = figure.notes.map((note) => (
    <p className="small subtle" key={note.nb}>
      {pick(note)}
    </p>
  ));
  if (figure.comparable === 'break' || figure.comparable === 'new')
    return (
      <div>
        <p>{s('compare.figureBreak', { title })}</p>
        {notes}
      </div>
    );
  const differing = figure.cells.filter(({ before, after }) => before !== after);
  if (differing.length === 0) return <p className="subtle">{s('compare.figureSame', { title })}</p>;
  const rows = differing.map(({ labels, before, after }) => ({ label: labels.map(pick).join(' · '), before, after }));
  return (
    <details className="change-group">
      <summary>{s('compare.figureDiffers', { title, n: differing.length })}</summary>
      {notes}
      <Numbers caption={title} names={names} unit={figure.unit} rows={rows} />
    </details>
  );
}
