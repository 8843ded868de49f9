import { describe, expect, test } from '@jest/globals'
import type { Comparison } from '../../src/domain/compare.ts'
import type { RunEvent } from '../../src/domain/events.ts'
import type { ShownValue } from '../../src/domain/reported.ts'
import { describeEvent, heldText } from '../../src/report/events.ts'
import { safe } from '../../src/sanitize/safe-text.ts'

const comparison = (more: Partial<Comparison<ShownValue>>): Comparison<ShownValue> => ({
  provider: 'aws',
  field: safe`region`,
  expected: safe`US_EAST_1`,
  actual: safe`US_EAST_1`,
  verdict: 'same',
  ...more,
})

describe('an event as a line of the log', () => {
  test.each<[RunEvent, string]>([
    [
      {
        type: 'reported',
        providers: [
          { provider: 'aws', enabled: true, valid: true },
          { provider: 'azure', enabled: true, valid: false },
          { provider: 'gcp', enabled: false, valid: false },
        ],
      },
      'Atlas reports: aws enabled, key valid · azure enabled, key NOT valid · gcp off',
    ],
    [{ type: 'role-found', role: safe`arn`, roleId: safe`id` }, 'Role arn is known to Atlas as id.'],
    [{ type: 'patch', patch: { awsKms: { region: safe`X` } }, sent: true }, 'Sending: PATCH {"awsKms":{"region":"X"}}'],
    [
      { type: 'patch', patch: { enabledForSearchNodes: true }, sent: false },
      'Apply would send: PATCH {"enabledForSearchNodes":true}',
    ],
    [
      { type: 'retry', request: safe`GET clusters`, reason: safe`HTTP 503`, waitMs: 1500 },
      'GET clusters: HTTP 503; trying again in 1.5 s',
    ],
    [
      { type: 'awaiting-valid', providers: ['aws', 'gcp'], forMs: 60_000 },
      'Waiting up to 60 s for Atlas to report the key of AWS KMS, Google Cloud KMS as valid.',
    ],
    [
      { type: 'awaiting-valid', providers: [], forMs: 1000 },
      'Waiting up to 1 s for Atlas to report the key of a provider as valid.',
    ],
    [
      { type: 'required', requirement: { condition: 'clusters', held: false, detail: safe`Why.` } },
      'Requirement clusters: not met. Why.',
    ],
    [{ type: 'progress', done: 3, of: 10, failed: 1 }, 'Progress: 3 of 10 projects done, 1 of them failed.'],
    [{ type: 'note', text: safe`a note` }, 'a note.'],
    [{ type: 'warning', text: safe`a warning`, about: safe`payments` }, 'payments: a warning.'],
  ])('%#', (event, line) => expect(describeEvent(event)).toBe(line))

  test('of a comparison says what differs, and how much was compared', () => {
    const comparisons = [
      comparison({}),
      comparison({ field: safe`roleId`, actual: null, verdict: 'differs' }),
      comparison({ field: safe`requirePrivateNetworking`, expected: true, actual: false, verdict: 'differs' }),
      comparison({ field: safe`secretAccessKey`, verdict: 'not-comparable' }),
    ]
    expect(describeEvent({ type: 'compared', comparisons })).toBe(
      'Differs: roleId is —, expected US_EAST_1; requirePrivateNetworking is false, expected true · 1 of 4 as desired · cannot be compared: secretAccessKey',
    )
    expect(describeEvent({ type: 'compared', comparisons: [comparison({})] })).toBe(
      'No differences · 1 of 1 as desired',
    )
  })
})

test('a condition is met, not met or unknown', () =>
  expect([true, false, null].map(heldText)).toEqual(['met', 'not met', 'unknown']))
