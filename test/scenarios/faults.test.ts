import { describe, expect, test } from '@jest/globals'
import type { Fault } from '../fake-atlas/faults.ts'
import { answer, drip, endless, garbage, hang, refuse, reset, resetInTheMiddle } from '../fake-atlas/faults.ts'
import { AS_SERVICE_ACCOUNT, SETUPS } from '../setups.ts'
import { Scenario } from './world.ts'

const { inputs } = SETUPS.aws
const NOW = { 'retry-after': '0' }
const codeOf = (report: string | undefined): string => JSON.parse(report as string).projects[0].error.code as string

describe('what can heal is repeated, with one line of log each time', () => {
  const HEALING: readonly [name: string, fault: Fault][] = [
    ['429 with Retry-After', { method: 'GET', strike: refuse(429, 'RATE_LIMITED', 'Slow down.', NOW) }],
    [
      '429 with a date',
      {
        method: 'GET',
        strike: refuse(429, 'RATE_LIMITED', 'Slow.', { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }),
      },
    ],
    [
      '429 with the wait in its body',
      { method: 'GET', strike: refuse(429, 'RATE_LIMITED_TOKEN_BUCKET', 'Wait.', {}, ['api/atlas/v2', 1, 10, 5, 60]) },
    ],
    ['429 on the PATCH', { method: 'PATCH', strike: refuse(429, 'RATE_LIMITED', 'Slow down.', NOW) }],
    [
      '429 before authentication',
      { method: 'GET', authenticatedOnly: false, strike: refuse(429, 'RATE_LIMITED', 'Slow.', NOW) },
    ],
    ['500 on the GET', { method: 'GET', strike: refuse(500, 'UNEXPECTED_ERROR', 'Oops.', NOW) }],
    ['502 with HTML', { method: 'PATCH', strike: answer(502, '<html>Bad Gateway</html>', NOW) }],
    ['503 on the PATCH', { method: 'PATCH', strike: answer(503, '', NOW) }],
    ['504 on the PATCH', { method: 'PATCH', strike: answer(504, '', NOW) }],
    [
      '405 during upgrades',
      { method: 'PATCH', strike: refuse(405, 'WRITES_NOT_ALLOWED_DURING_APP_UPGRADES', 'Later.', NOW) },
    ],
    ['a reset before the reply', { method: 'GET', strike: reset }],
    ['a reset before the PATCH is carried out', { method: 'PATCH', strike: reset }],
    ['what is not HTTP, to the GET', { method: 'GET', strike: garbage }],
    ['what is not HTTP, to the PATCH', { method: 'PATCH', strike: garbage }],
    [
      'a reset in the middle of the reply to the PATCH',
      { method: 'PATCH', afterwards: true, strike: resetInTheMiddle },
    ],
  ]
  test.each(HEALING)('%s', (_, fault) =>
    Scenario.play(async ({ atlas, step }) => {
      atlas.faults.push(fault)
      const { outputs, log } = await step(inputs)
      expect(outputs).toMatchObject({ result: 'created', valid: 'true', changed: 'true' })
      expect(log.filter((line) => line.includes('trying again in'))).toHaveLength(1)
    }),
  )

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

  test('garbage in Retry-After: backoff', () =>
    Scenario.play(async ({ atlas, step }) => {
      atlas.faults.push({ method: 'GET', strike: answer(503, '', { 'retry-after': 'soon' }) })
      expect((await step({ ...inputs })).outputs.result).toBe('created')
    }))
})

