import { expect, it } from 'vitest'
import { isAddress, parseAddress, shownPlace } from '../../src/store/address.ts'

it('reads server, schema and all that the driver is told', () => {
  const address = parseAddress(
    'postgres://ana:secret@db.example:6543/desk?schema=seoul_tokyo&sslmode=require',
  )
  expect(address).toEqual({
    url: 'postgres://ana:secret@db.example:6543/desk?sslmode=require',
    schema: 'seoul_tokyo',
    text: 'postgres://ana@db.example:6543/desk?schema=seoul_tokyo',
    server: 'db.example:6543',
  })
  expect(parseAddress('postgresql://localhost/desk').schema).toBe('entente')
})

it('never shows a password, wherever it stands', () => {
  for (const place of ['postgres://ana:secret@db/desk', 'postgres://ana@db/desk?password=secret'])
    expect(shownPlace(place)).not.toContain('secret')
  expect(shownPlace('.entente')).toBe('.entente')
})

it.each(['Seoul', 'a b', 'x"; drop schema public; --', '1st', 'a'.repeat(64), ''])(
  'refuses schema %j',
  name => {
    expect(() => parseAddress(`postgres://db/desk?schema=${encodeURIComponent(name)}`)).toThrow(
      /small letters/,
    )
  },
)

it.each(['public', 'pg_temp', 'information_schema'])('leaves %s to PostgreSQL', name => {
  expect(() => parseAddress(`postgres://db/desk?schema=${name}`)).toThrow(/PostgreSQL’s own/)
})

it('tells an address from a folder', () => {
  expect(['postgres://h/d', 'postgresql://h/d', './postgres', 'mysql://h/d'].map(isAddress)).toEqual([
    true,
    true,
    false,
    false,
  ])
})
