import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { headOf } from '../record/facts.ts'
import type { Understanding } from '../record/mentions.ts'
import type { Document, DocumentHead } from '../record/types.ts'
import type { Queries } from './database.ts'

/** What a document says, with the stamp of the rules that say so; `anchor` names an inferred date, else ''. */
export interface Coded {
  anchor: string
  coding: string
  understanding: Understanding
}

/** What one batch changes. All of it is written, or nothing. */
export interface Change {
  documents?: Document[]
  coded?: Coded[]
  /** Ids of documents that go, with all that they say. */
  removed?: string[]
  settings?: { [key: string]: unknown }
}

interface Row {
  id: string
  title: string | null
  text: string
  about: Omit<Document, 'id' | 'title' | 'text'>
}

function toRow(document: Document): Row {
  const { id, title, text, ...about } = document
  return { id, title, text, about }
}

/** With its fields always in the same order, so that equal documents print alike. */
function fromRow({ id, title, text, about }: Row): Document {
  return {
    id,
    source: about.source,
    format: about.format,
    url: about.url,
    outlet: about.outlet,
    section: about.section,
    title,
    authors: about.authors,
    published: about.published && {
      start: about.published.start,
      end: about.published.end,
      precision: about.published.precision,
      basis: about.published.basis,
    },
    language: about.language,
    text,
    retrieved: about.retrieved,
    captions: about.captions,
    copyOf: about.copyOf,
    revisionOf: about.revisionOf,
    alsoFrom: about.alsoFrom,
  }
}

const PUT_DOCUMENTS = `
  insert into documents (id, title, text, about)
  select id, title, text, about from jsonb_to_recordset($1::jsonb) as r(id text, title text, text text, about jsonb)
  on conflict (id) do update set title = excluded.title, text = excluded.text, about = excluded.about`

const PUT_CODED = `
  insert into understandings (document, anchor, coding, body)
  select document, anchor, coding, decode(body, 'base64')
  from jsonb_to_recordset($1::jsonb) as r(document text, anchor text, coding text, body text)
  on conflict (document, anchor) do update set coding = excluded.coding, body = excluded.body`

const PUT_SETTINGS = `
  insert into settings (key, value) select key, value from jsonb_each($1::jsonb)
  on conflict (key) do update set value = excluded.value`

/**
 * What every understanding is full of: given to the compressor beforehand, it need not stand in each row. Rows can be
 * read only with the dictionary that they were written with, so it changes with a migration or not at all.
 */
const DICTIONARY = Buffer.from(
  '"document":"","actors":[{"key":"person/","type":"organization","name":"aliases":[""],"state":"JPN","roles":[{"title":"President","organization":null}],"known":true,"partial":false},{"key":"KOR","type":"state","mentions":[{"kind":"driver","pattern":"cause":{"factor":"grounded":true,"name":"text":"span":[1,effect":{"sign":1,"claimedBy":null,"hedged":false},{"kind":"position","actor":"issue":"stance":"demands","summary":"{"kind":"forecast","text":"by":null,"probability":null,"horizon":null,"event":null,"negated":false},{"kind":"statement","speaker":{"key":"affiliation":"how":"direct","cue":"said","parts":[[{"kind":"event","id":"title":"type":"CONSULT","mode":null,"contexts":["diplomatic"],"status":"reported","trigger":[1,"head":"meet","date":{"start":"2022-11-13","end":null,"precision":"day","basis":"stated"},"precision":"unknown","basis":"publication"},"dateSpan":null,"place":null,"source":["KOR"],"target":["states":["JPN","KOR"],"issues":[],"level":"leader","claimedBy":[],"disputedBy":[],"ordinal":null,"definite":false,"refersTo":null},"confidence":0.8,"terms":[{"issue":"term":"count":1}]}',
)

function codedRow({ anchor, coding, understanding }: Coded) {
  const body = deflateRawSync(JSON.stringify(understanding), { dictionary: DICTIONARY }).toString('base64')
  return { document: understanding.document, anchor, coding, body }
}

/** Within a transaction of the caller's. */
export async function applyChange(queries: Queries, change: Change): Promise<void> {
  const { removed, documents, coded, settings } = change
  if (removed?.length) {
    await queries.query('delete from documents where id = any($1)', [removed])
    await queries.query('delete from understandings where document = any($1)', [removed])
  }
  if (documents?.length) await queries.query(PUT_DOCUMENTS, [JSON.stringify(documents.map(toRow))])
  if (coded?.length) await queries.query(PUT_CODED, [JSON.stringify(coded.map(codedRow))])
  if (settings) await putSettings(queries, settings)
}

export async function putSettings(queries: Queries, settings: { [key: string]: unknown }): Promise<void> {
  await queries.query(PUT_SETTINGS, [JSON.stringify(settings)])
}

export async function readDocuments(queries: Queries, ids: string[]): Promise<Document[]> {
  const found = await queries.query<Row>(
    'select id, title, text, about from documents where id = any($1) order by id collate "C"',
    [ids],
  )
  return found.rows.map(fromRow)
}

const PAGE = 200

/** All documents by id, a page at a time. */
export async function* allDocuments(queries: Queries): AsyncGenerator<Document> {
  for (let last = ''; ; ) {
    const page = await queries.query<Row>(
      'select id, title, text, about from documents where id collate "C" > $1 order by id collate "C" limit $2',
      [last, PAGE],
    )
    for (const row of page.rows) yield fromRow(row)
    const end = page.rows.at(-1)
    if (end === undefined) return
    last = end.id
  }
}

/** All documents without their texts, by id. */
export async function* documentHeads(queries: Queries): AsyncGenerator<DocumentHead> {
  const found = await queries.query<Row>(
    `select id, title, '' as text, about from documents order by id collate "C"`,
  )
  for (const row of found.rows) yield headOf(fromRow(row))
}

interface CodedRow {
  document: string
  anchor: string
  coding: string
  body: Uint8Array
}

function parseUnderstanding(body: Uint8Array): Understanding {
  return JSON.parse(inflateRawSync(body, { dictionary: DICTIONARY }).toString('utf8'))
}

/** What the documents say, coded from their own dates (`anchor` '') or inferred ones, by document. */
export async function* allCoded(queries: Queries): AsyncGenerator<Coded> {
  for (let last = ['', '']; ; ) {
    const page = await queries.query<CodedRow>(
      `select document, anchor, coding, body from understandings
       where (document collate "C", anchor collate "C") > ($1, $2)
       order by document collate "C", anchor collate "C" limit ${PAGE}`,
      last,
    )
    for (const { anchor, coding, body } of page.rows)
      yield { anchor, coding, understanding: parseUnderstanding(body) }
    const end = page.rows.at(-1)
    if (end === undefined) return
    last = [end.document, end.anchor]
  }
}

/** Documents that these rules have not coded from their own date: new ones, and those of older rules. */
export async function uncoded(queries: Queries, coding: string): Promise<string[]> {
  const found = await queries.query<{ id: string }>(
    `select d.id from documents d
     left join understandings u on u.document = d.id and u.anchor = '' and u.coding = $1
     where u.document is null order by d.id collate "C"`,
    [coding],
  )
  return found.rows.map(row => row.id)
}
