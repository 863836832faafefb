import type { Text } from '@samblikk/questionnaire';
import { usePick } from '../i18n/index.ts';
import { Crumbs, directoryPath, PageTitle, roundsPath } from '../ui/index.ts';
import type { Outcome } from './directory-action.ts';
import { OutcomeBox } from './outcome.tsx';
import { useDirectoryText } from './texts.ts';

/** The top of the page of one agency or ministry: what it is called now, and what a press led to. */
export function BodyHead({
  of,
  outcome,
}: {
  of: { id: string; versions: readonly { name: Text }[] };
  outcome: Outcome | undefined;
}) {
  const s = useDirectoryText();
  const pick = usePick();
  const now = of.versions.at(-1);
  const title = now ? pick(now.name) : of.id;
  return (
    <>
      <PageTitle title={title} />
      <Crumbs
        trail={[
          [roundsPath, s('rounds')],
          [directoryPath, s('title')],
        ]}
        here={title}
      />
      <h1 className="ds-heading" data-size="lg">
        {title}
      </h1>
      <OutcomeBox of={outcome} />
    </>
  );
}
