/**
 * The words of statistics, in bokmål, nynorsk and English. What is said about measures is not here: that is the edition's own
 * words; `synonyms` are other ways to say them.
 */

/** What a word before a number does to it: the number is told as a limit, or nearly. Longer phrases first. */
export const hedges: readonly { readonly words: RegExp; readonly as: 'above' | 'below' | 'about' }[] = [
  {
    words:
      /(?:i overkant av|godt over|litt over|mer enn|meir enn|over|minst|more than|well over|just over|over|at least|above)$/iu,
    as: 'above',
  },
  {
    words:
      /(?:i underkant av|nesten|knapt|snaut|så godt som|like under|litt under|nær|under|mindre enn|opp mot|inntil|nearly|almost|just under|slightly less than|a little less than|less than|fewer than|below)$/iu,
    as: 'below',
  },
  {
    words:
      /(?:om lag|omtrent|omkring|ca\.?|cirka|circa|rundt|tilnærmet|tilnærma|bortimot|about|around|roughly|approximately|some)$/iu,
    as: 'about',
  },
];

/** Shares in words. `words` stands for the whole expression. */
export const fractions: readonly { readonly words: RegExp; readonly share: number }[] = [
  { words: /\b(?:to tredje?deler|to tredelar|to tredeler|two[ -]thirds)(?![\p{L}])/giu, share: 200 / 3 },
  { words: /\b(?:tre fjerdedeler|tre fjerdedelar|three[ -]quarters)(?![\p{L}])/giu, share: 75 },
  { words: /\b(?:halvparten|halvdelen|halvparten|half)(?![\p{L}])/giu, share: 50 },
  { words: /\b(?:(?:en|ein|a|one)[ -])(?:tredje?del|tredel|third)(?![\p{L}])/giu, share: 100 / 3 },
  { words: /\b(?:(?:en|ein|a|one)[ -])(?:fjerdedel|firedel|kvart|quarter|fourth)(?![\p{L}])/giu, share: 25 },
  { words: /\b(?:(?:en|ein|a|one)[ -])(?:femtedel|femdel|fifth)(?![\p{L}])/giu, share: 20 },
  { words: /\b(?:(?:en|ein|a|one)[ -])(?:sjettedel|seksdel|sixth)(?![\p{L}])/giu, share: 100 / 6 },
  { words: /\b(?:(?:en|ein|a|one)[ -])(?:tidel|tiendedel|tenth)(?![\p{L}])/giu, share: 10 },
];

/** Words that tell roughly how large a share is, and the limits within which they are fair, in per cent. */
export const vagueWords: readonly { readonly words: RegExp; readonly from: number; readonly to: number }[] = [
  {
    words: /(?<!\p{L})(?:nesten alle|så godt som alle|nær alle|nær sagt alle|almost all|nearly all)(?!\p{L})/giu,
    from: 90,
    to: 100,
  },
  {
    words:
      /(?<!\p{L})(?:flertallet|fleirtalet|flesteparten|de fleste|dei fleste|mesteparten|majoriteten|a majority of|the majority|most of the)(?!\p{L})/giu,
    from: 50,
    to: 100,
  },
];

/** How far from a rounded share a fraction or an "about" may be and still be fair, in percentage points. */
export const tolerance = { exact: 7, about: 5, reach: 15 };

/** Words that say that what is counted is a selection already told of. */
export const backward =
  /(?<!\p{L})(?:disse|desse|dette|dei? som|av dem|av dei|blant de|hvorav|deriblant|øvrige|the latter|these|those|this|of them|of which|de \d+|dei \d+|hensikt|formålet|føremålet)(?!\p{L})/iu;

/** Words that say that something was otherwise another year. */
export const change =
  /(?<!\p{L})(?:økning\w*|auke|auken|har økt|økte|har auka|nedgang\w*|gått ned|gått opp|sunket|falt|sokke|falle|steget|stige|vokst|vakse|i likhet med i fjor|tilnærmet identisk|increase\w*|decrease\w*|rose|fell|grew|risen|fallen|growth|decline\w*)(?!\p{L})/iu;

