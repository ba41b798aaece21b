CREATE TABLE "documents" (
	"no" serial NOT NULL,
	"id" text PRIMARY KEY NOT NULL,
	"title" text,
	"text" text NOT NULL,
	"about" jsonb NOT NULL,
	CONSTRAINT "documents_no_unique" UNIQUE("no")
);
--> statement-breakpoint
CREATE TABLE "facts" (
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"count" integer NOT NULL,
	"starts" date,
	"ends" date,
	"body" text NOT NULL,
	CONSTRAINT "facts_kind_position_pk" PRIMARY KEY("kind","position")
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "understandings" (
	"document" text NOT NULL,
	"anchor" text NOT NULL,
	"coding" text NOT NULL,
	"body" "bytea" NOT NULL,
	CONSTRAINT "understandings_document_anchor_pk" PRIMARY KEY("document","anchor")
);
--> statement-breakpoint
CREATE INDEX "documents_words" ON "documents" USING gin (to_tsvector('english', coalesce("title", '') || ' ' || "text"));