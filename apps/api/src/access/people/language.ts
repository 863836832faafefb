import type { Language } from '@samblikk/questionnaire';
import { eq } from 'drizzle-orm';
import type { Database } from '../../platform/db/index.ts';
import { person } from '../schema.ts';

/** The language a person reads and is written to in, from now on. */
export async function setLanguageOf(db: Database, personId: string, language: Language): Promise<void> {
  await db.update(person).set({ language }).where(eq(person.id, personId));
}
