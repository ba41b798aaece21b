import { describe, expect, it } from 'vitest'
import { regularForms, verbTable } from '../../src/knowledge/verb-forms.ts'

const verbs = verbTable()

describe('forms of verbs', () => {
  it.each([
    ['ban', 'banned', 'banning', 'bans'],
    ['visit', 'visited', 'visiting', 'visits'],
    ['agree', 'agreed', 'agreeing', 'agrees'],
    ['seize', 'seized', 'seizing', 'seizes'],
    ['carry', 'carried', 'carrying', 'carries'],
    ['deploy', 'deployed', 'deploying', 'deploys'],
    ['impeach', 'impeached', 'impeaching', 'impeaches'],
    ['quit', 'quitted', 'quitting', 'quits'],
    ['show', 'showed', 'showing', 'shows'],
  ])('follow the spelling rules: %s', (lemma, past, gerund, third) => {
    expect(regularForms(lemma)).toEqual({
      base: lemma,
      past: [past],
      participle: [past],
      gerund: [gerund],
      third: [third],
    })
  })

  it.each([
    ['met', 'meet', 'past-or-participle'],
    ['withdrew', 'withdraw', 'past'],
    ['withdrawn', 'withdraw', 'participle'],
    ['vetoes', 'veto', 'third'],
    ['expelling', 'expel', 'gerund'],
    ['travelled', 'travel', 'past-or-participle'],
    ['saw', 'see', 'past'],
    ['found', 'find', 'past-or-participle'],
    ['condemned', 'condemn', 'past-or-participle'],
    ['strategy', null, null],
  ])('%s is a form of %s', (form, lemma, kind) => {
    expect(verbs.lemmaOf(form)).toBe(lemma)
    expect(verbs.readingsOf(form)[0]?.form ?? null).toBe(kind)
  })
})
