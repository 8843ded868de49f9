import type { FieldValue } from '../../domain/desired.ts'
import type { FieldFormat, ProviderField } from '../../domain/providers.ts'
import { atlasRegion } from '../../domain/regions.ts'
import { type SafeText, safe } from '../../sanitize/safe-text.ts'
import { InvalidValueError } from '../errors.ts'
import { parseRoleId, parseUuid } from './ids.ts'
import { parseBoolean, parseChoice } from './scalars.ts'
import { requireSecret } from './secret.ts'
import { minifiedServiceAccountKey } from './service-account-key.ts'

export const AZURE_ENVIRONMENTS = ['AZURE', 'AZURE_CHINA', 'AZURE_US_GOVERNMENT'] as const
const MAX_TEXT_LENGTH = 2048

/** Checks a field's text, which is not empty, and returns the value that Atlas takes. Throws InvalidValueError. */
type Parser = (text: string) => FieldValue

const PARSERS: Readonly<Record<FieldFormat, Parser>> = {
  'access-key-id': matching(/^\w{16,128}$/, safe`16 to 128 letters and digits`),
  'azure-environment': (text) =>
    parseChoice(text.toUpperCase(), AZURE_ENVIRONMENTS, (environment) => safe`\`${environment}\``),
  boolean: parseBoolean,
  'gcp-key-version': matching(
    /^projects\/[^/\s]+\/locations\/[^/\s]+\/keyRings\/[^/\s]+\/cryptoKeys\/[^/\s]+\/cryptoKeyVersions\/\d+$/,
    safe`\`projects/…/locations/…/keyRings/…/cryptoKeys/…/cryptoKeyVersions/N\`, with the number of the version at the end`,
  ),
  'https-url': (text) => {
    if (isHttpsUrl(text)) return text
    throw new InvalidValueError(safe`must be an https URL, such as \`https://VAULT.vault.azure.net/keys/NAME/VERSION\``)
  },
  'key-id': parseLine,
  region: (text) => {
    const region = atlasRegion(text)
    if (/^[A-Z0-9_]{2,64}$/.test(region)) return region
    throw new InvalidValueError(safe`must be an AWS region, such as \`us-east-1\` or \`US_EAST_1\``)
  },
  'role-id': parseRoleId,
  secret: (text) => {
    requireSecret(text)
    return text
  },
  'service-account-key': (text) => {
    requireSecret(text)
    return minifiedServiceAccountKey(text)
  },
  text: parseLine,
  uuid: parseUuid,
}

/** @throws InvalidValueError that says what is accepted, never the text */
export function parseField({ format }: ProviderField, text: string): FieldValue {
  return PARSERS[format](text)
}

function matching(pattern: RegExp, accepted: SafeText): Parser {
  return (text) => {
    if (pattern.test(text)) return text
    throw new InvalidValueError(safe`must be ${accepted}`)
  }
}

function parseLine(text: string): string {
  if (text.length <= MAX_TEXT_LENGTH && !/\p{Cc}/u.test(text)) return text
  throw new InvalidValueError(safe`must be one line of at most ${MAX_TEXT_LENGTH} characters`)
}

function isHttpsUrl(text: string): boolean {
  if (!/^https:\/\/[^\s\\@]+$/i.test(text) || text.length > MAX_TEXT_LENGTH) return false
  return URL.canParse(text)
}
