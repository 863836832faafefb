import type { Edition } from '@samblikk/questionnaire';
import { questionsRead } from '@samblikk/questionnaire';
import type { Figure } from '../figure.ts';
import { variablesIn } from '../variables-in.ts';
import { yearlyFigures } from './figures.ts';

/**
 * The figures of the yearly report that are counted by these questions or variables of an edition, by themselves or by way of a
 * derived variable.
 */
export function figuresReading(ids: readonly string[], edition: Edition): readonly Figure[] {
  const touched = new Set(ids);
  const reads = (variable: string): boolean => {
    if (touched.has(variable)) return true;
    const derived = edition.derived.find(({ id }) => id === variable);
    return derived?.cases.some(({ when }) => questionsRead(when).some((id) => touched.has(id))) ?? false;
  };
  return yearlyFigures.filter((figure) => variablesIn(figure).some(reads));
}
