import type { FreezeConcerns } from '@samblikk/contract/client';
import { showMoment, useLanguage, usePick } from '../i18n/index.ts';
import { agencyFollowUpPath, calendarPath, exemptionsPath, qualityMeasurePath } from '../ui/index.ts';
import { useReleaseText } from './texts.ts';

/** One agency or measure that something is open about, and where it is mended. */
interface Line {
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  readonly path: string;
}

/** One point of the checklist before a freeze. */
export interface Concern {
  /** As the API names it in a confirmation. */
  readonly code: keyof FreezeConcerns;
  readonly title: string;
  readonly lines: readonly Line[];
  /** Whether a freeze asks that it is known of. */
  readonly confirm: boolean;
}

/** The whole checklist in words, in the order of a year: what is open, and what is as it should be. */
export function useConcerns(year: number, open: FreezeConcerns): Concern[] {
  const s = useReleaseText();
  const pick = usePick();
  const language = useLanguage();
  type Agency = FreezeConcerns['lateAnswers'][number] | FreezeConcerns['moreTime'][number];
  type Measure = FreezeConcerns['openCorrections'][number] | FreezeConcerns['missingAnswers'][number];
  const ofAgency = ({ orgnr, name }: Pick<Agency, 'orgnr' | 'name'>, detail: string): Line => ({
    ...{ key: orgnr, label: pick(name), detail },
    path: agencyFollowUpPath(year, orgnr),
  });
  const ofMeasure = (
    { measure, number, name }: Pick<Measure, 'measure' | 'number' | 'name'>,
    detail: string,
    path = qualityMeasurePath(year, measure),
  ): Line => ({ key: `${measure} ${detail}`, label: `${number} · ${pick(name)}`, detail, path });
  const deadline = open.beforeDeadline === null ? '' : showMoment(open.beforeDeadline, language);
  const lines: Readonly<Record<keyof FreezeConcerns, readonly Line[]>> = {
    beforeDeadline: deadline
      ? [{ key: deadline, label: s('concern.deadline', { time: deadline }), detail: '', path: calendarPath(year) }]
      : [],
    notSubmitted: open.notSubmitted.map((one) =>
      ofAgency(one, one.begun ? s('concern.begun', { measures: one.measures }) : ''),
    ),
    openQueries: open.openQueries.map((one) => ofAgency(one, s('concern.queries', { queries: one.queries }))),
    moreTime: open.moreTime.map((one) => ofAgency(one, s('concern.until', { time: showMoment(one.until, language) }))),
    undecidedExemptions: open.undecidedExemptions.map((one) =>
      ofMeasure(one, s('concern.claims', { claims: one.claims }), exemptionsPath(year)),
    ),
    personalData: open.personalData.map((one) =>
      ofMeasure(
        one,
        `${pick(one.label)}: «${one.found}»`,
        `${qualityMeasurePath(year, one.measure)}#svar-${one.question}`,
      ),
    ),
    missingAnswers: open.missingAnswers.map((one) => ofMeasure(one, one.questions.map(pick).join('; '))),
    openCorrections: open.openCorrections.map((one) =>
      ofMeasure(one, s('concern.corrections', { corrections: one.corrections })),
    ),
    lateAnswers: open.lateAnswers.map((one) => ofAgency(one, s('concern.measures', { measures: one.measures }))),
  };
  return (Object.keys(lines) as (keyof FreezeConcerns)[]).map((code) => ({
    code,
    title: s(`concern.${code}`, { n: lines[code].length }),
    lines: lines[code],
    // What came late is in the release, and marked: nothing is to be confirmed.
    confirm: code !== 'lateAnswers' && lines[code].length > 0,
  }));
}
