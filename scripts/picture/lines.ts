import { widthOf } from './measure.ts'
import type { Run, Style } from './parse.ts'

/** Code is smaller than the text around it, and has a background that is wider than itself, in parts of the font size. */
export const CODE_SIZE = 0.85
export const CODE_PADDING = 0.34
/** An emoji with the space after it. Its width depends on the font of the reader's computer. */
const ICON_WIDTH = 1.55
const PLAIN = { bold: false, code: false }
const ICON = /(\p{Extended_Pictographic}\uFE0F?)[ \u00a0]?/u

/** A part of a line in one style. */
export interface Segment extends Style {
  readonly text: string
  readonly isIcon: boolean
  /** From the start of the line, its padding included. */
  readonly x: number
  readonly width: number
}

export interface Line {
  readonly segments: Segment[]
  readonly width: number
}

/** A word, or a part of one that has several styles. */
interface Piece {
  readonly run: Run
  readonly text: string
  readonly isIcon: boolean
  /** Whether a space is before it, at which a line can end. */
  readonly spaced: boolean
}

/** Breaks a text into lines of at most this width. A word that is wider than a line has one of its own. */
export function linesOf(runs: readonly Run[], fontSize: number, maxWidth: number): Line[] {
  const lines: Line[] = []
  let current: Piece[] = []
  for (const word of wordsOf(runs.flatMap(piecesOf))) {
    const longer = [...current, ...word]
    if (current.length > 0 && lineOf(longer, fontSize).width > maxWidth) {
      lines.push(lineOf(current, fontSize))
      current = word
    } else current = longer
  }
  return [...lines, lineOf(current, fontSize)]
}

/** The width of the widest word. */
export function minWidthOf(runs: readonly Run[], fontSize: number): number {
  return Math.max(...wordsOf(runs.flatMap(piecesOf)).map((word) => lineOf(word, fontSize).width))
}

function piecesOf(run: Run): Piece[] {
  return run.text.split(ICON).flatMap((part, i) => {
    const isIcon = i % 2 === 1
    const words = part.split(/[ \n]+/)
    const pieces = words.map((text, n) => ({ run, text, isIcon, spaced: n > 0 }))
    // Text that ends with a space lets the next piece begin a line.
    return pieces.filter(({ text }, n) => text !== '' || (n > 0 && n === pieces.length - 1))
  })
}

/** Pieces with no space between them belong to one word. */
function wordsOf(pieces: readonly Piece[]): Piece[][] {
  const words: Piece[][] = []
  let isStart = true
  for (const piece of pieces) {
    if (piece.text === '') isStart = true
    else if (isStart || piece.spaced) {
      words.push([{ ...piece, spaced: words.length > 0 }])
      isStart = false
    } else words.at(-1)?.push(piece)
  }
  return words
}

/** Puts the pieces on one line. Those of the same run are one segment. */
function lineOf(pieces: readonly Piece[], fontSize: number): Line {
  const segments: Segment[] = []
  let x = 0
  for (let from = 0; from < pieces.length; ) {
    const { run, isIcon, spaced } = pieces[from] as Piece
    let to = from + 1
    while (!isIcon && pieces[to]?.run === run && !pieces[to]?.isIcon) to += 1
    const text = pieces
      .slice(from, to)
      .reduce((all, piece, i) => `${all}${i > 0 && piece.spaced ? ' ' : ''}${piece.text}`, '')
    if (spaced && from > 0) x += widthOf(' ', PLAIN, fontSize)
    const { bold, code, link } = run
    const width = isIcon ? ICON_WIDTH * fontSize : textWidth(text, run, fontSize)
    segments.push({ text, isIcon, bold, code, link, x, width })
    x += width
    from = to
  }
  return { segments, width: x }
}

function textWidth(text: string, style: Style, fontSize: number): number {
  if (!style.code) return widthOf(text, style, fontSize)
  return widthOf(text, style, fontSize * CODE_SIZE) + 2 * CODE_PADDING * fontSize
}
