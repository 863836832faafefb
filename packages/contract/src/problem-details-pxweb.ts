import type { Text } from '@samblikk/questionnaire';

/** What problems say of requests in the manner of PxWebApi 2. */
export const pxwebDetails = {
  noPxTable: {
    nb: 'Det er ingen tabell {table}. Tabellene står på /api/pxwebapi/v2/tables.',
    nn: 'Det er ingen tabell {table}. Tabellane står på /api/pxwebapi/v2/tables.',
    en: 'There is no table {table}. The tables are listed at /api/pxwebapi/v2/tables.',
  },
  noPxPage: {
    nb: 'Det er ingen side {page}. Den siste er {last}.',
    nn: 'Det er inga side {page}. Den siste er {last}.',
    en: 'There is no page {page}. The last is {last}.',
  },
  noPxVariable: {
    nb: 'Tabellen har ingen variabel {variable}. Disse finnes: {known}.',
    nn: 'Tabellen har ingen variabel {variable}. Desse finst: {known}.',
    en: 'The table has no variable {variable}. Known: {known}.',
  },
  noPxValue: {
    nb: '{value} er ingen verdi av variabelen {variable}.',
    nn: '{value} er ingen verdi av variabelen {variable}.',
    en: '{value} is not a valid value for the variable {variable}.',
  },
  pxExpression: {
    nb: '{value} kan ikke leses som et utvalg. Bruk koder, *, ?, top(n), bottom(n), from(kode), to(kode) eller [range(kode,kode)].',
    nn: '{value} kan ikkje lesast som eit utval. Bruk kodar, *, ?, top(n), bottom(n), from(kode), to(kode) eller [range(kode,kode)].',
    en: '{value} cannot be read as a selection. Use codes, *, ?, top(n), bottom(n), from(code), to(code) or [range(code,code)].',
  },
  pxMissing: {
    nb: 'Variabelen {variable} kan ikke utelates. Velg minst én verdi.',
    nn: 'Variabelen {variable} kan ikkje utelatast. Vel minst éin verdi.',
    en: 'The variable {variable} cannot be left out. Select at least one value.',
  },
  noPxCodelist: {
    nb: 'Det er ingen kodeliste {codelist} her.',
    nn: 'Det er inga kodeliste {codelist} her.',
    en: 'There is no code list {codelist} here.',
  },
  pxPlacement: {
    nb: 'heading og stub må nevne variabler i utvalget, hver én gang. Feilen gjelder {variable}.',
    nn: 'heading og stub må nemne variablar i utvalet, kvar éin gong. Feilen gjeld {variable}.',
    en: 'heading and stub must name variables of the selection, each once. The fault concerns {variable}.',
  },
  pxFormat: {
    nb: 'Formatet {format} gis ikke her. Disse finnes: {known}.',
    nn: 'Formatet {format} er ikkje å få her. Desse finst: {known}.',
    en: 'The format {format} is not given here. Known: {known}.',
  },
  pxFormatParams: {
    nb: '{params} kan ikke brukes med formatet {format}, eller ikke sammen.',
    nn: '{params} kan ikkje brukast med formatet {format}, eller ikkje saman.',
    en: '{params} cannot be used with the format {format}, or not together.',
  },
  pxCells: {
    nb: 'Utvalget har {cells} celler. Det kan ha høyst {most}.',
    nn: 'Utvalet har {cells} celler. Det kan ha høgst {most}.',
    en: 'The selection has {cells} cells. It may have {most} at most.',
  },
} satisfies Record<string, Text>;
