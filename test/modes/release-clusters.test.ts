import { describe, expect, test } from '@jest/globals'
import { desired, differencesOf, ModeScenario, provider } from './mode-scenario.ts'

const HOUR_MS = 3_600_000

/** A scenario in which AWS is enabled, and all clusters use its key unless they say otherwise. */
function withClusters(...clusters: Parameters<ModeScenario['addClusters']>): ModeScenario {
  const scenario = new ModeScenario()
  scenario.enable('aws')
  scenario.addClusters(
    ...clusters.map((cluster) => ({
      encryptionAtRestProvider: 'AWS' as const,
      ...(typeof cluster === 'string' ? { name: cluster } : cluster),
    })),
  )
  return scenario
}

const disabled = (clusters: 'all' | string[]) => desired(provider('aws', { enabled: false, clusters }))
const breakKey = ({ project }: ModeScenario) =>
  project.brokenKeys.add(project.blocks.awsKms?.customerMasterKeyID as string)
const DISABLE = 'PATCH encryptionAtRest {"awsKms":{"enabled":false}}'

describe('apply with `enabled: false` and clusters', () => {
  test('takes the key from the clusters one after the other, then disables the provider', async () => {
    const scenario = withClusters({ name: 'a', switchMs: HOUR_MS }, 'b')
    const { result } = await scenario.apply(disabled('all'))
    expect(result).toMatchObject({ result: 'disabled', changed: true, valid: false, enabled: false })
    expect(scenario.atlas.changes).toEqual(['PATCH clusters/a NONE', 'PATCH clusters/b NONE', DISABLE])
    expect(result.clusters).toEqual([
      { name: 'a', expected: 'NONE', actual: 'NONE', state: 'IDLE' },
      { name: 'b', expected: 'NONE', actual: 'NONE', state: 'IDLE' },
    ])
  })

  test('leaves clusters alone that use another provider or no key', async () => {
    const scenario = withClusters(
      'a',
      { name: 'b', encryptionAtRestProvider: 'GCP' },
      { name: 'c', encryptionAtRestProvider: 'NONE' },
    )
    await scenario.apply(disabled('all'))
    expect(scenario.atlas.changes).toEqual(['PATCH clusters/a NONE', DISABLE])
  })

  test('fails before anything is sent if a cluster that uses the provider is not in the list', async () => {
    const scenario = withClusters('a', 'forgotten')
    const { result } = await scenario.apply(disabled(['a']))
    expect(result.error).toMatchObject({
      code: 'CANNOT_DISABLE_ENCRYPTION_AT_REST',
      message: expect.stringContaining('forgotten'),
    })
    expect(scenario.atlas.changes).toEqual([])
  })

  test('is not stopped by a key that is not valid', async () => {
    const scenario = withClusters('a', 'b')
    breakKey(scenario)
    expect((await scenario.apply(disabled('all'))).result.result).toBe('disabled')
  })

  test('leaves the provider enabled if a cluster is paused, and names it', async () => {
    const scenario = withClusters({ name: 'a', paused: true }, 'b')
    const { result } = await scenario.apply(disabled('all'))
    expect(result).toMatchObject({ error: { code: 'CLUSTER_PAUSED' }, changed: true, enabled: true })
    expect(scenario.atlas.changes).toEqual(['PATCH clusters/b NONE'])
  })

  test('leaves the provider enabled past `wait-timeout`', async () => {
    const scenario = withClusters({ name: 'a', switchMs: HOUR_MS }, 'b')
    const { result } = await scenario.apply(disabled('all'), { limits: { waitTimeout: 600 } })
    expect(result).toMatchObject({ error: { code: 'CLUSTER_NOT_READY' }, enabled: true })
    expect(scenario.atlas.changes).toEqual(['PATCH clusters/a NONE'])
  })

  test('leaves the provider enabled with `wait-timeout: 0`, and the next run disables it', async () => {
    const scenario = withClusters({ name: 'a', switchMs: HOUR_MS }, 'b')
    const limits = { waitTimeout: 0 }
    const first = await scenario.apply(disabled('all'), { limits })
    expect(first.result).toMatchObject({ result: 'updated', error: null, valid: true, enabled: true })
    expect(scenario.atlas.changes).toEqual(['PATCH clusters/a NONE', 'PATCH clusters/b NONE'])
    expect(first.run.texts).toContainEqual(expect.stringMatching(/AWS KMS is still enabled.*same apply again/))

    const tooEarly = await scenario.apply(disabled('all'), { limits })
    expect(tooEarly.result).toMatchObject({ result: 'unchanged', error: null, enabled: true })
    const second = await scenario.apply(disabled('all'))
    expect(second.result).toMatchObject({ result: 'disabled', enabled: false })
    expect(scenario.atlas.changes.slice(2)).toEqual([DISABLE])
  })

  test('with `wait-timeout: 0` reports `valid` as Atlas does', async () => {
    const scenario = withClusters('a')
    breakKey(scenario)
    const { result } = await scenario.apply(disabled('all'), { limits: { waitTimeout: 0 } })
    expect(result).toMatchObject({ result: 'updated', valid: false, enabled: true })
  })

  test('goes on where an earlier run stopped, without sending a change again', async () => {
    const scenario = withClusters({ name: 'a', switchMs: HOUR_MS }, 'b')
    await scenario.apply(disabled('all'), { limits: { waitTimeout: 60 } })
    const { result } = await scenario.apply(disabled('all'))
    expect(result.result).toBe('disabled')
    expect(scenario.atlas.changes).toEqual(['PATCH clusters/a NONE', 'PATCH clusters/b NONE', DISABLE])
  })

  test('is a difference in drift for each named cluster that still uses the provider', async () => {
    const scenario = withClusters('a', { name: 'b', encryptionAtRestProvider: 'NONE' })
    const { result } = await scenario.run('drift', disabled(['a', 'b']))
    expect(result.failureReason).toBe('drift')
    expect(differencesOf(result)).toEqual([
      ['aws', 'enabled', false, true],
      ['aws', 'clusters.a', 'NONE', 'AWS'],
    ])
  })
})

