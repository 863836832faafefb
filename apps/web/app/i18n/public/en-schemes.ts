import type { schemes as Bokmaal } from './nb-schemes.ts';

/** Messages of the page of schemes that a plan may use, in English. */
export const schemes: Record<keyof typeof Bokmaal, string> = {
  'schemes.title': 'Which schemes may you use?',
  'schemes.lead':
    'Choose who you are, what is to be paid for, and what the measure costs. We hold it against the rules of each scheme, and say how much you may get at most, and why not.',
  'schemes.proposal':
    'This is a proposal, not a refusal: whoever runs the scheme decides. Rules are told as their sources have them, with year and page. Read the source before you apply.',
  'schemes.actors': 'Who are you?',
  'schemes.actorsHint': 'Tick all who take part.',
  'schemes.phases': 'What is to be paid for?',
  'schemes.total': 'What does the measure cost in all, in kroner?',
  'schemes.from': 'First year',
  'schemes.to': 'Last year',
  'schemes.submit': 'Show the schemes',
  'schemes.short': 'In short',
  'schemes.all': 'Rules in {year}',
  'schemes.fits': 'Fits',
  'schemes.unsure': 'May fit',
  'schemes.doesNotFit': 'Does not fit by the rules',
  'schemes.demand': 'A demand on how the measure is planned',
  'schemes.atMost': 'At most {kroner} kroner',
  'schemes.upTo': 'at most {kroner} kroner',
  'schemes.noLimit': 'The source has no limit on how much.',
  'schemes.disagree': 'The sources disagree',
  'schemes.side': '{rule} ({source})',
  'schemes.terms': 'The rule',
  'schemes.since': 'From {from}',
  'schemes.during': '{from}–{to}',
  'schemes.ours': 'the years are read out of the source',
  'schemes.conditions': 'Also',
  'schemes.source': 'Source',
  'schemes.page': 'page {page}',
  'schemes.undated': 'no date',
  'schemes.undatedYear': 'no date, probably {year}',
  'schemes.back': 'How five measures across sectors were financed',
  'schemes.link': 'Which schemes may you use?',
};
