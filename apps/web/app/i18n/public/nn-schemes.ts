import type { schemes as Bokmaal } from './nb-schemes.ts';

/** Messages of the page of schemes that a plan may use, in nynorsk. */
export const schemes: Record<keyof typeof Bokmaal, string> = {
  'schemes.title': 'Kva ordningar kan de bruke?',
  'schemes.lead':
    'Vel kven de er, kva som skal betalast, og kva tiltaket kostar. Vi held det mot reglane for kvar ordning, og seier kor mykje de høgst kan få, og kvifor ikkje.',
  'schemes.proposal':
    'Dette er eit forslag, ikkje eit avslag: den som forvaltar ordninga, avgjer. Reglane er gjevne att slik kjeldene har dei, med år og side. Les kjelda før de søkjer.',
  'schemes.actors': 'Kven er de?',
  'schemes.actorsHint': 'Hak av for alle som er med.',
  'schemes.phases': 'Kva skal betalast?',
  'schemes.total': 'Kva kostar tiltaket i alt, i kroner?',
  'schemes.from': 'Første år',
  'schemes.to': 'Siste år',
  'schemes.submit': 'Vis ordningane',
  'schemes.short': 'Kort sagt',
  'schemes.all': 'Reglar i {year}',
  'schemes.fits': 'Passar',
  'schemes.unsure': 'Kan passe',
  'schemes.doesNotFit': 'Passar ikkje etter reglane',
  'schemes.demand': 'Krav til korleis tiltaket blir planlagt',
  'schemes.atMost': 'Høgst {kroner} kroner',
  'schemes.upTo': 'høgst {kroner} kroner',
  'schemes.noLimit': 'Kjelda gir inga grense for kor mykje.',
  'schemes.disagree': 'Kjeldene er usamde',
  'schemes.side': '{rule} ({source})',
  'schemes.terms': 'Regelen',
  'schemes.since': 'Frå {from}',
  'schemes.during': '{from}–{to}',
  'schemes.ours': 'åra er lesne ut av kjelda',
  'schemes.conditions': 'I tillegg',
  'schemes.source': 'Kjelde',
  'schemes.page': 'side {page}',
  'schemes.undated': 'utan dato',
  'schemes.undatedYear': 'utan dato, truleg {year}',
  'schemes.back': 'Slik vart fem tiltak på tvers finansierte',
  'schemes.link': 'Kva ordningar kan de bruke?',
};
