import { describe, expect, test } from '@jest/globals'
import { brokenInvariants } from './invariants.ts'
import type { Manifest, StepOptions, StepResult } from './run-action.ts'

const SECRET = 'correct horse battery staple'
const MANIFEST: Manifest = { inputs: {}, outputs: { result: {} } }
const PASSED: StepResult = {
  exitCode: 0,
  stdout: `::add-mask::${SECRET}\nAll is well.\n`,
  log: ['All is well.'],
  commands: [{ name: 'add-mask', data: SECRET }],
  masks: [SECRET],
  errors: [],
  warnings: [],
  outputs: { result: 'passed' },
  summary: '',
  reportFile: '',
  durationMs: 100,
}

const check = (changed: Partial<StepResult>, options: Partial<StepOptions> = {}, stderr = ''): string[] =>
  brokenInvariants({ ...PASSED, ...changed }, stderr, MANIFEST, { with: {}, secrets: () => [SECRET], ...options })

describe('the rules that hold for every run', () => {
  test('are kept by a run that masks its secret, writes its outputs and passes', () => {
    expect(check({})).toEqual([])
  })

  test.each<[string, Partial<StepResult>, RegExp]>([
    ['a secret in the log', { stdout: `${PASSED.stdout}The key is ${SECRET}.\n` }, /secret shows in log/],
    ['a secret in an output', { outputs: { result: encodeURIComponent(SECRET) } }, /secret shows in result/],
    ['a secret in the summary', { summary: SECRET }, /secret shows in summary/],
    ['a secret in the report file', { reportFile: SECRET }, /secret shows in report file/],
    ['a missing output', { outputs: {} }, /outputs are missing: result/],
    ['an unexpected command', { commands: [{ name: 'set-env', data: 'x' }] }, /commands that the action never writes/],
    ['a mask of one character', { masks: ['a'] }, /masks that would make the log unreadable/],
    ['a failure without an error', { exitCode: 1 }, /exit code 1 with 0 errors/],
    ['two errors for one project', { exitCode: 1, errors: ['a', 'b'] }, /2 error annotations instead of 1/],
    ['a summary of more than a megabyte', { summary: 'x'.repeat(1024 * 1024 + 1) }, /larger than the runner accepts/],
  ])('are broken by %s', (_, changed, message) => {
    const broken = check(changed)
    expect(broken).not.toEqual([])
    for (const sentence of broken) expect(sentence).toMatch(message)
  })

  test('are broken by text on stderr', () => {
    expect(check({}, {}, 'a warning of Node.js')).toEqual(['stderr is not empty: a warning of Node.js'])
  })

  test('allow ten errors for many projects, and no outputs if they cannot be written', () => {
    const errors = Array.from({ length: 10 }, (_, n) => `error ${n}`)
    expect(check({ exitCode: 1, errors }, { with: { 'config-file': 'atlas.yml' } })).toEqual([])
    expect(check({ outputs: {} }, { runtime: { GITHUB_OUTPUT: '/nowhere' } })).toEqual([])
  })
})
