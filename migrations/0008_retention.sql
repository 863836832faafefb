ALTER TABLE "person" ADD COLUMN "last_signed_in_at" timestamp with time zone DEFAULT now() NOT NULL;
--> statement-breakpoint
-- What is personal leaves history when its time is over, and nothing else does: a transaction that says so may update, and what it
-- changed is held against what was there. Answers that are an e-mail address may go; a name may become a pseudonym.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('samblikk.deleting', true) = 'pilot'
     AND TG_TABLE_NAME NOT LIKE 'release%' AND TG_TABLE_NAME <> 'audit_event' THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'UPDATE' AND current_setting('samblikk.erasing', true) = 'personal'
     AND TG_TABLE_NAME IN ('revision', 'submission', 'exemption_step') THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
-- Rows in which only the column that the trigger names has changed, and only to a pseudonym.
CREATE FUNCTION only_names() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM was FULL JOIN became ON was.id = became.id
    WHERE to_jsonb(was) - TG_ARGV[0] IS DISTINCT FROM to_jsonb(became) - TG_ARGV[0]
       OR (to_jsonb(was) -> TG_ARGV[0] IS DISTINCT FROM to_jsonb(became) -> TG_ARGV[0]
           AND to_jsonb(became) ->> TG_ARGV[0] !~ '^Person [0-9a-f]{8}$')
  ) THEN
    RAISE EXCEPTION '% is append-only: UPDATE refused', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER submission_only_names AFTER UPDATE ON "submission" REFERENCING OLD TABLE AS was NEW TABLE AS became FOR EACH STATEMENT EXECUTE FUNCTION only_names('submitted_by_name');
--> statement-breakpoint
CREATE TRIGGER exemption_step_only_names AFTER UPDATE ON "exemption_step" REFERENCING OLD TABLE AS was NEW TABLE AS became FOR EACH STATEMENT EXECUTE FUNCTION only_names('by_name');
--> statement-breakpoint
-- Whether answers are others less some that are an e-mail address.
CREATE FUNCTION is_less_addresses(was jsonb, became jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT became = coalesce((SELECT jsonb_object_agg(key, value) FROM jsonb_each(was) WHERE became ? key), '{}')
     AND NOT EXISTS (SELECT 1 FROM jsonb_each(was) gone
       WHERE NOT became ? gone.key AND NOT (jsonb_typeof(gone.value) = 'string' AND gone.value #>> '{}' LIKE '%@%'))
$$;
--> statement-breakpoint
-- Whether authors are others, of the same answers at the same times, some with a pseudonym.
CREATE FUNCTION is_with_pseudonyms(was jsonb, became jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT (SELECT jsonb_object_agg(key, value -> 1) FROM jsonb_each(was)) IS NOT DISTINCT FROM (SELECT jsonb_object_agg(key, value -> 1) FROM jsonb_each(became))
     AND NOT EXISTS (SELECT 1 FROM jsonb_each(became) changed
       WHERE changed.value <> was -> changed.key AND (changed.value ->> 0) !~ '^Person [0-9a-f]{8}$')
$$;
--> statement-breakpoint
CREATE FUNCTION only_personal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM was FULL JOIN became ON was.id = became.id
    WHERE to_jsonb(was) - '{answers,authors}'::text[] IS DISTINCT FROM to_jsonb(became) - '{answers,authors}'::text[]
       OR NOT is_less_addresses(was.answers, became.answers) OR NOT is_with_pseudonyms(was.authors, became.authors)
  ) THEN
    RAISE EXCEPTION '% is append-only: UPDATE refused', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER revision_only_personal AFTER UPDATE ON "revision" REFERENCING OLD TABLE AS was NEW TABLE AS became FOR EACH STATEMENT EXECUTE FUNCTION only_personal();
