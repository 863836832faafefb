import { countAgrees } from './agree.ts';
import type { Said, TextCheck } from './check-text.ts';
import type { Claim } from './claims.ts';
import type { Place } from './finding.ts';
import { answeredWords, askedWords, change, yearBefore } from './lexicon.ts';
import type { OtherYear } from './measure.ts';
import { countIn, inWords, plain, quoted } from './messages.ts';

const yearWritten = /\b(20\d\d)\b(?!:\d)/g;

/** What may stand between a number and its year: what it is of. */
const ownYear =
  /^(?:\s+(?:av|of)\s+(?:dei? |the )?\d[\d\s]*)?\s*(?:tiltak\p{L}*|measures?)?\s+(?:i|in)\s+(20\d\d)(?!\d)/iu;

/** The years other than this one that a text names. */
function yearsIn(text: string, year: number): readonly number[] {
  const written = [...text.matchAll(yearWritten)].map(([found]) => Number(found));
  return [...written, ...(yearBefore.test(text) ? [year - 1] : [])];
}

/** The year that a number is of: that of its own clause, else the one the text is about. */
export function yearOf({ text, claims }: Said, claim: Claim, before: Said | undefined, year: number): number {
  // `22 prosent av 432 tiltak i 2019 og …`: its own year follows the number.
  const own = ownYear.exec(text.slice(claim.to))?.[1];
  if (own !== undefined) return Number(own);
  // `fra 28 til 41`: what something was, and what it is.
  const fromTo =
    /(?:fra|frå|from)\s*$/iu.test(text.slice(0, claim.from)) &&
    /^[^.;]{0,40}?(?:til|to)\s+\d/iu.test(text.slice(claim.to));
  const next = claims[claims.indexOf(claim) + 1];
  if (fromTo && next) {
    const named =
      yearsIn(text.slice(claim.to, next.from), year)[0] ??
      [...yearsIn(text, year), ...(before ? yearsIn(before.text, year) : [])].find((one) => one !== year);
    if (named !== undefined) return named;
  }
  const start = Math.max(
    0,
    ...[...text.slice(0, claim.from).matchAll(/[,;:]|\b(?:men|mens|but|while|whereas)\b/giu)].map(({ index }) => index),
  );
  const clauseEnd = /[,;]|\s(?:men|mens|til|but|while|to)\s/iu.exec(text.slice(claim.to))?.index ?? text.length;
  const clause = text.slice(start, claim.from) + text.slice(claim.to, claim.to + clauseEnd);
  // `… 2018, hvor 24 prosent …`: the clause tells of what stands before it.
  const relative = /(?:hvor|der|da|då|where|when)(?!\p{L})[^,;]*$/iu.exec(text.slice(0, claim.from));
  const last = relative ? yearsIn(text.slice(0, relative.index), year).at(-1) : undefined;
  if (last !== undefined && last !== year && /(?:20\d\d|fjor\p{L}*|year)\W*$/iu.test(text.slice(0, relative?.index)))
    return last;
  if (
    /(?:til|to)\s*$/iu.test(text.slice(0, claim.from)) &&
    !yearsIn(text.slice(claim.to, claim.to + clauseEnd), year).some((one) => one !== year)
  )
    return year;
  // What the clause is held against is another year, not the number's own.
  const about = clause.replaceAll(
    /(?:som|likhet med|fra|frå|from|sammenlign\p{L}* med|sammenlikn\p{L}* med|samanlikn\p{L}* med|compared (?:with|to)|enn(?: i)?|than(?: in)?)\s+(?:i fjor|fjoråret|20\d\d|last year)/giu,
    '',
  );
  const named = yearsIn(about, year);
  return named.length > 0 && !named.includes(year) ? (named[0] as number) : year;
}

/** A number of another year, against what was published of it. */
export function judgeOtherYear(check: TextCheck, sentence: Said, claim: Claim, year: number, place: Place): void {
  const other = check.against.others?.find((one) => one.year === year);
  if (!other) {
    check.untied.push({
      ...place,
      why: plain(
        `Tallet gjelder ${year}, som denne utgaven ikke har.`,
        `Talet gjeld ${year}, som denne utgåva ikkje har.`,
        `The number is of ${year}, which this release does not have.`,
      ),
    });
    return;
  }
  if (claim.unit === 'bodies') {
    judgeAgencies(check, sentence, claim, other, place);
    return;
  }
  const published = other.questions.flatMap(({ id, base, categories }) =>
    categories.map((category) => ({ id, base, ...category })),
  );
  const mentioned = [...sentence.mentions, ...(check.said[sentence.index - 1]?.mentions ?? [])].flatMap(
    ({ alternatives }) => alternatives,
  );
  const about = published.filter(({ id, code }) => mentioned.some((filters) => filters[id]?.includes(code)));
  const fits = (one: (typeof published)[number]) =>
    claim.kind === 'percent'
      ? one.percent === claim.value
      : claim.kind === 'of'
        ? one.count === claim.value && one.base === claim.of
        : one.count === claim.value;
  const right = about.find(fits);
  if (right) {
    check.right.push({ ...place, as: inPublished(check, right, year) });
    return;
  }
  if (claim.kind === 'count' && countAgrees(claim, other.measures)) {
    check.right.push({
      ...place,
      as: plain(
        `${year}: ${other.measures} tiltak`,
        `${year}: ${other.measures} tiltak`,
        `${year}: ${other.measures} measures`,
      ),
    });
    return;
  }
  const told = about.find((one) => (claim.kind === 'percent' ? one.percent : one.count) !== undefined);
  if (told && claim.kind !== 'fraction' && claim.kind !== 'vague') {
    check.findings.push({
      ...place,
      code: 'otherYear',
      severity: 'wrong',
      says: inPublished(check, told, year),
      todo: asPublished,
    });
    return;
  }
  check.untied.push({
    ...place,
    why: plain(
      `Det er ikke publisert et slikt tall for ${year}.`,
      `Det er ikkje publisert eit slikt tal for ${year}.`,
      `No such number was published for ${year}.`,
    ),
  });
}

