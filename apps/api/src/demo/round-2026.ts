import { osloClock } from '@samblikk/text/oslo-clock';
import { agenciesAt } from '../directory/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import { changeRound, type RoundRow, writePopulation } from '../rounds/index.ts';

const YEAR = 2026;
const notice = {
  nb: 'Runden for 2026 er en demonstrasjon. Alle tiltak og svar er oppdiktet.',
  nn: 'Runden for 2026 er ein demonstrasjon. Alle tiltak og svar er oppdikta.',
  en: 'The round of 2026 is a demonstration. All measures and answers are invented.',
};

/** An open round that began two weeks ago and has its deadline in three; it asks the agencies that exist now. */
export async function openRound(tx: Transaction, actor: string, now: Date): Promise<RoundRow> {
  const planned = await changeRound(
    tx,
    YEAR,
    {
      opensAt: osloClock(now, -14, '08:00'),
      deadline: osloClock(now, 21, '23:59'),
      lateUntil: osloClock(now, 35, '23:59'),
      freezeAt: osloClock(now, 36, '12:00'),
      publishAt: osloClock(now, 50, '09:00'),
      reminders: [osloClock(now, 7, '09:00'), osloClock(now, 18, '09:00')],
      notice,
    },
    { actor, now },
  );
  const day = now.toISOString().slice(0, 10);
  const agencies = await agenciesAt(tx, day);
  const entries = agencies.flatMap(({ id, orgnr, name, ministry }) =>
    // An agency without a number cannot sign in, and one without a ministry belongs nowhere in the figures. Who is in
    // Skate today is not known, so nothing is said of it.
    orgnr === null || ministry === null
      ? []
      : [
          {
            orgnr,
            nameNb: name.nb,
            nameNn: name.nn,
            nameEn: name.en,
            ministry: ministry.code,
            facts: {},
            answered: false,
            // An address that no one has, so that the copy of a receipt can be seen at /dev/mail.
            contactEmail: `postmottak@${id}.example`,
          },
        ],
  );
  await writePopulation(tx, planned, day, entries);
  return changeRound(tx, YEAR, { state: 'open' }, { actor, now });
}
