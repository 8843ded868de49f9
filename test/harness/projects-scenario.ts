import { stringify } from 'yaml'
import type { FakeProject } from '../fake-atlas/project.ts'
import { FakeAtlas } from '../fake-atlas/server.ts'
import { idOf, ORGANIZATION, ROLE_ARN, ROLE_ID, WITH_API_KEY } from './fixtures.ts'
import type { StepOptions, StepResult } from './run-action.ts'
import { runAction } from './run-action.ts'
import { secretsOf } from './scenario.ts'

export const keyOf = (n: number): string => `arn:aws:kms:us-east-1:111122223333:key/${n}`

/** What the config file says of the `n`th project, beside what the defaults do. */
const entryOf = (n: number, more: object = {}): Record<string, unknown> => ({
  id: idOf(n),
  name: `project-${n}`,
  awsKms: { customerMasterKeyID: keyOf(n) },
  ...more,
})

const DEFAULTS = { awsKms: { region: 'us-east-1', roleId: ROLE_ID } }

/** A report as the output and the file have it, as far as tests look at it. */
export interface FleetReport {
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

export const reportOf = ({ reportFile }: StepResult): FleetReport => JSON.parse(reportFile) as FleetReport

/** One fake Atlas with many projects that are as the config file wants them, and the step that runs against it. */
export class Fleet {
  readonly atlas: FakeAtlas
  readonly projects: FakeProject[] = []
  /** The config file's projects; tests change them. */
  entries: Record<string, unknown>[] = []

  private constructor(atlas: FakeAtlas) {
    this.atlas = atlas
  }

  /** Runs a test with `size` projects, numbered from 0, all enabled and valid. */
  static async play(size: number, test: (fleet: Fleet) => Promise<void>): Promise<void> {
    const fleet = new Fleet(await FakeAtlas.start())
    try {
      for (let n = 0; n < size; n += 1) fleet.add(n)
      await test(fleet)
    } finally {
      await fleet.atlas.stop()
    }
  }

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

  /** Runs the step with the API key on the config file. */
  readonly step = (inputs: Record<string, string> = {}, options: Partial<StepOptions> = {}): Promise<StepResult> => {
    const target = inputs['org-id'] === undefined ? { 'config-file': 'atlas.yml' } : {}
    return runAction({
      ...options,
      with: { 'atlas-base-url': this.atlas.url, ...WITH_API_KEY, ...target, ...inputs },
      files: { 'atlas.yml': this.config, ...options.files },
      secrets: () => secretsOf(this.atlas, options),
    })
  }
}

/** Pseudo-random numbers from 0 to 1 that are the same in every run (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
