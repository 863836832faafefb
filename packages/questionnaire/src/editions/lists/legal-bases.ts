import type { Option } from '../../definition.ts';

/**
 * Legal bases for exempting information from publication: the sections of offentleglova that can apply to a measure.
 * Codes and headings from `data/foi-exemptions.json`; §§ 25 and 26 (appointments, exams) never apply, and another act is
 * named as free text. The headings of §§ 20–24 are short titles: read them against Lovdata before a round opens.
 * Published editions share this list: add to it, but never change a code. A new wording is a new file.
 */
export const legalBases = [
  {
    code: 'OFFL_5',
    label: {
      nb: 'Offentleglova § 5: utsatt innsyn',
      nn: 'Offentleglova § 5: utsett innsyn',
      en: 'Freedom of Information Act section 5: deferred access',
    },
    help: {
      nb: 'Innsyn er utsatt til dokumentet er ferdig eller mottatt.',
      nn: 'Innsyn er utsett til dokumentet er ferdig eller motteke.',
      en: 'Access is deferred until the document is finished or received.',
    },
  },
  {
    code: 'OFFL_13',
    label: {
      nb: 'Offentleglova § 13: opplysninger som er underlagt taushetsplikt',
      nn: 'Offentleglova § 13: opplysningar som er underlagde teieplikt',
      en: 'Freedom of Information Act section 13: information subject to a duty of confidentiality',
    },
    help: {
      nb: 'Lovbestemt taushetsplikt, for eksempel om drifts- og forretningsforhold. Her skal opplysningene unntas.',
      nn: 'Lovfesta teieplikt, til dømes om drifts- og forretningsforhold. Her skal opplysningane haldast unna.',
      en: 'Statutory confidentiality, for example about business operations. This information must be withheld.',
    },
  },
  {
    code: 'OFFL_14',
    label: {
      nb: 'Offentleglova § 14: dokument utarbeidet for egen saksforberedelse (organinterne dokumenter)',
      nn: 'Offentleglova § 14: dokument utarbeidde for eiga saksførebuing (organinterne dokument)',
      en: 'Freedom of Information Act section 14: documents drawn up for the agency’s own preparation of a case',
    },
    help: {
      nb: 'Interne dokumenter i egen virksomhet. Passer sjelden for opplysninger som sendes til andre.',
      nn: 'Interne dokument i eiga verksemd. Passar sjeldan for opplysningar som blir sende til andre.',
      en: 'Internal documents of your own agency. Seldom fits information that is sent to others.',
    },
  },
  {
    code: 'OFFL_15',
    label: {
      nb: 'Offentleglova § 15: dokument innhentet utenfra for intern saksforberedelse',
      nn: 'Offentleglova § 15: dokument innhenta utanfrå for den interne saksførebuinga',
      en: 'Freedom of Information Act section 15: documents obtained externally for internal preparation of a case',
    },
    help: {
      nb: 'Innhentet fra over- eller underordnet organ, et annet departement eller en rådgiver.',
      nn: 'Innhenta frå over- eller underordna organ, eit anna departement eller ein rådgivar.',
      en: 'Obtained from a superior or subordinate body, another ministry or an adviser.',
    },
  },
  {
    code: 'OFFL_20',
    label: {
      nb: 'Offentleglova § 20: hensynet til Norges utenrikspolitiske interesser',
      nn: 'Offentleglova § 20: omsynet til Noregs utanrikspolitiske interesser',
      en: 'Freedom of Information Act section 20: Norway’s foreign policy interests',
    },
  },
  {
    code: 'OFFL_21',
    label: {
      nb: 'Offentleglova § 21: hensynet til nasjonale forsvars- og sikkerhetsinteresser',
      nn: 'Offentleglova § 21: omsynet til nasjonale forsvars- og tryggingsinteresser',
      en: 'Freedom of Information Act section 21: national defence and security interests',
    },
    help: {
      nb: 'Gradert informasjon skal aldri skrives inn her.',
      nn: 'Gradert informasjon skal aldri skrivast inn her.',
      en: 'Never enter classified information here.',
    },
  },
  {
    code: 'OFFL_22',
    label: {
      nb: 'Offentleglova § 22: visse budsjettsaker',
      nn: 'Offentleglova § 22: visse budsjettsaker',
      en: 'Freedom of Information Act section 22: certain budgetary matters',
    },
    help: {
      nb: 'Statlige budsjettsaker, for eksempel satsingsforslag før statsbudsjettet er lagt fram.',
      nn: 'Statlege budsjettsaker, til dømes satsingsforslag før statsbudsjettet er lagt fram.',
      en: 'State budget matters, for example proposals before the national budget is presented.',
    },
  },
  {
    code: 'OFFL_23',
    label: {
      nb: 'Offentleglova § 23: hensynet til det offentliges forhandlingsposisjon m.m.',
      nn: 'Offentleglova § 23: omsynet til det offentlege sin forhandlingsposisjon m.m.',
      en: 'Freedom of Information Act section 23: the public sector’s negotiating position, etc.',
    },
    help: {
      nb: 'Forhandlinger og anskaffelser, for eksempel kostnadsrammen før kontrakten er signert.',
      nn: 'Forhandlingar og innkjøp, til dømes kostnadsramma før kontrakten er signert.',
      en: 'Negotiations and procurement, for example the cost estimate before the contract is signed.',
    },
  },
  {
    code: 'OFFL_24',
    label: {
      nb: 'Offentleglova § 24: kontroll- og reguleringstiltak, dokument om lovbrudd m.m.',
      nn: 'Offentleglova § 24: kontroll- og reguleringstiltak, dokument om lovbrot m.m.',
      en: 'Freedom of Information Act section 24: control and regulatory measures, documents on offences, etc.',
    },
    help: {
      nb: 'Også opplysninger som kan gjøre det lettere å begå lovbrudd, for eksempel om sårbarheter i IT-systemer.',
      nn: 'Også opplysningar som kan gjere det lettare å bryte lova, til dømes om sårbare punkt i IT-system.',
      en: 'Also information that could make offences easier to commit, such as weaknesses in IT systems.',
    },
  },
] as const satisfies readonly Option[];
