import { expect, it } from 'vitest'
import { csvCell } from '../../src/export/cells.ts'
import { csv } from '../../src/export/csv.ts'
import { listOf, sourceOf } from '../../src/record/facts.ts'
import { aDocument, anEvent, aRecord } from '../store/made-up.ts'

it.each([
  ['=HYPERLINK("http://x.example","y")', `"'=HYPERLINK(""http://x.example"",""y"")"`],
  ['+1', "'+1"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['  =1+1', "'  =1+1"],
  ['\t=1', "'\t=1"],
  ['＝1', "'＝1"],
  ['salmon, cod', '"salmon, cod"'],
  ['a "quoted" word', '"a ""quoted"" word"'],
  ['two\nlines', '"two\nlines"'],
  ['Norway − Peru', 'Norway − Peru'],
])('the cell %j is written as %j', (value, cell) => {
  expect(csvCell(value)).toBe(cell)
})

it('numbers stay numbers, also below nothing', () => {
  expect([csvCell(-7.5), csvCell(0), csvCell(null)]).toEqual(['-7.5', '0', ''])
})

it('writes one event a line, with its outlets and quotes', async () => {
  const document = aDocument('a.txt', 'Norway met Peru. "Well," it said.')
  const record = aRecord([document], { events: [anEvent('e1', document, 0, 16)] })
  const [head = '', row = ''] = (await listOf(csv.write(sourceOf(record), { kind: 'event' })))
    .join('')
    .split('\r\n')
  const cells = Object.fromEntries(head.split(',').map((name, i) => [name, row.split(',')[i]]))
  expect(cells).toMatchObject({
    id: 'e1',
    start: '2031-05-01',
    type: 'CONSULT',
    outlets: 'The Harbour Gazette',
    quotes: 'Norway met Peru.',
  })
})
