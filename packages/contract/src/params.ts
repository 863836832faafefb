import { isEmailAddress, singleLine } from '@samblikk/questionnaire';
import { z } from 'zod';
import { isPilot } from './constants.ts';

// What addresses have in them, said once.

/** The year of a round, or the number of a pilot (constants.ts). */
export const year = z.coerce
  .number()
  .int()
  .min(2017)
  .max(9_100)
  .refine((value) => value <= 2_100 || isPilot(value), 'not the year of a round');
export const orgnr = z.string().regex(/^\d{9}$/);
export const agencyRound = z.object({ orgnr, year });
export const measureRound = z.object({ measure: z.uuid(), year });

/** What a ministry or an agency is called: one line, that turns nothing around it. */
export const bodyName = z.string().trim().min(2).max(200).regex(singleLine);

/** A sign that can be seen: not a space, nor one of those that only steer what is around them. */
const visible = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/u;

/** What somebody writes to somebody else, of so many signs at most; at least one can be seen. */
export const written = (most: number) => z.string().trim().max(most).regex(visible, 'nothing that can be seen');

/** The domain may have letters such as æ, ø and å. */
export const emailAddress = z
  .string()
  .max(254)
  .refine(isEmailAddress, 'not an e-mail address')
  .meta({ format: 'idn-email' });
