import { describe, expect, test } from '@jest/globals'
import { LineCounter } from 'yaml'
import { Checkpoint } from '../../../src/domain/checkpoint.ts'
import { InvalidValueError } from '../../../src/input/errors.ts'
import { openDocument } from '../../../src/input/parse/document.ts'
import { parseDocuments } from '../../../src/input/parse/yaml-documents.ts'
import { Secrets } from '../../../src/sanitize/secrets.ts'

async function open(text: string) {
  const masks: string[] = []
  const checkpoint = new Checkpoint(new AbortController().signal)
  const document = await openDocument(text, { secrets: new Secrets((mask) => masks.push(mask)), checkpoint })
  return { ...document, masks }
}

describe('places', () => {
  const TEXT = 'a: 1\nb:\n  - c: 2\n  - &x { d: 3 }\n  - *x\ne:\n? f\n'

  test.each([
    [[], 'line 1, column 1'],
    [['a'], 'line 1, column 4'],
    [['b'], 'line 3, column 3'],
    [['b', 0], 'line 3, column 5'],
    [['b', 0, 'c'], 'line 3, column 8'],
    [['b', 1, 'd'], 'line 4, column 13'],
    [['b', 2], 'line 5, column 5'],
    [['b', 2, 'd'], 'line 4, column 13'],
    [['b', 7, 'd'], 'line 3, column 3'],
    [['b', 0, 'x'], 'line 3, column 5'],
    [['x'], 'line 1, column 1'],
    [['a', 'x', 'y'], 'line 1, column 4'],
    [['f'], 'line 7, column 3'],
  ])('%j', async (path, expected) => expect((await open(TEXT)).place(path).text).toBe(expected))

  test.each([
    [['a'], 'line 1, column 1'],
    [['b', 0, 'c'], 'line 3, column 5'],
    [['b', 2, 'd'], 'line 4, column 10'],
    [['b', 0], 'line 3, column 5'],
    [['b', 'x'], 'line 3, column 3'],
    [['f'], 'line 7, column 3'],
  ])('of the key: %j', async (path, expected) => expect((await open(TEXT)).place(path, true).text).toBe(expected))

  test('grow with the text', async () => {
    const { place } = await open(TEXT)
    expect([place(['a']).offset, place(['a'], true).offset, place(['b', 0]).offset]).toEqual([3, 0, 12])
  })

  test('behind an alias of nothing', async () =>
    expect((await open('a: *x\n')).place(['a', 'b', 'c']).text).toBe('line 1, column 4'))

  test('of what a list or a mapping is the key of', async () =>
    expect((await open('a: 1\n? [b]\n: 2\n')).place(['?']).text).toBe('line 3, column 3'))

  test('in nothing', async () => {
    const { place, root, resolve, dataOf } = await open('')
    expect(root).toBeUndefined()
    const other = { kind: 'text', offset: 0, text: 'x' } as const
    expect(resolve(other)).toBeUndefined()
    expect(dataOf(other)).toBe('x')
    expect(place(['a'])).toEqual({ offset: 0, text: 'line 1, column 1' })
    // Here there is a document, but nothing in it.
    expect((await open('%YAML\n')).place(['a'])).toEqual({ offset: 0, text: 'line 1, column 1' })
  })
})

describe('problems', () => {
  test.each([
    ['a: b\n', undefined],
    ['a: "b\n', 'line 2, column 1: not valid YAML or JSON (missing character)'],
    ['a: 1\nb: { c: 2, c: 3 }\na: 4\n', 'line 2, column 12: not valid YAML or JSON (duplicate key)'],
    ['a: { b: 1 }\nc: 2\nc: 3\n', 'line 3, column 1: not valid YAML or JSON (duplicate key)'],
    ['a: { b: 1, b: 2 }\nc: { d: 1, d: 2 }\n', 'line 1, column 12: not valid YAML or JSON (duplicate key)'],
    ['- { a: 1 }\n- { a: 1 }\n', undefined],
    ['? [a]\n: 1\n? [a]\n: 2\n', undefined],
    ['a: 1\n---\nb: 2\n', 'line 2, column 1: a second document begins, but only one YAML or JSON document is allowed'],
    [
      'a: 1\n---\nb: 2\nb: 3\n',
      'line 2, column 1: a second document begins, but only one YAML or JSON document is allowed',
    ],
    ['a: "\n---\nb', 'line 3, column 2: not valid YAML or JSON (missing character)'],
  ])('%j: %s', async (text, problem) => expect((await open(text)).problem).toBe(problem))
})

/** A reference to a variable of the environment. */
const ref = (name: string): string => `\${${name}}`

