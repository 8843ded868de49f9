import { describe, expect, test } from '@jest/globals'
import type { EndpointScript, PrivateEndpoint } from '../fake-atlas/private-endpoints.ts'
import { lostResponse } from '../harness/memory-atlas.ts'
import { desired, ModeScenario, provider } from './mode-scenario.ts'

const HOUR_MS = 3_600_000
const DISABLE = 'PATCH encryptionAtRest {"awsKms":{"enabled":false}}'

/** A scenario in which AWS is enabled and has these private endpoints, `ACTIVE` unless they say otherwise. */
function withEndpoints(
  regions: Record<string, Partial<PrivateEndpoint>>,
  scripts: Record<string, EndpointScript> = {},
): ModeScenario {
  const scenario = new ModeScenario()
  scenario.enable('aws', { requirePrivateNetworking: true })
  scenario.project.privateEndpoints = Object.entries(regions).map(([regionName, given]) => ({
    provider: 'AWS' as const,
    regionName,
    status: 'ACTIVE',
    ...given,
  }))
  for (const [region, script] of Object.entries(scripts)) scenario.project.endpoints.scripts.set(region, script)
  return scenario
}

const disabled = (regions: string[], clusters?: string[]) =>
  desired(provider('aws', { enabled: false, regions, ...(clusters && { clusters }) }))
const short = (line: string): string => line.replace(/\/66f0\w+/, '/ID')

describe('apply with `enabled: false` and regions of private endpoints', () => {
  test('deletes the endpoints after the clusters, waits until they are gone, then disables the provider', async () => {
    const scenario = withEndpoints({ US_EAST_1: {}, EU_WEST_1: {} }, { EU_WEST_1: { deleteMs: HOUR_MS } })
    scenario.addClusters({ name: 'a', encryptionAtRestProvider: 'AWS', switchMs: HOUR_MS })
    const { result } = await scenario.apply(disabled(['US_EAST_1', 'EU_WEST_1'], ['a']))
    expect(result).toMatchObject({ result: 'disabled', changed: true, enabled: false, error: null })
    expect(scenario.atlas.changes.map(short)).toEqual([
      'PATCH clusters/a NONE',
      'DELETE AWS/privateEndpoints/ID',
      'DELETE AWS/privateEndpoints/ID',
      DISABLE,
    ])
    expect(scenario.atlas.requests.at(-1)?.at).toBeGreaterThan((2 * HOUR_MS) / 1000)
    expect(result.privateEndpoints.map(({ region, status }) => [region, status])).toEqual([
      ['US_EAST_1', null],
      ['EU_WEST_1', null],
    ])
  })

  test('fails before anything is sent if there are endpoints in other regions', async () => {
    const scenario = withEndpoints({ US_EAST_1: {}, EU_WEST_1: {} })
    scenario.addClusters({ name: 'a', encryptionAtRestProvider: 'AWS' })
    const { result } = await scenario.apply(disabled(['US_EAST_1'], ['a']))
    expect(result.error).toMatchObject({ message: expect.stringMatching(/EU_WEST_1 \(ACTIVE\)/) })
    expect(result.error?.message).not.toContain('US_EAST_1')
    expect(scenario.atlas.changes).toEqual([])
  })

  test('tries again, within `wait-timeout`, while an endpoint is still being provisioned', async () => {
    const scenario = withEndpoints({
      US_EAST_1: { status: 'INITIATING', underWay: { looks: 0, until: 1_000_000 + 45_000, becomes: 'ACTIVE' } },
    })
    const { result } = await scenario.apply(disabled(['US_EAST_1']))
    expect(result.result).toBe('disabled')
    const sent = scenario.atlas.requests.filter(({ line }) => line.startsWith('DELETE')).map(({ at }) => at)
    expect(sent).toEqual([0, 10, 20, 30, 40, 50])
  })

  test('fails with the code of Atlas if that takes longer than `wait-timeout`', async () => {
    const scenario = withEndpoints({ US_EAST_1: {} }, { US_EAST_1: { deletionsBlocked: 999 } })
    const { result } = await scenario.apply(disabled(['US_EAST_1']), { limits: { waitTimeout: 120 } })
    expect(result.error?.code).toBe('ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_DELETE_BLOCKED_DURING_PROVISIONING')
    expect(result).toMatchObject({ changed: false, enabled: true, stateUnknown: false })
    expect(scenario.atlas.requests.at(-1)?.at).toBe(120)
  })

  test('fails if an endpoint is not gone past `wait-timeout`, and leaves the provider enabled', async () => {
    const scenario = withEndpoints({ US_EAST_1: {} }, { US_EAST_1: { deleteMs: HOUR_MS } })
    const { result } = await scenario.apply(disabled(['US_EAST_1']), { limits: { waitTimeout: 300 } })
    expect(result.error).toMatchObject({ code: 'PRIVATE_ENDPOINT_NOT_READY' })
    expect(result.error?.message).toMatch(/US_EAST_1 was not deleted within 300 s.*DELETING/)
    expect(result.enabled).toBe(true)
    const again = await scenario.apply(disabled(['US_EAST_1']))
    expect(again.result.result).toBe('disabled')
    expect(scenario.atlas.changes.map(short)).toEqual(['DELETE AWS/privateEndpoints/ID', DISABLE])
  })

  test('with `wait-timeout: 0` deletes them, and the next run disables the provider', async () => {
    const scenario = withEndpoints({ US_EAST_1: {} }, { US_EAST_1: { deleteMs: HOUR_MS } })
    const first = await scenario.apply(disabled(['US_EAST_1']), { limits: { waitTimeout: 0 } })
    expect(first.result).toMatchObject({ result: 'updated', error: null, changed: true, enabled: true, valid: true })
    expect(first.run.texts).toContainEqual(expect.stringMatching(/AWS KMS is still enabled.*same apply again/))
    expect((await scenario.apply(disabled(['US_EAST_1']))).result.result).toBe('disabled')
    expect(scenario.atlas.changes.map(short)).toEqual(['DELETE AWS/privateEndpoints/ID', DISABLE])
  })

  test('disables the provider at once if there is no endpoint', async () => {
    const scenario = withEndpoints({})
    const { result } = await scenario.apply(disabled(['US_EAST_1']), { limits: { waitTimeout: 0 } })
    expect(result.result).toBe('disabled')
    expect(scenario.atlas.changes).toEqual([DISABLE])
  })

  test('is no difference for an endpoint in drift: the provider is', async () => {
    const scenario = withEndpoints({ US_EAST_1: {} })
    const { result } = await scenario.run('drift', disabled(['US_EAST_1']))
    expect(result.differences.map(({ field }) => field)).toEqual(['enabled'])
  })

  test('is shown by plan in this order', async () => {
    const scenario = withEndpoints({ US_EAST_1: {} })
    scenario.addClusters({ name: 'a', encryptionAtRestProvider: 'AWS' })
    const { result, run } = await scenario.run('plan', disabled(['US_EAST_1'], ['a']))
    expect(result.changed).toBe(true)
    const steps = run.texts.filter((text) => text.startsWith('Apply would'))
    expect(steps).toEqual([
      expect.stringContaining('switch cluster a: AWS → NONE'),
      expect.stringContaining('delete the private endpoint in US_EAST_1'),
      expect.stringContaining('disable AWS KMS last'),
    ])
  })
})

