import { Form } from 'react-router';
import { useFieldErrors } from '../ui/index.ts';
import { CodeField, NameFields, NumberField, StatedFields, useMinistryFaults } from './agency-fields.tsx';
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
    <section className="hub-section" aria-labelledby="add-ministry">
      <h2 className="ds-heading" data-size="sm" id="add-ministry">
        {s('addMinistry')}
      </h2>
      {lookUp && <LookUp as="ministry" lookedUp={lookedUp} />}
      <Form method="post" className="form-column" {...form} key={found?.orgnr}>
        <CodeField prefix="ministry-" initial="" error={errors.code} />
        <NameFields prefix="ministry-" initial={{ nb: found?.name ?? '' }} errors={errors} />
        <NumberField prefix="ministry-" initial={found?.orgnr ?? ''} error={errors.orgnr} />
        <StatedFields prefix="ministry-" errors={errors} />
        <button className="ds-button" type="submit" name="what" value="addMinistry">
          {s('addMinistryButton')}
        </button>
      </Form>
    </section>
  );
}
