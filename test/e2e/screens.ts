/** Addresses of every screen over a dossier: those in the row of rooms, and one of each that is come to from another. */
import type { Page } from 'playwright-core'
import { get } from '../serve/served.ts'
import { settled } from './browser.ts'

interface Passage {
  document: string
  start: number
  end: number
  quote: string
}
interface Listed {
  items: { id: string; evidence: Passage[]; speaker?: { actor: string | null } }[]
}

export async function roomsOf(page: Page): Promise<string[]> {
  await page.goto('/')
  await settled(page)
  const hrefs = await page
    .locator('nav.rooms a')
    .evaluateAll(links => links.map(it => it.getAttribute('href')))
  return hrefs.filter(href => href !== null)
}

export async function screensOf(page: Page, url: string): Promise<string[]> {
  const rooms = await roomsOf(page)
  const events = await get<Listed>(`${url}/api/events?limit=1000`)
  const statements = await get<Listed>(`${url}/api/statements?limit=1000`)
  const [event] = [...events.items].sort((a, b) => b.evidence.length - a.evidence.length)
  const speaker = statements.items.find(it => (it.speaker?.actor ?? null) !== null)?.speaker?.actor
  const passage = event?.evidence[0]
  return [
    ...rooms,
    '/search?q=summit',
    '/nowhere',
    ...(event === undefined ? [] : [`/events/${event.id}`]),
    ...(passage === undefined ? [] : [`/documents/${passage.document}?at=${passage.start}-${passage.end}`]),
    ...(speaker === undefined || speaker === null ? [] : [`/people/${encodeURIComponent(speaker)}`]),
  ]
}
