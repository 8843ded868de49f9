import { closest } from 'fastest-levenshtein'
import type { Provider } from '../../domain/providers.ts'
import { ROLE_ARN } from '../../domain/providers.ts'
import type { Secrets } from '../../sanitize/secrets.ts'
import { InputError } from '../errors.ts'
import { type OpenDocument, openDocument } from './document.ts'

/** The largest field, a Google key, has 2.4 kB; the parser is slow on long nonsense. */
const MAX_FIELDS_LENGTH = 32_768

/** Names that somebody may well try, and where they belong. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  enabled: 'use the input `enabled`',
  enabledForSearchNodes: 'use the input `enabled-for-search-nodes`',
  valid: 'Atlas sets it',
}

/** Reads the fields of a provider: Atlas's field name → text. Throws InputError with line and column, never with a value. */
export type FieldsReader = (provider: Provider) => Map<string, string>

/**
 * Opens `fields`: one YAML or JSON mapping of Atlas's field names to values, and masks every secret in it, for all
 * providers, also where the text is broken. Null and the empty text mean "not given".
 *
 * @throws InputError if the text is too long or nested too deeply to be one
 */
export function openFields(text: string, secrets: Secrets): FieldsReader {
  if (text.length > MAX_FIELDS_LENGTH)
    throw new InputError(`\`fields\` must be at most ${MAX_FIELDS_LENGTH} characters.`)
  const document = named(() => openDocument(text, secrets))
  return (provider) => readDocument(document, provider)
}

/** Says that it was `fields` that could not be read. */
function named<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    throw new InputError(`\`fields\` ${error.message}; it must be one YAML or JSON mapping without nesting.`)
  }
}

function readDocument({ problem, value, place }: OpenDocument, provider: Provider): Map<string, string> {
  if (problem !== undefined) throw new InputError(`\`fields\`, ${problem}.`)
  const mapping = named(value)
  if (typeof mapping !== 'object' || mapping === null || Array.isArray(mapping)) {
    throw new InputError('`fields` must be one YAML or JSON mapping, such as `roleId: 64b0…`.')
  }
  const fields = new Map<string, string>()
  for (const [name, content] of Object.entries(mapping)) {
    requireFieldName(name, provider, place([name], true))
    if (typeof content !== 'string') {
      throw new InputError(
        `\`fields.${name}\` (${place([name])}) must be one text; put JSON in quotes or under a \`|\`.`,
      )
    }
    if (content.trim() !== '') fields.set(name, content.trim())
  }
  return fields
}

function requireFieldName(name: string, provider: Provider, place: string): void {
  const known: string[] = [
    ...provider.fields.map((field) => field.name),
    ...(provider.name === 'aws' ? [ROLE_ARN.name] : []),
  ]
  if (known.includes(name)) return
  const other = Object.hasOwn(ELSEWHERE, name) ? ELSEWHERE[name] : `did you mean \`${closest(name, known)}\`?`
  throw new InputError(
    `\`fields\`, ${place}: ${describeKey(name)} is no field of \`${provider.name}\`; ${other}`.replace(
      /([^?.])$/,
      '$1.',
    ),
  )
}

/** A key that nobody knows, for a message: a long or odd one is not quoted, since it may be a value in the wrong place. */
export function describeKey(name: string): string {
  return /^[A-Za-z][A-Za-z0-9_-]{0,39}$/.test(name) ? `\`${name}\`` : 'a key here'
}
