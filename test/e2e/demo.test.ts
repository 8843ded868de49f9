import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { logLines, summaryLines, wrapped } from '../../scripts/demo/text.ts'
import { MODES } from '../../src/domain/modes.ts'

interface Ended {
  readonly exitCode: number | null
  readonly lines: string[]
  readonly stderr: string
}

function runDemo(env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/demo.ts'], { env: { ...process.env, NO_COLOR: '1', ...env } })
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.on('error', reject)
    child.on('close', (exitCode) => resolve({ exitCode, lines: stdout.trimEnd().split('\n'), stderr }))
  })
}

describe('the demo', () => {
  test('shows every mode in eight steps and at most 120 lines, and ends well', async () => {
    const { exitCode, lines, stderr } = await runDemo()
    const text = lines.join('\n')
    expect(text).toContain('runs ended as expected.')
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(lines.length).toBeLessThanOrEqual(120)
    expect(text).not.toContain('::')
    expect(text).not.toContain('```mermaid')
    for (const mode of [...MODES, 'merge']) expect(text).toMatch(new RegExp(`▸ mode: ${mode}\\b`))
    const steps = lines.flatMap((line) => /^(\d+)\. /.exec(line)?.[1] ?? [])
    expect(steps).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
    expect(text).toMatch(
      /Cluster billing is switched to AWS \(\d+ s\)\.\n.*\n.*\n +✓ failed \(invalid\), 1 change in Atlas/,
    )
    expect(lines.filter((line) => line.endsWith(': blocked, as expected'))).toHaveLength(8)
    expect(lines.filter((line) => line.startsWith('     Error: ')).length).toBeGreaterThanOrEqual(8)
  })

  test('exits with 1 if a run does not end as expected', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'demo-'))
    try {
      writeActionThatPasses(folder)
      const { exitCode, lines } = await runDemo({ ACTION_FOLDER: folder })
      expect(exitCode).toBe(1)
      expect(lines).toContain('16 of 17 runs did not end as expected.')
      expect(lines).toContain('     ✗ passed, nothing changed (exit code 0), expected failed (drift), nothing changed')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

/** Writes an action that calls nothing and always passes. */
function writeActionThatPasses(folder: string): void {
  const manifest = readFileSync('action.yml', 'utf8')
  const { outputs } = parse(manifest) as { outputs: Record<string, unknown> }
  const values = Object.keys(outputs).map((name) => {
    const end = `end_${randomUUID()}`
    return `${name}<<${end}\n${name === 'result' ? 'passed' : ''}\n${end}\n`
  })
  writeFileSync(join(folder, 'action.yml'), manifest)
  mkdirSync(join(folder, 'dist'))
  const code = `require('node:fs').writeFileSync(process.env.GITHUB_OUTPUT, ${JSON.stringify(values.join(''))})`
  writeFileSync(join(folder, 'dist/index.js'), code)
}

describe('the text of the demo', () => {
  test('has workflow commands as GitHub’s log shows them, and no masks', () => {
    const stdout = 'drift\n::add-mask::secret\n::warning::one%0Atwo\n\n::error title=A::100%25\n::notice::done\n'
    expect(logLines(stdout)).toEqual(['drift', 'Warning: one', 'two', 'Error: 100%', 'Notice: done'])
  })

  test('has a summary as lines, with its chart as numbers', () => {
    const chart = '```mermaid\n%%{init: {}}%%\npie showData title Verdicts\n    "drift" : 1\n    "passed" : 4\n```'
    const table = '<table><tr><th>A</th><th>B</th></tr><tr><td><code>a&lt;b</code></td><td>✅ same</td></tr></table>'
    expect(summaryLines(`<h3>❌ Title</h3><p>One<br>two</p>\n\n${chart}\n\n${table}\n`)).toEqual([
      '❌ Title',
      'One two',
      'Chart: 1 drift · 4 passed',
      'A | B',
      'a<b | ✅ same',
    ])
  })

  test.each([
    ['short', ['short']],
    ['0123456789abc', ['0123456789', '  abc']],
    ['one two three four', ['one two', '  three…']],
    ['one two three', ['one two', '  three']],
  ])('wraps %j at words', (text, expected) => {
    expect(wrapped(text, 10, 2)).toEqual(expected)
  })
})
