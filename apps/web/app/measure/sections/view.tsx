import { useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import { useHref, useText } from '../../i18n/index.ts';
import { measurePath, wholeForm } from '../../ui/index.ts';
import { useMeasureForm } from '../form/measure-form-context.ts';

/** One section at a time, or the whole form on one page. */
type View = 'sections' | 'whole';

const key = 'samblikk.view';

function remembered(): View {
  try {
    return localStorage.getItem(key) === 'whole' ? 'whole' : 'sections';
  } catch {
    // A browser that keeps nothing shows one section at a time.
    return 'sections';
  }
}

function remember(view: View): void {
  try {
    localStorage.setItem(key, view);
  } catch {
    // Not kept: the person chooses again next time.
  }
}

const never = () => () => undefined;

/** What the person chose last in this browser. */
export const useView = (): View => useSyncExternalStore(never, remembered, () => 'sections');

/** The way to the other view, which is then remembered. */
export function SwitchView({ to: view }: { to: View }) {
  const { draft } = useMeasureForm();
  const t = useText();
  const to = useHref();
  return (
    <p>
      <Link
        to={to(measurePath(draft.year, draft.id, view === 'whole' ? wholeForm : ''))}
        onClick={() => remember(view)}
      >
        {t(`view.${view}`)}
      </Link>
    </p>
  );
}
