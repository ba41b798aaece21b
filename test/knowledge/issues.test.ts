import { describe, expect, it } from 'vitest'
import { loadIssues, makeIssues } from '../../src/knowledge/issues.ts'

const issues = loadIssues()
const found = (text: string, states?: string[]) =>
  issues.issuesOf(text, states && new Set(states)).map(hit => [hit.issue, text.slice(hit.start, hit.end)])

describe('issues', () => {
  it.each(issues.rows.map(row => [row.issue, row.example]))(
    '%s is found in its example',
    (issue, example) => {
      expect(issues.issuesOf(example).map(hit => hit.issue)).toContain(issue)
    },
  )

  it('gives every issue an id once and every term once an issue', () => {
    const ids = issues.rows.map(row => row.issue)
    expect(new Set(ids).size).toBe(ids.length)
    for (const row of issues.rows) {
      const terms = [...row.terms, ...row.signs].map(term => term.toLowerCase())
      expect(
        terms.filter((term, i) => terms.indexOf(term) !== i),
        row.issue,
      ).toEqual([])
    }
  })

  it('takes plural and singular, British and American, hyphen and none for one term', () => {
    for (const text of ['forced labor', 'Forced-labour', 'FORCED LABORERS', 'forced labourers’'])
      expect(found(`the ${text} question`)[0]?.[0], text).toBe('forced-labour')
    expect(found('a Fire-Control radar')).toEqual([['radar', 'Fire-Control radar']])
  })

  it('takes the longest term and does not look inside it', () => {
    expect(found('the wartime forced labour row')).toEqual([['forced-labour', 'wartime forced labour']])
    expect(found('a free trade agreement')).toEqual([['trade', 'free trade agreement']])
  })

  it('does not join words across a comma or a full stop', () => {
    expect(found('They were forced. Labour leaders agreed.')).toEqual([])
  })

  it('takes a term in capitals only in capitals', () => {
    expect(found('WHO experts')).toEqual([['health', 'WHO']])
    expect(found('those who came')).toEqual([])
  })

  it('keeps an issue of certain states to these', () => {
    expect(found('a dispute over export controls', ['JPN', 'KOR', 'USA'])).toEqual([
      ['export-controls', 'export controls'],
    ])
    expect(found('a dispute over the radar lock-on', ['NLD', 'CHN'])).toEqual([])
  })

  it('lets a special issue go before a general one with the same words', () => {
    const row = { name: '', signs: [], example: '' }
    const own = makeIssues([
      { ...row, issue: 'history', states: [], terms: ['textbook'] },
      { ...row, issue: 'schoolbooks', states: ['AAA', 'BBB'], terms: ['textbook'] },
    ])
    expect(own.issuesOf('textbooks', new Set(['AAA', 'BBB'])).map(hit => hit.issue)).toEqual(['schoolbooks'])
    expect(own.issuesOf('textbooks', new Set(['AAA', 'CCC'])).map(hit => hit.issue)).toEqual(['history'])
  })
})
