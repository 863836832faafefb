import { formats, formatsOf } from '@samblikk/contract/client';
import { useLanguage, usePublicText } from '../i18n/index.ts';
import { FileLinks, fileLinks, TableBox } from '../ui/index.ts';
import { fileQuery } from './asked.ts';

/** What a line of the list can be, with an example of each. */
const kinds = ['cost', 'income', 'number', 'use', 'follows', 'step', 'price', 'growth', 'frame'] as const;

/** How the list is written, and the example to begin with. */
export function HowToWrite() {
  const t = usePublicText();
  const language = useLanguage();
  const files = fileLinks(
    'exampleAccounts',
    ({ query }) => `/api/v1/financing/accounts?${fileQuery('', query, language)}`,
  );
  return (
    <section aria-labelledby="how" className="financing-case">
      <h2 className="ds-heading" data-size="md" id="how">
        {t('models.ownHow')}
      </h2>
      <p>{t('models.ownHowText')}</p>
      <p className="ds-label">{t('models.ownExample')}</p>
      <FileLinks files={files} label={t('models.ownExample')} />
      <TableBox title={t('models.ownHow')}>
        <table className="ds-table" data-size="sm" data-color="neutral">
          <caption className="visually-hidden">{t('models.ownHow')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('models.ownKind')}</th>
              <th scope="col">{t('models.ownMeans')}</th>
            </tr>
          </thead>
          <tbody>
            {kinds.map((kind) => (
              <tr key={kind}>
                <th scope="row">{t(`models.ownKind.${kind}`)}</th>
                <td>{t(`models.ownMeans.${kind}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </section>
  );
}

/** The same as files: a button posts the accounts once more, and the answer is the file. */
export function AccountsInFiles({ lines, asked }: { lines: string; asked: string }) {
  const t = usePublicText();
  const language = useLanguage();
  return (
    <form method="post" className="downloads-form">
      <input type="hidden" name="accounts" value={lines} />
      {formatsOf('financingModels')
        .filter(({ format }) => format !== 'json')
        .map(({ format, query }) => (
          <button
            key={format}
            type="submit"
            className="ds-button"
            data-variant="secondary"
            data-size="sm"
            formAction={`/api/v1/financing/models?${fileQuery(asked, query, language)}`}
          >
            {t('models.ownDownload', { format: formats[format as keyof typeof formats].label[language] })}
          </button>
        ))}
    </form>
  );
}
