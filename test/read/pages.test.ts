import { describe, expect, it } from 'vitest'
import { FIELDS, missesOf, writtenPages } from './pages.ts'
import floors from './pages-floors.json' with { type: 'json' }

const pages = writtenPages()

/** `MISSES=1 npx vitest run test/read/pages.test.ts` shows what is wrong on the pages that may be looked at. */
describe('metadata of written pages', () => {
  it('there are enough of them', () => {
    expect(pages.length).toBeGreaterThanOrEqual(120)
  })
  for (const kept of [false, true]) {
    const part = kept ? 'kept' : 'open'
    it(`the ${part} part`, async () => {
      const some = pages.filter(page => page.kept === kept)
      const misses = await missesOf(some)
      const shares = FIELDS.map(field => {
        const wrong = misses.filter(miss => miss.field === field).length
        return [field, Math.floor((1 - wrong / some.length) * 1000) / 1000] as const
      })
      if (process.env.MISSES !== undefined) {
        if (!kept)
          for (const miss of misses)
            console.log(`${miss.field} ${miss.page}\n  ${miss.expected}\n  ${miss.found}`)
        console.log(
          `${part} (${some.length} pages): ${shares.map(([field, share]) => `${field} ${share}`).join(', ')}`,
        )
      }
      for (const [field, share] of shares) expect(share, field).toBeGreaterThanOrEqual(floors[part][field])
    })
  }
})
