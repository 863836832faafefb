CREATE TABLE "source" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"address" text,
	"pace" text,
	"next_at" timestamp with time zone,
	"paused_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	"checked_at" timestamp with time zone,
	"etag" text,
	"last_modified" text,
	"content_hash" text,
	"taken_to" uuid,
	"fault" jsonb,
	"failures" integer DEFAULT 0 NOT NULL,
	"told" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "source_delivery" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source_id" uuid NOT NULL,
	"round_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"outcome" text NOT NULL,
	"file_name" text,
	"fault" jsonb,
	"counts" jsonb NOT NULL,
	"report" jsonb
);
--> statement-breakpoint
CREATE TABLE "source_said" (
	"source_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"measure_id" uuid NOT NULL,
	"title" text NOT NULL,
	"answers" jsonb NOT NULL,
	CONSTRAINT "source_said_source_id_round_id_measure_id_pk" PRIMARY KEY("source_id","round_id","measure_id")
);
--> statement-breakpoint
ALTER TABLE "source" ADD CONSTRAINT "source_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_delivery" ADD CONSTRAINT "source_delivery_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_delivery" ADD CONSTRAINT "source_delivery_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_said" ADD CONSTRAINT "source_said_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_said" ADD CONSTRAINT "source_said_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_said" ADD CONSTRAINT "source_said_measure_id_measure_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "source_agency" ON "source" USING btree ("agency_id");--> statement-breakpoint
CREATE INDEX "source_next" ON "source" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "source_delivery_source" ON "source_delivery" USING btree ("source_id","at");