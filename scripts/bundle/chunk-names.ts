// Gives every chunk a name that says what it holds; webpack would number them. The names come from what the chunks hold at
// the time, not from a list, so a file that moves or a new import() needs no change here.
import type { Chunk, Compilation, File, Module } from './webpack.ts'
import { fileOf, filesOf, packageOf } from './webpack.ts'

export interface Contents {
  /** A name that is settled: that of the entry, or one that the import() gives in a comment, `webpackChunkName`. */
  readonly given?: string | undefined
  /** The file that an import() asks for. A chunk without one is what several of these share, or their packages. */
  readonly asked?: string | undefined
  readonly files: readonly File[]
  /** Those of the files that this project's own code imports. */
  readonly imported: readonly File[]
}

/** Lets webpack itself write the names wherever it would write a number, and use them for the files. */
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

/** @throws Error if a chunk cannot be told from another by its name */
export function chunkNames(chunks: readonly Contents[]): string[] {
  const short = chunks.map(shortName)
  const names = chunks.map((chunk, i) => {
    const name = short[i] as string
    const unique = short.indexOf(name) === short.lastIndexOf(name)
    return unique || isSettled(chunk) ? name : longName(name, chunk)
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

function isSettled({ given, asked }: Contents): boolean {
  return given !== undefined || asked !== undefined
}

function shortName({ given, asked, files }: Contents): string {
  return given ?? (asked === undefined ? mainPart(files) : stem(asked))
}

/** Two chunks can hold a part of the same package each: what is imported of it tells them apart. */
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

/** A package with those of its scope, such as `octokit`; each file of this project stands for itself. */
function family({ path }: File): string {
  const name = packageOf(path)?.name
  return name === undefined ? stem(path) : (name.replace('@', '').split('/')[0] as string)
}

/** @returns the name of a file without folder and ending; `index` means what its folder is called */
function stem(path: string): string {
  const [file = '', folder = ''] = path.split('/').reverse()
  const name = file.replace(/\..*$/, '')
  return name === 'index' ? folder : name
}

function contentsOf(chunk: Chunk, compilation: Compilation): Contents {
  const modules = [...compilation.chunkGraph.getChunkModulesIterable(chunk)]
  return {
    given: chunk.hasRuntime() ? 'index' : (chunk.name ?? undefined),
    asked: askedOf(chunk, compilation),
    files: filesOf(chunk, compilation),
    imported: modules.filter((module) => isImportedHere(module, compilation)).flatMap(fileOf),
  }
}

function askedOf(chunk: Chunk, { chunkGraph, moduleGraph }: Compilation): string | undefined {
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
