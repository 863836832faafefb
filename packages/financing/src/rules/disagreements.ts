import { versionsIn } from './may-use.ts';
import { type Said, saidTerms, type TermCode } from './said.ts';
import type { RuleSource, RuleVersion, Scheme } from './scheme.ts';

/** A term that sources have differently for the same time and kind of measure. */
export interface Disagreement {
  readonly term: TermCode;
  readonly sides: readonly {
    readonly said: Said<TermCode>;
    readonly version: RuleVersion;
    readonly source: RuleSource;
  }[];
}

/** Who may and which phases are told with more or less detail, and do not contradict each other by that. */
const measured: readonly TermCode[] = [
  'totalFrom',
  'totalTo',
  'totalOver',
  'share',
  'supportFrom',
  'supportTo',
  'paidOver',
  'lasts',
  'payback',
];

const endless = '9999-12-31';
const sameTime = (one: RuleVersion, other: RuleVersion) =>
  one.from <= (other.to ?? endless) && other.from <= (one.to ?? endless);
/** A rule without a category speaks of all kinds. */
const sameKind = (one: RuleVersion, other: RuleVersion) =>
  one.category === undefined || other.category === undefined || one.category === other.category;

/** Where the sources of a scheme disagree on what held in a year. A rule that took over from another does not disagree with it. */
export function disagreementsIn(year: number, scheme: Scheme): readonly Disagreement[] {
  const versions = versionsIn(year, scheme);
  const said = (version: RuleVersion, term: TermCode) => saidTerms(version.terms).find(({ code }) => code === term);
  const differ = (one: RuleVersion, other: RuleVersion, term: TermCode) => {
    const [of, beside] = [said(one, term), said(other, term)];
    return of && beside && JSON.stringify(of.params) !== JSON.stringify(beside.params);
  };
  return measured.flatMap((term) => {
    const sides = versions.filter((one) =>
      versions.some((other) => sameTime(one, other) && sameKind(one, other) && differ(one, other, term)),
    );
    return sides.length === 0
      ? []
      : [
          {
            term,
            sides: sides.map((version) => ({
              said: said(version, term) as Said<TermCode>,
              version,
              source: version.sources[0],
            })),
          },
        ];
  });
}
