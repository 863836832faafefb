import type { DirectoryImport, Organisation } from '@samblikk/contract/client';
import type { ActionFunctionArgs } from 'react-router';
import { dayIn, problemOf, type Refused, signedInApi } from '../ui/index.ts';

/** What the directory is of. */
export type Kind = 'agency' | 'ministry';

/** What Enhetsregisteret has of a number, or why that cannot be told. */
export type LookedUp = Organisation | Refused;

/** What a press on a page of the directory led to. */
export type Outcome =
  | { readonly done: 'added' | 'ministryAdded' | 'changed' | 'ended' | 'ministryEnded' }
  | { readonly lookedUp: LookedUp; readonly as: Kind }
  | { readonly file: DirectoryImport; readonly csv: string }
  | Refused;

/** Does what is asked for by the button that was pressed: the value of `what`. */
export async function act(args: ActionFunctionArgs): Promise<Outcome> {
  const form = await args.request.formData();
  const call = signedInApi(args);
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const name = { nb: text('nameNb'), nn: text('nameNn'), en: text('nameEn') };
  const stated = { from: dayIn(text('from')), source: text('source') };
  const { agency = '', ministry } = args.params;
  const actions: Readonly<Record<string, () => Promise<Outcome>>> = {
    async lookUp() {
      const lookedUp = await call('lookUpOrganisation', { params: { orgnr: text('orgnr') } }).catch(problemOf);
      return { lookedUp, as: text('as') === 'ministry' ? 'ministry' : 'agency' };
    },
    async addMinistry() {
      const body = { ...stated, name, code: text('code'), orgnr: text('orgnr') || null };
      await call('addDirectoryMinistry', { body });
      return { done: 'ministryAdded' };
    },
    async add() {
      await call('addDirectoryAgency', { body: { ...stated, name, orgnr: text('orgnr'), ministry: text('ministry') } });
      return { done: 'added' };
    },
    async change() {
      const body = { ...stated, name, ...(text('orgnr') !== '' && { orgnr: text('orgnr') }) };
      if (ministry === undefined)
        await call('changeDirectoryAgency', { params: { agency }, body: { ...body, ministry: text('ministry') } });
      else await call('changeDirectoryMinistry', { params: { ministry }, body: { ...body, code: text('code') } });
      return { done: 'changed' };
    },
    async end() {
      const body = { ...stated, successor: text('successor') || null };
      if (ministry === undefined) await call('endDirectoryAgency', { params: { agency }, body });
      else await call('endDirectoryMinistry', { params: { ministry }, body });
      return { done: ministry === undefined ? 'ended' : 'ministryEnded' };
    },
    async look() {
      const csv = String(form.get('csv') ?? '');
      return { file: await call('importDirectory', { body: { csv, dryRun: true } }), csv };
    },
    async import() {
      const csv = String(form.get('csv'));
      return { file: await call('importDirectory', { body: { csv, dryRun: false } }), csv };
    },
  };
  try {
    const wanted = actions[text('what')];
    if (!wanted) throw new Response(null, { status: 400 });
    return await wanted();
  } catch (error) {
    return problemOf(error);
  }
}
