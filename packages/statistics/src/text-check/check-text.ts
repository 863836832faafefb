import { numbered, type Text, variablesOf } from '@samblikk/questionnaire';
import { combineFilters } from '../filter.ts';
import { judgeReferences } from './chapters.ts';
import { chartNumbers } from './charts.ts';
import { basesIn, type Claim, claimsIn } from './claims.ts';
import type { TextPiece } from './document.ts';
import { judgeFacts } from './facts.ts';
import type { Agreeing, CheckedText, Place, TextFinding, Untied } from './finding.ts';
import { ofJustTold } from './just-told.ts';
import { afterDeadline, answered, backward, change, keptBack, onlyAnswered, residual } from './lexicon.ts';
import { type Against, Measure } from './measure.ts';
import { type Mention, mentionsIn } from './mentions.ts';
import { countIn, partIn, plain } from './messages.ts';
import { unaccounted } from './parts.ts';
import { isStated } from './readings.ts';
import { scopesOf } from './scopes.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { type Outcome, type Tied, tie } from './tie.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';
import { judgeComparison, judgeOtherYear, yearOf } from './years.ts';

/** A sentence with what it says in numbers, and of what. */
export interface Said extends Sentence {
  /** Its place among the sentences. */
  readonly index: number;
  readonly claims: readonly Claim[];
  readonly mentions: readonly Mention[];
}

/** A number with how it was read. */
export interface Settled {
  readonly sentence: Said;
  readonly claim: Claim;
  readonly tied: Tied;
}

/**
 * Holds a text against a release: every number that the words around it tie to what the edition asks is counted anew.
 * What it cannot tie is listed by itself, so that silence is not taken for agreement. It keeps nothing.
 * @param pieces the text, from `plainPieces` or a reader of another format
 */
