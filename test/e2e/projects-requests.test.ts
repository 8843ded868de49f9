import { describe, expect, test } from '@jest/globals'
import { refuseWith } from '../fake-atlas/faults.ts'
import { AS_SERVICE_ACCOUNT, idOf } from '../harness/fixtures.ts'
import { reportOf, seededRandom, withProjects } from '../harness/projects-scenario.ts'

const VERIFY = { mode: 'verify' }

describe('rate limits', () => {
  test('at random times change no verdict of 300 projects', () =>
    withProjects(300, async ({ atlas, projects, runStep }) => {
      const random = seededRandom(4)
      atlas.randomFault = () =>
        random() < 0.15 ? refuseWith(429, 'RATE_LIMITED_TOKEN_BUCKET', 'Slow down.', { 'retry-after': '0' }) : undefined
      const broken = projects.filter((_, n) => n % 7 === 3)
      for (const { brokenKeys, blocks } of broken) brokenKeys.add(String(blocks.awsKms?.customerMasterKeyID))
      const result = await runStep({ ...VERIFY, retries: '20' })
      const report = reportOf(result)
      const invalid = new Set(broken.map(({ id }) => id))
      for (const { projectId, failureReason } of report.projects) {
        expect([projectId, failureReason]).toEqual([projectId, invalid.has(projectId) ? 'invalid' : null])
      }
      expect(report.totals).toEqual({
        projects: 300,
        passed: 300 - broken.length,
        failed: broken.length,
        changed: 0,
        drifted: 0,
        invalid: broken.length,
        errors: 0,
      })
      expect(atlas.requests.filter(({ status }) => status === 429).length).toBeGreaterThan(30)
      expect(result.log.filter((line) => line.includes('HTTP 429')).length).toBeGreaterThan(30)
    }))

  test('of one worker pause all workers until the wait is over', () =>
    withProjects(100, async ({ atlas, runStep }) => {
      atlas.delayMs = 5
      atlas.faults.push({ handler: refuseWith(429, 'RATE_LIMITED_TOKEN_BUCKET', 'Slow down.', { 'retry-after': '1' }) })
      const { outputs } = await runStep(VERIFY)
      expect(outputs).toMatchObject({ result: 'passed', valid: 'true' })
      const refused = atlas.requests.findIndex(({ status }) => status === 429)
      const repeated = atlas.requests.findLastIndex(({ path }) => path === atlas.requests[refused]?.path)
      // Without the pause, the seven other workers would send nearly all other requests before that.
      expect(atlas.requests.length - repeated).toBeGreaterThan(50)
    }))

  test('with a wait past the end of the run fail the project at once, and pause no worker', () =>
    withProjects(5, async ({ atlas, runStep }) => {
      atlas.faults.push({
        path: new RegExp(idOf(2)),
        handler: refuseWith(429, 'RATE_LIMITED', 'No.', { 'retry-after': '9999' }),
      })
      const report = reportOf(await runStep(VERIFY))
      expect(report.projects.map(({ result }) => result)).toEqual(['passed', 'passed', 'failed', 'passed', 'passed'])
      expect(report.projects[2]?.error?.message).toContain('past the end of `timeout`')
    }))

  test('keep the requests in flight below the number that Atlas reports as remaining', () =>
    withProjects(40, async ({ atlas, runStep }) => {
      atlas.rateLimit = { remaining: 20, refill: 20, seconds: 1, reportsRemaining: true }
      atlas.delayMs = 5
      const { outputs } = await runStep(VERIFY)
      expect(outputs.result).toBe('passed')
      expect(atlas.requests.filter(({ status }) => status === 429).length).toBeLessThanOrEqual(3)
    }))
})

describe('the workers', () => {
  test('have one connection and one nonce each', () =>
    withProjects(30, async ({ atlas, runStep }) => {
      atlas.delayMs = 5
      await runStep({ ...VERIFY, concurrency: '3' })
      expect(atlas.requests).toHaveLength(33)
      expect(new Set(atlas.requests.map(({ connection }) => connection)).size).toBe(3)
      for (const worker of [1, 2, 3]) {
        const signed = atlas.requests
          .filter(({ connection }) => connection === worker)
          .map(({ headers }) => headers.authorization ?? '')
        const counts = signed.slice(1).map((header) => Number.parseInt(/nc=([0-9a-f]{8})/.exec(header)?.[1] ?? '', 16))
        expect(counts).toEqual(counts.map((_, i) => i + 1))
        expect(new Set(signed.slice(1).map((header) => /nonce="([^"]+)"/.exec(header)?.[1])).size).toBe(1)
      }
    }))

  test('share one token, which is replaced once if it is refused; both are revoked', () =>
    withProjects(40, async ({ atlas, runStep }) => {
      atlas.delayMs = 5
      let requests = 0
      atlas.randomFault = () => {
        requests += 1
        if (requests === 20) atlas.oauth.tokens.clear()
        return undefined
      }
      const { outputs } = await runStep({ ...AS_SERVICE_ACCOUNT, ...VERIFY })
      expect(outputs.result).toBe('passed')
      const posts = atlas.requestLines.filter((line) => line.startsWith('POST'))
      expect(posts).toEqual([
        ...Array(2).fill('POST 200 /api/oauth/token'),
        ...Array(2).fill('POST 200 /api/oauth/revoke'),
      ])
      expect(atlas.oauth.tokens.size).toBe(0)
    }))

  test('send wrong credentials of a service account once, not once for each project', () =>
    withProjects(30, async ({ atlas, runStep }) => {
      const { outputs } = await runStep({ ...AS_SERVICE_ACCOUNT, 'atlas-client-secret': 'wrong-secret', ...VERIFY })
      expect(outputs['failure-reason']).toBe('error')
      expect(atlas.requestLines).toEqual(['POST 401 /api/oauth/token'])
    }))
})
