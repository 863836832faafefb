ALTER TABLE "mail" ADD COLUMN "language" text DEFAULT 'nb' NOT NULL;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "return_reason" text;