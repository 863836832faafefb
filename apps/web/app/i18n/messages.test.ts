import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { allLanguages } from './language.ts';
import { loadAllMessages, messagesOf } from './messages.ts';

await loadAllMessages(...allLanguages);
const messages = { nb: messagesOf('nb'), nn: messagesOf('nn'), en: messagesOf('en') };

/** The names of a message's placeholders, plurals and tags. A plural's branches (`other {…}`) are text, not names. */
function placeholders(text: string): string[] {
  const withoutBranches = text.replace(/(=\d+|zero|one|two|few|many|other)\s*\{/g, '(');
  const names = [...withoutBranches.matchAll(/[{<]\s*([A-Za-z]\w*)\s*[,}>]/g)].map((match) => match[1] ?? '');
  return [...new Set(names)].sort();
}

describe('messages', () => {
  it.each(['nn', 'en'] as const)('%s has the same keys and placeholders as bokmål', (language) => {
    expect(Object.keys(messages[language]).sort()).toEqual(Object.keys(messages.nb).sort());
    for (const [key, text] of Object.entries(messages.nb)) {
      const other = messages[language][key as keyof typeof messages.nb];
      expect(other.trim(), key).not.toBe('');
      expect(placeholders(other), key).toEqual(placeholders(text));
    }
  });

  it.each(allLanguages)('no message in %s has a skeleton, which browsers are not sent the parser of', (language) => {
    for (const [key, text] of Object.entries(messages[language])) expect(text, key).not.toContain('::');
  });

  it.each(allLanguages)('every message in %s is valid ICU', (language) => {
    const errors: string[] = [];
    const intl = createIntl({
      locale: language,
      messages: messages[language],
      onError: (error) => errors.push(error.message),
    });
    for (const [key, text] of Object.entries(messages[language])) {
      const values = Object.fromEntries(
        placeholders(text).map((name) => [name, text.includes(`<${name}>`) ? () => '' : 1]),
      );
      intl.formatMessage({ id: key }, values as Record<string, number>);
    }
    expect(errors).toEqual([]);
  });
});

describe('Designsystemet’s own words to screen readers', () => {
  const ours = readFileSync(join(import.meta.dirname, '../styles/designsystemet-language.css'), 'utf8');
  const theirs = readFileSync(createRequire(import.meta.filename).resolve('@digdir/designsystemet-css'), 'utf8');
  const names = new Set(
    [...theirs.matchAll(/(--dsc-[a-z-]+)\s*:\s*"[^"]*[A-Za-zÆØÅæøå]{2,}[^"]*"/g)].map((match) => match[1] ?? ''),
  );

  it('are found in its stylesheet', () => {
    expect(names.size).toBeGreaterThan(10);
  });

  it.each(['nn', 'en'])('are all said in %s', (language) => {
    const block = ours.slice(ours.indexOf(`:lang(${language})`)).split('}')[0] ?? '';
    for (const name of names) expect(block, name).toContain(`${name}:`);
  });
});
