import { describe, expect, test } from '@jest/globals'
import { IntermediaryError } from '../../src/atlas/errors.ts'
import { UnreadableResponseError } from '../../src/atlas/response.ts'
import type { ProjectResult } from '../../src/domain/result.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { lostResponse, type MemoryRequest, refused } from '../harness/memory-atlas.ts'
import type { VirtualRun } from '../harness/virtual-clock.ts'
import { desired, ModeScenario, type PlayedRun, provider } from './mode-scenario.ts'

/** AWS is to be enabled; one cluster is busy, and each takes its time. */
function prepared(): ModeScenario {
  const scenario = new ModeScenario()
  scenario.project.invalidReadsAfterPatch = 2
  const until = scenario.clock.now() + 20_000
  scenario.addClusters(
    { name: 'a', stateName: 'REPAIRING', underWay: { until }, switchMs: 30_000 },
    { name: 'b', switchMs: 70_000, reportsOldProvider: true },
    { name: 'c', switchLooks: 2 },
  )
  return scenario
}

const WANTED = desired(provider('aws', { clusters: 'all' }))
const CLUSTERS = ['a', 'b', 'c']

interface Interruption {
  readonly name: string
  readonly play: (scenario: ModeScenario) => Promise<PlayedRun>
  /** The request that was under way; undefined between two. */
  readonly request: MemoryRequest | undefined
}

/** Every request of a complete run, interrupted before or after Atlas carries it out, and every wait in between. */
async function stages(code: 'CANCELLED' | 'TIMEOUT'): Promise<Interruption[]> {
  const scenario = prepared()
  await scenario.apply(WANTED)
  const { requests } = scenario.atlas
  const during = requests.flatMap((request, index) =>
    (['before', 'after'] as const).map((moment) => ({
      name: `${moment} Atlas carries out request ${index + 1}, ${request.line.slice(0, 30)}`,
      play: (fresh: ModeScenario) => playUntil(fresh, code, index, moment),
      request,
    })),
  )
  const waits = requests.flatMap((request, index) => {
    const next = requests[index + 1]
    if (next === undefined || next.at === request.at) return []
    const at = (request.at + next.at) / 2
    const play = (fresh: ModeScenario) => playFor(fresh, code, at)
    return [{ name: `in the wait after request ${index + 1}, ${request.line.slice(0, 30)}`, play, request: undefined }]
  })
  return [...during, ...waits]
}

/** Ends the run during its `index`th request. */
async function playUntil(
  scenario: ModeScenario,
  code: 'CANCELLED' | 'TIMEOUT',
  index: number,
  moment: 'before' | 'after',
): Promise<PlayedRun> {
  const onStart = (run: VirtualRun): void => {
    scenario.atlas.hook = (_, at) => {
      if (scenario.atlas.requests.length !== index + 1 || at !== moment) return
      run.end(code)
      run.signal.throwIfAborted()
    }
  }
  const played = await scenario.apply(WANTED, { onStart })
  scenario.atlas.hook = () => undefined
  return played
}

/** Ends the run after so many seconds. */
async function playFor(scenario: ModeScenario, code: 'CANCELLED' | 'TIMEOUT', seconds: number): Promise<PlayedRun> {
  const onStart = (run: VirtualRun): void => {
    void run.clock.sleep(seconds * 1000, run.signal).then(() => run.end(code))
  }
  return await scenario.apply(WANTED, { onStart })
}

const stateOf = (result: ProjectResult, name: string) => result.clusters.find((cluster) => cluster.name === name)

describe.each(['CANCELLED', 'TIMEOUT'] as const)('a switch that ends by %s', (code) => {
  test('at any stage can be run again, and no change is carried out twice', async () => {
    for (const { name, play, request } of await stages(code)) {
      const scenario = prepared()
      const { result } = await play(scenario)
      const isChange = request !== undefined && !request.line.startsWith('GET')
      const ended = { name, stateUnknown: result.stateUnknown, code: result.error?.code ?? result.failureReason }
      // The end of the `timeout` while the key is not valid yet is a finding, not an error.
      const isInvalid = code === 'TIMEOUT' && result.failureReason === 'invalid'
      expect(ended).toEqual({ name, stateUnknown: isChange, code: isInvalid ? 'invalid' : code })

      const again = await scenario.apply(WANTED)
      expect({ name, error: again.result.error, valid: again.result.valid }).toEqual({ name, error: null, valid: true })
      expect(CLUSTERS.map((cluster) => stateOf(again.result, cluster)?.actual)).toEqual(['AWS', 'AWS', 'AWS'])
      expect(scenario.project.clusterChanges.map((change) => change.name)).toEqual(CLUSTERS)
    }
  })

  test('while a cluster is waited for names that cluster', async () => {
    for (const [seconds, cluster] of [
      [10, 'a'],
      [40, 'a'],
      [100, 'b'],
      [170, 'c'],
    ] as const) {
      const { result } = await playFor(prepared(), code, seconds)
      expect(result.error?.message).toMatch(
        new RegExp(`At that time cluster ${cluster} was still pending. Atlas continues on its own, and the same apply`),
      )
      expect(result.stateUnknown).toBe(false)
    }
  })

  test('while the key is not valid yet leaves every cluster alone', async () => {
    const scenario = prepared()
    scenario.project.invalidReadsAfterPatch = 99
    await playFor(scenario, code, 5)
    expect(scenario.project.clusterChanges).toEqual([])
  })
})

