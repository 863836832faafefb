import { Form } from 'react-router';
import { useFieldErrors } from '../ui/index.ts';
import { MinistryFields, useMinistryFaults } from './agency-fields.tsx';
import type { LookedUp } from './directory-action.ts';
import { LookUp, useFound } from './look-up.tsx';
import { useDirectoryText } from './texts.ts';

/** A new ministry from a day on, filled in from Enhetsregisteret where that can be asked. */
export function AddMinistry({ lookUp, lookedUp }: { lookUp: boolean; lookedUp: LookedUp | undefined }) {
  const s = useDirectoryText();
  const found = useFound(lookedUp);
  const faults = useMinistryFaults();
  const { errors, form } = useFieldErrors(faults);
  return (
    <section className="hub-section" aria-labelledby="new-ministry">
      <h2 className="ds-heading" data-size="sm" id="new-ministry">
        {s('addMinistry')}
      </h2>
      {lookUp && <LookUp as="ministry" lookedUp={lookedUp} />}
      <Form method="post" className="form-column" {...form} key={found?.orgnr}>
        <MinistryFields
          prefix="ministry-"
          initial={found ? { name: { nb: found.name }, orgnr: found.orgnr } : {}}
          errors={errors}
        />
        <button className="ds-button" type="submit" name="what" value="addMinistry">
          {s('addMinistryButton')}
        </button>
      </Form>
    </section>
  );
}
