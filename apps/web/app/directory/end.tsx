import type { Text } from '@samblikk/questionnaire';
import { Form } from 'react-router';
import { usePick } from '../i18n/index.ts';
import { Labelled, useFieldErrors } from '../ui/index.ts';
import { StatedFields, useAgencyFaults } from './agency-fields.tsx';
import { useDirectoryText } from './texts.ts';

/** Ends what the page is of from a day on, carried on by one of the others or by none. */
export function End({ text, others }: { text: string; others: readonly { id: string; name: Text }[] }) {
  const s = useDirectoryText();
  const pick = usePick();
  const faults = useAgencyFaults();
  const { errors, form } = useFieldErrors((element) => faults(element, ['source']));
  return (
    <section className="hub-section" aria-labelledby="end">
      <h2 className="ds-heading" data-size="sm" id="end">
        {s('end')}
      </h2>
      <p className="prose">{text}</p>
      <Form method="post" className="form-column" {...form}>
        <Labelled id="successor" label={s('successor')}>
          <select className="ds-input" id="successor" name="successor" defaultValue="">
            <option value="">{s('nobody')}</option>
            {others.map((other) => (
              <option key={other.id} value={other.id}>
                {pick(other.name)}
              </option>
            ))}
          </select>
        </Labelled>
        <StatedFields prefix="end-" errors={errors} />
        <button className="ds-button" data-color="danger" type="submit" name="what" value="end">
          {s('endButton')}
        </button>
      </Form>
    </section>
  );
}
