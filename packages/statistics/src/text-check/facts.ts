import { kindOf, languages, questionsOf } from '@samblikk/questionnaire';
import { countAgrees, shareAgrees } from './agree.ts';
import type { Said, TextCheck } from './check-text.ts';
import type { Claim } from './claims.ts';
import type { Place } from './finding.ts';
import { answeredWords, askedWords, responseRate } from './lexicon.ts';
import { plain } from './messages.ts';
import { isWord, stemsOf, wordsOf } from './words.ts';

/** Numbers that are not of measures: agencies, ministries, questions, categories, limits, all measures. @returns whether it was one */
export function judgeFacts(check: TextCheck, sentence: Said, claim: Claim, place: Place): boolean {
  if (claim.kind === 'percent') return judgeResponse(check, sentence, claim, place);
  if (claim.kind === 'of' && claim.unit === 'bodies') return judgeAnsweredOf(check, claim, place);
  if (claim.kind !== 'count') return false;
  if (isLimit(check, sentence, claim, place)) return true;
  switch (claim.unit) {
    case 'bodies':
      return judgeAgencies(check, sentence, claim, place);
    case 'ministries': {
      const n = distinct(check, check.against.edition.roles.ministry);
      return told(
        check,
        claim,
        place,
        n,
        'agencies',
        plain(`departementer: ${n}`, `departement: ${n}`, `ministries: ${n}`),
      );
    }
    case 'questions': {
      const n = check.numbered;
      const says = plain(
        `Spørreskjemaet har ${n} spørsmål`,
        `Spørjeskjemaet har ${n} spørsmål`,
        `The questionnaire has ${n} questions`,
      );
      return told(check, claim, place, n, 'questions', says);
    }
    case 'categories':
      return judgeCategories(check, sentence, claim, place);
    case 'measures':
      return judgeAll(check, sentence, claim, place);
    case undefined:
      return false;
  }
}

function told(
  check: TextCheck,
  claim: Claim,
  place: Place,
  n: number,
  code: 'agencies' | 'questions' | 'categories',
  says: ReturnType<typeof plain>,
): true {
  const agrees = claim.value === n || (code !== 'categories' && countAgrees(claim, n));
  if (agrees) check.right.push({ ...place, as: says });
  else check.findings.push({ ...place, code, severity: 'wrong', says, todo: mend });
  return true;
}

/** How many of an open list occur among the measures: agencies that sent in, ministries they belong to. */
function distinct({ against }: TextCheck, variable: string): number {
  return against.countedBy([variable]).columns.get(variable)?.categories.length ?? 0;
}

function judgeAgencies(check: TextCheck, { text }: Said, claim: Claim, place: Place): boolean {
  const { agencies } = check.against;
  const sent = distinct(check, check.against.edition.roles.agency);
  const known = [
    ...(agencies ? [{ n: agencies.answered, nb: 'svarte', nn: 'svarte', en: 'answered', fits: answeredWords }] : []),
    ...(agencies
      ? [{ n: agencies.asked, nb: 'ble spurt', nn: 'vart spurde', en: 'were asked', fits: askedWords }]
      : []),
    { n: sent, nb: 'har tiltak i utgaven', nn: 'har tiltak i utgåva', en: 'have measures in the release', fits: /./u },
  ];
  // The word for what they did, nearest to the number.
  const nearest = known.slice(0, -1).flatMap((one) => {
    const places = [...text.matchAll(new RegExp(one.fits.source, 'giu'))].map(({ index }) =>
      Math.abs(index - claim.from),
    );
    return places.length > 0 ? [{ one, at: Math.min(...places) }] : [];
  });
  const meant = nearest.sort((a, b) => a.at - b.at)[0]?.one;
  const says = (one: (typeof known)[number]) =>
    plain(`${one.n} virksomheter ${one.nb}`, `${one.n} verksemder ${one.nn}`, `${one.n} agencies ${one.en}`);
  const agrees = (meant ? [meant] : known).find(({ n }) => countAgrees(claim, n));
  if (agrees) check.right.push({ ...place, as: says(agrees) });
  else if (meant) check.findings.push({ ...place, code: 'agencies', severity: 'wrong', says: says(meant), todo: mend });
  else check.untied.push({ ...place, why: someAgencies });
  return true;
}

/** `33 of the 76 agencies answered`. */
function judgeAnsweredOf({ against: { agencies }, ...check }: TextCheck, claim: Claim, place: Place): boolean {
  if (!agencies || (claim.value !== agencies.answered && claim.of !== agencies.asked)) return false;
  const says = responseIn(agencies);
  if (claim.value === agencies.answered && claim.of === agencies.asked) check.right.push({ ...place, as: says });
  else check.findings.push({ ...place, code: 'agencies', severity: 'wrong', says, todo: mend });
  return true;
}

