import type { Atlas } from '../../src/atlas/atlas.ts'
import { AtlasApiError } from '../../src/atlas/errors.ts'
import type { DesiredProject } from '../../src/domain/desired.ts'
import type { Reported } from '../../src/domain/reported.ts'
import type { ProjectResult } from '../../src/domain/result.ts'
import type { Limits } from '../../src/domain/settings.ts'
import type { ModeContext } from '../../src/modes/context.ts'
import { initialState } from '../../src/modes/project-state.ts'
import { runMode } from '../../src/modes/run-mode.ts'
import { ServiceAccountCheck } from '../../src/modes/service-account-check.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { type FakeRunContext, fakeRunContext, sanitized } from '../harness/context.ts'
import { PROJECT_ID } from '../harness/fixtures.ts'

export const FIELDS = { customerMasterKeyID: 'k', region: 'US_EAST_1', roleId: 'a'.repeat(24) }
export const ENABLE: DesiredProject = {
  id: PROJECT_ID,
  name: null,
  require: [],
  providers: [{ provider: 'aws', enabled: true, fields: FIELDS }],
}
export const DISABLE: DesiredProject = { ...ENABLE, providers: [{ provider: 'aws', enabled: false, fields: {} }] }
export const ENABLED: Reported = { awsKms: { ...FIELDS, enabled: true, valid: true } }
/** As Atlas has the project when its key was disabled or deleted. */
export const INVALID: Reported = { awsKms: { ...FIELDS, enabled: true, valid: false } }

const LIMITS: Limits = {
  validTimeout: 60,
  propagationTimeout: 180,
  waitTimeout: 10_800,
  failOnInvalid: true,
  failOnDrift: true,
}

/** For a run with an API key. */
export const NO_SERVICE_ACCOUNT = new ServiceAccountCheck(
  { kind: 'api-key', username: 'user', password: 'password' },
  'v2',
  () => 0,
)

/** Functions in place of the Admin API. One that a test does not give must not be called. */
export function stubAtlas(given: Partial<Atlas>): Atlas {
  const known = given as Record<string | symbol, unknown>
  return new Proxy({} as Atlas, {
    get: (_, name) => known[name] ?? (() => Promise.reject(new Error(`unexpected call of ${String(name)}`))),
  })
}

export interface FakeModeContext extends ModeContext {
  readonly run: FakeRunContext
}

/** What a mode works with, against these functions. */
export function fakeModeContext(
  atlas: Partial<Atlas>,
  limits: Partial<Limits> = {},
  run: FakeRunContext = fakeRunContext(),
): FakeModeContext {
  return {
    run,
    atlas: stubAtlas(atlas),
    limits: { ...LIMITS, ...limits },
    serviceAccount: NO_SERVICE_ACCOUNT,
    isMultiProject: false,
    state: initialState(),
  }
}

/** Runs apply on a project, as a run on one project does. */
export function apply(
  desired: DesiredProject,
  atlas: Partial<Atlas>,
  limits: Partial<Limits> = {},
  run: FakeRunContext = fakeRunContext(),
): Promise<ProjectResult> {
  const { state: _, ...base } = fakeModeContext(atlas, limits, run)
  return runMode('apply', desired, base)
}

export const refused = (code: string, status = 400): AtlasApiError =>
  new AtlasApiError(sanitized(code), safe`refused with ${sanitized(code)}`, status)

/** @returns a function that returns the results, or rejects with the errors, one after the other, and then the last one every time */
export function inTurn<T>(...results: (T | Error)[]): () => Promise<T> {
  let at = 0
  return () => {
    const result = results[Math.min(at, results.length - 1)] as T | Error
    at += 1
    return result instanceof Error ? Promise.reject(result) : Promise.resolve(result)
  }
}

/** The texts of all events of a type. */
export function textsOf({ events }: FakeRunContext, type: 'note' | 'warning'): string[] {
  return events.flatMap((event) => (event.type === type ? [event.text] : []))
}
