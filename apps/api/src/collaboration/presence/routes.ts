import { may, reportPresence, sectionsWithin } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { measureEverInRound, requireNotWithdrawn } from '../../measures/index.ts';
import { type Deps, serveOver } from '../../platform/http/index.ts';
import { personIdOf } from '../../platform/signed/index.ts';
import { latestVersion } from '../../responses/index.ts';
import { othersPresent, recordPresence } from './store.ts';

export function presenceRoutes(app: FastifyInstance, { db, clock }: Deps): void {
  const find = ({ params }: { params: { measure: string; year: number } }) =>
    measureEverInRound(db, params.measure, params.year);

  serveOver(app, reportPresence, find, async ({ body, user }, found) => {
    requireNotWithdrawn(found);
    const { measure, round, edition, target } = found;
    const person = personIdOf(user);
    const now = clock();
    // A section that does not exist is no place; only those who may answer can be in another's way.
    const section = edition.sections.find(({ id }) => id === body.section)?.id ?? null;
    const place = { measureId: measure.id, roundId: round.id };
    if (person !== undefined && may(user?.roles, 'draft.write', target)) {
      await recordPresence(db, { ...place, personId: person, section, seenAt: now });
    }
    const others = await othersPresent(db, place, person, now);
    const visibleSections = sectionsWithin(user?.roles, 'draft.read', target);
    const seen = (other: (typeof others)[number]) =>
      visibleSections === null || (other.section !== null && visibleSections.includes(other.section));
    return { others: others.filter(seen), version: await latestVersion(db, measure.id, round.id) };
  });
}
