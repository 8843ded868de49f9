import { CST, Lexer, type LineCounter, Parser } from 'yaml'
import { safe } from '../../sanitize/safe-text.ts'
import type { Checkpoint } from '../checkpoint.ts'
import { InvalidValueError } from '../errors.ts'
import { withoutStacks } from './without-stacks.ts'

/** Deeper than any config file has a reason to be, and far from where a stack would end. */
const MAX_DEPTH = 100

/** 10,000 projects of 50 words and signs (a space between words is one, too). */
const MAX_LEXEMES = 500_000

/** Entries of one list or mapping: the parser and the composer work on all of them at once. A file has at most 10,000 projects. */
const MAX_ENTRIES = 50_000

/** The longest text that belongs into a file or `fields`, a Google key, has 2.4 kB. */
const MAX_TEXT_LENGTH = 65_536

/** Lexemes that are parsed between two checkpoints. */
const LEXEMES_AT_ONCE = 500

/**
 * The syntax of a YAML or JSON text: one token for each document, and some for what stands between documents.
 *
 * @param lines given the offset of every line
 * @throws InvalidValueError if the text is nested too deeply, or is more than can be read in little time and memory
 */
export async function* readTokens(
  text: string,
  lines: LineCounter,
  checkpoint: Checkpoint,
): AsyncGenerator<readonly CST.Token[]> {
  const parser = new Parser(lines.addNewLine)
  lines.addNewLine(0)
  const lexemes = new Lexer().lex(text)
  for (let count = 0, isDone = false; !isDone; count += LEXEMES_AT_ONCE) {
    if (count > MAX_LEXEMES)
      throw new InvalidValueError(safe`holds more than ${MAX_LEXEMES} words and signs, which are read at most`)
    const tokens: CST.Token[] = []
    isDone = withoutStacks(() => parseSome(lexemes, parser, lines, tokens))
    if (isDone) tokens.push(...withoutStacks(() => [...parser.end()]))
    await checkpoint.pass()
    if (tokens.length > 0) yield tokens
  }
}

/** @returns whether the text is at its end */
function parseSome(lexemes: Iterator<string>, parser: Parser, lines: LineCounter, tokens: CST.Token[]): boolean {
  for (let count = 0; count < LEXEMES_AT_ONCE; count += 1) {
    const { done, value: lexeme } = lexemes.next()
    if (done) return true
    // Comments and blanks are only passed over.
    if (lexeme.length > MAX_TEXT_LENGTH && !/^(#|\s+$)/.test(lexeme)) {
      const { line, col } = lines.linePos(parser.offset)
      throw new InvalidValueError(
        safe`holds a text of more than ${MAX_TEXT_LENGTH} characters (line ${line}, column ${col}), which is longer than any that belongs there; for a secret, write \`\${NAME}\`, and set NAME in the \`env\` of the step`,
      )
    }
    tokens.push(...parser.next(lexeme))
    requireReasonable(parser.stack)
  }
  return false
}

function requireReasonable(stack: readonly CST.Token[]): void {
  if (stack.length > MAX_DEPTH) throw new InvalidValueError(safe`is nested too deeply`)
  const current = stack.at(-1)
  if (CST.isCollection(current) && current.items.length > MAX_ENTRIES) {
    throw new InvalidValueError(
      safe`holds a list or mapping of more than ${MAX_ENTRIES} entries, which are read at most`,
    )
  }
}
