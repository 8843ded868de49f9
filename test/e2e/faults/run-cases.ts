import { FakeGitHub, REPOSITORY } from '../../fake-github/server.ts'
import { CONFIGURATIONS, idOf } from '../../harness/fixtures.ts'
import { type ProjectsScenario, withProjects } from '../../harness/projects-scenario.ts'
import type { StepResult } from '../../harness/run-action.ts'
import { type Scenario, withScenario } from '../../harness/scenario.ts'

/** Something that goes wrong, and what is to come of it. */
export interface FaultCase {
  /** In a few words, for people. */
  readonly fault: string
  /** Where it strikes. */
  readonly where: Where
  readonly inputs?: Readonly<Record<string, string>>
  /** Outputs at the end. */
  readonly ends: Readonly<Record<string, string>>
  /** What a line of the log says. */
  readonly says?: RegExp
  /** Lines of the log that announce another attempt; none by default. */
  readonly retries?: number
}

type Where =
  | { readonly project: (scenario: Scenario) => void }
  | { readonly fleet: (fleet: ProjectsScenario) => void }
  | { readonly github: (github: FakeGitHub) => void }

/** The second of the three projects of a fleet, which faults handler. */
export const STRUCK = idOf(1)

/** Plays the case with the built action: one project, a fleet of three, or a drift that is to be told on GitHub. */
async function play({ where, inputs = {} }: FaultCase): Promise<StepResult> {
  let result: StepResult | undefined
  if ('project' in where) {
    await withScenario(async (scenario) => {
      where.project(scenario)
      result = await scenario.runStep({ ...CONFIGURATIONS.aws.inputs, ...inputs })
    })
  } else if ('fleet' in where) {
    await withProjects(3, async (fleet) => {
      where.fleet(fleet)
      result = await fleet.runStep({ mode: 'verify', ...inputs })
    })
  } else {
    const github = await FakeGitHub.start()
    try {
      await withScenario(async (scenario) => {
        scenario.enable('aws', { region: 'EU_WEST_1' })
        where.github(github)
        const env = {
          GITHUB_API_URL: github.url,
          GITHUB_SERVER_URL: 'https://github.test',
          GITHUB_REPOSITORY: REPOSITORY,
        }
        result = await scenario.runStep(
          { ...CONFIGURATIONS.aws.inputs, mode: 'drift', issue: 'true', ...inputs },
          { env },
        )
      })
    } finally {
      await github.stop()
    }
  }
  return result as StepResult
}

/** Plays all cases, a few at a time: most of each is waiting. */
export async function playAll(cases: readonly FaultCase[], atOnce: number): Promise<Map<FaultCase, StepResult>> {
  const results = new Map<FaultCase, StepResult>()
  const waiting = [...cases]
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) results.set(next, await play(next))
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return results
}

/** The lines of the log that tell of the fault: retries, warnings, and the error if it is what ended the run. */
export function toldOf({ log, warnings, errors, outputs }: StepResult): string[] {
  const retries = log.filter((line) => line.includes('trying again in'))
  return [...retries, ...warnings, ...(outputs['failure-reason'] === 'error' ? errors : [])]
}
