/**
 * Invents answers to the survey of 2026: for measures of 2019 that go on, and for new ones. Everything here is made up.
 * With the editions and the figures, this is a place where question ids are named.
 */
import {
  type Answers,
  type AnswerValue,
  askedAnswers,
  checkAnswer,
  type Edition,
  findQuestion,
} from '@samblikk/questionnaire';
import type { Random } from './random.ts';

/** What an agency says about a measure, apart: what it confirms from before, and what it says anew. */
export interface Invented {
  readonly confirmed: Answers;
  readonly entered: Answers;
}

const phases = ['idea', 'concept', 'planning', 'execution', 'operation'] as const;
const purposes = ['saksbehandling', 'rapportering', 'tilsyn', 'innsyn', 'veiledning', 'datadeling'] as const;
const users = ['innbyggere', 'næringslivet', 'kommunene', 'ansatte', 'studenter', 'forskere'] as const;
const grants = ['separateProposal', 'revisedBudget', 'medfinansiering', 'stimulab', 'eu'] as const;
const jointSources = ['jointProposal', 'medfinansiering', 'digifin', 'grantFromActor'] as const;
const sharings = ['eachBearsItsOwn', 'eachBearsItsOwn', 'leadBearsAll', 'sharingKey', 'notClarified'] as const;
const kinds = [
  ['Felles tjeneste for', 'tas i bruk av flere virksomheter'],
  ['Automatisert', 'gjør at færre saker må behandles manuelt'],
  ['Ny portal for', 'samler det som i dag finnes flere steder'],
  ['Maskinlæring i', 'foreslår hvilke saker som bør vurderes først'],
  ['Datakatalog for', 'gjør data enklere å finne og bruke på nytt'],
] as const;

/**
 * Answers for a measure that was reported before: what still fits the edition is confirmed; phase, budget and what is new
 * in the form is answered anew.
 */
export function inventContinued(
  edition: Edition,
  before: Answers,
  others: readonly string[],
  random: Random,
): Invented {
  const asksAnew = (id: string) => findQuestion(edition, id)?.askAnew === true;
  const fits = ([id, answer]: [string, AnswerValue]) => {
    const question = findQuestion(edition, id);
    return (
      question !== undefined && !question.known && !asksAnew(id) && checkAnswer(edition, question, answer).length === 0
    );
  };
  const kept = Object.fromEntries(Object.entries(before).filter(fits));
  const last = phases.indexOf(before.phase as (typeof phases)[number]);
  const phase = phases[Math.min(phases.length - 1, Math.max(0, last) + random.whole(1, 3))] ?? 'operation';
  const entered = { phase, ...inventRest(kept, phase, others, random) };
  return split(edition, kept, entered);
}

/** Answers for a new measure. */
export function inventNew(edition: Edition, contactEmail: string, others: readonly string[], random: Random): Invented {
  const [start, effect] = random.pick(kinds);
  const purpose = random.pick(purposes);
  const user = random.pick(users);
  const phase = random.pick(['idea', 'concept', 'planning', 'execution']);
  const involves = random.chance(0.5);
  const scope = random.pick(['ownSector', 'otherStateSectors', 'otherLevels', 'stateSectorsAndOtherLevels']);
  const municipal = scope === 'otherLevels' || scope === 'stateSectorsAndOtherLevels';
  const started = {
    name: `${start} ${purpose} for ${user}`,
    deliverable: `Tiltaket gir en løsning for ${purpose} som ${effect}. Første del tas i bruk av ${user} i 2027.`,
    contactEmail,
    phase,
    funding: random.pick(['yes', 'yes', 'partly', 'no']),
    tags: random.some(['datadeling', 'innsyn', 'kunstig intelligens', 'sammenhengende tjenester', 'tilsyn', 'API'], 3),
    involvesOthers: involves ? 'yes' : 'no',
    ...(involves && { involvedScope: scope }),
    ...(involves && municipal && { discussedWithKs: random.pick(['yes', 'no', 'notRelevant']) }),
    ...(random.chance(0.8) && { totalCost: random.whole(8, 900) * 100_000 }),
    effects: random.some(['serviceQuality', 'efficiency', 'simplerRoutines', 'decisionSupport', 'coherentServices'], 3),
    beneficiaries: random.some(['citizens', 'employees', 'stateAgencies', 'municipalities', 'privateCompanies'], 2),
    developsShared: random.pick(['yes', 'no', 'unsure']),
    reusesShared: random.pick(['yes', 'yes', 'no', 'unsure']),
    technologies: random.some(['ai', 'cloud', 'robotics'], 2),
    innovation: random.pick(['low', 'some', 'high']),
    publishable: 'yes',
  };
  return split(edition, {}, { ...started, ...inventRest(started, phase, others, random) });
}

