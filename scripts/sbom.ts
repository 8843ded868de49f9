// Prints what the bundle may be made of, as CycloneDX: everything that a production dependency leads to. Own filter, since
// `npm sbom --omit dev` leaves out whatever a development tool needs as well (npm 11.19: yaml and zod).
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

interface Bom {
  readonly metadata: { readonly component: { readonly 'bom-ref': string } }
  readonly components: readonly { readonly name: string; readonly 'bom-ref': string }[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
}

/** @returns the bill of materials with production dependencies alone */
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
  const leadsTo = new Map(bom.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]))
  const nameOf = new Map(bom.components.map((component) => [component['bom-ref'], component.name]))
  const kept = new Set([root])
  const waiting = (leadsTo.get(root) ?? []).filter((ref) => direct.includes(nameOf.get(ref) ?? ''))
  for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
    if (kept.has(ref)) continue
    kept.add(ref)
    waiting.push(...(leadsTo.get(ref) ?? []))
  }
  return {
    ...bom,
    components: bom.components.filter((component) => kept.has(component['bom-ref'])),
    dependencies: bom.dependencies
      .filter(({ ref }) => kept.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => kept.has(other)) })),
  }
}

if (import.meta.main) console.log(JSON.stringify(productionBom(), null, 2))
