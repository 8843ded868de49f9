import { linesOf, parseCommand } from '../../test/harness/commands.ts'

/** How GitHub's log begins the line of a workflow command. Masks do not show in it. */
const PREFIXES: Readonly<Record<string, string>> = { error: 'Error: ', warning: 'Warning: ', notice: 'Notice: ' }

/** What a step writes to stdout, as lines of GitHub's log. */
export function logLines(stdout: string): string[] {
  return linesOf(stdout).flatMap((line) => {
    const command = parseCommand(line)
    if (command === undefined) return line === '' ? [] : [line]
    const prefix = PREFIXES[command.name]
    return prefix === undefined ? [] : linesOf(`${prefix}${command.data}`)
  })
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

/** The HTML of a summary as lines of text, in which a chart is a line of its numbers. */
export function summaryLines(summary: string): string[] {
  return summary
    .replace(/```mermaid\n(.*?)```/gs, (_, chart: string) => `Chart: ${chartText(chart)}\n`)
    .replace(/<br>/g, ' ')
    .replace(/<\/t[dh]><t[dh]>/g, ' | ')
    .replace(/<\/(tr|p|h3|li)>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] as string)
    .split('\n')
    .filter((line) => line.trim() !== '')
}

/** The slices of a pie, such as `1 drift · 4 passed`. */
function chartText(chart: string): string {
  return [...chart.matchAll(/"([^"]+)" : (\d+)/g)].map(([, label, count]) => `${count} ${label}`).join(' · ')
}

/** The text in at most so many lines, of so many characters, which end at a word. An ellipsis stands for what is left out. */
export function wrapped(text: string, width: number, maxLines: number): string[] {
  const lines: string[] = []
  let rest = text
  while (rest.length > width && lines.length < maxLines - 1) {
    const end = wordEnd(rest, width)
    lines.push(rest.slice(0, end))
    rest = `  ${rest.slice(end).trimStart()}`
  }
  return [...lines, rest.length <= width ? rest : `${rest.slice(0, wordEnd(rest, width - 1))}…`]
}

/** The last end of a word in so many characters; their number if a word is longer. */
function wordEnd(text: string, width: number): number {
  const end = text.slice(0, width + 1).search(/(?<=\S)\s\S*$/)
  return end === -1 ? width : end
}
