import { access, constants } from 'node:fs/promises';
import { format, type Text } from '@samblikk/questionnaire';
import { fileIssueLine, formTexts, type ImportResult, importRound } from '../intake/index.ts';
import { type Command, type CommandCall, lang, required, round, text, UsageError, yearOf } from './command.ts';

const texts = {
  refused: {
    nb: 'Ingenting ble tatt inn: {errors, plural, one {# feil} other {# feil}}, {warnings, plural, one {# merknad} other {# merknader}}.',
    nn: 'Ingenting vart teke inn: {errors, plural, one {# feil} other {# feil}}, {warnings, plural, one {# merknad} other {# merknader}}.',
    en: 'Nothing was imported: {errors, plural, one {# error} other {# errors}}, {warnings, plural, one {# warning} other {# warnings}}.',
  },
  read: {
    nb: 'Runde {year}, utgave {edition}: {rows, number} tiltak lest fra {asked, number} virksomheter.',
    nn: 'Runde {year}, utgåve {edition}: {rows, number} tiltak lesne frå {asked, number} verksemder.',
    en: 'Round {year}, edition {edition}: {rows, number} measures read from {asked, number} agencies.',
  },
  done: {
    nb: '{added, number} nye, {changed, number} endret, {unchanged, number} som før. {late, number} kom etter fristen. {submissions, number} innsendinger. {warnings, number} merknader.',
    nn: '{added, number} nye, {changed, number} endra, {unchanged, number} som før. {late, number} kom etter fristen. {submissions, number} innsendingar. {warnings, number} merknader.',
    en: '{added, number} new, {changed, number} changed, {unchanged, number} as before. {late, number} came after the deadline. {submissions, number} submissions. {warnings, number} warnings.',
  },
  absent: {
    nb: '{absent, number} tiltak som er tatt inn tidligere, står ikke i filen. De er beholdt.',
    nn: '{absent, number} tiltak som er tekne inn tidlegare, står ikkje i fila. Dei er haldne på.',
    en: '{absent, number} measures imported earlier are not in the file. They are kept.',
  },
  unchanged: {
    nb: 'Alt er tatt inn før. Ingenting ble endret.',
    nn: 'Alt er teke inn før. Ingenting vart endra.',
    en: 'All of it was imported before. Nothing was changed.',
  },
  dryRun: {
    nb: 'Dette var en prøve. Ingenting ble lagret.',
    nn: 'Dette var ei prøve. Ingenting vart lagra.',
    en: 'This was a dry run. Nothing was stored.',
  },
} as const satisfies Record<string, Text>;

export const importCommand: Command = {
  name: 'import',
  summary:
    'Takes a round in from its population file and survey file: all or nothing, and the same again changes nothing',
  options: {
    round,
    population: { type: 'string', value: 'FILE', help: 'the agencies that were asked (CSV)', required: true },
    answers: { type: 'string', value: 'FILE', help: 'their measures (CSV)', required: true },
    edition: { type: 'string', value: 'EDITION', help: 'for a new round: its edition; that of its year when left out' },
    'dry-run': { type: 'boolean', help: 'does all of it and takes it back: tells what would happen' },
    lang,
  },
  async run(call) {
    const files = { population: await readable(call, 'population'), answers: await readable(call, 'answers') };
    const year = yearOf(call);
    const result = await importRound(await call.db(), {
      year,
      ...files,
      edition: text(call, 'edition'),
      dryRun: call.values['dry-run'] === true,
      actor: 'system:command-line',
      onIssue: (issue, edition) => call.tell(fileIssueLine(issue, edition, call.language)),
    });
    for (const line of summary(call, result)) await call.out(`${line}\n`);
    return result.ok;
  },
};

async function readable(call: CommandCall, option: 'population' | 'answers'): Promise<string> {
  const path = required(call, option);
  await access(path, constants.R_OK).catch(() => {
    throw new UsageError(`--${option} ${path}: there is no such file, or it cannot be read.`);
  });
  return path;
}

function summary({ language }: CommandCall, result: ImportResult): string[] {
  const { year, edition, ok, changed, dryRun, forms, agencies, measures, submissions, counts } = result;
  const say = (name: keyof typeof texts, params = {}) => format(texts[name], language, params);
  const notes = (['population', 'answers'] as const).flatMap((file) =>
    forms[file].notes.map((note) => `${file}: ${format(formTexts[note], language)}`),
  );
  // A year is a name, and takes no thousands separator.
  const read = say('read', { year: String(year), edition, rows: measures.rows, asked: agencies.asked });
  if (!ok) return [...notes, say('refused', { ...counts })];
  return [
    ...notes,
    read,
    say('done', { ...measures, submissions, warnings: counts.warnings }),
    ...(measures.absent > 0 ? [say('absent', { absent: measures.absent })] : []),
    ...(changed ? [] : [say('unchanged')]),
    ...(dryRun ? [say('dryRun')] : []),
  ];
}
