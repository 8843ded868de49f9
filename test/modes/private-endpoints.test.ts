import { describe, expect, test } from '@jest/globals'
import { UnreadableResponseError } from '../../src/atlas/response.ts'
import type { DesiredProvider } from '../../src/domain/desired.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import type { EndpointScript } from '../fake-atlas/private-endpoints.ts'
import { lostResponse, refused } from '../harness/memory-atlas.ts'
import { desired, differencesOf, ModeScenario, provider } from './mode-scenario.ts'

const HOUR_MS = 3_600_000

/** A scenario in which the provider is enabled with private networking, and its regions behave as scripted. */
function withRegions(name: 'aws' | 'azure', scripts: Record<string, EndpointScript> = {}): ModeScenario {
  const scenario = new ModeScenario()
  scenario.enable(name, { requirePrivateNetworking: true })
  for (const [region, script] of Object.entries(scripts)) scenario.project.endpoints.scripts.set(region, script)
  return scenario
}

const aws = (...regions: string[]) => desired(provider('aws', { regions }))
const azure = (...regions: string[]) => desired(provider('azure', { regions }))
/** A line without ids and bodies. */
const short = (line: string): string => line.replace(/\/66f0\w+/, '/ID').replace(/ \{.*/, '')

describe('private endpoints are compared', () => {
  test('after the fields of the provider, each with its status', async () => {
    const scenario = withRegions('aws')
    scenario.project.blocks.awsKms = { ...scenario.project.blocks.awsKms, requirePrivateNetworking: false }
    scenario.project.privateEndpoints = [
      { provider: 'AWS', regionName: 'US_EAST_1', status: 'ACTIVE' },
      { provider: 'AWS', regionName: 'EU_WEST_1', status: 'PENDING_RECREATION' },
      { provider: 'AZURE', regionName: 'US_EAST_2', status: 'ACTIVE' },
    ]
    const { result } = await scenario.run('drift', aws('US_EAST_1', 'EU_WEST_1', 'US_EAST_2'))
    expect(differencesOf(result)).toEqual([
      ['aws', 'requirePrivateNetworking', true, false],
      ['aws', 'privateEndpoints.EU_WEST_1', 'ACTIVE', 'PENDING_RECREATION'],
      ['aws', 'privateEndpoints.US_EAST_2', 'ACTIVE', null],
    ])
    expect(result).toMatchObject({ failureReason: 'drift', drifted: true })
    expect(scenario.atlas.changes).toEqual([])
  })

  test.each(['INITIATING', 'PENDING_ACCEPTANCE', 'FAILED', 'PENDING_RECREATION', 'DELETING'])(
    'and %s is a difference',
    async (status) => {
      const scenario = withRegions('azure')
      scenario.project.privateEndpoints = [{ provider: 'AZURE', regionName: 'US_EAST_2', status }]
      const { result } = await scenario.run('drift', azure('US_EAST_2'))
      expect(differencesOf(result)).toEqual([['azure', 'privateEndpoints.US_EAST_2', 'ACTIVE', status]])
    },
  )

  test('but those in other regions are named in one line of log and left alone', async () => {
    const scenario = withRegions('aws')
    scenario.project.privateEndpoints = ['US_EAST_1', 'EU_WEST_1', 'EU_WEST_2'].map((regionName) => ({
      provider: 'AWS' as const,
      regionName,
      status: 'ACTIVE',
    }))
    const { result, run } = await scenario.apply(aws('US_EAST_1'))
    expect(result).toMatchObject({ result: 'unchanged', drifted: false })
    expect(run.texts).toEqual([expect.stringMatching(/other regions are left unchanged: EU_WEST_1, EU_WEST_2/)])
  })
})

describe('apply', () => {
  test('requires private networking first, creates all endpoints at once, waits, and checks the key again', async () => {
    const scenario = withRegions('aws', { US_EAST_1: { ms: HOUR_MS }, EU_WEST_1: { looks: 1 } })
    scenario.enable('aws')
    scenario.addClusters('a')
    const wanted = provider('aws', { regions: ['US_EAST_1', 'EU_WEST_1'], clusters: ['a'] })
    const { result } = await scenario.apply(desired(wanted))
    expect(result).toMatchObject({ result: 'updated', changed: true, valid: true, error: null })
    const lines = scenario.atlas.lines.map(short).filter((line, i, all) => line !== all[i - 1])
    expect(lines).toEqual([
      'GET encryptionAtRest',
      'GET AWS/privateEndpoints',
      'GET clusters',
      'PATCH encryptionAtRest',
      'POST AWS/privateEndpoints US_EAST_1',
      'POST AWS/privateEndpoints EU_WEST_1',
      'GET AWS/privateEndpoints/ID',
      'GET encryptionAtRest',
      'GET clusters/a',
      'PATCH clusters/a AWS',
      'GET clusters/a',
    ])
    const posts = scenario.atlas.requests.filter(({ line }) => line.startsWith('POST')).map(({ at }) => at)
    expect(posts).toEqual([0, 0])
    expect(result.privateEndpoints).toEqual([
      { provider: 'aws', region: 'US_EAST_1', status: 'ACTIVE', connectionName: null, id: expect.any(String) },
      { provider: 'aws', region: 'EU_WEST_1', status: 'ACTIVE', connectionName: null, id: expect.any(String) },
    ])
  })

  test('creates none where there is one', async () => {
    const scenario = withRegions('aws')
    scenario.project.privateEndpoints = [{ provider: 'AWS', regionName: 'US_EAST_1', status: 'ACTIVE' }]
    await scenario.apply(aws('US_EAST_1', 'EU_WEST_1'))
    expect(scenario.atlas.changes).toEqual(['POST AWS/privateEndpoints EU_WEST_1'])
  })

  test('looks after 10 s, then at intervals that grow up to a minute', async () => {
    const scenario = withRegions('aws', { US_EAST_1: { ms: 200_000 } })
    await scenario.apply(aws('US_EAST_1'))
    const looks = scenario.atlas.requests.filter(({ line }) => /GET .*66f0/.test(line)).map(({ at }) => at)
    expect(looks).toEqual([10, 25, 47.5, 81.25, 131.875, 191.875, 251.875])
  })

  test('gives each endpoint the whole `wait-timeout`', async () => {
    const scenario = withRegions('aws', { US_EAST_1: { ms: 500_000 }, EU_WEST_1: { ms: 1_000_000 } })
    const { result } = await scenario.apply(aws('US_EAST_1', 'EU_WEST_1'), { limits: { waitTimeout: 600 } })
    expect(result.result).toBe('updated')
  })

  test('fails as invalid if the key is not valid once the endpoints are there', async () => {
    const scenario = withRegions('aws', { US_EAST_1: { ms: HOUR_MS } })
    scenario.addClusters('a')
    scenario.atlas.hook = ({ line }) => {
      if (/GET .*66f0/.test(line)) scenario.project.invalidReads = 99
    }
    const wanted = provider('aws', { regions: ['US_EAST_1'], clusters: ['a'] })
    const { result } = await scenario.apply(desired(wanted))
    expect(result).toMatchObject({ result: 'failed', failureReason: 'invalid', error: null, changed: true })
    expect(scenario.atlas.changes).toEqual(['POST AWS/privateEndpoints US_EAST_1'])
  })

  test('waits for a valid key from the time on at which the endpoints are there', async () => {
    const scenario = withRegions('aws', { US_EAST_1: { ms: HOUR_MS } })
    scenario.project.invalidReads = 3
    const { result } = await scenario.apply(aws('US_EAST_1'))
    expect(result).toMatchObject({ result: 'updated', valid: true })
  })
})

describe('an endpoint', () => {
  test.each(['INITIATING', 'PENDING_RECREATION'])('that is %s is waited for', async (status) => {
    const scenario = withRegions('aws')
    const underWay = { looks: 3, until: 0, becomes: 'ACTIVE' as const }
    scenario.project.privateEndpoints = [{ provider: 'AWS', regionName: 'US_EAST_1', status, underWay }]
    const { result } = await scenario.apply(aws('US_EAST_1'))
    expect(result).toMatchObject({ result: 'unchanged', drifted: true, error: null })
    expect(result.privateEndpoints).toMatchObject([{ status: 'ACTIVE' }])
    expect(scenario.atlas.changes).toEqual([])
  })

  test('that is DELETING is waited for and created anew', async () => {
    const scenario = withRegions('aws')
    const underWay = { looks: 3, until: 0, becomes: 'GONE' as const }
    scenario.project.privateEndpoints = [{ provider: 'AWS', regionName: 'US_EAST_1', status: 'DELETING', underWay }]
    const { result } = await scenario.apply(aws('US_EAST_1'))
    expect(result).toMatchObject({ result: 'updated', error: null, privateEndpoints: [{ status: 'ACTIVE' }] })
    expect(scenario.atlas.changes).toEqual(['POST AWS/privateEndpoints US_EAST_1'])
  })

  test('that fails is an error with what Atlas says, and is not deleted', async () => {
    const scenario = withRegions('aws', { US_EAST_1: { looks: 1, becomes: 'FAILED', errorMessage: 'No capacity.' } })
    const { result } = await scenario.apply(aws('US_EAST_1'))
    expect(result.error).toMatchObject({ code: 'PRIVATE_ENDPOINT_FAILED', parts: { detail: 'No capacity.' } })
    expect(result.error?.message).toMatch(/US_EAST_1 failed: No capacity\./)
    expect(result.privateEndpoints).toMatchObject([{ region: 'US_EAST_1', status: 'FAILED' }])
    const again = await scenario.apply(aws('US_EAST_1'))
    expect(again.result.error?.code).toBe('PRIVATE_ENDPOINT_FAILED')
    expect(scenario.atlas.changes).toEqual(['POST AWS/privateEndpoints US_EAST_1'])
  })

  test.each(['INITIATING', 'PENDING_RECREATION', 'DELETING'])(
    'that is %s past `wait-timeout` is an error that says to run again',
    async (status) => {
      const scenario = withRegions('aws')
      scenario.project.privateEndpoints = [{ provider: 'AWS', regionName: 'US_EAST_1', status }]
      const { result } = await scenario.apply(aws('US_EAST_1'), { limits: { waitTimeout: 300 } })
      expect(result.error).toMatchObject({ code: 'PRIVATE_ENDPOINT_NOT_READY' })
      expect(result.error?.message).toMatch(new RegExp(`US_EAST_1.*300 s.*${status}.*same apply again`))
      expect(scenario.atlas.requests.at(-1)?.at).toBe(300)
    },
  )

  test('that is gone although nothing deletes it ends the wait with an error', async () => {
    const scenario = withRegions('aws', { US_EAST_1: { ms: HOUR_MS } })
    scenario.atlas.hook = ({ line, at }) => {
      if (/GET .*66f0/.test(line) && at > 20) scenario.project.privateEndpoints = []
    }
    const { result } = await scenario.apply(aws('US_EAST_1'))
    expect(result.error?.message).toMatch(/US_EAST_1 no longer exists/)
    expect(scenario.atlas.changes).toHaveLength(1)
  })

  test.each([429, 500, 503])('is looked at again after HTTP %i', async (status) => {
    const scenario = withRegions('aws', { US_EAST_1: { looks: 1 } })
    scenario.atlas.faults.push({ line: /GET .*66f0/, times: 4, error: refused('UNEXPECTED_ERROR', status) })
    expect((await scenario.apply(aws('US_EAST_1'))).result.result).toBe('updated')
  })
})

describe('an endpoint of Azure that waits for the owner of the vault', () => {
  const COMMAND =
    /az keyvault private-endpoint-connection approve --vault-name 'vault-prod' --resource-group 'keys-prod' --name '[\w.-]+'/

  test('is said once, with the connection and the command that approves it, and is waited for', async () => {
    const scenario = withRegions('azure', { US_EAST_2: { looks: 1 } })
    scenario.atlas.hook = ({ at }) => {
      const [endpoint] = scenario.project.privateEndpoints
      if (at > 300 && endpoint?.status === 'PENDING_ACCEPTANCE') {
        scenario.project.endpoints.approve(endpoint.privateEndpointConnectionName as string)
      }
    }
    const { result, run } = await scenario.apply(azure('US_EAST_2'))
    expect(result).toMatchObject({ result: 'updated', privateEndpoints: [{ status: 'ACTIVE' }] })
    expect(run.texts.filter((text) => COMMAND.test(text))).toEqual([
      expect.stringMatching(
        /owner of the key vault must approve .* US_EAST_2 \(connection vault-prod\.pe-.*`az keyvault.*`\.$/,
      ),
    ])
    expect(result.notes.some((note) => COMMAND.test(note))).toBe(true)
  })

  test('is an error with the command past `wait-timeout`', async () => {
    const scenario = withRegions('azure')
    const { result } = await scenario.apply(azure('US_EAST_2'), { limits: { waitTimeout: 600 } })
    expect(result.error).toMatchObject({ code: 'PRIVATE_ENDPOINT_PENDING_ACCEPTANCE' })
    expect(result.error?.message).toMatch(COMMAND)
    expect(result.privateEndpoints).toEqual([
      {
        provider: 'azure',
        region: 'US_EAST_2',
        status: 'PENDING_ACCEPTANCE',
        connectionName: expect.stringMatching(/^vault-prod\.pe-/),
        id: expect.any(String),
      },
    ])
  })

  test('is a warning with `wait-timeout: 0`', async () => {
    const scenario = withRegions('azure')
    scenario.project.privateEndpoints = [
      { provider: 'AZURE', regionName: 'US_EAST_2', status: 'PENDING_ACCEPTANCE' },
      { provider: 'AZURE', regionName: 'EUROPE_NORTH', status: 'INITIATING' },
    ]
    const { result, run } = await scenario.apply(azure('US_EAST_2', 'EUROPE_NORTH'), { limits: { waitTimeout: 0 } })
    expect(result).toMatchObject({ result: 'unchanged', error: null })
    const warnings = run.events.flatMap(({ event }) => (event.type === 'warning' ? [event.text] : []))
    expect(warnings).toEqual([
      expect.stringMatching(COMMAND),
      expect.stringMatching(/EUROPE_NORTH is not active yet \(INITIATING\)/),
    ])
    expect(scenario.atlas.requests.at(-1)?.at).toBe(0)
  })

  test('shows the command with the names that Atlas has if the workflow gives none', async () => {
    const scenario = withRegions('azure')
    const [given] = azure('US_EAST_2').providers
    const bare = desired({ ...(given as DesiredProvider), fields: { requirePrivateNetworking: true } })
    const { result } = await scenario.apply(bare, { limits: { waitTimeout: 600 } })
    expect(result.error?.message).toMatch(COMMAND)
  })

  test('shows no command if a name has characters that do not belong into one', async () => {
    const scenario = withRegions('azure')
    scenario.project.privateEndpoints = [
      {
        provider: 'AZURE',
        regionName: 'US_EAST_2',
        status: 'PENDING_ACCEPTANCE',
        privateEndpointConnectionName: `a'; rm -rf ~ #`,
      },
    ]
    const { run } = await scenario.apply(azure('US_EAST_2'), { limits: { waitTimeout: 0 } })
    expect(run.texts).toEqual([expect.stringContaining('must approve the private endpoint in US_EAST_2')])
    expect(run.texts[0]).not.toContain('az keyvault')
  })

  test('and was rejected is not ready', async () => {
    const scenario = withRegions('azure')
    scenario.atlas.hook = ({ at }) => {
      const [endpoint] = scenario.project.privateEndpoints
      if (at > 60 && endpoint?.status === 'PENDING_ACCEPTANCE') {
        scenario.project.endpoints.reject(endpoint.privateEndpointConnectionName as string)
      }
    }
    const { result } = await scenario.apply(azure('US_EAST_2'), { limits: { waitTimeout: 600 } })
    expect(result.error).toMatchObject({
      code: 'PRIVATE_ENDPOINT_NOT_READY',
      message: expect.stringContaining('PENDING_RECREATION'),
    })
  })
})

describe('the creation of an endpoint', () => {
  const POST = /POST AWS/

  test.each([
    ['is lost', lostResponse()],
    ['is lost in a gateway', refused('BAD_GATEWAY', 504)],
    ['cannot be read', new UnreadableResponseError(safe`unreadable`)],
  ])('whose response %s is not sent again if the list has the endpoint', async (_, error) => {
    const scenario = withRegions('aws')
    scenario.atlas.faults.push({ line: POST, error, isCarriedOut: true })
    const { result } = await scenario.apply(aws('US_EAST_1'))
    expect(result).toMatchObject({ result: 'updated', changed: true, stateUnknown: false })
    expect(scenario.atlas.changes).toHaveLength(1)
  })

  test('whose request was lost is sent again once the list was read', async () => {
    const scenario = withRegions('aws')
    scenario.atlas.faults.push({ line: POST, error: lostResponse() })
    const { result } = await scenario.apply(aws('US_EAST_1'))
    expect(result).toMatchObject({ result: 'updated', stateUnknown: false })
    expect(scenario.atlas.lines.slice(2, 5).map(short)).toEqual([
      'POST AWS/privateEndpoints US_EAST_1',
      'GET AWS/privateEndpoints',
      'POST AWS/privateEndpoints US_EAST_1',
    ])
  })

  test('that is refused leaves its region without a status', async () => {
    const scenario = withRegions('aws')
    scenario.atlas.faults.push({ line: POST, error: refused('VALIDATION_ERROR') })
    const { result } = await scenario.apply(aws('US_EAST_1'))
    expect(result).toMatchObject({ error: { code: 'VALIDATION_ERROR' }, changed: false, stateUnknown: false })
    expect(result.privateEndpoints).toEqual([
      { provider: 'aws', region: 'US_EAST_1', status: null, connectionName: null, id: null },
    ])
  })

  test.each(['CANCELLED', 'TIMEOUT'] as const)(
    'that is under way at the end of the run (%s) makes the state unknown',
    async (code) => {
      const scenario = withRegions('aws')
      const { result } = await scenario.apply(aws('US_EAST_1'), {
        onStart: (run) => {
          scenario.atlas.hook = ({ line }, moment) => {
            if (moment === 'before' || !POST.test(line)) return
            run.end(code)
            run.signal.throwIfAborted()
          }
        },
      })
      expect(result).toMatchObject({ error: { code }, stateUnknown: true })
    },
  )

  test('is shown by plan, which creates none', async () => {
    const scenario = withRegions('aws')
    const { result, run } = await scenario.run('plan', aws('US_EAST_1'))
    expect(result).toMatchObject({ result: 'planned', changed: true })
    expect(run.texts).toEqual([expect.stringMatching(/would create a private endpoint in US_EAST_1/)])
    expect(scenario.atlas.changes).toEqual([])
  })
})

test.each(['CANCELLED', 'TIMEOUT'] as const)(
  'a wait that ends by %s names the endpoint, and can be run again',
  async (code) => {
    const scenario = withRegions('aws', { US_EAST_1: { ms: HOUR_MS } })
    const { result } = await scenario.apply(aws('US_EAST_1'), {
      onStart: (run) => void run.clock.sleep(600_000, run.signal).then(() => run.end(code)),
    })
    expect(result).toMatchObject({ error: { code }, stateUnknown: false, changed: true })
    expect(result.error?.message).toMatch(/the private endpoint in US_EAST_1 was still pending/)
    const again = await scenario.apply(aws('US_EAST_1'))
    expect(again.result).toMatchObject({ error: null, privateEndpoints: [{ status: 'ACTIVE' }] })
    expect(scenario.atlas.changes).toHaveLength(1)
  },
)
