import { readFileSync, realpathSync, statSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import type { Environment } from '../domain/context.ts'
import { InputError } from './errors.ts'

/** The folder that paths of inputs are relative to. */
export function workspaceOf(env: Environment): string {
  return env.GITHUB_WORKSPACE || process.cwd()
}

/**
 * Reads a file of the workspace.
 *
 * @param name how the input is called that names it, for messages
 * @param largest in bytes
 * @throws InputError if it is not there, no file, too large, or outside of the workspace once links are resolved
 */
export function readWorkspaceFile(name: string, path: string, env: Environment, largest: number): string {
  const workspace = workspaceOf(env)
  const found = attempt(() => realpathSync(resolve(workspace, path)))
  const root = attempt(() => realpathSync(workspace))
  if (found === undefined || root === undefined) {
    throw new InputError(
      `${name}: there is no such file in the workspace; is \`actions/checkout\` missing before this step?`,
    )
  }
  const inside = relative(root, found)
  if (inside === '..' || inside.startsWith(`..${sep}`) || resolve(root, inside) !== found) {
    throw new InputError(`${name} must lie inside the workspace, also once links are resolved.`)
  }
  const stat = statSync(found)
  if (!stat.isFile()) throw new InputError(`${name} is not a file.`)
  if (stat.size > largest)
    throw new InputError(`${name} is larger than ${largest / 1024 / 1024} MiB, which is read at most.`)
  const text = attempt(() => readFileSync(found, 'utf8'))
  if (text === undefined) throw new InputError(`${name} cannot be read; check its permissions.`)
  return text
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
