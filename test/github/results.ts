import type { Atlas } from '../../src/atlas/atlas.ts'
import type { Cluster } from '../../src/domain/cluster.ts'
import type { DesiredProject, DesiredProvider } from '../../src/domain/desired.ts'
import type { Mode } from '../../src/domain/modes.ts'
import type { ProviderName } from '../../src/domain/providers.ts'
import type { Reported } from '../../src/domain/reported.ts'
import type { ProjectResult } from '../../src/domain/result.ts'
import type { Limits } from '../../src/domain/settings.ts'
import { runMode } from '../../src/modes/run-mode.ts'
import { fakeRunContext, sanitized } from '../harness/context.ts'
import { PROJECT_ID as PROJECT } from '../harness/fixtures.ts'
import { NO_SERVICE_ACCOUNT } from '../modes/fake-context.ts'

export { PROJECT }

const LIMITS: Limits = {
  validTimeout: 0,
  propagationTimeout: 0,
  waitTimeout: 0,
  failOnInvalid: true,
  failOnDrift: true,
}

/** What one step of a workflow wants. */
export interface StepOf {
  readonly mode: Mode
  readonly desired: DesiredProject
  readonly limits?: Partial<Limits>
}

const ON: Readonly<Record<ProviderName, Record<string, string>>> = {
  aws: { customerMasterKeyID: 'key', region: 'US_EAST_1', roleId: 'a'.repeat(24) },
  azure: { keyVaultName: 'vault', roleId: 'b'.repeat(24) },
  gcp: { keyVersionResourceID: 'projects/p', roleId: 'c'.repeat(24) },
}

export const wants = (provider: ProviderName, more: Record<string, string> = {}): DesiredProvider => ({
  provider,
  enabled: true,
  fields: { ...ON[provider], ...more },
})

export const wantsOff = (provider: ProviderName): DesiredProvider => ({ provider, enabled: false, fields: {} })

export function desires(providers: readonly DesiredProvider[], more: Partial<DesiredProject> = {}): DesiredProject {
  return { id: PROJECT, name: null, require: [], providers, ...more }
}

/** What Atlas can be asked for beside the configuration. */
export interface FakeAtlasState {
  readonly reported: Reported
  readonly clusters?: readonly {
    readonly name: string
    readonly provider: Cluster['provider']
    readonly paused: boolean
  }[]
  /** Events of enabled alerts. */
  readonly alerts?: readonly string[]
}

/** The result of a step, from the real mode, against an Atlas of plain functions. */
export async function resultOf(step: StepOf, state: FakeAtlasState): Promise<ProjectResult> {
  const clusters = (state.clusters ?? []).map(
    ({ name, ...cluster }): Cluster => ({
      ...cluster,
      name: sanitized(name),
      state: sanitized('IDLE'),
      providerNames: new Set(['AWS']),
      isShared: false,
    }),
  )
  const atlas = {
    getEncryptionAtRest: () => Promise.resolve(state.reported),
    listClusters: () => Promise.resolve(clusters),
    listAlertConfigurations: () => Promise.resolve((state.alerts ?? []).map((event) => ({ event, enabled: true }))),
    listOpenAlerts: () => Promise.resolve([]),
    getLatestEvent: () => Promise.resolve(undefined),
  } as unknown as Atlas
  const limits = { ...LIMITS, ...step.limits }
  return await runMode(step.mode, step.desired, {
    run: fakeRunContext(),
    atlas,
    limits,
    serviceAccount: NO_SERVICE_ACCOUNT,
    isMultiProject: false,
  })
}

/** An enabled provider as Atlas reports it. */
export const enabled = (provider: ProviderName, more: Record<string, unknown> = {}): Reported[keyof Reported] =>
  ({ ...ON[provider], enabled: true, valid: true, ...more }) as never
