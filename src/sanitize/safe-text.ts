declare const isRedacted: unique symbol
declare const isSafe: unique symbol

/**
 * Text without any known secret. It can still have several lines, control characters or a workflow command in it, so only
 * JSON and further sanitizing take it. Made by `Secrets.redact` and `Secrets.redactLong` alone.
 */
export type RedactedText = string & { readonly [isRedacted]: true }

/**
 * One line without any known secret that can be printed in the log, an annotation, the summary, an output, an issue or a
 * comment. Made by {@link safe}, {@link joinSafe}, `printable`, `safeJson` and `Secrets.sanitize` alone.
 *
 * The type promises that no workflow command is in the text. Markup is not its concern: where a text becomes Markdown or HTML,
 * that layer escapes it, and only that layer can, because `@` and `#1` mean nothing in a log.
 */
export type SafeText = RedactedText & { readonly [isSafe]: true }

/** Turns external text into short, safe text: `Secrets.sanitize` as a function. */
export type Sanitize = (text: string, maxLength?: number) => SafeText

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
 * A template tag for our own sentences: the words of the template are safe because they are source code, and the compiler
 * refuses every part that is not safe already. The result is checked once more, since two safe texts side by side can form
 * a workflow command that neither of them holds.
 */
export function safe<const Parts extends readonly unknown[]>(
  template: TemplateStringsArray,
  ...parts: { [Index in keyof Parts]: SafePart<Parts[Index]> }
): SafeText {
  const texts = template.map((words, i) => (i < parts.length ? `${words}${String(parts[i])}` : words))
  return breakCommands(texts.join('')) as SafeText
}

/** Joins texts with a separator, and breaks the workflow commands that this forms. */
export function joinSafe(texts: readonly SafeText[], separator: SafeText): SafeText {
  return breakCommands(texts.join(separator)) as SafeText
}

/**
 * Breaks every workflow command with a space. The runner reads `##[command]` anywhere in a line and `::command::` at its start
 * after trimming, on stdout and on stderr (actions/runner, ActionCommand.cs). Applying it twice changes nothing.
 */
export function breakCommands(text: string): string {
  const broken = text.replaceAll('##[', '# #[')
  // Few texts have two colons in a row. To look for them first halves the time that a long summary takes.
  return broken.includes('::') ? broken.replace(/^[^\S\r\n\u2028\u2029]*:(?=:)/gm, '$& ') : broken
}
