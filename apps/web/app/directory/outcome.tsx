import { showDay, useLanguage } from '../i18n/index.ts';
import { ActionOutcome } from '../ui/index.ts';
import type { Outcome } from './directory-action.ts';
import { useDirectoryText } from './texts.ts';

/** What a press led to, at the top of the page. */
export function OutcomeBox({ of }: { of: Outcome | undefined }) {
  const s = useDirectoryText();
  const language = useLanguage();
  const told = of && ('done' in of || 'code' in of) ? of : undefined;
  const found = of && 'found' in of ? of.found : undefined;
  const file = of && 'file' in of && !of.file.dryRun && of.file.problems.length === 0 ? of.file : undefined;
  return (
    <>
      <ActionOutcome
        of={told}
        done={({ done }) => s(`done.${done}`)}
        refused={({ detail, code }) => s('refused', { reason: detail ?? code })}
      />
      {found && (
        <p className="ds-alert" role="status" data-color={found.deletedOn ? 'warning' : 'info'}>
          {found.deletedOn
            ? s('deleted', { name: found.name, day: showDay(found.deletedOn, language) })
            : s('lookedUp', { name: found.name })}
        </p>
      )}
      {file && (
        <p className="ds-alert" role="status" data-color="success">
          {s('imported', { count: file.changes.length })}
        </p>
      )}
    </>
  );
}