describe('a move from one provider to another in one apply', () => {
  const moved = (clusters: 'all' | string[]) =>
    desired(provider('azure', { clusters }), provider('aws', { enabled: false }))

  test('enables the new provider, switches the clusters, then disables the old one', async () => {
    const scenario = withClusters({ name: 'a', switchMs: HOUR_MS }, 'b')
    const { result } = await scenario.apply(moved('all'))
    expect(result).toMatchObject({ result: 'created', changed: true, valid: true })
    expect(scenario.atlas.changes).toEqual([
      expect.stringMatching(/^PATCH encryptionAtRest \{"azureKeyVault":\{"enabled":true,(?!.*awsKms)/),
      'PATCH clusters/a AZURE',
      'PATCH clusters/b AZURE',
      DISABLE,
    ])
  })

  test('logs each PATCH with what it sends', async () => {
    const scenario = withClusters('a')
    const { run } = await scenario.apply(moved('all'))
    const sent = run.events.flatMap(({ event }) => (event.type === 'patch' ? [Object.keys(event.patch)] : []))
    expect(sent).toEqual([['azureKeyVault'], ['awsKms']])
  })

  test('shows as sent only what was sent, if the old provider stays enabled', async () => {
    const scenario = withClusters('a')
    const { result } = await scenario.apply(moved('all'), { limits: { waitTimeout: 0 } })
    expect(Object.keys(result.patch ?? {})).toEqual(['azureKeyVault'])
  })

  test('fails before anything is sent if another cluster still uses the old provider', async () => {
    const scenario = withClusters('a', 'forgotten')
    const { result } = await scenario.apply(moved(['a']))
    expect(result.error?.message).toContain('forgotten')
    expect(scenario.atlas.changes).toEqual([])
  })

  test.each([
    ['with a paused cluster', { paused: true }, {}],
    ['with `wait-timeout: 0`', {}, { waitTimeout: 0 }],
  ])('leaves the old provider enabled %s', async (_, given, limits) => {
    const scenario = withClusters({ name: 'a', ...given }, 'b')
    await scenario.apply(moved('all'), { limits })
    expect(scenario.project.blocks.awsKms).toMatchObject({ enabled: true })
    expect(scenario.atlas.changes).not.toContain(DISABLE)
    expect(scenario.atlas.changes).toContain('PATCH clusters/b AZURE')
  })

  test('is not begun with a new key that is not valid', async () => {
    const scenario = withClusters('a')
    scenario.project.brokenKeys.add(provider('azure').fields.keyIdentifier as string)
    const { result } = await scenario.apply(moved('all'))
    expect(result).toMatchObject({ result: 'failed', failureReason: 'invalid' })
    expect(scenario.atlas.changes).toEqual([expect.stringMatching(/azureKeyVault/)])
    expect(scenario.project.blocks.awsKms).toMatchObject({ enabled: true })
  })

  test('is shown by plan in these steps', async () => {
    const scenario = withClusters('a', 'b')
    const { result, run } = await scenario.run('plan', moved('all'))
    expect(result).toMatchObject({ result: 'planned', changed: true })
    expect(scenario.atlas.changes).toEqual([])
    const texts = run.texts.filter((text) => /switch cluster|disable/.test(text))
    expect(texts).toEqual([
      expect.stringContaining('cluster a: AWS → AZURE'),
      expect.stringContaining('cluster b: AWS → AZURE'),
      expect.stringMatching(/disable AWS KMS last/),
    ])
  })

  test('is compared part by part in drift', async () => {
    const scenario = withClusters('a')
    scenario.enable('azure')
    const { result } = await scenario.run('drift', moved('all'))
    expect(differencesOf(result)).toEqual([
      ['aws', 'enabled', false, true],
      ['azure', 'clusters.a', 'AZURE', 'AWS'],
    ])
  })

  test('keeps the old provider until clusters are done that an earlier run has sent their change', async () => {
    const scenario = withClusters({ name: 'a', switchMs: HOUR_MS })
    await scenario.apply(moved('all'), { limits: { waitTimeout: 60 } })
    const { result } = await scenario.apply(moved('all'))
    expect(result).toMatchObject({ result: 'disabled', error: null })
    expect(scenario.atlas.changes.slice(1)).toEqual(['PATCH clusters/a AZURE', DISABLE])
    expect(scenario.atlas.requests.at(-1)?.at).toBeGreaterThan(HOUR_MS / 1000)
  })
})

test('plan names each cluster and what it changes from and to, and says how long that may take', async () => {
  const scenario = new ModeScenario()
  scenario.addClusters('a', { name: 'b', encryptionAtRestProvider: 'GCP' })
  const { result, run } = await scenario.run('plan', desired(provider('aws', { clusters: 'all' })))
  expect(result).toMatchObject({ result: 'planned', changed: true })
  expect(run.texts).toEqual([
    expect.stringContaining('cluster a: NONE → AWS'),
    expect.stringContaining('cluster b: GCP → AWS'),
    expect.stringMatching(/rolling change without downtime, which can take hours/),
  ])
})

test('plan counts clusters as a change', async () => {
  const scenario = new ModeScenario()
  scenario.enable('aws')
  scenario.addClusters('a')
  const { result } = await scenario.run('plan', desired(provider('aws', { clusters: ['a'] })))
  expect(result).toMatchObject({ changed: true, patch: null })
  scenario.project.clusters[0] = { name: 'a', encryptionAtRestProvider: 'AWS' }
  const again = await scenario.run('plan', desired(provider('aws', { clusters: ['a'] })))
  expect(again.result.changed).toBe(false)
})
