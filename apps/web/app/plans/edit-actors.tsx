import { useState } from 'react';
import { AddActor, type Sharer } from './add-actor.tsx';
import { Remove } from './edit-lines.tsx';
import { useEditText } from './edit-texts.ts';
import { AmountField, type Choice, TextField, Tick } from './fields.tsx';
import { fieldId, kronerBases, type TypedActor } from './typed-plan.ts';

/** Who takes part: each with what the keys of the plan count by, and a field for one more. */
export function EditActors({
  actors,
  lead,
  nameOf,
  bases,
  sharers,
  known,
  kindOf,
  onChange,
  onAdd,
}: {
  actors: readonly TypedActor[];
  /** The actor that cannot be taken out. */
  lead: string | undefined;
  nameOf: (id: string) => string;
  /** What the keys of the plan count by. */
  bases: readonly Choice[];
  sharers: readonly Sharer[];
  /** Whose inhabitants are known. */
  known: (id: string) => boolean;
  kindOf: (id: string) => Sharer['kind'] | undefined;
  onChange: (actors: readonly TypedActor[]) => void;
  onAdd: (added: readonly Sharer[]) => void;
}) {
  const s = useEditText();
  const [said, setSaid] = useState('');
  const aboutOf = (id: string) => {
    const kind = kindOf(id);
    return [...(kind ? [s(`kind.${kind}`)] : []), ...(id === lead ? [s('lead')] : [])].join(' · ');
  };
  return (
    <section className="hub-section" aria-labelledby="actors">
      <h2 className="ds-heading" data-size="sm" id="actors">
        {s('actors')}
      </h2>
      <p className="small">{s('actorsHint')}</p>
      {actors.map((one) => (
        <fieldset key={one.id} className="card plan-card">
          <legend className="ds-label">{nameOf(one.id)}</legend>
          <p className="small">{aboutOf(one.id)}</p>
          <Tick
            label={s('observer')}
            checked={one.observer}
            onChange={(observer) => onChange(actors.map((other) => (other === one ? { ...one, observer } : other)))}
          />
          {bases.length > 0 && (
            <div className="plan-fields">
              {bases
                .filter(([basis]) => basis !== 'population' || !known(one.id))
                .map(([basis, label]) => {
                  const field = {
                    ...{ id: fieldId('actors', one.id, basis), label, value: one.numbers[basis] ?? '' },
                    onChange: (text: string) =>
                      onChange(
                        actors.map((other) =>
                          other === one ? { ...one, numbers: { ...one.numbers, [basis]: text } } : other,
                        ),
                      ),
                  };
                  return kronerBases.includes(basis) ? (
                    <AmountField key={basis} {...field} />
                  ) : (
                    <TextField key={basis} numeric {...field} />
                  );
                })}
              {(['minimum', 'maximum'] as const).map((limit) => (
                <AmountField
                  key={limit}
                  id={fieldId('actors', one.id, limit)}
                  label={s(limit)}
                  value={one[limit]}
                  onChange={(text) =>
                    onChange(actors.map((other) => (other === one ? { ...one, [limit]: text } : other)))
                  }
                />
              ))}
            </div>
          )}
          {one.id !== lead && (
            <Remove
              of={nameOf(one.id)}
              onRemove={() => {
                onChange(actors.filter((other) => other !== one));
                setSaid(s('removed', { name: nameOf(one.id) }));
              }}
            />
          )}
        </fieldset>
      ))}
      <AddActor sharers={sharers} onAdd={onAdd} onTell={setSaid} />
      <p className="small" role="status">
        {said}
      </p>
    </section>
  );
}
