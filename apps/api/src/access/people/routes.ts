import { invite, listColleagues, listInvitations, revokeInvitation, withdrawRole } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { agencyToday } from '../../directory/index.ts';
import { type Deps, serveOver } from '../../platform/http/index.ts';
import { secretsOf } from '../../platform/secrets/index.ts';
import { demandSigned } from '../../platform/signed/index.ts';
import { colleaguesOf, withdrawRoleOf } from './colleagues.ts';
import { invitationsOf, makeInvitation, revoke, toInvitation } from './invitations.ts';

export function peopleRoutes(app: FastifyInstance, { config, db, clock }: Deps): void {
  const secrets = secretsOf(config);
  const ofAgency = ({ params }: { params: { orgnr: string } }) => agencyToday(db, params.orgnr, clock());

  serveOver(app, listColleagues, ofAgency, (_, agency) => colleaguesOf(db, agency.id));

  serveOver(app, withdrawRole, ofAgency, async ({ params, user }, agency) => {
    const actor = demandSigned(user).personId;
    await db.transaction((tx) => withdrawRoleOf(tx, agency.id, params, actor, clock()));
    return null;
  });

  serveOver(app, listInvitations, ofAgency, (_, agency) => invitationsOf(db, agency.id, clock()));

  serveOver(app, invite, ofAgency, async ({ body, user }, agency) => {
    const by = demandSigned(user);
    const sealer = await secrets();
    const { email, role, language = by.language } = body;
    const letter = { name: 'invitation', values: { role } } as const;
    const row = await db.transaction((tx) =>
      makeInvitation(tx, sealer, config.publicUrl, { agency, role, email, language, by, letter }, clock()),
    );
    return toInvitation(row, by.name, null, clock());
  });

  serveOver(app, revokeInvitation, ofAgency, async ({ params, user }, agency) => {
    const actor = demandSigned(user).personId;
    await db.transaction((tx) => revoke(tx, agency.id, params.invitation, actor, clock()));
    return null;
  });
}
