import { describe, expect, test } from '@jest/globals'
import type { Fault } from '../fake-atlas/faults.ts'
import { answer, drip, endless, hang, refuse, reset, resetInTheMiddle } from '../fake-atlas/faults.ts'
import { AS_SERVICE_ACCOUNT, Scenario, SETUPS } from './world.ts'

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
      'Retry-After past the end of the run',
      { strike: refuse(429, 'RATE_LIMITED', 'Wait.', { 'retry-after': '3600' }) },
      'RATE_LIMITED',
      /past the end of `timeout`/,
    ],
  ]
  test.each(FATAL)('%s', (_, fault, code, says) =>
    Scenario.play(async ({ atlas, step }) => {
      atlas.faults.push({ ...fault, times: 99 })
      const { outputs, errors, durationMs } = await step(inputs)
      expect(codeOf(outputs.report)).toBe(code)
      expect(errors[0]).toMatch(says)
      expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'error', changed: 'false' })
      expect(durationMs).toBeLessThan(5000)
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

  test('nobody listens', () =>
    Scenario.play(async ({ step }) => {
      const { errors, outputs } = await step({ ...inputs, 'atlas-base-url': 'http://127.0.0.1:9', retries: '0' })
      expect(codeOf(outputs.report)).toBe('NETWORK')
      expect(errors[0]).toContain('refused')
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
