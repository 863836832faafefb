/** The title of the page, and what search engines say of it. React moves both into <head>. */
export function PageTitle({ title, description }: { title: string; description?: string }) {
  return (
    <>
      <title>{title === siteName ? title : `${title} – ${siteName}`}</title>
      {description && <meta name="description" content={description} />}
    </>
  );
}

export const siteName = 'Samblikk';
