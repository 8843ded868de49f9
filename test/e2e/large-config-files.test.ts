import { describe, expect, test } from '@jest/globals'
import { FakeAtlas } from '../fake-atlas/server.ts'
import { idOf, ROLE_ID, WITH_API_KEY } from '../harness/fixtures.ts'
import { runAction, type StepOptions, type StepResult } from '../harness/run-action.ts'

const HEAD = `version: 1\nprojects:\n  - id: ${idOf(1)}\n`

/** A file of almost 2 MiB that is right. */
const LARGE = `version: 1\ndefaults: { awsKms: { region: us-east-1 } }\nprojects:\n${Array.from(
  { length: 9000 },
  (_, n) =>
    `  - id: ${idOf(n)}\n    name: project-${n}\n    awsKms:\n      customerMasterKeyID: key-${n}\n      roleId: ${ROLE_ID}\n`,
).join('')}`

async function stepWith(
  file: string,
  options: Partial<StepOptions> = {},
): Promise<{ result: StepResult; requests: number }> {
  const atlas = await FakeAtlas.start()
  try {
    const inputs = { 'atlas-base-url': atlas.url, ...WITH_API_KEY, mode: 'drift', 'config-file': 'atlas.yml' }
    const result = await runAction({ ...options, with: inputs, files: { 'atlas.yml': file } })
    return { result, requests: atlas.requests.length }
  } finally {
    await atlas.stop()
  }
}

describe('a large config file', () => {
  test('is read no further once the step is cancelled', async () => {
    let isSent = false
    const { result, requests } = await stepWith(LARGE, {
      // The first output masks the private key, which comes just before the file is read.
      onOutput: (_, signal) => {
        if (!isSent) signal('SIGTERM')
        isSent = true
      },
    })
    expect(result.errors).toEqual([expect.stringContaining('canceled')])
    expect(result.log.filter((line) => line.includes('9000 projects'))).toEqual([])
    expect(requests).toBe(0)
    expect(JSON.parse(result.outputs.report as string)).toMatchObject({ error: { code: 'CANCELLED' } })
  })

  test.each([
    [
      '130,000 short lines under a literal secret',
      `${HEAD}    azureKeyVault:\n      secret: |\n${'        line-x\n'.repeat(130_000)}`,
    ],
    [
      'a thousand literal secrets',
      `version: 1\nprojects:\n${Array.from({ length: 1000 }, (_, n) => `  - id: ${idOf(n)}\n    azureKeyVault: { secret: "${`secret-${n}-`.repeat(100)}" }\n`).join('')}`,
    ],
  ])('with %s is refused, and few of them are masked', async (_, file) => {
    const { result, requests } = await stepWith(file)
    expect(result.errors).toEqual([expect.stringMatching(/`atlas\.yml`.*line \d+, column \d+/)])
    expect(result.masks.length).toBeLessThan(500)
    expect(requests).toBe(0)
  })
})
