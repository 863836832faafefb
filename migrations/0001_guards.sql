-- What the tables cannot say: history is only added to, misspelt words are found by their letters, a release is a partition of its
-- own, and the audit chain knows its hashes. `release_measure` is made partitioned by hand in 0000: drizzle-kit has no word for it.

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
-- Nothing is put into a release that is there, either.
CREATE TRIGGER release_measure_append_only BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "release_measure" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER release_decision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "release_decision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER release_word_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "release_word" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE INDEX "release_word_letters" ON "release_word" USING gin ("word" gin_trgm_ops);
--> statement-breakpoint
-- A search reads the words of many measures and the answers of few: the words stay in the row, the answers go beside it. They are
-- short, so that packing them takes a quarter of the time of writing and saves little.
ALTER TABLE "release_measure" ALTER COLUMN "search" SET STORAGE MAIN, ALTER COLUMN "answers" SET STORAGE EXTERNAL, ALTER COLUMN "public_answers" SET STORAGE EXTERNAL;
--> statement-breakpoint
-- A release is a partition: written at one go, indexed and checked against other tables when it is full, which takes a fraction of
-- doing so row by row, and read without passing those of other years.
CREATE FUNCTION release_partition(release uuid) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT 'release_measure_' || replace(release::text, '-', '')
$$;
--> statement-breakpoint
-- Makes the table for the measures of a release, open and not yet part of release_measure, and tells its name.
CREATE FUNCTION make_release_partition(release uuid) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  -- A search reads the words of many measures and the answers of few: the words stay in the row, the answers go beside it.
  EXECUTE format('CREATE TABLE %I (LIKE release_measure INCLUDING STORAGE) WITH (toast_tuple_target = 256)', release_partition(release));
  RETURN release_partition(release);
END
$$;
--> statement-breakpoint
-- Makes it part of release_measure, with its indexes and foreign keys, and closes it: what it holds does not change any more.
CREATE FUNCTION attach_release_partition(release uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE release_measure ATTACH PARTITION %I FOR VALUES IN (%L)', release_partition(release), release);
  EXECUTE format('CREATE TRIGGER release_measure_append_only BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I '
    'FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', release_partition(release));
  EXECUTE format('ANALYZE %I', release_partition(release));
END
$$;
--> statement-breakpoint
-- The hashes of events that follow one another in the audit chain: each is of the one before, a line break, and its content.
CREATE FUNCTION audit_hashes(previous text, contents text[]) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
  content text;
  hashes text[] := '{}';
BEGIN
  FOREACH content IN ARRAY contents LOOP
    previous := encode(sha256(convert_to(previous || chr(10) || content, 'UTF8')), 'hex');
    hashes := hashes || previous;
  END LOOP;
  RETURN hashes;
END
$$;
--> statement-breakpoint
-- The end of the chain is there from the beginning, so that a writer only ever moves it on.
INSERT INTO "audit_head" ("one", "previous_hash", "hash") VALUES (true, '', '') ON CONFLICT DO NOTHING;
