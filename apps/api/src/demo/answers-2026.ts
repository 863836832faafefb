import type { Answers } from '@samblikk/questionnaire';
import { createMeasure } from '../measures/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import type { Actor } from '../platform/signed/index.ts';
import { carryForward, measuresToCarryForward, saveDraft, submitResponse, withAnswers } from '../responses/index.ts';
import { type AgencyRound, agencyRoundOf, confirmContacts, populationOf, type RoundRow } from '../rounds/index.ts';
import { type Invented, inventContinued, inventNew } from './invent.ts';
import { Random } from './random.ts';

const HOUR = 3_600_000;
const someone: Actor = { personId: null, name: 'Oppdiktet kontaktperson' };
const frida: Actor = { personId: null, name: 'Frida Fyller' };
const sander: Actor = { personId: null, name: 'Sander Sender' };

/** How far an agency has come. */
type Progress = 'submitted' | 'begun' | 'notStarted' | 'nothing';

/** Agencies that the people of the test login act for have a fixed place; so has one with nothing to report. */
const fixed: Readonly<Record<string, Progress>> = {
  nav: 'begun',
  skatteetaten: 'submitted',
  kartverket: 'notStarted',
  brreg: 'submitted',
  sjt: 'nothing',
};
const cycle: readonly Progress[] = ['submitted', 'begun', 'notStarted', 'submitted', 'begun'];

/** Of these agencies, two and two invent measures about one need, so that there is something to find. Nothing else is invented otherwise for it. */
const sameNeed: Readonly<Record<string, Answers>> = {
  norad: {
    name: 'Tilskuddsportal for bistand: søknad, regnskap og utbetaling',
    deliverable: 'Mottakere av tilskudd sender søknad og regnskap ett sted, og følger utbetaling derfra.',
    totalCost: 64_000_000,
  },
  forskningsradet: {
    name: 'Tilskuddsportal for forskning: søknad, regnskap og utbetaling',
    deliverable: 'Mottakere av tilskudd sender søknad og regnskap ett sted, og ser når utbetaling kommer.',
  },
  ngu: {
    name: 'Varsling av fjellskred ved fjorder',
    deliverable: 'Målinger av fjellskred samles, og de som bor ved fjorder får varsling på telefon.',
  },
  kystverket: {
    name: 'Varsling av fjellskred i farleder',
    deliverable: 'Målinger av fjellskred samles, og skip i farleder ved fjorder får varsling over radio.',
  },
};

/** Answers the open round for the agencies it asks, by the same operations as people do. The same every time. */
export async function answerRound(tx: Transaction, round: RoundRow, now: Date): Promise<void> {
  const agencies = (await populationOf(tx, round.id)).toSorted((a, b) => (a.agencyId < b.agencyId ? -1 : 1));
  const numbers = agencies.map(({ orgnr }) => orgnr);
  for (const [index, agency] of agencies.entries()) {
    const into = await agencyRoundOf(tx, round.year, agency.orgnr);
    const scene = new Scene(tx, into, numbers, index, now);
    if (agency.agencyId === 'digdir') await scene.everyState();
    else await scene.play(fixed[agency.agencyId] ?? cycle[index % cycle.length] ?? 'notStarted');
  }
}

/** One agency's work with its answer so far. */
class Scene {
  readonly #tx: Transaction;
  readonly #into: AgencyRound;
  readonly #others: readonly string[];
  readonly #random: Random;
  #clock: number;

  constructor(tx: Transaction, into: AgencyRound, numbers: readonly string[], index: number, now: Date) {
    this.#tx = tx;
    this.#into = into;
    this.#others = numbers.filter((orgnr) => orgnr !== into.agency.orgnr);
    this.#random = new Random(index + 1);
    // Somewhere in the first twelve days of the round, and always before now.
    this.#clock = now.getTime() - (13 * 24 - this.#random.whole(0, 11 * 24)) * HOUR;
  }

  /** Last year's measures that are not taken along. */
  async #waiting() {
    return withAnswers(this.#tx, await measuresToCarryForward(this.#tx, this.#into));
  }

  #now(): Date {
    this.#clock += this.#random.whole(2, 40) * 60_000;
    return new Date(this.#clock);
  }

