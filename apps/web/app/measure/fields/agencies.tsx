import { isOrganisationNumber, showOrganisationNumber } from '@samblikk/questionnaire';
import { useEffect } from 'react';
import { useText } from '../../i18n/index.ts';
import { useAgencies } from '../lookups.ts';
import { asList } from './common.ts';
import type { ControlProps, FieldKind } from './field-kind.ts';
import { WordList } from './word-list.tsx';

/** Agencies found by name or number. One that the directory lacks can be given by its organisation number. */
function AgenciesControl({ question, language, value, onChange, ...rest }: ControlProps<'agencies'>) {
  const t = useText();
  const { agencies, load } = useAgencies();
  const chosen = typeof value === 'string' ? [] : value;
  const needed = chosen.length > 0;
  useEffect(() => {
    if (needed) load();
  }, [needed, load]);
  const nameOf = (orgnr: string) => agencies.find((agency) => agency.orgnr === orgnr)?.name[language];
  const show = (orgnr: string): string => {
    const number = showOrganisationNumber(orgnr);
    // Before the directory has come nothing is unknown.
    return nameOf(orgnr) ?? (agencies.length === 0 ? number : t('field.unnamed', { orgnr: number }));
  };
  const accept = (text: string): string | undefined => {
    const digits = text.replace(/\s/g, '');
    if (/^\d+$/.test(digits)) return isOrganisationNumber(digits) ? digits : undefined;
    const wanted = text.toLocaleLowerCase('nb');
    const same = agencies.find((agency) =>
      Object.values(agency.name).some((name) => name.toLocaleLowerCase('nb') === wanted),
    );
    const starts = agencies.filter((agency) => agency.name[language].toLocaleLowerCase('nb').includes(wanted));
    return (same ?? (starts.length === 1 ? starts[0] : undefined))?.orgnr;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens for the focus of what is inside
    <div onFocus={load}>
      <WordList
        id={question.id}
        chosen={chosen}
        show={show}
        suggestions={agencies.map(({ orgnr, name }) => ({
          value: name[language],
          label: showOrganisationNumber(orgnr),
        }))}
        onTyped={load}
        accept={accept}
        onChange={onChange}
        refusal={t('field.unknownAgency')}
        {...rest}
      />
    </div>
  );
}

export const agencies: FieldKind<'agencies'> = { ...asList, Control: AgenciesControl, group: false, saves: 'atOnce' };
