import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A YAML code block in a page of the documentation. */
export interface YamlBlock {
  readonly file: string
  /** The number of its first line, from 1. */
  readonly line: number
  readonly text: string
}

/** Every YAML code block in README, docs/ and the other pages. */
export function yamlBlocks(): YamlBlock[] {
  const pages = [
    ...readdirSync('.').filter((name) => name.endsWith('.md')),
    ...readdirSync('docs')
      .filter((name) => name.endsWith('.md'))
      .map((name) => join('docs', name)),
  ]
  return pages.flatMap((file) => {
    const page = readFileSync(file, 'utf8')
    return [...page.matchAll(/^( *)```ya?ml\n([\s\S]*?)^\1```/gm)].map((match) => ({
      file,
      line: page.slice(0, match.index).split('\n').length + 1,
      text: (match[2] as string).replaceAll(new RegExp(`^${match[1]}`, 'gm'), ''),
    }))
  })
}
