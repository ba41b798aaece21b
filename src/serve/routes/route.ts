import type { OpenAPIHono } from '@hono/zod-openapi'
import type { AskDoor } from '../asked.ts'
import type { Desk } from '../desk.ts'
import type { Library } from '../library.ts'

export interface Room {
  desk: Desk
  library: () => Promise<Library>
  /** An analysis of the command line: its answer as of the record's present version. */
  analysed: AskDoor
}

/** Adds one part of the API. */
export type Route = (app: OpenAPIHono, room: Room) => void
