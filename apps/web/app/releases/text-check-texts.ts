import type { Text } from '@samblikk/questionnaire';

/** What is said where a text is held against a release. */
export const textCheckTexts = {
  'check.title': { nb: 'Kontroller en tekst', nn: 'Kontroller ein tekst', en: 'Check a text' },
  'check.link': {
    nb: 'Kontroller tallene i en tekst mot utgaven',
    nn: 'Kontroller tala i ein tekst mot utgåva',
    en: 'Check the numbers in a text against the release',
  },
  'check.intro': {
    nb: 'Tallene i teksten telles på nytt i utgave {number} av runden {year}. Du får vite hvilke som ikke stemmer, og hvilke andeler som mangler grunnlaget sitt. Teksten blir ikke lagret.',
    nn: 'Tala i teksten blir talde på nytt i utgåve {number} av runden {year}. Du får vite kva for nokre som ikkje stemmer, og kva delar som manglar grunnlaget sitt. Teksten blir ikkje lagra.',
    en: 'The numbers in the text are counted anew in release {number} of the {year} round. You are told which do not agree, and which shares lack their base. The text is not kept.',
  },
  'check.file': { nb: 'Teksten', nn: 'Teksten', en: 'The text' },
  'check.fileHelp': {
    nb: 'Word (.docx), nettside (.html) eller ren tekst (.txt), høyst {size} MB.',
    nn: 'Word (.docx), nettside (.html) eller rein tekst (.txt), høgst {size} MB.',
    en: 'Word (.docx), web page (.html) or plain text (.txt), at most {size} MB.',
  },
  'check.fileMissing': { nb: 'Velg en fil.', nn: 'Vel ei fil.', en: 'Choose a file.' },
  'check.fileTooLarge': {
    nb: 'Filen er større enn {size} MB.',
    nn: 'Fila er større enn {size} MB.',
    en: 'The file is larger than {size} MB.',
  },
  'check.send': { nb: 'Kontroller', nn: 'Kontroller', en: 'Check' },
  'check.busy': { nb: 'Kontrollerer …', nn: 'Kontrollerer …', en: 'Checking …' },
  'check.failed': {
    nb: 'Teksten kunne ikke kontrolleres. Prøv igjen.',
    nn: 'Teksten kunne ikkje kontrollerast. Prøv igjen.',
    en: 'The text could not be checked. Try again.',
  },
  'check.result': { nb: 'Resultat for {name}', nn: 'Resultat for {name}', en: 'Result for {name}' },
  'check.sum': {
    nb: '{right, plural, one {# tall} other {# tall}} stemmer. {wrong, plural, =0 {Ingen} other {#}} er feil, {base, plural, =0 {ingen} other {#}} mangler grunnlag, {unsure, plural, =0 {ingen} other {#}} er usikre, og {untied, plural, =0 {ingen} other {#}} kunne ikke knyttes til noe.',
    nn: '{right, plural, one {# tal} other {# tal}} stemmer. {wrong, plural, =0 {Ingen} other {#}} er feil, {base, plural, =0 {ingen} other {#}} manglar grunnlag, {unsure, plural, =0 {ingen} other {#}} er usikre, og {untied, plural, =0 {ingen} other {#}} kunne ikkje knytast til noko.',
    en: '{right, plural, one {# number agrees} other {# numbers agree}}. {wrong, plural, =0 {None} other {#}} are wrong, {base, plural, =0 {none} other {#}} lack their base, {unsure, plural, =0 {none} other {#}} are unsure, and {untied, plural, =0 {none} other {#}} could not be tied to anything.',
  },
  'check.findings': { nb: 'Dette bør du se på', nn: 'Dette bør du sjå på', en: 'What to look at' },
  'check.none': {
    nb: 'Ingen tall i teksten er i strid med utgaven.',
    nn: 'Ingen tal i teksten er i strid med utgåva.',
    en: 'No number in the text disagrees with the release.',
  },
  'check.wrong': { nb: 'Feil', nn: 'Feil', en: 'Wrong' },
  'check.base': { nb: 'Mangler grunnlag', nn: 'Manglar grunnlag', en: 'Lacks its base' },
  'check.unsure': { nb: 'Usikkert', nn: 'Usikkert', en: 'Unsure' },
  'check.line': { nb: 'Linje {line}', nn: 'Linje {line}', en: 'Line {line}' },
  'check.lineIn': { nb: 'Linje {line}, {heading}', nn: 'Linje {line}, {heading}', en: 'Line {line}, {heading}' },
  'check.says': { nb: 'Utgaven sier', nn: 'Utgåva seier', en: 'The release says' },
  'check.todo': { nb: 'Gjør dette', nn: 'Gjer dette', en: 'What to do' },
  'check.measures': { nb: 'Se tiltakene', nn: 'Sjå tiltaka', en: 'See the measures' },
  'check.right': {
    nb: 'Tall som stemmer ({n, number})',
    nn: 'Tal som stemmer ({n, number})',
    en: 'Numbers that agree ({n, number})',
  },
  'check.untied': {
    nb: 'Tall som ikke kunne knyttes til noe ({n, number})',
    nn: 'Tal som ikkje kunne knytast til noko ({n, number})',
    en: 'Numbers that could not be tied to anything ({n, number})',
  },
  'check.untiedText': {
    nb: 'Disse er ikke kontrollert. Se over dem selv.',
    nn: 'Desse er ikkje kontrollerte. Sjå over dei sjølv.',
    en: 'These are not checked. Look them over yourself.',
  },
} as const satisfies Record<string, Text>;
