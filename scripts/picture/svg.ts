import { CODE_PADDING, CODE_SIZE, type Line, linesOf, type Segment } from './lines.ts'
import type { Block, Cell } from './parse.ts'
import { CELL_PADDING, cellRuns, columnWidths } from './table.ts'

// The measures and colors of GitHub's style for Markdown.
const WIDTH = 940
const MARGIN = 25
const FONT_SIZE = 14
const HEADING_SIZE = 18
const LINE_HEIGHT = 1.5
const GAP = 14
const CELL_HEIGHT_PADDING = 6
const ITEM_INDENT = 22

const STYLE = `
  text { font: ${FONT_SIZE}px -apple-system, BlinkMacSystemFont, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif; fill: #1f2328 }
  .heading { font-size: ${HEADING_SIZE}px }
  .bold { font-weight: 600 }
  .code { font-family: ui-monospace, SFMono-Regular, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace; font-size: ${FONT_SIZE * CODE_SIZE}px }
  .link { fill: #0969da }
  .page, .row { fill: #ffffff }
  .row.even { fill: #f6f8fa }
  .frame, .cell { fill: none; stroke: #d1d9e0 }
  .chip { fill: #818b98; fill-opacity: 0.12 }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc }
    .link { fill: #4493f8 }
    .page, .row { fill: #0d1117 }
    .row.even { fill: #151b23 }
    .frame, .cell { stroke: #3d444d }
    .chip { fill: #656c76; fill-opacity: 0.2 }
  }
`

/** Elements of the picture, and how high they are together. */
interface Drawn {
  readonly elements: string[]
  readonly height: number
}

/** Draws the blocks of a summary below each other, as GitHub shows them. */
export function drawSvg(blocks: readonly Block[]): string {
  const elements: string[] = []
  let y = MARGIN
  for (const block of blocks) {
    const drawn = block.kind === 'table' ? drawTable(block.rows, y) : drawText(block, y)
    elements.push(...drawn.elements)
    y += drawn.height + GAP
  }
  const height = round(y - GAP + MARGIN)
  const title = blocks.flatMap((block) => (block.kind === 'heading' ? block.runs.map(({ text }) => text) : []))
  const frame = (name: string): string =>
    `<rect class="${name}" x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="6"/>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img">`,
    `<title>${escaped(title.join(''))}</title>`,
    `<style>${STYLE}</style>`,
    frame('page'),
    frame('frame'),
    ...elements,
    '</svg>\n',
  ].join('\n')
}

function drawText({ kind, runs }: Exclude<Block, { kind: 'table' }>, top: number): Drawn {
  const isHeading = kind === 'heading'
  const fontSize = isHeading ? HEADING_SIZE : FONT_SIZE
  const indent = kind === 'item' ? ITEM_INDENT : 0
  const shown = isHeading ? runs.map((run) => ({ ...run, bold: true })) : runs
  const lines = linesOf(shown, fontSize, WIDTH - 2 * MARGIN - indent)
  const bullet = kind === 'item' ? [textElement('•', MARGIN + 8, top + FONT_SIZE * 1.1, '')] : []
  return {
    elements: [...bullet, ...drawLines(lines, MARGIN + indent, top, fontSize)],
    height: heightOf(lines, fontSize),
  }
}

function drawTable(rows: readonly Cell[][], top: number): Drawn {
  const widths = columnWidths(rows, FONT_SIZE, WIDTH - 2 * MARGIN)
  const elements: string[] = []
  let y = top
  for (const [index, row] of rows.entries()) {
    const cells = row.map((cell, i) => linesOf(cellRuns(cell), FONT_SIZE, (widths[i] ?? 0) - 2 * CELL_PADDING + 0.01))
    const height = Math.max(...cells.map((lines) => heightOf(lines, FONT_SIZE))) + 2 * CELL_HEIGHT_PADDING
    let x = MARGIN
    for (const [i, lines] of cells.entries()) {
      const width = widths[i] ?? 0
      const box = `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`
      elements.push(`<rect class="row${index % 2 === 1 ? ' even' : ''}" ${box}/>`, `<rect class="cell" ${box}/>`)
      const textTop = y + (height - heightOf(lines, FONT_SIZE)) / 2
      const isCentered = row[i]?.isHeader === true
      const left = isCentered ? x + (width - (lines[0]?.width ?? 0)) / 2 : x + CELL_PADDING
      elements.push(...drawLines(lines, left, textTop, FONT_SIZE))
      x += width
    }
    y += height
  }
  return { elements, height: y - top }
}

const heightOf = (lines: readonly Line[], fontSize: number): number => lines.length * fontSize * LINE_HEIGHT

function drawLines(lines: readonly Line[], left: number, top: number, fontSize: number): string[] {
  return lines.flatMap(({ segments }, i) => {
    // The baseline of a line, as the usual system fonts have it.
    const baseline = top + fontSize * (LINE_HEIGHT * i + LINE_HEIGHT / 2 + 0.35)
    return segments.flatMap((segment) => drawSegment(segment, left + segment.x, baseline, fontSize))
  })
}

function drawSegment(segment: Segment, x: number, baseline: number, fontSize: number): string[] {
  const { text, isIcon, bold, code, link, width } = segment
  const classes = [fontSize === HEADING_SIZE && 'heading', bold && 'bold', code && 'code', link && 'link']
  const names = classes.filter((name) => name !== false).join(' ')
  if (isIcon) return [textElement(text, x, baseline, names)]
  if (!code) return [textElement(text, x, baseline, names, width)]
  const padding = CODE_PADDING * fontSize
  const box = `x="${round(x)}" y="${round(baseline - fontSize * 1.01)}" width="${round(width)}" height="${round(fontSize * 1.45)}"`
  return [`<rect class="chip" ${box} rx="5"/>`, textElement(text, x + padding, baseline, names, width - 2 * padding)]
}

/** @param width how wide the text is to be shown; by default, as the font has it */
function textElement(text: string, x: number, y: number, classes: string, width?: number): string {
  const length = width === undefined ? '' : ` textLength="${round(width)}" lengthAdjust="spacingAndGlyphs"`
  return `<text${classes && ` class="${classes}"`} x="${round(x)}" y="${round(y)}"${length}>${escaped(text)}</text>`
}

const round = (value: number): number => Math.round(value * 100) / 100

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
