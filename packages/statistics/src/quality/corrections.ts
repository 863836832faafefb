import { type Edition, questionsOf } from '@samblikk/questionnaire';
import { type Grid, inWhole, number } from './grid.ts';

/**
 * Answers that staff corrected between submission and freeze, per question; those without any are left out.
 * @param counts question → answers corrected
 * @param measures the measures that are looked at
 */
export function correctionsByQuestion(edition: Edition, counts: ReadonlyMap<string, number>, measures: number): Grid {
  const rows = questionsOf(edition).flatMap(({ id, name, label }) => {
    const count = counts.get(id) ?? 0;
    return count > 0 ? [{ code: id, label: name ?? label, cells: [number(count)] }] : [];
  });
  const total = rows.reduce((sum, { cells }) => sum + (cells[0]?.value ?? 0), 0);
  const [n, of] = [inWhole(total), inWhole(measures)];
  return {
    id: 'corrections',
    title: { nb: 'Rettede svar', nn: 'Retta svar', en: 'Corrected answers' },
    finding:
      total === 0
        ? {
            nb: `Ingen svar er rettet av Digdir i de ${of} tiltakene.`,
            nn: `Ingen svar er retta av Digdir i dei ${of} tiltaka.`,
            en: `No answers were corrected by Digdir in the ${of} measures.`,
          }
        : {
            nb: `${n} svar er rettet av Digdir fra innsending til låsing, i ${of} tiltak.`,
            nn: `${n} svar er retta av Digdir frå innsending til låsing, i ${of} tiltak.`,
            en: `${n} answers were corrected by Digdir between submission and freeze, in ${of} measures.`,
          },
    rowLabel: { nb: 'Spørsmål', nn: 'Spørsmål', en: 'Question' },
    columns: [
      { code: 'answers', label: { nb: 'Rettede svar', nn: 'Retta svar', en: 'Corrected answers' }, unit: 'answers' },
    ],
    rows,
    notes: [],
  };
}
