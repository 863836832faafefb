import { Shared, type Sharing } from './shared.tsx';

/**
 * The title of the page. With a description: what search engines and those who share the page are told as well, where it is
 * public. React moves all of it into <head>. What is told of public pages is drawn on the server alone: no browser runs them.
 */
export function PageTitle({ title, description, ...more }: { title: string; description?: string } & Sharing) {
  const whole = title === siteName ? title : `${title} – ${siteName}`;
  return (
    <>
      <title>{whole}</title>
      {description && <meta name="description" content={description} />}
      {import.meta.env.SSR && description && <Shared title={whole} description={description} {...more} />}
    </>
  );
}

export const siteName = 'Samblikk';
