import { idOf } from '../harness/fixtures.ts'
import { PROJECT, reportWith, TOTALS } from './reports.ts'

/** One project, and the rest of the report as it follows from the project. */
export interface ProjectCase {
  readonly mode: string
  readonly project: object
  /** Projects that count as `invalid` in the totals. */
  readonly invalid?: number
}

type Facts = typeof PROJECT & {
  readonly error: { code: string; message: string } | null
  readonly failureReason: string | null
}

/** The report of one project in which result, reason and totals are what they must be. */
export function reportOf({ mode, project, invalid = 0 }: ProjectCase): object {
  const { result, failureReason, changed, drifted, error } = { ...PROJECT, ...project } as Facts
  const failed = result === 'failed' ? 1 : 0
  const totals = {
    ...TOTALS,
    passed: 1 - failed,
    failed,
    changed: Number(changed),
    drifted: Number(drifted),
    invalid,
    errors: error === null ? 0 : 1,
  }
  return reportWith({ mode, result, failureReason, totals }, project)
}

const aws = (enabled: boolean, valid: boolean): object => ({ provider: 'aws', enabled, valid })
const azure = (enabled: boolean, valid: boolean): object => ({ provider: 'azure', enabled, valid })

const difference = (provider: string | null, field: string, expected: unknown, actual: unknown): object => ({
  projectId: idOf(1),
  provider,
  field,
  expected,
  actual,
})

const OFF = { valid: false, enabled: false, providers: [aws(false, false)] }
const BROKEN = { valid: false, providers: [aws(true, false)] }
const failedFor = (failureReason: string): object => ({ result: 'failed', failureReason })
const ERROR = { ...failedFor('error'), error: { code: 'NETWORK', message: 'x' } }
const differing = (...differences: readonly object[]): object => ({ drifted: true, differences })
const REGION = difference('aws', 'region', 'EU_WEST_1', 'US_EAST_1')
const TO_ENABLE = difference('aws', 'enabled', true, false)
const TO_DISABLE = difference('aws', 'enabled', false, true)
const held = (value: boolean | null): object => ({
  requirements: [{ condition: 'clusters', held: value, detail: 'x' }],
})
const CLUSTER = difference('aws', 'clusters.c', 'AWS', 'NONE')

type Named = readonly [name: string, mode: string, project: object, invalid?: number]

