// Bundles build/index.js, which tsc made of src/, into the folder named on the command line: what the runner loads.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import ncc from '@vercel/ncc'

/**
 * @actions/core loads a client for OIDC tokens, and with it a second HTTP stack of 1 MB, which this action never uses.
 * Nothing in it does anything at import, but it does not say so, so the bundler keeps it all: say it, on a copy.
 */
function declareCoreFreeOfSideEffects(): void {
  const copy = resolve('build/node_modules/@actions/core')
  cpSync(resolve('node_modules/@actions/core'), copy, { recursive: true })
  const manifest = JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8')) as object
  writeFileSync(join(copy, 'package.json'), JSON.stringify({ ...manifest, sideEffects: false }))
}

export async function bundle(folder: string): Promise<void> {
  declareCoreFreeOfSideEffects()
  const { code, assets } = await ncc(resolve('build/index.js'), {
    cache: false,
    quiet: true,
    // One file for each chunk: ncc writes only the last chunk's packages into a single one.
    license: 'licenses.[name].txt',
  })
  rmSync(folder, { recursive: true, force: true })
  const files = Object.entries(assets).map(([name, { source }]) => [name, source] as const)
  for (const [name, source] of [['index.js', code] as const, ...files]) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), source)
  }
}

if (import.meta.main) await bundle(process.argv[2] ?? 'dist')
