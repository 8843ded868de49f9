import { Checkpoint } from '../../src/domain/checkpoint.ts'
import { InputErrors } from '../../src/input/errors.ts'
import type { InputContext } from '../../src/input/input-context.ts'
import { Secrets } from '../../src/sanitize/secrets.ts'

/** What a reader of inputs works with, for inputs that are trimmed already. */
export function contextOf(
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): InputContext {
  return {
    input: (name) => inputs[name] ?? '',
    env,
    secrets: new Secrets(() => undefined),
    errors: new InputErrors(),
    checkpoint: new Checkpoint(new AbortController().signal),
  }
}

/** What is wrong with the inputs, in one text; '' if nothing is. */
export function messageOf({ errors }: InputContext): string {
  try {
    errors.throwIfAny()
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : 'no error was thrown'
  }
}
