import { describe, expect, test } from '@jest/globals'
import type { Fault } from '../../fake-atlas/faults.ts'
import { hang, reset, respondWith } from '../../fake-atlas/faults.ts'
import { AS_SERVICE_ACCOUNT, CONFIGURATIONS } from '../../harness/fixtures.ts'
import { withScenario } from '../../harness/scenario.ts'

const { inputs } = CONFIGURATIONS.aws
const NOW = { 'retry-after': '0' }

describe('a change whose answer is lost', () => {
  const UNREADABLE: readonly [name: string, handler: Fault['handler']][] = [
    ['nothing', respondWith(204)],
    ['HTML', respondWith(200, '<html>Fine.</html>')],
    ['a known field of a wrong type', respondWith(200, { awsKms: { enabled: 'yes' } })],
  ]
  test.each(UNREADABLE)('a PATCH that was accepted with %s: Atlas is asked what it has', (_, handler) =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({ method: 'PATCH', afterwards: true, handler })
      const { outputs, warnings } = await runStep(inputs)
      expect(outputs).toMatchObject({ result: 'created', changed: 'true', valid: 'true' })
      expect(warnings).toEqual([])
      expect(atlas.patches).toHaveLength(1)
    }),
  )

  test.each(UNREADABLE)('the same in the wrong envelope: %s', (_, handler) =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({ method: 'PATCH', afterwards: true, handler })
      const { outputs } = await runStep({ ...inputs, envelope: 'true' })
      expect(outputs).toMatchObject({ result: 'created', changed: 'true' })
    }),
  )

  test('a PATCH that was accepted, and then nothing: what was reported before is not called the truth', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push(
        { method: 'PATCH', handler: respondWith(204) },
        { method: 'GET', skip: 1, times: 9, handler: respondWith(403, {}) },
      )
      const { outputs, warnings } = await runStep(inputs)
      expect(outputs).toMatchObject({ 'failure-reason': 'error', changed: 'true' })
      expect(warnings).toEqual([expect.stringContaining('state is unknown')])
    }))

  test('a refusal, in an envelope or not, says nothing of a request that was lost before', () =>
    withScenario(async ({ atlas, runStep }) => {
      for (const envelope of ['true', 'false']) {
        atlas.faults.push({ method: 'PATCH', handler: reset })
        atlas.faults.push({
          method: 'PATCH',
          handler: envelope === 'true' ? respondWith(200, { status: 400, content: {} }) : respondWith(400, {}),
        })
        expect((await runStep({ ...inputs, envelope })).warnings).toEqual([expect.stringContaining('state is unknown')])
      }
    }))

  test('a list that is longer than any of Atlas ends', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      const results = Array.from({ length: 20_000 }, () => ({}))
      const links = [{ rel: 'next', href: 'https://elsewhere.invalid/' }]
      scenario.atlas.faults.push({ path: /clusters/, times: 99, handler: respondWith(200, { results, links }) })
      const { errors } = await scenario.runStep({ provider: 'aws', enabled: 'false' })
      expect(errors[0]).toContain('longer than any')
      expect(scenario.atlas.patches).toEqual([])
    }))
})

describe('what cannot heal', () => {
  test('attempts are counted', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({ times: 99, handler: respondWith(503, '', NOW) })
      const { errors, log } = await runStep({ ...inputs, retries: '2' })
      expect(atlas.requests).toHaveLength(4) // one to be challenged
      expect(log.filter((line) => line.includes('trying again'))).toHaveLength(2)
      expect(errors[0]).toContain('Given up after 3 attempts')
    }))

  test('a lost PATCH names itself, and says that the state is unknown', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({ method: 'PATCH', afterwards: true, handler: reset })
      const { errors, warnings } = await runStep({ ...inputs, retries: '0' })
      expect(errors[0]).toMatch(/^PATCH encryptionAtRest: .*`atlas-base-url`/)
      expect(warnings).toEqual([expect.stringContaining('state is unknown')])
    }))

  test('a server that asks nobody for credentials gets no body; what it said stays known', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws', { region: 'EU_WEST_1' })
      scenario.atlas.skipsAuthentication = true
      const { errors, outputs, warnings } = await scenario.runStep(inputs)
      expect(errors[0]).toContain('without asking for credentials')
      expect(scenario.atlas.patches).toEqual([])
      expect(outputs).toMatchObject({ drifted: 'true', enabled: 'true', changed: 'false' })
      expect(warnings).toEqual([])
    }))
})

describe('the token', () => {
  test('that cannot be had for the PATCH: nothing was sent, and no state is called unknown', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.oauth.expiresInSeconds = 1
      atlas.faults.push({
        path: /oauth\/token/,
        skip: 1,
        times: 9,
        handler: respondWith(401, { error: 'invalid_client' }),
      })
      const { warnings, outputs } = await runStep({ ...inputs, ...AS_SERVICE_ACCOUNT })
      expect(outputs).toMatchObject({ 'failure-reason': 'error', changed: 'false', drifted: 'true' })
      expect(warnings).toEqual([])
      expect(atlas.patches).toEqual([])
    }))

  test('is replaced once a request, over all its attempts', () =>
    withScenario(async ({ atlas, runStep }) => {
      const refused = respondWith(401, {}, { 'www-authenticate': 'Bearer error="invalid_token"' })
      const get = { method: 'GET', path: /encryptionAtRest/ }
      atlas.faults.push(
        { ...get, handler: refused },
        { ...get, handler: respondWith(503, '', NOW) },
        { ...get, handler: refused },
      )
      await runStep({ ...inputs, ...AS_SERVICE_ACCOUNT })
      expect(atlas.oauth.issued).toHaveLength(2)
    }))

  test('is replaced if the envelope says that it was refused', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({ method: 'GET', handler: respondWith(200, { status: 401, content: {} }) })
      const { outputs } = await runStep({ ...inputs, ...AS_SERVICE_ACCOUNT, envelope: 'true' })
      expect(outputs.result).toBe('created')
      expect(atlas.oauth.issued).toHaveLength(2)
    }))

  test('that nobody takes back does not keep the run waiting', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.atlas.faults.push({ path: /revoke/, handler: hang })
      const { outputs, durationMs } = await scenario.runStep({ mode: 'verify', timeout: '1', ...AS_SERVICE_ACCOUNT })
      expect(outputs.result).toBe('passed')
      expect(durationMs).toBeLessThan(3000)
    }))
})

describe('timeout', () => {
  test('in the middle of a PATCH: the state is unknown, and said to be', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({ method: 'PATCH', afterwards: true, handler: hang })
      const { outputs, warnings, summary } = await runStep({ ...inputs, timeout: '2' })
      expect(warnings).toEqual([expect.stringContaining('state is unknown')])
      expect(summary).toContain('A change was under way')
      expect(outputs).toMatchObject({ 'failure-reason': 'error', changed: 'false', drifted: 'true' })
    }))
})
