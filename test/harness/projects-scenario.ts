import { stringify } from 'yaml'
import type { FakeProject } from '../fake-atlas/project.ts'
import { FakeAtlas } from '../fake-atlas/server.ts'
import { idOf, ORGANIZATION, ROLE_ARN, ROLE_ID, WITH_API_KEY } from './fixtures.ts'
import type { StepOptions, StepResult } from './run-action.ts'
import { runAction } from './run-action.ts'
import { secretsOf } from './scenario.ts'

/** The key of the `n`th project. */
export const keyOf = (n: number): string => `arn:aws:kms:us-east-1:111122223333:key/${n}`

/** The entry of the `n`th project in the config file. The defaults of the file complete it. */
const entryOf = (n: number): Record<string, unknown> => ({
  id: idOf(n),
  name: `project-${n}`,
  awsKms: { customerMasterKeyID: keyOf(n) },
})

const DEFAULTS = { awsKms: { region: 'us-east-1', roleId: ROLE_ID } }

/** The part of a report that tests look at, as it is in the output and in the file. */
export interface ProjectsReport {
  readonly mode: string
  readonly shard: string | null
  readonly result: string
  readonly failureReason: string | null
  readonly error: { code: string; message: string } | null
  readonly totals: Record<string, number>
  readonly projects: {
    readonly projectId: string
    readonly name: string | null
    readonly result: string
    readonly failureReason: string | null
    readonly valid: boolean
    readonly providers: { provider: string; enabled: boolean; valid: boolean }[]
    readonly differences: { field: string }[]
    readonly notComparable: string[]
    readonly error: { code: string; message: string } | null
  }[]
}

export const reportOf = ({ reportFile }: StepResult): ProjectsReport => JSON.parse(reportFile) as ProjectsReport

/** A fake Atlas with many projects that are as the config file describes them, and the step that runs against it. */
export class ProjectsScenario {
  readonly atlas: FakeAtlas
  readonly projects: FakeProject[] = []
  /** The projects of the config file. Tests change them. */
  entries: Record<string, unknown>[] = []

  constructor(atlas: FakeAtlas) {
    this.atlas = atlas
  }

  /** Adds the `n`th project to Atlas, to the organization and to the config file; its provider is enabled and valid. */
  add(n: number): FakeProject {
    const project = this.atlas.addProject(idOf(n))
    project.roles = [{ roleId: ROLE_ID, arn: ROLE_ARN, authorized: true }]
    project.blocks.awsKms = { enabled: true, customerMasterKeyID: keyOf(n), region: 'US_EAST_1', roleId: ROLE_ID }
    this.projects.push(project)
    this.entries.push(entryOf(n))
    const listed = this.atlas.organizations.get(ORGANIZATION) ?? []
    this.atlas.organizations.set(ORGANIZATION, [...listed, { id: idOf(n), name: `listed-${n}` }])
    return project
  }

  get config(): string {
    return stringify({ version: 1, defaults: DEFAULTS, projects: this.entries })
  }

  /** Runs the step with the API key on the config file, or on the organization if the inputs name one. */
  readonly runStep = (inputs: Record<string, string> = {}, options: Partial<StepOptions> = {}): Promise<StepResult> => {
    const target = inputs['org-id'] === undefined ? { 'config-file': 'atlas.yml' } : {}
    return runAction({
      ...options,
      with: { 'atlas-base-url': this.atlas.url, ...WITH_API_KEY, ...target, ...inputs },
      files: { 'atlas.yml': this.config, ...options.files },
      secrets: () => secretsOf(this.atlas, options),
    })
  }
}

/**
 * Calls a function with a scenario of `count` projects, numbered from 0, whose fake Atlas is stopped afterwards.
 *
 * @returns what the function returns
 */
export async function withProjects<T>(count: number, use: (scenario: ProjectsScenario) => Promise<T>): Promise<T> {
  const atlas = await FakeAtlas.start()
  try {
    const scenario = new ProjectsScenario(atlas)
    for (let n = 0; n < count; n += 1) scenario.add(n)
    return await use(scenario)
  } finally {
    await atlas.stop()
  }
}

/** @returns a generator of numbers from 0 to 1 that are the same in every run (mulberry32) */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
