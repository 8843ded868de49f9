import { describe, expect, test } from '@jest/globals'
import type { FakeGitHub } from '../fake-github/server.ts'
import { CONFIGURATIONS, idOf, PROJECT_ID } from '../harness/fixtures.ts'
import {
  issueUrl,
  LABEL,
  PROJECT_MARKER,
  type ProjectAndGitHub,
  setRegion,
  withProject,
  withProjects,
} from '../harness/github-scenario.ts'
import type { Scenario } from '../harness/scenario.ts'

type Provider = keyof typeof CONFIGURATIONS

const PULL_REQUEST = { number: 7, pull_request: { number: 7 } }
const planOf = (provider: Provider): Record<string, string> => ({
  ...CONFIGURATIONS[provider].inputs,
  mode: 'plan',
  comment: 'true',
})
const driftOf = (provider: Provider): Record<string, string> => ({
  ...CONFIGURATIONS[provider].inputs,
  mode: 'drift',
  issue: 'true',
})
const setVault = ({ project }: Scenario, keyVaultName: string): void => {
  Object.assign(project.blocks.azureKeyVault as object, { keyVaultName })
}

/** What the steps wrote. */
async function writesOf(github: FakeGitHub, ...steps: (() => Promise<unknown>)[]): Promise<string[]> {
  github.calls.length = 0
  for (const step of steps) await step()
  return github.writes
}

const headline = (github: FakeGitHub, number = 1): string | undefined =>
  /<h3>(.*?)<\/h3>/.exec(github.issues.find((issue) => issue.number === number)?.body ?? '')?.[1]

describe('plans of two providers of a project on one pull request', () => {
  test('are two comments, and none wipes the other', () =>
    withProject(async ({ scenario, github, step }) => {
      scenario.enable('azure')
      setRegion(scenario, 'US_EAST_2')
      const pull = github.addIssue({ number: 7, pull_request: {} })
      const aws = await step(planOf('aws'), PULL_REQUEST)
      const azure = await step(planOf('azure'), PULL_REQUEST)
      expect(aws.outputs['comment-url']).not.toBe(azure.outputs['comment-url'])
      expect(pull.comments).toHaveLength(2)
      expect(pull.comments[0]?.body).toMatch(/US_EAST_2.*Provider: AWS KMS/s)
      expect(pull.comments[1]?.body).toMatch(/No differences. Apply would send nothing.*Provider: Azure Key Vault/s)
      const again = [() => step(planOf('azure'), PULL_REQUEST), () => step(planOf('aws'), PULL_REQUEST)]
      expect(await writesOf(github, ...again)).toEqual([])
    }))

  test('so are those of three, in jobs that run at the same time', () =>
    withProject(async ({ scenario, github, step }) => {
      for (const provider of ['azure', 'gcp'] as const) scenario.enable(provider)
      const pull = github.addIssue({ number: 7, pull_request: {} })
      const providers = Object.keys(CONFIGURATIONS) as Provider[]
      await Promise.all(providers.map((provider) => step(planOf(provider), PULL_REQUEST)))
      const shown = pull.comments.map(({ body }) => /Provider: ([^<]+)/.exec(body)?.[1])
      expect(new Set(shown)).toEqual(new Set(['AWS KMS', 'Azure Key Vault', 'Google Cloud KMS']))
      expect(pull.comments).toHaveLength(3)
    }))

  test('an error of one is shown in its own comment', () =>
    withProject(async ({ scenario, github, step }) => {
      const pull = github.addIssue({ number: 7, pull_request: {} })
      await step(planOf('aws'), PULL_REQUEST)
      const before = pull.comments[0]?.body
      // Azure is off, so what is needed to enable it is missing.
      const { outputs } = await step({ ...planOf('azure'), 'azure-key-identifier': '' }, PULL_REQUEST)
      expect(outputs['failure-reason']).toBe('error')
      expect(pull.comments.map(({ body }) => /Provider: ([^<]+)/.exec(body)?.[1])).toEqual([
        'AWS KMS',
        'Azure Key Vault',
      ])
      expect(pull.comments[0]?.body).toBe(before)
      expect(scenario.project.blocks.azureKeyVault).toBeUndefined()
    }))
})

