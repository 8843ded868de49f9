import { clusterTargets, compareClusters } from '../domain/clusters.ts'
import { compare } from '../domain/compare.ts'
import type { DesiredProject, DesiredProvider, FieldValue } from '../domain/desired.ts'
import type { ExportedProject, ExportedProvider } from '../domain/exported.ts'
import { compareEndpoints } from '../domain/private-endpoints.ts'
import { fieldOf, PROVIDERS, type ProviderField, type ProviderName } from '../domain/providers.ts'
import { findContradictions } from '../input/contradictions.ts'
import { InvalidValueError } from '../input/errors.ts'
import { REFERENCE } from '../input/parse/document-secrets.ts'
import { parseField } from '../input/parse/field-formats.ts'
import { parseClusters, parseRegions } from '../input/parse/resources.ts'
import { withPrivateNetworking } from '../input/provider-resources.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import type { Secrets } from '../sanitize/secrets.ts'

/**
 * Why a config file cannot describe what Atlas has in a project.
 *
 * @returns a sentence without a full stop that begins with the field, as the file has it; undefined if it can be described
 */
export function findExportProblem(project: ExportedProject, secrets: Secrets): SafeText | undefined {
  try {
    const providers = project.providers.map((provider) => readProvider(provider, secrets))
    for (const desired of providers) {
      const { atlasObject } = PROVIDERS[desired.provider]
      const label = (field: ProviderField['name']): SafeText => safe`\`${atlasObject}.${field}\``
      const [found] = findContradictions(desired, { label, quote: (value) => secrets.sanitize(value, 200) })
      if (found !== undefined) return safe`\`${atlasObject}.${found.field}\`: ${found.problem}`
    }
    return differingField({ ...project, providers, require: [] }, project)
  } catch (error) {
    if (error instanceof InvalidValueError) return error.message
    throw error
  }
}

/** The first field in which a desired state differs from what was read; undefined if there is none. */
export function differingField(desired: DesiredProject, project: ExportedProject): SafeText | undefined {
  const { reported, clusters, endpoints } = project
  const comparisons = [
    ...compare(desired, reported),
    ...desired.providers.flatMap((one) => [
      ...compareEndpoints(one, endpoints.get(one.provider) ?? []),
      ...compareClusters(clusterTargets(one, clusters)),
    ]),
  ]
  const different = comparisons.find(({ verdict }) => verdict === 'differs')
  if (different === undefined) return undefined
  const { provider, field } = different
  const path = provider === null ? field : safe`${PROVIDERS[provider].atlasObject}.${field}`
  return safe`\`${path}\` would be read back as a different value than Atlas reports`
}

/** Reads the values of a provider as the reader of config files does. @throws InvalidValueError that begins with the field */
function readProvider(exported: ExportedProvider, secrets: Secrets): DesiredProvider {
  const { provider, clusters, privateEndpointRegions: regions } = exported
  const fields = Object.entries(exported.fields).map(
    ([name, value]) => [name, readValue(provider, name, value)] as const,
  )
  const named = inField(provider, safe`clusters`, () => (clusters.length === 0 ? [] : parseClusters(clusters, secrets)))
  if (named === 'all')
    throw atField(provider, safe`clusters`, safe`has a cluster named "all", which means all clusters in a config file`)
  const readRegions = inField(provider, safe`privateEndpointRegions`, () =>
    regions.length === 0 ? [] : parseRegions(regions, secrets),
  )
  const desired = {
    provider,
    enabled: true,
    fields: Object.fromEntries(fields),
    ...(named.length > 0 && { clusters: named }),
    ...(readRegions.length > 0 && { privateEndpointRegions: readRegions }),
  }
  return withPrivateNetworking(desired, () => {
    throw atField(provider, safe`privateEndpointRegions`, safe`needs private networking`)
  })
}

function readValue(provider: ProviderName, name: string, value: FieldValue): FieldValue {
  const field = fieldOf(provider, name)
  if (typeof value === 'boolean' || field === undefined) return value
  return inField(provider, safe`${field.name}`, () => {
    if (value.trim() !== value) throw new InvalidValueError(safe`begins or ends with a space, which is not read back`)
    if (REFERENCE.test(value)) throw new InvalidValueError(safe`looks like a reference to a variable`)
    return parseField(field, value)
  })
}

function inField<Value>(provider: ProviderName, field: SafeText, read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    throw error instanceof InvalidValueError ? atField(provider, field, error.message) : error
  }
}

function atField(provider: ProviderName, field: SafeText, predicate: SafeText): InvalidValueError {
  return new InvalidValueError(safe`\`${PROVIDERS[provider].atlasObject}.${field}\` ${predicate}`)
}
