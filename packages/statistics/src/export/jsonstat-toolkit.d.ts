declare module 'jsonstat-toolkit' {
  interface Category {
    readonly label: string;
    readonly unit: Readonly<Record<string, unknown>> | null;
  }
  interface Dimension {
    readonly id: readonly string[];
    readonly role: string;
    Category(id: string): Category;
  }
  interface Dataset {
    readonly class: string;
    readonly id: readonly string[];
    readonly size: readonly number[];
    readonly value: readonly (number | null)[];
    readonly updated?: string;
    readonly role: { readonly time: readonly string[]; readonly metric: readonly string[] };
    readonly href: string | null;
    readonly link: Readonly<Record<string, readonly { readonly href: string }[]>> | null;
    Dimension(id: string): Dimension;
    Data(cell: Readonly<Record<string, string>>): { readonly value: number | null; readonly status: string | null };
  }
  /** Reads a JSON-stat 2.0 dataset. The package has no types of its own; these are what the tests use. */
  export default function JSONstat(json: unknown): Dataset;
}
