import {
  type Edition,
  findQuestion,
  format,
  type Issue,
  issueText,
  type Language,
  type Text,
} from '@samblikk/questionnaire';
import { formatDay } from '@samblikk/text';

/** What a list itself can have wrong, beside what the questionnaire says about answers. */
const rowTexts = {
  severalTicked: {
    nb: 'Flere kolonner er krysset av. Kryss av bare én.',
    nn: 'Fleire kolonner er kryssa av. Kryss av berre éi.',
    en: 'Several columns are ticked. Tick only one.',
  },
  notTicked: {
    nb: 'Skriv x for ja, eller la cellen stå tom.',
    nn: 'Skriv x for ja, eller lat cella stå tom.',
    en: 'Write x for yes, or leave the cell empty.',
  },
  rounded: {
    nb: 'Beløpet er rundet av til hele kroner.',
    nn: 'Beløpet er runda av til heile kroner.',
    en: 'The amount is rounded to whole kroner.',
  },
  firstDay: {
    nb: '«{text}» er ikke en dag. Vi bruker den første dagen: {day}.',
    nn: '«{text}» er ikkje ein dag. Vi bruker den første dagen: {day}.',
    en: '“{text}” is not a day. We use the first day: {day}.',
  },
  lastDay: {
    nb: '«{text}» er ikke en dag. Vi bruker den siste dagen: {day}.',
    nn: '«{text}» er ikkje ein dag. Vi bruker den siste dagen: {day}.',
    en: '“{text}” is not a day. We use the last day: {day}.',
  },
  hiddenRow: {
    nb: 'Raden er skjult i regnearket, og blir ikke tatt med.',
    nn: 'Rada er gøymd i reknearket, og blir ikkje teken med.',
    en: 'The row is hidden in the spreadsheet, and is left out.',
  },
  noBasis: {
    nb: 'Skriv hvilken bestemmelse som gir unntak, for eksempel «offl. § 23», eller la cellen stå tom.',
    nn: 'Skriv kva føresegn som gir unntak, til dømes «offl. § 23», eller lat cella stå tom.',
    en: 'Write which section allows the exemption, for example “offl. § 23”, or leave the cell empty.',
  },
  openAndExempt: {
    nb: 'Raden sier både at alt kan publiseres og at noe er unntatt. Rett en av cellene.',
    nn: 'Rada seier både at alt kan publiserast og at noko er unnateke. Rett ei av cellene.',
    en: 'The row says both that everything can be published and that something is exempt. Correct one of the cells.',
  },
  outcomeSaid: {
    nb: 'Tiltaket er over, ifølge «{text}». Det blir lagret, og tiltaket meldes ikke i år.',
    nn: 'Tiltaket er over, ifølgje «{text}». Det blir lagra, og tiltaket blir ikkje meldt i år.',
    en: 'The measure is over, according to “{text}”. That is noted, and the measure is not reported this year.',
  },
  outcomeNew: {
    nb: 'Tiltaket er over, ifølge «{text}», og har ikke vært meldt før. Raden blir ikke tatt med.',
    nn: 'Tiltaket er over, ifølgje «{text}», og har ikkje vore meldt før. Rada blir ikkje teken med.',
    en: 'The measure is over, according to “{text}”, and was not reported before. The row is left out.',
  },
  outcomeHere: {
    nb: '«{text}» er ingen fase. Skal tiltaket ikke meldes i år, tar dere det ut i skjemaet.',
    nn: '«{text}» er ingen fase. Skal tiltaket ikkje meldast i år, tek de det ut i skjemaet.',
    en: '“{text}” is no phase. If the measure is not to be reported this year, take it out in the form.',
  },
  errorValue: {
    nb: 'Cellen viser feilen {text}. Rett den i regnearket, eller la cellen stå tom.',
    nn: 'Cella viser feilen {text}. Rett han i reknearket, eller lat cella stå tom.',
    en: 'The cell shows the error {text}. Correct it in the spreadsheet, or leave the cell empty.',
  },
  notCalculated: {
    nb: 'Cellen har en formel som ikke er regnet ut. Åpne og lagre regnearket i Excel, og last det opp på nytt.',
    nn: 'Cella har ein formel som ikkje er rekna ut. Opne og lagre reknearket i Excel, og last det opp på nytt.',
    en: 'The cell has a formula that is not calculated. Open and save the workbook in Excel, and upload it again.',
  },
  sameTitle: {
    nb: '{count, plural, one {Rad {rows} har} other {Radene {rows} har}} samme navn. Er det samme tiltak, hopper dere over alle unntatt én.',
    nn: '{count, plural, one {Rad {rows} har} other {Radene {rows} har}} same namn. Er det same tiltaket, hoppar de over alle unnateke éi.',
    en: '{count, plural, one {Row {rows} has} other {Rows {rows} have}} the same name. If it is the same measure, leave out all but one.',
  },
  totals: {
    nb: 'Ser ut som en sum av de andre radene, og blir hoppet over.',
    nn: 'Ser ut som ein sum av dei andre radene, og blir hoppa over.',
    en: 'Looks like the sum of the other rows, and is left out.',
  },
  skippedBefore: {
    nb: 'Dere hoppet over en rad med dette navnet sist, så den blir hoppet over nå også.',
    nn: 'De hoppa over ei rad med dette namnet sist, så ho blir hoppa over no òg.',
    en: 'You left out a row with this name last time, so it is left out now as well.',
  },
  noTitle: {
    nb: 'Raden har ikke noe navn på tiltaket. Skriv navnet, eller hopp over raden.',
    nn: 'Rada har ikkje noko namn på tiltaket. Skriv namnet, eller hopp over rada.',
    en: 'The row has no name of the measure. Write the name, or leave the row out.',
  },
  unknownNumber: {
    nb: 'Virksomheten har ikke noe tiltak med dette nummeret. Rett nummeret, eller la cellen stå tom for et nytt tiltak.',
    nn: 'Verksemda har ikkje noko tiltak med dette nummeret. Rett nummeret, eller lat cella stå tom for eit nytt tiltak.',
    en: 'The agency has no measure with this number. Correct it, or leave the cell empty for a new measure.',
  },
  duplicate: {
    nb: 'Rad {first} er om det samme tiltaket. Ta bort den ene.',
    nn: 'Rad {first} er om det same tiltaket. Ta bort den eine.',
    en: 'Row {first} is about the same measure. Remove one of them.',
  },
  otherTitle: {
    nb: 'Raden har samme nummer som «{title}», men et annet navn. Se etter at det er samme tiltak.',
    nn: 'Rada har same nummer som «{title}», men eit anna namn. Sjå etter at det er same tiltaket.',
    en: 'The row has the same number as “{title}”, but another name. Check that it is the same measure.',
  },
  unknownBody: {
    nb: 'Vi kjenner ikke «{word}». Velg hvem det er under «Ord vi ikke forstår», ellers blir ordet ikke tatt med.',
    nn: 'Vi kjenner ikkje «{word}». Vel kven det er under «Ord vi ikkje forstår», elles blir ordet ikkje teke med.',
    en: 'We do not know “{word}”. Choose who it is under “Words we do not understand”, or the word is left out.',
  },
  becomesPublic: {
    nb: 'Svar som er unntatt offentlighet, blir offentlige. Dette må bekreftes for seg.',
    nn: 'Svar som er unnatekne offentlegheit, blir offentlege. Dette må stadfestast for seg.',
    en: 'Answers that are exempt from publication become public. This must be confirmed by itself.',
  },
  settled: {
    nb: 'Dere har sagt at dette tiltaket ikke meldes i år. Lagres raden, meldes det likevel.',
    nn: 'De har sagt at dette tiltaket ikkje blir meldt i år. Blir rada lagra, blir det meldt likevel.',
    en: 'You have said that this measure is not reported this year. If the row is imported, it is reported after all.',
  },
} as const satisfies Record<string, Text>;

