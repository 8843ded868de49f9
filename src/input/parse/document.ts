import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, visit } from 'yaml'
import type { FieldFormat } from '../../domain/providers.ts'
import { PROVIDER_LIST } from '../../domain/providers.ts'
import type { Secrets } from '../../sanitize/secrets.ts'
import { protectField } from '../mask-inputs.ts'
import { aliasesOf, keyOf, parseDocuments, type Resolve, unfold } from './yaml.ts'

/** A reference to a variable of the step's environment, which stands for a secret. */
export const REFERENCE = /^\$\{([A-Za-z_]\w*)\}$/

const SECRET_FIELDS: ReadonlyMap<string, FieldFormat> = new Map(
  PROVIDER_LIST.flatMap(({ fields }) =>
    fields.filter(({ secret }) => secret).map(({ name, format }) => [name, format]),
  ),
)

/** Of secrets that are written out, which is an error: so many are masked, and none is ever quoted. */
const MAX_LITERALS = 1000

/** A YAML or JSON text. Where it is broken, `problem` says how and where; what can be read of it is there all the same. */
export interface OpenDocument {
  /** Undefined if the text is right. Ends without a full stop and quotes nothing of the text. */
  readonly problem: string | undefined
  /** Objects, arrays and texts: values are read without guessing types. */
  readonly value: () => unknown
  /** Variables of the environment that stand for secrets: name → format of the field. */
  readonly references: ReadonlyMap<string, FieldFormat>
  /** `line 3, column 7`: where the value (or the last key, with `atKey`) of a path stands, or its nearest parent that exists. */
  readonly place: (path: readonly PropertyKey[], atKey?: boolean) => string
}

/**
 * Opens one YAML or JSON document and masks every secret in it that is written out, also where the text is broken. All values
 * stay text, so that an unquoted id of digits is not read as a number; nothing, `null` and `~` are the empty text.
 *
 * @param bare keys whose value is no text (`true`, `1`): in quotes it stays in quotes, to be told apart
 * @throws InputError if the text is nested too deeply, or too much to be read
 */
export function openDocument(text: string, secrets: Secrets, bare: ReadonlySet<string> = new Set()): OpenDocument {
  const lines = new LineCounter()
  const documents = parseDocuments(text, lines).map((document) => ({ document, resolve: aliasesOf(document) }))
  const references = new Map<string, FieldFormat>()
  for (const one of documents) prepare(one, secrets, bare, references)
  const [first, second] = documents
  return {
    problem: problemOf(first?.document, second?.document, lines),
    value: () => first && unfold(first.document, first.resolve),
    references,
    place: (path, atKey = false) => {
      const { line, col } = lines.linePos(first === undefined ? 0 : offsetOf(first, path, atKey))
      return `line ${line}, column ${col}`
    },
  }
}

interface Resolvable {
  readonly document: Document
  readonly resolve: Resolve
}

function problemOf(
  document: Document | undefined,
  second: Document | undefined,
  lines: LineCounter,
): string | undefined {
  const [error] = [...(document?.errors ?? []), ...(document?.warnings ?? [])]
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0])
    return `line ${line}, column ${col}: not valid YAML or JSON (${error.code.toLowerCase().replaceAll('_', ' ')})`
  }
  const twice = document && duplicateKey(document)
  if (twice !== undefined) {
    const { line, col } = lines.linePos(twice)
    return `line ${line}, column ${col}: not valid YAML or JSON (duplicate key)`
  }
  if (second === undefined) return undefined
  const { line, col } = lines.linePos(second.range?.[0] ?? 0)
  return `line ${line}, column ${col}: a second document begins, but it must be one YAML or JSON document`
}

/** @returns the offset of the first key that its mapping has already */
function duplicateKey(document: Document): number | undefined {
  let found: number | undefined
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<string>()
      for (const { key } of items) {
        if (!isScalar(key)) continue
        if (seen.has(String(key.value))) {
          found = key.range?.[0] ?? 0
          return visit.BREAK
        }
        seen.add(String(key.value))
      }
      return undefined
    },
  })
  return found
}

function prepare(
  { document, resolve }: Resolvable,
  secrets: Secrets,
  bare: ReadonlySet<string>,
  references: Map<string, FieldFormat>,
): void {
  const seen = new Set<unknown>()
  const room = { left: MAX_LITERALS }
  visit(document, {
    Pair: (_, { key, value }) => {
      const name = isScalar(key) ? String(key.value) : ''
      const format = SECRET_FIELDS.get(name)
      const meant = resolve(value)
      if (format !== undefined && !seen.has(meant)) protectValue(meant, format, secrets, references, room)
      if (format !== undefined) seen.add(meant)
      if (!isScalar(value)) return
      const content = String(value.value)
      if (value.type === 'PLAIN' && /^(null|~)$/i.test(content)) value.value = ''
      else if (value.type !== 'PLAIN' && bare.has(name)) value.value = JSON.stringify(content)
    },
  })
}

function protectValue(
  value: unknown,
  format: FieldFormat,
  secrets: Secrets,
  references: Map<string, FieldFormat>,
  room: { left: number },
): void {
  if (!isNode(value)) return
  const protect = (secret: string): void => {
    const variable = REFERENCE.exec(secret)?.[1]
    if (variable !== undefined) references.set(variable, format)
    else if (room.left > 0) protectField(format, secret, secrets)
    room.left -= 1
  }
  if (isScalar(value)) protect(String(value.value).trim())
  else {
    visit(value, {
      Scalar: (_, scalar) => {
        room.left -= 1
        if (room.left < 0) return visit.BREAK
        secrets.protect(String(scalar.value))
        return undefined
      },
    })
  }
}

/** Offset in the text of what the path leads to, or of its last part that is there. */
function offsetOf({ document, resolve }: Resolvable, path: readonly PropertyKey[], atKey: boolean): number {
  let node: unknown = document.contents
  let offset = 0
  const stepTo = (next: unknown): void => {
    node = resolve(next)
    if (isNode(next) && next.range) offset = next.range[0]
  }
  stepTo(node)
  for (const [i, step] of path.entries()) {
    if (isSeq(node)) {
      const item = node.items[Number(step)]
      if (item === undefined) break
      stepTo(item)
    } else if (isMap(node)) {
      const pair = node.items.find(({ key }) => keyOf(key) === String(step))
      if (pair === undefined) break
      const wantsKey = atKey && i === path.length - 1
      if (wantsKey || !isNode(pair.value)) stepTo(pair.key)
      else stepTo(pair.value)
    }
  }
  return offset
}
