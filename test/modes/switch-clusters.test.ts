import { describe, expect, test } from '@jest/globals'
import { AtlasApiError } from '../../src/atlas/errors.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { sharedCluster } from '../fake-atlas/clusters.ts'
import { refused } from '../harness/memory-atlas.ts'
import { desired, ModeScenario, provider } from './mode-scenario.ts'

const HOUR_MS = 3_600_000

/** A scenario in which AWS is enabled with a valid key, and none of the clusters uses it. */
function withClusters(...clusters: Parameters<ModeScenario['addClusters']>): ModeScenario {
  const scenario = new ModeScenario()
  scenario.enable('aws')
  scenario.addClusters(...clusters)
  return scenario
}

const wanted = (clusters: 'all' | string[]) => desired(provider('aws', { clusters }))

describe('apply switches', () => {
  test('all clusters by name, one after the other', async () => {
    const scenario = withClusters('b', { name: 'B', switchMs: 1 }, { name: 'a', switchMs: 25_000 })
    const { result } = await scenario.apply(wanted('all'))
    expect(result).toMatchObject({ result: 'updated', changed: true, drifted: true, valid: true })
    expect(scenario.atlas.lines).toEqual([
      'GET encryptionAtRest',
      'GET clusters',
      'PATCH clusters/B AWS',
      'GET clusters/B',
      'GET clusters/a',
      'GET encryptionAtRest',
      'PATCH clusters/a AWS',
      'GET clusters/a',
      'GET clusters/a',
      'GET clusters/b',
      'GET encryptionAtRest',
      'PATCH clusters/b AWS',
      'GET clusters/b',
    ])
  })

  test('named clusters in the order of the list, and no others', async () => {
    const scenario = withClusters('a', 'b', 'c')
    await scenario.apply(wanted(['c', 'a']))
    expect(scenario.atlas.changes).toEqual(['PATCH clusters/c AWS', 'PATCH clusters/a AWS'])
  })

  test('none that has the key already', async () => {
    const scenario = withClusters('a', { name: 'b', encryptionAtRestProvider: 'AWS' })
    await scenario.apply(wanted('all'))
    expect(scenario.atlas.changes).toEqual(['PATCH clusters/a AWS'])
    const again = await scenario.apply(wanted('all'))
    expect(again.result).toMatchObject({ result: 'unchanged', changed: false, drifted: false })
    expect(scenario.atlas.changes).toHaveLength(1)
  })

  test('clusters once the provider is enabled with a valid key', async () => {
    const scenario = new ModeScenario()
    scenario.project.invalidReadsAfterPatch = 2
    scenario.addClusters('a')
    const { result } = await scenario.apply(wanted(['a']))
    expect(result.result).toBe('created')
    expect(scenario.atlas.lines.map((line) => line.split(' {')[0])).toEqual([
      'GET encryptionAtRest',
      'GET clusters',
      'PATCH encryptionAtRest',
      'GET encryptionAtRest',
      'GET encryptionAtRest',
      'PATCH clusters/a AWS',
      'GET clusters/a',
    ])
  })

  test('no cluster if the key does not become valid in time, and says what is at stake', async () => {
    const scenario = withClusters('a', { name: 'b', encryptionAtRestProvider: 'AWS' })
    scenario.project.brokenKeys.add(scenario.project.blocks.awsKms?.customerMasterKeyID as string)
    const { result } = await scenario.apply(wanted('all'))
    expect(result).toMatchObject({
      result: 'failed',
      failureReason: 'invalid',
      error: null,
      atRisk: { clusters: ['b'] },
    })
    expect(scenario.atlas.changes).toEqual([])
    expect(result.clusters.map(({ name, actual }) => [name, actual])).toEqual([
      ['a', 'NONE'],
      ['b', 'AWS'],
    ])
  })

  test('no further cluster once the key is no longer valid', async () => {
    const scenario = withClusters('a', 'b', 'c')
    scenario.atlas.hook = ({ line }) => {
      if (line === 'PATCH clusters/b AWS') scenario.project.invalidReads = 1
    }
    const { result } = await scenario.apply(wanted('all'))
    expect(result).toMatchObject({ result: 'failed', failureReason: 'invalid', error: null, changed: true })
    expect(scenario.atlas.changes).toEqual(['PATCH clusters/a AWS', 'PATCH clusters/b AWS'])
    expect(result.clusters.map(({ actual }) => actual)).toEqual(['AWS', 'AWS', 'NONE'])
  })

  test('no cluster with a key that was not read again after a long wait for another one', async () => {
    const scenario = withClusters(
      {
        name: 'a',
        encryptionAtRestProvider: 'AWS',
        stateName: 'UPDATING',
        underWay: { until: Number.MAX_SAFE_INTEGER },
      },
      'b',
    )
    const until = scenario.clock.now() + HOUR_MS
    Object.assign(scenario.project.clusters[0] as object, { underWay: { until } })
    scenario.atlas.hook = ({ line }) => {
      if (line === 'GET clusters/a') scenario.project.invalidReads = 9
    }
    const { result } = await scenario.apply(wanted('all'))
    expect(result).toMatchObject({ result: 'failed', failureReason: 'invalid' })
    expect(scenario.atlas.changes).toEqual([])
  })
})

