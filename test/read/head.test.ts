import { describe, expect, it } from 'vitest'
import { headOf } from '../../src/read/text/head.ts'
import { isMenu } from '../../src/read/text/menus.ts'

const PROSE =
  'The two governments agreed on Monday to open the border again after a closure of eleven months, officials said.'
const page = (...head: string[]) => [...head, PROSE, PROSE.replace('Monday', 'Tuesday')]
const titleOf = (lines: string[]) => lines[headOf(lines).roles.indexOf('title')]

describe('menus', () => {
  it.each([
    'World Markets Asia Sports Video',
    'Sign in Alerts Newsletters',
    'HOME | NATIONAL | BUSINESS | SPORT',
    'Politik | Wirtschaft | Kultur | Anmelden',
    '정치 | 경제 | 사회 | 국제',
  ])('takes %s', line => expect(isMenu(line)).toBe(true))

  it.each([
    'World markets fall as Asia reopens',
    'Business leaders back trade deal',
    'Europe, Asia and Africa',
    'World Sport Body Bans Russia From Games',
    'Home Affairs Minister Visits Local School',
    'World | Asia',
    'Defence, trade and energy: what the three ministers want',
  ])('leaves %s', line => expect(isMenu(line)).toBe(false))
})

describe('mastheads', () => {
  it.each([
    ['Foreign Ministry Summons Envoy Over Radar', 'Seoul wants an apology within the week'],
    ['Defense Department Denies Report', 'Officials say that no ship was near the strait'],
    ['Two Navies Open a Line', 'How a telephone may keep the peace at sea'],
    ['A Harbour for Nobody', 'Why the ships stay away from the new quay'],
  ])('a headline in capitals is no masthead: %s', (title, standfirst) => {
    const lines = page(title, standfirst, 'By Ana Silva', 'May 2, 2019')
    expect(headOf(lines).masthead).toBeNull()
    expect(titleOf(lines)).toBe(title)
  })

  it.each([
    ['Institute for Island Affairs', 'Why the ferry stopped running'],
    ['The Quayside Times', 'Ministers reopen the border'],
    ['Ministry of Transport of Ruritania', 'Statement on the closure of the pass'],
  ])('a publisher over a headline is one: %s', (name, title) => {
    const lines = page(name, title, 'May 2, 2019')
    expect(headOf(lines).masthead?.name).toBe(name)
    expect(titleOf(lines)).toBe(title)
  })

  it('a short headline over two sentences is no name of a section', () => {
    const standfirst =
      'The two have never been closer to a treaty. That does not mean that they will sign one'
    expect(titleOf(page('Peace without affection', standfirst, 'May 2, 2019'))).toBe(
      'Peace without affection',
    )
  })

  it('a name that signs again below the article is one, whatever its words', () => {
    const lines = [...page('The Quay', 'Ministers reopen the border', 'May 2, 2019'), '© 2019 The Quay']
    expect(headOf(lines).masthead?.name).toBe('The Quay')
  })
})
