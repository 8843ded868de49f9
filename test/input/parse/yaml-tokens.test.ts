import { describe, expect, test } from '@jest/globals'
import { type CST, Lexer, LineCounter } from 'yaml'
import { Checkpoint } from '../../../src/domain/checkpoint.ts'
import { InvalidValueError } from '../../../src/input/errors.ts'
import { readTokens } from '../../../src/input/parse/yaml-tokens.ts'

async function tokensOf(text: string, lexemesAtOnce = 500) {
  const checkpoint = new Checkpoint(new AbortController().signal)
  const lines = new LineCounter()
  const batches: (readonly CST.Token[])[] = []
  const depths: number[] = []
  const onProgress = (stack: readonly CST.Token[]) => depths.push(stack.length)
  for await (const some of readTokens(text, { lines, checkpoint, lexemesAtOnce, onProgress })) batches.push(some)
  return { batches, depths, lines }
}

describe('the tokens of a text', () => {
  test('come as soon as they are known, and never none of them', async () => {
    for (const lexemes of [1, 2, 500]) {
      const { batches, lines } = await tokensOf('# a\n---\nb: c\n---\nd\n', lexemes)
      expect(batches.flat().map(({ type }) => type)).toEqual(['comment', 'newline', 'document', 'document'])
      expect(batches.every(({ length }) => length > 0)).toBe(true)
      expect(lines.lineStarts).toEqual([0, 4, 8, 13, 17, 19])
    }
    expect((await tokensOf('')).batches).toEqual([])
  })

  test('are reported each time that so many lexemes are parsed, and at the end', async () => {
    const text = 'a:\n  - b\n  - c\n'
    const lexemes = [...new Lexer().lex(text)].length
    for (const atOnce of [1, 3, 4, 100])
      expect((await tokensOf(text, atOnce)).depths).toHaveLength(Math.ceil((lexemes + 1) / atOnce))
    expect((await tokensOf(text, 1)).depths).toContain(3)
  })
})

describe('how much is read', () => {
  test('99 levels in a document', async () => {
    await expect(tokensOf('['.repeat(99))).resolves.toBeDefined()
    await expect(tokensOf('['.repeat(100))).rejects.toThrow(
      expect.objectContaining({ message: 'is nested too deeply' }),
    )
  })

  test('500,000 lexemes', async () => {
    // Each line break is one.
    const text = (lexemes: number): string => '\n'.repeat(lexemes)
    await expect(tokensOf(text(500_000), 250_000)).resolves.toBeDefined()
    await expect(tokensOf(text(750_000), 250_000)).rejects.toThrow(
      expect.objectContaining({ message: 'contains more than 500000 tokens, the maximum' }),
    )
  })

  const long = (length: number): string => 'x'.repeat(length)

  test.each([
    ['text', `a: ${long(65_536)}\n`],
    ['text in quotes', `a: "${long(65_534)}"\n`],
    ['blanks of any length', `a:${' '.repeat(70_000)}b\n`],
    ['a comment of any length', `a: b #${long(70_000)}\n`],
  ])('%s', async (_, text) => expect((await tokensOf(text)).batches).toHaveLength(1))

  test.each([
    ['a longer text', `a: ${long(65_537)}\n`, 1, 4],
    ['a longer text in quotes', `a:\n  "${long(65_535)}"\n`, 2, 3],
    ['a longer block', `a:\n - |\n  ${long(65_537)}\n`, 3, 1],
    ['a longer text with a number sign in it', `a: x#${long(65_537)}\n`, 1, 4],
    ['a longer text with blanks before its end', `a: "${long(65_537)} "\n`, 1, 4],
  ])('but not %s', async (_, text, line, column) => {
    const error = await tokensOf(text).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(InvalidValueError)
    expect(error).toMatchObject({
      message: `contains a text of more than 65536 characters (line ${line}, column ${column}), which is longer than any valid value; for a secret, write \`\${NAME}\`, and set NAME in the \`env\` of the step`,
    })
  })
})
