CREATE TABLE "contact_confirmation" (
	"round_id" uuid NOT NULL,
	"agency_id" text NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL,
	"confirmed_by" uuid,
	"confirmed_by_name" text NOT NULL,
	CONSTRAINT "contact_confirmation_round_id_agency_id_pk" PRIMARY KEY("round_id","agency_id")
);
--> statement-breakpoint
ALTER TABLE "contact_confirmation" ADD CONSTRAINT "contact_confirmation_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_confirmation" ADD CONSTRAINT "contact_confirmation_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_confirmation" ADD CONSTRAINT "contact_confirmation_confirmed_by_person_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- The answers of a pilot are deleted with its round, and no others: what is only added to lets go in a transaction that says so, and
-- what was answered in a round that is no pilot (its year is below 9000) stops the transaction all the same.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('samblikk.deleting', true) = 'pilot'
     AND TG_TABLE_NAME NOT LIKE 'release%' AND TG_TABLE_NAME <> 'audit_event' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE FUNCTION only_pilots() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM gone JOIN "round" ON "round".id = gone.round_id WHERE "round".year < 9000) THEN
    RAISE EXCEPTION '% is append-only: DELETE refused', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER revision_only_pilots AFTER DELETE ON "revision" REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION only_pilots();
--> statement-breakpoint
CREATE TRIGGER submission_only_pilots AFTER DELETE ON "submission" REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION only_pilots();
