import { readFileSync } from 'node:fs'
import type { Environment } from '../domain/context.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'

/** GitHub's own limit for a webhook payload is 25 MB. */
const MAX_EVENT_LENGTH = 32 * 1024 * 1024

/**
 * Why secrets may be empty: on pull requests from forks and by Dependabot GitHub passes none.
 *
 * @returns a sentence that begins with a space, or '' for any other event
 */
export function secretsAdvice(env: Environment): SafeText {
  // `pull_request_target` runs with secrets.
  const fork = env.GITHUB_EVENT_NAME === 'pull_request' && comesFromFork(env.GITHUB_EVENT_PATH)
  if (fork) {
    return safe` This run was triggered by a pull request from a fork, and GitHub passes no secrets to those: skip the step there.`
  }
  if (env.GITHUB_ACTOR === 'dependabot[bot]') {
    return safe` This run was triggered by Dependabot, and GitHub passes only Dependabot secrets to it: skip the step there, or store the credentials as Dependabot secrets too.`
  }
  return safe``
}

interface PullRequestEvent {
  readonly pull_request?: null | {
    readonly number?: unknown
    readonly head?: { readonly repo?: { readonly full_name?: unknown } | null }
    readonly base?: { readonly repo?: { readonly full_name?: unknown } }
  }
}

/** The pull request that triggered the run, if one did. */
export function pullRequestNumber(env: Environment): number | undefined {
  if (!env.GITHUB_EVENT_NAME?.startsWith('pull_request')) return undefined
  const number = readEvent(env.GITHUB_EVENT_PATH)?.pull_request?.number
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined
}

function comesFromFork(path: string | undefined): boolean {
  const pull = readEvent(path)?.pull_request
  // The repository of a fork that was deleted since is null.
  return pull != null && pull.head?.repo?.full_name !== pull.base?.repo?.full_name
}

/** The webhook's payload; undefined if it cannot be read, since no advice is better than a wrong one. */
function readEvent(path: string | undefined): PullRequestEvent | undefined {
  try {
    const text = readFileSync(path ?? '', 'utf8')
    const event: unknown = text.length > MAX_EVENT_LENGTH ? undefined : JSON.parse(text)
    return typeof event === 'object' && event !== null ? event : undefined
  } catch {
    return undefined
  }
}
