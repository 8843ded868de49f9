import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ActionError } from '../../src/domain/errors.ts'
import type { ReportSettings, RunSettings, Settings } from '../../src/domain/settings.ts'
import { readInputs } from '../../src/input/read-inputs.ts'
import { Secrets } from '../../src/sanitize/secrets.ts'

/** What came of reading inputs. */
export interface Read {
  /** undefined if they were refused. */
  readonly settings: Settings | undefined
  /** Of the one `ActionError`; '' if there was none. */
  readonly message: string
  readonly reporting: ReportSettings | undefined
  readonly masks: readonly string[]
  readonly secrets: Secrets
}

/**
 * Reads inputs as the run does, in a workspace of its own.
 *
 * @param files path in the workspace → text
 * @throws whatever is thrown that is not a `ActionError` with the code `INPUT`: a defect
 */
export async function read(
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
  files: Readonly<Record<string, string>> = {},
): Promise<Read> {
  // In a folder of its own, so that nothing lies beside the workspace.
  const folder = mkdtempSync(join(tmpdir(), 'inputs-'))
  const workspace = join(folder, 'workspace')
  const masks: string[] = []
  const secrets = new Secrets((mask) => masks.push(mask))
  let reporting: ReportSettings | undefined
  const ended = (settings: Settings | undefined, message: string): Read => ({
    settings,
    message,
    reporting,
    masks,
    secrets,
  })
  try {
    mkdirSync(workspace)
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(workspace, path)), { recursive: true })
      writeFileSync(join(workspace, path), text)
    }
    const input = (name: string): string => (inputs[name] ?? '').trim()
    const settings = await readInputs(input, { GITHUB_WORKSPACE: workspace, ...env }, secrets, (known) => {
      reporting = known
    })
    return ended(settings, '')
  } catch (error) {
    if (!(error instanceof ActionError) || error.code !== 'INPUT') throw error
    return ended(undefined, error.message)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The settings of a run that asks Atlas, from inputs that are right. */
export async function settingsOf(...given: Parameters<typeof read>): Promise<RunSettings> {
  const { settings, message } = await read(...given)
  if (settings === undefined || settings.mode === 'merge') throw new Error(message || 'a merge')
  return settings
}
