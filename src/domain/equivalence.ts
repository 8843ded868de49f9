import type { FieldValue } from './desired.ts'
import type { FieldFormat, ProviderField } from './providers.ts'
import { atlasRegion } from './regions.ts'
import type { ReportedProvider } from './reported.ts'

/**
 * The form in which values are shown and, mostly, compared: two values of a format that mean the same to Atlas by their text
 * alone have the same form.
 */
export function normalize(format: FieldFormat, value: FieldValue): FieldValue {
  if (typeof value === 'boolean') return value
  switch (format) {
    case 'region':
      return atlasRegion(value)
    case 'role-id':
    case 'uuid':
      return value.toLowerCase()
    case 'azure-environment':
      return value.toUpperCase()
    default:
      return value
  }
}

/**
 * Whether a given value and a reported one mean the same to Atlas.
 *
 * @param expected normalized
 * @param actual normalized
 * @param block the provider's object that the reported value stands in, since a key's region is a field of its own
 */
export function isEquivalent(
  { format, ignoresCase }: ProviderField,
  expected: FieldValue,
  actual: FieldValue,
  block: ReportedProvider,
): boolean {
  if (expected === actual || typeof expected === 'boolean' || typeof actual === 'boolean') return expected === actual
  if (format === 'key-id') return isSameAwsKey(expected, actual, block.region)
  if (format === 'https-url') return isSameAzureKey(expected, actual)
  return ignoresCase === true && expected.toLowerCase() === actual.toLowerCase()
}

/** An AWS key's ARN and its id are one key if the ARN's region is the one that Atlas reports. */
function isSameAwsKey(expected: string, actual: string, reportedRegion: unknown): boolean {
  const [one, other] = [parseKeyArn(expected), parseKeyArn(actual)]
  // Two ids, or two ARNs, are the same only to the letter.
  if ((one === undefined) === (other === undefined)) return false
  const arn = one ?? other
  const id = one === undefined ? expected : actual
  return arn?.id === id && typeof reportedRegion === 'string' && atlasRegion(reportedRegion) === atlasRegion(arn.region)
}

/** The region and the key's id of the ARN of a KMS key; undefined for anything else, an alias's ARN included. */
export function parseKeyArn(text: string): { region: string; id: string } | undefined {
  const [, region, id] = /^arn:[\w-]+:kms:([a-z0-9-]+):\d+:key\/([\w-]+)$/.exec(text) ?? []
  return region === undefined || id === undefined ? undefined : { region, id }
}

/**
 * Two Azure key identifiers are one key if only the case of the host or a slash at the end differs. An expected identifier
 * without a version stands for any version of that key, since Azure rotates such a key by itself; the reverse does not hold.
 */
function isSameAzureKey(expected: string, actual: string): boolean {
  const [one, other] = [parseKeyIdentifier(expected), parseKeyIdentifier(actual)]
  if (one === undefined || other === undefined) return false
  const isSameKey = one.host === other.host && one.key === other.key
  return isSameKey && (one.version === '' || one.version === other.version)
}

/** The parts of an Azure key identifier, `https://HOST/keys/NAME[/VERSION]`; undefined for anything else. */
export function parseKeyIdentifier(text: string): { host: string; key: string; version: string } | undefined {
  const [, host, path] = /^https:\/\/([^/?#]+)(\/[^?#]*)$/i.exec(text) ?? []
  const [, key, version = ''] = /^\/keys\/([^/]+)(?:\/([^/]+))?\/?$/.exec(path ?? '') ?? []
  if (host === undefined || key === undefined) return undefined
  return { host: host.toLowerCase().replace(/:443$/, ''), key, version }
}
