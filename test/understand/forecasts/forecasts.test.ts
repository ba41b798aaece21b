import { describe, expect, test } from 'vitest'
import { mentionsIn } from '../reading.ts'

function forecastsIn(text: string) {
  return mentionsIn(text).filter(mention => mention.kind === 'forecast')
}

describe('forecasts', () => {
  test.each([
    ['Cairo expects Khartoum to reply by Friday.', 'EGY', 0.75],
    ['She predicted that Egypt would sign the treaty.', null, 0.8],
    ['A defeat would weaken the government in Cairo.', null, 0.6],
    ['We put the probability of a treaty at one in five.', null, 0.2],
    ['We see a seventy percent chance of a joint exercise.', null, 0.7],
    ['The court gave a ruling that is certain to strain relations with Egypt.', null, 0.95],
    ['We think it improbable that the two will meet this year.', null, 0.2],
    ['The chances of a deal are slim.', null, 0.1],
    ['New clashes between Egypt and Sudan cannot be ruled out.', null, 0.4],
    ['Analysts expect more incidents on the border.', null, 0.75],
  ])('%s', (text, by, probability) => {
    const [forecast] = forecastsIn(text)
    expect(forecast?.probability).toBe(probability)
    if (by !== null) expect(forecast?.by).toBe(by)
  })

  test.each([
    ['I do not think that Egypt will attack.', true],
    ['Nobody believes that the talks will succeed.', true],
    ['Analysts do not expect a breakthrough.', true],
    ['Analysts expect a breakthrough.', false],
  ])('%s: denied', (text, negated) => {
    expect(forecastsIn(text)).toMatchObject([{ negated }])
  })

  test('go on with what may come of the same', () => {
    const text =
      'Relations will probably improve and may even return to normal. Khartoum will protest and the crowd left.'
    expect(forecastsIn(text).map(it => it.text)).toEqual([
      'Relations will probably improve and may even return to normal',
      'Khartoum will protest',
    ])
  })

  test('of what one once did not think', () => {
    expect(forecastsIn('I did not think that I would see peace.')).toEqual([])
  })

  test.each([
    ['The ministry will publish the plan before the autumn.', '2021-06-15', '2021-08-31'],
    ['The case will be decided within a year.', '2021-06-15', '2022-06-15'],
    ['The talks will resume next month.', '2021-07-01', '2021-07-31'],
    ['The talks will end by the end of 2022.', '2021-06-15', '2022-12-31'],
  ])('%s: until', (text, start, end) => {
    const [forecast] = forecastsIn(text)
    expect(forecast?.horizon).toMatchObject({ start, end })
  })

  test.each([
    ['permission', 'They may be quoted with acknowledgement.'],
    ['how one speaks', 'I will be frank.'],
    ['inability', 'The two countries cannot afford to drift apart.'],
    ['a question', 'Will the talks resume next month?'],
    ['an order', 'The court ordered that the firm pay next month.'],
    ['what was never thought', 'I did not think I would see two leaders.'],
  ])('none in %s: %s', (_why, text) => {
    expect(forecastsIn(text)).toEqual([])
  })
})
