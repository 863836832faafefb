import { type DeliveryReport, sourcePaces } from '@samblikk/contract/client';
import { type ActionFunctionArgs, redirect } from 'react-router';
import { inLanguage, languageOfPath } from '../i18n/index.ts';
import { agencyParameter, agencySourcesPath, problemOf, type Refused, signedInApi } from '../ui/index.ts';
import { mappingIn } from './mapping-form.ts';

export type Outcome =
  | { readonly done: 'changed' | 'mapped' }
  | { readonly done: 'tried' | 'taken'; readonly report: DeliveryReport }
  | Refused;

/** Does what a press on the page of a source asks for. */
export async function sourceAction(args: ActionFunctionArgs): Promise<Outcome | Response> {
  const form = await args.request.formData();
  const call = signedInApi(args);
  const lang = languageOfPath(args.url.pathname);
  const orgnr = args.url.searchParams.get(agencyParameter) ?? '';
  const params = { orgnr, source: args.params.source ?? '' };
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const query = { lang };
  try {
    switch (text('do')) {
      case 'try':
      case 'run': {
        const dryRun = text('do') === 'try';
        const report = await call('runSource', { params, query, body: { dryRun } });
        return { done: dryRun ? 'tried' : 'taken', report };
      }
      case 'pause':
      case 'resume':
        await call('changeSource', { params, query, body: { paused: text('do') === 'pause' } });
        return { done: 'changed' };
      case 'change': {
        const pace = sourcePaces.find((one) => one === text('pace'));
        const watched = form.has('address') ? { address: text('address'), ...(pace && { pace }) } : {};
        await call('changeSource', { params, query, body: { name: text('name'), ...watched } });
        return { done: 'changed' };
      }
      case 'map':
        await call('mapSource', { params, query, body: mappingIn(form) });
        return { done: 'mapped' };
      default:
        await call('removeSource', { params });
        return redirect(inLanguage(agencySourcesPath(orgnr), lang));
    }
  } catch (error) {
    return problemOf(error);
  }
}
