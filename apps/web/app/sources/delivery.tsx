import './sources.css';
import { data, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import { languageOfPath, showMoment, useLanguage } from '../i18n/index.ts';
import {
  agencyParameter,
  agencySourcesPath,
  answeringPath,
  Crumbs,
  PageTitle,
  signedInApi,
  sourcePath,
} from '../ui/index.ts';
import { Mapping } from './mapping.tsx';
import { Report } from './report.tsx';
import { useSourceText } from './texts.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const orgnr = args.url.searchParams.get(agencyParameter) ?? '';
  const { source = '', delivery = '' } = args.params;
  if (orgnr === '') throw redirect(answeringPath);
  const isId = (id: string) => /^[0-9a-f-]{36}$/.test(id);
  if (!/^\d{9}$/.test(orgnr) || !isId(source) || !isId(delivery)) throw data({ code: 'notFound' }, { status: 404 });
  const query = { lang: languageOfPath(args.url.pathname) };
  const report = await signedInApi(args)('readDelivery', { params: { orgnr, source, delivery }, query });
  return { report, orgnr, source };
}

/** One delivery of a source, with its report. */
export default function OneDelivery() {
  const { report, orgnr, source } = useLoaderData<typeof loader>();
  const s = useSourceText();
  const language = useLanguage();
  const title = s('delivery', { time: showMoment(report.delivery.at, language) });
  return (
    <>
      <PageTitle title={title} />
      <Crumbs
        trail={[
          [agencySourcesPath(orgnr), s('sources')],
          [sourcePath(orgnr, source), s('source')],
        ]}
        here={title}
      />
      <h1 className="ds-heading" data-size="lg">
        {title}
      </h1>
      {report.delivery.fileName && <p className="small subtle">{report.delivery.fileName}</p>}
      <Report report={report} />
      <Mapping read={{ columns: report.columns, words: report.words, questions: [], mayManage: false }} />
    </>
  );
}
