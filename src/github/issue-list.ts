import { html } from '../report/html.ts'
import { safe } from '../sanitize/safe-text.ts'
import type { GitHub } from './client.ts'
import { type Entry, unexpectedResponse } from './entries.ts'
import { type EntryBody, plainBody } from './entry-body.ts'
import { GitHubError } from './errors.ts'
import { findMarker, type HiddenLine } from './markers.ts'
import type { Ownership } from './ownership.ts'

/** Always set, and what issues are listed by: GitHub's search lags behind. */
export const LABEL = 'atlas-encryption-at-rest'

/** An entry that has a number, by which it is updated. */
export interface Issue extends Entry {
  readonly number: number
}

/** All issues with a marker of this action, open or closed. Whose they are is asked only of those that are looked for. */
export class IssueList {
  /** The oldest first. */
  readonly #byMarker: ReadonlyMap<HiddenLine, readonly Issue[]>
  readonly #github: GitHub
  readonly #ownership: Ownership
  readonly #closed = new Set<number>()

  private constructor(issues: readonly Issue[], github: GitHub, ownership: Ownership) {
    this.#byMarker = Map.groupBy(issues, ({ body }) => findMarker(body) as HiddenLine)
    this.#github = github
    this.#ownership = ownership
  }

  /** @throws GitHubError */
  static async read(github: GitHub, ownership: Ownership): Promise<IssueList> {
    const matches = ({ isPullRequest, body }: Entry): boolean => !isPullRequest && findMarker(body) !== undefined
    const entries = await github.list(`/issues?state=all&labels=${LABEL}`, matches)
    return new IssueList(
      entries.map(asIssue).sort((a, b) => a.number - b.number),
      github,
      ownership,
    )
  }

  /** The markers of the open issues whose body holds the text, whoever wrote them. */
  openMarkersWith(text: string): HiddenLine[] {
    const isMeant = ({ isOpen, body }: Issue): boolean => isOpen && body.includes(text)
    return [...this.#byMarker].flatMap(([marker, issues]) => (issues.some(isMeant) ? [marker] : []))
  }

  /** Whether an issue with the marker is open, whoever wrote it. */
  hasOpen(marker: HiddenLine): boolean {
    return this.#byMarker.get(marker)?.some(({ isOpen }) => isOpen) === true
  }

  /**
   * The oldest issue of this action with the marker. Later ones come from runs at the same time, and are closed as its
   * duplicates.
   *
   * @throws the reason of the run's signal, when the run ends
   */
  async find(marker: HiddenLine): Promise<Issue | undefined> {
    let oldest: Issue | undefined
    for (const issue of this.#byMarker.get(marker) ?? []) {
      const isLeftOver = oldest !== undefined && (!issue.isOpen || this.#closed.has(issue.id))
      if (isLeftOver || !(await this.#ownership.isTrusted(issue))) continue
      if (oldest === undefined) oldest = issue
      else await this.#closeAsDuplicate(issue, oldest)
    }
    return oldest
  }

  /** A duplicate that cannot be closed does not keep the oldest issue from being updated. */
  async #closeAsDuplicate(issue: Issue, { number }: Issue): Promise<void> {
    this.#closed.add(issue.id)
    try {
      await closeIssue(issue, 'duplicate', plainBody(html`Duplicate of #${safe`${number}`}.`), this.#github)
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error
    }
  }
}

/** @throws GitHubError if it has no number, as an issue always has */
export function asIssue(entry: Entry): Issue {
  const { number } = entry
  if (number === null) throw unexpectedResponse()
  return { ...entry, number }
}

/** @throws GitHubError */
export async function closeIssue(
  { number }: Issue,
  reason: 'completed' | 'duplicate',
  comment: EntryBody,
  github: GitHub,
): Promise<void> {
  const path = `/issues/${number}`
  await github.send(`${path}/comments`, { body: comment })
  try {
    await github.update(path, { state: 'closed', state_reason: reason })
  } catch (error) {
    // A GitHub Enterprise Server may be too old to know of duplicates.
    if (reason !== 'duplicate' || !(error instanceof GitHubError) || error.status !== 422) throw error
    await github.update(path, { state: 'closed', state_reason: 'not_planned' })
  }
}
