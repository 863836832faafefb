import type { Organisation } from '@samblikk/contract/client';
import { useState } from 'react';
import { Form } from 'react-router';
import { showDay, useLanguage } from '../i18n/index.ts';
import { NumberField } from './agency-fields.tsx';
import type { Kind, LookedUp } from './directory-action.ts';
import { useDirectoryText } from './texts.ts';

const organisationIn = (lookedUp: LookedUp | undefined) => (lookedUp && 'orgnr' in lookedUp ? lookedUp : undefined);

/** The organisation found last. It stays when what is filled in from it is refused: nothing typed is lost. */
export function useFound(lookedUp: LookedUp | undefined): Organisation | undefined {
  const now = organisationIn(lookedUp);
  const [found, setFound] = useState(now);
  if (now && now !== found) setFound(now);
  return now ?? found;
}

/** Fetches an organisation from Enhetsregisteret, to fill in the form below. What came of it is told here: the page is long. */
export function LookUp({ as, lookedUp }: { as: Kind; lookedUp: LookedUp | undefined }) {
  const s = useDirectoryText();
  const language = useLanguage();
  const found = organisationIn(lookedUp);
  const refused = lookedUp && 'code' in lookedUp ? lookedUp : undefined;
  return (
    <>
      <Form method="post" className="form-column">
        <input type="hidden" name="as" value={as} />
        <NumberField prefix={`look-up-${as}-`} initial={found?.orgnr ?? ''} error={undefined} />
        <button className="ds-button" data-variant="secondary" type="submit" name="what" value="lookUp">
          {s('lookUp')}
        </button>
      </Form>
      <div role="status">
        {found && (
          <p className="ds-alert" data-color={found.deletedOn ? 'warning' : 'info'}>
            {found.deletedOn
              ? s('deleted', { name: found.name, day: showDay(found.deletedOn, language) })
              : s('lookedUp', { name: found.name })}
          </p>
        )}
      </div>
      {refused && (
        <p className="ds-alert" data-color="danger" role="alert">
          {refused.detail ?? refused.code}
        </p>
      )}
    </>
  );
}
