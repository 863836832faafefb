import { expect, test } from 'vitest';
import { pageLanguage, pickerPage } from './pages.ts';
import { demoPeople } from './people.ts';

test('nobody can be a real person: the day of birth does not exist, and mail goes nowhere', () => {
  for (const { pid, email } of demoPeople) {
    expect(pid).toMatch(/^\d{11}$/);
    // Days go to 31, and to 71 for D-numbers.
    expect(Number(pid.slice(0, 2))).toBeGreaterThan(71);
    expect(email).toMatch(/\.example$/);
  }
  for (const key of ['id', 'pid', 'email'] as const)
    expect(new Set(demoPeople.map((person) => person[key])).size).toBe(demoPeople.length);
});

test('there is someone for every role', () => {
  const roles = new Set(demoPeople.flatMap((person) => person.roles));
  expect([...roles].sort()).toEqual(['admin', 'analyst', 'coordinator', 'fill', 'read', 'submit']);
});

test.each([
  ['nn', 'Kven vil du logge inn som?'],
  ['en-GB nb', 'Who do you want to sign in as?'],
  ['sv', 'Hvem vil du logge inn som?'],
  [undefined, 'Hvem vil du logge inn som?'],
])('the list of people in %s, without script, with a button each', (wanted, heading) => {
  const page = pickerPage('/interaction/x"><script>', demoPeople, pageLanguage(wanted));
  expect(page).toContain(heading);
  expect(page).not.toContain('<script');
  expect(page.match(/<button name="person"/g)).toHaveLength(demoPeople.length);
});
