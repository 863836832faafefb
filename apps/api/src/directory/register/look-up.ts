import type { Organisation } from '@samblikk/contract';
import type { Config } from '../../platform/config/index.ts';
import type { Database } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { requireNumber } from '../life/change.ts';
import { ministriesAt } from '../store.ts';
import { organisationIn, organisationsCalled } from './enhetsregisteret.ts';

type Settings = Pick<Config, 'registerUrl'>;

/** @throws ApiError invalidRequest when the look-up is off */
function requireOn({ registerUrl }: Settings): string {
  if (registerUrl === undefined) throw new ApiError('invalidRequest', { detail: 'lookUpOff' });
  return registerUrl;
}

/** An organisation as the register has it, with the ministry it is under when its parent is one (as of a day, ISO date). */
export async function lookUp(settings: Settings, db: Database, typed: string, day: string): Promise<Organisation> {
  const base = requireOn(settings);
  return withMinistry(db, day, await organisationIn(base, requireNumber(typed)));
}

/** Organisations by part of a name. */
export async function lookUpByName(
  settings: Settings,
  db: Database,
  name: string,
  day: string,
): Promise<Organisation[]> {
  const base = requireOn(settings);
  const found = name === '' ? [] : await organisationsCalled(base, name);
  return Promise.all(found.map((one) => withMinistry(db, day, one)));
}

async function withMinistry(db: Database, day: string, found: Omit<Organisation, 'ministry'>): Promise<Organisation> {
  const ministry = (await ministriesAt(db, day)).find(({ orgnr }) => orgnr !== null && orgnr === found.parent);
  return { ...found, ministry: ministry?.code ?? null };
}
