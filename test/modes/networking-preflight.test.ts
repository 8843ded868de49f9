import { describe, expect, test } from '@jest/globals'
import type { CloudProvider, Cluster } from '../../src/domain/cluster.ts'
import type { Patch } from '../../src/domain/patch.ts'
import { requireSingleCloud } from '../../src/modes/networking-preflight.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { sanitized } from '../harness/context.ts'
import { ENABLE, fakeModeContext, inTurn, refused, textsOf } from './fake-context.ts'

const cluster = (name: string, ...clouds: CloudProvider[]): Cluster => ({
  name: sanitized(name),
  provider: 'NONE',
  paused: false,
  state: safe`IDLE`,
  providerNames: new Set(clouds),
  isShared: false,
})
const ON: Patch = { awsKms: { requirePrivateNetworking: true } }

describe('a change that switches private networking on', () => {
  test('passes if no cluster runs in several clouds', async () => {
    const listClusters = inTurn([cluster('a', 'AWS'), cluster('b', 'AZURE')])
    const context = fakeModeContext({ listClusters })
    await requireSingleCloud(context, ENABLE, ON)
    expect(context.run.events).toEqual([])
  })

  test.each<[string, Patch, RegExp]>([
    ['AWS does not support them', ON, /AWS KMS was not switched on.*does not support them: both, many\./],
    [
      'Azure would disable them',
      { azureKeyVault: { enabled: true, requirePrivateNetworking: true } },
      /Azure Key Vault.*would disable them: both, many\./,
    ],
  ])('fails with the names of those that do: %s', async (_, patch, what) => {
    const listClusters = inTurn([
      cluster('one', 'AWS'),
      cluster('both', 'AWS', 'GCP'),
      cluster('many', 'AWS', 'AZURE', 'GCP'),
    ])
    const checking = requireSingleCloud(fakeModeContext({ listClusters }), ENABLE, patch)
    await expect(checking).rejects.toMatchObject({
      code: 'INPUT',
      parts: { what: expect.stringMatching(what), advice: expect.stringContaining('single-cloud') },
    })
  })

  test.each([401, 403, 404])('goes on with a warning if the list is refused with %i', async (status) => {
    const context = fakeModeContext({ listClusters: inTurn<Cluster[]>(refused('X', status)) })
    await requireSingleCloud(context, ENABLE, ON)
    expect(textsOf(context.run, 'warning')).toEqual([expect.stringContaining(`cannot be read (HTTP ${status})`)])
  })

  test.each([400, 500])('fails if the list fails with %i', async (status) => {
    const context = fakeModeContext({ listClusters: inTurn<Cluster[]>(refused('X', status)) })
    await expect(requireSingleCloud(context, ENABLE, ON)).rejects.toMatchObject({ status })
  })
})

test.each<[string, Patch]>([
  ['other fields', { awsKms: { region: 'X' } }],
  ['private networking off', { awsKms: { requirePrivateNetworking: false } }],
  ['the project', { enabledForSearchNodes: true }],
  ['nothing', {}],
])('a change of %s needs no list', async (_, patch) => {
  await requireSingleCloud(fakeModeContext({}), ENABLE, patch)
})

test('the list is asked for once in a run', async () => {
  let asked = 0
  const listClusters = (): Promise<Cluster[]> => {
    asked += 1
    return Promise.resolve([])
  }
  const context = fakeModeContext({ listClusters })
  await requireSingleCloud(context, ENABLE, ON)
  await requireSingleCloud(context, ENABLE, ON)
  expect(asked).toBe(1)
})
