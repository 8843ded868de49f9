// Bundles build/index.js, which tsc compiles from src/, into the folder that is named on the command line.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import ncc from '@vercel/ncc'
import relocateLoader from '@vercel/ncc/dist/ncc/loaders/relocate-loader.js'
import { nameChunks } from './bundle/chunk-names.ts'
import { licenses } from './bundle/licenses.ts'
import { minifyModules } from './bundle/minify.ts'
import { preparePackages } from './bundle/packages.ts'
import { fasterToStart } from './bundle/startup.ts'
import { type Compilation, filesOf, packageOf } from './bundle/webpack.ts'

/**
 * ncc has no option for settings or plugins of the webpack inside it. But it passes every compilation to a loader of its own first,
 * where it can be intercepted.
 */
function onCompilation(listener: (compilation: Compilation) => void): () => void {
  const { initAssetCache } = relocateLoader
  relocateLoader.initAssetCache = (compilation, ...more) => {
    initAssetCache(compilation, ...more)
    listener(compilation)
  }
  return () => {
    relocateLoader.initAssetCache = initAssetCache
  }
}

export async function bundle(folder: string): Promise<void> {
  preparePackages()
  const compilations: Compilation[] = []
  const stop = onCompilation((compilation) => {
    compilations.push(compilation)
    nameChunks(compilation)
  })
  const { code, assets } = await ncc(resolve('build/index.js'), { cache: false, quiet: true }).finally(stop)
  const [compilation] = compilations
  if (compilation === undefined) throw new Error('this version of ncc does not pass its compilation to relocate-loader')
  rmSync(folder, { recursive: true, force: true })
  const packages = packageChunks(compilation)
  const files = await Promise.all(
    Object.entries({ ...assets, 'index.js': { source: code } }).map(async ([name, { source }]) => {
      const text = packages.has(name) ? await minifyModules(String(source)) : String(source)
      return [name, name.endsWith('.js') ? fasterToStart(text) : text] as const
    }),
  )
  for (const [name, text] of [...files, ['licenses.txt', licenses(compilation)] as const]) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

/** @returns the files that hold nothing of this project */
function packageChunks(compilation: Compilation): Set<string> {
  const chunks = [...compilation.chunks].filter((chunk) => {
    return !chunk.hasRuntime() && filesOf(chunk, compilation).every(({ path }) => packageOf(path) !== undefined)
  })
  return new Set(chunks.map(({ id }) => `${id}.js`))
}

if (import.meta.main) await bundle(process.argv[2] ?? 'dist')
