import { license } from '@samblikk/contract';
import { formatDate, kindOf, releaseName } from '@samblikk/questionnaire';
import { publicQuestions } from '../show.ts';
import type { Listing } from './listing.ts';
import { countedIn, variableName } from './microdata.ts';
import { microdataWords, words } from './words.ts';

/** A text as R reads it. */
const quoted = (text: string): string => JSON.stringify(text);
const vector = (texts: readonly string[]): string => `c(${texts.map(quoted).join(', ')})`;
const comment = (text: string): string => text.replaceAll(/^/gm, '# ');

/**
 * A script in R without packages that reads the CSV of the same release: factors with labels in the order of the questionnaire, a
 * logical variable for each of several answers, amounts as numbers, days as days, and the name of each variable as its label.
 */
export async function* rScript(listing: Listing): AsyncGenerator<string> {
  const { parts, language, source } = listing;
  const [part] = parts;
  if (!part) return;
  const { release } = part;
  const [said, r] = [words[language], microdataWords[language]];
  const column = (id: string) => `${r.data}[[${quoted(id)}]]`;
  const questions = publicQuestions(part.edition);
  const days = questions.filter((question) => kindOf(question).days).map(({ id }) => id);
  const amounts = questions.filter(({ id }) => part.open.columns.get(id)?.numbers).map(({ id }) => id);
  const labelled = (id: string, label: string) => `attr(${column(id)}, "label") <- ${quoted(label)}`;
  yield [
    comment(`${said.title} ${releaseName(release)}`),
    comment(`${said.asOf} ${formatDate(release.dataAsOf.toISOString(), language)}. ${said.source}: ${source}`),
    ...(release.notice ? [comment(`${said.notice}: ${release.notice[language]}`)] : []),
    comment(`${said.license}: ${license.name}, ${license.url}`),
    comment(r.about),
    '',
    `${r.file} <- ${quoted(`${source}/tiltak.csv`)}`,
    `${r.data} <- read.csv(${r.file}, encoding = "UTF-8", colClasses = "character", na.strings = "", check.names = FALSE)`,
    '',
    comment(`${r.withheldAbout}: ${r.isWithheld}(${quoted(questions[0]?.id ?? '')})`),
    `${r.isWithheld} <- function(id) grepl(paste0("|", id, "|"), paste0("|", ${r.data}$withheld, "|"), fixed = TRUE)`,
    `${r.has} <- function(x, code) ifelse(is.na(x), NA, grepl(paste0("|", code, "|"), paste0("|", x, "|"), fixed = TRUE))`,
    '',
    ...countedIn(listing).flatMap(({ variable: { id, label, several, options = [] } }) => {
      const codes = options.map(({ code }) => code);
      if (several)
        return options.flatMap(({ code, label: choice }) => {
          const name = variableName(id, code);
          return [
            `${column(name)} <- ${r.has}(${column(id)}, ${quoted(code)})`,
            labelled(name, `${label[language]}: ${choice[language]}`),
          ];
        });
      const labels = options.map((option) => option.label[language]);
      return [
        `${column(id)} <- factor(${column(id)}, levels = ${vector(codes)}, labels = ${vector(labels)})`,
        labelled(id, label[language]),
      ];
    }),
    ...amounts.map((id) => `${column(id)} <- as.numeric(${column(id)})`),
    ...days.map((id) => `${column(id)} <- as.Date(${column(id)})`),
    ...questions
      .filter(({ id }) => amounts.includes(id) || days.includes(id))
      .map(({ id, name, label }) => labelled(id, (name ?? label)[language])),
    `${column('year')} <- as.integer(${column('year')})`,
    `${column('late')} <- ${column('late')} == "yes"`,
    '',
  ].join('\n');
}
