import { describe, expect, test } from '@jest/globals'
import type { ProjectResult } from '../../src/domain/result.ts'
import { findingOf, foundSubjects, isObsolete, isResolved, partOf } from '../../src/github/subjects.ts'
import { desires, enabled, type FakeAtlasState, resultOf, type StepOf, wants, wantsOff } from './results.ts'

const AWS_INVALID: FakeAtlasState = { reported: { awsKms: enabled('aws', { valid: false }) as never } }
const AWS_ON: FakeAtlasState = { reported: { awsKms: enabled('aws') as never } }
const ALL_OFF: FakeAtlasState = { reported: {} }
const BOTH_ON: FakeAtlasState = {
  reported: { awsKms: enabled('aws') as never, azureKeyVault: enabled('azure') as never },
}

const verify = (...providers: StepOf['desired']['providers']): StepOf => ({
  mode: 'verify',
  desired: desires(providers),
})
const drift = (...providers: StepOf['desired']['providers']): StepOf => ({ mode: 'drift', desired: desires(providers) })
const requires = (step: StepOf, ...require: StepOf['desired']['require']): StepOf => ({
  ...step,
  desired: { ...step.desired, require },
})

async function found(step: StepOf, state: FakeAtlasState): Promise<string[]> {
  return foundSubjects(await resultOf(step, state), step.desired)
}

async function resolved(subject: string, step: StepOf, state: FakeAtlasState): Promise<boolean> {
  return isResolved(subject, await resultOf(step, state), step.desired)
}

describe('what a run found', () => {
  test.each<[string, StepOf, FakeAtlasState, string[]]>([
    ['nothing', verify(), AWS_ON, []],
    ['an invalid key', verify(wants('aws')), AWS_INVALID, ['invalid:aws']],
    ['an invalid key, without a named provider', verify(), AWS_INVALID, ['invalid:aws']],
    ['an invalid key, in drift', drift(wants('aws')), AWS_INVALID, ['invalid:aws']],
    ['a provider that is off', verify(wants('aws')), ALL_OFF, ['off:aws']],
    ['a provider that is off, in drift', drift(wants('aws')), ALL_OFF, ['drift:aws']],
    ['no provider at all', verify(), ALL_OFF, ['invalid:any']],
    ['a provider that is to be off', verify(wantsOff('aws')), AWS_ON, ['on:aws']],
    ['one of two that are to be off', verify(wantsOff('aws'), wantsOff('gcp')), AWS_ON, ['on:aws']],
    ['drift', drift(wants('aws', { region: 'EU_WEST_1' })), AWS_ON, ['drift:aws']],
    [
      'an invalid key beside a provider that is to be off',
      drift(wants('aws'), wantsOff('gcp')),
      AWS_INVALID,
      ['invalid:aws'],
    ],
    [
      'a setting of the project',
      { mode: 'drift', desired: desires([wants('aws')], { enabledForSearchNodes: true }) },
      AWS_ON,
      ['drift:project'],
    ],
    [
      'a condition about the project',
      requires(verify(wants('aws')), 'clusters'),
      { ...AWS_ON, clusters: [{ name: 'legacy', provider: 'NONE', paused: false }] },
      ['requirement:clusters'],
    ],
    [
      'a condition about the named providers',
      requires(verify(wants('azure'), wants('aws')), 'rotation-alert'),
      BOTH_ON,
      ['requirement:rotation-alert:aws+azure'],
    ],
    [
      'a condition about all providers',
      requires(verify(), 'rotation-alert'),
      AWS_ON,
      ['requirement:rotation-alert:all'],
    ],
  ])('%s', async (_, step, state, expected) => {
    expect(await found(step, state)).toEqual(expected)
  })
})

describe('a finding is resolved', () => {
  test.each<[string, StepOf, FakeAtlasState]>([
    ['invalid:aws', verify(wants('aws')), AWS_ON],
    ['invalid:aws', verify(), AWS_ON],
    ['invalid:aws', verify(), ALL_OFF],
    ['invalid:aws', drift(wants('aws')), AWS_ON],
    ['invalid:aws', drift(wantsOff('aws')), ALL_OFF],
    ['invalid:any', verify(wants('aws')), AWS_ON],
    ['off:aws', verify(), AWS_ON],
    ['off:aws', drift(wantsOff('aws')), ALL_OFF],
    ['on:aws', verify(), ALL_OFF],
    ['on:aws', verify(wantsOff('aws')), ALL_OFF],
    ['on:aws', drift(wants('aws')), AWS_ON],
    ['drift:aws', drift(wants('aws')), AWS_ON],
    ['requirement:clusters', requires(verify(wants('aws')), 'clusters'), AWS_ON],
    [
      'requirement:rotation-alert:aws',
      requires(verify(wants('aws'), wants('azure')), 'rotation-alert'),
      { ...BOTH_ON, alerts: ['AWS_ENCRYPTION_KEY_NEEDS_ROTATION', 'AZURE_ENCRYPTION_KEY_NEEDS_ROTATION'] },
    ],
    ['something-else:aws', verify(), AWS_ON],
  ])('%s', async (subject, step, state) => {
    expect(await resolved(subject, step, state)).toBe(true)
  })
})

