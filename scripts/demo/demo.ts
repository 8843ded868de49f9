import { styleText } from 'node:util'
import type { FakeAtlas } from '../../test/fake-atlas/server.ts'
import { SERVICE_ACCOUNT } from '../../test/harness/fixtures.ts'
import { runAction, type StepResult } from '../../test/harness/run-action.ts'
import { logLines, summaryLines, wrapped } from './text.ts'

type Inputs = Readonly<Record<string, string>>

/** How a run is to end. */
export interface Expected {
  readonly result: string
  /** The output `failure-reason`, for a run that is to fail. */
  readonly reason?: string
  /** How many changes Atlas is to accept. By default, none. */
  readonly changes?: number
}

/** What the runs of a step have in common. */
export interface Setting {
  readonly with: Inputs
  readonly files?: Readonly<Record<string, string>>
}

const WIDTH = 116
const MAX_LINES = 2
/** Lines of the log that only `--verbose` shows: they are the same in many runs, or an error repeats them. */
const HIDDEN =
  /^(plan|apply|verify|drift|export) · |is not a MongoDB host|^(Atlas reports|No differences|These clusters use)\b/

/** Runs the built action, prints what it does, and remembers whether each run ended as expected. */
export class Demo {
  readonly atlas: FakeAtlas
  readonly results: { readonly title: string; readonly result: string; readonly isExpected: boolean }[] = []
  readonly #isVerbose: boolean
  #steps = 0
  #title = ''

  constructor(atlas: FakeAtlas, isVerbose: boolean) {
    this.atlas = atlas
    this.#isVerbose = isVerbose
  }

  /** Begins a numbered step. */
  step(title: string, sentence: string): void {
    this.#steps += 1
    this.#title = title
    console.log(`\n${styleText('bold', `${this.#steps}. ${title}`)}\n   ${sentence}`)
  }

  /** Shows what is the same for several runs, such as a file; only with `--verbose`. */
  detail(name: string, lines: readonly string[]): void {
    if (!this.#isVerbose) return
    for (const [i, line] of lines.entries())
      console.log(`${styleText('cyan', (i === 0 ? name : '').padStart(12))} │ ${line}`)
  }

  /**
   * Runs the action once.
   *
   * @param inputs what this run adds to the `with:` of the setting
   * @returns the report of the run
   */
  async run(inputs: Inputs, expected: Expected, setting: Setting): Promise<string> {
    const { atlas } = this
    atlas.requests.length = 0
    const added = Object.entries(inputs).map(([name, value]) => `${name}: ${value}`)
    console.log(styleText('cyan', `   ▸ ${added.join(', ')}`))
    const result = await runAction({
      folder: process.env.ACTION_FOLDER ?? '.',
      with: { ...setting.with, 'atlas-base-url': atlas.url, ...inputs },
      files: setting.files ?? {},
      secrets: () => [SERVICE_ACCOUNT.clientSecret, ...atlas.oauth.issued],
    })
    if (this.#isVerbose) this.#showAll(result)
    else this.#showLog(result)
    this.#judge(result, expected)
    return result.reportFile
  }

  #showLog({ stdout }: StepResult): void {
    const lines = logLines(stdout).filter((line) => !HIDDEN.test(line))
    for (const line of lines.flatMap((text) => wrapped(text, WIDTH, MAX_LINES))) console.log(`     ${line}`)
  }

  #showAll({ stdout, outputs, summary, masks, exitCode }: StepResult): void {
    const shown = Object.entries(outputs).filter(
      ([name, value]) => !['report', 'report-file', 'configuration'].includes(name) && !['', '[]'].includes(value),
    )
    this.detail('log', logLines(stdout))
    this.detail('masked', [`${masks.length} values`])
    this.detail(
      'outputs',
      shown.map(([name, value]) => `${name}=${value}`),
    )
    this.detail('summary', summaryLines(summary))
    this.detail('requests', this.atlas.requestLines)
    this.detail('exit code', [String(exitCode)])
  }

  #judge({ outputs, exitCode }: StepResult, expected: Expected): void {
    const { result = '', 'failure-reason': reason = '' } = outputs
    const changes = this.atlas.requests.filter(({ method, status }) => method === 'PATCH' && status === 200).length
    const actual = endText({ result, reason, changes })
    const isExpected = actual === endText(expected) && (exitCode === 0) === (result !== 'failed')
    this.results.push({ title: this.#title, result, isExpected })
    const verdict = expected.result === 'failed' ? 'blocked, as expected' : 'as expected'
    console.log(
      isExpected
        ? styleText('green', `     ✓ ${actual}: ${verdict}`)
        : styleText('red', `     ✗ ${actual} (exit code ${exitCode}), expected ${endText(expected)}`),
    )
  }
}

/** How a run ended, such as `failed (drift), nothing changed`. */
function endText({ result, reason = '', changes = 0 }: Expected): string {
  const changed = changes === 0 ? 'nothing changed' : `${changes} ${changes === 1 ? 'change' : 'changes'} in Atlas`
  return `${result}${reason && ` (${reason})`}, ${changed}`
}
