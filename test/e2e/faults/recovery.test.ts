import { describe, expect, test } from '@jest/globals'
import type { Fault } from '../../fake-atlas/faults.ts'
import { answer, hang, reset } from '../../fake-atlas/faults.ts'
import { AS_SERVICE_ACCOUNT, SETUPS } from '../../harness/fixtures.ts'
import { Scenario } from '../../harness/scenario.ts'

const { inputs } = SETUPS.aws
const NOW = { 'retry-after': '0' }

describe('a change whose answer is lost', () => {
  const UNREADABLE: readonly [name: string, strike: Fault['strike']][] = [
    ['nothing', answer(204)],
    ['HTML', answer(200, '<html>Fine.</html>')],
    ['a known field of a wrong type', answer(200, { awsKms: { enabled: 'yes' } })],
  ]
  test.each(UNREADABLE)('a PATCH that was accepted with %s: Atlas is asked what it has', (_, strike) =>
    Scenario.play(async ({ atlas, step }) => {
      atlas.faults.push({ method: 'PATCH', afterwards: true, strike })
      const { outputs, warnings } = await step(inputs)
      expect(outputs).toMatchObject({ result: 'created', changed: 'true', valid: 'true' })
      expect(warnings).toEqual([])
      expect(atlas.patches).toHaveLength(1)
    }),
  )

  test.each(UNREADABLE)('the same in the wrong envelope: %s', (_, strike) =>
    Scenario.play(async ({ atlas, step }) => {
      atlas.faults.push({ method: 'PATCH', afterwards: true, strike })
      const { outputs } = await step({ ...inputs, envelope: 'true' })
      expect(outputs).toMatchObject({ result: 'created', changed: 'true' })
    }),
  )

  test('a PATCH that was accepted, and then nothing: what was reported before is not called the truth', () =>
    Scenario.play(async ({ atlas, step }) => {
      atlas.faults.push(
        { method: 'PATCH', strike: answer(204) },
        { method: 'GET', skip: 1, times: 9, strike: answer(403, {}) },
      )
      const { outputs, warnings } = await step(inputs)
      expect(outputs).toMatchObject({ 'failure-reason': 'error', changed: 'true' })
      expect(warnings).toEqual([expect.stringContaining('state is unknown')])
    }))

  test('a refusal, in an envelope or not, says nothing of a request that was lost before', () =>
    Scenario.play(async ({ atlas, step }) => {
      for (const envelope of ['true', 'false']) {
        atlas.faults.push({ method: 'PATCH', strike: reset })
        atlas.faults.push({
          method: 'PATCH',
          strike: envelope === 'true' ? answer(200, { status: 400, content: {} }) : answer(400, {}),
        })
        expect((await step({ ...inputs, envelope })).warnings).toEqual([expect.stringContaining('state is unknown')])
      }
    }))

  test('a list that is longer than any of Atlas ends', () =>
    Scenario.play(async (scenario) => {
      scenario.enable('aws')
      const results = Array.from({ length: 20_000 }, () => ({}))
      const links = [{ rel: 'next', href: 'https://elsewhere.invalid/' }]
      scenario.atlas.faults.push({ path: /clusters/, times: 99, strike: answer(200, { results, links }) })
      const { errors } = await scenario.step({ provider: 'aws', enabled: 'false' })
      expect(errors[0]).toContain('longer than any')
      expect(scenario.atlas.patches).toEqual([])
    }))
})

describe('what cannot heal', () => {
  test('attempts are counted', () =>
    Scenario.play(async ({ atlas, step }) => {
      atlas.faults.push({ times: 99, strike: answer(503, '', NOW) })
      const { errors, log } = await step({ ...inputs, retries: '2' })
      expect(atlas.requests).toHaveLength(4) // one to be challenged
      expect(log.filter((line) => line.includes('trying again'))).toHaveLength(2)
      expect(errors[0]).toContain('Given up after 3 attempts')
    }))

  test('a lost PATCH names itself, and says that the state is unknown', () =>
    Scenario.play(async ({ atlas, step }) => {
      atlas.faults.push({ method: 'PATCH', afterwards: true, strike: reset })
      const { errors, warnings } = await step({ ...inputs, retries: '0' })
      expect(errors[0]).toMatch(/^PATCH encryptionAtRest: .*`atlas-base-url`/)
      expect(warnings).toEqual([expect.stringContaining('state is unknown')])
    }))

  test('a server that asks nobody for credentials gets no body, and nothing that it says is trusted', () =>
    Scenario.play(async (scenario) => {
      scenario.enable('aws', { region: 'EU_WEST_1' })
      scenario.atlas.trusting = true
      const { errors, outputs, warnings } = await scenario.step(inputs)
      expect(errors[0]).toContain('without asking for credentials')
      expect(scenario.atlas.patches).toEqual([])
      expect(outputs).toMatchObject({ drifted: 'false', enabled: 'false', changed: 'false' })
      expect(warnings).toEqual([])
    }))
})

describe('the token', () => {
  test('that cannot be had for the PATCH: nothing was sent, and no state is called unknown', () =>
    Scenario.play(async ({ atlas, step }) => {
      atlas.oauth.lifetime = 1
      atlas.faults.push({ path: /oauth\/token/, skip: 1, times: 9, strike: answer(401, { error: 'invalid_client' }) })
      const { warnings, outputs } = await step({ ...inputs, ...AS_SERVICE_ACCOUNT })
      expect(outputs).toMatchObject({ 'failure-reason': 'error', changed: 'false', drifted: 'true' })
      expect(warnings).toEqual([])
      expect(atlas.patches).toEqual([])
    }))

  test('is replaced once a request, over all its attempts', () =>
    Scenario.play(async ({ atlas, step }) => {
      const refused = answer(401, {}, { 'www-authenticate': 'Bearer error="invalid_token"' })
      const get = { method: 'GET', path: /encryptionAtRest/ }
      atlas.faults.push(
        { ...get, strike: refused },
        { ...get, strike: answer(503, '', NOW) },
        { ...get, strike: refused },
      )
      await step({ ...inputs, ...AS_SERVICE_ACCOUNT })
      expect(atlas.oauth.issued).toHaveLength(2)
    }))

  test('is replaced if the envelope says that it was refused', () =>
    Scenario.play(async ({ atlas, step }) => {
      atlas.faults.push({ method: 'GET', strike: answer(200, { status: 401, content: {} }) })
      const { outputs } = await step({ ...inputs, ...AS_SERVICE_ACCOUNT, envelope: 'true' })
      expect(outputs.result).toBe('created')
      expect(atlas.oauth.issued).toHaveLength(2)
    }))

  test('that nobody takes back does not keep the run waiting', () =>
    Scenario.play(async (scenario) => {
      scenario.enable('aws')
      scenario.atlas.faults.push({ path: /revoke/, strike: hang })
      const { outputs, durationMs } = await scenario.step({ mode: 'verify', timeout: '1', ...AS_SERVICE_ACCOUNT })
      expect(outputs.result).toBe('passed')
      expect(durationMs).toBeLessThan(3000)
    }))
})

describe('timeout', () => {
  test('in the middle of a PATCH: the state is unknown, and said to be', () =>
    Scenario.play(async ({ atlas, step }) => {
      atlas.faults.push({ method: 'PATCH', afterwards: true, strike: hang })
      const { outputs, warnings, summary } = await step({ ...inputs, timeout: '2' })
      expect(warnings).toEqual([expect.stringContaining('state is unknown')])
      expect(summary).toContain('A change was under way')
      expect(outputs).toMatchObject({ 'failure-reason': 'error', changed: 'false', drifted: 'true' })
    }))
})
