import { dayFault, organisationNumberFault, organisationNumberTexts, type Text } from '@samblikk/questionnaire';
import { format } from '@samblikk/text';
import { useLanguage, usePick, useText } from '../i18n/index.ts';
import { DayField, dayIn, faultOf, inputOf, Labelled } from '../ui/index.ts';
import { useDirectoryText } from './texts.ts';

export type Ministries = readonly { readonly code: string; readonly name: Text }[];
type Errors = Readonly<Record<string, string | undefined>>;

const names = ['nameNb', 'nameNn', 'nameEn'] as const;

/** What is wrong with the fields of an agency, in words, by their names. `needed`: those that must be filled in. */
export function useAgencyFaults() {
  const s = useDirectoryText();
  const t = useText();
  const pick = usePick();
  const language = useLanguage();
  return (form: HTMLFormElement, needed: readonly string[]): Errors => {
    const typed = (name: string) => (inputOf(form, name)?.value ?? '').trim();
    const number = typed('orgnr').replace(/\s/g, '');
    const fault = number === '' ? undefined : organisationNumberFault(number);
    const from = typed('from');
    const day = from === '' ? undefined : dayFault(dayIn(from));
    const isMissing = (name: string) => typed(name).length < (name === 'source' ? 2 : 1);
    return {
      ...Object.fromEntries(needed.flatMap((name) => (isMissing(name) ? [[name, s('missing')]] : []))),
      ...(fault && { orgnr: format(organisationNumberTexts[fault.code], language, { number, ...fault }) }),
      ...(from === '' ? { from: t('field.dateMissing') } : day && { from: pick(day) }),
    };
  };
}

/** As `useAgencyFaults`, for a ministry: its code, and names and source that must be filled in. */
export function useMinistryFaults() {
  const s = useDirectoryText();
  const faults = useAgencyFaults();
  return (form: HTMLFormElement): Errors => {
    const code = (inputOf(form, 'code')?.value ?? '').trim();
    return {
      ...(/^[A-ZÆØÅ]{2,8}$/.test(code) ? {} : { code: s('codeFault') }),
      ...faults(form, ['nameNb', 'nameNn', 'nameEn', 'source']),
    };
  };
}

/** All that is said of a ministry from a day on. */
export function MinistryFields({
  prefix,
  initial,
  errors,
}: {
  prefix: string;
  initial: {
    readonly code?: string;
    readonly name?: Parameters<typeof NameFields>[0]['initial'];
    readonly orgnr?: string | null;
  };
  errors: Errors;
}) {
  return (
    <>
      <CodeField prefix={prefix} initial={initial.code ?? ''} error={errors.code} />
      <NameFields prefix={prefix} initial={initial.name ?? {}} errors={errors} />
      <NumberField prefix={prefix} initial={initial.orgnr ?? ''} error={errors.orgnr} />
      <StatedFields prefix={prefix} errors={errors} />
    </>
  );
}

/** What a ministry is called in short. */
function CodeField({ prefix, initial, error }: { prefix: string; initial: string; error: string | undefined }) {
  const s = useDirectoryText();
  const id = `${prefix}code`;
  return (
    <Labelled id={id} label={s('code')} error={error}>
      <p data-field="description" className="small">
        {s('codeHelp')}
      </p>
      <input
        className="ds-input date-input"
        id={id}
        name="code"
        autoComplete="off"
        autoCapitalize="characters"
        defaultValue={initial}
        {...faultOf(id, error)}
      />
    </Labelled>
  );
}

/** Names in three languages. */
export function NameFields({
  prefix,
  initial,
  errors,
}: {
  prefix: string;
  initial: Partial<Record<'nb' | 'nn' | 'en', string>>;
  errors: Errors;
}) {
  const s = useDirectoryText();
  const languages = { nameNb: 'nb', nameNn: 'nn', nameEn: 'en' } as const;
  return names.map((name) => (
    <Labelled key={name} id={`${prefix}${name}`} label={s(name)} error={errors[name]} className="wide-field">
      <input
        className="ds-input"
        id={`${prefix}${name}`}
        name={name}
        autoComplete="off"
        defaultValue={initial[languages[name]] ?? ''}
        {...faultOf(`${prefix}${name}`, errors[name])}
      />
    </Labelled>
  ));
}

export function NumberField({
  prefix,
  initial,
  error,
}: {
  prefix: string;
  initial: string;
  error: string | undefined;
}) {
  const s = useDirectoryText();
  const id = `${prefix}orgnr`;
  return (
    <Labelled id={id} label={s('number')} error={error}>
      <input
        className="ds-input date-input"
        id={id}
        name="orgnr"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={initial}
        {...faultOf(id, error)}
      />
    </Labelled>
  );
}

export function MinistryField({
  prefix,
  ministries,
  initial,
}: {
  prefix: string;
  ministries: Ministries;
  initial: string;
}) {
  const s = useDirectoryText();
  const pick = usePick();
  return (
    <Labelled id={`${prefix}ministry`} label={s('ministry')}>
      <select className="ds-input" id={`${prefix}ministry`} name="ministry" defaultValue={initial}>
        {ministries.map(({ code, name }) => (
          <option key={code} value={code}>
            {`${pick(name)} (${code})`}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** From which day, and who says so. */
export function StatedFields({ prefix, errors }: { prefix: string; errors: Errors }) {
  const s = useDirectoryText();
  const id = `${prefix}source`;
  return (
    <>
      <DayField id={`${prefix}from`} name="from" label={s('from')} error={errors.from} />
      <Labelled id={id} label={s('source')} error={errors.source} className="wide-field">
        <p data-field="description" className="small">
          {s('sourceHelp')}
        </p>
        <input className="ds-input" id={id} name="source" autoComplete="off" {...faultOf(id, errors.source)} />
      </Labelled>
    </>
  );
}
