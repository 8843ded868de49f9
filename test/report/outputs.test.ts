import { describe, expect, test } from '@jest/globals'
import type { ProjectReport, ReportedDifference, RunOutcome } from '../../src/domain/report.ts'
import type { ProjectResult } from '../../src/domain/result.ts'
import { type OutputName, outputsOf } from '../../src/report/outputs.ts'
import { joinSafe, safe } from '../../src/sanitize/safe-text.ts'
import { Secrets } from '../../src/sanitize/secrets.ts'
import { sanitized } from '../harness/context.ts'
import { idOf } from '../harness/fixtures.ts'
import { outcomeOf, PROJECT, RESULT, SECRET, secretsWithOne } from './results.ts'

const noSecrets = new Secrets(() => undefined)
const WRITTEN = { json: safe`{}`, file: { path: '/tmp/report.json' } }

const textsOf = (outcome: RunOutcome, secrets = noSecrets): Readonly<Record<OutputName, string>> =>
  outputsOf(outcome, WRITTEN, secrets).texts

const OFF: ProjectReport = {
  ...PROJECT,
  valid: false,
  enabled: false,
  providers: [{ provider: 'aws', enabled: false, valid: false }],
}
const FAILED: ProjectReport = { ...OFF, result: 'failed', failureReason: 'error', providers: [] }

function difference(
  expected: string | boolean,
  actual: string | boolean | null,
  field = safe`enabled`,
): ReportedDifference {
  const redact = (value: string | boolean): ReportedDifference['expected'] =>
    typeof value === 'string' ? noSecrets.redact(value) : value
  const shown = { expected: redact(expected), actual: actual === null ? null : redact(actual) }
  return { projectId: idOf(1), provider: 'aws', field, ...shown }
}

describe('the outputs', () => {
  test('of one project that passed', () => {
    const outcome = { ...outcomeOf([PROJECT]), project: RESULT }
    expect(textsOf(outcome)).toEqual({
      result: 'passed',
      'failure-reason': '',
      valid: 'true',
      enabled: 'true',
      changed: 'false',
      drifted: 'false',
      differences: '[]',
      'not-comparable': '[]',
      configuration: '{"awsKms":{"enabled":true,"valid":true}}',
      report: '{}',
      'report-file': '/tmp/report.json',
      'private-endpoints': '[]',
      'export-file': '',
      'issue-url': '',
      'comment-url': '',
    })
  })

  test('of a run that failed before anything was known', () => {
    const error = { code: 'INPUT', message: safe`wrong` } as const
    const outcome = outcomeOf([], { result: 'failed', failureReason: 'error', error })
    expect(outputsOf(outcome, { json: safe`{}`, file: { errorCode: 'ENOENT' } }, noSecrets)).toMatchObject({
      cut: [],
      texts: { result: 'failed', 'failure-reason': 'error', valid: 'false', enabled: 'false', 'report-file': '' },
    })
  })

  test('say what changed and what differs in any project', () => {
    const project = { ...PROJECT, changed: true, drifted: true, notComparable: [safe`roleId`, safe`secret`] }
    const other = { ...PROJECT, notComparable: [safe`secret`], differences: [difference('a', null, safe`region`)] }
    expect(textsOf(outcomeOf([PROJECT, project, other]))).toMatchObject({
      changed: 'true',
      drifted: 'true',
      'not-comparable': '["roleId","secret"]',
      differences: `[{"projectId":"${idOf(1)}","provider":"aws","field":"region","expected":"a","actual":null}]`,
    })
  })

  test('have the private endpoints, each with its project', () => {
    const endpoint = {
      provider: 'aws',
      region: safe`R`,
      status: safe`ACTIVE`,
      connectionName: null,
      id: safe`x`,
    } as const
    const { 'private-endpoints': json } = textsOf(outcomeOf([PROJECT, { ...PROJECT, privateEndpoints: [endpoint] }]))
    expect(json).toBe(
      `[{"projectId":"${idOf(1)}","provider":"aws","region":"R","status":"ACTIVE","connectionName":null,"id":"x"}]`,
    )
  })

  test('have URLs on a line each, and no secret in them', () => {
    const issueUrl = joinSafe([safe`https://x/1`, sanitized(`https://x/${SECRET}`)], safe`\n`)
    const links = { issueUrl, commentUrl: safe`https://x/3` }
    expect(textsOf({ ...outcomeOf([]), links }, secretsWithOne())).toMatchObject({
      'issue-url': 'https://x/1\nhttps://x/***',
      'comment-url': 'https://x/3',
    })
  })
})

