import type { FieldValue } from '../../domain/desired.ts'
import type { FieldFormat, ProviderField } from '../../domain/providers.ts'
import { atlasRegion } from '../../domain/regions.ts'
import { MIN_SECRET_LENGTH } from '../../sanitize/secrets.ts'
import { InputError } from '../errors.ts'
import { parseBoolean, parseHexId } from './scalars.ts'
import { minifiedServiceAccountKey } from './service-account-key.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const ENVIRONMENTS = ['AZURE', 'AZURE_CHINA', 'AZURE_US_GOVERNMENT']
const MAX_TEXT_LENGTH = 2048

/** Checks a field's text, which is not empty, and gives the value that Atlas takes. `name` says where it was given. */
type Parser = (name: string, text: string) => FieldValue

const PARSERS: Readonly<Record<FieldFormat, Parser>> = {
  'access-key-id': matching(/^\w{16,128}$/, '16 to 128 letters and digits'),
  'azure-environment': (name, text) => {
    const environment = text.toUpperCase()
    if (ENVIRONMENTS.includes(environment)) return environment
    throw new InputError(`${name} must be one of ${ENVIRONMENTS.map((known) => `\`${known}\``).join(', ')}.`)
  },
  boolean: parseBoolean,
  'gcp-key-version': matching(
    /^projects\/[^/\s]+\/locations\/[^/\s]+\/keyRings\/[^/\s]+\/cryptoKeys\/[^/\s]+\/cryptoKeyVersions\/\d+$/,
    '`projects/…/locations/…/keyRings/…/cryptoKeys/…/cryptoKeyVersions/N`, with the number of the version at the end',
  ),
  'https-url': (name, text) => {
    if (isHttpsUrl(text)) return text
    throw new InputError(`${name} must be an https URL, such as \`https://VAULT.vault.azure.net/keys/NAME/VERSION\`.`)
  },
  'key-id': singleLine,
  region: (name, text) => {
    const region = atlasRegion(text)
    if (/^[A-Z0-9_]{2,64}$/.test(region)) return region
    throw new InputError(`${name} must be an AWS region, such as \`us-east-1\` or \`US_EAST_1\`.`)
  },
  'role-id': parseHexId,
  secret: (name, text) => {
    requireMaskable(name, text)
    return text
  },
  'service-account-key': (name, text) => {
    requireMaskable(name, text)
    return minifiedServiceAccountKey(name, text)
  },
  text: singleLine,
  uuid: matching(UUID, 'a UUID, such as `01234567-89ab-cdef-0123-456789abcdef`'),
}

/** @throws InputError naming `name` and what is accepted, never the text */
export function parseField(field: ProviderField, name: string, text: string): FieldValue {
  return PARSERS[field.format](name, text)
}

/** @throws InputError for a secret that cannot be masked without ruining the log */
export function requireMaskable(name: string, secret: string): void {
  if (secret.length >= MIN_SECRET_LENGTH) return
  throw new InputError(`${name} must have at least ${MIN_SECRET_LENGTH} characters: a shorter secret cannot be masked.`)
}

function matching(pattern: RegExp, accepted: string): Parser {
  return (name, text) => {
    if (pattern.test(text)) return text
    throw new InputError(`${name} must be ${accepted}.`)
  }
}

function singleLine(name: string, text: string): string {
  if (text.length <= MAX_TEXT_LENGTH && !/\p{Cc}/u.test(text)) return text
  throw new InputError(`${name} must be one line of at most ${MAX_TEXT_LENGTH} characters.`)
}

function isHttpsUrl(text: string): boolean {
  if (!/^https:\/\/[^\s\\@]+$/i.test(text) || text.length > MAX_TEXT_LENGTH) return false
  return URL.canParse(text)
}
