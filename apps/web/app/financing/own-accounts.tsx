import '../figures/figures.css';
import './financing.css';
import { accountsFileLimits, type FinancingModelsReply } from '@samblikk/contract/client';
import { type ActionFunctionArgs, useActionData } from 'react-router';
import { languageOfPath, usePublicText } from '../i18n/index.ts';
import { ApiProblem, apiOf } from '../platform/index.ts';
import { Breadcrumbs, Labelled, Notice, PageTitle, useDataHref } from '../ui/index.ts';
import { only, queryIn } from './asked.ts';
import { ModelsForm } from './model-form.tsx';
import { ModelsReport } from './model-report.tsx';
import { AccountsInFiles, HowToWrite } from './own-accounts-help.tsx';

/** What somebody sends is theirs alone. */
export const headers = () => ({ 'cache-control': 'no-store' });

type Tried = { readonly reply: FinancingModelsReply; readonly asked: string };
type Refused = { readonly faults: readonly string[]; readonly accounts: string };

export async function action({ context, request }: ActionFunctionArgs): Promise<Tried | Refused> {
  const lang = languageOfPath(new URL(request.url).pathname);
  const form = await request.formData();
  const typed = String(form.get('accounts') ?? '').trim();
  const file = form.get('file');
  const asked = only(
    new URLSearchParams(
      [...form].flatMap(([name, value]) =>
        typeof value === 'string' && value ? [[name, value] as [string, string]] : [],
      ),
    ),
    chosen,
  );
  const sent = file instanceof File && file.size > 0 ? { file: await inBase64(file) } : { accounts: typed };
  if ('accounts' in sent && typed === '') return { faults: [], accounts: '' };
  try {
    const reply = await apiOf(context)('tryFinancingModels', { query: queryIn(asked, lang), body: sent });
    return { reply, asked: String(asked) };
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status >= 500) throw error;
    const { issues = [], detail, title } = error.problem;
    return {
      faults: issues.length > 0 ? issues.flatMap(({ text }) => text ?? []) : [detail ?? title],
      accounts: typed,
    };
  }
}

/** What is chosen beside the accounts. */
const chosen = [
  ...[
    'model',
    'use',
    'price',
    'growth',
    'leaves',
    'owner',
    'central',
    'unpaid',
    'fund',
    'weight.acrossSectors',
    'weight.predictable',
  ],
  ...['weight.innovation', 'weight.robust', 'weight.sufficient', 'weight.simple'],
];

const inBase64 = async (file: File): Promise<string> => Buffer.from(await file.arrayBuffer()).toString('base64');

/** Financing models tried on one's own accounts: typed, pasted from a spreadsheet or as a file. Read, shown and forgotten. */
export default function OwnAccounts() {
  const t = usePublicText();
  const outcome = useActionData<typeof action>() as Tried | Refused | undefined;
  const tried = outcome && 'reply' in outcome ? outcome : undefined;
  const title = t('models.ownTitle');
  return (
    <>
      <PageTitle title={title} description={t('models.ownLead')} />
      <Breadcrumbs
        trail={[
          ['/finansiering', t('financing.title')],
          ['/finansiering/modeller', t('models.title')],
        ]}
        here={title}
      />
      <h1 className="ds-heading" data-size="xl">
        {title}
      </h1>
      <p className="lead">{t('models.ownLead')}</p>
      {tried ? <Result tried={tried} /> : <Ask refused={outcome as Refused | undefined} />}
    </>
  );
}

function Ask({ refused }: { refused: Refused | undefined }) {
  const t = usePublicText();
  const to = useDataHref();
  const faults = refused && (refused.faults.length > 0 ? refused.faults : [t('models.ownNothing')]);
  const size = Math.floor(accountsFileLimits.bytes / 1000);
  return (
    <>
      {faults && (
        <div className="ds-alert" data-color="danger" role="alert">
          <h2 className="ds-heading" data-size="xs">
            {t('models.ownFaults', { count: faults.length })}
          </h2>
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
      )}
      <form
        action={to('/finansiering/modeller/egne')}
        method="post"
        encType="multipart/form-data"
        className="card financing-form"
      >
        <Labelled id="file" label={t('models.ownFile', { size: String(size) })}>
          <input className="ds-input" type="file" id="file" name="file" accept=".xlsx,.csv,.txt" />
        </Labelled>
        <Labelled id="accounts" label={t('models.ownText')}>
          <textarea
            className="ds-input accounts-text"
            id="accounts"
            name="accounts"
            rows={12}
            maxLength={accountsFileLimits.characters}
            spellCheck={false}
            defaultValue={refused?.accounts ?? ''}
          />
        </Labelled>
        <div>
          <button type="submit" className="ds-button">
            {t('models.ownTry')}
          </button>
        </div>
      </form>
      <HowToWrite />
    </>
  );
}

function Result({ tried: { reply, asked } }: { tried: Tried }) {
  const t = usePublicText();
  const lines = reply.lines ?? '';
  return (
    <>
      <Notice texts={[t('models.ownNotice')]} />
      <ModelsForm
        reply={reply}
        asked={new URLSearchParams(asked)}
        accounts={
          <details>
            <summary>{t('models.ownLines')}</summary>
            <Labelled id="accounts" label={t('models.ownText')}>
              <textarea
                className="ds-input accounts-text"
                id="accounts"
                name="accounts"
                rows={12}
                spellCheck={false}
                defaultValue={lines}
              />
            </Labelled>
          </details>
        }
      />
      <ModelsReport reply={reply} />
      <AccountsInFiles lines={lines} asked={asked} />
    </>
  );
}
