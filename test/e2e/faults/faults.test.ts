import { readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from '@jest/globals'
import type { StepResult } from '../../harness/run-action.ts'
import { BORNE, FATAL, HEALING } from './atlas-faults.ts'
import { GITHUB } from './github-faults.ts'
import { FLEET } from './projects-faults.ts'
import { type FaultCase, playAll, toldOf } from './run-cases.ts'
import { pageOf } from './table.ts'

const SECTIONS: readonly (readonly [title: string, cases: readonly FaultCase[]])[] = [
  ['What heals is tried again', HEALING],
  ['What is handled at once, without a word', BORNE],
  ['What cannot heal ends the run, with a reason', FATAL],
  ['One project of a fleet', FLEET],
  ['GitHub, when an issue is to be kept', GITHUB],
]

let results: Map<FaultCase, StepResult>

beforeAll(async () => {
  results = await playAll(
    SECTIONS.flatMap(([, cases]) => cases),
    6,
  )
}, 120_000)

describe.each(SECTIONS)('%s', (_, cases) => {
  test.each(cases)('$fault', (faultCase) => {
    const result = results.get(faultCase) as StepResult
    expect(result.outputs).toMatchObject(faultCase.ends)
    const told = toldOf(result)
    expect(told.filter((line) => line.includes('trying again in'))).toHaveLength(faultCase.retries ?? 0)
    if (faultCase.says !== undefined) expect(told).toContainEqual(expect.stringMatching(faultCase.says))
  })
})

test('docs/faults.md tells all of it', () => {
  const page = pageOf(SECTIONS, results)
  if (process.env.UPDATE_DOCS) writeFileSync('docs/faults.md', page)
  expect(readFileSync('docs/faults.md', 'utf8')).toBe(page)
})
