import * as z from 'zod/mini'
import { CONDITIONS } from '../domain/conditions.ts'
import { MODE_TABLE, MODES } from '../domain/modes.ts'
import { PROVIDER_LIST, type ProviderName } from '../domain/providers.ts'
import { FAILURE_REASONS } from '../domain/result.ts'
import { safe } from '../sanitize/safe-text.ts'
import type { Secrets } from '../sanitize/secrets.ts'
import { ReportFileError } from './errors.ts'

z.config({ jitless: true })

// What a later version adds is dropped, and what an earlier version did not have may be missing.

const count = z.int().check(z.nonnegative())
const projectId = z.string().check(z.regex(/^[0-9a-f]{24}$/))
const provider = z.enum(PROVIDER_LIST.map(({ name }) => name) as [ProviderName, ...ProviderName[]])
const fieldName = z.string().check(z.regex(/^([A-Za-z]{1,60}|(clusters|privateEndpoints)\..{1,200})$/s))
const clusterProvider = z.enum(['AWS', 'AZURE', 'GCP', 'NONE'])
const value = z.union([z.string(), z.boolean()])
const text = z.nullable(z.string())
const number = z.nullable(z.string().check(z.regex(/^\d{1,20}$/)))
const error = z.nullable(z.object({ code: z.string().check(z.regex(/^[A-Za-z]\w{0,99}$/)), message: z.string() }))
const failureReason = z.nullable(z.enum(FAILURE_REASONS))
const result = z.enum([...MODES.flatMap((mode) => MODE_TABLE[mode].results), 'failed'])

/** Everything but the projects. */
const rest = z.object({
  mode: z.nullable(z.enum([...MODES, 'merge'])),
  shard: z.nullable(z.string().check(z.regex(/^\d{1,6}\/\d{1,6}$/))),
  run: z.nullish(z.object({ id: number, attempt: number, at: z.nullable(z.iso.datetime()) })),
  result,
  failureReason,
  error,
  totals: z.object({
    projects: count,
    passed: count,
    failed: count,
    changed: count,
    drifted: count,
    invalid: count,
    errors: count,
  }),
  projects: z.array(z.unknown()).check(z.maxLength(0)),
})

/** Of a project everything but its lists. */
const project = z.object({
  projectId,
  name: text,
  result,
  failureReason,
  valid: z.boolean(),
  enabled: z.boolean(),
  changed: z.boolean(),
  drifted: z.boolean(),
  atRisk: z.nullish(z.object({ since: text })),
  error,
})

const lists = {
  providers: listOf(3, z.object({ provider, enabled: z.boolean(), valid: z.boolean() })),
  differences: listOf(
    2000,
    z.object({
      projectId,
      provider: z.nullable(provider),
      field: fieldName,
      expected: value,
      actual: z.nullable(value),
    }),
  ),
  notComparable: listOf(64, z.string().check(z.regex(/^[A-Za-z]{1,60}$/))),
  requirements: listOf(
    64,
    z.object({ condition: z.enum(CONDITIONS), held: z.nullable(z.boolean()), detail: z.string() }),
  ),
  clusters: listOf(
    1000,
    z.object({ name: z.string(), expected: clusterProvider, actual: z.nullable(clusterProvider), state: text }),
  ),
  privateEndpoints: listOf(
    256,
    z.object({ provider, region: z.string(), status: text, connectionName: text, id: text }),
  ),
  atRisk: listOf(1000, z.string()),
}

export type UntrustedRest = z.infer<typeof rest>

type ListName = Exclude<keyof typeof lists, 'atRisk'>

/** A project whose values have the right types. Its texts are not sanitized. */
export type UntrustedProject = Omit<z.infer<typeof project>, 'atRisk'> & {
  readonly [Name in ListName]: ReturnType<(typeof lists)[Name]>
} & { readonly atRisk: { readonly clusters: readonly string[]; readonly since: string | null } | null }

/** @throws ReportFileError */
export function parseRest(json: unknown, secrets: Secrets): UntrustedRest {
  return check(rest, json, { path: [], secrets })
}

/**
 * Checks a project item by item, since zod would collect what is wrong with every item of a list.
 *
 * @param index of the project, for messages
 * @throws ReportFileError
 */
export function parseProject(json: unknown, index: number, secrets: Secrets): UntrustedProject {
  const at = (...keys: PropertyKey[]): Place => ({ path: ['projects', index, ...keys], secrets })
  const { atRisk, ...head } = check(project, json, at())
  const given = json as Readonly<Record<string, unknown>>
  const { clusters } = (given.atRisk ?? {}) as { readonly clusters?: unknown }
  return {
    ...head,
    providers: lists.providers(given.providers, at('providers')),
    differences: lists.differences(given.differences, at('differences')),
    notComparable: lists.notComparable(given.notComparable, at('notComparable')),
    requirements: lists.requirements(given.requirements, at('requirements')),
    clusters: lists.clusters(given.clusters ?? [], at('clusters')),
    privateEndpoints: lists.privateEndpoints(given.privateEndpoints ?? [], at('privateEndpoints')),
    atRisk: atRisk ? { since: atRisk.since, clusters: lists.atRisk(clusters, at('atRisk', 'clusters')) } : null,
  }
}

/** Where a value is in the report. */
interface Place {
  readonly path: readonly PropertyKey[]
  readonly secrets: Secrets
}

function listOf<Item>(maxLength: number, item: z.ZodMiniType<Item>): (list: unknown, place: Place) => Item[] {
  return (list, { path, secrets }) => {
    if (!Array.isArray(list)) throw wrongAt({ path, secrets })
    if (list.length > maxLength)
      throw new ReportFileError(safe`is not a report of this action: it is larger than any report can be`)
    return list.map((one: unknown, i) => check(item, one, { path: [...path, i], secrets }))
  }
}

function check<Value>(schema: z.ZodMiniType<Value>, json: unknown, { path, secrets }: Place): Value {
  const { data, error: problem } = schema.safeParse(json)
  if (problem === undefined) return data
  throw wrongAt({ path: [...path, ...(problem.issues[0]?.path ?? [])], secrets })
}

/** The path has only keys that the schema knows, so it quotes nothing of the file. */
function wrongAt({ path, secrets }: Place): ReportFileError {
  const where = path.length === 0 ? safe`` : safe` (at \`${secrets.sanitize(path.join('.'))}\`)`
  return new ReportFileError(safe`is not a report of this action${where}`)
}
