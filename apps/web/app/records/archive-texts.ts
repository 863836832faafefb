import { staffText } from '../staff/index.ts';

export const useArchiveText = staffText({
  title: { nb: 'Arkiv av runden {year}', nn: 'Arkiv av runden {year}', en: 'Archive of the {year} round' },
  lead: {
    nb: 'Alt om runden i én ZIP-fil som kan leses og kontrolleres uten Samblikk: spørsmålene slik de ble vist, hver versjon av hvert svar, innsendinger med kvittering, spørsmål og avgjørelser, utgavene, revisjonssporet, kodeboken og en beskrivelse etter DDI-Codebook 2.5.',
    nn: 'Alt om runden i éi ZIP-fil som kan lesast og kontrollerast utan Samblikk: spørsmåla slik dei vart viste, kvar versjon av kvart svar, innsendingar med kvittering, spørsmål og avgjerder, utgåvene, revisjonssporet, kodeboka og ei skildring etter DDI-Codebook 2.5.',
    en: 'Everything about the round in one ZIP file that can be read and verified without Samblikk: the questions as shown, every version of every answer, submissions with receipts, queries and decisions, the releases, the audit trail, the codebook and a description by DDI-Codebook 2.5.',
  },
  exempt: {
    nb: 'Arkivet inneholder svar som er unntatt offentlighet, og kontaktadresser. Hvem som tar det ut, blir skrevet i revisjonssporet.',
    nn: 'Arkivet inneheld svar som er unnatekne offentlegheit, og kontaktadresser. Kven som tek det ut, blir skrive i revisjonssporet.',
    en: 'The archive contains answers that are exempt from public disclosure, and contact addresses. Who takes it is written to the audit trail.',
  },
  download: { nb: 'Last ned arkivet (ZIP)', nn: 'Last ned arkivet (ZIP)', en: 'Download the archive (ZIP)' },
  audit: {
    nb: 'Hvem gjorde hva i runden {year}',
    nn: 'Kven gjorde kva i runden {year}',
    en: 'Who did what in the {year} round',
  },
  verify: { nb: 'Slik kontrolleres et arkiv', nn: 'Slik blir eit arkiv kontrollert', en: 'How an archive is verified' },
  verifyText: {
    nb: 'Kommandoen leser filen uten databasen: avtrykket av hver fil, revisjonssporet lenke for lenke, og at innsendinger og utgaver har det innholdet de fikk avtrykk av. Den navngir det som ikke stemmer.',
    nn: 'Kommandoen les fila utan databasen: avtrykket av kvar fil, revisjonssporet lenkje for lenkje, og at innsendingar og utgåver har det innhaldet dei fekk avtrykk av. Han nemner det som ikkje stemmer.',
    en: 'The command reads the file without the database: the checksum of each file, the audit trail link by link, and that submissions and releases have the content they were given the hash of. It names what does not hold.',
  },
  same: {
    nb: 'Den samme runden gir den samme filen, byte for byte, så lenge ingenting har skjedd i den. Mappen personal/ kan tas ut av filen når tiden er ute; resten kan fortsatt kontrolleres.',
    nn: 'Den same runden gjev den same fila, byte for byte, så lenge ingenting har hendt i han. Mappa personal/ kan takast ut av fila når tida er ute; resten kan framleis kontrollerast.',
    en: 'The same round gives the same file, byte for byte, as long as nothing has happened to it. The folder personal/ may be taken out of the file when its time is over; the rest can still be verified.',
  },
});
