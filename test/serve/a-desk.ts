/** A desk over a record made up for a test: no store, no analyses. */
import { sourceOf } from '../../src/record/facts.ts'
import type { Record as EntenteRecord } from '../../src/record/types.ts'
import { type Desk, makeServer } from '../../src/serve/index.ts'

export function aDesk(record: EntenteRecord, more: Partial<Desk> = {}): Desk {
  return {
    name: 'Norway and Peru',
    states: ['NOR', 'PER'],
    version: async () => 'rules-2',
    changedSince: async () => null,
    now: () => new Date('2031-06-01T09:30:00Z'),
    source: async () => sourceOf(record),
    document: async id => record.documents.find(it => it.id === id),
    documents: async ids => record.documents.filter(it => ids.includes(it.id)),
    find: async query =>
      record.documents.flatMap(({ id, text }) => {
        const at = text.indexOf(query)
        return at < 0 ? [] : [{ document: id, words: [[at, at + query.length]] }]
      }),
    sentences: text => [[0, text.length]],
    explain: async () => [],
    doors: [],
    opening: { read: async () => null, write: async () => {} },
    review: {
      author: 'ada',
      queue: async () => [],
      fates: async () => [],
      accuracy: async () => [],
      fields: () => [],
      make: async () => [],
      undo: () => Promise.reject(new Error('nothing to take back')),
      write: async () => '',
      read: async () => 0,
    },
    searches: {
      list: async () => [],
      save: () => Promise.reject(new Error('no searches here')),
      rename: () => Promise.reject(new Error('no searches here')),
      forget: async () => {},
    },
    watches: async () => [],
    atWork: async () => null,
    adding: { add: () => 1, last: () => null, listen: () => () => {} },
    ...more,
  }
}

/** What a path answers, as JSON. */
export async function answer<T>(desk: Desk, path: string): Promise<T> {
  return JSON.parse(await (await ask(desk, path)).text())
}

/** Asks a path as a browser on this machine would. */
export async function ask(desk: Desk, path: string): Promise<Response> {
  return makeServer(desk).request(`http://127.0.0.1:7777${path}`, { headers: { host: '127.0.0.1:7777' } })
}
