import { FakeGitHub, REPOSITORY } from '../fake-github/server.ts'
import { CONFIGURATIONS, PROJECT_ID } from './fixtures.ts'
import { type ProjectsScenario, withProjects as withAtlasProjects } from './projects-scenario.ts'
import type { StepOptions, StepResult } from './run-action.ts'
import { type Scenario, withScenario } from './scenario.ts'

export const LABEL = 'atlas-encryption-at-rest'
export const PROJECT_MARKER = `<!-- atlas-encryption-at-rest:project=${PROJECT_ID} -->`

export const issueUrl = (number: number): string => `https://github.test/${REPOSITORY}/issues/${number}`

/** The variables that the runner sets for a job, with the fake for GitHub. */
function gitHubVariables(github: FakeGitHub): Record<string, string> {
  return {
    GITHUB_API_URL: github.url,
    GITHUB_SERVER_URL: 'https://github.test',
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_RUN_ID: '42',
  }
}

/** Runs a step; with an event as for a pull request. */
type Step = (
  inputs: Record<string, string>,
  event?: object,
  more?: Pick<StepOptions, 'env' | 'files'>,
) => Promise<StepResult>

/** One project in a fake Atlas, with AWS enabled, and a fake GitHub. */
export interface ProjectAndGitHub {
  readonly scenario: Scenario
  readonly github: FakeGitHub
  readonly step: Step
  /** Runs a drift check of AWS that opens issues. */
  readonly drift: (more?: Record<string, string>) => Promise<StepResult>
}

export function withProject(test: (context: ProjectAndGitHub) => Promise<void>): Promise<void> {
  return withScenario((scenario) =>
    withGitHub(async (github) => {
      scenario.enable('aws')
      const step = stepOf(scenario.runStep, github)
      const drift: ProjectAndGitHub['drift'] = (more = {}) =>
        step({ ...CONFIGURATIONS.aws.inputs, mode: 'drift', issue: 'true', ...more })
      await test({ scenario, github, step, drift })
    }),
  )
}

/** Many projects in a fake Atlas, all as the config file wants them, and a fake GitHub. */
export interface ProjectsAndGitHub {
  readonly fleet: ProjectsScenario
  readonly github: FakeGitHub
  readonly step: Step
}

export function withProjects(size: number, test: (context: ProjectsAndGitHub) => Promise<void>): Promise<void> {
  return withAtlasProjects(size, (fleet) =>
    withGitHub((github) => test({ fleet, github, step: stepOf(fleet.runStep, github) })),
  )
}

async function withGitHub(test: (github: FakeGitHub) => Promise<void>): Promise<void> {
  const github = await FakeGitHub.start()
  try {
    await test(github)
  } finally {
    await github.stop()
  }
}

function stepOf(run: Scenario['runStep'], github: FakeGitHub): Step {
  return (inputs, event, { env, files } = {}) =>
    run(inputs, {
      env: { ...gitHubVariables(github), ...(event && { GITHUB_EVENT_NAME: 'pull_request' }), ...env },
      ...(event && { event }),
      ...(files && { files }),
    })
}

/** Changes the AWS region in Atlas, so that it differs from what the workflow wants, or no longer does. */
export function setRegion({ project }: Scenario, region: string): void {
  Object.assign(project.blocks.awsKms as object, { region })
}
