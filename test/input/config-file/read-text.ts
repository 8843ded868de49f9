import { Checkpoint } from '../../../src/domain/checkpoint.ts'
import type { DesiredProject } from '../../../src/domain/desired.ts'
import { ActionError } from '../../../src/domain/errors.ts'
import type { Mode } from '../../../src/domain/modes.ts'
import { readConfigText } from '../../../src/input/config-file/read-config-file.ts'
import { InputErrors } from '../../../src/input/errors.ts'
import { safe } from '../../../src/sanitize/safe-text.ts'
import { Secrets } from '../../../src/sanitize/secrets.ts'

/** What came of reading the text of a config file. */
interface ReadText {
  /** Those that could be read, also beside mistakes. */
  readonly projects: readonly DesiredProject[]
  readonly warnings: readonly string[]
  /** Everything that is wrong; '' if nothing is. */
  readonly message: string
}

interface Given {
  readonly mode?: Mode
  readonly env?: Readonly<Record<string, string>>
  readonly inputs?: Readonly<Record<string, string>>
  readonly secrets?: Secrets
}

/**
 * Reads the text of a config file called `f.yml`.
 *
 * @throws InputError if it cannot be read at all
 */
export async function readText(
  text: string,
  { mode = 'plan', env = {}, inputs = {}, secrets = new Secrets(() => undefined) }: Given = {},
): Promise<ReadText> {
  const errors = new InputErrors()
  const checkpoint = new Checkpoint(new AbortController().signal)
  const input = (name: string): string => inputs[name] ?? ''
  const context = { input, env, secrets, errors, checkpoint }
  const { projects, warnings } = await readConfigText(mode, { file: safe`f.yml`, text }, context)
  return { projects, warnings, message: messageOf(errors) }
}

/** Everything that was collected, as the run shows it; '' if nothing was. */
export function messageOf(errors: InputErrors): string {
  try {
    errors.throwIfAny()
    return ''
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    return error.message
  }
}
