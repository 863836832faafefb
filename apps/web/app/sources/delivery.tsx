import './sources.css';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { languageOfPath, showMoment, useLanguage } from '../i18n/index.ts';
import { agencyOf, agencySourcesPath, Crumbs, idOf, PageTitle, signedInApi, sourcePath } from '../ui/index.ts';
import { Mapping } from './mapping.tsx';
import { Report } from './report.tsx';
import { useSourceText } from './texts.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const [orgnr, source, delivery] = [agencyOf(args), idOf(args, 'source'), idOf(args, 'delivery')];
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
