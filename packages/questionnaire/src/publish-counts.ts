import type { Edition } from './definition.ts';
import { hiddenVariables, publicationVariables, type Visibility } from './publish.ts';
import type { Disclosure } from './publish-together.ts';
import { blankOption, statedOption } from './texts.ts';
import { type MeasureRow, type Variable, variablesOf } from './variables.ts';

/**
 * What a variable tells of a measure: whose it is (agency, ministry, facts about the agency, and people's own words), what
 * was answered, whether and why it is withheld, or an amount, which is never told of a withheld measure.
 */
export type Concern = 'who' | 'what' | 'publication' | 'amount';

interface Concerned {
  readonly variable: Variable;
  readonly concern: Concern;
}

const known = new WeakMap<Edition, ReadonlyMap<string, Concerned>>();

/** The variables of an edition with what they tell; worked out once, since an edition never changes. */
function concernedOf(edition: Edition): ReadonlyMap<string, Concerned> {
  let made = known.get(edition);
  if (!made) {
    made = new Map(
      variablesOf(edition).map((variable) => [variable.id, { variable, concern: concernOf(edition, variable) }]),
    );
    known.set(edition, made);
  }
  return made;
}

/** What a variable of the edition tells of a measure. */
export function concernOf(edition: Edition, variable: Variable): Concern {
  if (variable.unit !== undefined) return 'amount';
  if (publicationVariables(edition).has(variable.id)) return 'publication';
  return isOwner(edition, variable) || variable.options === undefined ? 'who' : 'what';
}

/** The agency, its ministry, and facts about it: known of every measure, also of one withheld whole. */
function isOwner({ roles }: Edition, { id, source }: Variable): boolean {
  return id === roles.agency || id === roles.ministry || source === 'population';
}

/** What numbers are about: what was answered, whose measures they are, or both at once. */
export type Subject = 'what' | 'who' | 'both';

/**
 * What numbers by all these variables together (rows, columns and filters) are about. Only those about *what* may tell the
 * answers of measures withheld whole; whether and why they are withheld goes with neither (docs/decisions/0012-who-and-what.md).
 * Whether an amount is stated is an answer too. A variable that the edition does not have tells nothing.
 */
export function subjectOf(edition: Edition, variables: Iterable<string>): Subject {
  const subjects = new Set<Concern>();
  for (const id of variables) {
    const concern = concernedOf(edition).get(id)?.concern;
    if (concern !== undefined) subjects.add(concern === 'amount' ? 'what' : concern);
  }
  if (subjects.size > 1) return 'both';
  return subjects.has('who') ? 'who' : 'what';
}

/** A frozen measure: its answers, and what the publication filter said of it at the freeze. */
export interface FrozenRow extends MeasureRow {
  readonly visibility: Visibility;
  /** The variables it may not be counted by, as `publicRow` had them. */
  readonly withheld: ReadonlySet<string>;
}

/**
 * A measure as counts may tell it where nothing says whose: the exempt answers of a public one count as withheld, and so do
 * those of one withheld whole, unless it is told together with others. A sum over one measure is its amount, and own
 * words are read in the list of categories: neither is ever told of one withheld whole.
 */
export function countedRow(edition: Edition, row: FrozenRow, disclosed: Disclosure, id: string): MeasureRow {
  const { answers, known, visibility } = row;
  if (visibility !== 'withheld' || !disclosed.measures.has(id)) return { answers, known, withheld: row.withheld };
  // That there is no amount is told as any other answer: only one that is there is kept back.
  const stated = amountsOf(edition).filter(({ codesOf }) => codesOf({ answers, known }).state === 'answered');
  const withheld = new Set([...withheldThough(edition, disclosed), ...stated.map((variable) => variable.id)]);
  return { answers, known, withheld };
}

function amountsOf(edition: Edition): readonly Variable[] {
  return [...concernedOf(edition).values()]
    .filter(({ concern }) => concern === 'amount')
    .map(({ variable }) => variable);
}

const suppressed = new WeakMap<Disclosure, ReadonlySet<string>>();

/** The variables that stay withheld of every measure that is disclosed. Worked out once for all measures of a release. */
function withheldThough(edition: Edition, disclosed: Disclosure): ReadonlySet<string> {
  let made = suppressed.get(disclosed);
  if (!made) {
    const own = [...concernedOf(edition).values()]
      .filter(({ concern, variable }) => concern === 'who' && !isOwner(edition, variable))
      .map(({ variable }) => variable.id);
    made = new Set([...own, ...hiddenVariables(edition, disclosed.unanimous)]);
    suppressed.set(disclosed, made);
  }
  return made;
}

/**
 * What `disclosedTogether` compares measures by: the codes of everything that counts may tell of a measure withheld whole; of an
 * amount whether it is stated.
 */
export function tellableCodes(edition: Edition, row: MeasureRow): ReadonlyMap<string, readonly string[]> {
  const codes = new Map<string, readonly string[]>();
  for (const { variable, concern } of concernedOf(edition).values()) {
    // That it is withheld is known of all of them.
    if (variable.id === edition.publication.question || concern === 'who') continue;
    const { state, codes: given } = variable.codesOf(row);
    const own = concern === 'amount' && state === 'answered' ? [statedOption.code] : given;
    codes.set(variable.id, state === 'blank' ? [blankOption.code] : own);
  }
  return codes;
}
