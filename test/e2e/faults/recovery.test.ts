import { describe, expect, test } from '@jest/globals'
import type { FaultHandler } from '../../fake-atlas/faults.ts'
import { reset, respondWith } from '../../fake-atlas/faults.ts'
import { AS_SERVICE_ACCOUNT, CONFIGURATIONS } from '../../harness/fixtures.ts'
import { withScenario } from '../../harness/scenario.ts'
import { timeOutAt } from '../../harness/time-out.ts'

const { inputs } = CONFIGURATIONS.aws
const NOW = { 'retry-after': '0' }

describe('a change whose response is lost', () => {
  const UNREADABLE: readonly [response: string, handler: FaultHandler][] = [
    ['no body', respondWith(204)],
    ['HTML', respondWith(200, '<html>Fine.</html>')],
    ['a known field of a wrong type', respondWith(200, { awsKms: { enabled: 'yes' } })],
  ]
  test.each(UNREADABLE)('is read back if the response has %s', (_, handler) =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({ method: 'PATCH', afterwards: true, handler })
      const { outputs, warnings } = await runStep(inputs)
      expect(outputs).toMatchObject({ result: 'created', changed: 'true', valid: 'true' })
      expect(warnings).toEqual([])
      expect(atlas.patches).toHaveLength(1)
    }),
  )

  test.each(UNREADABLE)('is read back if the response has %s instead of an envelope', (_, handler) =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({ method: 'PATCH', afterwards: true, handler })
      const { outputs } = await runStep({ ...inputs, envelope: 'true' })
      expect(outputs).toMatchObject({ result: 'created', changed: 'true' })
    }),
  )

  test('leaves the state unknown if it cannot be read back', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push(
        { method: 'PATCH', handler: respondWith(204) },
        { method: 'GET', skip: 1, times: 9, handler: respondWith(403, {}) },
      )
      const { outputs, warnings } = await runStep(inputs)
      expect(outputs).toMatchObject({ 'failure-reason': 'error', changed: 'true' })
      expect(warnings).toEqual([expect.stringContaining('state is unknown')])
    }))

  test('leaves the state unknown if the second attempt is refused', () =>
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

  test('is not sent if a list has more pages than any of Atlas', () =>
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

describe('an error that remains', () => {
  test('is reported with the number of attempts', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({ times: 99, handler: respondWith(503, '', NOW) })
      const { errors, log } = await runStep({ ...inputs, retries: '2' })
      expect(atlas.requests).toHaveLength(4) // The first one gets the challenge.
      expect(log.filter((line) => line.includes('trying again'))).toHaveLength(2)
      expect(errors[0]).toContain('Gave up after 3 attempts')
    }))

  test('on the PATCH names the request and warns that the state is unknown', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({ method: 'PATCH', afterwards: true, handler: reset })
      const { errors, warnings } = await runStep({ ...inputs, retries: '0' })
      expect(errors[0]).toMatch(/^PATCH encryptionAtRest: .*`atlas-base-url`/)
      expect(warnings).toEqual([expect.stringContaining('state is unknown')])
    }))

  test('a server that asks nobody for credentials gets no body, and nothing that it says is trusted', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws', { region: 'EU_WEST_1' })
      scenario.atlas.skipsAuthentication = true
      const { errors, outputs, warnings } = await scenario.runStep(inputs)
      expect(errors[0]).toContain('without asking for credentials')
      expect(scenario.atlas.patches).toEqual([])
      expect(outputs).toMatchObject({ drifted: 'false', enabled: 'false', changed: 'false' })
      expect(warnings).toEqual([])
    }))
})

describe('a token', () => {
  test('that cannot be fetched for the PATCH leaves the state known, since nothing was sent', () =>
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

  test('is replaced once for a request, over all its attempts', () =>
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

  test('is replaced if it is refused in an envelope of 200', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({ method: 'GET', handler: respondWith(200, { status: 401, content: {} }) })
      const { outputs } = await runStep({ ...inputs, ...AS_SERVICE_ACCOUNT, envelope: 'true' })
      expect(outputs.result).toBe('created')
      expect(atlas.oauth.issued).toHaveLength(2)
    }))
})

test('a PATCH that is in flight at the end of `timeout` leaves the state unknown', async () => {
  const { outputs, warnings, summary } = await timeOutAt((seconds, reached) =>
    withScenario(({ atlas, runStep }) => {
      atlas.faults.push({ method: 'PATCH', afterwards: true, handler: reached })
      return runStep({ ...inputs, timeout: String(seconds) })
    }),
  )
  expect(warnings).toEqual([expect.stringContaining('state is unknown')])
  expect(summary).toContain('A change was in progress')
  expect(outputs).toMatchObject({ 'failure-reason': 'error', changed: 'false', drifted: 'true' })
})
