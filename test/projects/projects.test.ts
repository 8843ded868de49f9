import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ActionError } from '../../src/domain/errors.ts'
import { mergeReports } from '../../src/projects/merge.ts'
import { ReportFileError, readReport } from '../../src/projects/read-report.ts'
import { Secrets } from '../../src/sanitize/secrets.ts'

test('any text is refused as a report without quoting it, or read', () =>
  fc.assert(
    fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (text) => {
      try {
        await readReport(text, new Secrets(() => undefined), async () => undefined)
      } catch (error) {
        expect(error).toBeInstanceOf(ReportFileError)
      }
    }),
  ))

test('a merge that is cancelled does not go on', async () => {
  const workspace = mkdtempSync(join(tmpdir(), 'merge-'))
  try {
    writeFileSync(join(workspace, '1.json'), '{}')
    const settings = { mode: 'merge', reportFiles: '*.json', workspace, timeout: 5, warnings: [] } as const
    const secrets = new Secrets(() => undefined)
    const cancelled = AbortSignal.abort(new ActionError('CANCELLED', 'cancelled'))
    await expect(mergeReports(settings, secrets, cancelled)).rejects.toMatchObject({ code: 'CANCELLED' })
    await expect(mergeReports(settings, secrets, new AbortController().signal)).rejects.toMatchObject({ code: 'INPUT' })
  } finally {
    rmSync(workspace, { recursive: true })
  }
})
