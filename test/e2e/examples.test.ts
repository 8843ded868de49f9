import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { FakeGitHub, REPOSITORY } from '../fake-github/server.ts'
import { CONFIGURATIONS, ORGANIZATION, PROJECT_ID, ROLE_ARN, SERVICE_ACCOUNT } from '../harness/fixtures.ts'
import { type ProjectsScenario, withProjects } from '../harness/projects-scenario.ts'
import type { StepResult } from '../harness/run-action.ts'
import { runAction } from '../harness/run-action.ts'

interface Step {
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, string>>
}

interface Job {
  readonly steps: readonly Step[]
  readonly strategy?: { readonly matrix: { readonly shard: readonly string[] } }
}

/** The values of expressions in the repository that the examples are for. */
const CONTEXTS: Readonly<Record<string, string>> = {
  'vars.ATLAS_CLIENT_ID': SERVICE_ACCOUNT.clientId,
  'secrets.ATLAS_CLIENT_SECRET': SERVICE_ACCOUNT.clientSecret,
  'vars.ATLAS_PROJECT_ID': PROJECT_ID,
  'vars.ATLAS_ORG_ID': ORGANIZATION,
  'vars.KMS_KEY_ARN': CONFIGURATIONS.aws.block.customerMasterKeyID,
  'vars.KMS_ROLE_ARN': ROLE_ARN,
  'secrets.AZURE_SECRET': 'the-azure-secret',
}

/** The results of the steps of each example, in order, if Atlas is as the example describes it. */
const RESULTS: Readonly<Record<string, readonly string[]>> = {
  'apply.yml': ['unchanged'],
  'drift.yml': ['passed'],
  'fleet-by-matrix.yml': ['passed', 'passed', 'passed', 'passed', 'passed'],
  'fleet.yml': ['unchanged'],
  'gate.yml': ['passed'],
  'organization.yml': ['passed'],
  'plan.yml': ['planned'],
}

test.each(readdirSync('examples'))('%s runs as described, without warnings', (name) =>
  withProjects(6, async (scenario) => {
    const github = await FakeGitHub.start()
    try {
      const results = await runWorkflow(name, scenario, github)
      expect(results.map(({ outputs }) => outputs.result)).toEqual(RESULTS[name])
      for (const { warnings } of results) expect(warnings).toEqual([])
    } finally {
      await github.stop()
    }
  }),
)

/** Runs the steps of a workflow that use the action, once for each job of a matrix. Later jobs get the reports of earlier ones. */
async function runWorkflow(name: string, scenario: ProjectsScenario, github: FakeGitHub): Promise<StepResult[]> {
  const project = scenario.atlas.addProject(PROJECT_ID)
  project.roles = [{ roleId: CONFIGURATIONS.aws.inputs['aws-role-id'], arn: ROLE_ARN, authorized: true }]
  project.blocks.awsKms = { ...CONFIGURATIONS.aws.block, enabled: true }
  project.alertConfigurations = [{ eventTypeName: 'AWS_ENCRYPTION_KEY_NEEDS_ROTATION', enabled: true }]
  const { jobs } = parse(readFileSync(join('examples', name), 'utf8')) as { jobs: Record<string, Job> }
  const files: Record<string, string> = { 'atlas.yml': scenario.config }
  const results: StepResult[] = []
  for (const { steps, strategy } of Object.values(jobs)) {
    for (const shard of strategy?.matrix.shard ?? ['']) {
      const evaluate = (value: unknown): string =>
        String(value).replace(/\$\{\{ ([\w.]+) \}\}/g, (_, expression: string) => {
          const known = expression === 'matrix.shard' ? shard : CONTEXTS[expression]
          if (known === undefined) throw new Error(`${name} uses ${expression}, which has no value here`)
          return known
        })
      const all = (given: Readonly<Record<string, unknown>> = {}): Record<string, string> =>
        Object.fromEntries(Object.entries(given).map(([key, value]) => [key, evaluate(value)]))
      for (const step of steps.filter(({ uses }) => uses?.includes('atlas-encryption-at-rest'))) {
        const isMerge = step.with?.mode === 'merge'
        const result = await runAction({
          with: { ...(isMerge ? {} : { 'atlas-base-url': scenario.atlas.url }), ...all(step.with) },
          env: {
            ...all(step.env),
            GITHUB_EVENT_NAME: 'pull_request',
            GITHUB_API_URL: github.url,
            GITHUB_SERVER_URL: 'https://github.test',
            GITHUB_REPOSITORY: REPOSITORY,
          },
          event: { pull_request: { number: 1 } },
          files,
        })
        if (result.reportFile !== '') files[`reports/${results.length}/report.json`] = result.reportFile
        results.push(result)
      }
    }
  }
  return results
}