describe('what cannot heal ends at once, with a reason', () => {
  const FATAL: readonly [name: string, fault: Fault, code: string, says: RegExp][] = [
    [
      '500 on the PATCH',
      { method: 'PATCH', strike: refuse(500, 'UNEXPECTED_ERROR', 'IAM?') },
      'UNEXPECTED_ERROR',
      /HTTP 500/,
    ],
    [
      'a redirect',
      { strike: answer(302, '', { location: 'https://evil.example' }) },
      'PROTOCOL',
      /redirect is never followed/,
    ],
    [
      'HTML with 200',
      { strike: answer(200, '<html>Log in</html>', { 'content-type': 'text/html' }) },
      'PROTOCOL',
      /text\/html/,
    ],
    ['broken JSON', { strike: answer(200, '{"awsKms":{"enab') }, 'PROTOCOL', /not with a JSON object/],
    ['a JSON list', { strike: answer(200, []) }, 'PROTOCOL', /not with a JSON object/],
    ['a reply without end', { strike: endless }, 'PROTOCOL', /10 MiB/],
    ['broken gzip', { strike: answer(200, 'no gzip', { 'content-encoding': 'gzip' }) }, 'PROTOCOL', /broken/],
    [
      'a compression nobody knows',
      { strike: answer(200, '', { 'content-encoding': 'zz' }) },
      'PROTOCOL',
      /compression/,
    ],
    ['a sunset version', { strike: refuse(410, 'VERSION_GONE', 'Gone.') }, 'VERSION_GONE', /update this action/],
    [
      '405 for another reason',
      { method: 'PATCH', strike: refuse(405, 'NOT_ALLOWED', 'No.') },
      'NOT_ALLOWED',
      /HTTP 405/,
    ],
    ['404', { strike: refuse(404, 'GROUP_NOT_FOUND', 'No group.') }, 'GROUP_NOT_FOUND', /`project-id`/],
    [
      'Retry-After without bounds',
      { strike: refuse(429, 'RATE_LIMITED', 'Wait.', { 'retry-after': '9'.repeat(400) }) },
      'RATE_LIMITED',
      /past the end of `timeout`/,
    ],
    [
      'Retry-After past the end of the run',
      { strike: refuse(429, 'RATE_LIMITED', 'Wait.', { 'retry-after': '3600' }) },
      'RATE_LIMITED',
      /past the end of `timeout`/,
    ],
  ]
  test.each(FATAL)('%s', (_, fault, code, says) =>
    Scenario.play(async ({ atlas, step }) => {
      atlas.faults.push({ ...fault, times: 99 })
      const { outputs, errors, log } = await step(inputs)
      expect(codeOf(outputs.report)).toBe(code)
      expect(errors[0]).toMatch(says)
      expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'error', changed: 'false' })
      expect(log.filter((line) => line.includes('trying again'))).toEqual([])
    }),
  )

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

  test('a server that asks nobody for credentials gets no body; what it said stays known', () =>
    Scenario.play(async (scenario) => {
      scenario.enable('aws', { region: 'EU_WEST_1' })
      scenario.atlas.trusting = true
      const { errors, outputs, warnings } = await scenario.step(inputs)
      expect(errors[0]).toContain('without asking for credentials')
      expect(scenario.atlas.patches).toEqual([])
      expect(outputs).toMatchObject({ drifted: 'true', enabled: 'true', changed: 'false' })
      expect(warnings).toEqual([])
    }))

  test('nobody listens', () =>
    Scenario.play(async ({ step }) => {
      const { errors, outputs } = await step({ ...inputs, 'atlas-base-url': 'http://127.0.0.1:9', retries: '0' })
      expect(codeOf(outputs.report)).toBe('NETWORK')
      expect(errors[0]).toContain('refused')
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
  test.each([
    ['no answer', { strike: hang }],
    ['a byte now and then', { strike: drip }],
  ] as const)('%s: ends with what is known', (_, fault) =>
    Scenario.play(async ({ atlas, step }) => {
      atlas.faults.push({ ...fault, authenticatedOnly: false })
      const { outputs, durationMs, exitCode, errors } = await step({ ...inputs, timeout: '1' })
      expect(exitCode).toBe(1)
      expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'error', valid: 'false' })
      expect(JSON.parse(outputs.report as string).error.code).toBe('TIMEOUT')
      expect(codeOf(outputs.report)).toBe('TIMEOUT')
      expect(errors[0]).toContain('`timeout`')
      expect(durationMs).toBeLessThan(3000)
    }),
  )

  test('in the middle of a PATCH: the state is unknown, and said to be', () =>
    Scenario.play(async ({ atlas, step }) => {
      atlas.faults.push({ method: 'PATCH', afterwards: true, strike: hang })
      const { outputs, warnings, summary } = await step({ ...inputs, timeout: '2' })
      expect(warnings).toEqual([expect.stringContaining('state is unknown')])
      expect(summary).toContain('A change was under way')
      expect(outputs).toMatchObject({ 'failure-reason': 'error', changed: 'false', drifted: 'true' })
    }))

  test('while waiting for a valid key: what was changed stays known', () =>
    Scenario.play(async ({ project, step }) => {
      project.invalidReads = 99
      const { outputs, warnings } = await step({ ...inputs, timeout: '2', 'valid-timeout': '60' })
      expect(outputs).toMatchObject({
        result: 'failed',
        'failure-reason': 'error',
        changed: 'true',
        enabled: 'true',
        valid: 'false',
      })
      expect(warnings).toEqual([])
    }))
})

describe.each(['SIGINT', 'SIGTERM'] as const)('%s', (signal) => {
  test('in the middle of a PATCH', () =>
    Scenario.play(async ({ atlas, step }) => {
      atlas.faults.push({ method: 'PATCH', afterwards: true, strike: hang })
      let cancelledAt = 0
      const { outputs, warnings, exitCode, errors } = await step(inputs, {
        onOutput: (soFar, cancel) => {
          if (!soFar.includes('Sending') || cancelledAt > 0) return
          cancelledAt = performance.now()
          setTimeout(() => cancel(signal), 200)
        },
      })
      expect(performance.now() - cancelledAt).toBeLessThan(2200)
      expect(exitCode).toBe(1)
      expect(errors[0]).toContain(signal)
      expect(warnings).toEqual([expect.stringContaining('state is unknown')])
      expect(JSON.parse(outputs.report as string).error.code).toBe('CANCELLED')
    }))

  test('while waiting for a valid key, the token is given back', () =>
    Scenario.play(async ({ atlas, project, step }) => {
      project.invalidReads = 99
      let cancelled = false
      const { outputs, warnings } = await step(
        { ...inputs, ...AS_SERVICE_ACCOUNT },
        {
          onOutput: (soFar, cancel) => {
            if (soFar.includes('Waiting') && !cancelled) cancel(signal)
            cancelled ||= soFar.includes('Waiting')
          },
        },
      )
      expect(outputs).toMatchObject({ 'failure-reason': 'error', changed: 'true', enabled: 'true' })
      expect(warnings).toEqual([])
      expect(atlas.oauth.tokens.size).toBe(0)
    }))
})
