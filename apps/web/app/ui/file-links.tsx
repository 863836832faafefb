import { type FormatName, type FormatOf, formats, formatsOf, type Resource } from '@samblikk/contract/client';
import { useLanguage } from '../i18n/index.ts';

/** The same data as a file. */
export interface FileLink {
  readonly format: FormatName;
  readonly href: string;
}

/** The files that a resource comes as, in the order they are offered. */
export function fileLinks<R extends Resource>(resource: R, address: (asked: FormatOf<R>) => string): FileLink[] {
  return formatsOf(resource).map((asked) => ({ format: asked.format as FormatName, href: address(asked) }));
}

/** Links to files, by what their format is called. */
export function FileLinks({ files, label }: { files: readonly FileLink[]; label?: string }) {
  const language = useLanguage();
  return (
    <ul className="downloads" aria-label={label}>
      {files.map(({ format, href }) => (
        <li key={format}>
          <a href={href}>{formats[format].label[language]}</a>
        </li>
      ))}
    </ul>
  );
}
