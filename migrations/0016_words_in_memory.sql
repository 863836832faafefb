-- The words of a release are read from its public answers and kept in memory (decision 39); nothing of them is stored.
DROP TABLE "release_word" CASCADE;--> statement-breakpoint
DROP INDEX "release_measure_search";--> statement-breakpoint
ALTER TABLE "release_measure" DROP COLUMN "search";
