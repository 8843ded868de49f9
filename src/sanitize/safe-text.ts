declare const isRedacted: unique symbol
declare const isSafe: unique symbol

/**
 * Text without any known secret. It may still have several lines, control characters or a workflow command in it, so only
 * JSON and further sanitizing take it. Made by `Secrets.redact` alone.
 */
export type RedactedText = string & { readonly [isRedacted]: true }

/**
 * One line without any known secret that can be printed anywhere: in the log, an annotation, the summary, an output, an issue
 * or a comment. Made by {@link safe}, {@link joinSafe}, {@link printable}, `Secrets.sanitize` and `safeJson` alone.
 */
export type SafeText = RedactedText & { readonly [isSafe]: true }

/** What {@link safe} takes: safe text, numbers, and the words that a type of our own lists (`'aws' | 'azure' | 'gcp'`). */
type SafePart<Part> = Part extends SafeText | number | boolean
  ? Part
  : Part extends RedactedText
    ? never
    : Part extends string
      ? string extends Part
        ? never
        : Part
      : never

/**
 * A template tag for sentences of our own: what is written in the template is safe because it is source code, and what is
 * put into it must be safe already, or the compiler refuses it.
 */
export function safe<const Parts extends readonly unknown[]>(
  template: TemplateStringsArray,
  ...parts: { [Index in keyof Parts]: SafePart<Parts[Index]> }
): SafeText {
  return template.map((words, i) => (i < parts.length ? `${words}${String(parts[i])}` : words)).join('') as SafeText
}

/** The texts with a separator of our own between them. */
export function joinSafe(texts: readonly SafeText[], separator: SafeText): SafeText {
  return texts.join(separator) as SafeText
}