/** What true runs report. */
export const POSSIBLE: readonly Named[] = [
  ['verify, a key that is not valid and is excused', 'verify', { ...BROKEN }, 1],
  ['verify, providers that are to be disabled and are', 'verify', OFF],
  ['verify, a provider that is to be disabled and is not', 'verify', { ...failedFor('invalid'), valid: false }],
  ['verify, no provider is named and none is enabled', 'verify', { ...OFF, providers: [], ...failedFor('invalid') }, 1],
  [
    'verify, a key that is not valid, and a requirement',
    'verify',
    { ...BROKEN, ...failedFor('invalid'), ...held(false) },
    1,
  ],
  ['verify, an excused key, but a requirement', 'verify', { ...BROKEN, ...failedFor('requirement'), ...held(null) }, 1],
  ['verify, an error after Atlas answered', 'verify', { ...ERROR, ...held(true) }],
  ['drift, excused', 'drift', differing(REGION)],
  [
    'drift, a key that is not valid and is excused, and drift',
    'drift',
    { ...BROKEN, ...failedFor('drift'), ...differing(REGION) },
    1,
  ],
  ['drift, a provider that is to be disabled and is', 'drift', OFF],
  ['drift, a provider that is not enabled', 'drift', { ...OFF, ...failedFor('drift'), ...differing(TO_ENABLE) }, 1],
  [
    'drift, a provider that is to be disabled',
    'drift',
    { ...failedFor('drift'), valid: false, ...differing(TO_DISABLE) },
  ],
  [
    'drift, two keys that look the same once they are redacted',
    'drift',
    { ...failedFor('drift'), ...differing(difference('aws', 'accessKeyID', '…WXYZ', '…WXYZ')) },
  ],
  ['drift, an error before the comparison', 'drift', { ...ERROR }],
  [
    'drift, the one enabled and valid, the other to be disabled and broken',
    'drift',
    {
      ...failedFor('drift'),
      providers: [aws(true, true), azure(true, false)],
      ...differing(difference('azure', 'enabled', false, true)),
    },
  ],
  ['plan, nothing to do', 'plan', { result: 'planned' }],
  ['plan, a change', 'plan', { result: 'planned', changed: true, ...differing(REGION) }],
  ['plan, a given secret alone', 'plan', { result: 'planned', changed: true, notComparable: ['secretAccessKey'] }],
  ['plan, what is missing to enable', 'plan', { ...ERROR, ...OFF, ...differing(TO_ENABLE) }, 1],
  [
    'plan, an endpoint that is on its way',
    'plan',
    { result: 'planned', ...differing(difference('aws', 'privateEndpoints.R', 'ACTIVE', 'INITIATING')) },
  ],
  ['apply, nothing to do', 'apply', { result: 'unchanged' }],
  ['apply, enabled', 'apply', { result: 'created', changed: true, ...differing(TO_ENABLE, REGION) }],
  ['apply, disabled', 'apply', { ...OFF, result: 'disabled', changed: true, ...differing(TO_DISABLE) }],
  ['apply, updated', 'apply', { result: 'updated', changed: true, ...differing(REGION) }],
  [
    'apply, updated for a given secret',
    'apply',
    { result: 'updated', changed: true, notComparable: ['roleId', 'secretAccessKey'] },
  ],
  [
    'apply, for the search nodes',
    'apply',
    { result: 'updated', changed: true, ...differing(difference(null, 'enabledForSearchNodes', true, false)) },
  ],
  ['apply, a refused PATCH', 'apply', { ...ERROR, ...differing(REGION) }],
  ['apply, a timeout after the PATCH', 'apply', { ...ERROR, ...BROKEN, changed: true, ...differing(REGION) }, 1],
  [
    'apply, a key that is not valid after the change',
    'apply',
    { ...BROKEN, ...failedFor('invalid'), changed: true, ...differing(REGION) },
    1,
  ],
  ['apply, a cluster alone', 'apply', { result: 'updated', changed: true, ...differing(CLUSTER) }],
  ['apply, a cluster that has to wait', 'apply', { result: 'unchanged', ...differing(CLUSTER) }],
  ['an error before Atlas answered', 'apply', { ...ERROR, ...OFF, providers: [] }],
  ['verify, a provider that is named and not enabled', 'verify', { ...OFF, ...failedFor('invalid') }, 1],
  [
    'verify, one provider at risk of two',
    'verify',
    {
      ...failedFor('invalid'),
      valid: false,
      providers: [aws(true, true), azure(true, false)],
      atRisk: { clusters: ['c'], since: null },
    },
    1,
  ],
  ['drift, a requirement that holds', 'drift', held(true)],
  [
    'drift, a field that Atlas reports as null',
    'drift',
    { ...failedFor('drift'), ...differing(difference('aws', 'region', 'a', null)) },
  ],
  [
    'drift, a field that is true or false',
    'drift',
    { ...failedFor('drift'), ...differing(difference('aws', 'requirePrivateNetworking', true, false)) },
  ],
  [
    'drift, what is not comparable of one of two providers',
    'drift',
    { providers: [aws(true, true), azure(true, true)], notComparable: ['secretAccessKey'] },
  ],
  ['plan on an invalid key', 'plan', { ...BROKEN, result: 'planned' }, 1],
  [
    'apply, a given secret of one of two providers',
    'apply',
    { result: 'updated', changed: true, providers: [aws(true, true), azure(true, true)], notComparable: ['secret'] },
  ],
  ['apply, a provider that is disabled during the wait', 'apply', { ...OFF, ...failedFor('invalid') }, 1],
  ['apply, enabled with a cluster', 'apply', { result: 'created', changed: true, ...differing(TO_ENABLE, CLUSTER) }],
  [
    'apply, a provider that is disabled after its clusters',
    'apply',
    {
      result: 'updated',
      changed: true,
      valid: false,
      ...differing(TO_DISABLE, difference('aws', 'clusters.c', 'NONE', 'AWS')),
    },
  ],
  [
    'apply, clusters that were changed',
    'apply',
    { result: 'updated', changed: true, clusters: [{ name: 'c', expected: 'AWS', actual: 'AWS', state: 'IDLE' }] },
  ],
  [
    'apply, an endpoint that was deleted',
    'apply',
    {
      result: 'updated',
      changed: true,
      privateEndpoints: [{ provider: 'aws', region: 'R', status: null, connectionName: null, id: null }],
    },
  ],
]

