import {
  type BodyOf,
  editedKinds,
  listMessages,
  type MessageTexts,
  markReturned,
  type ParamsOf,
  previewMessages,
  readMessage,
  readMessageTexts,
  resetMessageText,
  sendMessages as sendMessagesEndpoint,
  settleBounce as settleBounceEndpoint,
  writeMessageText,
} from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import type { FastifyInstance } from 'fastify';
import type { Database, Transaction } from '../platform/db/index.ts';
import { type Deps, serve } from '../platform/http/index.ts';
import { type KeptLetter, letterOf, mailContextOf } from '../platform/mail/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { requireSigned, type Signed } from '../platform/signed/index.ts';
import { lockedRound, roundOf } from '../rounds/index.ts';
import { outboxOf, shower } from './outbox-view.ts';
import { previewOf } from './preview.ts';
import { type SampleReceipt, sampleOf } from './sample.ts';
import { sendOnce } from './send.ts';
import { letterReturned, settleBounce } from './settle.ts';
import { editText, placeholders, textsOf } from './texts.ts';

/** What staff write to agencies in a round: who gets it, sending it, what has gone, and what it says. */
export function messageRoutes(app: FastifyInstance, { config, db, clock, wake }: Deps, receipt: SampleReceipt): void {
  const mailContext = mailContextOf({ config, wake });

  serve(app, previewMessages, async ({ params, body }) =>
    previewOf(db, await roundOf(db, params.year), body, { publicUrl: config.publicUrl, now: clock() }),
  );

  serve(app, sendMessagesEndpoint, async ({ params, body, request, user }) => {
    const key = String(request.headers['idempotency-key']);
    const actor = requireSigned(user).personId;
    const letters = await mailContext();
    return db.transaction(async (tx) => {
      const round = await lockedRound(tx, params.year);
      return sendOnce(tx, letters, round, { ...body, key, actor }, clock());
    });
  });

  serve(app, listMessages, async ({ params, query }) => ({
    ...(await outboxOf(db, await roundOf(db, params.year), query)),
    mailServer: config.mail !== undefined,
  }));

  serve(app, readMessage, async ({ params }) => {
    const round = await roundOf(db, params.year);
    const letter = await letterAt(db, params);
    return { ...(await shower(db, round)).view(letter), text: letter.body };
  });

  serve(app, markReturned, async ({ params, body, user }) => {
    const actor = requireSigned(user).personId;
    await db.transaction(async (tx) => {
      await roundOf(tx, params.year);
      await letterAt(tx, params);
      await letterReturned(tx, { id: params.message, reason: body.reason || undefined, actor }, clock());
    });
    return null;
  });

  serve(app, settleBounceEndpoint, async ({ params, body, user }) => {
    const actor = requireSigned(user).personId;
    const letters = await mailContext();
    await db.transaction(async (tx) => {
      const round = await lockedRound(tx, params.year);
      await letterAt(tx, params);
      await settleBounce(tx, letters, round, { id: params.message, email: body.email, actor }, clock());
    });
    return null;
  });

  serve(app, readMessageTexts, async ({ params }): Promise<MessageTexts> => {
    const round = await roundOf(db, params.year);
    const all = await textsOf(db, round);
    const where = { publicUrl: config.publicUrl, now: clock(), receipt };
    return editedKinds.map((kind) => {
      const { required, optional } = placeholders[kind];
      const texts = all[kind];
      const shown = (language: Language) => ({
        ...texts[language],
        sample: sampleOf(kind, round, language, texts, where),
      });
      return {
        ...{ kind, required: [...required], optional: [...optional] },
        texts: { nb: shown('nb'), nn: shown('nn'), en: shown('en') },
      };
    });
  });

  const edit = (
    { year, ...of }: ParamsOf<typeof writeMessageText>,
    wording: BodyOf<typeof writeMessageText> | null,
    user: Signed | undefined,
  ) =>
    db.transaction(async (tx) => {
      const actor = requireSigned(user).personId;
      await editText(tx, await lockedRound(tx, year), { ...of, wording, actor }, clock());
      return null;
    });

  serve(app, writeMessageText, ({ params, body, user }) => edit(params, body, user));
  serve(app, resetMessageText, ({ params, user }) => edit(params, null, user));
}

/** The letter of an address. @throws ApiError notFound */
async function letterAt(
  db: Database | Transaction,
  { year, message }: ParamsOf<typeof readMessage>,
): Promise<KeptLetter> {
  const letter = await letterOf(db, year, message);
  if (!letter) throw new ApiError('notFound', { detail: 'noMessage' });
  return letter;
}
