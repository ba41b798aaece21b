/** Tables of a queue beside those of pg-boss. Made where they are missing, and dropped with the queue's schema. */
export const TABLES: readonly string[] = [
  // What is to be read, gzipped as it was found; a row goes when its documents are in the dossier.
  `create table if not exists inbox (
     no bigint generated always as identity primary key,
     source text not null, first_line integer not null, bytes bytea not null, at timestamptz not null default now())`,
  // What an archive says of a page: its address, when it was fetched, how it is written.
  `alter table inbox add column if not exists beside jsonb not null default '{}'`,
  `create table if not exists troubles (
     no bigint generated always as identity primary key,
     source text not null, code text not null, message text not null, at timestamptz not null default now())`,
  `create table if not exists workers (
     id text primary key, host text not null, pid integer not null, job uuid,
     since timestamptz not null default now(), seen timestamptz not null default now(),
     batches integer not null default 0, documents integer not null default 0, failures integer not null default 0)`,
  // A line a batch, milliseconds; kept for a day.
  `create table if not exists done (
     at timestamptz not null default now(), documents integer not null, took integer not null)`,
  'create index if not exists done_at on done (at)',
]
