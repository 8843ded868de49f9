import type { Credentials } from '../../src/domain/credentials.ts'
import type { DesiredProject, DesiredProvider } from '../../src/domain/desired.ts'
import type { Mode } from '../../src/domain/modes.ts'
import type { ProjectResult } from '../../src/domain/result.ts'
import type { Limits } from '../../src/domain/settings.ts'
import { runMode } from '../../src/modes/run-mode.ts'
import { ServiceAccountCheck } from '../../src/modes/service-account-check.ts'
import type { SafeText } from '../../src/sanitize/safe-text.ts'
import type { Cluster } from '../fake-atlas/clusters.ts'
import type { FakeProject } from '../fake-atlas/project.ts'
import { sanitized } from '../harness/context.ts'
import { API_KEY, CONFIGURATIONS, PROJECT_ID, ROLE_ID } from '../harness/fixtures.ts'
import { MemoryAtlas } from '../harness/memory-atlas.ts'
import { VirtualClock, type VirtualRun, virtualRun } from '../harness/virtual-clock.ts'

const LIMITS: Limits = {
  validTimeout: 60,
  propagationTimeout: 180,
  waitTimeout: 10_800,
  failOnInvalid: true,
  failOnDrift: true,
}

interface RunOptions {
  readonly limits?: Partial<Limits>
  /** The `timeout` of the run. */
  readonly seconds?: number
  /** Called before the run starts. */
  readonly onStart?: (run: VirtualRun) => void
}

export interface PlayedRun {
  readonly result: ProjectResult
  readonly run: VirtualRun
}

/** A fake Atlas in memory with one project, and the modes that run on it, by a clock that jumps. */
export class ModeScenario {
  readonly clock = new VirtualClock()
  readonly atlas = new MemoryAtlas(this.clock)
  readonly project: FakeProject = this.addProject(PROJECT_ID)

  addProject(id: string): FakeProject {
    const project = this.atlas.addProject(id)
    project.roles = [{ roleId: ROLE_ID, authorized: true }]
    return project
  }

  /** Enables a provider with a valid key. */
  enable(provider: keyof typeof CONFIGURATIONS, fields: Record<string, unknown> = {}): void {
    const { object, block } = CONFIGURATIONS[provider]
    this.project.blocks[object] = { ...block, ...fields, enabled: true }
  }

  /** Adds clusters that use no key, by their names or with more. */
  addClusters(...clusters: (string | Cluster)[]): void {
    for (const cluster of clusters) {
      const given = typeof cluster === 'string' ? { name: cluster } : cluster
      this.project.clusters.push({ encryptionAtRestProvider: 'NONE', ...given })
    }
  }

  readonly apply = (desired: DesiredProject, options: RunOptions = {}): Promise<PlayedRun> =>
    this.run('apply', desired, options)

  async run(mode: Mode, desired: DesiredProject, options: RunOptions = {}): Promise<PlayedRun> {
    const run = virtualRun(this.clock, options.seconds)
    options.onStart?.(run)
    const result = await this.clock.play(this.start(mode, desired, run, options.limits))
    return { result, run }
  }

  /** Starts a run, for a test that lets several play at once. */
  start(mode: Mode, desired: DesiredProject, run: VirtualRun, limits: Partial<Limits> = {}): Promise<ProjectResult> {
    const wallNow = () => this.clock.wallNow()
    const credentials: Credentials = { kind: 'api-key', username: API_KEY.publicKey, password: API_KEY.privateKey }
    return runMode(mode, desired, {
      run,
      atlas: this.atlas.api(run.signal),
      limits: { ...LIMITS, ...limits },
      serviceAccount: new ServiceAccountCheck(credentials, 'v2', wallNow),
      isMultiProject: false,
    })
  }
}

/** What a workflow asks for in a provider whose fields are those of {@link ModeScenario.enable}. */
export function provider(
  name: keyof typeof CONFIGURATIONS,
  {
    clusters,
    regions,
    ...given
  }: { enabled?: boolean; clusters?: 'all' | string[]; regions?: string[]; fields?: DesiredProvider['fields'] } = {},
): DesiredProvider {
  const { enabled = true } = given
  const fields = { ...CONFIGURATIONS[name].block, ...(regions && { requirePrivateNetworking: true }), ...given.fields }
  return {
    provider: name,
    enabled,
    fields: enabled ? fields : {},
    ...(clusters && { clusters: clusters === 'all' ? clusters : clusters.map((text) => sanitized(text)) }),
    ...(regions && { privateEndpointRegions: regions.map((text) => sanitized(text)) }),
  }
}

/** What a workflow asks for in the project of the scenario. */
export function desired(...providers: DesiredProvider[]): DesiredProject {
  return desiredOf(PROJECT_ID, ...providers)
}

export function desiredOf(id: string, ...providers: DesiredProvider[]): DesiredProject {
  return { id: sanitized(id), name: null, require: [], providers }
}

/** The differences of a result in short. */
export function differencesOf({ differences }: ProjectResult): [string | null, SafeText, unknown, unknown][] {
  return differences.map(({ provider: name, field, expected, actual }) => [name, field, expected, actual])
}
