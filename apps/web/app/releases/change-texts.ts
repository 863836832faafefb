import { staffText } from '../staff/index.ts';

/** What changed from one release to another, in words: on pages of staff, and on the public page of a release. */
export const useChangeText = staffText({
  why: { nb: 'Hvorfor utgaven ble laget', nn: 'Kvifor utgåva vart laga', en: 'Why the release was made' },
  since: { nb: 'Endret siden utgave {name}', nn: 'Endra sidan utgåve {name}', en: 'Changed since release {name}' },
  none: {
    nb: 'Ingen tiltak eller svar er endret.',
    nn: 'Ingen tiltak eller svar er endra.',
    en: 'No measure or answer has changed.',
  },
  added: {
    nb: '{n, plural, one {# nytt tiltak} other {# nye tiltak}}',
    nn: '{n, plural, one {# nytt tiltak} other {# nye tiltak}}',
    en: '{n, plural, one {# new measure} other {# new measures}}',
  },
  removed: {
    nb: '{n, plural, one {# tiltak som ikke er med lenger} other {# tiltak som ikke er med lenger}}',
    nn: '{n, plural, one {# tiltak som ikkje er med lenger} other {# tiltak som ikkje er med lenger}}',
    en: '{n, plural, one {# measure no longer included} other {# measures no longer included}}',
  },
  changed: {
    nb: '{n, plural, one {# tiltak med endrede svar} other {# tiltak med endrede svar}}',
    nn: '{n, plural, one {# tiltak med endra svar} other {# tiltak med endra svar}}',
    en: '{n, plural, one {# measure with changed answers} other {# measures with changed answers}}',
  },
  before: { nb: 'Før', nn: 'Før', en: 'Before' },
  after: { nb: 'Nå', nn: 'No', en: 'Now' },
  blank: { nb: 'Ikke besvart', nn: 'Ikkje svart på', en: 'Not answered' },
  withheld: { nb: 'Unntatt offentlighet', nn: 'Unnateke offentlegheit', en: 'Exempt from publication' },
  'reason.late': { nb: 'sendt inn etter fristen', nn: 'sendt inn etter fristen', en: 'submitted after the deadline' },
  'reason.submitted': { nb: 'sendt inn', nn: 'sendt inn', en: 'submitted' },
  'reason.moreTime': { nb: 'med mer tid', nn: 'med meir tid', en: 'with more time' },
  'reason.corrected': {
    nb: 'rettet etter kvalitetskontroll',
    nn: 'retta etter kvalitetskontroll',
    en: 'corrected after quality control',
  },
  'reason.expired': {
    nb: 'unntaket fra offentlighet gikk ut',
    nn: 'unntaket frå offentlegheit gjekk ut',
    en: 'the exemption from publication ended',
  },
  opened: {
    nb: '{label}: unntaket gikk ut {day}',
    nn: '{label}: unntaket gjekk ut {day}',
    en: '{label}: the exemption ended on {day}',
  },
  openedBasis: {
    nb: '{label}: unntaket ({basis}) gikk ut {day}',
    nn: '{label}: unntaket ({basis}) gjekk ut {day}',
    en: '{label}: the exemption ({basis}) ended on {day}',
  },
  'reason.exemption': {
    nb: 'unntaket fra offentlighet er endret',
    nn: 'unntaket frå offentlegheit er endra',
    en: 'the exemption from publication has changed',
  },
  'reason.withdrawn': { nb: 'tatt ut av virksomheten', nn: 'teke ut av verksemda', en: 'taken out by the agency' },
  'reason.unpublished': { nb: 'trukket tilbake av Digdir', nn: 'trekt tilbake av Digdir', en: 'withdrawn by Digdir' },
  'why.answer': { nb: 'Hvorfor', nn: 'Kvifor', en: 'Why' },
  'why.onlyNorwegian': {
    nb: '(Bare skrevet på bokmål.)',
    nn: '(Berre skrive på bokmål.)',
    en: '(Written in Norwegian only.)',
  },
});
