import { DayInput, dayIn, typedDay } from '../../ui/index.ts';
import type { ControlProps, FieldKind } from './field-kind.ts';

function DateControl({ question, value, onChange, describedBy, invalid }: ControlProps<'date'>) {
  return (
    <DayInput
      id={question.id}
      name={question.id}
      value={String(value)}
      onChange={onChange}
      describedBy={describedBy}
      invalid={invalid}
    />
  );
}

export const date: FieldKind<'date'> = {
  Control: DateControl,
  group: false,
  saves: 'onLeaving',
  write: (answer) => typedDay(typeof answer === 'string' ? answer : undefined),
  // What is no day is passed on as it stands: the kind says what is wrong with it.
  read: (value) => ({ answer: dayIn(String(value)) }),
};
