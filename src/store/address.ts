/** Where a dossier is: a folder, or a schema on a PostgreSQL server written as `postgres://user@host/db?schema=name`. */
import { EntenteError } from '../record/errors.ts'

export interface Address {
  /** For the driver: all but the schema. */
  url: string
  schema: string
  /** For people: with the schema, without the password. */
  text: string
  /** `db.example.org:5432` */
  server: string
}

const DEFAULT_SCHEMA = 'entente'
const SCHEMES = ['postgres:', 'postgresql:']

/** Names that need no quotes in any tool, within PostgreSQL's 63 bytes. */
const NAME = /^[a-z_][a-z0-9_]{0,62}$/

export function isAddress(place: string): boolean {
  return SCHEMES.some(scheme => place.startsWith(`${scheme}//`))
}

function checkSchema(schema: string): void {
  if (!NAME.test(schema))
    throw new EntenteError(
      'E_USAGE',
      `schema=${schema}: a name of small letters, digits and _ is wanted, of 63 at most, such as seoul_tokyo`,
    )
  // What others keep in `public` could bear the names of our tables.
  if (schema === 'public' || schema === 'information_schema' || schema.startsWith('pg_'))
    throw new EntenteError(
      'E_USAGE',
      `schema=${schema} is PostgreSQL’s own; a dossier has a schema to itself`,
    )
}

/** Reads an address; throws E_USAGE where it is none, or its schema's name will not do. */
export function parseAddress(place: string): Address {
  let url: URL
  try {
    url = new URL(place)
  } catch {
    throw new EntenteError(
      'E_USAGE',
      'the address of a database is written as postgres://user@host/database?schema=name',
    )
  }
  const schema = url.searchParams.get('schema') ?? DEFAULT_SCHEMA
  checkSchema(schema)
  url.searchParams.delete('schema')
  const shown = new URL(url)
  shown.password = ''
  shown.search = `schema=${schema}`
  return {
    url: url.href,
    schema,
    text: shown.href,
    server: `${url.hostname || url.searchParams.get('host') || 'localhost'}:${url.port || '5432'}`,
  }
}

/** A place as it may be shown: no password stands in it. */
export function shownPlace(place: string): string {
  return isAddress(place) ? parseAddress(place).text : place
}
