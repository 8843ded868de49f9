/** A workflow command that the runner finds in a line of the log. */
export interface Command {
  readonly name: string
  readonly data: string
}

/** The lines that the runner reads: .NET's ReadLine ends a line at `\n`, `\r\n` and a single `\r`. */
export const linesOf = (text: string): string[] => text.split(/\r\n|\r|\n/)

/** Follows the runner (ActionCommand.cs): `::name …::data` at the start of a trimmed line, `##[name …]data` anywhere in it. */
export function parseCommand(line: string): Command | undefined {
  const v2 = /^\s*::([^\s:]+)(?: [^:]*)?::(.*)$/su.exec(line)
  if (v2) return { name: (v2[1] as string).toLowerCase(), data: unescapeData(v2[2] as string) }
  const v1 = /##\[([^\s\]]+)[^\]]*\](.*)$/su.exec(line)
  return v1 ? { name: (v1[1] as string).toLowerCase(), data: v1[2] as string } : undefined
}

function unescapeData(data: string): string {
  return data.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}

/**
 * Follows the runner (FileCommandManager.cs): `NAME<<DELIMITER`, lines, `DELIMITER`. The last value of a name counts.
 *
 * @throws Error if the text has another form, or if a delimiter is short or not new, and so could be predicted
 */
export function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {}
  const delimiters = new Set<string>()
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as string
    if (line === '') continue
    const [name, delimiter] = line.split('<<')
    if (!name || !delimiter) throw new Error(`not an output: ${line}`)
    if (!/_[\w-]{20,}$/.test(delimiter) || delimiters.has(delimiter))
      throw new Error(`delimiter of ${name}: ${delimiter}`)
    delimiters.add(delimiter)
    const end = lines.indexOf(delimiter, at + 1)
    if (end === -1) throw new Error(`output ${name} does not end`)
    outputs[name] = lines.slice(at + 1, end).join('\n')
    at = end
  }
  return outputs
}
