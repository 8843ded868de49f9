import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parse } from 'yaml'
import type { Command } from './commands.ts'
import { linesOf, parseCommand, parseOutputs } from './commands.ts'
import { brokenInvariants } from './invariants.ts'
import { readUsage, recordUsage, type Usage } from './usage.ts'

/** A step that is still running then hangs, however busy the machine is. */
const KILL_AFTER_MS = 300_000

export interface StepOptions {
  /** The step's `with:`. */
  readonly with: Readonly<Record<string, string>>
  /** The step's `env:`. */
  readonly env?: Readonly<Record<string, string>>
  /** The event's payload. */
  readonly event?: object
  /** Files in the workspace: path → content. */
  readonly files?: Readonly<Record<string, string>>
  /** Prepares what `files` cannot describe, such as links. */
  readonly prepareWorkspace?: (workspace: string) => void
  /** Texts that must not show anywhere. Called after the run, when tokens are known too. */
  readonly secrets?: () => readonly string[]
  /** Replaces variables that the runner sets, for a runner that is misconfigured. */
  readonly runtime?: Readonly<Record<string, string>>
  /** Where `action.yml` and `dist/` are. */
  readonly folder?: string
  /** Closes the reading end of stdout as soon as something arrives. */
  readonly closeOutput?: boolean
  /** Options of Node.js. */
  readonly nodeOptions?: readonly string[]
  /** Fills in `cpuMs` and `peakMb` of the result. */
  readonly measure?: boolean
  /** Called when the process has started, with a function that sends it a signal as the runner does to cancel a step. */
  readonly onStart?: (signal: (signal: NodeJS.Signals) => void) => void
  /** Called with all of stdout whenever there is more of it, and with a function that sends a signal. */
  readonly onOutput?: (soFar: string, signal: (signal: NodeJS.Signals) => void) => void
}

export interface StepResult extends Partial<Usage> {
  readonly exitCode: number | null
  readonly stdout: string
  /** Lines of the log that are not commands. */
  readonly log: string[]
  readonly commands: Command[]
  readonly masks: string[]
  readonly errors: string[]
  readonly warnings: string[]
  readonly outputs: Record<string, string>
  readonly summary: string
  /** The content of the file that the output `report-file` names; empty without one. */
  readonly reportFile: string
  readonly durationMs: number
}

/** The part of `action.yml` that the runner needs. */
export interface Manifest {
  readonly inputs: Record<string, { default?: string }>
  readonly outputs: Record<string, unknown>
}

/**
 * Runs the built action as the official runner does (actions/runner, NodeScriptActionHandler.cs, Handler.cs): inputs as
 * `INPUT_…` with the defaults of `action.yml`, files for outputs and summary, a workspace, closed stdin.
 *
 * @throws Error if the action breaks a rule that holds for every run: nothing on stderr, every output written, no secret
 *   outside `add-mask`, no command that it never writes
 */
export async function runAction(options: StepOptions): Promise<StepResult> {
  const folder = resolve(options.folder ?? (process.env.ACTION_FOLDER as string))
  const manifest = parse(readFileSync(join(folder, 'action.yml'), 'utf8')) as Manifest
  const root = mkdtempSync(join(tmpdir(), 'step-'))
  try {
    const files = createStepFiles(root, options)
    const env = stepEnvironment(manifest, options, files)
    const usageFile = join(root, 'usage.json')
    const usageOptions = options.measure ? recordUsage(usageFile) : []
    const args = [...usageOptions, ...(options.nodeOptions ?? []), join(folder, 'dist/index.js')]
    const started = performance.now()
    const { stderr, ...ended } = await execute(args, env, files.workspace, options)
    const durationMs = performance.now() - started
    const usage = options.measure ? readUsage(usageFile) : {}
    const result = { ...ended, ...readCommands(ended.stdout), ...readFiles(files), durationMs, ...usage }
    const broken = brokenInvariants(result, stderr, manifest, options)
    if (broken.length > 0) throw new Error(`${broken.join('\n')}\n--- log\n${ended.stdout}`)
    return result
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

export interface StepFiles {
  readonly output: string
  readonly summary: string
  readonly event: string
  readonly temp: string
  readonly workspace: string
}

/** Creates the files and folders that the runner gives a step. */
export function createStepFiles(root: string, { event = {}, files = {}, prepareWorkspace }: StepOptions): StepFiles {
  const paths = {
    output: join(root, 'output'),
    summary: join(root, 'summary'),
    event: join(root, 'event.json'),
    temp: join(root, '_temp'),
    workspace: join(root, 'workspace'),
  }
  for (const folder of [paths.temp, paths.workspace]) mkdirSync(folder)
  for (const file of [paths.output, paths.summary]) writeFileSync(file, '')
  writeFileSync(paths.event, JSON.stringify(event))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(paths.workspace, name)), { recursive: true })
    writeFileSync(join(paths.workspace, name), content)
  }
  prepareWorkspace?.(paths.workspace)
  return paths
}

