CREATE TABLE "journal" (
	"no" bigint PRIMARY KEY NOT NULL,
	"body" "bytea" NOT NULL
);
