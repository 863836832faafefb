CREATE TABLE "financing_plan" (
	"measure_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"plan" jsonb NOT NULL,
	"agencies" jsonb NOT NULL,
	"terms_version" integer NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"saved_by" uuid,
	CONSTRAINT "financing_plan_measure_id_version_pk" PRIMARY KEY("measure_id","version")
);
--> statement-breakpoint
CREATE TABLE "plan_answer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"measure_id" uuid NOT NULL,
	"actor" text NOT NULL,
	"agency_id" text NOT NULL,
	"terms_version" integer NOT NULL,
	"agreed" boolean NOT NULL,
	"reason" text NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	"answered_by" uuid
);
--> statement-breakpoint
CREATE TABLE "plan_opening" (
	"id" uuid PRIMARY KEY NOT NULL,
	"measure_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"actors" text[] NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"opened_by" uuid
);
--> statement-breakpoint
ALTER TABLE "financing_plan" ADD CONSTRAINT "financing_plan_measure_id_measure_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "financing_plan" ADD CONSTRAINT "financing_plan_saved_by_person_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_answer" ADD CONSTRAINT "plan_answer_measure_id_measure_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_answer" ADD CONSTRAINT "plan_answer_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_answer" ADD CONSTRAINT "plan_answer_answered_by_person_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_opening" ADD CONSTRAINT "plan_opening_measure_id_measure_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_opening" ADD CONSTRAINT "plan_opening_opened_by_person_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "plan_answer_measure" ON "plan_answer" USING btree ("measure_id","id");--> statement-breakpoint
CREATE INDEX "plan_opening_measure" ON "plan_opening" USING btree ("measure_id","id");--> statement-breakpoint
CREATE TRIGGER financing_plan_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "financing_plan" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER plan_answer_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "plan_answer" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER plan_opening_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "plan_opening" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