describe('`configuration`', () => {
  const textOf = (configuration: ProjectResult['configuration']): string =>
    textsOf({ ...outcomeOf([PROJECT]), project: { ...RESULT, configuration } }).configuration

  test('has what Atlas reports, with lines as JSON that starts no workflow command', () => {
    const configuration = {
      awsKms: { enabled: true, region: noSecrets.redact('a\n##[error]b'), roleId: null },
      azureKeyVault: null,
      enabledForSearchNodes: true,
    }
    const json = textOf(configuration)
    expect(JSON.parse(json)).toEqual(configuration)
    expect(json).not.toMatch(/\n|##\[/)
  })

  test('is empty if Atlas never answered, and for many projects', () => {
    expect(textOf(null)).toBe('')
    expect(textsOf(outcomeOf([PROJECT, PROJECT])).configuration).toBe('')
  })
})

describe('`valid` and `enabled` of many projects', () => {
  const TO_ENABLE = { ...OFF, differences: [difference(true, false)] }
  const TO_DISABLE = { ...PROJECT, valid: false, differences: [difference(false, true)] }
  test.each([
    ['no project', 'verify', [], 'true', 'true'],
    ['one project that is off', 'drift', [OFF], 'false', 'false'],
    ['all valid', 'drift', [PROJECT, PROJECT], 'true', 'true'],
    ['one that is to be off does not count', 'drift', [PROJECT, OFF], 'true', 'true'],
    ['one that is to be disabled does not count', 'drift', [PROJECT, TO_DISABLE], 'true', 'true'],
    ['one that is to be enabled counts', 'drift', [PROJECT, TO_ENABLE], 'false', 'false'],
    ['one that is not valid counts', 'drift', [PROJECT, { ...PROJECT, valid: false }], 'false', 'true'],
    ['a failure counts', 'drift', [PROJECT, FAILED], 'false', 'false'],
    ['nothing is desired', 'drift', [OFF, OFF], 'false', 'false'],
    ['verify: one that is off and passed does not count', 'verify', [PROJECT, OFF], 'true', 'true'],
    ['verify: an excused key counts', 'verify', [PROJECT, { ...PROJECT, valid: false }], 'false', 'true'],
    ['verify: one that failed counts', 'verify', [PROJECT, { ...OFF, failureReason: 'invalid' }], 'false', 'false'],
  ] as const)('%s', (_, mode, projects, valid, enabled) => {
    expect(textsOf(outcomeOf(projects, { mode }))).toMatchObject({ valid, enabled })
  })
})

describe('long lists', () => {
  const long = 'x'.repeat(1000)
  const endpoint = {
    provider: 'aws',
    region: noSecrets.sanitize(long),
    status: null,
    connectionName: null,
    id: null,
  } as const

  test('are cut between two items at 256 KiB, and their names are returned', () => {
    const differences = Array.from({ length: 300 }, () => difference(long, null, safe`region`))
    const privateEndpoints = Array.from({ length: 300 }, () => endpoint)
    const { texts, cut } = outputsOf(outcomeOf([{ ...PROJECT, differences, privateEndpoints }]), WRITTEN, noSecrets)
    expect(cut).toEqual(['differences', 'private-endpoints'])
    for (const name of cut) {
      const size = Buffer.byteLength(texts[name])
      expect(size).toBeLessThanOrEqual(256 * 1024)
      expect(size).toBeGreaterThan(254 * 1024)
      expect(JSON.parse(texts[name]).length).toBeLessThan(300)
    }
  })

  test('that fit are whole', () => {
    const differences = Array.from({ length: 200 }, () => difference(long, null, safe`region`))
    const { texts, cut } = outputsOf(outcomeOf([{ ...PROJECT, differences }]), WRITTEN, noSecrets)
    expect(cut).toEqual([])
    expect(JSON.parse(texts.differences)).toHaveLength(200)
  })
})
