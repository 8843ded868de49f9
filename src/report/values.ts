import type { ShownValue } from '../domain/reported.ts'
import { printable } from '../sanitize/printable.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'

/** A field's value in a sentence or a table; a dash if there is none. */
export function valueText(value: ShownValue | null, maxLength?: number): SafeText {
  if (value === null || value === '') return safe`—`
  return typeof value === 'boolean' ? safe`${value}` : printable(value, maxLength)
}