describe('a change whose response is lost', () => {
  /** Errors after which it is not known whether Atlas received the change. */
  const LOST = [
    ['the connection is reset', lostResponse()],
    ['a gateway gives up', refused('BAD_GATEWAY', 502)],
    ['a load balancer gives up', new IntermediaryError({ what: safe`Refused with HTTP 504.` }, 504)],
  ] as const

  const one = (): ModeScenario => {
    const scenario = new ModeScenario()
    scenario.enable('aws')
    scenario.addClusters({ name: 'a', switchMs: 30_000, staleLooks: 1 }, 'b')
    return scenario
  }
  const wanted = desired(provider('aws', { clusters: 'all' }))

  test.each(LOST)('since %s is not sent again if Atlas carried it out', async (_, error) => {
    const scenario = one()
    Object.assign(scenario.project.clusters[0] as object, { staleLooks: 0 })
    scenario.atlas.faults.push({ line: /PATCH clusters\/a/, error, isCarriedOut: true })
    const { result } = await scenario.apply(wanted)
    expect(result).toMatchObject({ result: 'updated', changed: true, stateUnknown: false })
    expect(scenario.atlas.changes).toEqual(['PATCH clusters/a AWS', 'PATCH clusters/b AWS'])
  })

  test.each(LOST)('since %s is sent again once the cluster was read and is idle without the key', async (_, error) => {
    const scenario = one()
    scenario.atlas.faults.push({ line: /PATCH clusters\/a/, error })
    const { result } = await scenario.apply(wanted)
    expect(result).toMatchObject({ result: 'updated', changed: true, stateUnknown: false })
    expect(scenario.atlas.lines.slice(2, 6)).toEqual([
      'PATCH clusters/a AWS',
      'GET clusters/a',
      'GET encryptionAtRest',
      'PATCH clusters/a AWS',
    ])
    expect(scenario.project.clusterChanges.map(({ name }) => name)).toEqual(['a', 'b'])
  })

  test('is looked for only after 10 s, since an earlier look may find the cluster as it was', async () => {
    const scenario = one()
    scenario.atlas.faults.push({ line: /PATCH clusters\/a/, error: lostResponse(), isCarriedOut: true })
    await scenario.apply(wanted)
    const looks = scenario.atlas.requests.filter(({ line }) => line === 'GET clusters/a')
    expect(looks[0]?.at).toBe(10)
  })

  test('again and again is an error that names the cluster, and leaves its state unknown', async () => {
    const scenario = one()
    scenario.atlas.faults.push({ line: /PATCH clusters\/a/, times: 99, error: lostResponse() })
    const { result } = await scenario.apply(wanted)
    expect(result).toMatchObject({ error: { code: 'NETWORK' }, stateUnknown: true, changed: false })
    expect(result.error?.message).toContain('Cluster a was not switched')
    expect(scenario.project.clusterChanges).toEqual([])
  })

  test('on a connection that was never made is an error at once: nothing was sent', async () => {
    const scenario = one()
    const error = lostResponse({ mayHaveSent: false })
    scenario.atlas.faults.push({ line: /PATCH clusters\/a/, times: 99, error })
    const { result } = await scenario.apply(wanted)
    expect(result).toMatchObject({ error: { code: 'NETWORK' }, stateUnknown: false })
    expect(scenario.atlas.changes).toEqual(['PATCH clusters/a AWS'])
  })

  test('but was accepted is waited for, if its response cannot be read', async () => {
    const scenario = one()
    const error = new UnreadableResponseError(safe`unreadable`)
    scenario.atlas.faults.push({ line: /PATCH clusters\/a/, error, isCarriedOut: true })
    const { result } = await scenario.apply(wanted)
    expect(result).toMatchObject({ result: 'updated', changed: true })
    expect(scenario.atlas.changes).toEqual(['PATCH clusters/a AWS', 'PATCH clusters/b AWS'])
  })

  test.each([
    ['no connection', lostResponse({ mayHaveSent: false })],
    ['a load balancer', new IntermediaryError({ what: safe`Refused with HTTP 503.` }, 503)],
  ])('a look that fails for want of %s is repeated', async (_, error) => {
    const scenario = one()
    scenario.atlas.faults.push({ line: /GET clusters\/a/, times: 3, error })
    expect((await scenario.apply(wanted)).result.result).toBe('updated')
  })
})
