import { isPilot } from '@samblikk/contract/client';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requireStaff } from '../staff/index.ts';
import { Crumbs, newRoundPath, PageTitle, roundsPath, signedInApi } from '../ui/index.ts';
import { QuestionnaireDifference, useQuestionnaireText } from './questionnaire-difference.tsx';
import { useStaffText } from './texts.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args, 'round.manage');
  const { edition = '' } = args.params;
  const call = signedInApi(args);
  // One that is planned has not been answered.
  const last = (await call('listRounds', {})).find(({ year, state }) => !isPilot(year) && state !== 'planned');
  const params = { year: last ? last.year + 1 : new Date().getFullYear() + 1 };
  return { edition, told: await call('readQuestionnaireChanges', { params, query: { edition } }) };
}

/** For Digdir, before a round is made: what is other in an edition than in the last round's form, and what it costs. */
export default function NewQuestionnaire() {
  const { edition, told } = useLoaderData<typeof loader>();
  const s = useQuestionnaireText();
  const staff = useStaffText();
  const title = s('titleOfEdition', { edition });
  return (
    <>
      <PageTitle title={title} />
      <Crumbs
        trail={[
          [roundsPath, staff('rounds.title')],
          [newRoundPath, staff('newRound.title')],
        ]}
        here={title}
      />
      <h1 className="ds-heading" data-size="lg">
        {title}
      </h1>
      <QuestionnaireDifference told={told} />
    </>
  );
}
