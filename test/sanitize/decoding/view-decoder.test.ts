import { describe, expect, test } from '@jest/globals'
import { readText } from '../../../src/sanitize/decoding/text-view.ts'
import { View } from '../../../src/sanitize/decoding/view.ts'
import { ViewDecoder } from '../../../src/sanitize/decoding/view-decoder.ts'

/** All views of a text, as Latin-1 without the breaks at their ends, in the order in which they are visited. */
function visitsOf(text: string, byteStrings: readonly Buffer[] = []): string[] {
  const view = new View()
  readText(view, text, 0, Number.POSITIVE_INFINITY)
  const visits: string[] = []
  new ViewDecoder(byteStrings).visitAll(view, ({ bytes, length }) => {
    visits.push(
      Buffer.from(bytes.subarray(0, length))
        .toString('latin1')
        .replace(/\xff+$/, ''),
    )
  })
  return visits
}

/** As many byte strings as given, of which the first can be found. */
const byteStrings = (count: number): Buffer[] =>
  Array.from({ length: count }, (_, i) => (i === 0 ? Buffer.from('secr') : Buffer.from([0xf0, 0xf1, 0xf2, i])))
const hexOf = (text: string): string => Buffer.from(text, 'latin1').toString('hex')
const base64Of = (text: string): string => Buffer.from(text, 'latin1').toString('base64')

describe('the views of a text', () => {
  test.each(['hello world', 'password=secret', '', '100% sure'])('are only the text itself for %j', (text) =>
    expect(visitsOf(text)).toEqual([text]),
  )

  test('are decoded from it, however short it is', () => expect(visitsOf('%41%42')).toEqual(['%41%42', 'AB']))

  test('are not decoded from what is too short in a view that was decoded', () => {
    expect(visitsOf('%2541')).toEqual(['%2541', '%41'])
    expect(visitsOf('passw%2541')).toEqual(['passw%2541', 'passw%41', 'passwA'])
  })

  test('are of up to three encodings on top of each other', () =>
    expect(visitsOf('password%2525252541')).toEqual([
      'password%2525252541',
      'password%25252541',
      'password%252541',
      'password%2541',
    ]))

  test('are of up to two encodings of bytes on top of each other', () => {
    const once = base64Of('my long password')
    const twice = base64Of(once)
    expect(visitsOf(twice).join()).toContain('my long password')
    const views = visitsOf(base64Of(twice)).join()
    expect(views).toContain(once)
    expect(views).not.toContain('my long password')
  })

  test('are of bytes in a view of escape sequences, and the other way round', () => {
    expect(visitsOf(base64Of('my password%41')).join()).toContain('my passwordA')
    expect(visitsOf(encodeURIComponent(base64Of('my passwords'))).join()).toContain('my passwords')
  })
})

describe('bytes that are no text', () => {
  test('are left out if there is nothing to look for in them', () => {
    expect(visitsOf(hexOf('\x81\x82secr\x83\x84\x85'))).toHaveLength(1)
    expect(visitsOf(hexOf('\0a\0b\0c\0'))).toHaveLength(1)
  })

  test('are looked through for each string, wherever it stands', () => {
    const text = hexOf('\x81secr\x82secr\x83othe\x84')
    expect(visitsOf(text, [Buffer.from('othe'), Buffer.from('secr')])).toContainEqual(
      expect.stringContaining('othe\xffsecr\xffsecr\xff'),
    )
    expect(visitsOf(hexOf('secr'), [Buffer.from('secr')])).toContainEqual('secr')
  })

  test('are viewed as a whole only if there are many strings', () => {
    const bytes = '\x81\x82secr\x83'
    expect(visitsOf(hexOf(bytes), byteStrings(32))).toContainEqual('secr')
    expect(visitsOf(hexOf(bytes), byteStrings(32)).join()).not.toContain(bytes)
    expect(visitsOf(hexOf(bytes), byteStrings(33)).join()).toContain(bytes)
    expect(visitsOf(hexOf(bytes), byteStrings(33))).not.toContainEqual('secr')
  })
})
