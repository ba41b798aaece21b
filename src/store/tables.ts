/**
 * The tables of a dossier. What a document says (`understandings`) is one compressed row, and the reconciled record
 * (`facts`) is rebuilt from them whenever a document comes or goes.
 */
import { sql } from 'drizzle-orm'
import {
  bigint,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  serial,
  text,
} from 'drizzle-orm/pg-core'

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })

/** What the store knows of itself: version, how much of the journal is in it, what the record was made from. */
export const settings = pgTable('settings', {
  key: text('key').primaryKey(),
  value: jsonb('value').notNull(),
})

/** Documents as they were read. `no` is this store's own short name for one, used in `facts`; it never leaves it. */
export const documents = pgTable(
  'documents',
  {
    no: serial('no').notNull().unique(),
    id: text('id').primaryKey(),
    title: text('title'),
    text: text('text').notNull(),
    /** All else that a document has. */
    about: jsonb('about').notNull(),
  },
  table => [
    // Migration 0001 shortens its pending list, which this schema language has no word for.
    index('documents_words').using(
      'gin',
      sql`to_tsvector('english', coalesce(${table.title}, '') || ' ' || ${table.text})`,
    ),
  ],
)

/** What a document says, coded from its own date (`anchor` is '') or from one that was inferred. */
export const understandings = pgTable(
  'understandings',
  {
    document: text('document').notNull(),
    anchor: text('anchor').notNull(),
    /** Stamp of the rules and knowledge that made it. */
    coding: text('coding').notNull(),
    body: bytea('body').notNull(),
  },
  table => [primaryKey({ columns: [table.document, table.anchor] })],
)

/**
 * The record: every actor, issue, event, statement … that reconciling made, in its order, some twenty to a row: an
 * article gives fifty facts and more, which would cost more as rows of their own than all else, and together they
 * are long enough to be compressed.
 */
export const facts = pgTable(
  'facts',
  {
    kind: text('kind').notNull(),
    /** Of the first of them among its kind. */
    position: integer('position').notNull(),
    count: integer('count').notNull(),
    /** The earliest and the latest day of any of them; null where none is dated. */
    starts: date('starts'),
    ends: date('ends'),
    body: text('body').notNull(),
  },
  table => [primaryKey({ columns: [table.kind, table.position] })],
)

/** On a server, where it is the journal: one batch a row, gzipped NDJSON. In a folder the journal is a file. */
export const journal = pgTable('journal', {
  /** 1, 2, 3 …, in the order of committing. */
  no: bigint('no', { mode: 'number' }).primaryKey(),
  body: bytea('body').notNull(),
})
