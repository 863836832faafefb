import type { Said, TextCheck } from './check-text.ts';
import { referencesIn } from './claims.ts';
import { plain } from './messages.ts';

/** References to chapters that do not tell what they are said to: a number, or what the sentence is about. */
export function judgeReferences(check: TextCheck): void {
  const chapters = Map.groupBy(check.said, ({ chapter }) => chapter);
  for (const sentence of check.said) {
    if (sentence.kind === 'note') continue;
    for (const reference of referencesIn(sentence.text)) {
      const target = chapters.get(reference.chapter);
      const settled = check.settled
        .filter(
          (one) => one.sentence === sentence && one.claim.to <= reference.from && reference.from - one.claim.to < 20,
        )
        .at(-1);
      const filters = settled?.tied.selection[0];
      const about = filters
        ? keysOf([filters])
        : keysOf(sentence.mentions.flatMap(({ alternatives, strong }) => (strong ? alternatives : [])));
      if (about.size === 0) continue;
      const holds = (sentences: readonly Said[] = []) =>
        sentences.some(
          (one) =>
            one !== sentence &&
            one.mentions.some(({ alternatives }) => [...keysOf(alternatives)].some((key) => about.has(key))),
        );
      if (target && holds(target)) continue;
      const where = [...chapters]
        .map(([chapter, sentences]) => ({
          chapter,
          times: sentences.filter((one) => holds([one])).length + (sentences[0] && holds([sentences[0]]) ? 10 : 0),
        }))
        .filter(({ chapter, times }) => chapter !== undefined && chapter !== sentence.chapter && times > 0)
        .sort((a, b) => b.times - a.times)
        .map(({ chapter }) => chapter);
      const hint = where.slice(0, 2).join(', ');
      check.findings.push({
        ...check.place(sentence, reference),
        code: 'chapter',
        severity: filters && where.length > 0 ? 'wrong' : 'unsure',
        says: plain(
          `Kapittel ${reference.chapter} ${target ? 'handler ikke om dette' : 'finnes ikke'}${hint ? `; det gjør ${hint}` : ''}`,
          `Kapittel ${reference.chapter} ${target ? 'handlar ikkje om dette' : 'finst ikkje'}${hint ? `; det gjer ${hint}` : ''}`,
          `Chapter ${reference.chapter} ${target ? 'is not about this' : 'does not exist'}${hint ? `; ${hint} is` : ''}`,
        ),
        todo: plain('Rett henvisningen.', 'Rett tilvisinga.', 'Correct the reference.'),
      });
    }
  }
}

const keysOf = (all: readonly Readonly<Record<string, readonly string[]>>[]): ReadonlySet<string> =>
  new Set(
    all.flatMap((filters) =>
      Object.entries(filters).flatMap(([variable, codes]) => codes.map((code) => `${variable} ${code}`)),
    ),
  );
