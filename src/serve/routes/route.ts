import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Desk } from '../desk.ts'
import type { Library } from '../library.ts'

export interface Room {
  desk: Desk
  library: () => Promise<Library>
}

/** Adds one part of the API. */
export type Route = (app: OpenAPIHono, room: Room) => void
