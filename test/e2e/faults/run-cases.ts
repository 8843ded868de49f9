import { FakeGitHub, REPOSITORY } from '../../fake-github/server.ts'
import { CONFIGURATIONS, idOf } from '../../harness/fixtures.ts'
import { type ProjectsScenario, withProjects } from '../../harness/projects-scenario.ts'
import type { StepResult } from '../../harness/run-action.ts'
import { type Scenario, withScenario } from '../../harness/scenario.ts'
import { timeOutAt } from '../../harness/time-out.ts'

/** A fault and what the action makes of it. */
export interface FaultCase {
  /** A few words that name it on the page. */
  readonly fault: string
  readonly prepare: Prepare
  readonly inputs?: Readonly<Record<string, string>>
  /** Whether the run ends by its `timeout`, once the fault has happened. */
  readonly timesOut?: true
  /** Outputs at the end of the run. */
  readonly outputs: Readonly<Record<string, string>>
  /** A line that the log must have. */
  readonly log?: RegExp
  /** How many lines of the log announce another attempt. By default, none. */
  readonly retries?: number
}

/** Adds the fault to one project, to one of three, or to GitHub. */
type Prepare =
  | { readonly project: (scenario: Scenario) => void }
  | { readonly projects: (scenario: ProjectsScenario) => void }
  | { readonly github: (github: FakeGitHub) => void }

/** The project, one of three, that a fault is for. */
export const FAULTY_PROJECT = idOf(1)

type Inputs = Readonly<Record<string, string>>

/** Runs the built action on a project, on three projects, or on a drifted project whose issue is updated. */
export function runCase({ prepare, inputs = {}, timesOut }: FaultCase): Promise<StepResult> {
  const run = runnerOf(prepare)
  if (!timesOut) return run(inputs, () => undefined)
  return timeOutAt((seconds, reached) => run({ ...inputs, timeout: String(seconds) }, reached))
}

type Runner = (inputs: Inputs, onFault: () => void) => Promise<StepResult>

function runnerOf(prepare: Prepare): Runner {
  if ('project' in prepare) return runOnProject(prepare.project)
  if ('projects' in prepare) return runOnProjects(prepare.projects)
  return runWithGitHub(prepare.github)
}

const runOnProject =
  (prepare: (scenario: Scenario) => void): Runner =>
  (inputs, onFault) =>
    withScenario((scenario) => {
      prepare(scenario)
      observeFaults(scenario, onFault)
      return scenario.runStep({ ...CONFIGURATIONS.aws.inputs, ...inputs })
    })

const runOnProjects =
  (prepare: (scenario: ProjectsScenario) => void): Runner =>
  (inputs, onFault) =>
    withProjects(3, (scenario) => {
      prepare(scenario)
      observeFaults(scenario, onFault)
      return scenario.runStep({ mode: 'verify', ...inputs })
    })

const runWithGitHub =
  (prepare: (github: FakeGitHub) => void): Runner =>
  async (inputs, onFault) => {
    const github = await FakeGitHub.start()
    try {
      prepare(github)
      const { handler } = github
      github.handler = (...args) => {
        onFault()
        handler?.(...args)
      }
      return await withScenario((scenario) => {
        scenario.enable('aws', { region: 'EU_WEST_1' })
        const env = {
          GITHUB_API_URL: github.url,
          GITHUB_SERVER_URL: 'https://github.test',
          GITHUB_REPOSITORY: REPOSITORY,
        }
        const drift = { ...CONFIGURATIONS.aws.inputs, mode: 'drift', issue: 'true' }
        return scenario.runStep({ ...drift, ...inputs }, { env })
      })
    } finally {
      await github.stop()
    }
  }

function observeFaults({ atlas }: Scenario | ProjectsScenario, onFault: () => void): void {
  const observed = atlas.faults.map((fault) => ({
    ...fault,
    handler: (...args: Parameters<typeof fault.handler>) => {
      onFault()
      fault.handler(...args)
    },
  }))
  atlas.faults.splice(0, atlas.faults.length, ...observed)
}

/** The lines of the log that are about the fault: retries, warnings, and the error if it ended the run. */
export function messagesOf({ log, warnings, errors, outputs }: StepResult): string[] {
  const retries = log.filter((line) => line.includes('trying again in'))
  return [...retries, ...warnings, ...(outputs['failure-reason'] === 'error' ? errors : [])]
}