  async play(progress: Progress): Promise<void> {
    if (progress === 'notStarted') return;
    if (progress !== 'nothing') {
      const before = await this.#waiting();
      for (const measure of before.slice(0, this.#random.whole(1, 4))) await this.#continued(measure);
      if (before.length === 0 || this.#random.chance(0.5)) await this.#fresh();
    }
    if (progress === 'begun') {
      const left = (await this.#waiting())[0];
      if (left) await this.#halfway(left);
      return;
    }
    await confirmContacts(this.#tx, this.#into, undefined, someone, new Date(this.#clock));
    const request = { key: `demo:${this.#into.agency.agencyId}`, nothingToReport: progress === 'nothing' };
    await submitResponse(this.#tx, this.#into, request, someone, this.#now());
  }

  /** Five measures, each in a state of its own: what the people of Digdir meet when they sign in. */
  async everyState(): Promise<void> {
    const [first, second, third] = await this.#waiting();
    if (first) await this.#continued(first, frida);
    if (second) await this.#halfway(second, frida);
    if (third) await carryForward(this.#tx, this.#into, third.id, sander, this.#now());
    // Ready to send in, but it asks: no cost although it is financed, and KS is not asked.
    const { entered } = this.#invent();
    const { totalCost: _, totalCostReason: __, budgetThisYear: ___, discussedWithKs: ____, ...rest } = entered;
    const asking = { funding: 'yes', phase: 'planning', involvesOthers: 'yes', involvedScope: 'otherLevels' };
    await this.#write(await this.#create(sander), { confirmed: {}, entered: { ...rest, ...asking } }, sander);
    // Published in part, by two people one after the other.
    const partly = await this.#create(frida);
    const cost = {
      totalCost: 24_500_000,
      budgetThisYear: 6_000_000,
      publishable: 'partly',
      exemptFields: ['totalCost', 'budgetThisYear'],
    };
    await this.#write(partly, { confirmed: {}, entered: { ...withoutReason(this.#invent().entered), ...cost } }, frida);
    await this.#write(
      partly,
      { confirmed: {}, entered: { exemptionBasis: 'OFFL_23', exemptionExpires: '2027-06-30' } },
      sander,
      1,
    );
  }

  async #continued(measure: { id: string; answers: Answers }, actor = someone): Promise<void> {
    await carryForward(this.#tx, this.#into, measure.id, actor, this.#now());
    await this.#write(
      measure.id,
      inventContinued(this.#into.edition, measure.answers, this.#others, this.#random),
      actor,
    );
  }

  /** Taken along, and only what comes first in the form confirmed so far. */
  async #halfway(measure: { id: string; answers: Answers }, actor = someone): Promise<void> {
    await carryForward(this.#tx, this.#into, measure.id, actor, this.#now());
    const { confirmed } = inventContinued(this.#into.edition, measure.answers, this.#others, this.#random);
    const begun = Object.fromEntries(Object.entries(confirmed).slice(0, 2));
    await this.#write(measure.id, { confirmed: begun, entered: {} }, actor);
  }

  async #fresh(): Promise<void> {
    const { confirmed, entered } = this.#invent();
    const said = { confirmed, entered: { ...entered, ...sameNeed[this.#into.agency.agencyId] } };
    await this.#write(await this.#create(someone), said, someone);
  }

  #invent(): Invented {
    const { edition, agency } = this.#into;
    return inventNew(edition, `digitalisering@${agency.agencyId}.example`, this.#others, this.#random);
  }

  async #create(actor: Actor): Promise<string> {
    return (await createMeasure(this.#tx, this.#into, actor, this.#now())).id;
  }

  async #write(measure: string, { confirmed, entered }: Invented, actor: Actor, basedOn = 0): Promise<void> {
    const changes = { ...confirmed, ...entered };
    const target = { ...this.#into, measure: { id: measure } };
    await saveDraft(this.#tx, target, { basedOn, changes, confirmed: Object.keys(confirmed) }, actor, this.#now());
  }
}

/** Without what explains a cost that is now given. */
function withoutReason({ totalCostReason: _, ...answers }: Answers): Answers {
  return answers;
}
