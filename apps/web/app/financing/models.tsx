import '../figures/figures.css';
import './financing.css';
import type { FinancingModelsReply } from '@samblikk/contract/client';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { languageOfPath, useLanguage, usePublicText } from '../i18n/index.ts';
import { apiOf } from '../platform/index.ts';
import {
  Breadcrumbs,
  dated,
  FileLinks,
  fileLinks,
  Notice,
  PageTitle,
  publicHeaders,
  useDataHref,
} from '../ui/index.ts';
import { fileQuery, readOrFault } from './asked.ts';
import { Fault } from './form-parts.tsx';
import { ModelsForm } from './model-form.tsx';
import { ModelsReport } from './model-report.tsx';

export const headers = publicHeaders;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const lang = languageOfPath(pathname);
  // What was not chosen is sent empty; a page is no file, whatever format its address names.
  const asked = new URLSearchParams([...searchParams].filter(([name, value]) => value !== '' && name !== 'format'));
  const { reply, fault } = await readOrFault(asked, [new URLSearchParams()], lang, (query) =>
    apiOf(context)('readFinancingModels', { query }),
  );
  return dated({ reply, address: fault === null ? String(asked) : '', fault }, []);
}

/** Financing models tried on invented product accounts. Nothing is kept: the address says what is tried. */
export default function FinancingModelsPage() {
  const t = usePublicText();
  const to = useDataHref();
  const language = useLanguage();
  const { reply, address, fault } = useLoaderData<typeof loader>() as unknown as {
    reply: FinancingModelsReply;
    address: string;
    fault: string | null;
  };
  const title = t('models.title');
  const files = fileLinks(
    'financingModels',
    ({ query }) => `/api/v1/financing/models?${fileQuery(address, query, language)}`,
  );
  return (
    <>
      <PageTitle title={title} description={t('models.lead')} />
      <Breadcrumbs trail={[['/finansiering', t('financing.title')]]} here={title} />
      <h1 className="ds-heading" data-size="xl">
        {title}
      </h1>
      <p className="lead">{t('models.lead')}</p>
      <Notice texts={[t('models.invented')]} />
      <p>
        <a href={to('/finansiering/modeller/egne')}>{t('models.ownAccounts')}</a>
      </p>
      <Fault fault={fault} />
      <ModelsForm reply={reply} asked={new URLSearchParams(address)} />
      <ModelsReport reply={reply} />
      <FileLinks files={files} label={t('files.of', { title })} />
    </>
  );
}
