import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { ProjectReport } from '../../src/domain/report.ts'
import { writeReport } from '../../src/report/report-json.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { Secrets } from '../../src/sanitize/secrets.ts'
import { outcomeOf, PROJECT, RUN } from './results.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

const secrets = new Secrets(() => undefined)
const named = (length: number): ProjectReport => ({ ...PROJECT, name: secrets.sanitize('x'.repeat(length), length) })

describe('the report', () => {
  test.each([
    ['no project', []],
    ['one project', [PROJECT]],
    ['several', [PROJECT, named(10), PROJECT]],
  ])('is the same in the output and in the file: %s', async (_, projects) => {
    const outcome = outcomeOf(projects)
    const { json, file } = await writeReport(outcome, folder)
    const { mode, shard, ...rest } = outcome.report
    expect(json).toBe(JSON.stringify({ mode, shard, run: RUN, ...rest }))
    expect(readFileSync((file as { path: string }).path, 'utf8')).toBe(`${json}\n`)
  })

  test('past 512 KiB is whole in the file, and without projects in the output', async () => {
    const outcome = outcomeOf(Array.from({ length: 300 }, () => named(2000)))
    const { json, file } = await writeReport(outcome, folder)
    expect(JSON.parse(json)).toEqual({ ...outcome.report, run: RUN, projects: [] })
    expect(JSON.parse(readFileSync((file as { path: string }).path, 'utf8'))).toEqual({ ...outcome.report, run: RUN })
  })

  test('of exactly 512 KiB fits into the output', async () => {
    const size = async (length: number): Promise<number> => {
      const expected = secrets.redact('x'.repeat(length))
      const difference = { projectId: safe`x`, provider: 'aws', field: safe`region`, expected, actual: null } as const
      const { json } = await writeReport(outcomeOf([{ ...PROJECT, differences: [difference] }]), folder)
      return JSON.parse(json).projects.length === 0 ? 0 : Buffer.byteLength(json)
    }
    const room = 512 * 1024 - (await size(1)) + 1
    expect(await size(room)).toBe(512 * 1024)
    expect(await size(room + 1)).toBe(0)
  })

  test('cannot start a workflow command', async () => {
    const name = secrets.sanitize('##[error]x')
    const differences = [
      {
        projectId: safe`x`,
        provider: 'aws',
        field: safe`region`,
        expected: secrets.redact('\n##[error]\u001b'),
        actual: null,
      },
    ] as const
    const { json } = await writeReport(outcomeOf([{ ...PROJECT, name, differences }]), folder)
    for (const part of ['##[', '\u001b', '\n']) expect(json).not.toContain(part)
    expect(JSON.parse(json).projects[0].differences[0].expected).toBe('\n##[error]\u001b')
  })
})

describe('the file', () => {
  test.each([
    [null, /^atlas-encryption-at-rest-report-[0-9a-f]{12}\.json$/],
    [safe`2/4`, /^atlas-encryption-at-rest-report-2-of-4-[0-9a-f]{12}\.json$/],
  ])('of shard %s has a name that cannot be guessed, and only its owner reads it', async (shard, name) => {
    for (let i = 0; i < 2; i += 1) await writeReport(outcomeOf([], { shard }), folder)
    const names = readdirSync(folder)
    expect(names).toHaveLength(2)
    for (const one of names) {
      expect(one).toMatch(name)
      if (process.platform !== 'win32') expect(statSync(join(folder, one)).mode & 0o777).toBe(0o600)
    }
  })

  test.each([
    ['a short report', 1],
    ['a long report', 300],
  ])('that cannot be written leaves the output as it is: %s', async (_, count) => {
    const outcome = outcomeOf(Array.from({ length: count }, () => named(2000)))
    const { json } = await writeReport(outcome, folder)
    expect(await writeReport(outcome, join(folder, 'nowhere'))).toEqual({ json, file: { errorCode: 'ENOENT' } })
  })
})
