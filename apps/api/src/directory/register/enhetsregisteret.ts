import type { Organisation } from '@samblikk/contract';
import { z } from 'zod';
import { ApiError } from '../../platform/problem/index.ts';

/*
 * Enhetsregisteret at Brønnøysundregistrene, as https://data.brreg.no/enhetsregisteret/api/dokumentasjon/ describes it. What is gone
 * is told in three ways: a deleted unit with `slettedato`, 410 for one removed for legal reasons, 404 for one that never was.
 */

const unit = z.object({
  organisasjonsnummer: z.string(),
  navn: z.string(),
  organisasjonsform: z.object({ kode: z.string() }).optional(),
  slettedato: z.string().optional(),
  overordnetEnhet: z.string().optional(),
});
const found = z.object({ _embedded: z.object({ enheter: z.array(unit) }).optional() });

/** How long an answer is waited for, in milliseconds. */
const patience = 5_000;

type Found = Omit<Organisation, 'ministry'>;

/** @throws ApiError notFound when there is none, or none any more; unavailable when the register does not answer as it should */
export async function organisationIn(base: string, orgnr: string, timeout = patience): Promise<Found> {
  return toOrganisation(await ask(`${base}/enheter/${orgnr}`, unit, timeout, orgnr));
}

/** The organisations found by a name, the likeliest first. @throws ApiError unavailable */
export async function organisationsCalled(base: string, name: string, timeout = patience): Promise<Found[]> {
  const query = new URLSearchParams({ navn: name, size: '20' });
  const { _embedded } = await ask(`${base}/enheter?${query}`, found, timeout, name);
  return (_embedded?.enheter ?? []).map(toOrganisation);
}

async function ask<T>(url: string, shape: z.ZodType<T>, timeout: number, orgnr: string): Promise<T> {
  let reply: Response;
  let text: string;
  try {
    reply = await fetch(url, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(timeout),
      redirect: 'error',
    });
    text = await reply.text();
  } catch {
    throw new ApiError('unavailable', { detail: 'lookUpSilent' });
  }
  if (reply.status === 404) throw new ApiError('notFound', { detail: ['lookUpNone', { orgnr }] });
  if (reply.status === 410) throw new ApiError('notFound', { detail: ['lookUpRemoved', { orgnr }] });
  if (reply.status === 429) throw new ApiError('unavailable', { detail: 'lookUpBusy' });
  if (reply.status >= 500) throw new ApiError('unavailable', { detail: 'lookUpSilent' });
  const parsed = reply.ok ? shape.safeParse(json(text)) : undefined;
  if (!parsed?.success) throw new ApiError('unavailable', { detail: 'lookUpStrange' });
  return parsed.data;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const toOrganisation = (row: z.infer<typeof unit>): Found => ({
  orgnr: row.organisasjonsnummer,
  name: inSentenceCase(row.navn),
  form: row.organisasjonsform?.kode ?? null,
  deletedOn: row.slettedato ?? null,
  parent: row.overordnetEnhet ?? null,
});

/** The register writes names in capitals; state agencies are called by words. */
function inSentenceCase(name: string): string {
  if (name !== name.toLocaleUpperCase('nb')) return name;
  return name.charAt(0) + name.slice(1).toLocaleLowerCase('nb');
}
