// Bundles build/index.js, which tsc compiles from src/, into the folder that is named on the command line.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import ncc from '@vercel/ncc'
import relocateLoader from '@vercel/ncc/dist/ncc/loaders/relocate-loader.js'
import { nameChunks } from './bundle/chunk-names.ts'
import { licenses } from './bundle/licenses.ts'
import type { Compilation } from './bundle/webpack.ts'

/**
 * `@actions/core` imports a client for OIDC tokens and with it a second HTTP stack of 1 MB, which this action never uses. None of
 * its modules has a side effect at import, but its manifest does not say so, so the bundler keeps them all. A copy says so.
 */
function declareCoreFreeOfSideEffects(): void {
  const copy = resolve('build/node_modules/@actions/core')
  cpSync(resolve('node_modules/@actions/core'), copy, { recursive: true })
  const manifest = JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8')) as object
  writeFileSync(join(copy, 'package.json'), JSON.stringify({ ...manifest, sideEffects: false }))
}

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
  declareCoreFreeOfSideEffects()
  const compilations: Compilation[] = []
  const stop = onCompilation((compilation) => {
    compilations.push(compilation)
    nameChunks(compilation)
  })
  const { code, assets } = await ncc(resolve('build/index.js'), { cache: false, quiet: true }).finally(stop)
  const [compilation] = compilations
  if (compilation === undefined) throw new Error('this version of ncc does not pass its compilation to relocate-loader')
  rmSync(folder, { recursive: true, force: true })
  const files = Object.entries(assets).map(([name, { source }]) => [name, source] as const)
  for (const [name, source] of [['index.js', code], ['licenses.txt', licenses(compilation)], ...files] as const) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), source)
  }
}

if (import.meta.main) await bundle(process.argv[2] ?? 'dist')
