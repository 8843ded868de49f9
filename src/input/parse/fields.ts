import type { Checkpoint } from '../../domain/checkpoint.ts'
import type { Provider, ProviderName } from '../../domain/providers.ts'
import { PROVIDER_LIST } from '../../domain/providers.ts'
import { joinSafe, type SafeText, safe } from '../../sanitize/safe-text.ts'
import type { Secrets } from '../../sanitize/secrets.ts'
import { InputError, type InputErrors, InvalidValueError } from '../errors.ts'
import { type OpenDocument, openDocument } from './document.ts'
import { describeKey } from './keys.ts'
import { isMapping, type Mapping } from './mapping.ts'
import { similarName } from './similar-name.ts'

/** The largest field, a Google key, has 2.4 kB; the parser is slow on long nonsense. */
const MAX_FIELDS_LENGTH = 32_768

/** Names that are likely to be tried, and where they belong. */
const ELSEWHERE: ReadonlyMap<string, SafeText> = new Map([
  ['enabled', safe`use the input \`enabled\``],
  ['enabledForSearchNodes', safe`use the input \`enabled-for-search-nodes\``],
  ['clusters', safe`use the input \`clusters\``],
  ['privateEndpointRegions', safe`use the input \`private-endpoint-regions\``],
  ['valid', safe`Atlas sets it`],
])

/**
 * Reads the fields of a provider: Atlas's field name → text. Throws InputError if there is nothing to read; what is wrong with single
 * fields is added to the errors. Messages have line and column, and never a value.
 */
export type FieldsReader = (provider: Provider, errors: InputErrors) => Map<string, string>

/**
 * Opens `fields`: one YAML or JSON mapping of Atlas's field names to values, and masks every secret in it, for all
 * providers, also where the text is broken. Null and the empty text mean "not given".
 *
 * @returns a reader that says what is wrong with the text only when it is used, since some modes ignore the fields
 */
export async function openFields(
  text: string,
  { secrets, checkpoint }: { readonly secrets: Secrets; readonly checkpoint: Checkpoint },
): Promise<FieldsReader> {
  if (text.length > MAX_FIELDS_LENGTH) return refused(safe`\`fields\` must be at most ${MAX_FIELDS_LENGTH} characters.`)
  try {
    const document = await openDocument(text, { secrets, checkpoint })
    return (provider, errors) => new FieldsDocument(document, provider, secrets).read(errors)
  } catch (error) {
    if (error instanceof InvalidValueError) return refused(unreadable(error))
    throw error
  }
}

function refused(message: SafeText): FieldsReader {
  return () => {
    throw new InputError(message)
  }
}

function unreadable({ message }: InvalidValueError): SafeText {
  return safe`\`fields\` ${message}; it must be one YAML or JSON mapping without nesting.`
}

/** `fields` as it is read for one provider. */
class FieldsDocument {
  readonly #document: OpenDocument
  readonly #provider: Provider
  readonly #secrets: Secrets

  constructor(document: OpenDocument, provider: Provider, secrets: Secrets) {
    this.#document = document
    this.#provider = provider
    this.#secrets = secrets
  }

  /** @throws InputError if there is no mapping to read */
  read(errors: InputErrors): Map<string, string> {
    const { problem } = this.#document
    if (problem !== undefined) throw new InputError(safe`\`fields\`, ${problem}.`)
    const { mapping, path } = this.#unwrap(this.#readMapping())
    const fields = new Map<string, string>()
    for (const [name, content] of Object.entries(mapping)) {
      const text = errors.attempt(() => this.#textOf(content, name, [...path, name]))
      if (text) fields.set(name, text)
    }
    return fields
  }

  /** @throws InputError */
  #textOf(content: unknown, name: string, path: readonly string[]): string {
    this.#requireFieldName(name, path)
    if (typeof content === 'string') return content.trim()
    const { text } = this.#document.place(path)
    throw new InputError(
      safe`\`fields.${this.#secrets.sanitize(name)}\` (${text}) must be a single string; put JSON in quotes or in a block after \`|\`.`,
    )
  }

  #readMapping(): Mapping {
    const { root, dataOf } = this.#document
    try {
      const value = root && dataOf(root)
      if (isMapping(value)) return value
    } catch (error) {
      throw error instanceof InvalidValueError ? new InputError(unreadable(error)) : error
    }
    throw new InputError(safe`\`fields\` must be one YAML or JSON mapping, such as \`roleId: 64b0…\`.`)
  }

  /** The provider's object as the only key is taken as if its content had been given, since scripts and the Atlas CLI have it. */
  #unwrap(mapping: Mapping): { readonly mapping: Mapping; readonly path: readonly string[] } {
    const { atlasObject } = this.#provider
    const inner = mapping[atlasObject]
    if (Object.keys(mapping).length === 1 && isMapping(inner)) return { mapping: inner, path: [atlasObject] }
    return { mapping, path: [] }
  }

  #requireFieldName(name: string, path: readonly string[]): void {
    const known = fieldNames(this.#provider)
    if (known.some((field) => field === name)) return
    const { text } = this.#document.place(path, true)
    const key = describeKey(name, this.#secrets)
    throw new InputError(
      safe`\`fields\`, ${text}: ${key} is not a field of \`${this.#provider.name}\`; ${this.#advice(name)}`,
    )
  }

  /** What to give in place of a name that is no field. */
  #advice(name: string): SafeText {
    const elsewhere = ELSEWHERE.get(name)
    if (elsewhere !== undefined) return safe`${elsewhere}.`
    const object = PROVIDER_LIST.find(({ atlasObject }) => atlasObject === name)
    if (object !== undefined) return safe`${this.#objectAdvice(object)}.`
    const known = fieldNames(this.#provider)
    const similar = similarName(name, known)
    if (similar !== undefined) return safe`did you mean \`${similar}\`?`
    return safe`its fields are ${joinSafe(
      known.map((field) => safe`\`${field}\``),
      safe`, `,
    )}.`
  }

  #objectAdvice({ name, atlasObject }: { readonly name: ProviderName; readonly atlasObject: Provider['atlasObject'] }) {
    return name === this.#provider.name
      ? safe`set only what is inside \`${atlasObject}\``
      : safe`it belongs to \`provider: ${name}\``
  }
}

function fieldNames({ fields, roleName }: Provider) {
  return [...fields.map((field) => field.name), roleName.name]
}