/** What 2026 asks beside the rest: dates, reasons for a blank cost, partners, life events, strategy, exemptions. */
function inventRest(known: Answers, phase: string, others: readonly string[], random: Random): Answers {
  const cost = known.totalCost;
  const started = random.whole(2020, 2026);
  const withheld = known.publishable === 'no';
  const inPart = !withheld && typeof cost === 'number' && random.chance(0.15);
  return {
    startDate: `${started}-0${random.whole(1, 9)}-01`,
    ...(phase !== 'operation' && { endDate: `${random.whole(2027, 2030)}-12-31` }),
    ...(typeof cost === 'number'
      ? { budgetThisYear: Math.round((cost * random.whole(5, 40)) / 100_000) * 1000 }
      : { totalCostReason: random.pick(['notClarified', 'tooEarly', 'unknown']) }),
    ...(known.involvesOthers === 'yes' && others.length > 0 && { partners: random.some(others, 3) }),
    ...inventFinancing(known, random.apart()),
    ...(random.chance(0.2) && { lifeEvents: random.some(['FA_BARN', 'MISTE_OG_FINNE_JOBB', 'DODSFALL_OG_ARV'], 1) }),
    ...(random.chance(0.4) && { strategyMeasures: random.some(['m6', 'm12', 'm24', 'm36', 'm51', 'm76'], 2) }),
    ...(inPart && {
      publishable: 'partly',
      exemptFields: ['totalCost', 'budgetThisYear'],
      exemptionBasis: 'OFFL_23',
      exemptionExpires: '2027-06-30',
    }),
    ...(known.publishable === undefined && { publishable: 'yes' }),
    ...inventSolutions(known),
  };
}

const reused = [
  'idporten',
  'altinn',
  'maskinporten',
  'folkeregisteret',
  'enhetsregisteret',
  'digitalpost',
  'matrikkelen',
];
const developed = ['altinn', 'datakatalog', 'eformidling', 'einnsyn'];

/** Which common solutions; by the length of the name, so that all else is invented as before. `split` leaves out what is not asked. */
function inventSolutions({ name }: Answers): Answers {
  const at = String(name).length;
  const [one = '', other = ''] = [reused[at % reused.length], reused[(at + 3) % reused.length]];
  return {
    reusedSolutions: at % 3 === 0 ? [one] : [one, other],
    ...(at % 4 === 0 && { developedSolutions: [developed[(at / 4) % developed.length] ?? ''] }),
  };
}

/** Where the money comes from, and how costs are shared: most have only their own; those who work with others also what is for several. */
function inventFinancing({ involvesOthers }: Answers, random: Random): Answers {
  const more = involvesOthers === 'yes' ? jointSources : grants;
  const sources = [...(random.chance(0.8) ? ['ownBudget'] : []), ...(random.chance(0.5) ? random.some(more, 2) : [])];
  return {
    ...(sources.length > 0 && { fundingSources: sources }),
    ...(random.chance(0.8) && { sharingOfCosts: random.pick(sharings) }),
  };
}

/** Leaves out what the branching does not ask for. */
function split(edition: Edition, kept: Answers, entered: Answers): Invented {
  const asked = askedAnswers(edition, { ...kept, ...entered });
  const part = (from: Answers, not: Answers) =>
    Object.fromEntries(Object.entries(from).filter(([id]) => id in asked && !(id in not)));
  return { confirmed: part(kept, entered), entered: part(entered, {}) };
}
