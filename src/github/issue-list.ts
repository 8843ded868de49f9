import { markersOf } from './bodies.ts'
import type { Entry, GitHub } from './client.ts'
import { GitHubError } from './errors.ts'

/** Always set, and what issues are listed by: GitHub's search lags behind. */
export const LABEL = 'atlas-encryption-at-rest'

/** All issues of ours, open or closed, by their marker. */
export class IssueList {
  /** The oldest first. */
  readonly #byMarker = new Map<string, Entry[]>()
  readonly #github: GitHub

  private constructor(issues: readonly Entry[], github: GitHub) {
    this.#github = github
    for (const issue of issues) {
      for (const marker of markersOf(issue)) {
        const before = this.#byMarker.get(marker)
        if (before === undefined) this.#byMarker.set(marker, [issue])
        else before.push(issue)
      }
    }
  }

  /** @throws GitHubError */
  static async read(github: GitHub): Promise<IssueList> {
    const listed = await github.list(`/issues?state=all&labels=${LABEL}`)
    const issues = listed.filter((issue) => issue.pull_request === undefined)
    return new IssueList(
      issues.sort((a, b) => (a.number ?? 0) - (b.number ?? 0)),
      github,
    )
  }

  /** The oldest issue with the marker; later ones come from runs that raced, and are closed as its duplicates. */
  async find(marker: string): Promise<Entry | undefined> {
    const [oldest, ...later] = this.#byMarker.get(marker) ?? []
    for (const duplicate of later) {
      if (duplicate.state !== 'open') continue
      // What cannot be closed does not keep the oldest from being kept.
      await closeAsDuplicate(duplicate, `Duplicate of #${oldest?.number}.`, this.#github).catch(() => undefined)
      duplicate.state = 'closed'
    }
    return oldest
  }
}

/** @throws GitHubError */
export async function closeIssue(
  issue: Entry,
  reason: 'completed' | 'duplicate',
  words: string,
  github: GitHub,
): Promise<void> {
  await github.send(`/issues/${issue.number}/comments`, { body: words })
  await github.update(`/issues/${issue.number}`, { state: 'closed', state_reason: reason })
}

/** GitHub Enterprise Server may be too old to know of duplicates. */
async function closeAsDuplicate(issue: Entry, words: string, github: GitHub): Promise<void> {
  try {
    await closeIssue(issue, 'duplicate', words, github)
  } catch (error) {
    if (!(error instanceof GitHubError) || error.status !== 422) throw error
    await github.update(`/issues/${issue.number}`, { state: 'closed', state_reason: 'not_planned' })
  }
}
