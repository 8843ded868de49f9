import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parse } from 'yaml'
import type { Command } from './commands.ts'
import { linesOf, parseCommand, parseOutputs } from './commands.ts'
import { findLeaks } from './leaks.ts'
import { readUsage, recordUsage } from './usage.ts'

export interface StepOptions {
  /** The step's `with:`. */
  readonly with: Readonly<Record<string, string>>
  /** The step's `env:`. */
  readonly env?: Readonly<Record<string, string>>
  /** The event's payload. */
  readonly event?: object
  /** Files in the workspace: path → content. */
  readonly files?: Readonly<Record<string, string>>
  /** Does what files alone cannot: links. */
  readonly prepareWorkspace?: (workspace: string) => void
  /** What must not show anywhere; asked for after the run. */
  readonly secrets?: () => readonly string[]
  /** The runner's own variables, changed: a machine that is not as it should be. */
  readonly runtime?: Readonly<Record<string, string>>
  /** Where `action.yml` and `dist/` are. */
  readonly folder?: string
  /** Closes the other end of stdout as soon as something comes. */
  readonly closeOutput?: boolean
  /** Fills in `cpuMs` and `peakMb` of the result. */
  readonly measure?: boolean
  /** Called once the step runs, with a way to cancel it as the runner does. */
  readonly onStart?: (signal: (signal: NodeJS.Signals) => void) => void
  /** Called with every piece of stdout, and a way to cancel the step as the runner does. */
  readonly onOutput?: (soFar: string, signal: (signal: NodeJS.Signals) => void) => void
}

export interface StepResult {
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
  readonly reportFile: string
  readonly durationMs: number
  /** Processor time of all threads of the process, if `measure` asks for it. */
  readonly cpuMs?: number
  /** The most memory that the process held at once, if `measure` asks for it. */
  readonly peakMb?: number
}

export interface Manifest {
  readonly inputs: Record<string, { default?: string }>
  readonly outputs: Record<string, unknown>
}

/**
 * Runs the built action as the official runner does (actions/runner, NodeScriptActionHandler.cs, Handler.cs): inputs as
 * `INPUT_…` with the defaults of `action.yml`, files for outputs and summary, a workspace, closed stdin. Throws if the
 * action breaks a promise that holds for every run: nothing on stderr, every output written, no secret anywhere but in
 * `add-mask`, no command but those it means.
 */
