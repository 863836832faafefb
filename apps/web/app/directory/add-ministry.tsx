import type { Organisation } from '@samblikk/contract/client';
import { Form } from 'react-router';
import { faultOf, inputOf, Labelled, useFieldErrors } from '../ui/index.ts';
import { NameFields, NumberField, StatedFields, useAgencyFaults } from './agency-fields.tsx';
import { LookUp } from './look-up.tsx';
import { useDirectoryText } from './texts.ts';

/** A new ministry from a day on, filled in from Enhetsregisteret where that can be asked. */
export function AddMinistry({ lookUp, found }: { lookUp: boolean; found: Organisation | undefined }) {
  const s = useDirectoryText();
  const faults = useAgencyFaults();
  const { errors, form } = useFieldErrors((element) => {
    const code = (inputOf(element, 'code')?.value ?? '').trim();
    return {
      ...(/^[A-ZÆØÅ]{2,8}$/.test(code) ? {} : { code: s('codeFault') }),
      ...faults(element, ['nameNb', 'nameNn', 'nameEn', 'source']),
    };
  });
  return (
    <section className="hub-section" aria-labelledby="add-ministry">
      <h2 className="ds-heading" data-size="sm" id="add-ministry">
        {s('addMinistry')}
      </h2>
      {lookUp && <LookUp as="ministry" found={found} />}
      <Form method="post" className="form-column" {...form} key={found?.orgnr}>
        <Labelled id="ministry-code" label={s('code')} error={errors.code}>
          <p data-field="description" className="small">
            {s('codeHelp')}
          </p>
          <input
            className="ds-input date-input"
            id="ministry-code"
            name="code"
            autoComplete="off"
            autoCapitalize="characters"
            {...faultOf('ministry-code', errors.code)}
          />
        </Labelled>
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