describe('a finding stands that the run does not look at', () => {
  test.each<[string, string, StepOf, FakeAtlasState]>([
    ['the key of another provider', 'invalid:azure', verify(wants('aws')), AWS_ON],
    ['drift, in verify', 'drift:aws', verify(wants('aws')), AWS_ON],
    ['drift of another provider', 'drift:azure', drift(wants('aws')), BOTH_ON],
    ['a setting of the project', 'drift:project', drift(wants('aws')), AWS_ON],
    ['a condition that is not asked for', 'requirement:clusters', verify(wants('aws')), AWS_ON],
    ['a provider that is off, in drift', 'off:aws', drift(wants('aws')), ALL_OFF],
    [
      'a provider that is off, among all',
      'off:aws',
      verify(),
      { reported: { azureKeyVault: enabled('azure') as never } },
    ],
    ['a provider that is on, among all', 'on:aws', verify(), AWS_ON],
    ['no provider at all, in drift', 'invalid:any', drift(wantsOff('aws')), ALL_OFF],
    ['an invalid key that is to be off', 'invalid:aws', drift(wantsOff('aws')), AWS_INVALID],
    [
      'an alert for another provider',
      'requirement:rotation-alert:azure',
      requires(verify(wants('aws')), 'rotation-alert'),
      { ...BOTH_ON, alerts: ['AWS_ENCRYPTION_KEY_NEEDS_ROTATION'] },
    ],
    [
      'an alert for all providers',
      'requirement:rotation-alert:all',
      requires(verify(wants('aws')), 'rotation-alert'),
      { ...BOTH_ON, alerts: ['AWS_ENCRYPTION_KEY_NEEDS_ROTATION'] },
    ],
  ])('%s', async (_, subject, step, state) => {
    expect(await resolved(subject, step, state)).toBe(false)
  })

  test('and so does one that it finds itself', async () => {
    expect(await resolved('invalid:aws', verify(), AWS_INVALID)).toBe(false)
  })
})

describe('a finding is obsolete once the config file no longer names it', () => {
  const desired = desires([wants('aws')])
  test.each([
    ['invalid:azure', 'verify', true],
    ['off:azure', 'drift', true],
    ['drift:azure', 'drift', true],
    ['drift:azure', 'verify', false],
    ['drift:project', 'drift', true],
    ['drift:project', 'verify', false],
    ['invalid:any', 'verify', true],
    ['invalid:aws', 'drift', false],
    ['drift:aws', 'drift', false],
    ['requirement:clusters', 'drift', false],
  ] as const)('%s in %s: %j', (subject, mode, expected) => {
    expect(isObsolete(subject, mode, desired)).toBe(expected)
  })

  test('but not where it names none, and means all', () => {
    expect(isObsolete('invalid:azure', 'verify', desires([]))).toBe(false)
    expect(isObsolete('invalid:any', 'verify', desires([]))).toBe(false)
  })
})

test.each([
  ['invalid:aws', 'aws', 'invalid'],
  ['off:gcp', 'gcp', 'invalid'],
  ['on:azure', 'azure', 'invalid'],
  ['invalid:any', 'project', 'invalid'],
  ['drift:azure', 'azure', 'drift'],
  ['drift:project', 'project', 'drift'],
  ['requirement:clusters', 'project', 'requirement'],
  ['requirement:rotation-alert:aws', 'project', 'requirement'],
] as const)('%s belongs to the part %s and the finding %s', (subject, part, finding) => {
  expect(partOf(subject)).toBe(part)
  expect(findingOf(subject)).toBe(finding)
})

test('an error finds nothing', async () => {
  const failed: ProjectResult = await resultOf(verify(), { reported: null as never })
  expect(failed.error).not.toBeNull()
  expect(foundSubjects(failed, desires([]))).toEqual([])
})
