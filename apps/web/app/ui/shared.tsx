import { type PictureKind, picturePath, pictureSize } from '@samblikk/contract/client';
import { useLocation, useMatches } from 'react-router';
import { allLanguages, inLanguage, type Language, useLanguage, withoutLanguage } from '../i18n/index.ts';
import { useRootData } from '../platform/index.ts';
import { usePreview } from './preview.ts';

/** What a public page may say of itself besides title and description. */
export interface Sharing {
  /** The part of the query that makes it another page, e.g. `?year=2019`; none unless told. */
  readonly query?: string | undefined;
  /** The picture of it when it is shared, as it is in a release. */
  readonly picture?:
    | { readonly release: string; readonly kind: PictureKind; readonly id?: string; readonly alt?: string }
    | null
    | undefined;
  /** The same in the words of schema.org. */
  readonly data?: object | undefined;
}

const locales: Readonly<Record<Language, string>> = { nb: 'nb_NO', nn: 'nn_NO', en: 'en_GB' };

/** The one address of the page, where it is in the other languages, and how it looks where it is shared. Nothing of pages that are not public. */
export function Shared({
  title,
  description,
  query = '',
  picture,
  data,
}: { title: string; description: string } & Sharing) {
  const publicUrl = useRootData()?.publicUrl;
  const language = useLanguage();
  const path = withoutLanguage(useLocation().pathname) + query;
  const isPublic = useIsPublic();
  if (!isPublic || publicUrl === undefined) return null;
  const address = (other: Language) => publicUrl + inLanguage(path, other);
  return (
    <>
      <link rel="canonical" href={address(language)} />
      {allLanguages.map((other) => (
        <link key={other} rel="alternate" hrefLang={other} href={address(other)} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={address('nb')} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content="Samblikk" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={address(language)} />
      <meta property="og:locale" content={locales[language]} />
      {allLanguages
        .filter((other) => other !== language)
        .map((other) => (
          <meta key={other} property="og:locale:alternate" content={locales[other]} />
        ))}
      {picture && (
        <Picture
          src={publicUrl + picturePath(language, picture.release, picture.kind, picture.id)}
          alt={picture.alt ?? title}
        />
      )}
      <meta name="twitter:card" content={picture ? 'summary_large_image' : 'summary'} />
      {data && <DataBlock data={data} />}
    </>
  );
}

function Picture({ src, alt }: { src: string; alt: string }) {
  return (
    <>
      <meta property="og:image" content={src} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content={String(pictureSize.width)} />
      <meta property="og:image:height" content={String(pictureSize.height)} />
      <meta property="og:image:alt" content={alt} />
    </>
  );
}

/** JSON-LD: data that search engines read. Browsers neither load nor run it; no `<` in it can end the element. */
function DataBlock({ data }: { data: object }) {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON, with the one sign replaced that HTML would read
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

/** Pages that run in the browser are behind the login, and so are previews. */
function useIsPublic(): boolean {
  const interactive = useMatches().some(({ handle }) => (handle as { interactive?: boolean } | undefined)?.interactive);
  const preview = usePreview();
  return !interactive && preview === undefined;
}

/** A text as a description of a page: as much of it as search engines show, to the end of a word. */
export function shortened(text: string, most = 160): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most - 40)).replace(/[\s,;:.–-]+$/, '')}…`;
}
