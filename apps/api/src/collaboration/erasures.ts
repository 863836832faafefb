import { eq } from 'drizzle-orm';
import { type Erasure, erasures, namesIn } from '../platform/erasure/index.ts';
import { correction, query, submissionRequest } from './schema.ts';

/** Who at the agencies replied to staff in a round, or asked a colleague to send in. */
export const replierNamesIn = (roundId: string): Erasure =>
  erasures([
    namesIn(query.repliedByName, eq(query.roundId, roundId)),
    namesIn(correction.answeredByName, eq(correction.roundId, roundId)),
    namesIn(submissionRequest.askedByName, eq(submissionRequest.roundId, roundId)),
  ]);
