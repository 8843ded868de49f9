import type { ProjectResult } from '../domain/result.ts'

/**
 * What was found, in pieces that can be gone each on its own: `drift:aws`, `drift:project`, `invalid:azure`, `invalid:any`,
 * `requirement:clusters`. An issue remembers them, since several steps may look at different parts of one project.
 */
export type Subject = string

/** Everything that was found, whether or not it is excused. */
export function foundSubjects({ findings, differences, providers, requirements }: ProjectResult): Subject[] {
  const found: Subject[] = []
  if (findings.includes('invalid')) {
    const invalid = providers.filter(({ valid }) => !valid).map(({ provider }) => `invalid:${provider}`)
    found.push(...(invalid.length > 0 ? invalid : ['invalid:any']))
  }
  if (findings.includes('requirement')) {
    found.push(...requirements.filter(({ held }) => held !== true).map(({ condition }) => `requirement:${condition}`))
  }
  if (findings.includes('drift')) found.push(...differences.map(({ provider }) => `drift:${provider ?? 'project'}`))
  return [...new Set(found)]
}

/** Whether this run would have found it if it were still there. */
export function looksAt(project: ProjectResult, subject: Subject): boolean {
  const { mode, providers, requirements, comparisons, looksAtAll, valid } = project
  const [kind, what] = subject.split(':')
  const isNamed = providers.some(({ provider }) => provider === what)
  switch (kind) {
    case 'requirement':
      return requirements.some(({ condition }) => condition === what)
    case 'invalid':
      return what === 'any' ? looksAtAll || valid : looksAtAll || isNamed
    case 'drift':
      return (
        mode === 'drift' && (isNamed || (what === 'project' && comparisons.some(({ provider }) => provider === null)))
      )
    default:
      // Not of ours: nobody will ever find it again.
      return true
  }
}