/** That something came after the deadline, which no answer tells. */
export const afterDeadline =
  /(?:etter|before|after|før)\s+(?:svar)?(?:fristen|the deadline)|(?<!\p{L})late answers?(?!\p{L})/iu;

/** That answers are exempt from publication, which no answer tells either. */
export const keptBack =
  /(?:svar\p{L}*\s+er|er\s+svar\p{L}*|av\s+de[mi]\s+er|(?:answers?|of\s+them)\s+(?:is|are))\s+(?:unntatt|unnate\p{L}*|exempt)(?!\p{L})/iu;

/** Words for the year before. */
export const yearBefore = /(?<!\p{L})(?:i fjor|fjoråret\w*|fjorårets|året før|last year|the year before)(?!\p{L})/iu;

export const negations =
  /^(?:ikke|ikkje|ingen|inga|mangler|manglar|manglende|manglande|mangel|mangelen|uten|utan|not|no|without|lack|lacks|lacking)$/iu;
export const partlyWords = /^(?:delvis|partly|partially)$/iu;
/** That there is no answer, and that there is one. */
export const unanswered =
  /(?<!\p{L})(?:ikke|ikkje|not)\s+(?:\p{L}+\s+)?(?:oppgitt|oppgjeve|svart|svara|besvart|svar|stated|answered|given)|ubesvart|uten svar|utan svar|mangl(?:er|ar) svar|without an? (?:answer|stated)|(?<!\p{L})(?:(?:do|does|did)\s+not\s+(?:state|answer)|states?\s+no|left\s+blank|often\s+blank)(?!\p{L})/iu;
export const answered =
  /(?<!\p{L})(?:oppgitt|oppgjeve|oppga|oppgav|svart|svara|svarte|besvart|besvarte|stated|answered|(?<=(?:that|which|and|measures?)\s+)states?(?!\s+(?:agenc|bod|sector|level|no\s)))(?!\p{L})(?!\s+(?:å|to)\s)/iu;
/** That what follows a number is only that there is an answer: `71 measures state expected effects`. */
export const onlyAnswered =
  /^\s*(?:measures?|tiltak\p{L}*)?\s*(?:har |have )?(?:states?|stated|oppgitt|oppgjeve)(?!\p{L}|\s+no\s)/iu;

/** What a number may count, by the noun after it. Anything else is measures or nothing that is known. */
export const units = {
  measures: /^\p{L}*(?:tiltak|tiltaka|tiltakene|tiltakets|prosjekt|prosjekter|prosjekta|measures?|projects?)$/iu,
  bodies: /^(?:\p{L}+-)?(?:virksomhet(?:er|ene)?|verksemd(?:er|ene)?|etat(?:er|ar)|agenc(?:y|ies)|bodies)$/iu,
  ministries: /^departement(?:er|ene|a|sområder|sområde)?$|^ministr(?:y|ies)$/iu,
  questions: /^(?:spørsmål(?:ene|a)?|questions?)$/iu,
  categories:
    /^\p{L}*(?:kategori(?:er|ar|ene|ane)?|svaralternativ(?:er|a|ene)?|alternativ(?:er|a|ene)?|svarkategori(?:er|ar)|categor(?:y|ies)|options)$/iu,
} as const;
export type Unit = keyof typeof units;

/** Words that say who answered, and who was asked. */
export const answeredWords =
  /(?<!\p{L})(?:svarte|svart|svara|besvarte|besvart|answered|responded|hentet\s+vi\s+inn|henta\s+vi\s+inn)(?!\p{L})/iu;
export const askedWords =
  /(?<!\p{L})(?:sendt|sende|spurt|spurte|spurde|fikk|fekk|inviter\p{L}*|asked|sent|invited|received)(?!\p{L})/iu;
export const responseRate = /(?<!\p{L})(?:svarprosent\p{L}*|svardel\p{L}*|svarandel\p{L}*|response rate)(?!\p{L})/iu;

/** Answers that do not say anything of the matter: parts of a whole that are easily left out. By their labels. */
export const residual = /^(?:ikke avklart|vet ikke|usikker|ikke relevant|ikke svart)$/iu;

