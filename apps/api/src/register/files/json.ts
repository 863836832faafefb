import { findQuestion } from '@samblikk/questionnaire';
import type { PublicMeasure } from '../rows.ts';
import { aboutRelease, answerText, codesAt, ownerOf } from '../show.ts';
import { addressOf, derivedIn, isCoded, withheldOf } from './columns.ts';
import type { Listing } from './listing.ts';

/** The releases that a file is from. */
export const aboutReleases = ({ parts, language }: Listing) =>
  parts.map(({ release, edition }) => {
    const { id, year, number, name, ...more } = aboutRelease(release, language);
    // In this order since before: files are compared byte by byte.
    return { id, year, number, name, edition: edition.id, ...more };
  });

/** A measure with its public answers as codes, by question, and what the codes say beside them. */
export function inJson(measure: PublicMeasure, { language, site }: Listing) {
  const { id, number, part, place, visibility, late, answers, corrected } = measure;
  const texts = Object.keys(answers).flatMap((question) => {
    const asked = findQuestion(part.edition, question);
    return asked && isCoded(asked) ? [[question, answerText(measure, question, language)] as const] : [];
  });
  const derived = derivedIn(measure).flatMap((variable) => {
    const [code] = codesAt(part, variable.id, place, language);
    return code ? [[variable.id, code] as const] : [];
  });
  return {
    id,
    number,
    year: part.release.year,
    ...ownerOf(measure, language),
    visibility,
    late,
    withheld: withheldOf(measure),
    corrected,
    answers,
    texts: Object.fromEntries(texts),
    derived: Object.fromEntries(derived),
    address: addressOf(site, measure),
  };
}
