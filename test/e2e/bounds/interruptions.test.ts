import { describe, expect, test } from '@jest/globals'
import { FakeGitHub, REPOSITORY } from '../../fake-github/server.ts'
import { type Allowed, measured } from '../../harness/bounds.ts'
import { CONFIGURATIONS } from '../../harness/fixtures.ts'
import type { StepOptions, StepResult } from '../../harness/run-action.ts'
import { withScenario } from '../../harness/scenario.ts'
import { timeOutAt } from '../../harness/time-out.ts'
import { STAGES, type Stage } from './stages.ts'

/** The contract's bound from the signal, or from the end of `timeout`, to the end of the process. */
const BOUND_MS = 2000

interface Ended extends StepResult {
  readonly endedAt: number
  /** How many tokens were not revoked. */
  readonly tokens: number
}

interface Interrupted extends Ended {
  /** From the signal, or from the end of `timeout`. */
  readonly lateMs: number
}

/** Sends the signal when the run has reached the stage. */
async function interruptBySignal(stage: Stage, name: NodeJS.Signals): Promise<Interrupted> {
  let sentAt = Number.NaN
  let send = (): void => undefined
  let isReached = false
  const options: Partial<StepOptions> = {
    onStart: (signal) => {
      send = () => {
        if (!Number.isNaN(sentAt)) return
        sentAt = performance.now()
        signal(name)
      }
    },
    onOutput: (soFar) => {
      if (isReached && stage.log !== undefined && soFar.includes(stage.log)) send()
    },
  }
  const reached = (): void => {
    isReached = true
    if (stage.log === undefined) send()
  }
  const ended = await runTo(stage, reached, {}, options)
  return { ...ended, lateMs: ended.endedAt - sentAt }
}

/** Lets the run end by its `timeout` when it has reached the stage. */
function interruptByTimeout(stage: Stage): Promise<Interrupted> {
  return timeOutAt(async (seconds, reached) => {
    const ended = await runTo(stage, reached, { timeout: String(seconds) })
    return { ...ended, lateMs: ended.durationMs - seconds * 1000 }
  })
}

async function runTo(
  { inputs = {}, prepare }: Stage,
  reached: () => void,
  more: Record<string, string>,
  options: Partial<StepOptions> = {},
): Promise<Ended> {
  const github = await FakeGitHub.start()
  try {
    return await withScenario(async (scenario) => {
      prepare(scenario, reached, github)
      const env = {
        GITHUB_API_URL: github.url,
        GITHUB_SERVER_URL: 'https://github.test',
        GITHUB_REPOSITORY: REPOSITORY,
      }
      const result = await scenario.runStep({ ...CONFIGURATIONS.aws.inputs, ...inputs, ...more }, { ...options, env })
      return { ...result, endedAt: performance.now(), tokens: scenario.atlas.oauth.tokens.size }
    })
  } finally {
    await github.stop()
  }
}

const INVALID = { result: 'failed', 'failure-reason': 'invalid', valid: 'false', enabled: 'true' }

describe.each(['SIGINT', 'SIGTERM'] as const)('%s during', (signal) => {
  test.each(STAGES)('$stage ends the run in time, and it reports what is known', async (stage) => {
    const { result, allowed } = await measured(() => interruptBySignal(stage, signal))
    expectEnd(stage, result, allowed)
    if (stage.verdict === undefined) expectError(stage, result, 'CANCELLED', signal)
  })
})

describe('`timeout` during', () => {
  // Most of each run is waiting, so that some at once do not slow each other down.
  test.concurrent.each(STAGES)('$stage ends the run in time, and it reports what is known', async (stage) => {
    const { result, allowed } = await measured(() => interruptByTimeout(stage))
    expectEnd(stage.timesOutAsInvalid ? { ...stage, verdict: INVALID } : stage, result, allowed)
    if (stage.gaveUp) expectRefusal(result)
    else if (stage.timesOutAsInvalid) expectInvalid(result)
    else if (stage.verdict === undefined) expectError(stage, result, 'TIMEOUT', '`timeout`')
  })
})

function expectEnd(stage: Stage, result: Interrupted, allowed: Allowed): void {
  const { outputs, warnings, exitCode, tokens, lateMs } = result
  expect(lateMs).toBeLessThan(allowed.wallMs(BOUND_MS))
  expect(outputs).toMatchObject(stage.verdict ?? { result: 'failed', 'failure-reason': 'error' })
  expect(exitCode).toBe(outputs['failure-reason'] === '' ? 0 : 1)
  expect(outputs.changed).toBe(stage.changed ?? 'false')
  expect(warnings.filter((warning) => warning.includes('state is unknown'))).toHaveLength(stage.unknown ? 1 : 0)
  if (!stage.keepsToken) expect(tokens).toBe(0)
}

function expectError(stage: Stage, { outputs, errors }: StepResult, code: string, names: string): void {
  const { error, projects } = JSON.parse(outputs.report as string)
  expect([error.code, projects[0].error.code]).toEqual([code, code])
  expect(errors).toEqual([expect.stringContaining(names)])
  expect(outputs.valid).toBe(stage.valid ?? 'false')
}

/** What Atlas said before the end counts, and not that the run ended while it waited. */
function expectInvalid({ outputs, errors, log }: StepResult): void {
  const { error, projects } = JSON.parse(outputs.report as string)
  expect([error, projects[0].error]).toEqual([null, null])
  expect(errors).toEqual([expect.stringContaining('it reports valid: false')])
  expect(log).toContainEqual(
    expect.stringMatching(/reached its `timeout` while waiting .* last reported the key as not valid/),
  )
}

/** The run ended with the error of Atlas instead of waiting past the end of `timeout`. */
function expectRefusal({ outputs, errors }: StepResult): void {
  const { error, projects } = JSON.parse(outputs.report as string)
  expect([error, projects[0].error.code]).toEqual([null, expect.any(String)])
  expect(errors).toEqual([expect.stringContaining('`timeout`')])
}
