import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { devNull } from 'node:os'
import { resolve } from 'node:path'
import { parse } from 'yaml'
import { API_KEY } from '../../test/harness/fixtures.ts'
import type { Manifest } from '../../test/harness/run-action.ts'
import { createStepFiles, stepEnvironment } from '../../test/harness/run-action.ts'
import type { Processed } from './atlas-process.ts'

/** A process to measure. */
export interface Command {
  readonly file: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  /** The exit code without which the measurement does not count. */
  readonly exitCode: number
  /** What has to be on stdout, without which the measurement does not count. */
  readonly says?: RegExp
}

export const BARE_NODE: Command = { file: process.execPath, args: ['-e', '0'], exitCode: 0 }

interface ActionOptions {
  readonly exitCode?: number
  readonly says?: RegExp
  /** Files in the workspace: path → content. */
  readonly files?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
}

/**
 * The built action as the runner starts it, with its files below `root`.
 *
 * @throws Error if `action.yml` does not have one of the inputs
 */
export function actionCommand(
  root: string,
  inputs: Readonly<Record<string, string>>,
  { exitCode = 0, says, files = {}, env: variables = {} }: ActionOptions = {},
): Command {
  const manifest = parse(readFileSync('action.yml', 'utf8')) as Manifest
  const options = { with: inputs, files, env: variables }
  const paths = createStepFiles(root, options)
  const env = stepEnvironment(manifest, options, paths)
  const command = { file: process.execPath, args: [resolve('dist/index.js')], env, cwd: paths.workspace, exitCode }
  return says === undefined ? command : { ...command, says }
}

/** Whether a program is on the PATH, and says so with exit code 0. */
export function isInstalled(program: string, args: readonly string[], says = /./): boolean {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' })
  return status === 0 && says.test(stdout)
}

/** A curl process that sends the same requests. */
export function curlCommand(origin: string, requests: readonly Processed[]): Command {
  const user = `${API_KEY.publicKey}:${API_KEY.privateKey}`
  const args = requests.map(({ method, path, headers, body }) => [
    '--silent',
    '--fail',
    '--digest',
    ...Object.entries({ '--user': user, '--output': devNull, '--request': method }).flat(),
    ...Object.entries(headers).flatMap(([name, value]) => ['--header', `${name}: ${value}`]),
    ...(body === '' ? [] : ['--data', body]),
    new URL(path, origin).href,
  ])
  return { file: 'curl', args: args.flatMap((one, i) => (i === 0 ? one : ['--next', ...one])), exitCode: 0 }
}
