// A test runner for Stryker that stays in one process. Stryker's own runner starts Jest for each of thousands of changes, which
// takes a day for a module with many tests; this one takes minutes.
import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { InstrumenterContext } from '@stryker-mutator/api/core'
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import {
  type CompleteDryRunResult,
  type DryRunOptions,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  type TestRunnerCapabilities,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner'
import { allowFreshImports, freshUrl } from './fresh-imports.ts'
import { collectTests, type RegisteredFile, type RegisteredTest } from './test-registry.ts'

/** These tests read megabytes. With them, Stryker would wait a minute for each change that makes a loop endless. */
const SLOW_FILES = '**/long-*'
/** In milliseconds. Slower tests would run for thousands of changes, and notice few that faster tests do not. */
const MAX_TEST_MS = 300

interface IdentifiedTest extends RegisteredTest {
  readonly id: string
  readonly file: string
}

class InProcessRunner implements TestRunner {
  readonly #stryker: InstrumenterContext
  #generation = 0
  #files: RegisteredFile[] = []
  readonly #tests = new Map<string, IdentifiedTest>()
  /** How long each took without a change: the fast ones come first. */
  readonly #timesMs = new Map<string, number>()

  constructor() {
    this.#stryker = (globalThis as unknown as { __stryker__: InstrumenterContext }).__stryker__ ??= {}
    allowFreshImports(process.cwd())
  }

  capabilities(): TestRunnerCapabilities {
    return { reloadEnvironment: true }
  }

  async init(): Promise<void> {
    await import(pathToFileURL(resolve('test/harness/fast-check-seed.mjs')).href)
  }

  async dryRun({ coverageAnalysis }: DryRunOptions): Promise<CompleteDryRunResult> {
    const stryker = this.#stryker
    await this.#load(testFiles())
    const results: TestResult[] = []
    for (const test of this.#tests.values()) {
      if (coverageAnalysis === 'perTest') stryker.currentTestId = test.id
      results.push(await runOne(test))
      delete stryker.currentTestId
    }
    await this.#close()
    const tests = results.filter((one) => one.timeSpentMs <= MAX_TEST_MS || one.status === TestStatus.Failed)
    for (const { id, timeSpentMs } of tests) this.#timesMs.set(id, timeSpentMs)
    const { mutantCoverage } = stryker
    return { status: DryRunStatus.Complete, tests, ...(mutantCoverage === undefined ? {} : { mutantCoverage }) }
  }

  /** Loads all modules anew for each change, because a table that an earlier run has filled would hide it. */
  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, hitLimit, mutantActivation, testFilter } = options
    const stryker = this.#stryker
    stryker.hitCount = 0
    if (hitLimit === undefined) delete stryker.hitLimit
    else stryker.hitLimit = hitLimit
    try {
      if (mutantActivation === 'static') stryker.activeMutant = activeMutant.id
      await this.#load(testFilter === undefined ? testFiles() : [...new Set(testFilter.map(fileOf))])
      stryker.activeMutant = activeMutant.id
      return toMutantRunResult(await this.#runUntilFailure(testFilter ?? [...this.#tests.keys()]))
    } catch (error) {
      // A file that cannot be loaded any more fails its tests.
      const failure = { id: testFilter?.[0] ?? '', name: 'loading', timeSpentMs: 0, ...failed(error) }
      return toMutantRunResult({ status: DryRunStatus.Complete, tests: [failure] })
    } finally {
      delete stryker.activeMutant
      // A failed test can leave a state that its own cleanup fails on.
      await this.#close().catch(() => undefined)
    }
  }

  async #runUntilFailure(ids: readonly string[]): Promise<CompleteDryRunResult> {
    const timeOf = (id: string): number => this.#timesMs.get(id) ?? 0
    const tests: TestResult[] = []
    for (const id of [...ids].sort((a, b) => timeOf(a) - timeOf(b))) {
      const result = await runOne(this.#tests.get(id) as IdentifiedTest)
      tests.push(result)
      if (result.status === TestStatus.Failed) break
    }
    return { status: DryRunStatus.Complete, tests }
  }

  async #load(files: readonly string[]): Promise<void> {
    this.#generation += 1
    for (const file of files) {
      const path = resolve(file)
      const url = freshUrl(pathToFileURL(path).href, this.#generation)
      const registered = await collectTests(path, async () => await import(url))
      this.#files.push(registered)
      for (const [i, test] of registered.tests.entries()) {
        this.#tests.set(`${file}#${i}`, { ...test, id: `${file}#${i}`, file })
      }
    }
  }

  async #close(): Promise<void> {
    for (const { close } of this.#files) await close()
    this.#files = []
    this.#tests.clear()
  }
}

function testFiles(): string[] {
  return globSync(`test/${process.env.MUTATION_TESTS}.test.ts`, { exclude: [SLOW_FILES] }).sort()
}

function fileOf(id: string): string {
  return id.split('#')[0] as string
}

async function runOne({ id, name, file, run }: IdentifiedTest): Promise<TestResult> {
  const started = performance.now()
  const result = (): { id: string; name: string; fileName: string; timeSpentMs: number } => {
    return { id, name: `${file} ${name}`, fileName: resolve(file), timeSpentMs: performance.now() - started }
  }
  try {
    await run()
    return { ...result(), status: TestStatus.Success }
  } catch (error) {
    return { ...result(), ...failed(error) }
  }
}

function failed(error: unknown): { status: TestStatus.Failed; failureMessage: string } {
  return { status: TestStatus.Failed, failureMessage: error instanceof Error ? error.message : String(error) }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)]
