// The part of Jest that the tests of pure modules use, for one process that runs them thousands of times. The matchers are Jest's own.
// Only for mutation testing: whether the tests pass is decided by Jest.
import { basename, dirname, join } from 'node:path'
import { jestExpect } from '@jest/expect'
import { bind } from 'jest-each'
import { SnapshotState } from 'jest-snapshot'

type Callback = () => unknown

/** One test of a file, with everything that its run needs. */
export interface RegisteredTest {
  readonly name: string
  /** @throws whatever fails the test */
  readonly run: () => Promise<void>
}

export interface RegisteredFile {
  readonly tests: readonly RegisteredTest[]
  /** Cleans up after the tests. */
  readonly close: () => Promise<void>
}

interface Group {
  readonly name: string
  readonly hooks: Record<'beforeAll' | 'beforeEach' | 'afterEach' | 'afterAll', Callback[]>
}

let file = ''
let tests: RegisteredTest[] = []
/** The groups around what is registered next, the outermost first. */
let around: Group[] = []
let groups: Group[] = []

/** @returns what `load` registers by importing the file */
export async function collectTests(path: string, load: () => Promise<unknown>): Promise<RegisteredFile> {
  file = path
  tests = []
  groups = []
  around = [newGroup('')]
  await load()
  const all = groups
  return { tests, close: async () => await callAll(all.flatMap(({ hooks }) => hooks.afterAll)) }
}

function newGroup(name: string): Group {
  const group = { name, hooks: { beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] } }
  groups.push(group)
  return group
}

function registerGroup(name: string, register: Callback): void {
  const outer = around
  around = [...outer, newGroup(name)]
  register()
  around = outer
}

function registerTest(name: string, callback: Callback): void {
  const own = around
  const testPath = file
  const currentTestName = [...own.map((group) => group.name), name].filter(Boolean).join(' ')
  const run = async (): Promise<void> => {
    const snapshotState = snapshotsOf(testPath)
    jestExpect.setState({ currentTestName, testPath, snapshotState, assertionCalls: 0 } as never)
    // Once for the first test of a group that runs.
    for (const { hooks } of own) await callAll(hooks.beforeAll.splice(0))
    await callAll(own.flatMap(({ hooks }) => hooks.beforeEach))
    try {
      await callback()
    } finally {
      await callAll(own.flatMap(({ hooks }) => hooks.afterEach))
    }
  }
  tests.push({ name: currentTestName, run })
}

async function callAll(callbacks: readonly Callback[]): Promise<void> {
  for (const callback of callbacks) await callback()
}

function snapshotsOf(testPath: string): SnapshotState {
  return new SnapshotState(join(dirname(testPath), '__snapshots__', `${basename(testPath)}.snap`), {
    updateSnapshot: 'none',
    expand: false,
    rootDir: process.cwd(),
    prettierPath: null,
    snapshotFormat: { escapeString: false, printBasicPrototype: false },
  })
}

export const describe = Object.assign(registerGroup, { each: bind(registerGroup as never) })
export const test = Object.assign(registerTest, { each: bind(registerTest as never) })
export const expect = jestExpect
export const beforeAll = (hook: Callback): unknown => around.at(-1)?.hooks.beforeAll.push(hook)
export const beforeEach = (hook: Callback): unknown => around.at(-1)?.hooks.beforeEach.push(hook)
export const afterEach = (hook: Callback): unknown => around.at(-1)?.hooks.afterEach.push(hook)
export const afterAll = (hook: Callback): unknown => around.at(-1)?.hooks.afterAll.push(hook)
