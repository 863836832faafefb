import type { ReplyAt } from '@samblikk/contract/client';
import { type Edition, exemptionsIn, kindOf, type Question, questionsOf } from '@samblikk/questionnaire';
import {
  type ActionFunctionArgs,
  Form,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { languageOfPath, showMoment, useHref, useLanguage, usePick, useText } from '../i18n/index.ts';
import { refersToAgencies, useEdition, useNames } from '../measure/index.ts';
import { addressOf } from '../platform/index.ts';
import { agencyRoundOf, hubPath, PageTitle, signedInApi } from '../ui/index.ts';
import { Compared, Effort, OtherReceipts, Portfolio, Undecided } from './receipt-extras.tsx';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const params = agencyRoundOf(args);
  const ofReceipt = { ...params, receipt: args.params.receipt ?? '' };
  const call = signedInApi(args);
  const [receipt, submissions, effort, comparison] = await Promise.all([
    call('readSubmission', { params: ofReceipt }),
    call('listSubmissions', { params }),
    call('readEffort', { params: ofReceipt }),
    call('readComparison', { params, query: { receipt: ofReceipt.receipt } }),
  ]);
  return { receipt, submissions, effort, comparison, ...params };
}

/** Sends the receipt by e-mail once more. */
export async function action(args: ActionFunctionArgs) {
  const params = { ...agencyRoundOf(args), receipt: args.params.receipt ?? '' };
  return signedInApi(args)('mailReceipt', { params, query: { lang: languageOfPath(args.url.pathname) } });
}

/** The receipt: who sent in what and when, with every answer as it was. Stays as it is, whatever happens later. */
export default function Receipt() {
  const { receipt, submissions, effort, comparison, year, orgnr } = useLoaderData<typeof loader>();
  const mailed = useActionData<typeof action>();
  const t = useText();
  const pick = usePick();
  const to = useHref();
  const language = useLanguage();
  const edition = useEdition(receipt.edition);
  return (
    <>
      <PageTitle title={t('receipt.title')} />
      <div className="receipt-head">
        <h1 className="ds-heading" data-size="lg">
          {t('receipt.title')}
        </h1>
        <p className="lead">
          {t(receipt.nothingToReport ? 'receipt.nothing' : 'receipt.text', {
            agency: pick(receipt.agency.name),
            count: receipt.measures,
            year: String(year),
          })}
        </p>
        <dl className="known-facts">
          <div>
            <dt>{t('receipt.reference')}</dt>
            <dd className="reference">{receipt.receipt}</dd>
          </div>
          <div>
            <dt>{t('receipt.time')}</dt>
            <dd>{showMoment(receipt.submittedAt, language) + (receipt.late ? ` (${t('receipt.late')})` : '')}</dd>
          </div>
          <div>
            <dt>{t('receipt.by')}</dt>
            <dd>{receipt.submittedBy}</dd>
          </div>
          <div>
            <dt>{t('receipt.number')}</dt>
            <dd>{receipt.number}</dd>
          </div>
        </dl>
        <Effort effort={effort} />
        <div className="buttons no-print">
          <a
            className="ds-button"
            data-variant="secondary"
            href={addressOf('receiptPdf', {
              params: { year, orgnr, receipt: receipt.receipt },
              query: { lang: language },
            })}
          >
            {t('receipt.pdf')}
          </a>
          <Form method="post">
            <button className="ds-button" data-variant="tertiary" type="submit">
              {t('receipt.mail')}
            </button>
          </Form>
        </div>
        <p role="status">{mailed && t(`receipt.mailed.${mailed.to}`)}</p>
        <p className="no-print">{t('receipt.change')}</p>
        <p className="no-print">
          <Link to={to(hubPath(year, receipt.agency.orgnr))}>{t('nav.toHub')}</Link>
        </p>
      </div>
      {edition && <Content receipt={receipt} edition={edition} />}
      <Undecided measures={receipt.undecided} />
      <OtherReceipts year={year} orgnr={orgnr} submissions={submissions} shown={receipt.receipt} />
      {!receipt.nothingToReport && (
        <>
          <Portfolio year={year} orgnr={orgnr} />
          <Compared comparison={comparison} />
        </>
      )}
      <dl className="known-facts">
        <div>
          <dt>{t('receipt.hash')}</dt>
          <dd className="hash">{receipt.contentHash}</dd>
        </div>
      </dl>
    </>
  );
}

/** Every answer as it was sent in, measure by measure. What is exempt from publication says so, and on what grounds. */
function Content({ receipt, edition }: { receipt: ReplyAt<'readSubmission'>; edition: Edition }) {
  const language = useLanguage();
  const pick = usePick();
  const names = useNames(
    receipt.content.some(({ answers }) => Object.values(answers).some(refersToAgencies)),
    receipt.agency,
  );
  return receipt.content.map(({ number, answers }) => {
    const { exempt, grounds } = exemptionsIn(edition, answers);
    const show = (question: Question) =>
      kindOf(question).show(question, answers[question.id] ?? '', language, names, edition);
    return (
      <details className="ds-details" key={number}>
        <summary>{`${answers[edition.roles.title] ?? number} (${number})`}</summary>
        <div>
          <dl className="summary-list">
            {questionsOf(edition)
              .filter((question) => answers[question.id] !== undefined)
              .map((question) => (
                <div key={question.id}>
                  <dt>{pick(question.label)}</dt>
                  <dd>
                    <span className="answer">{show(question)}</span>
                    {exempt.has(question.id) && <Exempt grounds={grounds.map(show).join(', ')} />}
                  </dd>
                </div>
              ))}
          </dl>
        </div>
      </details>
    );
  });
}

function Exempt({ grounds }: { grounds: string }) {
  const t = useText();
  const said = t('preview.exempt');
  return <span className="exempt">{grounds === '' ? said : `${said}: ${grounds}`}</span>;
}
