import { createHash } from 'node:crypto'
import type { Finding, ProjectResult } from '../modes/result.ts'
import { code, type Html, html } from '../report/html.ts'
import type { Plain } from '../report/summary.ts'
import { projectBlocks } from '../report/summary.ts'

/** GitHub refuses a longer body. */
const LONGEST_BODY = 65_000

/** Invisible, and what an issue or comment of ours is found by, whatever its title. */
export function marker(kind: 'project' | 'plan', id: string): string {
  return `<!-- atlas-encryption-at-rest:${kind}=${id} -->`
}

/** What an issue remembers of the findings that it was last written for. */
export interface Memory {
  readonly findings: readonly Finding[]
  /** Of everything that the body tells, but for the run that told it. */
  readonly fingerprint: string
}

/** @returns undefined if the body was not written by us, or somebody changed the line */
export function recall(body: string): Memory | undefined {
  const match = /<!-- atlas-encryption-at-rest:findings=([a-z,]*);([0-9a-f]{16}) -->/.exec(body)
  if (match === null) return undefined
  return { findings: (match[1] as string).split(',').filter(Boolean) as Finding[], fingerprint: match[2] as string }
}

/** A digest of what was found, the same as long as nothing changes. */
export function fingerprintOf(project: ProjectResult, findings: readonly Finding[]): string {
  const { providers, differences, requirements, notComparable } = project
  const told = JSON.stringify([[...findings].sort(), providers, differences, requirements, notComparable])
  return createHash('sha256').update(told).digest('hex').slice(0, 16)
}

export function issueBody(
  project: ProjectResult,
  memory: Memory,
  unchecked: readonly Finding[],
  runUrl: string,
  plain: Plain,
): string {
  const notes =
    unchecked.length === 0 ? [] : [html`<p>Found earlier, not checked by this run: ${unchecked.join(', ')}.</p>`]
  const end = html`<p>This issue is kept by a workflow: it is updated while the finding changes, and closed when it is gone.</p>`
  const remembered = `<!-- atlas-encryption-at-rest:findings=${memory.findings.join(',')};${memory.fingerprint} -->`
  return joined(
    [marker('project', project.projectId), remembered],
    [...projectBlocks(project, plain), ...notes, ...foundBy(runUrl), end],
  )
}

export function commentBody(project: ProjectResult, runUrl: string, plain: Plain): string {
  return joined([marker('plan', project.projectId)], [...projectBlocks(project, plain), ...foundBy(runUrl)])
}

function foundBy(runUrl: string): Html[] {
  if (!/^https?:\/\/[\w.:/-]+$/.test(runUrl)) return []
  return [html`<p>Told by <a href="${runUrl}">this run</a>.</p>`]
}

function joined(markers: readonly string[], blocks: readonly Html[]): string {
  const kept: string[] = [...markers]
  let size = kept.join('\n').length
  for (const { markup } of blocks) {
    size += markup.length + 2
    if (size > LONGEST_BODY) {
      kept.push(html`<p>Cut: the summary of the run has all of it (${code('GITHUB_STEP_SUMMARY')}).</p>`.markup)
      break
    }
    kept.push(markup)
  }
  return kept.join('\n\n')
}
