import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { Gate } from './gate.ts'

const SELF = ["'self'"]
const NONE = ["'none'"]

/** Scripts, styles, fonts and answers come from here alone; nothing frames the page. */
const POLICY = {
  defaultSrc: NONE,
  scriptSrc: SELF,
  styleSrc: SELF,
  imgSrc: ["'self'", 'data:'],
  fontSrc: SELF,
  connectSrc: SELF,
  manifestSrc: SELF,
  baseUri: NONE,
  formAction: SELF,
  frameAncestors: NONE,
}

/** For half a year; of this host alone, since what else the domain holds is not ours to bind. */
const HSTS = 'max-age=15552000'

export function headers({ hasTls }: Gate): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: POLICY,
    xFrameOptions: 'DENY',
    // None at all would make browsers send `Origin: null` with our own login form.
    referrerPolicy: 'same-origin',
    strictTransportSecurity: hasTls ? HSTS : false,
  })
}
