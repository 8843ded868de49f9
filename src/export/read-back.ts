import { Checkpoint } from '../domain/checkpoint.ts'
import { ActionError } from '../domain/errors.ts'
import type { ExportedProject } from '../domain/exported.ts'
import type { ApiVersion } from '../domain/settings.ts'
import { MAX_CONFIG_BYTES, readConfigText } from '../input/config-file/read-config-file.ts'
import { InputError, InputErrors } from '../input/errors.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import type { Secrets } from '../sanitize/secrets.ts'
import { differingField } from './check-project.ts'

/** What reading back works with. */
export interface ReadBackContext {
  readonly apiVersion: ApiVersion
  readonly secrets: Secrets
  /** Aborted when the run ends. */
  readonly signal: AbortSignal
}

/**
 * Reads a text as the drift check will read the file, and compares it with Atlas: a file that would be refused, or that differs, must
 * not be written.
 *
 * @throws ActionError `INPUT` if the text is refused or differs; the signal's reason if the run ends before
 */
export async function requireReadable(
  file: { readonly file: SafeText; readonly text: string },
  projects: readonly ExportedProject[],
  { apiVersion, secrets, signal }: ReadBackContext,
): Promise<void> {
  if (Buffer.byteLength(file.text) > MAX_CONFIG_BYTES) {
    throw notWritten(safe`the file would be larger than ${MAX_CONFIG_BYTES / 1024 / 1024} MiB, the maximum`)
  }
  const errors = new InputErrors()
  const checkpoint = new Checkpoint(signal)
  const input = (name: string): string => (name === 'api-version' ? apiVersion : '')
  const read = await readConfigText('drift', file, { input, env: {}, secrets, errors, checkpoint }).catch((error) => {
    throw error instanceof InputError ? notWritten(error.message) : error
  })
  errors.throwIfAny()
  const byId = new Map(projects.map((project) => [project.id, project]))
  for (const desired of read.projects) {
    const project = byId.get(desired.id)
    const problem = project === undefined ? safe`is not a project of the export` : differingField(desired, project)
    if (problem !== undefined) throw notWritten(safe`project ${desired.id}: ${problem}`)
    byId.delete(desired.id)
    await checkpoint.pass()
  }
  if (byId.size > 0) throw notWritten(safe`${byId.size} projects would be missing`)
}

function notWritten(problem: SafeText): ActionError {
  return new ActionError('INPUT', {
    what: safe`The exported file would not be read back as it is, so it was not written: ${problem}.`,
    advice: safe`Export fewer projects at once with \`include-projects\` or \`exclude-projects\`.`,
  })
}
