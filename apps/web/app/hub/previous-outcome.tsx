import type { ResponseView } from '@samblikk/contract/client';
import { showOrganisationNumber } from '@samblikk/questionnaire';
import { useLanguage, usePick, useText } from '../i18n/index.ts';
import { useNames } from '../measure/index.ts';
import { useQuestionNames } from './question-names.ts';

type Previous = ResponseView['previous'][number];

/** What is asked anew each year, as it was said last: the phase. @param edition this year's */
export function Standing({ measure: { standing, year }, edition }: { measure: Previous; edition: string }) {
  const pick = usePick();
  const t = useText();
  const labels = useQuestionNames(
    standing.map(({ question }) => question),
    edition,
  );
  return standing.map(({ question, answer }, at) => (
    <p className="small" key={question}>
      {t('rollOver.standing', { label: labels[at] ?? '', year: String(year), answer: pick(answer) })}
    </p>
  ));
}

/** What was said of a measure, by whom; undefined while nothing is. */
export function useOutcome(measure: Previous, response: ResponseView): string | undefined {
  const t = useText();
  const language = useLanguage();
  const toOrgnr = measure.outcome?.toOrgnr ?? null;
  const names = useNames(toOrgnr !== null);
  if (measure.outcome === null) return undefined;
  const { outcome, measures, by } = measure.outcome;
  const into = measures.map((number) => {
    const named = ({ number: one }: { number: string }) => one === number;
    const title = (response.previous.find(named) ?? response.measures.find(named))?.title;
    return title ? `${title} (${number})` : number;
  });
  const agency = toOrgnr === null ? [] : [names.agency(toOrgnr)?.[language] ?? showOrganisationNumber(toOrgnr)];
  const details = [...into, ...agency].join(', ');
  const what = [t(`rollOver.${outcome}`), details].filter((part) => part !== '').join(': ');
  return t('rollOver.said', { outcome: what, name: by });
}
