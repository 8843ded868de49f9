import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Checkpoint } from '../../../src/domain/checkpoint.ts'
import { BARE_KEYS } from '../../../src/input/config-file/keys.ts'
import type { OpenDocument } from '../../../src/input/parse/document.ts'
import { openDocument } from '../../../src/input/parse/document.ts'
import { openJson, PositionsNeededError } from '../../../src/input/parse/json-document.ts'
import { Secrets } from '../../../src/sanitize/secrets.ts'

const { signal } = new AbortController()

function open(text: string): { document: OpenDocument | undefined; masks: string[] } {
  const masks: string[] = []
  const document = openJson(text, new Secrets((mask) => masks.push(mask)), BARE_KEYS)
  return { document, masks }
}

/** What the parser with positions makes of the same text. */
async function openSlowly(text: string): Promise<{ document: OpenDocument; masks: string[] }> {
  const masks: string[] = []
  const secrets = new Secrets((mask) => masks.push(mask))
  const document = await openDocument(text, { secrets, checkpoint: new Checkpoint(signal), bareKeys: BARE_KEYS })
  return { document, masks }
}

const dataOf = ({ root, dataOf: read }: OpenDocument): unknown => root && read(root)

const key = fc.constantFrom(
  'version',
  'projects',
  'enabled',
  'secretAccessKey',
  'serviceAccountKey',
  'awsKms',
  'a',
  'é',
  '',
)
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom('true', 'null', '~', '1', '', ' a ', `\${KEY}`, '*a', '&a', '#', 'a: b', '\t', '\n', '\u2028', '🔑'),
)
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.integer(),
    fc.constantFrom(true, false, null, 1e21, -0.5),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(key, tie('json'), { maxKeys: 5 }),
  ),
}))

describe('a JSON text', () => {
  test.each([undefined, 1, '\t'])('says the same as to the parser with positions, indented by %j', async (indent) => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(key, json, { maxKeys: 5 }), async (value) => {
        const source = JSON.stringify(value, null, indent)
        const { document, masks } = open(source)
        const slow = await openSlowly(source)
        expect(slow.document.problem).toBeUndefined()
        expect(document && dataOf(document)).toEqual(dataOf(slow.document))
        expect(document?.references).toEqual(slow.document.references)
        expect(new Set(masks)).toEqual(new Set(slow.masks))
      }),
      { numRuns: 300 },
    )
  })

  test('has numbers as they are written', () => {
    const { document } = open('{"version": 1.0, "a": [1e3, 12345678901234567890123, null], "b": null}')
    expect(document && dataOf(document)).toEqual({
      version: '1.0',
      a: ['1e3', '12345678901234567890123', 'null'],
      b: '',
    })
  })

  test('does not say where anything stands', () => {
    expect(() => open('{"version": 1}').document?.place(['version'])).toThrow(PositionsNeededError)
  })

  test.each([
    ['is YAML', 'version: 1'],
    ['is YAML in braces', '{version: 1}'],
    ['is broken', '{"version": 1'],
    ['is followed by another', '{"version": 1} {}'],
    ['is a list', '[1]'],
    ['is a list of objects', '[{"a": 1}]'],
    ['has a key twice', '{"a": {"b": 1, "b": 1}}'],
    ['has a key twice, once escaped', '{"a": 1, "\\u0061": 1}'],
    ['has the key of the prototype twice', '{"__proto__": 1, "__proto__": 2}'],
    ['is nested too deeply', `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
    ['has a comment', '{"a": 1} # or not'],
    ['has a text of more than 64 KiB', `{"a": "${'x'.repeat(65_535)}"}`],
  ])('that %s is left to the parser with positions', (_, source) => {
    expect(open(source).document).toBeUndefined()
  })

  test('has separators in its strings', () => {
    const { document } = open('{"a:,": "b\\",:\\\\", "__proto__": {"c": ":"}}')
    expect(JSON.stringify(document && dataOf(document))).toBe('{"a:,":"b\\",:\\\\","__proto__":{"c":":"}}')
  })

  test('may begin with blanks', () => {
    const { document } = open('\n \t{"a": 1}\n')
    expect(document && dataOf(document)).toEqual({ a: '1' })
  })

  test('says how much is in a part of it', () => {
    const { document } = open('{"a": [1, {"b": 2}]}')
    expect(document?.root && document.sizeOf(document.root)).toBe(5)
  })

  describe('has up to 200,000 keys and separators', () => {
    const list = (value: string, size: number) => `{"a":[${`${value},`.repeat(size - 1)}${value}]}`
    const keys = (size: number) => `{${Array.from({ length: size }, (_, n) => `"${n}":""`).join()}}`

    // One each, since mutation testing leaves slow tests out.
    test.each([
      ['values', list('0', 200_000)],
      ['texts, which are not counted', list('""', 200_000)],
      ['more texts than that', keys(66_668)],
    ])('between %s', (_, text) => expect(open(text).document).toBeDefined())

    test.each([
      ['values', list('0', 200_001)],
      ['texts', list('""', 200_001)],
      ['keys', keys(100_001)],
    ])('and no more between %s', (_, text) => expect(open(text).document).toBeUndefined())
  })
})
