import { type CST, Lexer, type LineCounter, Parser } from 'yaml'
import type { Checkpoint } from '../../domain/checkpoint.ts'
import { safe } from '../../sanitize/safe-text.ts'
import { InvalidValueError } from '../errors.ts'

/** Deeper than any config file has a reason to be, and far from where a stack would end. */
const MAX_DEPTH = 100

/** 10,000 projects of 50 words and signs (a space between words is one, too). */
const MAX_LEXEMES = 500_000

/** The longest text that belongs into a file or `fields`, a Google key, has 2.4 kB. */
export const MAX_TEXT_LENGTH = 65_536

/** Lexemes that are parsed between two checkpoints. */
export const LEXEMES_AT_ONCE = 500

interface TokenOptions {
  /** Given the offset of every line. */
  readonly lines: LineCounter
  readonly checkpoint: Checkpoint
  readonly lexemesAtOnce: number
  /** Called now and then with what the parser is working on, the outermost first. */
  readonly onProgress: (stack: readonly CST.Token[]) => void
}

/**
 * The syntax of a YAML or JSON text: one token for each document, and some for what stands between documents.
 *
 * @throws InvalidValueError if the text is nested too deeply, or is more than can be read in little time and memory
 */
export async function* readTokens(text: string, options: TokenOptions): AsyncGenerator<readonly CST.Token[]> {
  const { lines, checkpoint, lexemesAtOnce, onProgress } = options
  const parser = new Parser(lines.addNewLine)
  lines.addNewLine(0)
  const lexemes = new Lexer().lex(text)
  for (let count = 0, isDone = false; !isDone; count += lexemesAtOnce) {
    if (count > MAX_LEXEMES) throw new InvalidValueError(safe`contains more than ${MAX_LEXEMES} tokens, the maximum`)
    const tokens: CST.Token[] = []
    for (let i = 0; i < lexemesAtOnce && !isDone; i += 1) {
      const next = lexemes.next()
      isDone = next.done === true
      tokens.push(...(next.done ? parser.end() : parser.next(requireShort(next.value, parser.offset, lines))))
      if (parser.stack.length > MAX_DEPTH) throw new InvalidValueError(safe`is nested too deeply`)
    }
    onProgress(parser.stack)
    await checkpoint.pass()
    if (tokens.length > 0) yield tokens
  }
}

/** @returns the lexeme, if it is not a text that is longer than any that belongs into a file */
function requireShort(lexeme: string, offset: number, lines: LineCounter): string {
  // Comments and blanks are only passed over.
  if (lexeme.length <= MAX_TEXT_LENGTH || /^(#|\s+$)/.test(lexeme)) return lexeme
  const { line, col } = lines.linePos(offset)
  throw new InvalidValueError(
    safe`contains a text of more than ${MAX_TEXT_LENGTH} characters (line ${line}, column ${col}), which is longer than any valid value; for a secret, write \`\${NAME}\`, and set NAME in the \`env\` of the step`,
  )
}
