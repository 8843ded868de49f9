// Writes one file with the licences of all bundled packages. The plugin of ncc would write the same text once for each chunk.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Compilation } from './webpack.ts'
import { filesOf, packageOf } from './webpack.ts'

interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: string
}

/** @returns name, version and licence of each package that a chunk has a file of, once and in order */
export function licenses(compilation: Compilation): string {
  const files = [...compilation.chunks].flatMap((chunk) => filesOf(chunk, compilation))
  const folders = new Set(files.flatMap(({ path }) => packageOf(path)?.folder ?? []))
  // A package that is there twice in the same version is listed once.
  return `${[...new Set([...folders].map(licenseOf))].sort().join('\n\n')}\n`
}

/** @throws Error if a package has no licence, since it must not be distributed then */
function licenseOf(folder: string): string {
  const names = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)\b/i.test(name))
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
  if (names.length === 0 || license === undefined) throw new Error(`no licence found in ${folder}`)
  const texts = names.sort().map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
  return [`${name} ${version} (${license})`, ...texts].join('\n\n')
}
