import type { SecretForm } from '../../../src/sanitize/matching/secret-forms.ts'

/** A form with nothing left out of it. */
export function formOf(text: string, more: Partial<SecretForm> = {}): SecretForm {
  return { text, exact: undefined, gaps: undefined, leading: 0, trailing: 0, ...more }
}