describe('a named cluster that cannot be switched', () => {
  test.each(['apply', 'plan'] as const)('is an error in %s that names each, before anything is sent', async (mode) => {
    const scenario = new ModeScenario()
    scenario.addClusters('a', sharedCluster('free', 'M2'))
    const { result } = await scenario.run(mode, wanted(['a', 'free', 'nowhere']))
    expect(result).toMatchObject({ result: 'failed', failureReason: 'error', error: { code: 'INPUT' }, changed: false })
    expect(result.error?.message).toMatch(/free.*nowhere.*Flex and serverless/)
    expect(scenario.atlas.changes).toEqual([])
  })

  test('is a difference without an actual value in drift', async () => {
    const scenario = withClusters({ name: 'a', encryptionAtRestProvider: 'AWS' }, sharedCluster('free'))
    const { result } = await scenario.run('drift', wanted(['a', 'free', 'nowhere']))
    expect(result).toMatchObject({ failureReason: 'drift', error: null })
    expect(result.differences).toEqual([
      { provider: 'aws', field: 'clusters.free', expected: 'AWS', actual: null },
      { provider: 'aws', field: 'clusters.nowhere', expected: 'AWS', actual: null },
    ])
  })

  test('is left out of `all` if it is shared, and named in one line of log', async () => {
    const scenario = withClusters('a', sharedCluster('free'), sharedCluster('small', 'M5'))
    const { result, run } = await scenario.apply(wanted('all'))
    expect(result.clusters.map(({ name }) => name)).toEqual(['a'])
    expect(run.texts.filter((text) => /free/.test(text))).toEqual([expect.stringMatching(/free.*small/)])
  })
})

describe('a cluster that was sent its change', () => {
  test('is looked at after 10 s, then at intervals that grow up to a minute', async () => {
    const scenario = withClusters({ name: 'a', switchMs: 300_000 })
    await scenario.apply(wanted(['a']))
    const looks = scenario.atlas.requests.filter(({ line }) => line === 'GET clusters/a').map(({ at }) => at)
    expect(looks).toEqual([10, 25, 47.5, 81.25, 131.875, 191.875, 251.875, 311.875])
  })

  test('is done only when it is idle and has the provider', async () => {
    const scenario = withClusters({ name: 'a', switchLooks: 1, staleLooks: 2, reportsOldProvider: true })
    const { result } = await scenario.apply(wanted(['a']))
    expect(scenario.atlas.lines.filter((line) => line === 'GET clusters/a')).toHaveLength(4)
    expect(scenario.atlas.changes).toHaveLength(1)
    expect(result.clusters).toEqual([{ name: 'a', expected: 'AWS', actual: 'AWS', state: 'IDLE' }])
  })

  test('is in the log when it is sent, at most once a minute, and when it is done', async () => {
    const scenario = withClusters({ name: 'a', switchMs: 200_000 })
    const { run } = await scenario.apply(wanted(['a']))
    const notes = run.events.filter(({ event }) => event.type === 'note')
    expect(notes.map(({ at, event }) => [at, 'text' in event && event.text])).toEqual([
      [0, 'Switching cluster a: NONE → AWS'],
      [81.25, 'Waiting for cluster a: UPDATING, 1 min 21 s so far'],
      [191.875, 'Waiting for cluster a: UPDATING, 3 min 12 s so far'],
      [251.875, 'Cluster a is switched to AWS (4 min 12 s)'],
    ])
  })

  test('is an error past `wait-timeout`, and further clusters are left alone', async () => {
    const scenario = withClusters({ name: 'a', switchMs: HOUR_MS }, 'b')
    const { result } = await scenario.apply(wanted('all'), { limits: { waitTimeout: 900 } })
    expect(result).toMatchObject({ failureReason: 'error', error: { code: 'CLUSTER_NOT_READY' }, changed: true })
    expect(result.error?.message).toMatch(/a was not ready within 900 s.*Atlas continues on its own.*same apply again/)
    expect(scenario.atlas.requests.at(-1)).toMatchObject({ line: 'GET clusters/a', at: 900 })
    expect(scenario.atlas.changes).toEqual(['PATCH clusters/a AWS'])
    expect(result.clusters).toEqual([
      { name: 'a', expected: 'AWS', actual: 'AWS', state: 'UPDATING' },
      { name: 'b', expected: 'AWS', actual: 'NONE', state: 'IDLE' },
    ])
  })

  test('has a time of its own', async () => {
    const scenario = withClusters({ name: 'a', switchMs: 800_000 }, { name: 'b', switchMs: 800_000 })
    const { result } = await scenario.apply(wanted('all'), { limits: { waitTimeout: 900 } })
    expect(result.result).toBe('updated')
  })

  test('is an error if it is gone, and further clusters are left alone', async () => {
    const scenario = withClusters('a', 'b')
    scenario.atlas.hook = ({ line }) => {
      if (line === 'GET clusters/a') scenario.project.clusters.shift()
    }
    const { result } = await scenario.apply(wanted('all'))
    expect(result).toMatchObject({ failureReason: 'error', error: { message: expect.stringContaining('Cluster a') } })
    expect(scenario.atlas.changes).toEqual(['PATCH clusters/a AWS'])
  })
})

