import type { MeasureState, ResponseView } from '@samblikk/contract/client';
import { useText } from '../../i18n/index.ts';

/** How far a measure has come. One that is ready and has something left to look over says both. */
export function StateTag({ card }: { card: ResponseView['measures'][number] }) {
  const t = useText();
  const open = card.state === 'ready' && card.warnings > 0;
  return (
    <span className="ds-tag" data-color={open ? 'warning' : colours[card.state]} data-size="sm">
      {t(open ? 'state.readyOpen' : `state.${card.state}`)}
    </span>
  );
}

const colours: Record<MeasureState, 'neutral' | 'info' | 'danger' | 'success' | 'warning'> = {
  notStarted: 'neutral',
  inProgress: 'info',
  hasErrors: 'danger',
  ready: 'success',
  submitted: 'success',
  changedSince: 'warning',
  returned: 'warning',
};
