import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '../db/index.ts';
import type { Secrets } from '../secrets/index.ts';
import type { Letter } from './letters.ts';
import { claim } from './outbox.ts';
import { mail } from './schema.ts';
import { faultOf } from './smtp.ts';

const minute = 60_000;
/** The first pause is a minute, then it doubles, to six hours; after so many tries it is given up (some two days). */
const lastTry = 16;
const pauseAfter = (tries: number) => Math.min(minute * 2 ** tries, 360 * minute);

export interface Sent {
  sent: number;
  failed: number;
}

/**
 * Sends what waits, one by one. Each is put off before it is tried, so that copies of the program do not send the same; one that
 * dies while sending tries again later, so that a letter may come twice and is never lost. A receiver that the server refuses is
 * not tried again. When the server cannot be reached, the others keep their tries.
 * @param onFailure told which letter, never what is in it
 */
export async function sendWaiting(
  db: Database,
  secrets: Pick<Secrets, 'open'>,
  send: (letter: Letter, id: string) => Promise<unknown>,
  now: Date,
  onFailure: (id: string, error: unknown) => void = () => undefined,
): Promise<Sent> {
  const result = { sent: 0, failed: 0 };
  for (let next = await claim(db, now, pauseAfter); next; next = await claim(db, now, pauseAfter)) {
    const { id, tries, sealed } = next;
    const letter = sealed === null ? undefined : await secrets.open(sealed);
    try {
      if (letter === undefined) throw new Error('sealed with another secret');
      await send(JSON.parse(letter) as Letter, id);
      // What was taken back while it was under way has gone all the same.
      await db
        .update(mail)
        .set({ sentAt: now, sealed: null, givenUpAt: null, gaveUp: null, fault: null })
        .where(eq(mail.id, id));
      result.sent += 1;
    } catch (error) {
      result.failed += 1;
      onFailure(id, error);
      const { refused, unreachable, code } = faultOf(error);
      const end = refused ? 'refused' : letter === undefined || tries >= lastTry ? 'failed' : undefined;
      await db
        .update(mail)
        .set({
          fault: code,
          ...(end && { givenUpAt: now, gaveUp: end, sealed: null }),
        })
        .where(and(eq(mail.id, id), isNull(mail.givenUpAt)));
      if (unreachable) break;
    }
  }
  return result;
}
