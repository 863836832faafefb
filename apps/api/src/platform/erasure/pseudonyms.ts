import type { Secrets } from '../secrets/index.ts';

/** What stands in the place of a name or an address that has had its time: the same for the same, and nobody's. */
export interface Pseudonyms {
  /** `Person 1f3a9c2e`, in every language. */
  person(name: string): string;
  /** `receiver:1f3a9c2e0b7d6e55`. */
  address(address: string): string;
}

export const pseudonymsFrom = ({ pseudonym }: Pick<Secrets, 'pseudonym'>): Pseudonyms => ({
  person: (name) => `Person ${pseudonym(`name ${name.trim().toLowerCase()}`).slice(0, 8)}`,
  address: (address) => `receiver:${pseudonym(`mail ${address.trim().toLowerCase()}`).slice(0, 16)}`,
});

/** What a person's pseudonym looks like, to PostgreSQL; the triggers on answers know it too (0008). */
export const personPattern = '^Person [0-9a-f]{8}$';
