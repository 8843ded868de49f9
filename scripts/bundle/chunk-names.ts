// Gives every chunk a name after its content instead of webpack's number. The names are derived from the content and not from a
// list, so that a file that moves or a new import() needs no change here.
import type { Chunk, Compilation, File, Module } from './webpack.ts'
import { fileOf, filesOf, packageOf } from './webpack.ts'

export interface Contents {
  /** A fixed name: that of the entry, or the one in the comment `webpackChunkName` of the import(). */
  readonly given?: string | undefined
  /** The file that an import() names. A chunk without one holds what several of these share, or their packages. */
  readonly requested?: string | undefined
  readonly files: readonly File[]
  /** The files that the code of this project imports. */
  readonly imported: readonly File[]
}

/** Makes webpack use the names instead of numbers, for files too. */
export function nameChunks(compilation: Compilation): void {
  compilation.outputOptions.chunkFilename = '[id].js'
  compilation.hooks.beforeChunkIds.tap('chunk-names', (iterable) => {
    const chunks = [...iterable]
    const names = chunkNames(chunks.map((chunk) => contentsOf(chunk, compilation)))
    for (const [i, chunk] of chunks.entries()) {
      const name = names[i] as string
      chunk.id = name
      chunk.ids = [name]
    }
  })
}

/** @throws Error if two chunks would have the same name, or if one is no name */
export function chunkNames(chunks: readonly Contents[]): string[] {
  const short = chunks.map(shortName)
  const names = chunks.map((chunk, i) => {
    const name = short[i] as string
    const unique = short.indexOf(name) === short.lastIndexOf(name)
    return unique || isFixed(chunk) ? name : longName(name, chunk)
  })
  for (const [i, name] of names.entries()) {
    if (/^[a-z][a-z0-9_-]*$/i.test(name) && names.indexOf(name) === i) continue
    const holds = chunks[i]?.files.map(({ path }) => `\n  ${path}`).join('')
    throw new Error(
      `A chunk of dist/ cannot be called "${name}": that is no name, or another chunk's. Rename the file that is imported, ` +
        `or write import(/* webpackChunkName: "…" */ '…'). The chunk holds:${holds}`,
    )
  }
  return names
}

function isFixed({ given, requested }: Contents): boolean {
  return given !== undefined || requested !== undefined
}

function shortName({ given, requested, files }: Contents): string {
  return given ?? (requested === undefined ? mainPart(files) : stem(requested))
}

/** Two chunks can each hold a part of the same package. What is imported of it makes the difference. */
function longName(name: string, { files, imported }: Contents): string {
  const candidates = imported.length > 0 ? imported : files
  const part = mainPart(candidates, ({ path }) => stem(path))
  return part === name ? name : `${name}-${part}`
}

/** @returns the part that makes up most of the files */
function mainPart(files: readonly File[], partOf: (file: File) => string = family): string {
  const sizes = new Map<string, number>()
  for (const file of files) sizes.set(partOf(file), (sizes.get(partOf(file)) ?? 0) + file.size)
  const [largest] = [...sizes].sort(([a, sizeOfA], [b, sizeOfB]) => sizeOfB - sizeOfA || (a < b ? -1 : 1))
  return largest?.[0] ?? ''
}

/** The scope or the name of a package, such as `octokit`; for a file of this project its own name. */
function family({ path }: File): string {
  const name = packageOf(path)?.name
  return name === undefined ? stem(path) : (name.replace('@', '').split('/')[0] as string)
}

/** @returns the name of a file without folder and extension; for an `index` file the name of its folder */
function stem(path: string): string {
  const [file = '', folder = ''] = path.split('/').reverse()
  const name = file.replace(/\..*$/, '')
  return name === 'index' ? folder : name
}

function contentsOf(chunk: Chunk, compilation: Compilation): Contents {
  const modules = [...compilation.chunkGraph.getChunkModulesIterable(chunk)]
  return {
    given: chunk.hasRuntime() ? 'index' : (chunk.name ?? undefined),
    requested: requestedFile(chunk, compilation),
    files: filesOf(chunk, compilation),
    imported: modules.filter((module) => isImportedHere(module, compilation)).flatMap(fileOf),
  }
}

function requestedFile(chunk: Chunk, { chunkGraph, moduleGraph }: Compilation): string | undefined {
  return [...chunk.groupsIterable]
    .flatMap(({ blocksIterable }) => [...blocksIterable])
    .flatMap(({ dependencies }) => [...dependencies].map((dependency) => moduleGraph.getModule(dependency)))
    .filter((module) => module !== null)
    .filter((module) => chunkGraph.isModuleInChunk(module, chunk))
    .flatMap(fileOf)
    .map(({ path }) => path)
    .sort()[0]
}

function isImportedHere(module: Module, { moduleGraph }: Compilation): boolean {
  return [...moduleGraph.getIncomingConnections(module)]
    .flatMap(({ originModule }) => (originModule === null ? [] : fileOf(originModule)))
    .some(({ path }) => packageOf(path) === undefined)
}
