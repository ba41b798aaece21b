import { describe, expect, test } from 'vitest'
import { claims } from '../../../src/understand/drivers/claims.ts'
import { contextOf, mentionsIn } from '../reading.ts'

function driversIn(text: string): string[] {
  return mentionsIn(text).flatMap(mention =>
    mention.kind === 'driver' && !mention.negated
      ? [`${mention.cause.text} ${mention.sign > 0 ? '+' : '-'} ${mention.effect.text}`]
      : [],
  )
}

describe('drivers', () => {
  test.each([
    [
      'The ruling could discourage Turkish firms from investing in Greece.',
      'The ruling - Turkish firms from investing in Greece',
    ],
    [
      'Each raid makes it harder for Cairo to explain its silence to Khartoum.',
      'Each raid - to explain its silence to Khartoum',
    ],
    ['The truce could not survive an election in Greece.', 'an election in Greece - The truce'],
    [
      'Relations between Egypt and Sudan were strained by the dispute over the dam.',
      'the dispute over the dam - Relations between Egypt and Sudan',
    ],
    [
      'Relations between Egypt and Sudan were in a poor state due to the disputes over miners from Khartoum and fishing grounds.',
      'the disputes over miners from Khartoum and fishing grounds + Relations between Egypt and Sudan were in a poor state',
    ],
    [
      'The thaw between Athens and Ankara followed weeks of pressure from Washington.',
      'weeks of pressure from Washington + The thaw between Athens and Ankara',
    ],
    [
      'Trade, helped by cheaper ferries between Greece and Turkey, grew.',
      'cheaper ferries between Greece and Turkey + Trade',
    ],
    [
      'Fear of Ethiopia explains why Egypt has moved closer to Sudan.',
      'Fear of Ethiopia + Egypt has moved closer to Sudan',
    ],
    [
      'Khartoum has lost its ally in Tripoli, which explains why Egypt and Sudan have begun to talk.',
      'Khartoum has lost its ally in Tripoli - Egypt and Sudan have begun to talk',
    ],
    [
      'There are two reasons for the thaw between Egypt and Sudan. One is the drought in the south. The other is trade.',
      'the drought + the thaw between Egypt and Sudan',
    ],
    [
      'Why have ties between Egypt and Sudan improved? Two things stand out. The first is pressure from Washington.',
      'pressure from Washington + ties between Egypt and Sudan improved',
    ],
    [
      'Why have ties between Egypt and Sudan improved? Both are poor. Pressure from Washington is the main reason.',
      'Pressure from Washington + ties between Egypt and Sudan improved',
    ],
    [
      'She expects the visit to raise support for the treaty in Greece.',
      'the visit + support for the treaty in Greece',
    ],
  ])('%s', (text, due) => {
    expect(driversIn(text)).toContain(due)
  })

  test.each([
    ['an actor acts', 'The Greek minister improved his English.'],
    ['an actor raises a question', 'Ankara raised the question of the islands.'],
    ['what one plans to do oneself', 'Ankara said it would ease the ban on Greek ships.'],
    ['nothing of states', 'The rain damaged the roof.'],
    [
      'a list of anything else',
      'Egypt and Sudan played twice. The first was a friendly match. The second was the final.',
    ],
    ['somebody explains why', 'The Greek minister explained why the talks with Ankara had failed.'],
    ['what did not happen', 'The raid did not derail the talks between Egypt and Sudan.'],
  ])('not where %s: %s', (_why, text) => {
    expect(driversIn(text)).toEqual([])
  })

  test.each([
    ['The raid did not derail the talks between Egypt and Sudan.', 'summit-diplomacy -'],
    ['Neither the visit nor the handshake eased the dispute between Egypt and Sudan.', 'dispute -'],
    ['Scholars doubt that the vote in Cairo would undo the treaty with Khartoum.', 'agreement -'],
  ])('denied: %s', (text, due) => {
    const denied = mentionsIn(text).flatMap(mention =>
      mention.kind === 'driver' && mention.negated
        ? [`${mention.effect.factor} ${mention.sign > 0 ? '+' : '-'}`]
        : [],
    )
    expect(denied).toEqual([due])
  })

  test.each([
    [
      'an ill is mended',
      'The visit healed the rift between Egypt and Sudan.',
      'summit-diplomacy - estrangement',
    ],
    [
      'a good is mended',
      'The visit mended relations between Egypt and Sudan.',
      'summit-diplomacy + relations',
    ],
    ['an ill is worsened', 'The raid worsened the dispute between Egypt and Sudan.', 'threat + dispute'],
    ['a good is worsened', 'The raid worsened relations between Egypt and Sudan.', 'threat - relations'],
    [
      'strained is less of it',
      'Strained relations between Egypt and Sudan damaged trade.',
      'relations + trade',
    ],
    ['what is lost', 'The tariffs cost Sudan a third of its exports to Egypt.', 'trade-measures - trade'],
    [
      'little room',
      'Low approval leaves the premier of Sudan no room for concessions.',
      'domestic-approval + concessions',
    ],
    [
      'made to do',
      'Pressure from Cairo made Khartoum lift the embargo.',
      'alliance-pressure:EGY - trade-measures:SDN',
    ],
    ['less likely', 'The row makes a treaty between Egypt and Sudan less likely.', 'dispute - agreement'],
    [
      'by doing so',
      'By recalling its ambassador, Egypt dashed hopes of a summit.',
      'diplomatic-measures:EGY - summit-diplomacy',
    ],
  ])('the sign where %s', (_why, text, due) => {
    const found = mentionsIn(text).flatMap(mention =>
      mention.kind === 'driver'
        ? [`${mention.cause.factor} ${mention.sign > 0 ? '+' : '-'} ${mention.effect.factor}`]
        : [],
    )
    expect(found).toEqual([due])
  })

  test('the claim belongs to the one who makes it', () => {
    const [driver] = mentionsIn(
      '“The ban damaged trade with Turkey,” said Eleni Vlachou, a lecturer.',
    ).filter(mention => mention.kind === 'driver')
    expect(driver?.claimedBy).toBe('person/eleni-vlachou')
  })

  test('neither side of a claim holds the other', () => {
    for (const { cause, effect } of claims(
      contextOf('He attributed the rift between the two states to history.'),
    ))
      expect(cause.span[0] >= effect.span[1] || effect.span[0] >= cause.span[1]).toBe(true)
  })
})
