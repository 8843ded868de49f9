import { closest } from 'fastest-levenshtein'
import { type Document, isMap, isNode, isScalar, parseAllDocuments, type Scalar, visit } from 'yaml'
import type { Provider } from '../encryption/providers.ts'
import { PROVIDER_LIST, ROLE_ARN } from '../encryption/providers.ts'
import type { Secrets } from '../text/secrets.ts'
import { InputProblem } from './problems.ts'
import { protectServiceAccountKey } from './service-account-key.ts'

/** The largest field, a Google key, has 2.4 kB; the parser is slow on long nonsense. */
const LONGEST_FIELDS = 32_768

/** Names that somebody may well try, and where they belong. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  enabled: 'use the input `enabled`',
  enabledForSearchNodes: 'use the input `enabled-for-search-nodes`',
  valid: 'Atlas sets it',
}

/** Reads the fields of a provider: Atlas's field name → text. Throws InputProblem with line and column, never with a value. */
export type FieldsReader = (provider: Provider) => Map<string, string>

/**
 * Opens `fields`: one YAML or JSON mapping of Atlas's field names to values, and masks every secret in it, for all
 * providers, also where the text is broken. All values stay text, so that an unquoted id of digits is not read as a number;
 * null and the empty text mean "not given".
 *
 * @throws InputProblem if the text is too long or nested too deeply to be one
 */
export function openFields(text: string, secrets: Secrets): FieldsReader {
  const documents = parse(text)
  for (const document of documents) protectDocument(document, secrets)
  return (provider) => readDocuments(documents, provider)
}

function readDocuments([document, second]: readonly Document[], provider: Provider): Map<string, string> {
  const [error] = document?.errors ?? []
  if (error !== undefined) {
    const [start] = error.linePos ?? []
    const place = start ? ` (line ${start.line}, column ${start.col})` : ''
    throw new InputProblem(
      `\`fields\` is not valid YAML or JSON${place}: ${error.code.toLowerCase().replaceAll('_', ' ')}.`,
    )
  }
  const map = document?.contents
  if (!isMap(map) || second !== undefined) {
    throw new InputProblem('`fields` must be one YAML or JSON mapping, such as `roleId: 64b0…`.')
  }
  const fields = new Map<string, string>()
  for (const { key, value } of map.items) {
    const name = isScalar(key) ? String(key.value) : ''
    requireFieldName(name, provider)
    if (value === null) continue
    if (!isScalar(value)) {
      throw new InputProblem(`\`fields.${name}\` must be one text; put JSON in quotes or under a \`|\`.`)
    }
    const content = scalarText(value)
    if (content !== '') fields.set(name, content)
  }
  return fields
}

function protectDocument(document: Document, secrets: Secrets): void {
  const secretNames = new Map(
    PROVIDER_LIST.flatMap(({ fields }) =>
      fields.filter(({ secret }) => secret).map(({ name, format }) => [name, format]),
    ),
  )
  visit(document, {
    Pair: (_, { key, value }) => {
      const format = isScalar(key) ? secretNames.get(String(key.value)) : undefined
      if (format === undefined) return undefined
      const protect = (secret: string): void =>
        format === 'service-account-key' ? protectServiceAccountKey(secret, secrets) : secrets.protect(secret)
      if (isScalar(value)) protect(scalarText(value))
      else if (isNode(value)) visit(value, { Scalar: (_position, scalar) => secrets.protect(scalarText(scalar)) })
      return visit.SKIP
    },
  })
}

/** All documents of the text: only one is allowed, but the secrets of all are masked. */
function parse(text: string): readonly Document[] {
  if (text.length > LONGEST_FIELDS) throw new InputProblem(`\`fields\` must be at most ${LONGEST_FIELDS} characters.`)
  try {
    // failsafe knows no type but text. The message of an error quotes the text, so only its code and place are used.
    return parseAllDocuments(text, { schema: 'failsafe', prettyErrors: true, logLevel: 'silent' })
  } catch {
    // Nested so deeply that the parser's stack overflows.
    throw new InputProblem('`fields` must be one YAML or JSON mapping without deep nesting.')
  }
}

function scalarText({ value, type }: Scalar): string {
  const text = String(value).trim()
  return type === 'PLAIN' && /^(null|~)$/i.test(text) ? '' : text
}

function requireFieldName(name: string, provider: Provider): void {
  const known = [...provider.fields.map((field) => field.name), ...(provider.name === 'aws' ? [ROLE_ARN.name] : [])]
  if (known.includes(name)) return
  const shown = /^[A-Za-z][A-Za-z0-9]{0,39}$/.test(name) ? `\`${name}\`` : 'one of its names'
  const other = Object.hasOwn(ELSEWHERE, name) ? ELSEWHERE[name] : `did you mean \`${closest(name, known)}\`?`
  throw new InputProblem(
    `\`fields\`: ${shown} is no field of \`${provider.name}\`; ${other}`.replace(/([^?.])$/, '$1.'),
  )
}
