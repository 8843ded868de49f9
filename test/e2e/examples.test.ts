import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import type { FakeProject } from '../fake-atlas/project.ts'
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

const SERVICE_PRINCIPAL = '0ec944e8-aaaa-bbbb-cccc-444455556666'

/** The values of expressions in the repository that the examples are for. */
const CONTEXTS: Readonly<Record<string, string>> = {
  'vars.ATLAS_CLIENT_ID': SERVICE_ACCOUNT.clientId,
  'secrets.ATLAS_CLIENT_SECRET': SERVICE_ACCOUNT.clientSecret,
  'vars.ATLAS_PROJECT_ID': PROJECT_ID,
  'vars.ATLAS_ORG_ID': ORGANIZATION,
  'vars.KMS_KEY_ARN': CONFIGURATIONS.aws.block.customerMasterKeyID,
  'vars.KMS_ROLE_ARN': ROLE_ARN,
  'secrets.AZURE_SECRET': 'the-azure-secret',
  'vars.ATLAS_SERVICE_PRINCIPAL_ID': SERVICE_PRINCIPAL,
  'vars.AZURE_SUBSCRIPTION_ID': CONFIGURATIONS.azure.block.subscriptionID,
  'vars.AZURE_RESOURCE_GROUP': CONFIGURATIONS.azure.block.resourceGroupName,
  'vars.AZURE_KEY_VAULT': CONFIGURATIONS.azure.block.keyVaultName,
  'vars.AZURE_KEY_URL': CONFIGURATIONS.azure.block.keyIdentifier,
  // What earlier steps find out.
  'steps.key.outputs.identifier': CONFIGURATIONS.azure.change[1],
  'steps.key.outputs.version': CONFIGURATIONS.gcp.change[1],
}

const ROTATION_ALERT = { eventTypeName: 'AWS_ENCRYPTION_KEY_NEEDS_ROTATION', enabled: true }

/** What is special about Atlas in an example, and how its steps end. */
interface Example {
  readonly results: readonly string[]
  /** Of all steps together. By default, none. */
  readonly warnings?: readonly RegExp[]
  readonly prepare?: (project: FakeProject, scenario: ProjectsScenario) => void
  /** What the repository has. By default, the config file. */
  readonly files?: () => Record<string, string>
  /** What others do before a step. */
  readonly beforeStep?: Readonly<Record<number, (project: FakeProject) => void>>
}

const enable = (project: FakeProject, provider: keyof typeof CONFIGURATIONS): void => {
  const { object, block } = CONFIGURATIONS[provider]
  project.blocks[object] = { ...block, enabled: true }
}

const EXAMPLES: Readonly<Record<string, Example>> = {
  'apply.yml': { results: ['unchanged'] },
  'drift.yml': { results: ['passed'] },
  'encrypt-clusters.yml': {
    results: ['planned', 'updated'],
    prepare: (project) => {
      project.clusters = [{ name: 'orders', encryptionAtRestProvider: 'NONE' }]
    },
  },
  'evidence.yml': {
    results: ['passed'],
    prepare: (_, { projects }) => {
      for (const project of projects) project.alertConfigurations = [ROTATION_ALERT]
    },
  },
  'export.yml': { results: ['exported'], files: () => ({}) },
  'fleet-by-matrix.yml': { results: ['passed', 'passed', 'passed', 'passed', 'passed'] },
  'fleet.yml': { results: ['unchanged'] },
  'gate.yml': { results: ['passed'] },
  'organization.yml': { results: ['passed'] },
  'plan.yml': { results: ['planned'] },
  'private-endpoints-azure.yml': {
    results: ['updated', 'unchanged', 'unchanged'],
    warnings: [/US_EAST_2.*INITIATING/, /owner of the key vault must approve the private endpoint in US_EAST_2/],
    prepare: (project) => {
      enable(project, 'azure')
      const { roleId } = CONFIGURATIONS.azure.block
      project.azureServicePrincipals = [{ _id: roleId, servicePrincipalId: SERVICE_PRINCIPAL }]
    },
    beforeStep: {
      2: (project) => {
        for (const { privateEndpointConnectionName: name } of project.privateEndpoints)
          project.endpoints.approve(name ?? '')
      },
    },
  },
  'rotate-azure.yml': { results: ['updated', 'passed'], prepare: (project) => enable(project, 'azure') },
  'rotate-gcp.yml': { results: ['updated', 'passed'], prepare: (project) => enable(project, 'gcp') },
}

test.each(readdirSync('examples'))('%s runs as described, without unexpected warnings', (name) =>
  withProjects(6, async (scenario) => {
    const github = await FakeGitHub.start()
    try {
      const { results: expected, warnings = [] } = EXAMPLES[name] as Example
      const results = await runWorkflow(name, scenario, github)
      expect(results.map(({ outputs }) => outputs.result)).toEqual(expected)
      expect(results.flatMap((result) => result.warnings)).toEqual(warnings.map((says) => expect.stringMatching(says)))
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
  project.alertConfigurations = [ROTATION_ALERT]
  const { prepare, beforeStep, files = () => ({ 'atlas.yml': scenario.config }) } = EXAMPLES[name] as Example
  prepare?.(project, scenario)
  const { jobs } = parse(readFileSync(join('examples', name), 'utf8')) as { jobs: Record<string, Job> }
  const workspace: Record<string, string> = files()
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
        beforeStep?.[results.length]?.(project)
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
          files: workspace,
        })
        if (result.reportFile !== '') workspace[`reports/${results.length}/report.json`] = result.reportFile
        results.push(result)
      }
    }
  }
  return results
}
