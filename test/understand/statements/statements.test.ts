import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../../src/knowledge/index.ts'
import type { StatementMention } from '../../../src/record/mentions.ts'
import type { Document } from '../../../src/record/types.ts'
import { analyse } from '../../../src/text/index.ts'
import { createContext } from '../../../src/understand/context.ts'
import { statements } from '../../../src/understand/statements/index.ts'

const knowledge = loadKnowledge()

function document(text: string): Document {
  return {
    id: 'test',
    source: 'test.txt',
    format: 'text',
    url: null,
    outlet: null,
    section: null,
    title: null,
    authors: [],
    published: null,
    language: 'en',
    text,
    retrieved: null,
    captions: [],
    copyOf: null,
    revisionOf: null,
    alsoFrom: [],
  }
}

function said(text: string): StatementMention[] {
  const doc = document(text)
  return statements(createContext(doc, analyse(text, { published: null }, knowledge), knowledge))
}

/** `how | speaker | words`, the parts of a statement joined by " … ". */
function lines(text: string): string[] {
  return said(text).map(one => {
    const words = one.parts.map(span => text.slice(...span)).join(' … ')
    return `${one.how} | ${one.speaker.name} | ${words}`
  })
}

interface Case {
  name: string
  text: string
  expected: string[]
}

const CASES: Case[] = [
  {
    name: 'a quotation broken by its cue, where the sentence runs on, is one statement',
    text: '“The ceasefire,” said Ana Ilves, a historian at Tartu University, “will not survive the winter.”',
    expected: ['direct | Ana Ilves | “The ceasefire,” … “will not survive the winter.”'],
  },
  {
    name: 'a new sentence after the cue is a statement of its own',
    text: 'Ana Ilves spoke to reporters in Riga. “The ceasefire is weak,” she said. “It will not survive the winter.”',
    expected: [
      'direct | Ana Ilves | “The ceasefire is weak,”',
      'direct | Ana Ilves | “It will not survive the winter.”',
    ],
  },
  {
    name: 'one who is only spoken of in a quotation does not speak the next one',
    text: 'Jonas Petrauskas, a lawyer in Vilnius, warned of delays. “The minister is tired,” he said. “President Nauseda has waited for a year.\n\n“The court will rule in May,” he said.',
    expected: [
      'direct | Jonas Petrauskas | “The minister is tired,”',
      'direct | Jonas Petrauskas | “President Nauseda has waited for a year.',
      'direct | Jonas Petrauskas | “The court will rule in May,”',
    ],
  },
  {
    name: 'a speaker who is only described keeps the description',
    text: '“We want both navies to keep talking,” a senior defence official told The Harbour Post.',
    expected: ['direct | senior defence official | “We want both navies to keep talking,”'],
  },
  {
    name: 'a quoted phrase inside reported words makes them mixed',
    text: 'Maria Costa, a former envoy, said there was a “good deal of luck” in the timing of the visit.',
    expected: ['mixed | Maria Costa | there was a “good deal of luck” in the timing of the visit'],
  },
  {
    name: 'a description with the words of the speaker is a statement',
    text: 'Foreign Minister Elina Valtonen described Estonia as an “indispensable neighbour” on Friday.',
    expected: ['mixed | Elina Valtonen | Estonia as an “indispensable neighbour”'],
  },
  {
    name: 'two claims joined by "and that" are two statements',
    text: 'Admiral Pedro Lima stated that the strait was open and that no ship had been stopped.',
    expected: [
      'indirect | Pedro Lima | that the strait was open',
      'indirect | Pedro Lima | that no ship had been stopped',
    ],
  },
  {
    name: 'reported words end before the next report',
    text: 'Pedro Lima said that the port was closed, and the harbour master denied the report.',
    expected: ['indirect | Pedro Lima | that the port was closed'],
  },
  {
    name: 'the outermost speaker keeps what others are said to have said',
    text: 'The two sides agreed to reopen the bridge, Lisbon said on Monday.',
    expected: ['indirect | Portugal | The two sides agreed to reopen the bridge'],
  },
  {
    name: 'a dateline is nobody’s words',
    text: 'LISBON, Aug 13 (XNA) - A tanker ran aground on Monday, officials said.',
    expected: ['indirect | officials | A tanker ran aground on Monday'],
  },
  {
    name: 'answers in an interview are the interviewed person’s',
    text: 'Rosa Lund commanded the patrol for six years.\n\nQ: Is the new line enough?\n\nA: It has to be. We have no other.\n\nLund said the boats are old.',
    expected: [
      'direct | Rosa Lund | It has to be. We have no other.',
      'indirect | Rosa Lund | the boats are old',
    ],
  },
]

const NOTHING: [string, string][] = [
  ['a scare quote', 'The island has become a “pivotal harbour” for both navies.'],
  ['a condition', 'Ties can improve if the two sides agree that it is time to move on.'],
  ['words not said', 'The minister did not say whether the envoy would return.'],
  ['an order that a court gives', 'The court ruled that the company must pay the families.'],
  ['what figures suggest', 'The figures suggest that trade has recovered.'],
  ['nobody in particular', 'It has been announced that the premier will travel to Baku.'],
  ['things added to others', 'The town later added tents, blankets and medicine by the truckload.'],
]

describe('statements', () => {
  it.each(CASES)('$name', ({ text, expected }) => {
    expect(lines(text)).toEqual(expected)
  })

  it.each(NOTHING)('%s is no statement', (_name, text) => {
    expect(lines(text)).toEqual([])
  })

  it('gives every statement an id of its own and spans that lie in the text', () => {
    const text = CASES.map(one => one.text).join('\n\n')
    const found = said(text)
    expect(new Set(found.map(one => one.id)).size).toBe(found.length)
    for (const one of found) {
      for (const [start, end] of one.parts)
        expect(start >= one.span[0] && end <= one.span[1] && start < end).toBe(true)
    }
  })

  it('takes the affiliation from elsewhere in the document', () => {
    const text = 'Ana Ilves is a historian at Tartu University. Later, Ilves said the archive would open.'
    expect(said(text).map(one => one.speaker)).toMatchObject([
      { name: 'Ana Ilves', affiliation: 'Tartu University' },
    ])
  })
})
