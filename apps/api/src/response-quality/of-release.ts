import { editions, isComparable, releaseName, type Text } from '@samblikk/questionnaire';
import {
  answeredByDayGrid,
  type BlanksBefore,
  blankReasons,
  blanksByQuestion,
  type Counted,
  changesByRelease,
  correctionsByQuestion,
  type Grid,
  minutesGrid,
  publishedYears,
  type RoundResponse,
  reasonsForBlank,
  responseByMinistry,
  responseOf,
  responseOverYears,
  share,
  statesByQuestion,
} from '@samblikk/statistics';
import { daysUntil } from '@samblikk/text';
import type { Database } from '../platform/db/index.ts';
import { minutesOf } from '../receipts/index.ts';
import {
  correctionCounts,
  type DatedRelease,
  type LoadedRelease,
  loaded,
  newestReleases,
  publicChangesOf,
  releases,
} from '../releases/index.ts';
import { savingTimesIn } from '../responses/index.ts';
import { declinationsIn, roundOf } from '../rounds/index.ts';
import { type AgencyAtFreeze, agenciesAtFreeze } from './agencies.ts';
import { lateGrids } from './late.ts';
import { textStates } from './texts.ts';

interface QualityOf {
  readonly now: Date;
  /** Whether it is for staff, who are told more. */
  readonly staff?: boolean;
}

/** Response and quality of a release, as tables: what the yearly report has a chapter of, and the page shows. */
export async function qualityOf(db: Database, from: LoadedRelease, { now, staff = false }: QualityOf): Promise<Grid[]> {
  const { release, edition } = from;
  const others = (await newestReleases(db, now)).filter(({ year }) => year !== release.year);
  const agencies = await agenciesAtFreeze(db, from);
  const counted = await countedIn(db, from);
  const reasons = reasonsForBlank(edition).map((reason) => blankReasons(counted, reason));
  const corrections = await correctionCounts(db, release.id, staff ? 'all' : 'public');
  return [
    withNotes(responseByMinistry(agencies, ministriesOf(from, agencies)), frozenNotes(from, agencies)),
    responseOverYears(await overYears(db, from, agencies, others)),
    ...(staff ? [await byDay(db, release, agencies)] : []),
    blanksByQuestion(counted, release.measures, await blanksBefore(db, from, others)),
    ...reasons,
    ...lateGrids(from),
    correctionsByQuestion(edition, corrections, staff ? release.measures : release.publicMeasures),
    changesByRelease(await changesIn(db, release, now)),
    ...(staff ? [await minutes(db, release, agencies)] : []),
  ];
}

const withNotes = (grid: Grid, notes: readonly Text[]): Grid => ({ ...grid, notes: [...grid.notes, ...notes] });

async function countedIn(db: Database, from: LoadedRelease): Promise<Counted> {
  const texts = await textStates(db, from);
  const { edition, open, unanimous } = from;
  return { edition, open, unanimous, countedBy: (variables) => from.countedBy(variables), texts };
}

/** The ministries of the agencies asked, by name. */
function ministriesOf({ names }: LoadedRelease, agencies: readonly AgencyAtFreeze[]) {
  const alphabet = new Intl.Collator('nb');
  return [...new Set(agencies.map(({ ministry }) => ministry))]
    .map((code) => ({ code, label: names.ministry(code) ?? { nb: code, nn: code, en: code } }))
    .sort((a, b) => alphabet.compare(a.label.nb, b.label.nb));
}

/** Whether the population still is as the release counted it. */
function asFrozen({ release }: LoadedRelease, agencies: readonly AgencyAtFreeze[]): boolean {
  const { asked, answered } = responseOf(agencies);
  return asked === release.invited && answered === release.answered;
}

function frozenNotes(from: LoadedRelease, agencies: readonly AgencyAtFreeze[]): Text[] {
  const { invited, answered } = from.release;
  const differs: Text = {
    nb: `Da utgaven ble låst, var ${invited} virksomheter spurt, og ${answered} hadde svart. Listen over spurte er rettet siden.`,
    nn: `Då utgåva vart låst, var ${invited} verksemder spurde, og ${answered} hadde svara. Lista over spurde er retta sidan.`,
    en: `When the release was frozen, ${invited} agencies had been asked and ${answered} had answered. The list of those asked was corrected since.`,
  };
  return [
    {
      nb: 'Den som svarte etter at utgaven ble låst, regnes ikke med her.',
      nn: 'Den som svara etter at utgåva vart låst, blir ikkje rekna med her.',
      en: 'Agencies that answered after the release was frozen are not counted as answered here.',
    },
    ...(asFrozen(from, agencies) ? [] : [differs]),
  ];
}

