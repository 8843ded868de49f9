/** How a text looks. */
export interface Style {
  readonly bold: boolean
  readonly code: boolean
  readonly link: boolean
}

/** A text of one style. */
export interface Run extends Style {
  readonly text: string
}

export interface Cell {
  readonly isHeader: boolean
  readonly runs: Run[]
}

export type Block =
  | { readonly kind: 'heading' | 'paragraph' | 'item'; readonly runs: Run[] }
  | { readonly kind: 'table'; readonly rows: Cell[][] }

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

const BLOCKS: Readonly<Record<string, 'heading' | 'paragraph' | 'item'>> = { h3: 'heading', p: 'paragraph', li: 'item' }

/** Elements that change the style of the text in them. */
const STYLES: Readonly<Record<string, keyof Style>> = { b: 'bold', code: 'code', a: 'link' }

const TOKEN = /<(\/?)([a-z][a-z0-9]*)[^>]*>|([^<]+)/g

/**
 * Reads the HTML of a summary.
 *
 * @throws Error for markup that the picture does not have
 */
export function parseSummary(html: string): Block[] {
  const blocks: Block[] = []
  const style: Record<keyof Style, boolean> = { bold: false, code: false, link: false }
  /** Where text goes; undefined between blocks. */
  let runs: Run[] | undefined
  for (const [, slash, tag, text] of html.matchAll(TOKEN)) {
    const isOpening = slash === ''
    if (tag === undefined) addText(runs, decoded(text ?? ''), style)
    else if (STYLES[tag] !== undefined) style[STYLES[tag]] = isOpening
    else runs = isOpening ? open(blocks, tag) : undefined
  }
  return blocks
}

function addText(runs: Run[] | undefined, text: string, style: Style): void {
  if (runs !== undefined) runs.push({ text, ...style })
  else if (text.trim() !== '') throw new Error(`The picture has no place for this text of the summary: ${text}`)
}

/** @returns where the text of the new element goes */
function open(blocks: Block[], tag: string): Run[] | undefined {
  const runs: Run[] = []
  const last = blocks.at(-1)
  const kind = BLOCKS[tag]
  if (kind !== undefined) blocks.push({ kind, runs })
  else if (tag === 'table') blocks.push({ kind: 'table', rows: [] })
  else if (tag === 'tr' && last?.kind === 'table') last.rows.push([])
  else if (['td', 'th'].includes(tag) && last?.kind === 'table')
    last.rows.at(-1)?.push({ isHeader: tag === 'th', runs })
  else if (tag !== 'ul') throw new Error(`The picture cannot show the element <${tag}> of the summary`)
  return kind !== undefined || tag === 'td' || tag === 'th' ? runs : undefined
}

function decoded(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] as string)
}
