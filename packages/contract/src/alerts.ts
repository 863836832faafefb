import { z } from 'zod';
import { registerLimits } from './constants.ts';
import { endpoint } from './endpoint.ts';
import { emailAddress } from './params.ts';
import { languageSchema } from './session.ts';

// Letters about what is new in a search of the register, to whoever asks for them.

export const askAlert = endpoint('askAlert', {
  summary: 'Ask for a letter when something is new in a search, at most one a day',
  description:
    'Nothing is sent before the receiver has said yes, by a link in a letter; without that, all of it is deleted after 48 hours. The answer is the same whether the address is known or not.',
  tag: 'alerts',
  action: 'alert.use',
  body: z.strictObject({
    email: emailAddress,
    search: z.string().max(registerLimits.watched).meta({
      description: 'The search as it stands in the address of the register, without `?`. Order and page say nothing.',
    }),
    language: languageSchema,
  }),
  reply: z.null(),
  status: 204,
  errors: ['unknownVariable'],
});

const alertLink = { params: z.object({ alert: z.uuid() }), query: z.object({ key: z.string().max(100) }) };

export const confirmAlert = endpoint('confirmAlert', {
  summary: 'Say yes to an alert, with the key of the letter',
  tag: 'alerts',
  action: 'alert.use',
  ...alertLink,
  reply: z.object({
    /** The search that is watched from now on; null when there is no such alert: it was too old, or stopped. */
    search: z.string().nullable(),
  }),
  errors: [],
});

export const stopAlert = endpoint('stopAlert', {
  summary: 'Stop an alert, with the key of any of its letters',
  description:
    'Mail programs send this by themselves when their reader presses “unsubscribe” (RFC 8058). The body says nothing.',
  tag: 'alerts',
  action: 'alert.use',
  ...alertLink,
  reply: z.null(),
  status: 204,
  errors: [],
});
