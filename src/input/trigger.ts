import { readFileSync } from 'node:fs'
import type { Environment } from '../atlas/connect.ts'

/** GitHub's own limit for a webhook payload is 25 MB. */
const LARGEST_EVENT = 32 * 1024 * 1024

/**
 * What to tell somebody whose secrets are empty: on pull requests from forks and by Dependabot GitHub passes none.
 *
 * @returns a sentence that begins with a space, or '' for any other event
 */
export function secretsAdvice(env: Environment): string {
  const fork = env.GITHUB_EVENT_NAME?.startsWith('pull_request') && comesFromFork(env.GITHUB_EVENT_PATH)
  if (fork) {
    return ' This run was triggered by a pull request from a fork, and GitHub passes no secrets to those: skip the step there.'
  }
  if (env.GITHUB_ACTOR === 'dependabot[bot]') {
    return (
      ' This run was triggered by Dependabot, and GitHub passes only Dependabot secrets to it: skip the step there, or ' +
      'store the credentials as Dependabot secrets too.'
    )
  }
  return ''
}

interface PullRequestEvent {
  pull_request?: {
    head?: { repo?: { full_name?: unknown; fork?: unknown } | null }
    base?: { repo?: { full_name?: unknown } }
  }
}

function comesFromFork(path: string | undefined): boolean {
  try {
    const text = readFileSync(path ?? '', 'utf8')
    if (text.length > LARGEST_EVENT) return false
    const { pull_request: pull } = JSON.parse(text) as PullRequestEvent
    if (!pull) return false
    // A fork that was deleted since leaves null.
    return pull.head?.repo?.full_name !== pull.base?.repo?.full_name
  } catch {
    // No advice is better than a wrong one.
    return false
  }
}
