import { profileKinds } from './constants.ts';

/** What a page can be shared with: a picture of its own. Those of profiles are called as the profiles are. */
export const pictureKinds = ['home', 'register', 'release', 'measure', 'figure', 'profiles', ...profileKinds] as const;
export type PictureKind = (typeof pictureKinds)[number];

/** In pixels, as those that show shared pages ask for. */
export const pictureSize = { width: 1200, height: 630 } as const;

/** Changes when they are drawn in another way: what stands at an address is then the same for good. */
export const pictureVersion = 'v2';

/**
 * The address of the picture (PNG) of a page as it is in one release: a measure’s by its number, a figure’s by its id, a
 * profile’s by its code, a list of profiles by their kind.
 * @param release its name, e.g. `2026.1`
 */
export function picturePath(
  language: 'nb' | 'nn' | 'en',
  release: string,
  kind: PictureKind,
  id?: string,
): `/pictures/${string}.png` {
  const name = id === undefined ? kind : `${kind}/${encodeURIComponent(id)}`;
  return `/pictures/${pictureVersion}/${language}/${release}/${name}.png`;
}
