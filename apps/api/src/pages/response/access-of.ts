import { may, sectionsWithin } from '@samblikk/contract';
import type { MeasureInRound } from '../../measures/index.ts';
import { personIdOf, type Signed } from '../../platform/signed/index.ts';
import type { MeasureAccess } from '../../responses/index.ts';

/** What of a measure the person sees, and whether they may answer that. */
export function accessOf(user: Signed | undefined, { target }: MeasureInRound): MeasureAccess {
  return {
    mayWrite: may(user?.roles, 'draft.write', target),
    sections: sectionsWithin(user?.roles, 'draft.read', target),
    answers: sectionsWithin(user?.roles, 'draft.write', target),
    delegated: !may(user?.roles, 'measures.read', target),
    mayAsk: may(user?.roles, 'query.ask', target),
    mayAnswerCorrections: may(user?.roles, 'correction.answer', target),
    personId: personIdOf(user),
  };
}
