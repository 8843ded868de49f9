import type { Environment } from '../../domain/context.ts'
import type { FieldFormat } from '../../domain/providers.ts'
import { PROVIDER_LIST } from '../../domain/providers.ts'
import type { Secrets } from '../../sanitize/secrets.ts'
import { protectField } from '../mask-inputs.ts'
import type { YamlDocument } from './yaml-documents.ts'
import type { MapNode, YamlNode } from './yaml-nodes.ts'

/** A reference to a variable of the step's environment, which stands for a secret. */
export const REFERENCE = /^\$\{([A-Za-z_]\w*)\}$/

/** Name of the variable → format of the field that it is for. */
export type References = ReadonlyMap<string, FieldFormat>

const SECRET_FIELDS: ReadonlyMap<string, FieldFormat> = new Map(
  PROVIDER_LIST.flatMap(({ fields }) =>
    fields.filter(({ secret }) => secret).map(({ name, format }) => [name, format] as const),
  ),
)

/**
 * A secret that is written out is an error, and no message quotes it. It is masked only for what later steps may print. Each mask
 * costs time and memory for its many encodings, so their number is limited to what a user may have written by mistake.
 */
const MAX_LITERALS = 100
const MAX_LITERAL_LENGTH = 16_384

/** Finds the secrets of a document: references to the environment, and those that are written out, which are masked at once. */
export class SecretFinder {
  readonly references = new Map<string, FieldFormat>()
  readonly #secrets: Secrets
  readonly #seen = new Set<YamlNode>()
  #literalsLeft = MAX_LITERALS
  #charactersLeft = MAX_LITERAL_LENGTH

  constructor(secrets: Secrets) {
    this.#secrets = secrets
  }

  /** Inspects the values of one mapping. @returns whether there were secrets, which take time */
  inspect({ entries }: MapNode, resolve: YamlDocument['resolve']): boolean {
    let found = false
    for (const { key, value } of entries) {
      const format = key === undefined ? undefined : SECRET_FIELDS.get(key)
      if (format === undefined) continue
      this.#take(resolve(value), format)
      found = true
    }
    return found
  }

  #take(node: YamlNode | undefined, format: FieldFormat): void {
    if (node === undefined || this.#seen.has(node)) return
    this.#seen.add(node)
    if (node.kind === 'text') this.#takeText(node.text.trim(), format)
    // A mapping or a list where a secret should be may hold one.
    else if (node.kind === 'list') for (const item of node.items) this.#takeInner(item, format)
    else if (node.kind === 'map') for (const { value } of node.entries) this.#takeInner(value, format)
  }

  #takeInner(node: YamlNode, format: FieldFormat): void {
    if (this.#literalsLeft > 0) this.#take(node, format)
  }

  #takeText(secret: string, format: FieldFormat): void {
    const variable = REFERENCE.exec(secret)?.[1]
    if (variable !== undefined) {
      this.references.set(variable, format)
      return
    }
    if (secret === '' || this.#literalsLeft <= 0 || secret.length > this.#charactersLeft) return
    this.#literalsLeft -= 1
    this.#charactersLeft -= secret.length
    protectField(format, secret, this.#secrets)
  }
}

/** The value of a variable of the step's environment, trimmed; '' if it is not set. */
export function readSecretVariable(variable: string, env: Environment): string {
  return (Object.hasOwn(env, variable) ? env[variable] : undefined)?.trim() ?? ''
}