/** What no run reports, although result, reason and totals agree with it. */
export const CONTRADICTIONS: readonly Named[] = [
  ['`valid` beside an invalid provider', 'verify', { providers: [aws(true, false)] }],
  ['`valid` beside one valid and one invalid provider', 'verify', { providers: [aws(true, true), azure(true, false)] }],
  ['`valid` beside a provider that is not enabled', 'drift', { enabled: false, providers: [aws(false, false)] }],
  ['`valid` without a provider', 'verify', { enabled: false, providers: [] }],
  ['not `valid` beside a valid provider', 'verify', { valid: false }, 1],
  ['a valid provider that is not enabled', 'verify', { providers: [aws(false, true)], enabled: false }],
  ['a provider twice', 'verify', { providers: [aws(true, true), aws(true, true)] }],
  ['not `enabled` beside an enabled provider', 'verify', { enabled: false }],
  ['`enabled` beside no enabled provider', 'verify', { ...OFF, enabled: true }],
  [
    'passed with a provider off and another on',
    'verify',
    { valid: false, providers: [aws(true, true), azure(false, false)] },
    1,
  ],
  ['passed without a provider', 'verify', { ...OFF, providers: [] }, 1],
  ['passed with a requirement that does not hold', 'verify', held(false)],
  ['passed with a requirement that is not known', 'drift', held(null)],
  ['failed for a requirement that holds', 'verify', { ...failedFor('requirement'), ...held(true) }],
  ['failed for an invalid key of a valid provider', 'drift', failedFor('invalid')],
  ['failed for drift without a difference', 'drift', failedFor('drift')],
  ['failed for drift in a mode that does not know it', 'verify', failedFor('drift')],
  ['failed for an error that is not there', 'verify', failedFor('error')],
  ['an error of a project that passed', 'verify', { error: { code: 'NETWORK', message: 'x' } }],
  ['an error beside another reason', 'verify', { ...ERROR, ...BROKEN, failureReason: 'invalid' }, 1],
  ['`drifted` without a difference', 'drift', { drifted: true }],
  ['a difference without `drifted`', 'drift', { differences: [REGION] }],
  ['a difference twice', 'drift', { ...failedFor('drift'), ...differing(REGION, REGION) }],
  [
    'a difference of another project',
    'drift',
    { ...failedFor('drift'), ...differing({ ...REGION, projectId: idOf(2) }) },
  ],
  [
    'a difference of a provider that is not listed',
    'drift',
    { ...failedFor('drift'), ...differing(difference('gcp', 'roleId', 'a', 'b')) },
  ],
  [
    'a difference of a field that the provider does not have',
    'drift',
    { ...failedFor('drift'), ...differing(difference('aws', 'keyVaultName', 'a', 'b')) },
  ],
  [
    'a difference of a secret',
    'drift',
    { ...failedFor('drift'), ...differing(difference('aws', 'secretAccessKey', 'a', null)) },
  ],
  [
    'a difference of a wrong type',
    'drift',
    { ...failedFor('drift'), ...differing(difference('aws', 'region', true, null)) },
  ],
  [
    'a difference between what is the same',
    'drift',
    { ...failedFor('drift'), ...differing(difference('aws', 'requirePrivateNetworking', true, true)) },
  ],
  [
    'a difference of no provider',
    'drift',
    { ...failedFor('drift'), ...differing(difference(null, 'region', 'a', 'b')) },
  ],
  [
    'a difference in `enabled` that the provider does not have',
    'drift',
    { ...failedFor('drift'), ...differing(TO_ENABLE) },
  ],
  [
    'a field of a provider that is to be disabled',
    'drift',
    { ...failedFor('drift'), valid: false, ...differing(TO_DISABLE, REGION) },
  ],
  ['a comparison in verify', 'verify', differing(REGION)],
  ['what is not comparable in verify', 'verify', { notComparable: ['roleId'] }],
  ['what is not comparable of a provider that is not listed', 'drift', { notComparable: ['serviceAccountKey'] }],
  ['a requirement in plan', 'plan', { result: 'planned', ...held(true) }],
  ['a requirement in apply', 'apply', { result: 'unchanged', ...held(true) }],
  ['a change in drift', 'drift', { changed: true }],
  ['a change in verify', 'verify', { changed: true }],
  ['a change for nothing', 'plan', { result: 'planned', changed: true }],
  ['no change for a difference', 'plan', { result: 'planned', ...differing(REGION) }],
  ['no change for a given secret', 'plan', { result: 'planned', notComparable: ['secretAccessKey'] }],
  ['an end of another mode', 'verify', { result: 'unchanged' }],
  ['unchanged with a change', 'apply', { result: 'unchanged', changed: true, ...differing(REGION) }],
  ['updated without a change', 'apply', { result: 'updated' }],
  ['updated where a provider was enabled', 'apply', { result: 'updated', changed: true, ...differing(TO_ENABLE) }],
  ['enabled where one was updated', 'apply', { result: 'created', changed: true, ...differing(REGION) }],
  ['disabled where one was enabled', 'apply', { result: 'disabled', changed: true, ...differing(TO_ENABLE) }],
  [
    'success with a provider that did not get enabled',
    'apply',
    { ...OFF, result: 'created', changed: true, ...differing(TO_ENABLE) },
    1,
  ],
  [
    'nothing known, but a difference',
    'apply',
    { ...ERROR, ...OFF, providers: [], ...differing(difference(null, 'enabledForSearchNodes', true, false)) },
  ],
  ['clusters at risk of a valid key', 'verify', { atRisk: { clusters: ['c'], since: null } }],
  ['a wrong count of invalid ones', 'verify', {}, 1],
  ['no count of an invalid one', 'drift', { ...BROKEN, ...failedFor('invalid') }, 0],
  [
    '`valid` beside a named provider that is not enabled',
    'verify',
    { providers: [aws(true, true), azure(false, false)] },
  ],
  ['not `valid` beside a valid provider in drift', 'drift', { valid: false }],
  ['not `valid` beside a valid provider in apply', 'apply', { valid: false, result: 'unchanged' }],
  [
    'a difference in `enabled` from nothing',
    'drift',
    { ...OFF, ...failedFor('drift'), ...differing(difference('aws', 'enabled', true, null)) },
    1,
  ],
  [
    'a difference in `enabled` of no provider',
    'drift',
    { ...failedFor('drift'), ...differing(difference(null, 'enabled', true, false)) },
  ],
  [
    'a difference in `enabled` that Atlas has already',
    'drift',
    { ...failedFor('drift'), valid: false, ...differing(TO_ENABLE) },
  ],
  ['a difference that an error cannot explain', 'drift', { ...ERROR, ...differing(TO_ENABLE) }],
  ['what is not comparable of no provider, and an error', 'drift', { ...ERROR, notComparable: ['serviceAccountKey'] }],
  ['nothing known, but unchanged', 'apply', { ...OFF, providers: [], result: 'unchanged' }],
  ['nothing known, but a change', 'apply', { ...ERROR, ...OFF, providers: [], changed: true }],
  ['unchanged with a difference', 'apply', { result: 'unchanged', ...differing(REGION) }],
  [
    'a change that was not sent, although its key is not valid',
    'apply',
    { ...BROKEN, ...failedFor('invalid'), ...differing(REGION) },
    1,
  ],
  [
    'a change for nothing, after which the key is not valid',
    'apply',
    { ...BROKEN, ...failedFor('invalid'), changed: true },
    1,
  ],
  ['failed for drift in apply', 'apply', { ...failedFor('drift'), changed: true, ...differing(REGION) }],
]
