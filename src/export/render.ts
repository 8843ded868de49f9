import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import type { FieldValue } from '../domain/desired.ts'
import type { ExportedProject, ExportedProvider } from '../domain/exported.ts'
import { PROVIDERS } from '../domain/providers.ts'
import { UNPRINTABLE } from '../sanitize/characters.ts'
import { joinSafe, type SafeText, safe } from '../sanitize/safe-text.ts'

/** Words without quotes that every reader of YAML takes for a text. All other texts are put into double quotes. */
const PLAIN = /^(?!(null|true|false|yes|no|on|off|y|n)$)[a-z][\w./@-]*(:[\w./@-]+)*$/i

// No text is folded over several lines, and no anchors stand for equal values: each line of the file stands for one value.
const OPTIONS = { lineWidth: 0, doubleQuotedAsJSON: true, minContentWidth: 0 } as const

/** The projects by name, then by id, both by code point; one without a name comes first. */
export function byName(a: ExportedProject, b: ExportedProject): number {
  return compareText(a.name ?? '', b.name ?? '') || compareText(a.id, b.id)
}

/** The bytes of UTF-8 sort as code points do. */
function compareText(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}

/** @returns the lines of a project in the list `projects`; of one without an enabled provider a comment */
export function renderProject(project: ExportedProject): string {
  const { id, name, providers, enabledForSearchNodes } = project
  if (providers.length === 0) {
    const label = name === null ? id : safe`${name} (${id})`
    return `  # ${label}: no provider of encryption at rest is enabled\n`
  }
  const map = new YAMLMap()
  add(map, 'id', scalar(id))
  if (name !== null) add(map, 'name', scalar(name))
  for (const provider of providers) add(map, PROVIDERS[provider.provider].atlasObject, providerMap(provider))
  if (enabledForSearchNodes) add(map, 'enabledForSearchNodes', scalar(true))
  const list = new YAMLSeq()
  list.add(map)
  return new Document(list)
    .toString(OPTIONS)
    .replace(INVISIBLE, escapeUnits)
    .replace(/^(?=.)/gm, '  ')
}

function providerMap({ fields, clusters, privateEndpointRegions, remarks }: ExportedProvider): YAMLMap {
  const map = new YAMLMap()
  const enabled = add(map, 'enabled', scalar(true))
  if (remarks.length > 0)
    enabled.commentBefore = joinSafe(
      remarks.map((remark) => safe` ${remark}`),
      safe`\n`,
    )
  for (const [field, value] of Object.entries(fields)) add(map, field, scalar(value))
  if (clusters.length > 0) add(map, 'clusters', texts(clusters))
  if (privateEndpointRegions.length > 0) add(map, 'privateEndpointRegions', texts(privateEndpointRegions))
  return map
}

/** @returns the node of the key, which carries comments */
function add(map: YAMLMap, key: string, value: Scalar | YAMLMap | YAMLSeq): Scalar {
  const node = new Scalar(key)
  map.add(new Pair(node, value))
  return node
}

function texts(values: readonly SafeText[]): YAMLSeq {
  const list = new YAMLSeq()
  for (const value of values) list.add(scalar(value))
  return list
}

function scalar(value: FieldValue): Scalar {
  const node = new Scalar(value)
  if (typeof value === 'string') node.type = PLAIN.test(value) ? 'PLAIN' : 'QUOTE_DOUBLE'
  return node
}

/** What a review would not show, such as marks that reorder a line. It stands in double quotes alone, so escapes replace it. */
const INVISIBLE = new RegExp(`(?!\n)${UNPRINTABLE.source.slice(0, -1)}`, 'gu')

function escapeUnits(character: string): string {
  return character.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
