import { staffText } from '../staff/index.ts';

/** The words of the page where claims of exemption are decided. */
export const useExemptionText = staffText({
  title: {
    nb: 'Unntak fra offentlighet {year}',
    nn: 'Unntak frå offentlegheit {year}',
    en: 'Exemptions from publication {year}',
  },
  lead: {
    nb: 'Virksomhetene sier her hva som ikke skal publiseres, og hvorfor. Ingenting som ikke er avgjort, blir publisert.',
    nn: 'Verksemdene seier her kva som ikkje skal publiserast, og kvifor. Ingenting som ikkje er avgjort, blir publisert.',
    en: 'Here agencies say what is not to be published, and why. Nothing undecided is published.',
  },
  noValues: {
    nb: 'Du ser hva som er unntatt og hvorfor. Selve svarene ser bare de som avgjør.',
    nn: 'Du ser kva som er unntatt og kvifor. Sjølve svara ser berre dei som avgjer.',
    en: 'You see what is exempt and why. Only those who decide see the answers themselves.',
  },
  shows: {
    nb: 'Vis',
    nn: 'Vis',
    en: 'Show',
  },
  'show.waiting': {
    nb: 'Venter på deg',
    nn: 'Ventar på deg',
    en: 'Waits for you',
  },
  'show.agency': {
    nb: 'Venter på virksomheten',
    nn: 'Ventar på verksemda',
    en: 'Waits for the agency',
  },
  'show.holds': {
    nb: 'Gjelder',
    nn: 'Gjeld',
    en: 'In force',
  },
  'show.over': {
    nb: 'Gjelder ikke lenger',
    nn: 'Gjeld ikkje lenger',
    en: 'No longer in force',
  },
  'show.all': {
    nb: 'Alle',
    nn: 'Alle',
    en: 'All',
  },
  agency: {
    nb: 'Virksomhet',
    nn: 'Verksemd',
    en: 'Agency',
  },
  any: {
    nb: 'Alle',
    nn: 'Alle',
    en: 'All',
  },
  choose: {
    nb: 'Vis',
    nn: 'Vis',
    en: 'Show',
  },
  reset: {
    nb: 'Vis alle virksomheter',
    nn: 'Vis alle verksemder',
    en: 'Show all agencies',
  },
  count: {
    nb: '{claims, plural, =0 {Ingen unntak} other {# unntak}} {measures, plural, =0 {} one {i # tiltak} other {i # tiltak}}',
    nn: '{claims, plural, =0 {Ingen unntak} other {# unntak}} {measures, plural, =0 {} one {i # tiltak} other {i # tiltak}}',
    en: '{claims, plural, =0 {No exemptions} one {# exemption} other {# exemptions}} {measures, plural, =0 {} one {in # measure} other {in # measures}}',
  },
  closed: {
    nb: 'Navnet er unntatt offentlighet',
    nn: 'Namnet er unntatt offentlegheit',
    en: 'The name is exempt from publication',
  },
  basis: {
    nb: 'Hjemmel',
    nn: 'Heimel',
    en: 'Legal basis',
  },
  noBasis: {
    nb: 'Ikke oppgitt',
    nn: 'Ikkje oppgitt',
    en: 'Not given',
  },
  expires: {
    nb: 'Virksomheten oppgir at det gjelder til og med',
    nn: 'Verksemda oppgir at det gjeld til og med',
    en: 'The agency says that it holds to the end of',
  },
  value: {
    nb: 'Svaret',
    nn: 'Svaret',
    en: 'The answer',
  },
  said: {
    nb: 'Hva som er sagt',
    nn: 'Kva som er sagt',
    en: 'What was said',
  },
  'state.undecided': {
    nb: 'Ikke avgjort',
    nn: 'Ikkje avgjort',
    en: 'Undecided',
  },
  'state.asked': {
    nb: 'Spurt om',
    nn: 'Spurt om',
    en: 'Asked about',
  },
  'state.answered': {
    nb: 'Besvart',
    nn: 'Svart på',
    en: 'Answered',
  },
  'state.accepted': {
    nb: 'Godtatt',
    nn: 'Godteke',
    en: 'Accepted',
  },
  'state.expired': {
    nb: 'Utløpt',
    nn: 'Gått ut',
    en: 'Ended',
  },
  'state.refused': {
    nb: 'Avslått',
    nn: 'Avslått',
    en: 'Refused',
  },
  'state.lapsed': {
    nb: 'Avslått, fristen er ute',
    nn: 'Avslått, fristen er ute',
    en: 'Refused, the time is over',
  },
  'step.accepted': {
    nb: '{name} godtok {time}',
    nn: '{name} godtok {time}',
    en: '{name} accepted {time}',
  },
  'step.acceptedUntil': {
    nb: '{name} godtok {time}, til og med {day}',
    nn: '{name} godtok {time}, til og med {day}',
    en: '{name} accepted {time}, to the end of {day}',
  },
  'step.refused': {
    nb: '{name} avslo {time}. Virksomheten kan svare til og med {day}',
    nn: '{name} avslo {time}. Verksemda kan svare til og med {day}',
    en: '{name} refused {time}. The agency may answer to the end of {day}',
  },
  'step.asked': {
    nb: '{name} spurte {time}',
    nn: '{name} spurde {time}',
    en: '{name} asked {time}',
  },
  'step.answered': {
    nb: '{name} i virksomheten svarte {time}',
    nn: '{name} i verksemda svara {time}',
    en: '{name} at the agency answered {time}',
  },
  'step.year': {
    nb: 'Sagt i runden {year}',
    nn: 'Sagt i runden {year}',
    en: 'Said in the {year} round',
  },
  'accept.open': {
    nb: 'Godta …',
    nn: 'Godta …',
    en: 'Accept …',
  },
  'accept.until': {
    nb: 'Siste dag unntaket gjelder (valgfritt)',
    nn: 'Siste dag unntaket gjeld (valfritt)',
    en: 'Last day the exemption holds (optional)',
  },
  'accept.help': {
    nb: 'Første utgave etter denne dagen viser svaret. Virksomheten får beskjed to uker før. Uten dag gjelder unntaket til noe annet er sagt.',
    nn: 'Første utgåve etter denne dagen viser svaret. Verksemda får beskjed to veker før. Utan dag gjeld unntaket til noko anna er sagt.',
    en: 'The first release after this day shows the answer. The agency is told two weeks before. Without a day the exemption holds until something else is said.',
  },
  'accept.send': {
    nb: 'Godta unntaket',
    nn: 'Godta unntaket',
    en: 'Accept the exemption',
  },
  'refuse.open': {
    nb: 'Avslå …',
    nn: 'Avslå …',
    en: 'Refuse …',
  },
  'refuse.words': {
    nb: 'Hvorfor? Virksomheten leser dette.',
    nn: 'Kvifor? Verksemda les dette.',
    en: 'Why? The agency reads this.',
  },
  'refuse.missing': {
    nb: 'Skriv hvorfor unntaket ikke kan godtas.',
    nn: 'Skriv kvifor unntaket ikkje kan godtakast.',
    en: 'Write why the exemption cannot be accepted.',
  },
  'refuse.until': {
    nb: 'Siste dag virksomheten kan svare (valgfritt)',
    nn: 'Siste dag verksemda kan svare (valfritt)',
    en: 'Last day the agency may answer (optional)',
  },
  'refuse.help': {
    nb: 'Minst to uker fram. Uten dag blir det to uker. Svarer virksomheten ikke, viser første utgave etter dagen svaret.',
    nn: 'Minst to veker fram. Utan dag blir det to veker. Svarar verksemda ikkje, viser første utgåve etter dagen svaret.',
    en: 'At least two weeks on. Without a day it is two weeks. If the agency does not answer, the first release after the day shows the answer.',
  },
  'refuse.send': {
    nb: 'Avslå unntaket',
    nn: 'Avslå unntaket',
    en: 'Refuse the exemption',
  },
  'ask.open': {
    nb: 'Spør virksomheten …',
    nn: 'Spør verksemda …',
    en: 'Ask the agency …',
  },
  'ask.words': {
    nb: 'Hva vil du spørre virksomheten om?',
    nn: 'Kva vil du spørje verksemda om?',
    en: 'What do you want to ask the agency?',
  },
  'ask.missing': {
    nb: 'Skriv hva du vil spørre om.',
    nn: 'Skriv kva du vil spørje om.',
    en: 'Write what you want to ask.',
  },
  'ask.send': {
    nb: 'Send spørsmålet',
    nn: 'Send spørsmålet',
    en: 'Send the question',
  },
  'done.accepted': {
    nb: 'Unntaket er godtatt.',
    nn: 'Unntaket er godteke.',
    en: 'The exemption is accepted.',
  },
  'done.refused': {
    nb: 'Unntaket er avslått. Svaret er ikke offentlig før virksomheten har hatt tid til å svare.',
    nn: 'Unntaket er avslått. Svaret er ikkje offentleg før verksemda har hatt tid til å svare.',
    en: 'The exemption is refused. The answer stays closed until the agency has had time to answer.',
  },
  'done.asked': {
    nb: 'Spørsmålet er sendt til virksomheten. Svaret er ikke offentlig mens du venter.',
    nn: 'Spørsmålet er sendt til verksemda. Svaret er ikkje offentleg mens du ventar.',
    en: 'The question is sent to the agency. The answer stays closed while you wait.',
  },
  changed: {
    nb: 'Det ble ikke lagret: Virksomheten har sendt inn noe annet siden du åpnet siden. Under ser du unntaket slik det er nå. Les det på nytt før du avgjør det.',
    nn: 'Det blei ikkje lagra: Verksemda har sendt inn noko anna sidan du opna sida. Under ser du unntaket slik det er no. Les det på nytt før du avgjer det.',
    en: 'It was not saved: the agency has sent in something else since you opened the page. Below is the exemption as it is now. Read it again before you decide.',
  },
  failed: {
    nb: 'Det ble ikke lagret: {reason}',
    nn: 'Det blei ikkje lagra: {reason}',
    en: 'It was not saved: {reason}',
  },
});
