import type { ProjectPattern, ProjectSelection } from '../domain/selection.ts'
import { joinSafe, safe } from '../sanitize/safe-text.ts'
import { type InputContext, readOptional } from './input-context.ts'
import { type InputName, pronoun, quoteGiven } from './input-names.ts'
import { parseProjectPatterns } from './parse/project-patterns.ts'

/** Inputs that select projects of an organization. */
export const SELECTION_INPUTS = ['include-projects', 'exclude-projects'] as const satisfies readonly InputName[]

/** Reads which projects of the organization a run is about. */
export function readSelection(context: InputContext): ProjectSelection {
  const [include, exclude] = SELECTION_INPUTS.map((name) =>
    readOptional<readonly ProjectPattern[]>(
      context,
      name,
      (text) => parseProjectPatterns(text, (pattern, maxLength) => context.secrets.sanitize(pattern, maxLength)),
      [],
    ),
  )
  return { include: include ?? [], exclude: exclude ?? [] }
}

/** Adds an error if a selection is given without an organization. Ignoring it would make a run look narrower than it is. */
export function refuseSelection({ input, errors }: InputContext): void {
  const given = quoteGiven(input, SELECTION_INPUTS)
  if (given.length === 0) return
  errors.add(
    safe`${joinSafe(given, safe`, `)}: allowed only with \`org-id\`. Set \`org-id\`, or remove ${pronoun(given)}.`,
  )
}