describe('the deletion of an endpoint', () => {
  const DELETE = /DELETE AWS/

  test('whose response is lost for good leaves the state unknown', async () => {
    const scenario = withEndpoints({ US_EAST_1: {} })
    scenario.atlas.faults.push({ line: DELETE, error: lostResponse() })
    const { result } = await scenario.apply(disabled(['US_EAST_1']))
    expect(result).toMatchObject({ error: { code: 'NETWORK' }, stateUnknown: true })
    expect((await scenario.apply(disabled(['US_EAST_1']))).result.result).toBe('disabled')
  })

  test.each(['CANCELLED', 'TIMEOUT'] as const)(
    'that is under way at the end of the run (%s) makes the state unknown, and can be run again',
    async (code) => {
      const scenario = withEndpoints({ US_EAST_1: {} })
      const { result } = await scenario.apply(disabled(['US_EAST_1']), {
        onStart: (run) => {
          scenario.atlas.hook = ({ line }, moment) => {
            if (moment === 'before' || !DELETE.test(line)) return
            run.end(code)
            run.signal.throwIfAborted()
          }
        },
      })
      expect(result).toMatchObject({ error: { code }, stateUnknown: true })
      scenario.atlas.hook = () => undefined
      expect((await scenario.apply(disabled(['US_EAST_1']))).result.result).toBe('disabled')
    },
  )

  test('that is waited for at the end of the run is named', async () => {
    const scenario = withEndpoints({ US_EAST_1: {} }, { US_EAST_1: { deleteMs: HOUR_MS } })
    const { result } = await scenario.apply(disabled(['US_EAST_1']), { seconds: 60 })
    expect(result).toMatchObject({ error: { code: 'TIMEOUT' }, stateUnknown: false })
    expect(result.error?.message).toMatch(/the deletion of the private endpoint in US_EAST_1 was still pending/)
  })
})
