import { type Language, languageNames, languages } from '@samblikk/text';

/** A text as it stands in HTML, between tags and in attributes. */
export function safe(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** Where the pages below `/api/docs` have their looks. */
export const stylesheet = '/api/docs/style.css';

const skip = {
  nb: 'Hopp til hovedinnholdet',
  nn: 'Hopp til hovudinnhaldet',
  en: 'Skip to the main content',
};
const home = { nb: 'Samblikk, til forsiden', nn: 'Samblikk, til framsida', en: 'Samblikk, to the front page' };
const languageLabel = { nb: 'Språk', nn: 'Språk', en: 'Language' };

/** A page for those who program against the API: it must be there also when the web is not. */
export function docsPage(
  language: Language,
  { title, path, content }: { title: string; path: string; content: string },
): string {
  const others = languages.map((other) => {
    const current = other === language ? ' aria-current="true"' : '';
    return `<li><a href="${path}?lang=${other}" hreflang="${other}" lang="${other}"${current}>${languageNames[other]}</a></li>`;
  });
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Samblikk</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${stylesheet}">
</head>
<body>
<a class="skip" href="#main">${skip[language]}</a>
<header><a href="${language === 'nb' ? '/' : `/${language}`}">${home[language]}</a>
<nav aria-label="${languageLabel[language]}"><ul class="inline">${others.join('')}</ul></nav></header>
<main id="main" tabindex="-1">
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;
}