/** Other words for what editions call it: as written in texts → as editions write it. */
export const synonyms: readonly (readonly [RegExp, string])[] = [
  [/skyteknologi\p{L}*/giu, 'skytjenester'],
  [/«?(?:tingenes internett|tinga sitt internett|(?:the )?internet of things)»?/giu, 'iot'],
  [/(?:privat(?:e)? )?næringsliv(?:et)?(?!\))/giu, 'private virksomheter'],
  [/høy grad|høg grad/giu, 'stor grad'],
  [/kommunalt nivå/giu, 'kommunal sektor'],
  [/bedre tjenester|betre tenester/giu, 'økt kvalitet på virksomhetens tjenester'],
  [/better services(?!\p{L})/giu, 'better quality of services'],
  [/sammenhengende tjenester(?!\s+(?:for|til)\s)/giu, 'sammenhengende tjenester til sluttbrukere'],
  [/samanhengande tenester(?!\s+(?:for|til)\s)/giu, 'samanhengande tenester til sluttbrukarar'],
  [/coherent services(?!\p{L}|\s+(?:for|to)\s)/giu, 'coherent services for end users'],
  [/belastning(?:en|a)\s+på\s+miljøet/giu, 'miljøbelastning'],
  [/(?:reduc\p{L}+|less)\s+(?:the\s+)?load\s+on\s+the\s+environment/giu, 'less environmental impact'],
  [/(?<=involv\p{L}*\s+)other\s+(?:organisations|agencies|bodies)/giu, 'others'],
  [/gjenbruke\s+(?:en|ei)(?!\p{L})/giu, 'gjenbruker løsning'],
  [/reuses?\s+one(?!\p{L})/giu, 'reuses a solution'],
  [/(?<=involv\p{L}*\s+)(?:the )?municipalities\s+(?:and\/or|and|or)\s+counties/giu, 'the municipal sector'],
  [/sektorintern\p{L}*/giu, 'virksomheter i egen sektor'],
  [/gevinstkategori/giu, 'effekter kategori'],
  [/gevinst(?:er)?(?!\p{L})/giu, 'effekter'],
  [/\bki\b/giu, 'kunstig intelligens'],
  [
    /tverrsektoriell\p{L}*\s+og\s+(?:går\s+)?på\s+tvers\s+av\s+forvaltningsnivå\p{L}*/giu,
    'både andre statlige sektorer og forvaltningsnivåer',
  ],
  [/på\s+tvers\s+av\s+sektorer\s+og\/eller\s+(?:på\s+tvers\s+av\s+)?forvaltningsnivå\p{L}*/giu, 'tverrgående'],
  [/utenfor\s+egen\s+sektor/giu, 'utenfor'],
  [/(?:(?:the )?agenc(?:y|ies)['’]s? |its |their )?own sector/giu, 'agencies in the same sector'],
  // To plan something is not to be in the phase of planning, and what is counted is not of counties.
  [/planlegg(?:er|e)(?!\p{L})/giu, ''],
  [/(?<!\p{L})count(?:s|ed|ing)?(?!\p{L})/giu, ''],
];

/** Words that tell nothing of which measures are counted. */
export const common = new Set(
  `og eller i på av som er har ha for til med om at de dei det den en ei et ein eit vi ved fra frå skal kan vil blir bli ble vart var å
  seg sin sitt sine også men enn så nå no der hvor kor hva kva hvilke kva hvem kven dere de vi samt både hele heile kun bare berre
  tiltak tiltakene tiltaka tiltaket digitaliseringstiltak digitaliseringstiltakene digitaliseringstiltaka prosjekt prosjekter
  innmeldte innmelde oppgis oppgir oppgitt oppgi staten viser kartleggingen undersøkelsen årets undersøkelse se figur
  tabell antall tal tall andel del prosent omtrent om lag nesten litt over under hhv henholdsvis dette disse alle totalt sammen dermed
  fortsatt videre mens the of and or in on to a an is are that have has for with by from all which measures measure share number per cent`
    .split(/\s+/)
    .filter(Boolean),
);
