import type { RunContext } from '../domain/context.ts'
import type { GitHubLinks } from '../domain/report.ts'
import type { RunSettings } from '../domain/settings.ts'
import type { RunFindings } from '../github/publish.ts'
import { safe } from '../sanitize/safe-text.ts'
import type { Runtime } from './runtime.ts'

export const NO_GITHUB_LINKS: GitHubLinks = { issueUrl: safe``, commentUrl: safe`` }

/** Keeps issues and comments as the workflow asks. The GitHub client is loaded only if there is something to publish. */
export async function publishIfRequested(
  findings: RunFindings,
  { github }: RunSettings,
  { env }: Runtime,
  run: RunContext,
): Promise<GitHubLinks> {
  if (!github.issue && !github.comment) return NO_GITHUB_LINKS
  try {
    const { publishToGitHub } = await import(/* webpackChunkName: "github" */ '../github/publish.ts')
    return await publishToGitHub(findings, github, env, run)
  } catch {
    // @actions/github reads the event and the URL of the API when it is loaded, and throws if it cannot.
    const text = safe`Couldn't update GitHub: its variables or the event of this run cannot be read. This does not change the result of the run.`
    run.emit({ type: 'warning', text })
    return NO_GITHUB_LINKS
  }
}
