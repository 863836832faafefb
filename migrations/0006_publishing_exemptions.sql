CREATE TABLE "exemption_step" (
	"id" uuid PRIMARY KEY NOT NULL,
	"measure_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"field" text,
	"grounds" text NOT NULL,
	"step" text NOT NULL,
	"words" text,
	"until" date,
	"at" timestamp with time zone NOT NULL,
	"by_id" uuid,
	"by_name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "measure_tombstone" (
	"id" uuid PRIMARY KEY NOT NULL,
	"measure_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"step" text NOT NULL,
	"reason" jsonb,
	"release_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"by_name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "release_schedule" (
	"id" uuid PRIMARY KEY NOT NULL,
	"release_id" uuid NOT NULL,
	"publish_at" timestamp with time zone,
	"decided_at" timestamp with time zone NOT NULL,
	"decided_by_name" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "release" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "exemption_step" ADD CONSTRAINT "exemption_step_measure_id_measure_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exemption_step" ADD CONSTRAINT "exemption_step_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exemption_step" ADD CONSTRAINT "exemption_step_by_id_person_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_tombstone" ADD CONSTRAINT "measure_tombstone_measure_id_measure_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_tombstone" ADD CONSTRAINT "measure_tombstone_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_tombstone" ADD CONSTRAINT "measure_tombstone_release_id_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."release"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_schedule" ADD CONSTRAINT "release_schedule_release_id_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."release"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exemption_step_measure" ON "exemption_step" USING btree ("measure_id","at");--> statement-breakpoint
CREATE INDEX "measure_tombstone_measure" ON "measure_tombstone" USING btree ("measure_id","round_id","id");--> statement-breakpoint
CREATE INDEX "release_schedule_release" ON "release_schedule" USING btree ("release_id","id");
--> statement-breakpoint
CREATE TRIGGER exemption_step_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "exemption_step" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER release_schedule_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "release_schedule" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER measure_tombstone_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "measure_tombstone" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
