import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, test } from '@jest/globals'

/** What each folder of `src/` may import from: arrows point one way only. `.` stands for `index.ts`. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  '.': ['run', 'domain'],
  run: ['input', 'github', 'export', 'projects', 'modes', 'report', 'atlas', 'domain', 'sanitize'],
  export: ['input', 'domain', 'sanitize'],
  input: ['network', 'domain', 'sanitize'],
  github: ['report', 'network', 'domain', 'sanitize'],
  projects: ['report', 'atlas', 'domain', 'sanitize'],
  modes: ['atlas', 'domain', 'sanitize'],
  report: ['domain', 'sanitize'],
  atlas: ['network', 'domain', 'sanitize'],
  network: ['domain', 'sanitize'],
  domain: ['sanitize'],
  sanitize: [],
}

const SOURCES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replaceAll('\\', '/'))

/** Paths below `src/` that a file imports, types included. */
function importsOf(file: string): string[] {
  const text = readFileSync(join('src', file), 'utf8')
  const specifiers = [...text.matchAll(/(?:from|import) ?\(?(?:\/\*.*?\*\/ ?)?'(\.[^']+)'/g)].map(
    ([, path]) => path as string,
  )
  return specifiers.map((specifier) => posix.join(posix.dirname(file), specifier))
}

const IMPORTS = new Map(SOURCES.map((file) => [file, importsOf(file)]))

const folderOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] as string) : '.')

describe('the modules of src/', () => {
  test('are the ones that have a place in the architecture', () => {
    expect([...new Set(SOURCES.map(folderOf))].sort()).toEqual(Object.keys(MAY_IMPORT).sort())
  })

  test.each(SOURCES)('%s imports from its own folder and from those below alone', (file) => {
    const folder = folderOf(file)
    const allowed = [folder, ...(MAY_IMPORT[folder] ?? [])]
    const imports = IMPORTS.get(file) ?? []
    for (const path of imports) expect(IMPORTS.has(path)).toBe(true)
    expect(imports.filter((path) => !allowed.includes(folderOf(path)))).toEqual([])
  })

  test('import each other without a cycle, types included', () => {
    expect(findCycle(IMPORTS)).toEqual([])
  })

  test('are checked by a search that finds a cycle', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', []],
      ['d', ['b']],
    ])
    expect(findCycle(graph)).toEqual(['b', 'd', 'b'])
  })
})

/** @returns the files of a cycle, its first one again at the end; empty if there is none */
function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const finished = new Set<string>()
  const search = (file: string, path: readonly string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (finished.has(file)) return []
    for (const next of graph.get(file) ?? []) {
      const cycle = search(next, [...path, file])
      if (cycle.length > 0) return cycle
    }
    finished.add(file)
    return []
  }
  for (const file of graph.keys()) {
    const cycle = search(file, [])
    if (cycle.length > 0) return cycle
  }
  return []
}
