import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { refuseWith } from '../fake-atlas/faults.ts'
import { AS_SERVICE_ACCOUNT, CONFIGURATIONS } from '../harness/fixtures.ts'
import { type Scenario, withScenario } from '../harness/scenario.ts'

const { inputs, block } = CONFIGURATIONS.aws

/** Every way in which a run can end. The snapshot holds the log, annotations, summary and report of each. */
const RUNS: readonly [result: string, inputs: Record<string, string>, prepare?: (scenario: Scenario) => void][] = [
  ['created', inputs],
  ['updated', { ...inputs, 'aws-region': 'eu-west-1' }, (scenario) => scenario.enable('aws')],
  ['unchanged', inputs, (scenario) => scenario.enable('aws')],
  ['disabled', { provider: 'aws', enabled: 'false' }, (scenario) => scenario.enable('aws')],
  ['disabled before', { provider: 'aws', enabled: 'false' }],
  ['planned', { ...inputs, mode: 'plan', 'aws-region': 'eu-west-1' }, (scenario) => scenario.enable('aws')],
  ['planned without a change', { ...inputs, mode: 'plan' }, (scenario) => scenario.enable('aws')],
  ['planned, key not valid', { ...inputs, mode: 'plan' }, breakKey],
  ['passed', { mode: 'verify', ...AS_SERVICE_ACCOUNT }, (scenario) => scenario.enable('aws')],
  ['passed, two providers', { mode: 'verify' }, enableTwo],
  ['passed without drift', { ...inputs, mode: 'drift' }, (scenario) => scenario.enable('aws')],
  ['passed, disabled as given', { provider: 'aws', enabled: 'false', mode: 'drift' }],
  ['drift', { ...inputs, mode: 'drift', 'aws-region': 'eu-west-1' }, driftedByJane],
  [
    'drift that does not fail the step',
    { ...inputs, mode: 'drift', 'aws-region': 'eu-west-1', 'fail-on-drift': 'false' },
    (s) => s.enable('aws'),
  ],
  ['key not valid', { mode: 'verify', provider: 'aws' }, breakKey],
  [
    'key not valid after the change',
    { ...inputs, 'valid-timeout': '0' },
    ({ project }) => void project.brokenKeys.add(block.customerMasterKeyID),
  ],
  ['not enabled', { mode: 'verify', provider: 'azure' }],
  ['nothing enabled', { mode: 'verify' }],
  ['requirement not met', { mode: 'verify', require: 'clusters, role-based-auth' }, unencrypted],
  ['requirement that cannot be checked', { mode: 'verify', require: 'rotation-alert' }, alertsForbidden],
  ['still in use', { provider: 'aws', enabled: 'false' }, stillUsed],
  [
    'refused',
    inputs,
    ({ atlas }) => void atlas.faults.push({ method: 'PATCH', handler: refuseWith(400, 'INVALID_REGION', 'No.') }),
  ],
  ['wrong input', { ...inputs, 'aws-role-id': 'x', mode: 'aply' }],
]

function breakKey(scenario: Scenario): void {
  scenario.enable('aws')
  scenario.project.brokenKeys.add(block.customerMasterKeyID)
}

function enableTwo(scenario: Scenario): void {
  scenario.enable('aws')
  scenario.enable('gcp')
}

function driftedByJane(scenario: Scenario): void {
  scenario.enable('aws')
  const event = { eventTypeName: 'ENCRYPTION_AT_REST_CONFIGURATION_UPDATED', created: '2026-11-01T10:00:00Z' }
  scenario.project.events = [{ ...event, username: 'jane@example.com' }]
}

function unencrypted(scenario: Scenario): void {
  scenario.enable('aws')
  scenario.project.clusters = [
    { name: 'legacy', paused: true },
    { name: 'orders', encryptionAtRestProvider: 'AWS' },
  ]
}

function alertsForbidden(scenario: Scenario): void {
  scenario.enable('aws')
  scenario.atlas.forbidden = /alertConfigs/
}

function stillUsed(scenario: Scenario): void {
  scenario.enable('aws')
  scenario.project.clusters = [{ name: 'orders', encryptionAtRestProvider: 'AWS' }]
}

describe('what a run writes:', () => {
  test.each(RUNS)('%s', (_, given, prepare = () => undefined) =>
    withScenario(async (scenario) => {
      prepare(scenario)
      const { log, errors, warnings, summary, outputs } = await scenario.runStep(given)
      const { report, 'report-file': reportFile, ...short } = outputs
      expect(reportFile).not.toBe('')
      const withoutPort = (text: string): string => text.replace(/127\.0\.0\.1:\d+/g, 'HOST')
      expect({
        log: log.map(withoutPort),
        errors,
        warnings,
        summary: withoutPort(summary).split('\n\n'),
        outputs: short,
        report: JSON.parse(report as string) as { run: { at: string } },
      }).toMatchSnapshot({ report: { run: { at: expect.any(String) } } })
    }),
  )
})

test('no message names an input that does not exist', () => {
  const manifest = parse(readFileSync('action.yml', 'utf8')) as { inputs: object; outputs: object }
  const known = new Set([...Object.keys(manifest.inputs), ...Object.keys(manifest.outputs)])
  const sources = ['src/atlas/hints.ts', 'src/report/verdict.ts', 'src/report/summary.ts', 'src/modes/context.ts']
  const named = sources.flatMap((name) => [
    ...readFileSync(name, 'utf8').matchAll(/`([a-z]+(?:-[a-z]+)+)(?:: [\w.]+)?\\?`/g),
  ])
  expect(named.length).toBeGreaterThan(15)
  expect(named.map(([, name]) => name as string).filter((name) => !known.has(name))).toEqual([])
})
