// The part of webpack's interface that is used here. Webpack is inside ncc, which has no types.

export interface Module {
  /** The path of the file, or of the first of several that were joined; null if the module is no file. */
  nameForCondition(): string | null
  size(): number
  /** The modules that were joined to this one. */
  readonly modules?: Iterable<Module>
}

interface ImportCall {
  readonly dependencies: Iterable<object>
}

export interface Chunk {
  id: string | number | null
  ids: (string | number)[] | null
  /** The name in the comment `webpackChunkName`. */
  readonly name?: string | null
  readonly groupsIterable: Iterable<{ readonly blocksIterable: Iterable<ImportCall> }>
  /** Whether the chunk is the entry. */
  hasRuntime(): boolean
}

export interface Compilation {
  readonly hooks: { readonly beforeChunkIds: { tap(name: string, callback: (chunks: Iterable<Chunk>) => void): void } }
  readonly outputOptions: { chunkFilename: string }
  readonly chunks: Iterable<Chunk>
  readonly chunkGraph: {
    getChunkModulesIterable(chunk: Chunk): Iterable<Module>
    isModuleInChunk(module: Module, chunk: Chunk): boolean
  }
  readonly moduleGraph: {
    getModule(dependency: object): Module | null
    getIncomingConnections(module: Module): Iterable<{ readonly originModule: Module | null }>
  }
}

export interface File {
  readonly path: string
  readonly size: number
}

/** @returns every file in the chunk, with `/` between folders */
export function filesOf(chunk: Chunk, { chunkGraph }: Compilation): File[] {
  return [...chunkGraph.getChunkModulesIterable(chunk)].flatMap(filesIn)
}

function filesIn(module: Module): File[] {
  return module.modules ? [...module.modules].flatMap(filesIn) : fileOf(module)
}

export function fileOf(module: Module): File[] {
  const path = module.nameForCondition()?.replaceAll('\\', '/')
  return path === undefined ? [] : [{ path, size: module.size() }]
}

/** @returns folder and name of the package of a file, or undefined for a file of this project */
export function packageOf(path: string): { folder: string; name: string } | undefined {
  const [, folder, name] = /^(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(path) ?? []
  return folder === undefined || name === undefined ? undefined : { folder, name }
}
