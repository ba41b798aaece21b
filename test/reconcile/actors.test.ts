import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../../src/knowledge/index.ts'
import { reconcile } from '../../src/reconcile/index.ts'
import type { LocalActor } from '../../src/record/mentions.ts'
import type { Actor } from '../../src/record/types.ts'
import { inputs, person, Writer } from './builders.ts'

const knowledge = loadKnowledge()

/** Each list is one document's actors. */
function actorsOf(...documents: LocalActor[][]): Actor[] {
  const writers = documents.map((actors, i) => new Writer(`d${i}`).actors(...actors))
  return reconcile(...inputs(...writers), knowledge).record.actors
}

function names(...documents: LocalActor[][]): string[] {
  return actorsOf(...documents).map(actor => actor.name)
}

const president = { roles: [{ title: 'president', organization: null }] }

describe('one person', () => {
  test.each([
    ['Min Seo-yeon', 'Seo-yeon Min'],
    ['Min Seo-yeon', 'Min Seoyeon'],
    ['Min Seo-yeon', 'Min Seo Yeon'],
    ['José Ruíz', 'Jose Ruiz'],
    ['Anna K. Lund', 'Anna Lund'],
  ])('%s and %s', (a, b) => {
    expect(actorsOf([person(a, 'KOR')], [person(b, 'KOR')])).toHaveLength(1)
  })
  test('a surname with its office joins the only one of that state whom it fits', () => {
    const part = person('Salmi', 'FIN', {
      partial: true,
      roles: [{ title: 'President', organization: null }],
    })
    const [actor, ...others] = actorsOf([person('Aino Salmi', 'FIN', president)], [part])
    expect(others).toEqual([])
    expect(actor?.aliases).toContain('Salmi')
  })
  test('without a state a full name joins the only one who has one', () => {
    expect(names([person('Aino Salmi', 'FIN')], [person('Aino Salmi', null)])).toEqual(['Aino Salmi'])
  })
})

describe('two people', () => {
  test('of one surname', () => {
    expect(names([person('Lee Jae-min', 'KOR')], [person('Lee Jae-myung', 'KOR')])).toHaveLength(2)
  })
  test('of one name and two states', () => {
    const actors = actorsOf([person('Anna Lund', 'NOR')], [person('Anna Lund', 'SWE')])
    expect(actors.map(actor => actor.id)).toEqual(['person/anna-lund/NOR', 'person/anna-lund/SWE'])
  })
  test('a surname that fits two stays by itself', () => {
    const part = person('Lee', 'KOR', { partial: true })
    expect(names([person('Lee Jae-min', 'KOR')], [person('Lee Soo-jin', 'KOR')], [part])).toHaveLength(3)
  })
  test('a surname with another office is somebody else', () => {
    const part = person('Salmi', 'FIN', {
      partial: true,
      roles: [{ title: 'ambassador', organization: null }],
    })
    expect(names([person('Aino Salmi', 'FIN', president)], [part])).toHaveLength(2)
  })
  test('described alike in two documents', () => {
    const described = person('a senior official', 'NOR', { partial: true })
    const actors = actorsOf([described], [described])
    expect(actors.map(actor => actor.id)).toEqual([
      'person/a-senior-official/d0',
      'person/a-senior-official/d1',
    ])
  })
})