function inPublished(
  check: TextCheck,
  { id, code, count, percent, base }: { id: string; code: string; count?: number; percent?: number; base: number },
  year: number,
) {
  const { edition } = check.against;
  const filters = { [id]: [code] };
  const number = [count === undefined ? '' : `${count} / ${base}`, percent === undefined ? '' : `${percent} %`]
    .filter(Boolean)
    .join(', ');
  const say = (language: 'nb' | 'nn' | 'en') =>
    `${year}, ${quoted(inWords(edition, filters, language), language)}: ${number}`;
  return plain(say('nb'), say('nn'), say('en'));
}

/** `87 virksomheter`: those asked and those that answered are not the same. */
function judgeAgencies(
  check: TextCheck,
  { text }: Said,
  claim: Claim,
  { year, asked, answered }: OtherYear,
  place: Place,
): void {
  const says = plain(
    `${year}: ${asked} virksomheter ble spurt, ${answered} svarte`,
    `${year}: ${asked} verksemder vart spurde, ${answered} svarte`,
    `${year}: ${asked} agencies were asked, ${answered} answered`,
  );
  const near = (words: RegExp) =>
    Math.min(
      ...[...text.matchAll(new RegExp(words.source, 'giu'))].map(({ index }) => Math.abs(index - claim.from)),
      1000,
    );
  const toAnswered = near(answeredWords);
  const toAsked = near(askedWords);
  const meant = toAnswered === toAsked ? undefined : toAnswered < toAsked ? answered : asked;
  if (meant === undefined) {
    if (claim.value === asked || claim.value === answered) {
      check.findings.push({ ...place, code: 'agencies', severity: 'unsure', says, todo: sayWhich });
    } else check.findings.push({ ...place, code: 'agencies', severity: 'wrong', says, todo: sayWhich });
  } else if (countAgrees(claim, meant)) check.right.push({ ...place, as: says });
  else check.findings.push({ ...place, code: 'agencies', severity: 'wrong', says, todo: sayWhich });
}

/** That something rose or fell since another year, where the answers of the two cannot be held together. */
export function judgeComparison(check: TextCheck, sentence: Said, before: Said | undefined): void {
  const { against } = check;
  const { text, mentions } = sentence;
  const words = mentions.reduce(
    (all, { at, end }) => all.slice(0, at) + ' '.repeat(Math.max(0, end - at)) + all.slice(end),
    text,
  );
  const said = change.exec(words);
  const year = yearsIn(text, against.year).find((one) => one !== against.year);
  if (!said || year === undefined || !against.comparable) return;
  const own = mentions.length > 0 ? mentions : (before?.mentions ?? []);
  const about = own.filter(({ strong }) => strong).concat(own)[0];
  if (!about) return;
  const compared = about.alternatives.map((filters) => {
    const variable = Object.keys(filters)[0] ?? '';
    return { filters, ...against.comparable?.(variable, year) };
  });
  if (compared.some(({ comparable }) => comparable === 'yes' || comparable === undefined)) return;
  const [first] = compared;
  const note = first?.note;
  const undeclared = first?.comparable === 'undeclared';
  const what = first
    ? countIn(against.edition, [first.filters], check.measure.count(first.filters))
    : plain('', '', '');
  const because =
    note ??
    plain(
      'Det er ikke opplyst om tallene kan sammenlignes.',
      'Det er ikkje opplyst om tala kan samanliknast.',
      'Whether the figures can be compared has not been stated.',
    );
  check.findings.push({
    ...check.place(sentence, { from: said.index, to: said.index + said[0].length }),
    code: 'comparison',
    severity: undeclared ? 'unsure' : 'wrong',
    says: plain(`${because.nb} (${what.nb})`, `${because.nn} (${what.nn})`, `${because.en} (${what.en})`),
    todo: noComparison,
  });
}

const asPublished = plain(
  'Skriv tallet slik det ble publisert.',
  'Skriv talet slik det vart publisert.',
  'Write the number as it was published.',
);
const sayWhich = plain(
  'Skriv om virksomhetene ble spurt eller svarte.',
  'Skriv om verksemdene vart spurde eller svarte.',
  'Write whether the agencies were asked or answered.',
);
const noComparison = plain(
  'Ta ut sammenligningen, eller si at spørsmålene var forskjellige.',
  'Ta ut samanlikninga, eller sei at spørsmåla var ulike.',
  'Take out the comparison, or say that the questions differed.',
);
