import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { agencyRound, emailAddress } from './params.ts';
import { moment } from './rounds.ts';

export const contactConfirmationSchema = z
  .object({
    /** The agency’s own mailbox; never public. */
    mailbox: z.string().nullable(),
    /** When the agency said that people and mailbox are right in this round, and who did; null until then. */
    confirmedAt: moment.nullable(),
    confirmedBy: z.string().nullable(),
  })
  .meta({ id: 'ContactConfirmation' });
export type ContactConfirmation = z.infer<typeof contactConfirmationSchema>;

export const readContacts = endpoint('readContacts', {
  summary: 'The agency’s mailbox in a round, and whether the agency has confirmed whom it is reached by',
  tag: 'rounds',
  action: 'people.read',
  params: agencyRound,
  reply: contactConfirmationSchema,
  errors: ['notFound'],
});

export const confirmContacts = endpoint('confirmContacts', {
  summary: 'Confirms that people and mailbox are right, or gives another mailbox',
  tag: 'rounds',
  action: 'people.read',
  params: agencyRound,
  body: z.strictObject({ mailbox: emailAddress.nullable().optional() }),
  reply: contactConfirmationSchema,
  errors: ['invalidRequest', 'notFound'],
});
