import { useState } from 'react';
import { Remove } from './edit-lines.tsx';
import { useEditText } from './edit-texts.ts';
import { type Choice, TextField, Tick } from './fields.tsx';
import { fieldId, type TypedActor } from './typed-plan.ts';

/** Someone that can be an actor: its code, and what it is called. */
export interface Sharer {
  readonly id: string;
  readonly name: string;
}

/** What a plan calls whom somebody wrote: by code or whole name one of those there are, else anyone by that name. */
export function actorCalled(said: string, sharers: readonly Sharer[]): Sharer {
  const text = said.trim();
  const lower = text.toLocaleLowerCase('nb');
  const known = sharers.find(
    ({ id, name }) => id === text || id === `kommune:${text}` || name.toLocaleLowerCase('nb') === lower,
  );
  return known ?? { id: `annen:${text.replace(/^(annen|anna|other):\s*/iu, '').slice(0, 80)}`, name: text };
}

/** Who takes part: each with what the keys of the plan count by, and a field for one more. */
export function EditActors({
  actors,
  lead,
  names,
  bases,
  sharers,
  known,
  onChange,
}: {
  actors: readonly TypedActor[];
  /** The actor that cannot be taken out. */
  lead: string | undefined;
  names: ReadonlyMap<string, string>;
  /** What the keys of the plan count by. */
  bases: readonly Choice[];
  sharers: readonly Sharer[];
  /** Whose inhabitants are known. */
  known: (id: string) => boolean;
  onChange: (actors: readonly TypedActor[], added?: Sharer) => void;
}) {
  const s = useEditText();
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');
  const nameOf = (id: string) => names.get(id) ?? id;
  const add = () => {
    if (typed.trim() === '') return;
    const one = actorCalled(typed, sharers);
    const isThere = actors.some(({ id }) => id === one.id);
    const empty = { id: one.id, observer: false, numbers: {}, minimum: '', maximum: '' };
    if (!isThere) onChange([...actors, empty], one);
    setSaid(s('added', { name: one.name }));
    setTyped('');
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
          {one.id === lead && <p className="small">{s('lead')}</p>}
          <Tick
            label={s('observer')}
            checked={one.observer}
            onChange={(observer) => onChange(actors.map((other) => (other === one ? { ...one, observer } : other)))}
          />
          {bases.length > 0 && (
            <div className="plan-fields">
              {bases
                .filter(([basis]) => basis !== 'population' || !known(one.id))
                .map(([basis, label]) => (
                  <TextField
                    key={basis}
                    id={fieldId('actors', one.id, basis)}
                    label={label}
                    numeric
                    value={one.numbers[basis] ?? ''}
                    onChange={(text) =>
                      onChange(
                        actors.map((other) =>
                          other === one ? { ...one, numbers: { ...one.numbers, [basis]: text } } : other,
                        ),
                      )
                    }
                  />
                ))}
              {(['minimum', 'maximum'] as const).map((limit) => (
                <TextField
                  key={limit}
                  id={fieldId('actors', one.id, limit)}
                  label={s(limit)}
                  numeric
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
      <div className="plan-add">
        <label className="ds-label" htmlFor="add-actor">
          {s('add')}
        </label>
        <p className="hint" id="add-actor-hint">
          {s('addHint')}
        </p>
        <input
          className="ds-input"
          id="add-actor"
          list="sharers"
          autoComplete="off"
          value={typed}
          aria-describedby="add-actor-hint"
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
        <datalist id="sharers">
          {sharers.map(({ id, name }) => (
            <option key={id} value={name} />
          ))}
        </datalist>
        <button className="ds-button" data-variant="secondary" type="button" onClick={add}>
          {s('addButton')}
        </button>
        <p className="small" role="status">
          {said}
        </p>
      </div>
    </section>
  );
}
