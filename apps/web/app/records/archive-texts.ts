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
  backup: { nb: 'Sikkerhetskopi', nn: 'Tryggingskopi', en: 'Backup' },
  backupText: {
    nb: 'Arkivet er til å lese, og kan ikke leses inn igjen. Hele databasen sikres av den som drifter Samblikk, hver natt mens en runde er åpen, og før hver låsing. Tjenesten går imens. Å legge tilbake krever at den er stoppet.',
    nn: 'Arkivet er til å lese, og kan ikkje lesast inn igjen. Heile databasen blir sikra av den som driftar Samblikk, kvar natt medan ein runde er open, og før kvar låsing. Tenesta går imens. Å leggje tilbake krev at ho er stoppa.',
    en: 'The archive is for reading, and cannot be read in again. The whole database is backed up by whoever runs Samblikk, each night while a round is open, and before each freeze. The service runs meanwhile. To restore, it must be stopped.',
  },
  backupSecret: {
    nb: 'Kopien kan inneholde nøkkelen som tjenesten kjenner folk igjen med. Oppbevar den kryptert.',
    nn: 'Kopien kan innehalde nøkkelen som tenesta kjenner folk igjen med. Oppbevar han kryptert.',
    en: 'The copy may hold the secret by which the service knows people again. Keep it encrypted.',
  },
});
