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
}

export const BARE_NODE: Command = { file: process.execPath, args: ['-e', '0'], exitCode: 0 }

/**
 * The built action as the runner starts it, with its files below `root`.
 *
 * @throws Error if `action.yml` does not have one of the inputs
 */
export function actionCommand(
  root: string,
  inputs: Readonly<Record<string, string>>,
  { exitCode = 0, files = {} }: { exitCode?: number; files?: Readonly<Record<string, string>> } = {},
): Command {
  const manifest = parse(readFileSync('action.yml', 'utf8')) as Manifest
  const options = { with: inputs, files }
  const paths = createStepFiles(root, options)
  const env = stepEnvironment(manifest, options, paths)
  return { file: process.execPath, args: [resolve('dist/index.js')], env, cwd: paths.workspace, exitCode }
}

export function hasCurl(): boolean {
  return spawnSync('curl', ['--version']).status === 0
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
