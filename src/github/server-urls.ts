import type { Environment } from '../domain/context.ts'
import { isLoopback } from '../network/loopback.ts'
import type { Sanitize } from '../sanitize/safe-text.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import { GitHubError } from './errors.ts'

/** Where GitHub is, from the variables that the runner sets for each step. */
export interface ServerUrls {
  /** `owner/name`. */
  readonly repository: string
  /** Of the REST API, without a slash at its end. */
  readonly api: string
  /** Of the GraphQL API; null if it is on another host than the REST API, where the token must not go. */
  readonly graphql: string | null
  /** Of the pages, without a slash at its end. */
  readonly server: string
  /** The page of the run; null outside of one. */
  readonly run: SafeText | null
}

/** @throws GitHubError if the token has nowhere to go, or only where others could read it */
export function readServerUrls(env: Environment, sanitize: Sanitize): ServerUrls {
  const repository = env.GITHUB_REPOSITORY ?? ''
  if (!/^[\w-]+\/(?!\.{1,2}$)[\w.-]+$/.test(repository))
    throw new GitHubError(safe`GITHUB_REPOSITORY does not name a repository.`, 0)
  const api = withoutSlash(env.GITHUB_API_URL || 'https://api.github.com')
  if (!isSafeForToken(api)) {
    const message = safe`GITHUB_API_URL is not an \`https://\` URL, so the token of \`github-token\` was not sent there.`
    throw new GitHubError(message, 0)
  }
  const server = withoutSlash(env.GITHUB_SERVER_URL || 'https://github.com')
  const run = `${server}/${repository}/actions/runs/${env.GITHUB_RUN_ID ?? ''}`
  return {
    repository,
    api,
    graphql: graphqlUrl(env.GITHUB_GRAPHQL_URL || derivedGraphqlUrl(api), api),
    server,
    run: env.GITHUB_RUN_ID && isUrl(run) ? sanitize(run) : null,
  }
}

/** Whether a text is an http or https URL without characters that mean anything in markup. */
export function isUrl(text: string): boolean {
  return /^https?:\/\/[\w.:/-]+$/.test(text)
}

/** Plain http is for this machine alone, where tests run a server of their own. */
function isSafeForToken(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
}

/** GitHub Enterprise Server has `/api/v3` and `/api/graphql` on one host, github.com `/graphql` on that of its REST API. */
function derivedGraphqlUrl(api: string): string {
  return api.endsWith('/api/v3') ? `${api.slice(0, -'/v3'.length)}/graphql` : `${api}/graphql`
}

function graphqlUrl(url: string, api: string): string | null {
  return URL.canParse(url) && new URL(url).origin === new URL(api).origin ? url : null
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '')
}
