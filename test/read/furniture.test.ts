import { describe, expect, it } from 'vitest'
import { FURNITURE, furnitureRule } from '../../src/read/furniture/match.ts'

describe('furniture rules', () => {
  for (const rule of FURNITURE) {
    for (const example of rule.examples) {
      it(`${rule.reason}: takes "${example}"`, () => {
        expect(furnitureRule(example, true)?.reason).toBe(rule.reason)
      })
    }
    for (const example of rule.counterExamples) {
      it(`${rule.reason}: leaves "${example}"`, () => {
        expect(furnitureRule(example, true)).toBeNull()
      })
    }
  }

  it('leaves the middle of an article to the article where a rule is for its edges', () => {
    expect(furnitureRule('The writer is a fellow at the Example Institute.', false)).toBeNull()
  })
})
