CREATE TABLE "invitation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" text NOT NULL,
	"role" text,
	"email" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"invited_by" uuid NOT NULL,
	"accepted_at" timestamp with time zone,
	"accepted_by" uuid,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "invitation_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"language" text DEFAULT 'nb' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "person_subject_unique" UNIQUE("subject")
);
--> statement-breakpoint
CREATE TABLE "role" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"agency_id" text,
	"ministry_id" text,
	"granted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"granted_by" text NOT NULL,
	CONSTRAINT "role_once" UNIQUE NULLS NOT DISTINCT("person_id","role","agency_id","ministry_id")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" uuid,
	"data" jsonb NOT NULL,
	"sid" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delegation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"measure_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"agency_id" text NOT NULL,
	"section" text,
	"person_id" uuid,
	"invitation_id" uuid,
	"due_on" date NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"finished_at" timestamp with time zone,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "presence" (
	"measure_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"section" text,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "presence_measure_id_round_id_person_id_pk" PRIMARY KEY("measure_id","round_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "query" (
	"id" uuid PRIMARY KEY NOT NULL,
	"measure_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"question" text,
	"version" integer NOT NULL,
	"text" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_by_name" text NOT NULL,
	"reply" text,
	"replied_at" timestamp with time zone,
	"replied_by" uuid,
	"replied_by_name" text,
	"closed_at" timestamp with time zone,
	"closed_by" uuid
);
--> statement-breakpoint
CREATE TABLE "submission_request" (
	"round_id" uuid NOT NULL,
	"agency_id" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_by_name" text NOT NULL,
	CONSTRAINT "submission_request_round_id_agency_id_pk" PRIMARY KEY("round_id","agency_id")
);
--> statement-breakpoint
CREATE TABLE "agency" (
	"id" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agency_succession" (
	"predecessor_id" text NOT NULL,
	"successor_id" text NOT NULL,
	"from" date,
	"source" text NOT NULL,
	CONSTRAINT "agency_succession_predecessor_id_successor_id_pk" PRIMARY KEY("predecessor_id","successor_id")
);
--> statement-breakpoint
CREATE TABLE "agency_version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" text NOT NULL,
	"orgnr" text,
	"name_nb" text NOT NULL,
	"name_nn" text NOT NULL,
	"name_en" text NOT NULL,
	"ministry_id" text,
	"valid_from" date,
	"valid_to" date,
	"verified" boolean DEFAULT false NOT NULL,
	"source" text NOT NULL,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "ministry" (
	"id" text PRIMARY KEY NOT NULL,
	"successor_id" text
);
--> statement-breakpoint
CREATE TABLE "ministry_version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ministry_id" text NOT NULL,
	"code" text NOT NULL,
	"orgnr" text,
	"name_nb" text NOT NULL,
	"name_nn" text NOT NULL,
	"name_en" text NOT NULL,
	"valid_from" date,
	"valid_to" date,
	"verified" boolean DEFAULT false NOT NULL,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "column_mapping" (
	"agency_id" text NOT NULL,
	"heading" text NOT NULL,
	"target" jsonb NOT NULL,
	CONSTRAINT "column_mapping_agency_id_heading_pk" PRIMARY KEY("agency_id","heading")
);
--> statement-breakpoint
CREATE TABLE "spreadsheet_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"upload_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"agency_id" text NOT NULL,
	"file_name" text NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	"imported_by_name" text NOT NULL,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "spreadsheet_import_row" (
	"import_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"kind" text NOT NULL,
	"measure_id" uuid NOT NULL,
	"before" integer NOT NULL,
	"after" integer NOT NULL,
	"numbered" boolean NOT NULL,
	"number_before" text,
	"outcome" jsonb,
	CONSTRAINT "spreadsheet_import_row_import_id_row_pk" PRIMARY KEY("import_id","row")
);
--> statement-breakpoint
CREATE TABLE "upload" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"agency_id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"format" text NOT NULL,
	"notes" jsonb NOT NULL,
	"sheets" jsonb NOT NULL,
	"sheet" integer DEFAULT 0 NOT NULL,
	"mapping" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"taken_in_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "upload_rows" (
	"upload_id" uuid NOT NULL,
	"sheet" integer NOT NULL,
	"first" integer NOT NULL,
	"rows" jsonb NOT NULL,
	CONSTRAINT "upload_rows_upload_id_sheet_first_pk" PRIMARY KEY("upload_id","sheet","first")
);
--> statement-breakpoint
CREATE TABLE "word_mapping" (
	"agency_id" text NOT NULL,
	"question" text NOT NULL,
	"word" text NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "word_mapping_agency_id_question_word_pk" PRIMARY KEY("agency_id","question","word")
);
--> statement-breakpoint
CREATE TABLE "counter" (
	"name" text PRIMARY KEY NOT NULL,
	"value" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "measure" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "measure_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "measure_round" (
	"measure_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"agency_id" text NOT NULL,
	"external_id" text,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by_name" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "measure_round_measure_id_round_id_pk" PRIMARY KEY("measure_id","round_id")
);
--> statement-breakpoint
CREATE TABLE "roll_over" (
	"measure_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"agency_id" text NOT NULL,
	"outcome" text NOT NULL,
	"measures" text[] NOT NULL,
	"to_orgnr" text,
	"decided_at" timestamp with time zone NOT NULL,
	"decided_by_name" text NOT NULL,
	CONSTRAINT "roll_over_measure_id_round_id_pk" PRIMARY KEY("measure_id","round_id")
);
--> statement-breakpoint
CREATE TABLE "audit_event" (
	"sequence" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"details" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"one" boolean PRIMARY KEY NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"sealed" text,
	"created_at" timestamp with time zone NOT NULL,
	"next_try_at" timestamp with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp with time zone,
	"given_up_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "release" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"edition" text NOT NULL,
	"definition" text NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL,
	"data_as_of" timestamp with time zone NOT NULL,
	"measures" integer NOT NULL,
	"public_measures" integer NOT NULL,
	"invited" integer NOT NULL,
	"answered" integer NOT NULL,
	"content_hash" text NOT NULL,
	"names" jsonb NOT NULL,
	"notice" jsonb,
	CONSTRAINT "release_number" UNIQUE("round_id","number")
);
--> statement-breakpoint
CREATE TABLE "release_decision" (
	"release_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"reason" jsonb,
	"decided_at" timestamp with time zone NOT NULL,
	"decided_by_name" text NOT NULL,
	CONSTRAINT "release_decision_release_id_decision_pk" PRIMARY KEY("release_id","decision")
);
--> statement-breakpoint
CREATE TABLE "release_measure" (
	"release_id" uuid NOT NULL,
	"measure_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"number" text NOT NULL,
	"agency_id" text NOT NULL,
	"answers" jsonb NOT NULL,
	"known" jsonb NOT NULL,
	"late" boolean NOT NULL,
	"visibility" text NOT NULL,
	"public_answers" jsonb NOT NULL,
	"public_title" text,
	"hidden" text[] NOT NULL,
	"search" "tsvector" NOT NULL,
	CONSTRAINT "release_measure_release_id_measure_id_pk" PRIMARY KEY("release_id","measure_id"),
	CONSTRAINT "release_measure_position" UNIQUE("release_id","position")
) PARTITION BY LIST ("release_id");
--> statement-breakpoint
CREATE TABLE "release_word" (
	"release_id" uuid NOT NULL,
	"word" text NOT NULL,
	"measures" integer NOT NULL,
	CONSTRAINT "release_word_release_id_word_pk" PRIMARY KEY("release_id","word")
);
--> statement-breakpoint
CREATE TABLE "revision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"measure_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"edition" text NOT NULL,
	"answers" jsonb NOT NULL,
	"origins" jsonb NOT NULL,
	"authors" jsonb NOT NULL,
	"reasons" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"author_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "revision_version" UNIQUE("measure_id","round_id","version")
);
--> statement-breakpoint
CREATE TABLE "submission" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"agency_id" text NOT NULL,
	"number" integer NOT NULL,
	"receipt" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"content_hash" text NOT NULL,
	"nothing_to_report" boolean DEFAULT false NOT NULL,
	"late" boolean NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"submitted_by" uuid,
	"submitted_by_name" text NOT NULL,
	"undecided" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "submission_receipt_unique" UNIQUE("receipt"),
	CONSTRAINT "submission_number" UNIQUE("round_id","agency_id","number"),
	CONSTRAINT "submission_key" UNIQUE("round_id","agency_id","idempotency_key")
);
--> statement-breakpoint
CREATE TABLE "submission_revision" (
	"submission_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"late" boolean NOT NULL,
	CONSTRAINT "submission_revision_submission_id_revision_id_pk" PRIMARY KEY("submission_id","revision_id")
);
--> statement-breakpoint
CREATE TABLE "population" (
	"round_id" uuid NOT NULL,
	"agency_id" text NOT NULL,
	"orgnr" text NOT NULL,
	"name_nb" text NOT NULL,
	"name_nn" text NOT NULL,
	"name_en" text NOT NULL,
	"ministry" text NOT NULL,
	"facts" jsonb NOT NULL,
	"answered" boolean DEFAULT false NOT NULL,
	"contact_email" text,
	CONSTRAINT "population_round_id_agency_id_pk" PRIMARY KEY("round_id","agency_id"),
	CONSTRAINT "population_orgnr" UNIQUE("round_id","orgnr")
);
--> statement-breakpoint
CREATE TABLE "reopening" (
	"round_id" uuid NOT NULL,
	"agency_id" text NOT NULL,
	"reason" text,
	"asked_at" timestamp with time zone,
	"asked_by" uuid,
	"asked_by_name" text,
	"until" timestamp with time zone,
	"granted_at" timestamp with time zone,
	"granted_by" uuid,
	CONSTRAINT "reopening_round_id_agency_id_pk" PRIMARY KEY("round_id","agency_id")
);
--> statement-breakpoint
CREATE TABLE "round" (
	"id" uuid PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"edition" text NOT NULL,
	"state" text NOT NULL,
	"opens_at" timestamp with time zone,
	"deadline" timestamp with time zone,
	"late_until" timestamp with time zone,
	"freeze_at" timestamp with time zone,
	"publish_at" timestamp with time zone,
	"notice" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "round_year_unique" UNIQUE("year")
);
--> statement-breakpoint
CREATE TABLE "calendar_run" (
	"round_id" uuid NOT NULL,
	"event" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone NOT NULL,
	"outcome" text NOT NULL,
	CONSTRAINT "calendar_run_round_id_event_due_at_pk" PRIMARY KEY("round_id","event","due_at")
);
--> statement-breakpoint
ALTER TABLE "calendar_run" ADD CONSTRAINT "calendar_run_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_person_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_accepted_by_person_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role" ADD CONSTRAINT "role_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role" ADD CONSTRAINT "role_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role" ADD CONSTRAINT "role_ministry_id_ministry_id_fk" FOREIGN KEY ("ministry_id") REFERENCES "public"."ministry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_measure_id_measure_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_invitation_id_invitation_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presence" ADD CONSTRAINT "presence_measure_id_measure_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presence" ADD CONSTRAINT "presence_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presence" ADD CONSTRAINT "presence_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "query" ADD CONSTRAINT "query_measure_id_measure_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "query" ADD CONSTRAINT "query_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "query" ADD CONSTRAINT "query_asked_by_person_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "query" ADD CONSTRAINT "query_replied_by_person_id_fk" FOREIGN KEY ("replied_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "query" ADD CONSTRAINT "query_closed_by_person_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_request" ADD CONSTRAINT "submission_request_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_request" ADD CONSTRAINT "submission_request_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_request" ADD CONSTRAINT "submission_request_asked_by_person_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agency_succession" ADD CONSTRAINT "agency_succession_predecessor_id_agency_id_fk" FOREIGN KEY ("predecessor_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agency_succession" ADD CONSTRAINT "agency_succession_successor_id_agency_id_fk" FOREIGN KEY ("successor_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agency_version" ADD CONSTRAINT "agency_version_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agency_version" ADD CONSTRAINT "agency_version_ministry_id_ministry_id_fk" FOREIGN KEY ("ministry_id") REFERENCES "public"."ministry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ministry_version" ADD CONSTRAINT "ministry_version_ministry_id_ministry_id_fk" FOREIGN KEY ("ministry_id") REFERENCES "public"."ministry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "column_mapping" ADD CONSTRAINT "column_mapping_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spreadsheet_import" ADD CONSTRAINT "spreadsheet_import_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spreadsheet_import" ADD CONSTRAINT "spreadsheet_import_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spreadsheet_import_row" ADD CONSTRAINT "spreadsheet_import_row_import_id_spreadsheet_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."spreadsheet_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spreadsheet_import_row" ADD CONSTRAINT "spreadsheet_import_row_measure_id_measure_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload" ADD CONSTRAINT "upload_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload" ADD CONSTRAINT "upload_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload" ADD CONSTRAINT "upload_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload_rows" ADD CONSTRAINT "upload_rows_upload_id_upload_id_fk" FOREIGN KEY ("upload_id") REFERENCES "public"."upload"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "word_mapping" ADD CONSTRAINT "word_mapping_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_round" ADD CONSTRAINT "measure_round_measure_id_measure_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_round" ADD CONSTRAINT "measure_round_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_round" ADD CONSTRAINT "measure_round_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_over" ADD CONSTRAINT "roll_over_measure_id_measure_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_over" ADD CONSTRAINT "roll_over_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_over" ADD CONSTRAINT "roll_over_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release" ADD CONSTRAINT "release_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_decision" ADD CONSTRAINT "release_decision_release_id_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."release"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_measure" ADD CONSTRAINT "release_measure_release_id_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."release"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_measure" ADD CONSTRAINT "release_measure_measure_id_measure_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_measure" ADD CONSTRAINT "release_measure_revision_id_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_measure" ADD CONSTRAINT "release_measure_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_word" ADD CONSTRAINT "release_word_release_id_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."release"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_measure_id_measure_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_submitted_by_person_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_revision" ADD CONSTRAINT "submission_revision_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_revision" ADD CONSTRAINT "submission_revision_revision_id_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "population" ADD CONSTRAINT "population_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "population" ADD CONSTRAINT "population_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reopening" ADD CONSTRAINT "reopening_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reopening" ADD CONSTRAINT "reopening_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reopening" ADD CONSTRAINT "reopening_asked_by_person_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reopening" ADD CONSTRAINT "reopening_granted_by_person_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitation_agency" ON "invitation" USING btree ("agency_id");--> statement-breakpoint
CREATE INDEX "session_sid" ON "session" USING btree ("sid");--> statement-breakpoint
CREATE INDEX "session_expires" ON "session" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "delegation_measure" ON "delegation" USING btree ("measure_id","round_id");--> statement-breakpoint
CREATE INDEX "delegation_person" ON "delegation" USING btree ("person_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "presence_seen" ON "presence" USING btree ("seen_at");--> statement-breakpoint
CREATE INDEX "query_measure" ON "query" USING btree ("round_id","measure_id");--> statement-breakpoint
CREATE INDEX "agency_version_agency" ON "agency_version" USING btree ("agency_id");--> statement-breakpoint
CREATE INDEX "agency_version_orgnr" ON "agency_version" USING btree ("orgnr");--> statement-breakpoint
CREATE INDEX "ministry_version_ministry" ON "ministry_version" USING btree ("ministry_id");--> statement-breakpoint
CREATE INDEX "spreadsheet_import_round" ON "spreadsheet_import" USING btree ("round_id","agency_id");--> statement-breakpoint
CREATE INDEX "upload_expires" ON "upload" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "measure_round_agency" ON "measure_round" USING btree ("round_id","agency_id");--> statement-breakpoint
CREATE UNIQUE INDEX "measure_round_external" ON "measure_round" USING btree ("round_id","external_id","agency_id") WHERE external_id is not null;--> statement-breakpoint
CREATE INDEX "roll_over_agency" ON "roll_over" USING btree ("round_id","agency_id");--> statement-breakpoint
CREATE INDEX "mail_waiting" ON "mail" USING btree ("next_try_at") WHERE sent_at is null and given_up_at is null;--> statement-breakpoint
CREATE INDEX "release_measure_number" ON "release_measure" USING btree ("number");--> statement-breakpoint
CREATE INDEX "release_measure_search" ON "release_measure" USING gin ("search");--> statement-breakpoint
CREATE INDEX "revision_round" ON "revision" USING btree ("round_id");