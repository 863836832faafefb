import { Form } from 'react-router';
import { useFieldErrors } from '../ui/index.ts';
import {
  type Ministries,
  MinistryField,
  NameFields,
  NumberField,
  StatedFields,
  useAgencyFaults,
} from './agency-fields.tsx';
import type { LookedUp } from './directory-action.ts';
import { LookUp, useFound } from './look-up.tsx';
import { useDirectoryText } from './texts.ts';

/** A new agency from a day on, filled in from Enhetsregisteret where that can be asked. */
export function AddAgency({
  ministries,
  lookUp,
  lookedUp,
}: {
  ministries: Ministries;
  lookUp: boolean;
  lookedUp: LookedUp | undefined;
}) {
  const s = useDirectoryText();
  const found = useFound(lookedUp);
  const faults = useAgencyFaults();
  const { errors, form } = useFieldErrors((element) =>
    faults(element, ['orgnr', 'nameNb', 'nameNn', 'nameEn', 'source']),
  );
  return (
    <section className="hub-section" aria-labelledby="add">
      <h2 className="ds-heading" data-size="sm" id="add">
        {s('add')}
      </h2>
      {lookUp && <LookUp as="agency" lookedUp={lookedUp} />}
      <Form method="post" className="form-column" {...form} key={found?.orgnr}>
        <NumberField prefix="add-" initial={found?.orgnr ?? ''} error={errors.orgnr} />
        <NameFields prefix="add-" initial={{ nb: found?.name ?? '' }} errors={errors} />
        <MinistryField prefix="add-" ministries={ministries} initial={found?.ministry ?? ministries[0]?.code ?? ''} />
        <StatedFields prefix="add-" errors={errors} />
        <button className="ds-button" type="submit" name="what" value="add">
          {s('addButton')}
        </button>
      </Form>
    </section>
  );
}
