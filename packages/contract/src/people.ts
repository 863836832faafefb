import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { emailAddress, orgnr } from './params.ts';
import { agencyRoles } from './permissions.ts';
import { moment } from './rounds.ts';

const ofAgency = z.object({ orgnr });

export const colleagueSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    /** To tell people apart: the login seldom gives a name. */
    email: z.string().nullable(),
    roles: z.array(
      z.object({
        role: z.enum(agencyRoles),
        since: moment,
        /** `login`: from the login, and so the agency’s to change in Altinn; it can be withdrawn only there. */
        from: z.enum(['login', 'invitation', 'staff']),
      }),
    ),
  })
  .meta({ id: 'Colleague' });
export type Colleague = z.output<typeof colleagueSchema>;

export const invitationSchema = z
  .object({
    id: z.uuid(),
    email: z.string(),
    role: z.enum(agencyRoles),
    state: z.enum(['open', 'accepted', 'expired', 'revoked']),
    createdAt: moment,
    expiresAt: moment,
    invitedBy: z.string(),
    /** Who took it. */
    acceptedBy: z.string().nullable(),
  })
  .meta({ id: 'Invitation' });
export type InvitationView = z.output<typeof invitationSchema>;

export const listColleagues = endpoint('listColleagues', {
  summary: 'The people with a role at the agency',
  tag: 'people',
  action: 'people.read',
  params: ofAgency,
  reply: z.array(colleagueSchema),
  errors: ['notFound'],
});

export const withdrawRole = endpoint('withdrawRole', {
  summary: 'Take a role from someone. One that the login gives is refused: it would be back at the next login',
  tag: 'people',
  action: 'people.manage',
  params: ofAgency.extend({ person: z.uuid(), role: z.enum(agencyRoles) }),
  reply: z.null(),
  status: 204,
  errors: ['roleFromLogin', 'notFound'],
});

export const listInvitations = endpoint('listInvitations', {
  summary: 'The agency’s invitations, newest first',
  tag: 'people',
  action: 'people.manage',
  params: ofAgency,
  reply: z.array(invitationSchema),
  errors: ['notFound'],
});

export const invite = endpoint('invite', {
  summary: 'Invite someone by e-mail to a role at the agency; the link works once, for 14 days',
  tag: 'people',
  action: 'people.manage',
  params: ofAgency,
  body: z.strictObject({
    email: emailAddress,
    role: z.enum(agencyRoles),
    /** The language of the e-mail; that of the one who invites unless told. */
    language: z.enum(['nb', 'nn', 'en']).optional(),
  }),
  reply: invitationSchema,
  status: 201,
  errors: ['notFound'],
});

export const revokeInvitation = endpoint('revokeInvitation', {
  summary: 'Take back an invitation that nobody has used',
  tag: 'people',
  action: 'people.manage',
  params: ofAgency.extend({ invitation: z.uuid() }),
  reply: z.null(),
  status: 204,
  errors: ['alreadyDone', 'notFound'],
});
