CREATE TABLE "double_verdict" (
	"id" uuid PRIMARY KEY NOT NULL,
	"one_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"verdict" text,
	"reason" text NOT NULL,
	"judged_at" timestamp with time zone NOT NULL,
	"judged_by" uuid,
	"judged_by_name" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "double_verdict" ADD CONSTRAINT "double_verdict_one_id_measure_id_fk" FOREIGN KEY ("one_id") REFERENCES "public"."measure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "double_verdict" ADD CONSTRAINT "double_verdict_other_id_measure_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."measure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "double_verdict" ADD CONSTRAINT "double_verdict_judged_by_person_id_fk" FOREIGN KEY ("judged_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "double_verdict_pair" ON "double_verdict" USING btree ("one_id","other_id");--> statement-breakpoint
CREATE INDEX "double_verdict_other" ON "double_verdict" USING btree ("other_id");--> statement-breakpoint
-- Append-only; what may change is a name, to a pseudonym, when its time is over.
CREATE TRIGGER double_verdict_append_only BEFORE DELETE OR TRUNCATE ON "double_verdict" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER double_verdict_only_names AFTER UPDATE ON "double_verdict" REFERENCING OLD TABLE AS was NEW TABLE AS became FOR EACH STATEMENT EXECUTE FUNCTION only_names('judged_by_name');
