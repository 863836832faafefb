import type { Asked } from '@samblikk/contract/client';
import { Form } from 'react-router';
import { MinistryField, NameFields, useAgencyFaults } from '../../directory/index.ts';
import { usePick } from '../../i18n/index.ts';
import { Labelled, useFieldErrors } from '../../ui/index.ts';
import { useAgencyText } from './texts.ts';

const factName = (id: string) => `fact-${id}`;

/** What the round says of the agency, and the same to be changed: the directory stands as it is. */
export function InRound({ asked }: { asked: Asked }) {
  const s = useAgencyText();
  const pick = usePick();
  const faults = useAgencyFaults();
  const { errors, form } = useFieldErrors((element) => faults(element, ['nameNb', 'nameNn', 'nameEn']));
  const { name, ministry, ministries, facts, variables } = asked;
  const held = ministries.some(({ code }) => code === ministry)
    ? ministries
    : [{ code: ministry, name: { nb: ministry, nn: ministry, en: ministry } }, ...ministries];
  return (
    <section className="hub-section" aria-labelledby="in-round">
      <h2 className="ds-heading" data-size="sm" id="in-round">
        {s('inRound.heading')}
      </h2>
      <p className="prose">{s('inRound.text')}</p>
      <Form method="post" className="form-column" {...form} key={JSON.stringify([name, ministry, facts])}>
        <NameFields prefix="in-round-" initial={name} errors={errors} />
        <MinistryField prefix="in-round-" ministries={held} initial={ministry} />
        {variables.map(({ id, label, options }) => (
          <Labelled key={id} id={factName(id)} label={pick(label)}>
            <select className="ds-input" id={factName(id)} name={factName(id)} defaultValue={facts[id] ?? ''}>
              <option value="">{s('inRound.unknown')}</option>
              {options.map((option) => (
                <option key={option.code} value={option.code}>
                  {pick(option.label)}
                </option>
              ))}
            </select>
          </Labelled>
        ))}
        <button className="ds-button" data-variant="secondary" type="submit" name="do" value="inRound">
          {s('inRound.save')}
        </button>
      </Form>
    </section>
  );
}

/** What was typed there, as the API takes it. */
export function inRoundOf(form: FormData) {
  const said = (name: string) => String(form.get(name) ?? '').trim();
  const facts = [...form.keys()].flatMap((name) => {
    const id = name.startsWith(factName('')) ? name.slice(factName('').length) : '';
    return id === '' || said(name) === '' ? [] : [[id, said(name)] as const];
  });
  return {
    name: { nb: said('nameNb'), nn: said('nameNn'), en: said('nameEn') },
    ministry: said('ministry'),
    facts: Object.fromEntries(facts),
  };
}
