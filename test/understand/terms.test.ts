import { expect, it } from 'vitest'
import { loadKnowledge } from '../../src/knowledge/index.ts'
import { analyse } from '../../src/text/index.ts'
import { createContext } from '../../src/understand/context.ts'
import { terms } from '../../src/understand/terms.ts'
import { aDocument } from '../store/made-up.ts'

it('counts the words that a document has for an issue, in its own spelling', () => {
  const document = aDocument(
    'a.txt',
    'Export controls divide Japan and South Korea. Seoul calls the export\ncontrols unfair.',
  )
  const knowledge = loadKnowledge()
  const analysis = analyse(document.text, { published: document.published }, knowledge)
  const found = terms(createContext(document, analysis, knowledge)).map(({ term, count }) => [term, count])
  expect(found).toContainEqual(['export controls', 2])
  expect(found.flat()).not.toContain('Export controls')
})
