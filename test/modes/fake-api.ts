import type { Atlas } from '../../src/atlas/atlas.ts'
import type { Credentials } from '../../src/domain/credentials.ts'
import type { DesiredProject } from '../../src/domain/desired.ts'
import type { Reported } from '../../src/domain/reported.ts'
import type { ProjectResult } from '../../src/domain/result.ts'
import type { Limits } from '../../src/domain/settings.ts'
import { runMode } from '../../src/modes/run-mode.ts'
import { ServiceAccountCheck } from '../../src/modes/service-account-check.ts'
import { fakeRunContext, sanitized } from '../harness/context.ts'
import { API_KEY, PROJECT_ID } from '../harness/fixtures.ts'

export const FIELDS = { customerMasterKeyID: 'k', region: 'US_EAST_1', roleId: 'a'.repeat(24) }
export const ENABLE: DesiredProject = {
  id: sanitized(PROJECT_ID),
  name: null,
  require: [],
  providers: [{ provider: 'aws', enabled: true, fields: FIELDS }],
}
export const DISABLE: DesiredProject = { ...ENABLE, providers: [{ provider: 'aws', enabled: false, fields: {} }] }
export const ENABLED: Reported = { awsKms: { ...FIELDS, enabled: true, valid: true } }
const LIMITS: Limits = {
  validTimeout: 60,
  propagationTimeout: 180,
  waitTimeout: 10_800,
  failOnInvalid: true,
  failOnDrift: true,
}

/** Functions in place of the Admin API. One that a test does not give must not be called. */
function fakeApi(given: Partial<Atlas>): Atlas {
  const unexpected = (name: string) => () => Promise.reject(new Error(`unexpected call of ${name}`))
  const names = [
    'getEncryptionAtRest',
    'patchEncryptionAtRest',
    'listRoles',
    'listClusters',
    'listAlertConfigurations',
    'listOpenAlerts',
    'getLatestEvent',
    'listPrivateEndpoints',
  ]
  return { ...Object.fromEntries(names.map((name) => [name, unexpected(name)])), ...given } as unknown as Atlas
}

/** Runs apply against these functions. */
export function apply(
  desired: DesiredProject,
  api: Partial<Atlas>,
  limits: Partial<Limits> = {},
  run = fakeRunContext(),
): Promise<ProjectResult> {
  const credentials: Credentials = { kind: 'api-key', username: API_KEY.publicKey, password: API_KEY.privateKey }
  return runMode('apply', desired, {
    run,
    atlas: fakeApi(api),
    limits: { ...LIMITS, ...limits },
    serviceAccount: new ServiceAccountCheck(credentials, 'v2', () => run.clock.wallNow()),
    isMultiProject: false,
  })
}

/** @returns a function that returns the results, or rejects with the errors, one after the other, and then the last one every time */
export function inTurn<T>(...results: (T | Error)[]): () => Promise<T> {
  let at = 0
  return () => {
    const result = results[Math.min(at, results.length - 1)] as T | Error
    at += 1
    return result instanceof Error ? Promise.reject(result) : Promise.resolve(result)
  }
}
