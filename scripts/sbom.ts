// Prints the bill of materials of the bundle as CycloneDX: every package that a production dependency needs. `npm sbom --omit dev`
// is no alternative, since it omits packages that a development tool needs too (npm 11.19: yaml and zod).
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

interface Bom {
  readonly metadata: { readonly component: { readonly 'bom-ref': string } }
  readonly components: readonly { readonly name: string; readonly 'bom-ref': string }[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
}

/** @returns the bill of materials of the production dependencies */
export function productionBom(): Bom {
  const text = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
    // On Windows npm is a script.
    shell: process.platform === 'win32',
  })
  const bom = JSON.parse(text) as Bom
  const direct = Object.keys(
    (JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object }).dependencies,
  )
  const root = bom.metadata.component['bom-ref']
  const dependenciesOf = new Map(bom.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]))
  const nameOf = new Map(bom.components.map((component) => [component['bom-ref'], component.name]))
  const needed = new Set([root])
  const waiting = (dependenciesOf.get(root) ?? []).filter((ref) => direct.includes(nameOf.get(ref) ?? ''))
  for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
    if (needed.has(ref)) continue
    needed.add(ref)
    waiting.push(...(dependenciesOf.get(ref) ?? []))
  }
  return {
    ...bom,
    components: bom.components.filter((component) => needed.has(component['bom-ref'])),
    dependencies: bom.dependencies
      .filter(({ ref }) => needed.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => needed.has(other)) })),
  }
}

if (import.meta.main) console.log(JSON.stringify(productionBom(), null, 2))