describe('a look at a cluster that fails', () => {
  const failure = (code: string, status: number) => refused(code, status)

  test.each([429, 500, 502, 503, 504])('with HTTP %i is repeated', async (status) => {
    const scenario = withClusters('a')
    scenario.atlas.faults.push({ line: /GET clusters\/a/, times: 3, error: failure('UNEXPECTED_ERROR', status) })
    expect((await scenario.apply(wanted(['a']))).result.result).toBe('updated')
    expect(scenario.atlas.changes).toHaveLength(1)
  })

  test('until `wait-timeout`; then the error has the code of the last look and names the cluster', async () => {
    const scenario = withClusters('a', 'b')
    scenario.atlas.faults.push({ line: /GET clusters\/a/, times: 999, error: failure('UNEXPECTED_ERROR', 500) })
    const { result } = await scenario.apply(wanted('all'), { limits: { waitTimeout: 600 } })
    expect(result.error).toMatchObject({ code: 'UNEXPECTED_ERROR', message: expect.stringContaining('cluster a') })
    expect(scenario.atlas.requests.at(-1)?.at).toBe(600)
  })

  test('with a refusal ends the wait', async () => {
    const scenario = withClusters('a')
    scenario.atlas.faults.push({ line: /GET clusters\/a/, error: failure('USER_UNAUTHORIZED', 403) })
    const { result } = await scenario.apply(wanted(['a']))
    expect(result.error).toMatchObject({ code: 'USER_UNAUTHORIZED', message: expect.stringContaining('cluster a') })
  })
})

describe('a cluster that is not idle when its turn comes', () => {
  /** A cluster on which Atlas still works for so long. */
  const busy = (scenario: ModeScenario, name: string, ms: number, given: object = {}) =>
    scenario.addClusters({ name, stateName: 'UPDATING', underWay: { until: scenario.clock.now() + ms }, ...given })

  test('is waited for first', async () => {
    const scenario = withClusters()
    busy(scenario, 'a', 30_000)
    const { result } = await scenario.apply(wanted(['a']))
    expect(result.result).toBe('updated')
    const sent = scenario.atlas.requests.find(({ line }) => line.startsWith('PATCH'))
    expect(sent?.at).toBe(47.5)
  })

  test('is not sent the change of an earlier run again', async () => {
    const scenario = withClusters({ name: 'a', switchMs: HOUR_MS }, 'b')
    const first = await scenario.apply(wanted('all'), { limits: { waitTimeout: 60 } })
    expect(first.result.error?.code).toBe('CLUSTER_NOT_READY')
    const second = await scenario.apply(wanted('all'))
    expect(second.result).toMatchObject({ result: 'updated', error: null })
    expect(scenario.atlas.changes).toEqual(['PATCH clusters/a AWS', 'PATCH clusters/b AWS'])
  })

  test('but has the provider is no difference, and is waited for all the same', async () => {
    const scenario = withClusters()
    busy(scenario, 'a', 30_000, { encryptionAtRestProvider: 'AWS' })
    const { result } = await scenario.apply(wanted(['a']))
    expect(result).toMatchObject({ result: 'unchanged', drifted: false, differences: [] })
    expect(result.clusters).toEqual([{ name: 'a', expected: 'AWS', actual: 'AWS', state: 'IDLE' }])
  })

  test('is found out even if it was idle when the list was read, before a wait for the key', async () => {
    const scenario = new ModeScenario()
    scenario.addClusters('a')
    scenario.project.invalidReadsAfterPatch = 3
    scenario.atlas.hook = ({ line }, moment) => {
      if (line.startsWith('PATCH encryptionAtRest') && moment === 'before') {
        const underWay = { until: scenario.clock.now() + 60_000 }
        Object.assign(scenario.project.clusters[0] as object, { stateName: 'UPDATING', underWay })
      }
    }
    await scenario.apply(wanted(['a']))
    expect(scenario.project.clusterChanges).toMatchObject([{ name: 'a', stateName: 'IDLE' }])
  })

  test('is skipped with a warning if `wait-timeout` is 0', async () => {
    const scenario = withClusters('b')
    busy(scenario, 'a', HOUR_MS)
    const { result, run } = await scenario.apply(wanted('all'), { limits: { waitTimeout: 0 } })
    expect(result.result).toBe('updated')
    expect(scenario.atlas.changes).toEqual(['PATCH clusters/b AWS'])
    const warnings = run.events.filter(({ event }) => event.type === 'warning')
    expect(warnings).toMatchObject([{ event: { text: expect.stringMatching(/Cluster a .*not idle \(UPDATING\)/) } }])
  })
})

