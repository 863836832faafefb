import { isEmailAddress } from '@samblikk/questionnaire';
import { z } from 'zod';

// What addresses have in them, said once.

export const year = z.coerce.number().int().min(2017).max(2100);
export const orgnr = z.string().regex(/^\d{9}$/);
export const agencyRound = z.object({ orgnr, year });
export const measureRound = z.object({ measure: z.uuid(), year });

/** The domain may have letters such as æ, ø and å. */
export const emailAddress = z
  .string()
  .max(254)
  .refine(isEmailAddress, 'not an e-mail address')
  .meta({ format: 'idn-email' });
