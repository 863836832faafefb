import './financing.css';
import type { CostSharingReply } from '@samblikk/contract/client';
import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import { languageOfPath, usePublicText } from '../i18n/index.ts';
import { apiOf } from '../platform/index.ts';
import { Breadcrumbs, dated, FileLinks, fileLinks, PageTitle, publicHeaders, useDataHref } from '../ui/index.ts';
import { only, readOrFault } from './asked.ts';
import { CostSharingForm } from './cost-sharing-form.tsx';
import { addressedBy, askedBy } from './cost-sharing-query.ts';
import { Fault } from './form-parts.tsx';
import { SharesTable } from './shares-table.tsx';

export const headers = publicHeaders;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const lang = languageOfPath(pathname);
  const asked = askedBy(searchParams);
  const instead = [['actor', 'key', 'pool'], ['actor', 'key'], ['actor'], []].map((names) => only(asked, names));
  const { reply, fault } = await readOrFault(asked, instead, lang, (query) =>
    apiOf(context)('calculateCostSharing', { query }),
  );
  if (fault !== null) return dated({ reply, address: String(asked), fault }, []);
  const address = addressedBy(asked, reply);
  // What a form sent becomes the one address of the calculation, unless a name must be chosen first.
  if (reply.unknown.length === 0 && String(address) !== String(new URLSearchParams(searchParams)))
    return redirect(`${pathname}${address.size > 0 ? `?${address}` : ''}`);
  return dated({ reply, address: String(address), fault }, []);
}

/** Costs shared by a key, and by other keys beside it. Nothing is kept: the address is the calculation. */
export default function CostSharingPage() {
  const t = usePublicText();
  const to = useDataHref();
  const { reply, address, fault } = useLoaderData<typeof loader>() as unknown as {
    reply: CostSharingReply;
    address: string;
    fault: string | null;
  };
  const title = t('costSharing.title');
  const shared = [...reply.keys, ...reply.pools].some(({ shares }) => shares !== null);
  const files = fileLinks(
    'costSharing',
    ({ query }) =>
      `/api/v1/financing/cost-sharing?${new URLSearchParams([...new URLSearchParams(address), ...Object.entries(query)])}`,
  );
  return (
    <>
      <PageTitle title={title} description={t('costSharing.lead')} />
      <Breadcrumbs trail={[['/finansiering', t('financing.title')]]} here={title} />
      <h1 className="ds-heading" data-size="xl">
        {title}
      </h1>
      <p className="lead">{t('costSharing.lead')}</p>
      <Fault fault={fault} />
      <CostSharingForm reply={reply} asked={new URLSearchParams(address)} />
      {shared && (
        <section className="figure" aria-labelledby="shares">
          <h2 className="ds-heading" data-size="md" id="shares">
            {t('costSharing.shares')}
          </h2>
          <SharesTable reply={reply} />
          <p className="figure-notes">
            {t('costSharing.method', { year: String(reply.population.year), source: reply.population.source })}
          </p>
          <FileLinks files={files.map((file) => ({ ...file, href: to(file.href) }))} label={t('files.of', { title })} />
        </section>
      )}
    </>
  );
}
