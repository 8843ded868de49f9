import { createHash } from 'node:crypto'
import type { Environment } from '../domain/context.ts'
import { safe } from '../sanitize/safe-text.ts'
import type { Secrets } from '../sanitize/secrets.ts'

/** The first line of an exported file. Everything after it is the body, over which the hash is taken. */
const HEADER =
  /^# Written by mode: export of atlas-encryption-at-rest at \d{4}-\d\d-\d\dT[\d:.]+Z, sha256 ([0-9a-f]{64})\n/

/** What a file says about itself. */
export interface ParsedExport {
  /** The hash that its header states. */
  readonly statedHash: string
  /** The hash of what comes after the header. */
  readonly actualHash: string
}

/** @returns undefined if the text does not begin with the header of an export */
export function parseExport(text: string): ParsedExport | undefined {
  const lines = withUnixLineEnds(text)
  const [header, statedHash] = HEADER.exec(lines) ?? []
  if (header === undefined || statedHash === undefined) return undefined
  return { statedHash, actualHash: hashOf(lines.slice(header.length)) }
}

/** @param writtenAt an ISO 8601 date and time in UTC */
export function withHeader(body: string, writtenAt: string): string {
  return `# Written by mode: export of atlas-encryption-at-rest at ${writtenAt}, sha256 ${hashOf(body)}\n${body}`
}

/** The hash of a body. A checkout can turn LF into CR LF, which is no edit. */
export function hashOf(body: string): string {
  return createHash('sha256').update(withUnixLineEnds(body)).digest('hex')
}

/** The comment that names the schema, for editors: a URL if the runner says where the action comes from. */
export function schemaComment({ env, secrets }: { readonly env: Environment; readonly secrets: Secrets }): string {
  const { GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: repository = '', GITHUB_ACTION_REF: ref = '' } = env
  const isKnown = server === 'https://github.com' && /^[\w.-]+\/[\w.-]+$/.test(repository) && /^[\w./-]+$/.test(ref)
  if (!isKnown) return safe`# Schema: config.schema.json of the action atlas-encryption-at-rest`
  const source = secrets.sanitize(`${repository}/${ref}`)
  return safe`# yaml-language-server: $schema=https://raw.githubusercontent.com/${source}/config.schema.json`
}

function withUnixLineEnds(text: string): string {
  return text.replaceAll('\r\n', '\n')
}