describe('steps that check two providers of a project every hour', () => {
  const bothDrift = (test: (context: ProjectAndGitHub) => Promise<void>): Promise<void> =>
    withProject(async (context) => {
      context.scenario.enable('azure')
      setRegion(context.scenario, 'EU_WEST_1')
      setVault(context.scenario, 'other-vault')
      await context.step(driftOf('aws'))
      await context.step(driftOf('azure'))
      await test(context)
    })

  test('share one issue with a part for each, and write nothing while nothing changes', () =>
    bothDrift(async ({ github, step }) => {
      expect(github.issues).toHaveLength(1)
      const body = github.issues[0]?.body ?? ''
      expect(body).toMatch(/<h4>AWS KMS<\/h4>.*EU_WEST_1.*<h4>Azure Key Vault<\/h4>.*other-vault/s)
      const hour = [() => step(driftOf('aws')), () => step(driftOf('azure'))]
      expect(await writesOf(github, ...hour, ...hour.toReversed())).toEqual([])
      expect(github.issues[0]?.body).toBe(body)
    }))

  test('the headline is that of the part that stands, whichever is resolved first', () =>
    bothDrift(async ({ scenario, github, step }) => {
      setRegion(scenario, 'US_EAST_1')
      expect(await writesOf(github, () => step(driftOf('azure')))).toEqual([])
      expect(await writesOf(github, () => step(driftOf('aws')))).toEqual(['PATCH /issues/1'])
      expect(headline(github)).toBe('❌ Atlas encryption at rest: drift')
      expect(github.issues[0]?.body).not.toContain('<h4>AWS KMS</h4>')
      setVault(scenario, 'vault-prod')
      await step(driftOf('azure'))
      expect(github.issues[0]).toMatchObject({ state: 'closed', state_reason: 'completed' })
    }))

  test('the part of one is the same, byte for byte, after the other wrote its own', () =>
    bothDrift(async ({ scenario, github, step }) => {
      const partOf = (): string | undefined =>
        /begin=drift:azure.*end=drift:azure/s.exec(github.issues[0]?.body ?? '')?.[0]
      const before = partOf()
      setRegion(scenario, 'EU_WEST_2')
      expect(await writesOf(github, () => step(driftOf('aws')))).toEqual(['PATCH /issues/1'])
      expect(github.issues[0]?.body).toContain('EU_WEST_2')
      expect(partOf()).toBe(before)
      expect(before).toBeDefined()
    }))

  test('a verification of all providers beside them finds the same invalid key, and writes nothing', () =>
    bothDrift(async ({ scenario, github, step }) => {
      scenario.project.brokenKeys.add(CONFIGURATIONS.aws.block.customerMasterKeyID)
      const verify = { mode: 'verify', issue: 'true', 'fail-on-invalid': 'false' }
      await step(driftOf('aws'))
      expect(headline(github)).toBe('❌ Atlas encryption at rest: key not valid')
      const hour = [() => step(verify), () => step(driftOf('azure')), () => step(driftOf('aws'))]
      expect(await writesOf(github, ...hour)).toEqual([])
    }))

  test('each with an alert that is missing for its own provider', () =>
    withProject(async ({ scenario, github, step }) => {
      scenario.enable('azure')
      const verifyOf = (provider: Provider): Record<string, string> => ({
        mode: 'verify',
        provider,
        issue: 'true',
        require: 'rotation-alert',
      })
      const hour = [() => step(verifyOf('aws')), () => step(verifyOf('azure'))]
      await writesOf(github, ...hour)
      expect(github.issues[0]?.body).toMatch(/AWS_ENCRYPTION_KEY.*AZURE_ENCRYPTION_KEY/s)
      expect(await writesOf(github, ...hour)).toEqual([])
      scenario.project.alertConfigurations = [
        { eventTypeName: 'AWS_ENCRYPTION_KEY_NEEDS_ROTATION', enabled: true },
      ] as typeof scenario.project.alertConfigurations
      await writesOf(github, ...hour)
      expect(github.issues[0]).toMatchObject({ state: 'open' })
      expect(github.issues[0]?.body).not.toContain('AWS_ENCRYPTION_KEY')
    }))

  test('in jobs that run at the same time leave one issue with both parts', () =>
    withProject(async ({ scenario, github, step }) => {
      scenario.enable('azure')
      setRegion(scenario, 'EU_WEST_1')
      setVault(scenario, 'other-vault')
      await Promise.all([step(driftOf('aws')), step(driftOf('azure'))])
      // Two that write at the very same moment can overwrite each other; the next run writes what is missing.
      for (const provider of ['aws', 'azure'] as const) await step(driftOf(provider))
      expect(github.issues.filter(({ state }) => state === 'open')).toHaveLength(1)
      expect(github.issues[0]?.body).toMatch(/EU_WEST_1.*other-vault/s)
      expect(
        await writesOf(
          github,
          () => step(driftOf('azure')),
          () => step(driftOf('aws')),
        ),
      ).toEqual([])
    }))

  test('take over an issue of version 1.0', () =>
    withProject(async ({ scenario, github, step }) => {
      scenario.enable('azure')
      setVault(scenario, 'other-vault')
      const memory = '<!-- atlas-encryption-at-rest:memory=drift:aws,drift:azure;0123456789abcdef -->'
      github.addIssue({ labels: [LABEL], body: `${PROJECT_MARKER}\n${memory}\n\n<h3>✅ passed</h3>` })
      await step(driftOf('azure'))
      expect(github.issues).toHaveLength(1)
      expect(github.issues[0]?.body).toMatch(/An earlier run found this.*other-vault/s)
      await step(driftOf('aws'))
      expect(github.issues[0]).toMatchObject({ state: 'open' })
      expect(github.issues[0]?.body).not.toContain('An earlier run')
      expect(
        await writesOf(
          github,
          () => step(driftOf('azure')),
          () => step(driftOf('aws')),
        ),
      ).toEqual([])
    }))
})

