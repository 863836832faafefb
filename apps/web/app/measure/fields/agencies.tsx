import {
  type Body,
  bodyNamed,
  findBodies,
  freeBody,
  freeBodyName,
  isBodyCode,
  type Language,
  showOrganisationNumber,
  suggestBodies,
} from '@samblikk/questionnaire';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { useBodies } from '../lookups.ts';
import { asList } from './common.ts';
import type { ControlProps, FieldKind } from './field-kind.ts';
import { WordList } from './word-list.tsx';

/**
 * Bodies found by name, abbreviation, former name or number. What is typed and not found is kept as a name without a number,
 * which is said, with those that may be meant.
 */
function AgenciesControl({ question, language, value, onChange, ...rest }: ControlProps<'agencies'>) {
  const t = useText();
  const { found: bodies, load } = useBodies();
  const [typed, setTyped] = useState('');
  const chosen = typeof value === 'string' ? [] : value;
  const needed = chosen.length > 0;
  useEffect(() => {
    if (needed) load();
  }, [needed, load]);
  // Typed before the directory came: what it names is looked up then.
  const early = useRef(new Set<string>());
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the directory has come
  useEffect(() => {
    if (bodies.length === 0 || early.current.size === 0) return;
    const known = chosen.map((code) =>
      early.current.has(code) ? (bodyTyped(bodies, freeBodyName(code) ?? code, language) ?? code) : code,
    );
    early.current.clear();
    onChange([...new Set(known)]);
  }, [bodies]);
  const accept = (text: string): string | undefined => {
    const code = bodyTyped(bodies, text, language);
    if (bodies.length === 0 && code !== undefined) early.current.add(code);
    return code;
  };
  const show = (code: string): string => {
    const free = freeBodyName(code);
    if (free !== undefined) return t('field.freeBody', { name: free });
    const number = showOrganisationNumber(code);
    // Before the directory has come nothing is unknown.
    const unknown = bodies.length === 0 ? number : t('field.unnamed', { orgnr: number });
    return bodies.find((body) => body.code === code)?.name[language] ?? unknown;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens for the focus of what is inside
    <div onFocus={load}>
      <WordList
        id={question.id}
        chosen={chosen}
        show={show}
        suggestions={findBodies(bodies, typed, language, 12).map((body) => ({
          value: body.name[language],
          label: foundBy(body),
        }))}
        onTyped={(text) => {
          load();
          setTyped(text);
        }}
        // A name may have commas of its own.
        split={(text) => (bodyNamed(bodies, text) ? [text] : text.split(/[,;]/))}
        accept={accept}
        onChange={onChange}
        refusal={t('field.unknownAgency')}
        {...rest}
      />
      {chosen
        .filter((code) => freeBodyName(code) !== undefined)
        .map((code) => (
          <FreeBody
            key={code}
            name={freeBodyName(code) ?? ''}
            meant={suggestBodies(bodies, freeBodyName(code) ?? '', language, 4)}
            language={language}
            onMeant={(meant) => onChange([...new Set(chosen.map((other) => (other === code ? meant : other)))])}
          />
        ))}
    </div>
  );
}

/** What stands beside a name in the list of suggestions: abbreviations, former names, the number. */
function foundBy({ code, words }: Body): string {
  return [...words, ...(/^\d/.test(code) ? [showOrganisationNumber(code)] : [])].join(' · ');
}

/** The body that a text means, or the text as a name without a number; undefined for a number that cannot be. */
function bodyTyped(bodies: readonly Body[], text: string, language: Language): string | undefined {
  const digits = text.replace(/\s/g, '');
  if (/^\d+$/.test(digits)) return isBodyCode(digits) ? digits : undefined;
  const [only, ...others] = text.trim().length < 3 ? [] : findBodies(bodies, text, language, 2);
  return bodyNamed(bodies, text) ?? (others.length === 0 ? only?.code : undefined) ?? freeBody(text);
}

/** Says that a name is kept as it was typed, and which bodies it may mean. */
function FreeBody({
  name,
  meant,
  language,
  onMeant,
}: {
  name: string;
  meant: readonly Body[];
  language: Language;
  onMeant: (code: string) => void;
}) {
  const t = useText();
  return (
    <div className="free-body">
      <p className="subtle small">{t('field.freeBodyKept', { name })}</p>
      {meant.length > 0 && (
        <>
          <p className="small">{t('field.freeBodyMeant')}</p>
          <ul className="buttons">
            {meant.map((body) => (
              <li key={body.code}>
                <button
                  className="ds-button"
                  data-size="sm"
                  data-variant="secondary"
                  type="button"
                  aria-label={t('field.freeBodyReplace', { name, body: body.name[language] })}
                  onClick={() => onMeant(body.code)}
                >
                  {body.name[language]}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

export const agencies: FieldKind<'agencies'> = { ...asList, Control: AgenciesControl, group: false, saves: 'atOnce' };
