import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { intactFingerprint, MAX_BODY_LENGTH, normalize, plainBody, sealedBody } from '../../src/github/entry-body.ts'
import { marker } from '../../src/github/markers.ts'
import { html } from '../../src/report/html.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { SECRETS } from './sync.ts'

const MARKER = marker('project', 'beef')
const FINGERPRINT = '0123456789abcdef'
const seal = (...texts: string[]): string =>
  sealedBody(
    MARKER,
    FINGERPRINT,
    texts.map((text) => [SECRETS.redact(text)]),
  )

test('a body begins with its marker and its state, then blocks with blank lines between them', () => {
  const lines = sealedBody(MARKER, FINGERPRINT, [[html`<p>a</p>`, safe`b`], [html`<p>c</p>`]]).split('\n')
  expect(lines[0]).toBe(MARKER)
  expect(lines[1]).toMatch(/^<!-- atlas-encryption-at-rest:state=0123456789abcdef;[0-9a-f]{64} -->$/)
  expect(lines.slice(2)).toEqual(['', '<p>a</p>', 'b', '', '<p>c</p>'])
})

describe('a body is intact', () => {
  test('as it was written', () => expect(intactFingerprint(seal('a', 'b'))).toBe(FINGERPRINT))

  test('with the line ends of a browser, and blanks at its end', () =>
    expect(intactFingerprint(`${seal('a', 'b').replaceAll('\n', '\r\n')}\r\n `)).toBe(FINGERPRINT))

  test('whatever it holds', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => intactFingerprint(seal(text)) === FINGERPRINT))
  })

  test('also with other line ends', () => expect(intactFingerprint(seal('a\r\r\nb\r', '\r\n'))).toBe(FINGERPRINT))

  test('also with what means something in a replacement text', () =>
    expect(intactFingerprint(seal("$& $1 $' $`"))).toBe(FINGERPRINT))
})

describe('a body is not intact', () => {
  const body = seal('a', 'b')
  test.each([
    ['with a word more', `${body} x`],
    ['with another fingerprint', body.replace(FINGERPRINT, 'f'.repeat(16))],
    ['with another marker', body.replace('project=beef', 'project=cafe')],
    ['with a text above', `Seen.\n${body}`],
    ['without its state', body.replace(/.*state=.*\n/, '')],
    ['of version 1.0', `${MARKER}\n<!-- atlas-encryption-at-rest:memory=drift:aws;0123456789abcdef -->\n\n<p>a</p>`],
    ['empty', ''],
  ])('%s', (_, edited) => expect(intactFingerprint(edited)).toBeUndefined())

  test('with any one character changed', () => {
    fc.assert(
      fc.property(fc.nat(body.length - 1), fc.constantFrom('x', '0', ' ', '<'), (at, character) => {
        const edited = `${body.slice(0, at)}${character}${body.slice(at + 1)}`
        fc.pre(normalize(edited) !== normalize(body))
        expect(intactFingerprint(edited)).toBeUndefined()
      }),
    )
  })
})

test('a plain body is the markup alone', () => {
  expect(plainBody(html`Duplicate of #${safe`1`}.`)).toBe('Duplicate of #1.')
})

test('the limit leaves room below that of GitHub', () => {
  expect(MAX_BODY_LENGTH).toBeLessThan(65_536)
})
