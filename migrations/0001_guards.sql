-- What the tables cannot say: history is only added to, and misspelt words are found by their letters.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER revision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "revision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER submission_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "submission" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER submission_revision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "submission_revision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER release_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "release" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER release_measure_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "release_measure" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER release_decision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "release_decision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER release_word_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "release_word" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE INDEX "release_word_letters" ON "release_word" USING gin ("word" gin_trgm_ops);
--> statement-breakpoint
-- A search reads the words of many measures and the answers of few: the words stay in the row, the answers go beside it.
ALTER TABLE "release_measure" ALTER COLUMN "search" SET STORAGE MAIN;
--> statement-breakpoint
ALTER TABLE "release_measure" SET (toast_tuple_target = 256);
