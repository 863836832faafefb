import type { Organisation } from '@samblikk/contract/client';
import { Form } from 'react-router';
import { NumberField } from './agency-fields.tsx';
import type { Kind } from './directory-action.ts';
import { useDirectoryText } from './texts.ts';

/** Fetches an organisation from Enhetsregisteret, to fill in the form below. */
export function LookUp({ as, found }: { as: Kind; found: Organisation | undefined }) {
  const s = useDirectoryText();
  return (
    <Form method="post" className="form-column">
      <input type="hidden" name="as" value={as} />
      <NumberField prefix={`look-up-${as}-`} initial={found?.orgnr ?? ''} error={undefined} />
      <button className="ds-button" data-variant="secondary" type="submit" name="what" value="lookUp">
        {s('lookUp')}
      </button>
    </Form>
  );
}
