import { BLANK, UNPRINTABLE } from './sanitize.ts'

/** A text as it reads once something is decoded, and where each of its UTF-16 units comes from. */
export interface View {
  readonly text: string
  /** Where in the original what became the unit begins, and where it ends. */
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/** What is encoded twice, as in JSON within a form, is told by nobody three times over. */
const MAX_ROUNDS = 3

/** Names of entities, and what they stand for, one sign for each; those that stand for no sign of ASCII are apart. */
const NAMES =
  'amp lt gt quot apos plus sol equals percnt colon semi comma period excl quest num dollar ast lowbar commat bsol grave hat lpar rpar lsqb rsqb lcub rcub verbar'
const SIGNS = '&<>"\'+/=%:;,.!?#$*_@\\`^()[]{}|'
const NAMED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(NAMES.split(' ').map((name, i) => [name, SIGNS[i]])),
  nbsp: ' ',
  shy: '',
  tab: '\t',
  newline: '\n',
}
const ESCAPED: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

const ENCODED = new RegExp(
  [
    // Readers of HTML take a number without its semicolon.
    `&(?:#x(?<hex>[0-9a-f]{1,9});?|#(?<decimal>[0-9]{1,9});?|(?<named>${Object.keys(NAMED).join('|')});)`,
    '\\\\(?:u(?<unit>[0-9a-f]{4})|u\\{(?<point>[0-9a-f]{1,6})\\}|x(?<byte>[0-9a-f]{2})|(?<escaped>["\'\\\\/bfnrt]))',
    '(?<percent>(?:%[0-9a-f]{2})+)',
    `(?<unprintable>${UNPRINTABLE.source})`,
  ].join('|'),
  'giu',
)

const FOLDABLE = new RegExp(`\\s\\s|[^\\S ]|${UNPRINTABLE.source}`, 'u')

const HINT = new RegExp(`[&\\\\%]|${UNPRINTABLE.source}`, 'u')

/**
 * Other ways to read a text: with entities of HTML, escapes of JSON and JavaScript and percent codes decoded, as often as it
 * takes, without what cannot be printed, with a plus for a space, and with every run of spaces as one.
 */
export function* viewsOf(text: string): Generator<View> {
  for (const source of text.includes('+') ? [text, text.replaceAll('+', ' ')] : [text]) {
    let view: View | undefined
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const next = replaced(view?.text ?? source, ENCODED, HINT, decoded)
      if (next === undefined) break
      view = view === undefined ? next : through(view, next)
      yield view
    }
    if (source !== text && view === undefined) yield { text: source, ...themselves(source) }
    // As it is, too: what cannot be printed becomes a space where a text is made plain.
    for (const base of view === undefined ? [undefined] : [undefined, view]) {
      const folded = replaced(base?.text ?? source, BLANK, FOLDABLE, () => [{ text: ' ', from: 0, to: undefined }])
      if (folded !== undefined) yield base === undefined ? folded : through(base, folded)
    }
  }
}

/** What a part of a match stands for: from and to within the match. */
interface Piece {
  readonly text: string
  readonly from: number
  /** The end of the match, if undefined. */
  readonly to: number | undefined
}

function decoded(match: RegExpExecArray): Piece[] {
  const {
    hex,
    decimal,
    named,
    unit,
    point: braced,
    byte,
    escaped,
    percent,
  } = match.groups as Record<string, string | undefined>
  const whole = (text: string): Piece[] => [{ text, from: 0, to: undefined }]
  if (percent !== undefined) return percentDecoded(percent)
  if (named !== undefined) return whole(NAMED[named.toLowerCase()] as string)
  if (escaped !== undefined) return whole(ESCAPED[escaped] ?? escaped)
  const code = hex ?? unit ?? braced ?? byte
  if (code === undefined && decimal === undefined) return []
  const point = code === undefined ? Number(decimal) : Number.parseInt(code, 16)
  if (unit !== undefined) return whole(String.fromCharCode(point))
  return whole(point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd')
}

/** Percent codes are bytes of UTF-8. */
function percentDecoded(codes: string): Piece[] {
  const bytes = Buffer.from(codes.replaceAll('%', ''), 'hex')
  const pieces: Piece[] = []
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i] as number
    const length = lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
    pieces.push({ text: bytes.toString('utf8', i, i + length), from: 3 * i, to: 3 * (i + length) })
    i += length
  }
  return pieces
}

/** @returns undefined if nothing matches, which is nearly always so: `hint` is looked for first */
function replaced(
  text: string,
  pattern: RegExp,
  hint: RegExp,
  pieces: (match: RegExpExecArray) => readonly Piece[],
): View | undefined {
  if (!hint.test(text)) return undefined
  // Nothing that is decoded is longer than its code.
  const view = { text: '', starts: new Int32Array(text.length), ends: new Int32Array(text.length) }
  let length = 0
  const put = (start: number, end: number): void => {
    view.starts[length] = start
    view.ends[length] = end
    length += 1
  }
  let copied = 0
  const copy = (to: number): void => {
    view.text += text.slice(copied, to)
    for (let i = copied; i < to; i += 1) put(i, i + 1)
  }
  for (const match of text.matchAll(pattern)) {
    copy(match.index)
    for (const piece of pieces(match)) {
      view.text += piece.text
      const end = match.index + Math.min(piece.to ?? match[0].length, match[0].length)
      for (let i = 0; i < piece.text.length; i += 1) put(match.index + piece.from, end)
    }
    copied = match.index + match[0].length
  }
  if (copied === 0) return undefined
  copy(text.length)
  return view
}

/** A view of a view, with places in the original. */
function through(outer: View, inner: View): View {
  return {
    text: inner.text,
    starts: inner.starts.map((start) => outer.starts[start] as number),
    ends: inner.ends.map((end) => outer.ends[end - 1] as number),
  }
}

function themselves(text: string): Pick<View, 'starts' | 'ends'> {
  const starts = Int32Array.from({ length: text.length }, (_, i) => i)
  return { starts, ends: starts.map((start) => start + 1) }
}