/**
 * The environment that the runner gives a step.
 *
 * @throws Error if the step gives an input that `action.yml` does not have
 */
export function stepEnvironment(manifest: Manifest, options: StepOptions, files: StepFiles): Record<string, string> {
  const inputs = Object.entries(manifest.inputs).map(([name, { default: fallback = '' }]) => {
    // The only expression that `action.yml` uses.
    const value = options.with[name] ?? fallback.replace(`\${{ github.token }}`, GITHUB_TOKEN)
    return [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]
  })
  const unknown = Object.keys(options.with).filter((name) => !(name in manifest.inputs))
  if (unknown.length > 0) throw new Error(`action.yml has no input ${unknown.join(', ')}`)
  return {
    PATH: process.env.PATH ?? '',
    GITHUB_ACTIONS: 'true',
    CI: 'true',
    GITHUB_EVENT_NAME: 'workflow_dispatch',
    GITHUB_ACTOR: 'octocat',
    ...options.env,
    GITHUB_OUTPUT: files.output,
    GITHUB_STEP_SUMMARY: files.summary,
    GITHUB_EVENT_PATH: files.event,
    GITHUB_WORKSPACE: files.workspace,
    RUNNER_TEMP: files.temp,
    ...Object.fromEntries(inputs),
    ...options.runtime,
  }
}

/** The value of `${{ github.token }}`. */
export const GITHUB_TOKEN = 'ghs_0123456789abcdefghijABCDEFGHIJ012345'

interface Ended {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

function execute(
  args: readonly string[],
  env: Record<string, string>,
  cwd: string,
  { onStart, onOutput, closeOutput, measure }: StepOptions,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      // Node.js keeps what it compiled there, which saves a tenth of each of two thousand runs. The figures of one are without it.
      env: measure ? env : { ...env, NODE_COMPILE_CACHE: process.env.COMPILE_CACHE },
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: KILL_AFTER_MS,
      killSignal: 'SIGKILL',
    })
    const signal = (name: NodeJS.Signals): void => void child.kill(name)
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
      if (closeOutput) child.stdout.destroy()
      onOutput?.(stdout, signal)
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.on('error', reject)
    onStart?.(signal)
    child.on('close', (exitCode, killedBy) => {
      if (killedBy === 'SIGKILL') reject(new Error(`The step was still running after 5 minutes.\n--- log\n${stdout}`))
      else resolve({ exitCode, stdout, stderr })
    })
  })
}

type Logged = Pick<StepResult, 'log' | 'commands' | 'masks' | 'errors' | 'warnings'>

function readCommands(stdout: string): Logged {
  const lines = linesOf(stdout).map((line) => ({ line, command: parseCommand(line) }))
  const commands = lines.flatMap(({ command }) => command ?? [])
  const dataOf = (name: string): string[] => commands.filter((command) => command.name === name).map(({ data }) => data)
  return {
    log: lines.filter(({ line, command }) => command === undefined && line !== '').map(({ line }) => line),
    commands,
    masks: dataOf('add-mask'),
    errors: dataOf('error'),
    warnings: dataOf('warning'),
  }
}

function readFiles({ output, summary }: StepFiles): Pick<StepResult, 'outputs' | 'summary' | 'reportFile'> {
  const outputs = parseOutputs(readFileSync(output, 'utf8'))
  const reportFile = outputs['report-file'] ? readFileSync(outputs['report-file'], 'utf8') : ''
  return { outputs, summary: readFileSync(summary, 'utf8'), reportFile }
}
