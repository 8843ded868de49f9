import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ProjectResult } from '../../src/domain/result.ts'
import type { Cluster } from '../fake-atlas/clusters.ts'
import { idOf, ROLE_ID } from '../harness/fixtures.ts'
import { lostResponse, type MemoryAtlas, type MemoryRequest, refused } from '../harness/memory-atlas.ts'
import { virtualRun } from '../harness/virtual-clock.ts'
import { desiredOf, ModeScenario, provider } from './mode-scenario.ts'

const PROJECTS = 20
const CLUSTERS = ['a', 'b', 'c', 'd', 'e']
const HOUR_MS = 3_600_000
/** How a project may end here. */
const ENDINGS = [
  null,
  'invalid',
  'TIMEOUT',
  'CLUSTER_PAUSED',
  'CLUSTER_NOT_READY',
  'CANNOT_CHANGE_ENCRYPTION_AT_REST_PROVIDER',
  'UNEXPECTED_ERROR',
]
/** A key counts as just seen if nothing was waited for since. */
const JUST_SEEN_S = 5

const upTo = (max: number) => fc.integer({ min: 0, max })

const clusterArbitrary = fc.record(
  {
    encryptionAtRestProvider: fc.constantFrom<Cluster['encryptionAtRestProvider']>('NONE', 'NONE', 'GCP', 'AWS'),
    switchMs: upTo(HOUR_MS),
    switchLooks: upTo(3),
    reportsOldProvider: fc.boolean(),
    paused: fc.boolean(),
    refusesDirectChange: fc.boolean(),
    busyMs: upTo(HOUR_MS),
  },
  { requiredKeys: [] },
)

const projectArbitrary = fc.record({
  clusters: fc.array(clusterArbitrary, { minLength: CLUSTERS.length, maxLength: CLUSTERS.length }),
  /** When the key becomes invalid, and for how long. */
  outages: fc.array(fc.record({ at: upTo(4 * HOUR_MS), ms: upTo(HOUR_MS) }), { maxLength: 3 }),
  /** Which changes of clusters lose their response, and whether Atlas receives them. */
  lost: fc.array(fc.record({ cluster: fc.constantFrom(...CLUSTERS), isCarriedOut: fc.boolean() }), { maxLength: 2 }),
  /** Looks that fail. */
  failing: fc.array(fc.constantFrom(...CLUSTERS), { maxLength: 3 }),
})

type Project = typeof projectArbitrary extends fc.Arbitrary<infer T> ? T : never

const fleetArbitrary = fc.record({
  projects: fc.array(projectArbitrary, { minLength: PROJECTS, maxLength: PROJECTS }),
  waitTimeout: fc.constantFrom(0, 600, 10_800),
  seconds: fc.constantFrom(1800, 21_000, 90_000),
})

/** Puts a project into Atlas; its key fails and recovers as time passes. */
function addProject(scenario: ModeScenario, n: number, { clusters, outages, lost, failing }: Project): void {
  const { clock, atlas } = scenario
  const project = atlas.addProject(idOf(n))
  const { fields } = provider('aws')
  const key = fields.customerMasterKeyID as string
  project.roles = [{ roleId: ROLE_ID, authorized: true }]
  project.blocks.awsKms = { ...fields, enabled: true }
  project.clusters = clusters.map(({ busyMs, ...cluster }, i) => ({
    ...(cluster as Omit<Cluster, 'name'>),
    name: CLUSTERS[i] as string,
    ...(busyMs !== undefined && { stateName: 'UPDATING', underWay: { until: clock.now() + busyMs } }),
  }))
  const never = new AbortController().signal
  for (const { at, ms } of outages) {
    void clock.sleep(at, never).then(() => project.brokenKeys.add(key))
    void clock.sleep(at + ms, never).then(() => project.brokenKeys.delete(key))
  }
  const of = (line: string) => ({ projectId: project.id, line: new RegExp(`^${line}\\b`) })
  atlas.faults.push(
    ...lost.map(({ cluster, isCarriedOut }) => ({
      ...of(`PATCH clusters/${cluster}`),
      isCarriedOut,
      error: lostResponse(),
    })),
    ...failing.map((cluster) => ({ ...of(`GET clusters/${cluster}`), error: refused('UNEXPECTED_ERROR', 500) })),
  )
}

const wantedIn = (n: number) => desiredOf(idOf(n), provider('aws', { clusters: 'all' }))

/** Applies to all projects at once. Resolves only if every run ends. */
async function applyToAll(scenario: ModeScenario, waitTimeout: number, seconds: number): Promise<ProjectResult[]> {
  const run = virtualRun(scenario.clock, seconds)
  const runs = Array.from({ length: PROJECTS }, (_, n) => scenario.start('apply', wantedIn(n), run, { waitTimeout }))
  return await scenario.clock.play(Promise.all(runs))
}

const requestsOf = ({ requests }: MemoryAtlas, projectId: string): MemoryRequest[] =>
  requests.filter((request) => request.projectId === projectId)

const clusterOf = ({ line }: MemoryRequest): string | undefined => /^PATCH clusters\/(\w)/.exec(line)?.[1]

/** Whether a response shows that the cluster is switched. */
function isDone(pending: string | undefined, response: unknown): boolean {
  const clusters = [response ?? []].flat() as { name: string; provider: string; state: string }[]
  return clusters.some(({ name, provider: used, state }) => name === pending && used === 'AWS' && state === 'IDLE')
}

/** Looks at the order of the requests to one project. */
function checkOrder(requests: readonly MemoryRequest[], isWaiting: boolean): void {
  let seen: { at: number; valid: boolean } | undefined
  let pending: string | undefined
  for (const request of requests) {
    const { line, at, response } = request
    const awsKms = (response as { awsKms?: { enabled: boolean; valid: boolean } } | undefined)?.awsKms
    if (/encryptionAtRest/.test(line)) seen = awsKms && { at, valid: awsKms.enabled && awsKms.valid }
    if (line.startsWith('GET clusters') && isDone(pending, response)) pending = undefined
    const cluster = clusterOf(request)
    if (cluster === undefined) continue
    // A key that was just seen valid, by a look that no other change has used.
    expect({ line, at, seen }).toEqual({ line, at, seen: { at: expect.any(Number), valid: true } })
    expect(at - (seen as { at: number }).at).toBeLessThan(JUST_SEEN_S)
    seen = undefined
    // One at a time: the one before is done, or this is the same one again.
    if (isWaiting) expect([undefined, cluster]).toContain(pending)
    pending = cluster
  }
}

test('in a fleet whose keys fail at random no cluster is switched without a key that was just seen valid', async () => {
  await fc.assert(
    fc.asyncProperty(fleetArbitrary, async ({ projects, waitTimeout, seconds }) => {
      const scenario = new ModeScenario()
      for (const [n, project] of projects.entries()) addProject(scenario, n, project)
      const { atlas } = scenario
      const results = [
        await applyToAll(scenario, waitTimeout, seconds),
        await applyToAll(scenario, waitTimeout, seconds),
      ]
      for (const n of projects.keys()) {
        const id = idOf(n)
        checkOrder(requestsOf(atlas, id), waitTimeout > 0)
        const changed = atlas.projects.get(id)?.clusterChanges.map(({ name }) => name) ?? []
        expect(new Set(changed).size).toBe(changed.length)
        for (const result of results) {
          const { error, failureReason } = result[n] as ProjectResult
          expect(ENDINGS).toContain(error?.code ?? failureReason)
        }
      }
    }),
    { numRuns: 25 },
  )
})
