import { isOrganisationNumber } from '@samblikk/questionnaire';
import { z } from 'zod';
import type { LoginRoute } from '../../platform/config/index.ts';

/** Who the person acts for, and what that organisation has let the person do. */
export interface Representation {
  readonly orgnr: string;
  readonly name: string;
  readonly rights: readonly string[];
}

const orgno = z.object({ authority: z.literal('iso6523-actorid-upis'), ID: z.string().regex(/^0192:\d{9}$/) });

/** The Altinn route: rights are actions on our resource. */
const altinn = z.object({
  type: z.literal('ansattporten:altinn:resource'),
  resource: z.string(),
  authorized_parties: z.tuple([
    z.object({ orgno, resource: z.string(), actions: z.array(z.string()), name: z.string().optional() }),
  ]),
});

/** The work-account route: rights are given in Virksomhetsbroen, per client. */
const workAccount = z.object({
  type: z.literal('ansattporten:orgno'),
  authorized_parties: z.tuple([
    z.object({ orgno, name: z.string().optional(), rights: z.array(z.string()).optional() }),
  ]),
});

/**
 * Reads `authorization_details` of an id token. Only the documented shape of the way in that was asked for, with exactly one
 * organisation, is believed; anything else gives no representation and so no access.
 * @param resource the full urn of our own resource, e.g. `urn:altinn:resource:samblikk`
 */
export function readRepresentation(details: unknown, route: LoginRoute, resource: string): Representation | undefined {
  return Array.isArray(details) && details.length === 1 ? readers[route](details[0], resource) : undefined;
}

const readers: Readonly<Record<LoginRoute, (detail: unknown, resource: string) => Representation | undefined>> = {
  altinn: (detail, resource) => {
    const read = altinn.safeParse(detail);
    if (!read.success) return undefined;
    const [party] = read.data.authorized_parties;
    const ours = read.data.resource === resource && resource === `urn:altinn:resource:${party.resource}`;
    return ours ? represent(party.orgno.ID, party.name, party.actions) : undefined;
  },
  orgno: (detail) => {
    const read = workAccount.safeParse(detail);
    if (!read.success) return undefined;
    const [party] = read.data.authorized_parties;
    return represent(party.orgno.ID, party.name, party.rights ?? []);
  },
};

function represent(id: string, name: string | undefined, rights: readonly string[]): Representation | undefined {
  const orgnr = id.slice('0192:'.length);
  return isOrganisationNumber(orgnr) ? { orgnr, name: name ?? '', rights } : undefined;
}
