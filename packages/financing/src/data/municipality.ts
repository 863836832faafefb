/** A municipality as it was in the year of its population. */
export interface Municipality {
  /** Four digits: "5001". */
  readonly number: string;
  readonly name: string;
  /** Inhabitants on 1 January. */
  readonly population: number;
}
