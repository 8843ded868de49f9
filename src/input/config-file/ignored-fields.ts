import { PROVIDER_LIST, type Provider } from '../../domain/providers.ts'
import { joinSafe, type SafeText, safe } from '../../sanitize/safe-text.ts'
import { isMapping } from '../parse/mapping.ts'
import type { ProviderBlock } from './schema.ts'

/**
 * Keys of the objects of providers that `mode: verify` ignores, so that one file serves all modes. `enabled` says what is checked;
 * a secret stays, since a literal is wrong in every mode.
 */
const IGNORED: readonly (readonly [atlasObject: string, keys: ReadonlySet<string>])[] = PROVIDER_LIST.map(
  ({ atlasObject, fields, roleName, hasPrivateEndpoints }) => [
    atlasObject,
    new Set<string>([
      ...fields.filter(({ secret }) => !secret).map(({ name }) => name),
      roleName.name,
      'clusters',
      ...(hasPrivateEndpoints ? ['privateEndpointRegions'] : []),
    ]),
  ],
)

/**
 * Leaves out what `mode: verify` ignores, malformed or not. A key that is not known stays, and is an error as ever.
 *
 * @param part the data of a project or of the defaults, before it is checked
 */
export function withoutIgnored(part: unknown): unknown {
  if (!isMapping(part)) return part
  const kept = { ...part }
  for (const [atlasObject, ignored] of IGNORED) {
    const block = kept[atlasObject]
    if (!isMapping(block)) continue
    kept[atlasObject] = Object.fromEntries(Object.entries(block).filter(([key]) => !ignored.has(key)))
  }
  return kept
}

/**
 * A warning about the fields that a project gives beside `enabled: false`. Those of the defaults are for projects that have the provider
 * enabled.
 */
export function ignoredBesideDisabled({ atlasObject, fields, roleName }: Provider, own: ProviderBlock): SafeText[] {
  const ignored = [...fields, roleName].filter(({ name }) => own[name] !== undefined)
  if (ignored.length === 0) return []
  const names = joinSafe(
    ignored.map(({ name }) => safe`\`${name}\``),
    safe`, `,
  )
  return [safe`\`enabled: false\` only disables the provider; ignored in \`${atlasObject}\`: ${names}.`]
}