describe('secrets', () => {
  test('that are written out are masked, wherever they stand', async () => {
    const { masks, references } = await open(
      [
        'x: &x by-an-alias',
        'secret: a-plain-one',
        'deep: [{ deeper: { secretAccessKey: " a-deep-one " } }]',
        'more: { secret: *x }',
        'even: { secret: { key: [in-a-mapping], other: in-it-too } }',
        'not: a-secret',
        '---',
        'secret: in-the-second-document',
      ].join('\n'),
    )
    expect(masks).toEqual([
      'a-plain-one',
      'a-deep-one',
      'by-an-alias',
      'in-a-mapping',
      'in-it-too',
      'in-the-second-document',
    ])
    expect(references.size).toBe(0)
  })

  test('are masked where the text is broken', async () => {
    const { masks, problem } = await open('secret: the-secret\nx: "')
    expect(problem).not.toBeUndefined()
    expect(masks).toEqual(['the-secret'])
  })

  test('that are references are not, but they are noted with the format of their field', async () => {
    const { masks, references } = await open(
      `secret: ${ref('A')}\nserviceAccountKey: "${ref('B_2')}"\nother: ${ref('C')}\n`,
    )
    expect(masks).toEqual([])
    expect([...references]).toEqual([
      ['A', 'secret'],
      ['B_2', 'service-account-key'],
    ])
  })

  test.each([ref('A').slice(0, -1), '$A', ref('1A'), `${ref('A')}x`, `x${ref('A')}`, ref('A B'), ref('')])(
    '%s is no reference',
    async (text) => {
      const { references } = await open(JSON.stringify({ secret: text }))
      expect(references.size).toBe(0)
    },
  )

  test('of a Google key are masked one by one', async () => {
    const key = JSON.stringify({ private_key: 'the-private-key', token: 'the-token' })
    const { masks } = await open(JSON.stringify({ serviceAccountKey: key }))
    expect(masks).toEqual(expect.arrayContaining(['the-private-key', 'the-token']))
  })

  test('nothing is no secret', async () => expect((await open('secret:\na: { secret: "" }\n')).masks).toEqual([]))

  test('by an alias of itself end', async () =>
    expect((await open('secret: &a [*a, inner]\n')).masks).toEqual(['inner']))

  test('are masked up to a hundred, and up to 16 KiB of them', async () => {
    const list = (size: number, secret: (i: number) => string): string =>
      Array.from({ length: size }, (_, i) => `- secret: ${secret(i)}\n`).join('')
    expect((await open(list(150, (i) => `secret-${i}`))).masks).toHaveLength(100)
    expect((await open(`secret: [${Array.from({ length: 150 }, (_, i) => `secret-${i}`).join()}]`)).masks).toHaveLength(
      100,
    )
    expect((await open(list(3, (i) => `${i}`.repeat(6000)))).masks).toHaveLength(2)
    expect((await open(list(3, (i) => (i === 1 ? 'x'.repeat(17_000) : `secret-${i}`)))).masks).toEqual([
      'secret-0',
      'secret-2',
    ])
    expect((await open(list(150, () => ref('A')))).references.size).toBe(1)
  })
})

test('data', async () => {
  const { root, dataOf, sizeOf, resolve } = await open('a: &x [1, 2]\nb: *x\nc: { d: *x }\n')
  if (root === undefined) throw new Error('nothing')
  expect(dataOf(root)).toEqual({ a: ['1', '2'], b: ['1', '2'], c: { d: ['1', '2'] } })
  expect(sizeOf(root)).toBe(11)
  expect(resolve(root)).toBe(root)
})

test('all that is asked for together is bounded', async () => {
  const { root, dataOf } = await open(`[${'a,'.repeat(10_000)}]`)
  if (root === undefined) throw new Error('nothing')
  for (let i = 0; i < 49; i += 1) dataOf(root)
  expect(() => dataOf(root)).toThrow(InvalidValueError)
})

describe('how often other work gets its turn', () => {
  class CountingCheckpoint extends Checkpoint {
    passed = 0

    constructor() {
      super(new AbortController().signal)
    }

    override async pass(): Promise<void> {
      this.passed += 1
      await super.pass()
    }
  }

  /** How often the checkpoint is passed beyond what parsing does. */
  async function passesOf(text: string): Promise<number> {
    const [whole, parsing] = [new CountingCheckpoint(), new CountingCheckpoint()]
    await openDocument(text, { secrets: new Secrets(() => undefined), checkpoint: whole })
    await parseDocuments(text, { checkpoint: parsing, lines: new LineCounter(), bareKeys: new Set() })
    return whole.passed - parsing.passed
  }

  test.each([
    ['a few mappings', '- a: b\n'.repeat(3), 0],
    ['mappings with secrets', '- secret: abcdef\n'.repeat(3), 3],
    ['almost a thousand nodes', '- a: b\n'.repeat(499), 0],
    ['a thousand nodes', '- a: b\n'.repeat(500), 1],
    ['thousands of nodes', '- a: b\n'.repeat(1700), 3],
  ])('%s', async (_, text, times) => expect(await passesOf(text)).toBe(times))
})

test.each([
  ['a few stray signs', ']\n'.repeat(90)],
  ['more stray signs than are read', ']\n'.repeat(400)],
  ['a directive', '%YAML\n'],
])('errors that no document follows are reported: %s', async (_, text) => {
  expect((await open(text)).problem).toBeDefined()
})