export function checkText(pieces: readonly TextPiece[], against: Against): CheckedText {
  const steps = checkTextInSteps(pieces, against);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** As `checkText`, a sentence at a time: whoever has others waiting lets them in between. */
export function checkTextInSteps(pieces: readonly TextPiece[], against: Against): Generator<undefined, CheckedText> {
  return new TextCheck(pieces, against).run();
}

export class TextCheck {
  readonly against: Against;
  readonly measure: Measure;
  readonly vocabulary: Vocabulary;
  readonly said: Said[] = [];
  readonly findings: TextFinding[] = [];
  readonly right: Agreeing[] = [];
  readonly untied: Untied[] = [];
  readonly settled: Settled[] = [];
  readonly #several: ReadonlySet<string>;
  readonly #pieces: readonly TextPiece[];

  constructor(pieces: readonly TextPiece[], against: Against) {
    this.#pieces = pieces;
    this.against = against;
    this.measure = new Measure(against);
    const { agency, ministry } = against.edition.roles;
    const listed = [agency, ministry].map((variable) => ({
      variable,
      categories: against.countedBy([variable]).columns.get(variable)?.categories ?? [],
    }));
    this.vocabulary = vocabularyOf(against.edition, listed);
    this.#several = new Set(variablesOf(against.edition).flatMap(({ id, several }) => (several ? [id] : [])));
  }

  *run(): Generator<undefined, CheckedText> {
    for (const [index, sentence] of sentencesOf(this.#pieces).entries()) {
      const claims = claimsIn(sentence.text);
      this.said.push({ ...sentence, index, claims, mentions: mentionsIn(sentence.text, this.vocabulary) });
      yield;
    }
    for (const [at, sentence] of this.said.entries()) {
      if (sentence.kind === 'data') continue;
      yield;
      for (const claim of sentence.claims) this.#judge(sentence, claim, at);
      judgeComparison(this, sentence, this.said[at - 1]);
    }
    chartNumbers(this);
    judgeReferences(this);
    unaccounted(this, (label) => residual.test(label));
    const byLine = (a: Place, b: Place) => a.line - b.line;
    return {
      findings: this.findings.toSorted(byLine),
      right: this.right.toSorted(byLine),
      untied: this.untied.toSorted(byLine),
    };
  }

  place(sentence: Sentence, claim: { readonly from: number; readonly to: number }): Place {
    return {
      line: sentence.lineAt(claim.from),
      ...(sentence.chapter !== undefined && { chapter: sentence.chapter }),
      ...(sentence.heading !== undefined && { heading: sentence.heading }),
      quote: sentence.text.replaceAll(/\s+/g, ' ').trim(),
      claim: sentence.text.slice(claim.from, claim.to).trim(),
    };
  }

  #judge(sentence: Said, claim: Claim, at: number): void {
    const place = this.place(sentence, claim);
    if (claim.kind === 'fraction' && this.#retold(sentence, claim)) return;
    const year = yearOf(sentence, claim, this.said[at - 1], this.against.year);
    if (year !== this.against.year) {
      judgeOtherYear(this, sentence, claim, year, place);
      return;
    }
    if (judgeFacts(this, sentence, claim, place)) return;
    const ofOthers = claim.kind !== 'count' && claim.unit !== undefined && claim.unit !== 'measures';
    if (ofOthers || isChange(sentence.text, claim)) {
      this.untied.push({ ...place, why: ofOthers ? notTied : byChange });
      return;
    }
    this.#judgeMeasures(sentence, claim, place, at);
  }

  /** A fraction that is told at once by a number in brackets: `over halvparten (56 prosent)`. */
  #retold({ claims, text }: Said, fraction: Claim): boolean {
    return claims.some(
      ({ from, bracketed, kind }) =>
        bracketed && kind !== 'count' && from > fraction.to && /^\s*\(\s*$/.test(text.slice(fraction.to, from)),
    );
  }

  #judgeMeasures(sentence: Said, claim: Claim, place: Place, at: number): void {
    const scopes = scopesOf(this, sentence, claim, at);
    const outcome = tie(claim, scopes, this.measure, this.#several);
    if (outcome.agrees.length > 0) {
      this.#agree(sentence, claim, place, outcome, at);
      return;
    }
    const others = this.#others(sentence, claim, at);
    if (others) {
      this.right.push({ ...place, as: others });
      return;
    }
    const own = scopes.find((scope) => scope.own)?.needed ?? [];
    const saysWhat =
      own.some(({ alternatives }) => alternatives.some((one) => !isStated(one))) ||
      (own.length > 0 && onlyAnswered.test(sentence.text.slice(claim.to)));
    const inRow = sentence.kind === 'row' && claim.unit === undefined;
    const isUntold = afterDeadline.test(sentence.text) || keptBack.test(sentence.text);
    if (!outcome.nearest || !saysWhat || inRow || isUntold) {
      const told = ofJustTold(sentence, this.said[at - 1], claim);
      if (told?.agrees) this.right.push({ ...place, as: told.as });
      else if (told) this.findings.push({ ...place, code: 'unsure', severity: 'unsure', says: told.as, todo: look });
      if (told) return;
      this.untied.push({ ...place, why: notTied });
      return;
    }
    if (this.measure.keptBack(outcome.nearest.selection, outcome.nearest.part?.among)) {
      this.untied.push({ ...place, why: exempt });
      return;
    }
    const { edition } = this.against;
    const says = outcome.nearest.part
      ? partIn(edition, outcome.nearest.part)
      : countIn(edition, outcome.nearest.selection, outcome.nearest.n);
    const [counted, ...more] = outcome.nearest.selection;
    const measures =
      counted && more.length === 0 ? combineFilters(outcome.nearest.part?.among ?? {}, counted) : undefined;
    const sure =
      own.some(({ strong }) => strong) &&
      !backward.test(sentence.text) &&
      !(claim.kind === 'count' && change.test(sentence.text)) &&
      (claim.kind !== 'count' || claim.unit === 'measures');
    const vague = claim.kind === 'vague' || claim.kind === 'fraction';
    this.findings.push({
      ...place,
      code: sure || vague ? (vague ? 'vagueWord' : 'number') : 'unsure',
      severity: sure || (vague && !backward.test(sentence.text)) ? 'wrong' : 'unsure',
      says,
      todo: sure || vague ? mend : look,
      ...(measures && { measures }),
    });
  }

  /** A number that agrees, as long as its base does. */
  #agree(sentence: Said, claim: Claim, place: Place, { agrees, near }: Outcome, at: number): void {
    const { edition } = this.against;
    const best = this.#withBase(sentence, claim, agrees, at);
    const { tied, base } = best;
    const as = tied.part ? partIn(edition, tied.part) : countIn(edition, tied.selection, tied.n);
    const filters = tied.part
      ? tied.selection.map((one) => combineFilters(tied.part?.among ?? {}, one))
      : tied.selection;
    const measures = filters.length === 1 ? filters[0] : undefined;
    this.settled.push({ sentence, claim, tied });
    // By words of other sentences, a base that is not the one told is no more than another reading.
    if (base === 'right' || sentence.kind === 'row' || !near) {
      this.right.push({ ...place, as, ...(measures && { measures }) });
      return;
    }
    this.findings.push({
      ...place,
      code: base === 'wrong' ? 'wrongBase' : 'missingBase',
      severity: base === 'wrong' ? 'wrong' : 'base',
      says: as,
      todo: base === 'wrong' ? mendBase : tellBase,
      ...(measures && { measures }),
    });
  }

  /** Of the ways a number agrees, the one whose base is the one that is told; and whether any is. */
  #withBase(
    sentence: Said,
    claim: Claim,
    agrees: readonly Tied[],
    at: number,
  ): { tied: Tied; base: 'right' | 'wrong' | 'missing' } {
    const [first] = agrees as [Tied];
    const { part } = first;
    if (!part || claim.kind === 'of') return { tied: first, base: 'right' };
    const loose = claim.kind === 'fraction' || claim.kind === 'vague';
    const whole = this.measure.size;
    const told = claim.of ?? (toldAll.test(sentence.text.slice(claim.to)) ? whole : undefined);
    if (told !== undefined) {
      const same = agrees.find((one) => one.part?.base === told);
      if (same) return { tied: same, base: 'right' };
      return loose && claim.of === undefined ? { tied: first, base: 'right' } : { tied: first, base: 'wrong' };
    }
    const everyone = agrees.find((one) => one.part?.of !== 'answered');
    if (everyone) return { tied: everyone, base: 'right' };
    if (loose || answered.test(sentence.text) || this.#basesNear(at).includes(part.base))
      return { tied: first, base: 'right' };
    return { tied: first, base: 'missing' };
  }

  /** `De 18 øvrige`: those of a whole just told that were not counted. */
  #others({ text }: Said, claim: Claim, at: number): Text | undefined {
    if (!/^\s*(?:øvrige|andre|resterende|attverande|remaining|others?)(?!\p{L})/iu.test(text.slice(claim.to)))
      return undefined;
    const { tied } = this.settled.findLast(({ sentence: { index } }) => index >= at - 2) ?? {};
    if (!tied?.part || tied.part.base - tied.n !== claim.value) return undefined;
    const { part } = tied;
    const said = partIn(this.against.edition, part);
    const rest = `${part.base} − ${part.n} = ${claim.value}`;
    return plain(`${said.nb}; ${rest}`, `${said.nn}; ${rest}`, `${said.en}; ${rest}`);
  }

  /** The bases told in a sentence, those beside it in its paragraph, and their footnotes. */
  #basesNear(at: number): readonly number[] {
    const { piece } = this.said[at] as Said;
    const near = this.said.slice(Math.max(0, at - 1), at + 2).filter((one) => one.piece === piece);
    const notes = near.flatMap((one) => one.notes);
    const told = [...near, ...this.said.filter(({ note }) => note !== undefined && notes.includes(note))];
    return told.flatMap(({ text, claims }) => [
      ...basesIn(text).map(({ n }) => n),
      ...claims.flatMap(({ kind, value, of }) => [
        ...(kind === 'count' ? [value] : []),
        ...(of === undefined ? [] : [of]),
      ]),
    ]);
  }

  /** The questions that the form numbers, not those that only ask for another answer. */
  get numbered(): number {
    return numbered(this.against.edition).questions;
  }
}