test('with `wait-timeout: 0` every change is sent, the key is read in between, and nothing is waited for', async () => {
  const scenario = withClusters('a', 'b', { name: 'c', switchMs: HOUR_MS })
  const { result } = await scenario.apply(wanted('all'), { limits: { waitTimeout: 0 } })
  expect(result).toMatchObject({ result: 'updated', error: null })
  expect(scenario.atlas.requests.at(-1)?.at).toBe(0)
  expect(scenario.atlas.lines.slice(2)).toEqual([
    'PATCH clusters/a AWS',
    'GET encryptionAtRest',
    'PATCH clusters/b AWS',
    'GET encryptionAtRest',
    'PATCH clusters/c AWS',
  ])
})

describe('a paused cluster', () => {
  test('is left out, the others are switched, and the project ends with an error that names it', async () => {
    const scenario = withClusters({ name: 'a', paused: true }, 'b', { name: 'c', paused: true })
    const { result } = await scenario.apply(wanted('all'))
    expect(result).toMatchObject({ failureReason: 'error', error: { code: 'CLUSTER_PAUSED' }, changed: true })
    expect(result.error?.message).toMatch(/paused.*a, c/)
    expect(scenario.atlas.changes).toEqual(['PATCH clusters/b AWS'])
  })

  test('that has the key is none of the error’s', async () => {
    const scenario = withClusters({ name: 'a', paused: true, encryptionAtRestProvider: 'AWS' }, 'b')
    expect((await scenario.apply(wanted('all'))).result.result).toBe('updated')
  })
})

describe('a change of a cluster that Atlas refuses', () => {
  test('is an error that names the cluster, with code and detail, and further clusters are left alone', async () => {
    const scenario = withClusters({ name: 'a', encryptionAtRestProvider: 'GCP', refusesDirectChange: true }, 'b')
    const { result } = await scenario.apply(wanted('all'))
    const code = 'CANNOT_CHANGE_ENCRYPTION_AT_REST_PROVIDER'
    expect(result).toMatchObject({ failureReason: 'error', error: { code }, changed: false, stateUnknown: false })
    expect(result.error?.message).toMatch(/Cluster a was not switched.*disable and re-enable/)
    expect(scenario.atlas.changes).toEqual(['PATCH clusters/a AWS'])
  })

  test('for another reason than a role keeps the advice of that reason', async () => {
    const scenario = withClusters('a')
    const parts = { what: safe`It was refused.`, advice: safe`Add the address to the access list.` }
    const error = new AtlasApiError(safe`IP_ADDRESS_NOT_ON_ACCESS_LIST`, parts, 403)
    scenario.atlas.faults.push({ line: /PATCH clusters/, error })
    const { result } = await scenario.apply(wanted(['a']))
    expect(result.error?.parts).toEqual({ ...parts, what: 'Cluster a was not switched: It was refused.' })
  })

  test('with 403 names the role that is missing', async () => {
    const scenario = withClusters('a')
    scenario.atlas.faults.push({ line: /PATCH clusters/, error: refused('USER_UNAUTHORIZED', 403) })
    const { result } = await scenario.apply(wanted(['a']))
    expect(result.error?.message).toMatch(/Cluster a .*Project Cluster Manager/)
  })
})
