import { describe, expect, test } from '@jest/globals'
import * as z from 'zod/mini'
import { FileProblems, type Path } from '../../../src/input/config-file/problems.ts'
import { InputErrors, InvalidValueError } from '../../../src/input/errors.ts'
import type { OpenDocument } from '../../../src/input/parse/document.ts'
import { safe } from '../../../src/sanitize/safe-text.ts'
import { Secrets } from '../../../src/sanitize/secrets.ts'
import { sanitized } from '../../harness/context.ts'
import { messageOf } from './read-text.ts'

/** A document in which each path stands at the offset that its last index says, and its key one further to the left. */
const DOCUMENT: OpenDocument = {
  problem: undefined,
  root: undefined,
  resolve: (node) => node,
  dataOf: () => undefined,
  sizeOf: () => 1,
  references: new Map(),
  place: (path, atKey = false) => {
    const offset = Number(path.findLast((step) => typeof step === 'number') ?? 0)
    const at = atKey ? safe`key` : safe`value`
    return { offset, text: safe`${at} of ${sanitized(path.map(String).join('.'))}` }
  },
}

const newProblems = () => new FileProblems(safe`f`, DOCUMENT, new Secrets(() => undefined))

/** What is listed, one message each. */
function listed(problems: FileProblems): string[] {
  const errors = new InputErrors()
  const messages: string[] = []
  errors.add = (message) => messages.push(message)
  problems.addTo(errors)
  return messages
}

/** @returns the messages for a value at `base` that its schema refuses */
function messagesOf(schema: z.ZodMiniType, value: unknown, base: Path = ['projects', 3]): string[] {
  const problems = newProblems()
  for (const issue of schema.safeParse(value).error?.issues ?? []) problems.addIssue(issue, value, base)
  return listed(problems)
}

describe('what is collected', () => {
  test('is listed in the order of the file, each once', () => {
    const problems = newProblems()
    for (const n of [20, 3, 100, 3]) problems.add(['projects', n], safe`wrong.`)
    problems.add(['projects', 3], safe`otherwise wrong.`)
    expect(listed(problems)).toEqual([
      'f, value of projects.3: wrong.',
      'f, value of projects.3: otherwise wrong.',
      'f, value of projects.20: wrong.',
      'f, value of projects.100: wrong.',
    ])
  })

  test('goes to the errors of all inputs', () => {
    const errors = new InputErrors()
    const problems = newProblems()
    problems.add(['version'], safe`wrong.`)
    problems.addTo(errors)
    expect(messageOf(errors)).toBe('f, value of version: wrong.')
  })

  test('is one more than is listed, so that the list says that there is more, and then is full', () => {
    const problems = newProblems()
    for (let n = 0; n < 21; n += 1) {
      expect(problems.isFull).toBe(false)
      problems.add(['projects', n], safe`wrong.`)
      problems.add(['projects', n], safe`wrong.`)
    }
    expect(problems.isFull).toBe(true)
    problems.add(['projects', 99], safe`wrong.`)
    expect(listed(problems)).toHaveLength(21)
  })

  test('an unknown key is reported where the key stands', () => {
    const problems = newProblems()
    problems.addUnknownKey(['defaults'], 'oracle')
    expect(listed(problems)).toEqual([
      'f, key of defaults.oracle: `oracle` is not known; known are `awsKms`, `azureKeyVault`, `googleCloudKms`.',
    ])
  })

  test('of thousands of unknown keys no more are looked at than are listed', () => {
    const keys = Array.from({ length: 5000 }, (_, n) => `key${n}`)
    let looked = 0
    const counting = { ...DOCUMENT, place: (path: Path) => DOCUMENT.place(path, ++looked > 0) }
    const problems = new FileProblems(safe`f`, counting, new Secrets(() => undefined))
    problems.addIssue({ code: 'unrecognized_keys', keys: [keys[0] ?? '', ...keys], path: [], message: '' }, {}, [
      'projects',
      0,
    ])
    // The first is there twice, so that fewer are listed than may be.
    expect(looked).toBe(21)
    expect(listed(problems)).toHaveLength(20)
  })
})

describe('what a schema refuses', () => {
  test.each<[name: string, schema: z.ZodMiniType, value: unknown, says: string]>([
    ['a mapping that is a list', z.strictObject({}), [], 'must be a mapping (`key: value` lines)'],
    ['a list that is a text', z.array(z.string()), 'x', 'must be a list'],
    ['a text that is a mapping', z.string(), {}, 'must be one text'],
    ['any other type', z.number(), 'x', 'must be of another type'],
    ['one of several values', z.enum(['one', 'two']), 'three', 'must be one of `one`, `two`'],
    ['nothing where there must be something', z.string(), undefined, 'is empty'],
    ['no project', z.array(z.string()).check(z.minLength(1)), [], 'is empty; list at least one project'],
    [
      'too many projects',
      z.array(z.string()).check(z.maxLength(2)),
      ['', '', ''],
      'lists more than 2 projects; split the file',
    ],
    ['a check of its own', z.string().check(z.refine(() => false)), 'x', 'is wrong'],
    ['a kind of mistake that no schema here makes', z.email(), 'x', 'is wrong'],
  ])('%s', (_, schema, value, says) =>
    expect(messagesOf(schema, value)).toEqual([`f, value of projects.3: number 4 of \`projects\` ${says}.`]),
  )

  test('what a parser threw is reported in its words, and any other error is not shown', () => {
    const problems = newProblems()
    const issue = { code: 'custom' as const, path: ['id'], message: '', input: undefined }
    problems.addIssue({ ...issue, params: { error: new InvalidValueError(safe`must be 1`) } }, {}, [])
    problems.addIssue({ ...issue, path: ['name'], params: { error: new Error('private') } }, {}, [])
    expect(listed(problems)).toEqual(['f, value of id: `id` must be 1.', 'f, value of name: `name` is wrong.'])
  })

  test('is named by its last key, or as a number of the list that it is in', () => {
    const schema = z.strictObject({ name: z.string(), words: z.array(z.string()) })
    expect(messagesOf(schema, { name: [], words: ['x', {}] })).toEqual([
      'f, value of projects.3.words.1: number 2 of `words` must be one text.',
      'f, value of projects.3.name: `name` must be one text.',
    ])
    expect(messagesOf(schema, 'x', [])).toEqual(['f, value of : the file must be a mapping (`key: value` lines).'])
    expect(messagesOf(z.string(), [], [4])).toEqual(['f, value of 4: number 5 of `` must be one text.'])
  })

  test('a key that is not there is missing', () => {
    expect(messagesOf(z.strictObject({ id: z.string() }), {})).toEqual(['f, value of projects.3.id: `id` is missing.'])
    const problems = newProblems()
    const path = ['awsKms', 'region', 'name']
    problems.addIssue({ code: 'invalid_type', expected: 'string', path, message: '', input: undefined }, {}, [])
    expect(listed(problems)).toEqual(['f, value of awsKms.region.name: `name` is missing.'])
  })

  test('a key that is not known', () =>
    expect(messagesOf(z.strictObject({}), { awskms: 'x' })).toEqual([
      'f, key of projects.3.awskms: `awskms` is not known; did you mean `awsKms`?',
    ]))
})
