import { invite, listColleagues, listInvitations, revokeInvitation, withdrawRole } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { agencyToday } from '../../directory/index.ts';
import { type Deps, serveOver } from '../../platform/http/index.ts';
import { mailContextOf } from '../../platform/mail/index.ts';
import { requireSigned } from '../../platform/signed/index.ts';
import { colleaguesOf, withdrawRoleOf } from './colleagues.ts';
import { invitationsOf, invitationTask, makeInvitation, revoke, toInvitation } from './invitations.ts';

export function peopleRoutes(app: FastifyInstance, { config, db, clock, wake }: Deps): void {
  const mailContext = mailContextOf({ config, wake });
  const ofAgency = ({ params }: { params: { orgnr: string } }) => agencyToday(db, params.orgnr, clock());

  serveOver(app, listColleagues, ofAgency, (_, agency) => colleaguesOf(db, agency.id));

  serveOver(app, withdrawRole, ofAgency, async ({ params, user }, agency) => {
    const actor = requireSigned(user).personId;
    await db.transaction((tx) => withdrawRoleOf(tx, agency.id, params, actor, clock()));
    return null;
  });

  serveOver(app, listInvitations, ofAgency, (_, agency) => invitationsOf(db, agency.id, clock()));

  serveOver(app, invite, ofAgency, async ({ body, user }, agency) => {
    const by = requireSigned(user);
    const letters = await mailContext();
    const { email, role, language = by.language } = body;
    const letter = { name: 'accessInvitation', values: { task: invitationTask[role][language] } } as const;
    const row = await db.transaction((tx) =>
      makeInvitation(tx, letters, { agency, role, email, language, by, letter }, clock()),
    );
    return toInvitation(row, by.name, null, clock());
  });

  serveOver(app, revokeInvitation, ofAgency, async ({ params, user }, agency) => {
    const actor = requireSigned(user).personId;
    await db.transaction((tx) => revoke(tx, agency.id, params.invitation, actor, clock()));
    return null;
  });
}
