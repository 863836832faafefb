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
    nb: 'Dette kan ikke utelates: {variables}. Velg minst én verdi av hver variabel.',
    nn: 'Dette kan ikkje utelatast: {variables}. Vel minst éin verdi av kvar variabel.',
    en: 'These cannot be left out: {variables}. Select at least one value of each variable.',
  },
  pxOldBody: {
    nb: 'Innholdet er som i PxWebApi 1 (query, response). Dette er PxWebApi 2: utvalget står i selection, med variableCode og valueCodes, og formatet i outputFormat i adressen.',
    nn: 'Innhaldet er som i PxWebApi 1 (query, response). Dette er PxWebApi 2: utvalet står i selection, med variableCode og valueCodes, og formatet i outputFormat i adressa.',
    en: 'The body is as in PxWebApi 1 (query, response). This is PxWebApi 2: the selection stands in selection, with variableCode and valueCodes, and the format in outputFormat of the address.',
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
