import type { Block, Paragraph, Piece, ReportDocument, TableBlock } from './model.ts';
import { languageTags, numbersIn, referenceTo } from './model.ts';

/** How it looks on screen and on paper. No other file is asked for. */
const css = `
:root{color-scheme:light}
body{font:1.0625rem/1.6 Inter,"Inter Variable",system-ui,Arial,sans-serif;color:#1e2b3c;background:#fff;margin:0}
main,header,nav{max-width:46rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2.5rem}
h1{font-size:2rem;line-height:1.2;margin:0 0 .5rem}
h2{font-size:1.5rem;line-height:1.3;margin:2.75rem 0 .75rem}
h3{font-size:1.15rem;margin:1.75rem 0 .5rem}
.subtitle{color:#4a5b70;font-size:1.1rem;margin:0 0 1.5rem}
.notice{border-left:.35rem solid #0062ba;background:#eaf3fb;padding:.9rem 1.1rem;margin:1.25rem 0}
.lead{font-weight:650}
.note,.notes{font-size:.875rem;line-height:1.5;color:#4a5b70}
.notes p{margin:.2rem 0}
ul.plain{list-style:none;padding-left:0}
li{margin:.3rem 0}
nav ol{list-style:none;padding-left:0}nav ol ol{padding-left:1.25rem}
nav li{margin:.2rem 0}
a{color:#0050a0}
figure{margin:1.5rem 0;break-inside:avoid}
figcaption,caption{font-weight:650;text-align:left;margin:0 0 .6rem;caption-side:top}
figure svg{max-width:100%;height:auto}
.table{margin:1.5rem 0}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9375rem;font-variant-numeric:tabular-nums}
caption{padding-bottom:.5rem}
th,td{padding:.4rem .6rem .4rem 0;border-bottom:1px solid #c3ccd6;vertical-align:top;text-align:left;overflow-wrap:anywhere}
thead th{border-bottom:2px solid #1e2b3c}
tbody th{font-weight:400}
.number{text-align:right;white-space:nowrap;overflow-wrap:normal}
thead .number{white-space:normal}
.page-foot{display:none}
@page{size:A4;margin:22mm 20mm 20mm;@bottom-right{content:counter(page)}}
@media print{body{font-size:10.5pt;line-height:1.45}main,header,nav{max-width:none;padding:0}h2,h3,figcaption,caption{break-after:avoid}tr{break-inside:avoid}thead{display:table-header-group}nav{break-after:page}a{color:inherit;text-decoration:none}.scroll{overflow:visible}}
`;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('\u00a0', '&nbsp;');

/** The report as one HTML file that asks for no other: semantic, readable on screen, in print and by those who listen. */
export function toHtml(document: ReportDocument): string {
  const numbers = numbersIn(document.blocks);
  const reference = (id: string) => referenceTo(id, document, numbers);
  const inline = (pieces: readonly Piece[]): string =>
    pieces
      .map((piece) => {
        if ('to' in piece) return `<a href="#${piece.to}">${escaped(reference(piece.to))}</a>`;
        if ('href' in piece) return `<a href="${escaped(piece.href)}">${escaped(piece.text)}</a>`;
        return piece.strong ? `<strong>${escaped(piece.text)}</strong>` : escaped(piece.text);
      })
      .join('');
  const paragraph = ({ pieces, look }: Paragraph): string =>
    look === 'notice'
      ? `<p class="notice" role="note">${inline(pieces)}</p>`
      : `<p${look ? ` class="${look}"` : ''}>${inline(pieces)}</p>`;
  const headed = (id: string, text: string) => (numbers.has(id) ? `${numbers.get(id)} ${text}` : text);
  const notes = (all: readonly string[]) =>
    all.length === 0 ? '' : `<div class="notes">${all.map((note) => `<p>${escaped(note)}</p>`).join('')}</div>`;
  const table = (block: TableBlock): string => {
    const label = `${document.words.table} ${numbers.get(block.id)}. ${block.caption}`;
    const head = block.columns
      .map(({ label, number }) => `<th scope="col"${number ? ' class="number"' : ''}>${escaped(label)}</th>`)
      .join('');
    const rows = block.rows.map((row) => {
      const [first = '', ...others] = row;
      const cells = others.map(
        (cell, at) => `<td${block.columns[at + 1]?.number ? ' class="number"' : ''}>${escaped(cell)}</td>`,
      );
      return `<tr><th scope="row">${escaped(first)}</th>${cells.join('')}</tr>`;
    });
    return `<div class="table" id="${block.id}"><div class="scroll" role="region" tabindex="0" aria-label="${escaped(label)}"><table><caption>${escaped(label)}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>${notes(block.notes)}</div>`;
  };
  const written: { readonly [K in Block['kind']]: (block: Extract<Block, { kind: K }>) => string } = {
    heading: ({ level, id, text }) => `<h${level + 1} id="${id}">${escaped(headed(id, text))}</h${level + 1}>`,
    paragraph,
    list: ({ items, plain }) =>
      `<ul${plain ? ' class="plain"' : ''}>${items.map((item) => `<li>${inline(item)}</li>`).join('\n')}</ul>`,
    table,
    figure: ({ id, caption, svg, notes: under }) =>
      `<figure id="${id}"><figcaption>${escaped(`${document.words.figure} ${numbers.get(id)}. ${caption}`)}</figcaption>${svg}${notes(under)}</figure>`,
  };
  const one = <K extends Block['kind']>(block: Extract<Block, { kind: K }>): string => written[block.kind as K](block);
  const chapters = document.blocks.filter((block) => block.kind === 'heading' && block.level === 1);
  const contents = chapters.flatMap((block) =>
    block.kind === 'heading' ? [`<li><a href="#${block.id}">${escaped(headed(block.id, block.text))}</a></li>`] : [],
  );
  return `<!doctype html>
<html lang="${languageTags[document.language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="${escaped(document.author)}">
<meta name="description" content="${escaped(document.subject)}">
<title>${escaped(document.title)}</title>
<style>${css}</style>
</head>
<body>
<header>
<h1>${escaped(document.title)}</h1>
<p class="subtitle">${escaped(document.subtitle)}</p>
${document.front.map(paragraph).join('\n')}
</header>
<nav aria-labelledby="contents"><h2 id="contents">${escaped(document.words.contents)}</h2><ol>${contents.join('\n')}</ol></nav>
<main>
${document.blocks.map((block) => one(block)).join('\n')}
</main>
</body>
</html>
`;
}