export type RowCode = keyof typeof rowTexts;

/** One thing to say about a row: where, what was there, and what is the matter. */
export interface RowIssue extends Issue {
  readonly row: number;
  /** The column as the spreadsheet names it, `C`. */
  readonly column?: string;
  readonly value?: string;
  /** The cell is left out, and the rest of the row taken in. */
  readonly leftOut?: true;
}

const leftOut: Text = {
  nb: 'Cellen blir ikke tatt med.',
  nn: 'Cella blir ikkje teken med.',
  en: 'The cell is left out.',
};

/** An issue about a row that no question has a word for. */
export function rowIssue(
  row: number,
  code: RowCode,
  { level = 'error', question = '', params = {}, ...place }: Partial<Omit<RowIssue, 'row' | 'code'>> = {},
): RowIssue {
  return { row, code, question, params, level, ...place };
}

/** What an issue says, in words. */
export function rowIssueText(issue: RowIssue, edition: Edition, language: Language): string {
  if (issue.leftOut) {
    const { leftOut: _, ...rest } = issue;
    return `${leftOut[language]} ${rowIssueText(rest, edition, language)}`;
  }
  const own = (rowTexts as Readonly<Record<string, Text>>)[issue.code];
  if (!own) return issueText(issue, edition, language);
  const label = findQuestion(edition, issue.question)?.label[language];
  const { day } = issue.params;
  const params = typeof day === 'string' ? { ...issue.params, day: formatDay(day, language) } : issue.params;
  const said = format(own, language, params);
  return label === undefined ? said : `${label}${/[?!]$/.test(label) ? '' : ':'} ${said}`;
}
