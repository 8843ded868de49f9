import { joinSafe, type SafeText, safe } from '../sanitize/safe-text.ts'
import type { GitHub } from './client.ts'
import type { EntryBody } from './entry-body.ts'
import { GitHubError } from './errors.ts'
import { asIssue, type Issue, LABEL } from './issue-list.ts'
import type { Ownership } from './ownership.ts'

export interface IssueOptions {
  readonly labels: readonly SafeText[]
  readonly assignees: readonly SafeText[]
}

const LABEL_COLOR = safe`13aa52`

/** Opens issues with the labels and assignees that the workflow wants. One for a run, so that it looks at labels once. */
export class IssueOpener {
  readonly #github: GitHub
  readonly #options: IssueOptions
  readonly #ownership: Ownership
  readonly #warn: (text: SafeText) => void
  #hasLabels = false

  /** @param warn takes what could be done only in part */
  constructor(github: GitHub, options: IssueOptions, ownership: Ownership, warn: (text: SafeText) => void) {
    this.#github = github
    this.#options = options
    this.#ownership = ownership
    this.#warn = warn
  }

  /** @throws GitHubError */
  async open(title: SafeText, body: EntryBody): Promise<Issue> {
    const { assignees } = this.#options
    const labels = [...new Set([safe`${LABEL}`, ...this.#options.labels])]
    if (!this.#hasLabels) for (const label of labels) await ensureLabel(label, this.#github)
    this.#hasLabels = true
    const opened = await this.#create({ title, body, labels, assignees })
    this.#ownership.learnFrom(opened)
    return opened
  }

  async #create(fields: IssueOptions & { readonly title: SafeText; readonly body: EntryBody }): Promise<Issue> {
    try {
      return asIssue(await this.#github.create('/issues', fields))
    } catch (error) {
      const { assignees } = fields
      if (!(error instanceof GitHubError) || error.status !== 422 || assignees.length === 0) throw error
      const opened = asIssue(await this.#github.create('/issues', { ...fields, assignees: [] }))
      const names = joinSafe(assignees, safe`, `)
      this.#warn(safe`GitHub does not accept \`issue-assignees\` (${names}), so the issue was opened without them.`)
      return opened
    }
  }
}

/** A label that cannot be created does not keep the issue from being opened; if it does, that is the error. */
async function ensureLabel(name: SafeText, github: GitHub): Promise<void> {
  try {
    if (await github.exists(`/labels/${encodeURIComponent(name)}`)) return
    await github.send('/labels', { name, color: LABEL_COLOR })
  } catch (error) {
    // 403 and 404: not permitted to create labels. 422: another run was faster.
    if (!(error instanceof GitHubError) || ![403, 404, 422].includes(error.status)) throw error
  }
}
