import type { MessageKind, SkipReason } from '@samblikk/contract';
import type { Language, Text } from '@samblikk/questionnaire';
import { osloDay } from '@samblikk/text';
import { osloMoment } from '@samblikk/text/oslo-clock';
import { holdersAt } from '../access/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { undeliveredLetters, writtenTo } from '../platform/mail/index.ts';
import type { RoundRow } from '../rounds/index.ts';
import { reasonAgainst, type Standing, standingsIn } from './standings.ts';

/** One letter: to an address, about all the agencies that this address is to hear of. */
export interface PlannedLetter {
  readonly to: string;
  /** The person's name; null for a mailbox. */
  readonly person: string | null;
  readonly language: Language;
  readonly agencies: readonly Standing[];
}

export interface Skipped {
  readonly orgnr: string;
  readonly name: Text;
  readonly reason: SkipReason;
}

/** Exactly who gets a letter, and why others do not. */
export interface MessagePlan {
  readonly letters: readonly PlannedLetter[];
  readonly skipped: readonly Skipped[];
  /** How those that were asked for stand, with letters or without. */
  readonly standings: readonly Standing[];
}

/** What is asked for: a kind of letter, to these agencies or to all, as if it were this moment. */
export interface Wanted {
  readonly kind: MessageKind;
  readonly orgnrs?: readonly string[] | undefined;
  readonly now: Date;
  /** Also to those who have had one today. */
  readonly again?: boolean;
  /** How the agencies stand, where that has been read already. */
  readonly standings?: readonly Standing[];
}

const byName = new Intl.Collator('nb');

/** Whom a letter of this kind would go to: one for each person and mailbox, however many agencies they have. */
export async function planMessages(
  db: Database | Transaction,
  round: RoundRow,
  { kind, orgnrs, now, again = false, standings }: Wanted,
): Promise<MessagePlan> {
  const all = standings ?? (await standingsIn(db, round, now));
  const known = new Map(all.map((one) => [one.orgnr, one]));
  const chosen = orgnrs === undefined ? all : [...new Set(orgnrs)].flatMap((orgnr) => known.get(orgnr) ?? []);
  const wanted = chosen.toSorted((a, b) => byName.compare(a.name.nb, b.name.nb));
  const since = new Date(osloMoment(osloDay(now), '00:00'));
  const today = await writtenTo(db, { year: round.year, kinds: [kind], since });
  const bounced = await addressesRefusing(db, round);
  const holders = await holdersAt(
    db,
    wanted.map(({ agencyId }) => agencyId),
    ['fill', 'submit'],
  );
  const skipped: Skipped[] = (orgnrs ?? [])
    .filter((orgnr) => !known.has(orgnr))
    .map((orgnr) => ({ orgnr, name: { nb: orgnr, nn: orgnr, en: orgnr }, reason: 'notAsked' }));
  const letters = new Map<string, PlannedLetter>();
  for (const agency of wanted) {
    const boxes = boxesOf(agency, holders);
    const reached = boxes.filter(({ to }) => !bounced.has(to.toLowerCase()));
    const reason =
      reasonAgainst(kind, round, agency, now) ??
      (!again && today.has(agency.agencyId) ? 'alreadyToday' : undefined) ??
      (boxes.length === 0 ? 'noAddress' : reached.length === 0 ? 'bounced' : undefined);
    if (reason !== undefined) skipped.push({ orgnr: agency.orgnr, name: agency.name, reason });
    else for (const box of reached) addTo(letters, box, agency);
  }
  return { letters: [...letters.values()], skipped, standings: wanted };
}

/** Addresses that letters of the round were refused by or came back from. That a letter was given up says nothing of the address. */
async function addressesRefusing(db: Database | Transaction, { year }: RoundRow): Promise<Set<string>> {
  const undelivered = await undeliveredLetters(db, { year });
  return new Set(
    undelivered.flatMap(({ state, receiver }) => (state === 'failed' ? [] : (receiver?.toLowerCase() ?? []))),
  );
}

type Box = Omit<PlannedLetter, 'agencies'>;

/** The people of an agency, and its mailbox as a copy in the language of the first of them. The same address is one box. */
function boxesOf({ agencyId, contactEmail }: Standing, holders: Awaited<ReturnType<typeof holdersAt>>): Box[] {
  const people = holders
    .filter((one) => one.agencyId === agencyId)
    .map(({ email, name, language }) => ({ to: email, person: name, language }));
  const mailbox: Box[] =
    contactEmail === null ? [] : [{ to: contactEmail, person: null, language: people[0]?.language ?? 'nb' }];
  const boxes = new Map([...people, ...mailbox].toReversed().map((box) => [box.to.toLowerCase(), box]));
  return [...boxes.values()].reverse();
}

function addTo(letters: Map<string, PlannedLetter>, box: Box, agency: Standing): void {
  const key = box.to.toLowerCase();
  const before = letters.get(key);
  // A person comes before a mailbox with the same address at another agency.
  const head = before && (before.person !== null || box.person === null) ? before : box;
  letters.set(key, { ...head, agencies: [...(before?.agencies ?? []), agency] });
}
