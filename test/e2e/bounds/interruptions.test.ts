import { describe, expect, test } from '@jest/globals'
import { FakeGitHub, REPOSITORY } from '../../fake-github/server.ts'
import { CONFIGURATIONS } from '../../harness/fixtures.ts'
import type { StepResult } from '../../harness/run-action.ts'
import { withScenario } from '../../harness/scenario.ts'
import { STAGES, type Stage } from './stages.ts'

/** From the signal, or from the end of `timeout`, to the end of the process: the contract's own bound. */
const BOUND_MS = 2000

interface Ended extends StepResult {
  /** Milliseconds from the signal, or from the end of `timeout`. */
  readonly lateMs: number
  /** Tokens that nobody gave back. */
  readonly tokens: number
}

/** @param timeout seconds, for a run that nobody cancels */
async function end({ inputs = {}, arrange }: Stage, by: NodeJS.Signals | { timeout: number }): Promise<Ended> {
  const github = await FakeGitHub.start()
  let ended: Ended | undefined
  try {
    await withScenario(async (scenario) => {
      let cancel = (): void => undefined
      let cancelledAt = Number.NaN
      arrange(scenario, () => cancel(), github)
      const env = {
        GITHUB_API_URL: github.url,
        GITHUB_SERVER_URL: 'https://github.test',
        GITHUB_REPOSITORY: REPOSITORY,
      }
      const timeout = typeof by === 'string' ? {} : { timeout: String(by.timeout) }
      const result = await scenario.runStep(
        { ...CONFIGURATIONS.aws.inputs, ...inputs, ...timeout },
        {
          env,
          onStart: (signal) => {
            if (typeof by !== 'string') return
            cancel = () => {
              if (Number.isNaN(cancelledAt)) signal(by)
              cancelledAt = performance.now()
            }
          },
        },
      )
      const lateMs = typeof by === 'string' ? performance.now() - cancelledAt : result.durationMs - by.timeout * 1000
      ended = { ...result, lateMs, tokens: scenario.atlas.oauth.tokens.size }
    })
  } finally {
    await github.stop()
  }
  return ended as Ended
}

describe.each([
  ['SIGINT', 'CANCELLED'],
  ['SIGTERM', 'CANCELLED'],
  [{ timeout: 2 }, 'TIMEOUT'],
] as const)('%j', (by, code) => {
  test.concurrent.each(STAGES)('$stage', async (stage) => {
    const { outputs, warnings, errors, lateMs, exitCode, tokens } = await end(stage, by)
    expect(lateMs).toBeLessThan(BOUND_MS)
    const { verdict } = stage
    if (verdict === undefined) {
      const { error, projects } = JSON.parse(outputs.report as string)
      const isRefused = stage.waits && typeof by !== 'string'
      expect([error?.code, projects[0].error.code]).toEqual(isRefused ? [undefined, expect.any(String)] : [code, code])
      expect(errors).toEqual([expect.stringContaining(typeof by === 'string' ? by : '`timeout`')])
      expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'error', valid: stage.valid ?? 'false' })
    } else {
      expect(outputs).toMatchObject(verdict)
    }
    expect(exitCode).toBe(outputs['failure-reason'] === '' ? 0 : 1)
    expect(outputs.changed).toBe(stage.changed ?? 'false')
    const ofState = warnings.filter((warning) => warning.includes('state is unknown'))
    expect(ofState).toHaveLength(stage.unknown ? 1 : 0)
    if (stage.stage !== 'giving the token back') expect(tokens).toBe(0)
  })
})
