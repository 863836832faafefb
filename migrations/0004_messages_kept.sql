CREATE TABLE "calendar_notice" (
	"round_id" uuid NOT NULL,
	"event" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	CONSTRAINT "calendar_notice_round_id_event_due_at_pk" PRIMARY KEY("round_id","event","due_at")
);
--> statement-breakpoint
CREATE TABLE "asked_told" (
	"id" uuid PRIMARY KEY NOT NULL,
	"told_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message_sending" (
	"round_id" uuid NOT NULL,
	"key" text NOT NULL,
	"asked" text NOT NULL,
	"result" jsonb NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "message_sending_round_id_key_pk" PRIMARY KEY("round_id","key")
);
--> statement-breakpoint
CREATE TABLE "message_text" (
	"round_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"language" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "message_text_round_id_kind_language_pk" PRIMARY KEY("round_id","kind","language")
);
--> statement-breakpoint
ALTER TABLE "calendar_run" ADD COLUMN "letters" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "kind" text DEFAULT 'other' NOT NULL;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "year" integer;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "agencies" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "receiver" text;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "title" text;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "body" text;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "gave_up" text;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "fault" text;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "resolved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "reminders" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "calendar_notice" ADD CONSTRAINT "calendar_notice_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_sending" ADD CONSTRAINT "message_sending_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_text" ADD CONSTRAINT "message_text_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_year" ON "mail" USING btree ("year","created_at");