import { describe, expect, test } from '@jest/globals'
import { Checkpoint } from '../../../src/domain/checkpoint.ts'
import { openDocument } from '../../../src/input/parse/document.ts'
import { readSecretVariable } from '../../../src/input/parse/document-secrets.ts'
import { Secrets } from '../../../src/sanitize/secrets.ts'

async function secretsIn(text: string) {
  const masks: string[] = []
  const checkpoint = new Checkpoint(new AbortController().signal)
  const { references } = await openDocument(text, { secrets: new Secrets((mask) => masks.push(mask)), checkpoint })
  return { masks, references: [...references] }
}

/** A reference to a variable of the environment. */
const ref = (name: string): string => `\${${name}}`

describe('secrets of a document', () => {
  test('are those of the fields that hold secrets alone', async () =>
    expect(
      await secretsIn(
        `region: us-east-1\nroleId: "64b0c0ffee0000000000f00d"\nclientID: the-client\ntenantID: ${ref('A')}\n`,
      ),
    ).toEqual({ masks: [], references: [] }))

  test('may have blanks around them', async () => {
    expect(await secretsIn(`secret: " ${ref('A')} "\n`)).toEqual({ masks: [], references: [['A', 'secret']] })
    expect(await secretsIn('- secret: "   "\n- secret: "\\tabcdef\\n"\n')).toMatchObject({ masks: ['abcdef'] })
  })

  test('may be aliases of nothing', async () =>
    expect(await secretsIn('secret: *nowhere\nsecretAccessKey: abcdef\n')).toMatchObject({ masks: ['abcdef'] }))

  test('count once, in however many places they are meant', async () => {
    const text = `- &x the-same\n${'- secret: *x\n'.repeat(150)}- secret: another\n`
    expect((await secretsIn(text)).masks).toEqual(['the-same', 'another'])
  })

  test('in a list in place of one are looked for until there are a hundred', async () => {
    const list = (size: number) =>
      `secret: [${Array.from({ length: size }, (_, n) => `secret-${n}`).join()}, "${ref('A')}"]\n`
    expect((await secretsIn(list(99))).references).toEqual([['A', 'secret']])
    expect((await secretsIn(list(100))).references).toEqual([])
  })

  test('that are empty do not count', async () => {
    const text = `${'- secret: ""\n'.repeat(150)}- secret: abcdef\n`
    expect((await secretsIn(text)).masks).toEqual(['abcdef'])
  })

  test('have up to 16,384 characters together', async () => {
    const long = (length: number): string => 'x'.repeat(length)
    expect((await secretsIn(`secret: ${long(16_384)}\n`)).masks).toContain(long(16_384))
    expect((await secretsIn(`secret: ${long(16_385)}\n`)).masks).toEqual([])
    expect((await secretsIn(`- secret: ${long(16_380)}\n- secret: abcde\n- secret: abcd\n`)).masks).not.toContain(
      'abcde',
    )
    expect((await secretsIn(`- secret: ${long(16_380)}\n- secret: abcde\n- secret: abcd\n`)).masks).toContain('abcd')
  })
})

describe('a variable that stands for a secret', () => {
  test.each([
    ['A', 'x y'],
    ['EMPTY', ''],
    ['BLANK', ''],
    ['UNSET', ''],
    ['NOT_THERE', ''],
    ['toString', ''],
    ['__proto__', ''],
  ])('%s is %j', (variable, value) => {
    const env = { A: ' x y\n', EMPTY: '', BLANK: ' ', UNSET: undefined }
    expect(readSecretVariable(variable, env)).toBe(value)
  })
})
