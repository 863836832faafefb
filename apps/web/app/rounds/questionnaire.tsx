import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { RoundHead } from '../staff/index.ts';
import { signedInApi, yearOf } from '../ui/index.ts';
import { QuestionnaireDifference, useQuestionnaireText } from './questionnaire-difference.tsx';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const year = yearOf(args.params);
  const from = args.url.searchParams.get('fra') ?? undefined;
  return { year, told: await signedInApi(args)('readQuestionnaireChanges', { params: { year }, query: { from } }) };
}

/** For Digdir: what is other in this year's form, and what it costs. */
export default function Questionnaire() {
  const { year, told } = useLoaderData<typeof loader>();
  const s = useQuestionnaireText();
  return (
    <>
      <RoundHead year={year} page="questionnaire" title={s('title', { year: String(year) })} />
      <QuestionnaireDifference told={told} />
    </>
  );
}
