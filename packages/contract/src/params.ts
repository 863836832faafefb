import { z } from 'zod';

// What addresses have in them, said once.

export const year = z.coerce.number().int().min(2017).max(2100);
export const orgnr = z.string().regex(/^\d{9}$/);
export const agencyRound = z.object({ orgnr, year });
export const measureRound = z.object({ measure: z.uuid(), year });
