import { expect, it } from 'vitest'
import { brief } from '../../src/export/brief.ts'
import { listOf, sourceOf } from '../../src/record/facts.ts'
import { aDocument, anEvent, aRecord } from '../store/made-up.ts'

it('cites outlet, title, authors, date, address and when it was retrieved, and lets nothing through', async () => {
  const document = aDocument('a.html', 'Norway met Peru. <b>Fine</b> [1](javascript:x) `talks`.', {
    title: 'Talks | *two* <script>sides</script>',
    authors: ['Ada Holm'],
    url: 'https://gazette.example/a?b=<c>',
    retrieved: '2031-05-03T08:00:00Z',
  })
  const events = [
    anEvent('e1', document, 0, 16, {
      claimedBy: ['PER'],
      accounts: [
        {
          field: 'place',
          values: [
            { value: 'Oslo', documents: [document.id] },
            { value: 'Bergen', documents: [document.id] },
          ],
        },
      ],
    }),
    anEvent('e2', document, 17, 55, {
      status: 'planned',
      date: { start: null, end: '2031-05-02', precision: 'unknown', basis: 'publication' },
    }),
  ]
  const pieces = await listOf(
    brief(sourceOf(aRecord([document], { events })), { title: 'Norway and Peru', fits: () => true }),
  )
  expect(pieces.join('')).toBe(`# Norway and Peru

## May 2031

- **1 May 2031** Norway and Peru meet (according to PER)[^1]
  - accounts differ on place: Oslo (The Harbour Gazette); Bergen (The Harbour Gazette)
- **until 2 May 2031** Norway and Peru meet (planned)[^2]

[^1]: “Norway met Peru.” — The Harbour Gazette, “Talks \\| \\*two\\* \\<script\\>sides\\</script\\>”, Ada Holm, 2 May 2031, <https://gazette.example/a?b=%3Cc%3E>, retrieved 2031-05-03
[^2]: “\\<b\\>Fine\\</b\\> \\[1\\](javascript:x) \\\`talks\\\`.” — The Harbour Gazette, “Talks \\| \\*two\\* \\<script\\>sides\\</script\\>”, Ada Holm, 2 May 2031, <https://gazette.example/a?b=%3Cc%3E>, retrieved 2031-05-03
`)
})