async function overYears(
  db: Database,
  from: LoadedRelease,
  agencies: readonly AgencyAtFreeze[],
  others: readonly DatedRelease[],
): Promise<RoundResponse[]> {
  const own = responseIn(from, agencies);
  const each = others.map(async (release) => {
    const other = await loaded(db, release);
    return responseIn(other, await agenciesAtFreeze(db, other));
  });
  const ours = [own, ...(await Promise.all(each))];
  const published = publishedYears.filter(({ year }) => ours.every((one) => one.year !== year));
  const told = published.map(({ year, asked, answered, measures, source }) => ({
    ...{ year, asked, answered, measures, source },
    nothing: null,
  }));
  return [...told, ...ours];
}

/** The response as the release has it frozen. */
function responseIn(from: LoadedRelease, agencies: readonly AgencyAtFreeze[]): RoundResponse {
  const { year, invited: asked, answered, measures } = from.release;
  return {
    ...{ year, asked, answered, measures },
    nothing: asFrozen(from, agencies) ? responseOf(agencies).nothing : null,
  };
}

/** What share left each question blank in the public round before; undefined when there is none. */
async function blanksBefore(
  db: Database,
  { release, edition }: LoadedRelease,
  others: readonly DatedRelease[],
): Promise<BlanksBefore | undefined> {
  const before = others.find(({ year }) => year < release.year);
  if (!before) return undefined;
  const from = await loaded(db, before);
  const states = statesByQuestion(await countedIn(db, from));
  return {
    year: before.year,
    shareOf: (question) => {
      const of = states.get(question);
      return of && isComparable(edition, question, from.edition.id, editions) ? share(of.blank, of.asked) : null;
    },
  };
}

async function changesIn(db: Database, release: DatedRelease, now: Date) {
  const all = (await releases(db, now, { year: release.year })).filter(({ number }) => number < release.number);
  const each = [...all, release].sort((a, b) => a.number - b.number);
  return Promise.all(
    each.map(async (one) => {
      const { before, measures: changed } = await publicChangesOf(db, now, one);
      const of = (change: (typeof changed)[number]['change']) => changed.filter((it) => it.change === change).length;
      const changes = before && { added: of('added'), changed: of('changed'), removed: of('removed') };
      return { name: releaseName(one), measures: one.measures, publicMeasures: one.publicMeasures, changes };
    }),
  );
}

/** How the answers came in; where the round has no deadline, days are counted from the freeze. */
async function byDay(db: Database, release: DatedRelease, agencies: readonly AgencyAtFreeze[]): Promise<Grid> {
  const round = await roundOf(db, release.year);
  const deadline = (round.deadline ?? release.frozenAt).toISOString();
  const answered = agencies.filter((agency) => agency.answered);
  const days = answered.flatMap(({ firstAt }) => (firstAt ? [-daysUntil(deadline, firstAt.toISOString())] : []));
  const declined = (await declinationsIn(db, release.roundId)).size;
  const untold = answered.length - days.length;
  return withNotes(answeredByDayGrid(days, agencies.length), [
    {
      nb: `Sagt fra om at de ikke svarer: ${declined}. Har svart uten at tidspunktet er kjent: ${untold}.`,
      nn: `Sagt frå om at dei ikkje svarar: ${declined}. Har svara utan at tidspunktet er kjent: ${untold}.`,
      en: `Declined to answer: ${declined}. Answered, at an unknown time: ${untold}.`,
    },
    staffOnly,
  ]);
}

async function minutes(db: Database, release: DatedRelease, agencies: readonly AgencyAtFreeze[]): Promise<Grid> {
  const saved = await savingTimesIn(db, release.roundId);
  const until = (id: string) => (saved.get(id) ?? []).filter((at) => at <= release.frozenAt);
  const used = agencies.filter(({ answered }) => answered).map(({ id }) => minutesOf(until(id)));
  return withNotes(minutesGrid(used), [staffOnly]);
}

const staffOnly: Text = {
  nb: 'Vises bare for Digdirs ansatte.',
  nn: 'Blir berre vist for dei tilsette i Digdir.',
  en: 'Shown to Digdir’s staff only.',
};
