import type { Style } from './parse.ts'

// An SVG image has no line breaks of its own, and which font it is shown in depends on the reader's computer. So the text is laid out
// by the widths of Helvetica and Arial, which other system fonts are close to, and `textLength` makes the reader's font fit.

/** Thousandths of the font size → characters of that width. */
const WIDTHS: Readonly<Record<number, string>> = {
  191: "'",
  222: 'ijl',
  278: ' !,./:;I[\\]ft\u00a0·',
  333: '()-`r',
  355: '"',
  389: '*',
  500: 'Jckvsxyz',
  584: '+<=>~',
  611: 'FTZ',
  667: '&ABEKPSVXY',
  722: 'CDHNRUw',
  778: 'GOQ',
  833: 'Mm',
  889: '%',
  944: 'W',
  1000: '—…→',
  1015: '@',
}

const DEFAULT_WIDTH = 556
const MONOSPACED_WIDTH = 600
/** Bold letters are wider by about this factor. */
const BOLD_FACTOR = 1.07

const CHARACTERS = new Map(
  Object.entries(WIDTHS).flatMap(([width, characters]) =>
    Array.from(characters).map((one) => [one, Number(width)] as const),
  ),
)

/** The width of a text, in the unit of the font size. */
export function widthOf(text: string, { bold, code }: Pick<Style, 'bold' | 'code'>, fontSize: number): number {
  const widths = Array.from(text).map((one) => (code ? MONOSPACED_WIDTH : (CHARACTERS.get(one) ?? DEFAULT_WIDTH)))
  const sum = widths.reduce((total, width) => total + width, 0)
  return (sum / 1000) * fontSize * (bold && !code ? BOLD_FACTOR : 1)
}
