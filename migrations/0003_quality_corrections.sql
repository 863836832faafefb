CREATE TABLE "correction" (
	"id" uuid PRIMARY KEY NOT NULL,
	"measure_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"question" text NOT NULL,
	"version" integer NOT NULL,
	"given" jsonb,
	"corrected" jsonb,
	"reason" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"proposed_by" uuid,
	"proposed_by_name" text NOT NULL,
	"answer" text,
	"answer_text" text,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	"answered_by_name" text,
	"decision" text,
	"decision_text" text,
	"decision_at" timestamp with time zone,
	"decision_by" uuid,
	"decision_by_name" text
);
--> statement-breakpoint
CREATE TABLE "quality_look" (
	"id" uuid PRIMARY KEY NOT NULL,
	"measure_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"note" text NOT NULL,
	"looked_at" timestamp with time zone NOT NULL,
	"looked_by" uuid,
	"looked_by_name" text NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "query" ALTER COLUMN "asked_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "query" ADD COLUMN "due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "release_measure" ADD COLUMN "corrected" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "release_measure" ADD COLUMN "public_corrected" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_measure_id_measure_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_proposed_by_person_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_answered_by_person_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_decision_by_person_id_fk" FOREIGN KEY ("decision_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quality_look" ADD CONSTRAINT "quality_look_measure_id_measure_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quality_look" ADD CONSTRAINT "quality_look_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quality_look" ADD CONSTRAINT "quality_look_revision_id_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quality_look" ADD CONSTRAINT "quality_look_looked_by_person_id_fk" FOREIGN KEY ("looked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "correction_measure" ON "correction" USING btree ("round_id","measure_id");--> statement-breakpoint
CREATE UNIQUE INDEX "correction_open" ON "correction" USING btree ("round_id","measure_id","question") WHERE answer is distinct from 'accepted' and decision is null;--> statement-breakpoint
CREATE INDEX "quality_look_measure" ON "quality_look" USING btree ("round_id","measure_id");