function responseIn({ asked, answered }: { readonly asked: number; readonly answered: number }) {
  const rate = Math.round((answered / asked) * 100);
  return plain(
    `${answered} av ${asked} virksomheter svarte, ${rate} prosent`,
    `${answered} av ${asked} verksemder svarte, ${rate} prosent`,
    `${answered} of ${asked} agencies answered, ${rate} per cent`,
  );
}

function judgeResponse(
  { against: { agencies }, ...check }: TextCheck,
  { text }: Said,
  claim: Claim,
  place: Place,
): boolean {
  if (!responseRate.test(text)) return false;
  if (!agencies) {
    check.untied.push({ ...place, why: noResponse });
    return true;
  }
  const says = responseIn(agencies);
  if (shareAgrees(claim, (agencies.answered / agencies.asked) * 100)) check.right.push({ ...place, as: says });
  else check.findings.push({ ...place, code: 'agencies', severity: 'wrong', says, todo: mend });
  return true;
}

/** `inntil 3 effekter`: how many answers a question takes. */
function isLimit(check: TextCheck, { text }: Said, claim: Claim, place: Place): boolean {
  if (!/(?:inntil|opptil|velge|velg|up to)\s*$/iu.test(text.slice(0, claim.from))) return false;
  for (const question of namedIn(check, text.slice(claim.to, claim.to + 60))) {
    if (!('atMost' in question) || question.atMost === undefined || !kindOf(question).several) continue;
    const { atMost } = question;
    const { nb, nn, en } = question.name ?? question.label;
    return told(
      check,
      claim,
      place,
      atMost,
      'categories',
      plain(
        `«${nb}» tar inntil ${atMost} svar`,
        `«${nn}» tek inntil ${atMost} svar`,
        `“${en}” takes up to ${atMost} answers`,
      ),
    );
  }
  return false;
}

function judgeCategories(check: TextCheck, { text }: Said, claim: Claim, place: Place): boolean {
  const asked = namedIn(check, text).flatMap((question) => ('options' in question ? [question] : []));
  const [best] = asked;
  if (!best) {
    check.untied.push({ ...place, why: noQuestion });
    return true;
  }
  const n = best.options.length;
  const { nb, nn, en } = best.name ?? best.label;
  return told(
    check,
    claim,
    place,
    n,
    'categories',
    plain(`«${nb}» har ${n} svaralternativer`, `«${nn}» har ${n} svaralternativ`, `“${en}” has ${n} options`),
  );
}

/** The questions whose name stands in a text, in all its words. */
function namedIn({ against: { edition } }: TextCheck, text: string) {
  const words = wordsOf(text.replaceAll(/gevinst/giu, 'effekter '));
  return questionsOf(edition).filter(({ name, label }) =>
    languages.some((language) => {
      const stems = stemsOf((name ?? label)[language]);
      return stems.length > 0 && stems.every((stem) => words.some((word) => isWord(word, stem)));
    }),
  );
}

/** All measures of the release, told without a word of which. */
function judgeAll(check: TextCheck, { mentions, text }: Said, claim: Claim, place: Place): boolean {
  const { size } = check.measure;
  if (mentions.length > 0 && claim.value !== size) return false;
  const says = plain(`tiltak i utgaven: ${size}`, `tiltak i utgåva: ${size}`, `measures in the release: ${size}`);
  if (!countAgrees(claim, size)) {
    if (!inAll.test(text.slice(0, claim.from)) && !underAll.test(text.slice(claim.to))) return false;
    check.findings.push({ ...place, code: 'number', severity: 'wrong', says, todo: mend });
    return true;
  }
  check.right.push({ ...place, as: says });
  return true;
}

/** That a number is of all there are. */
const inAll =
  /(?<!\p{L})(?:(?:til sammen|til saman|i alt|totalt|in all|in total)\s+(?:\p{L}+\s+){0,3}|all|alle|together they are\s+)\s*$/iu;

/** `432 measures under 13 ministries`. */
const underAll = /^\s*(?:measures|tiltak)\s+(?:under|fra|frå|from)\s+\d+\s+(?:ministries|departement)/iu;

const mend = plain('Rett tallet.', 'Rett talet.', 'Correct the number.');
const someAgencies = plain(
  'Teksten sier ikke om virksomhetene ble spurt eller svarte.',
  'Teksten seier ikkje om verksemdene vart spurde eller svarte.',
  'The text does not say whether the agencies were asked or answered.',
);
const noResponse = plain(
  'Hvor mange som ble spurt og svarte, er ikke kjent her.',
  'Kor mange som vart spurde og svarte, er ikkje kjent her.',
  'How many were asked and answered is not known here.',
);
const noQuestion = plain(
  'Teksten sier ikke hvilket spørsmål kategoriene er svar på.',
  'Teksten seier ikkje kva spørsmål kategoriane er svar på.',
  'The text does not say which question the categories answer.',
);
