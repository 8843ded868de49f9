import { readFileSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import type { Environment } from '../domain/context.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import { InputError } from './errors.ts'
import type { InputSources } from './input-context.ts'
import { type InputName, inputLabel } from './input-names.ts'

const MAX_SHOWN_PATH_LENGTH = 500

/** The folder that paths of inputs are relative to. */
export function workspaceOf(env: Environment): string {
  return env.GITHUB_WORKSPACE || process.cwd()
}

/**
 * Reads the file of the workspace that an input names.
 *
 * @param maxBytes of the file
 * @throws InputError if it is not there, no file, too large, or outside of the workspace once links are resolved
 */
export function readWorkspaceFile(name: InputName, { input, env, secrets }: InputSources, maxBytes: number): string {
  const label = inputLabel(name)
  const path = input(name)
  const workspace = workspaceOf(env)
  const show = (shown: string): SafeText => safe`\`${secrets.sanitize(shown, MAX_SHOWN_PATH_LENGTH)}\``
  const tried = resolve(workspace, path)
  const found = attempt(() => realpathSync(tried))
  const root = attempt(() => realpathSync(workspace))
  if (found === undefined ? !isInside(workspace, tried) : !isInside(root, found)) {
    throw new InputError(
      isAbsolute(path) && !isInside(workspace, tried)
        ? safe`${label}: ${show(path)} is outside the workspace ${show(workspace)}. In a container, \`github.workspace\` is the path on the host: use a path relative to the workspace.`
        : safe`${label} must be inside the workspace, even after links are resolved.`,
    )
  }
  if (found === undefined) throw new InputError(safe`${label}: there is no file ${show(tried)}; ${absenceAdvice(path)}`)
  const stat = statSync(found)
  if (!stat.isFile()) throw new InputError(safe`${label} is not a file.`)
  if (stat.size > maxBytes)
    throw new InputError(safe`${label} is larger than ${maxBytes / 1024 / 1024} MiB, the maximum.`)
  const text = attempt(() => readFileSync(found, 'utf8'))
  if (text === undefined) throw new InputError(safe`${label} cannot be read; check its permissions.`)
  return text
}

/** What to do about a file that is not there. */
function absenceAdvice(path: string): SafeText {
  if (path.includes('\\') && sep === '/') return safe`use \`/\` instead of the backslash in the path.`
  if (/[*?]/.test(path)) return safe`it must be the path of one file, not a pattern with \`*\` or \`?\`.`
  return safe`correct the path, or add \`actions/checkout\` before this step if it is missing.`
}

function isInside(folder: string | undefined, path: string): boolean {
  if (folder === undefined) return false
  const inside = relative(folder, path)
  return inside !== '..' && !inside.startsWith(`..${sep}`) && resolve(folder, inside) === path
}

function attempt<Result>(act: () => Result): Result | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
