import type { Checkpoint } from '../domain/checkpoint.ts'
import type { Environment } from '../domain/context.ts'
import type { Secrets } from '../sanitize/secrets.ts'
import { type InputErrors, parseNamed } from './errors.ts'
import { type InputName, type InputReader, inputLabel } from './input-names.ts'

/** Where inputs come from, and where the secrets among them are registered. */
export interface InputSources {
  readonly input: InputReader
  readonly env: Environment
  readonly secrets: Secrets
}

/** What every reader of inputs works with. */
export interface InputContext extends InputSources {
  /** Takes what is wrong. */
  readonly errors: InputErrors
  readonly checkpoint: Checkpoint
}

/**
 * The value of an input, or `fallback` if it is not given or wrong.
 *
 * @param parse throws InvalidValueError, which is added to the context's errors
 */
export function readOptional<Value, Fallback = Value>(
  { input, errors }: InputContext,
  name: InputName,
  parse: (text: string) => Value,
  fallback: Fallback,
): Value | Fallback {
  const text = input(name)
  if (text === '') return fallback
  return errors.attempt(() => parseNamed(inputLabel(name), () => parse(text))) ?? fallback
}
