import { formatNumber } from '@samblikk/text';
import type { WrittenFile } from '../platform/zip/index.ts';
import { markup } from './markup.ts';
import { type Archived, parts } from './parts.ts';

/** The page a reader opens first: every file, what it holds, and how to verify it all. */
export function indexPage({ round, edition }: Archived, written: readonly WrittenFile[]): string {
  const year = String(round.year);
  const rows = written.map(({ name, bytes, lines }) => {
    const about = parts.find(({ file }) => file === name)?.about;
    return markup`<tr><td><a href="${name}">${name}</a></td><td>${about?.nb ?? ''}<br><span lang="en">${about?.en ?? ''}</span></td><td class="n">${name.endsWith('.jsonl') ? formatNumber(lines, 'nb') : ''}</td><td class="n">${formatNumber(bytes, 'nb')}</td></tr>
`;
  });
  return markup`<!doctype html>
<html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Arkiv av runden ${year}</title>
<style>body{font:1rem/1.5 sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}td,th{text-align:left;vertical-align:top;padding:.3rem .8rem .3rem 0}.n{text-align:right}[lang=en]{color:#444}</style></head><body>
<h1>Arkiv av runden ${year}</h1>
<p>${edition.title.nb}. ${round.notice?.nb ?? ''}</p>
<p>Dette er alt Samblikk har om runden: spørsmålene slik de ble vist, svarene slik de ble gitt, hva som ble spurt om og avgjort, hva som ble frosset og publisert, og hvem som gjorde hva. <strong>Her er også svar som er unntatt offentlighet.</strong></p>
<p lang="en">This is everything Samblikk has about the ${year} round: questions as shown, answers as given, queries and decisions, what was frozen and published, and who did what. Answers exempt from public disclosure are included. The files are UTF-8; a .jsonl file has one JSON object a line.</p>
<h2>Filene</h2>
<table><thead><tr><th>Fil</th><th>Innhold</th><th class="n">Rader</th><th class="n">Byte</th></tr></thead><tbody>
${rows}</tbody></table>
<h2>Slik henger det sammen</h2>
<p>En rad i <code>answers/revisions.jsonl</code> er en lagret versjon av svarene om ett tiltak (<code>measureId</code>). En innsending i <code>submissions/submissions.jsonl</code> låser versjoner (<code>pins</code>); det er dem virksomheten har kvittering på. En utgave i <code>releases/</code> er det som ble frosset av innsendingene. Kodene i svarene er forklart i <code>questions/codebook.html</code>.</p>
<h2>Slik kontrolleres det</h2>
<p><code>samblikk archive verify FIL</code> leser arkivet uten databasen: avtrykket (SHA-256) av hver fil mot <code>manifest.json</code>, revisjonssporet lenke for lenke, og at innsendinger og utgaver har det innholdet de fikk avtrykk av. Avtrykkene står også på virksomhetenes kvitteringer og på de offentlige sidene om utgavene. Filene i <code>personal/</code> kan tas ut når tiden er ute; resten stemmer fortsatt.</p>
<p lang="en"><code>samblikk archive verify FILE</code> reads the archive without the database. The files in <code>personal/</code> may be taken out when their time is over; the rest still verifies.</p>
</body></html>
`.html;
}
