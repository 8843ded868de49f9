import type { Entry, GitHub } from './client.ts'
import { GitHubError } from './errors.ts'
import { LABEL } from './issue-list.ts'

export interface IssueOptions {
  readonly labels: readonly string[]
  readonly assignees: readonly string[]
}

/** Opens issues with the labels and assignees that the workflow wants. One for a run, so that it looks at labels once. */
export class IssueOpener {
  readonly #github: GitHub
  readonly #options: IssueOptions
  readonly #warn: (text: string) => void
  #hasLabels = false

  /** @param warn told what could be done only in part */
  constructor(github: GitHub, options: IssueOptions, warn: (text: string) => void) {
    this.#github = github
    this.#options = options
    this.#warn = warn
  }

  /** @throws GitHubError */
  async open(title: string, body: string): Promise<Entry> {
    const labels = [...new Set([LABEL, ...this.#options.labels])]
    if (!this.#hasLabels) for (const label of labels) await ensureLabel(label, this.#github)
    this.#hasLabels = true
    const { assignees } = this.#options
    const issue = { title, body, labels, assignees }
    try {
      return await this.#github.create('/issues', issue)
    } catch (error) {
      if (!(error instanceof GitHubError) || error.status !== 422 || assignees.length === 0) throw error
      const opened = await this.#github.create('/issues', { ...issue, assignees: [] })
      this.#warn(
        `GitHub does not take \`issue-assignees\` (${assignees.join(', ')}), so the issue was opened without them.`,
      )
      return opened
    }
  }
}

/** Best effort: what keeps a label from being made may not keep the issue from being opened, and if it does, that is told. */
async function ensureLabel(name: string, github: GitHub): Promise<void> {
  try {
    if (await github.exists(`/labels/${encodeURIComponent(name)}`)) return
    await github.send('/labels', { name, color: '13aa52' })
  } catch (error) {
    // 403 and 404: not permitted to make labels. 422: another run was faster.
    if (!(error instanceof GitHubError) || ![403, 404, 422].includes(error.status)) throw error
  }
}