describe('a project that leaves the config file', () => {
  const DRIFT = { mode: 'drift', issue: 'true' }

  test('has its issue closed, with a comment that says why', () =>
    withProjects(2, async ({ fleet, github, step }) => {
      for (const project of fleet.projects) Object.assign(project.blocks.awsKms as object, { region: 'EU_WEST_1' })
      await step(DRIFT)
      expect(github.issues.map(({ state }) => state)).toEqual(['open', 'open'])
      fleet.entries = fleet.entries.filter(({ id }) => id !== idOf(0))
      const { outputs } = await step(DRIFT)
      expect(github.issues.map(({ state, state_reason }) => [state, state_reason])).toEqual([
        ['closed', 'completed'],
        ['open', null],
      ])
      expect(github.issues[0]?.comments[0]?.body).toMatch(/no longer in the config file <code>atlas\.yml<\/code>/)
      expect(outputs['issue-url']?.split('\n').sort()).toEqual([issueUrl(1), issueUrl(2)])
      expect(await writesOf(github, () => step(DRIFT))).toEqual([])
    }))

  test('in a matrix, has it closed by the shard that it belongs to', () =>
    withProjects(6, async ({ fleet, github, step }) => {
      for (const project of fleet.projects) Object.assign(project.blocks.awsKms as object, { region: 'EU_WEST_1' })
      const shard = (index: number) => () => step({ ...DRIFT, shard: `${index}/2` })
      await writesOf(github, shard(1), shard(2))
      const [gone] = github.issues
      fleet.entries = fleet.entries.filter(({ id }) => !gone?.title.includes(String(id)))
      // Shard 1 opened the first issue.
      expect(await writesOf(github, shard(2))).toEqual([])
      expect(await writesOf(github, shard(1))).toEqual(['POST /issues/1/comments', 'PATCH /issues/1'])
      expect(github.issues.filter(({ state }) => state === 'closed')).toHaveLength(1)
    }))

  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['another config file', { 'config-file': 'other.yml' }, {}],
    ['the project alone', { 'config-file': '', 'project-id': idOf(0), provider: 'aws', 'aws-region': 'us-east-1' }, {}],
  ])('keeps its issue if a run on %s opened it', (_, opening, closing) =>
    withProjects(2, async ({ fleet, github, step }) => {
      Object.assign(fleet.projects[0]?.blocks.awsKms as object, { region: 'EU_WEST_1' })
      const files = { 'other.yml': fleet.config }
      await step({ ...DRIFT, ...opening }, undefined, { files })
      expect(github.issues).toHaveLength(1)
      fleet.entries = fleet.entries.filter(({ id }) => id !== idOf(0))
      expect(await writesOf(github, () => step({ ...DRIFT, ...closing }))).toEqual([])
    }),
  )

  test('is told apart from one that cannot be read', () =>
    withProjects(2, async ({ fleet, github, step }) => {
      Object.assign(fleet.projects[0]?.blocks.awsKms as object, { region: 'EU_WEST_1' })
      await step(DRIFT)
      fleet.atlas.projects.delete(idOf(0))
      expect(await writesOf(github, () => step(DRIFT))).toEqual([])
      expect(github.issues[0]?.state).toBe('open')
    }))

  test('so has a provider that leaves its project', () =>
    withProjects(1, async ({ fleet, github, step }) => {
      const { block } = CONFIGURATIONS.azure
      Object.assign(fleet.projects[0]?.blocks as object, {
        azureKeyVault: { ...block, enabled: true, keyVaultName: 'other-vault' },
      })
      Object.assign(fleet.projects[0]?.blocks.awsKms as object, { region: 'EU_WEST_1' })
      const [entry] = fleet.entries
      fleet.entries = [{ ...entry, azureKeyVault: { keyVaultName: block.keyVaultName } }]
      await step(DRIFT)
      expect(github.issues[0]?.body).toContain('other-vault')
      fleet.entries = [entry as Record<string, unknown>]
      await step(DRIFT)
      expect(github.issues[0]?.body).not.toContain('other-vault')
      expect(github.issues[0]?.state).toBe('open')
    }))
})

test('the issue of a project links to it in Atlas', () =>
  withProject(async ({ scenario, github, drift }) => {
    setRegion(scenario, 'EU_WEST_1')
    await drift()
    expect(github.issues[0]?.body).toContain(`<a href="${scenario.atlas.url}/v2/${PROJECT_ID}">`)
  }))
