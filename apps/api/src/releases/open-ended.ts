import { format, formatDay, languages, type Text } from '@samblikk/text';
import { record } from '../platform/audit/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import { lockedRound, type RoundRow } from '../rounds/index.ts';
import { openingsOf } from './openings.ts';
import { reissue } from './reissue.ts';
import { releaseDecision } from './schema.ts';
import { type ReleaseRow, releaseOf } from './store.ts';

/** How a release says that it was made since exemptions ended. */
const ended = {
  nb: 'Unntaket fra offentlighet gikk ut {days}.',
  nn: 'Unntaket frå offentlegheit gjekk ut {days}.',
  en: 'The exemption from publication ended on {days}.',
} as const satisfies Text;

/**
 * Opens what is exempt no longer by a moment: the release that is public is made anew with exactly that opened, and published. The old
 * one stays. Done again, there is nothing to open.
 * @returns the release that was made; undefined when nothing was to be opened
 */
export async function openEnded(
  tx: Transaction,
  { year }: RoundRow,
  { now, actor }: { readonly now: Date; readonly actor: string },
): Promise<ReleaseRow | undefined> {
  const round = await lockedRound(tx, year);
  const opened = (await openingsOf(tx, round, now)).filter(({ at }) => at <= now);
  if (opened.length === 0) return undefined;
  const days = [...new Set(opened.map(({ lastDay }) => lastDay))].sort();
  const reason = Object.fromEntries(
    languages.map((language) => {
      const said = days.map((day) => formatDay(day, language)).join(', ');
      return [language, format(ended, language, { days: said })];
    }),
  ) as Text;
  const made = await reissue(tx, await releaseOf(tx, now, year), { opened }, { now, actor, reason });
  await tx
    .insert(releaseDecision)
    .values({ releaseId: made.id, decision: 'published', decidedAt: now, decidedByName: actor });
  const { number } = made;
  await record(
    tx,
    { actor, action: 'release.published', subject: `release:${made.id}`, details: { year, number } },
    now,
  );
  for (const { measureId, field, lastDay } of opened) {
    const details = { year, field, lastDay, release: number };
    await record(tx, { actor, action: 'exemption.ended', subject: `measure:${measureId}`, details }, now);
  }
  return made;
}