export async function runAction(options: StepOptions): Promise<StepResult> {
  const folder = resolve(options.folder ?? (process.env.ACTION_FOLDER as string))
  const manifest = parse(readFileSync(join(folder, 'action.yml'), 'utf8')) as Manifest
  const root = mkdtempSync(join(tmpdir(), 'step-'))
  try {
    const paths = layOut(root, options)
    const env = environment(manifest, options, paths)
    const started = performance.now()
    const usageFile = join(root, 'usage.json')
    const args = [...(options.measure ? recordUsage(usageFile) : []), join(folder, 'dist/index.js')]
    const { exitCode, stdout, stderr } = await execute(args, env, paths.workspace, options)
    const durationMs = performance.now() - started
    const outputs = parseOutputs(readFileSync(paths.output, 'utf8'))
    const summary = readFileSync(paths.summary, 'utf8')
    const reportFile = outputs['report-file'] ? readFileSync(outputs['report-file'], 'utf8') : ''
    const parsed = linesOf(stdout).map((line) => ({ line, command: parseCommand(line) }))
    const commands = parsed.flatMap(({ command }) => command ?? [])
    const dataOf = (name: string): string[] =>
      commands.filter((command) => command.name === name).map(({ data }) => data)
    const log = parsed.filter(({ line, command }) => command === undefined && line !== '').map(({ line }) => line)
    const result = {
      exitCode,
      stdout,
      log,
      commands,
      masks: dataOf('add-mask'),
      errors: dataOf('error'),
      warnings: dataOf('warning'),
      outputs,
      summary,
      reportFile,
      durationMs,
      ...(options.measure ? readUsage(usageFile) : {}),
    }
    const writesOutputs = options.runtime?.GITHUB_OUTPUT === undefined
    const isMultiProject = ['config-file', 'org-id', 'report-files'].some((name) => options.with[name])
    keepPromises(result, stderr, manifest, options.secrets?.() ?? [], writesOutputs, isMultiProject)
    return result
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

export interface Paths {
  readonly output: string
  readonly summary: string
  readonly event: string
  readonly temp: string
  readonly workspace: string
}

/** Makes the files and folders that the runner gives a step. */
export function layOut(root: string, { event = {}, files = {}, prepareWorkspace }: StepOptions): Paths {
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

/** The environment that the runner gives a step. */
export function environment(manifest: Manifest, options: StepOptions, paths: Paths): Record<string, string> {
  const inputs = Object.entries(manifest.inputs).map(([name, { default: fallback = '' }]) => {
    // The one expression that `action.yml` uses.
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
    GITHUB_OUTPUT: paths.output,
    GITHUB_STEP_SUMMARY: paths.summary,
    GITHUB_EVENT_PATH: paths.event,
    GITHUB_WORKSPACE: paths.workspace,
    RUNNER_TEMP: paths.temp,
    ...Object.fromEntries(inputs),
    ...options.runtime,
  }
}

function execute(
  args: readonly string[],
  env: Record<string, string>,
  cwd: string,
  { onStart, onOutput, closeOutput }: StepOptions,
): Promise<{ exitCode: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
      if (closeOutput) child.stdout.destroy()
      onOutput?.(stdout, (signal) => void child.kill(signal))
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.on('error', reject)
    onStart?.((signal) => void child.kill(signal))
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }))
  })
}

/** What the runner puts in for `${{ github.token }}`. */
export const GITHUB_TOKEN = 'ghs_0123456789abcdefghijABCDEFGHIJ012345'

const MEANT = new Set(['add-mask', 'error', 'warning', 'notice'])

function keepPromises(
  result: StepResult,
  stderr: string,
  manifest: Manifest,
  secrets: readonly string[],
  writesOutputs: boolean,
  isMultiProject: boolean,
): void {
  const broken: string[] = []
  if (stderr !== '') broken.push(`stderr is not empty: ${stderr}`)
  const missing = Object.keys(manifest.outputs).filter((name) => !(name in result.outputs) && writesOutputs)
  if (missing.length > 0) broken.push(`outputs not written: ${missing.join(', ')}`)
  const forged = result.commands.filter(({ name }) => !MEANT.has(name))
  if (forged.length > 0) broken.push(`commands that are not meant: ${JSON.stringify(forged)}`)
  const trivial = result.masks.filter((mask) => mask.trim().length < 4)
  if (trivial.length > 0) broken.push(`masks that would ruin the log: ${JSON.stringify(trivial)}`)
  const places = {
    log: linesOf(result.stdout)
      .filter((line) => parseCommand(line)?.name !== 'add-mask')
      .join('\n'),
    summary: result.summary,
    report: result.reportFile,
    ...result.outputs,
  }
  for (const [place, text] of Object.entries(places)) {
    for (const form of findLeaks(text, secrets)) broken.push(`a secret shows in ${place} (${form})`)
  }
  const mostErrors = isMultiProject ? 10 : 1
  if (result.errors.length > mostErrors)
    broken.push(`${result.errors.length} error annotations, ${mostErrors} is the limit`)
  if (Buffer.byteLength(result.summary) > 1024 * 1024) broken.push('the summary is larger than the runner takes')
  if ((result.exitCode === 0) !== (result.errors.length === 0)) {
    broken.push(`exit code ${result.exitCode} with ${result.errors.length} errors`)
  }
  if (broken.length > 0) throw new Error(`${broken.join('\n')}\n--- log\n${result.stdout}`)
}