const isChange = (text: string, { from }: Claim): boolean =>
  /(?:økning|auke|nedgang|increase|decrease)\p{L}*\s+(?:på|of)\s+(?:\p{L}+\s+)?$/iu.test(text.slice(0, from));

const byChange = plain(
  'Tallet er en endring fra et annet år.',
  'Talet er ei endring frå eit anna år.',
  'The number is a change from another year.',
);
const toldAll = /^\)?\s*(?:av|of)\s+(?:alle|all|samtlige|samtlege)(?!\p{L})/iu;

const notTied = plain(
  'Ordene rundt tallet kunne ikke knyttes til noe spørreskjemaet spør om.',
  'Orda rundt talet kunne ikkje knytast til noko spørjeskjemaet spør om.',
  'The words around the number could not be tied to anything the questionnaire asks.',
);
const exempt = plain(
  'Tallet kan ikke kontrolleres: noe av det som må telles, er unntatt offentlighet.',
  'Talet kan ikkje kontrollerast: noko av det som må teljast, er unnateke offentlegheit.',
  'The number cannot be checked: some of what must be counted is exempt from publication.',
);
const mend = plain(
  'Rett tallet, eller si tydelig hvilke tiltak det gjelder.',
  'Rett talet, eller sei tydeleg kva tiltak det gjeld.',
  'Correct the number, or say clearly which measures it is about.',
);
const look = plain(
  'Se etter: tallet kan gjelde noe annet enn det ble lest som.',
  'Sjå etter: talet kan gjelde noko anna enn det vart lese som.',
  'Look at it: the number may be about something else than it was read as.',
);
const mendBase = plain(
  'Tallet er riktig, men ikke av dem som er nevnt. Skriv hvor mange det er av.',
  'Talet er rett, men ikkje av dei som er nemnde. Skriv kor mange det er av.',
  'The number is right, but not of those mentioned. Write how many it is of.',
);
const tellBase = plain(
  'Skriv hvor mange andelen er av: det er ikke alle tiltakene.',
  'Skriv kor mange delen er av: det er ikkje alle tiltaka.',
  'Write how many the share is of: it is not all measures.',
);
