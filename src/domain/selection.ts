import type { SafeText } from '../sanitize/safe-text.ts'

/** A pattern in which `*` stands for any text: the literal texts before, between and after its stars. Without a star it is one text. */
export type Glob = readonly string[]

/** One entry of `include-projects` or `exclude-projects`. `text` is how it was written, for messages. */
export type ProjectPattern = { readonly text: SafeText } & (
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'name'; readonly name: Glob }
  /** `value` is null if any value of the tag will do. */
  | { readonly kind: 'tag'; readonly key: Glob; readonly value: Glob | null }
)

/** The projects of an organization that a run is about: those that `include` fits (all, if it is empty) and `exclude` does not. */
export interface ProjectSelection {
  readonly include: readonly ProjectPattern[]
  readonly exclude: readonly ProjectPattern[]
}

/** A project as Atlas lists it. */
export interface SelectableProject {
  /** 24 hexadecimal digits, lower case. */
  readonly id: string
  readonly name: string
  readonly tags: readonly { readonly key: string; readonly value: string }[]
}

/**
 * Applies a selection to the projects of an organization.
 *
 * @returns the projects that are selected, in the given order, and the patterns of both lists that fit no project at all
 */
export function selectProjects<Project extends SelectableProject>(
  projects: readonly Project[],
  { include, exclude }: ProjectSelection,
): { readonly selected: readonly Project[]; readonly unmatched: readonly ProjectPattern[] } {
  const unmatched: ProjectPattern[] = []
  const included = include.length === 0 ? new Set(projects) : union(include)
  const excluded = union(exclude)
  return { selected: projects.filter((project) => included.has(project) && !excluded.has(project)), unmatched }

  function union(patterns: readonly ProjectPattern[]): Set<Project> {
    const found = new Set<Project>()
    for (const pattern of patterns) {
      const fitting = projects.filter((project) => fits(pattern, project))
      if (fitting.length === 0) unmatched.push(pattern)
      for (const project of fitting) found.add(project)
    }
    return found
  }
}

/** @returns whether the pattern names this project */
export function fits(pattern: ProjectPattern, { id, name, tags }: SelectableProject): boolean {
  switch (pattern.kind) {
    case 'id':
      return id === pattern.id
    case 'name':
      return matchesGlob(pattern.name, name)
    case 'tag':
      return tags.some(
        ({ key, value }) =>
          matchesGlob(pattern.key, key) && (pattern.value === null || matchesGlob(pattern.value, value)),
      )
  }
}

/** @returns the pattern's literal texts, for {@link matchesGlob} */
export function parseGlob(pattern: string): Glob {
  return pattern.split('*')
}

/**
 * Whether a pattern fits a whole text; case counts. Each literal text is looked for once, from left to right, and the first place
 * is taken, which can never be worse than a later one: the time grows with the text, never with the ways to divide it.
 */
export function matchesGlob([first = '', ...others]: Glob, text: string): boolean {
  const last = others.pop()
  if (last === undefined) return text === first
  if (!text.startsWith(first)) return false
  let from = first.length
  for (const part of others) {
    const found = text.indexOf(part, from)
    if (found === -1) return false
    from = found + part.length
  }
  return text.length - last.length >= from && text.endsWith(last)
}
