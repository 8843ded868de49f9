import type { ProjectResult } from '../../src/domain/result.ts'
import type { BodyContext } from '../../src/github/bodies.ts'
import { IssueOpener } from '../../src/github/issue-opener.ts'
import { type IssueScope, syncIssues } from '../../src/github/issues.ts'
import { marker, NO_ORIGIN, targetId } from '../../src/github/markers.ts'
import { Ownership } from '../../src/github/ownership.ts'
import type { IssueContext } from '../../src/github/project-issue.ts'
import { pageLinks } from '../../src/report/links.ts'
import { buildReport } from '../../src/report/report.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { Secrets } from '../../src/sanitize/secrets.ts'
import type { MemoryGitHub } from './memory-github.ts'
import { desires, type FakeAtlasState, resultOf, type StepOf } from './results.ts'

export const SECRETS = new Secrets(() => undefined)

export const BODIES: BodyContext = {
  sanitize: (text, maxLength) => SECRETS.sanitize(text, maxLength),
  runUrl: safe`https://github.test/o/r/actions/runs/1`,
  links: pageLinks('https://cloud.mongodb.com', {}, SECRETS),
}

/** Where the runs of a test come from. */
export interface Source {
  /** The config file; none for a run on one project. */
  readonly file?: string
  /** The projects of the file. */
  readonly projectIds?: readonly string[]
  readonly isInShard?: (projectId: string) => boolean
  /** What the workflow wants, for all projects. */
  readonly step?: StepOf
}

function contextOf(github: MemoryGitHub, { file, step }: Source = {}): IssueContext & { ownership: Ownership } {
  const ownership = new Ownership(github)
  const options = { labels: [], assignees: [] }
  return {
    github,
    ownership,
    opener: new IssueOpener(github, options, ownership, () => undefined),
    secrets: SECRETS,
    bodies: BODIES,
    origin: file === undefined ? NO_ORIGIN : targetId('config-file', file),
    desiredOf: () => step?.desired ?? desires([]),
  }
}

/** Syncs the issues of results. @returns the output `issue-url`, and what was refused */
export async function syncResults(
  projects: readonly ProjectResult[],
  github: MemoryGitHub,
  source: Source = {},
): Promise<{ urls: string[]; refused: unknown[] }> {
  const { ownership, ...context } = contextOf(github, source)
  const refused: unknown[] = []
  const urls = await syncIssues(
    scopeOf(projects, source),
    ownership,
    async (act) => {
      try {
        await act()
      } catch (error) {
        refused.push(error)
      }
    },
    context,
  )
  return { urls: urls.split('\n').filter(Boolean), refused }
}

function scopeOf(projects: readonly ProjectResult[], source: Source): IssueScope {
  const { file, projectIds = projects.map(({ projectId }) => projectId), isInShard = () => true } = source
  if (file === undefined) return { projects, overflow: null, configFile: null }
  const overflow = {
    marker: marker('rest', targetId('config-file', file, null)),
    reportOn: (some: readonly ProjectResult[]) =>
      buildReport({ mode: 'drift', shard: null, isMultiProject: true, error: null, projects: some }),
  }
  return { projects, overflow, configFile: { file, projectIds: new Set(projectIds), isInShard } }
}

/** Runs one step on the one project and syncs its issue, as the action does. @returns what was written */
export async function runStep(
  step: StepOf,
  state: FakeAtlasState,
  github: MemoryGitHub,
  source: Source = {},
): Promise<string[]> {
  const before = github.writes.length
  await syncResults([await resultOf(step, state)], github, { ...source, step })
  return github.writes.slice(before)
}
