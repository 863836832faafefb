import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../../platform/config/index.ts';

const moment = z.iso.datetime({ offset: true });
const file = z.object({
  rounds: z.array(
    z.object({
      year: z.number().int(),
      deadline: moment.optional(),
      lateUntil: moment.optional(),
      freezeAt: moment.optional(),
      notice: z.object({ nb: z.string(), nn: z.string(), en: z.string() }).optional(),
    }),
  ),
});

/** Calendar and notice of a round of the past, for when an import creates it; empty when nothing is known. */
export async function knownCalendar(year: number, folder: string = join(ROOT, 'data')) {
  const { rounds } = file.parse(JSON.parse(await readFile(join(folder, 'rounds.json'), 'utf8')));
  const { year: _, ...calendar } = rounds.find((round) => round.year === year) ?? { year };
  return calendar;
}
