import type { Environment } from '../domain/context.ts'
import { DOCUMENTED_CODES } from '../domain/documented-codes.ts'
import type { ErrorCode } from '../domain/errors.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import type { Secrets } from '../sanitize/secrets.ts'
import { lowerCase } from '../sanitize/sentences.ts'

/** Links from a summary, issue or comment to where a person reads more; null where it is not known where that is. */
export interface PageLinks {
  /** The project in Atlas. */
  project(projectId: SafeText): SafeText | null
  /** What the documentation of this action, in the version that runs, says about an error code. */
  error(code: ErrorCode): SafeText | null
  /** The page on what to do about a key that is not valid. */
  runbook(): SafeText | null
}

/** No links at all. */
export const NO_LINKS: PageLinks = { project: () => null, error: () => null, runbook: () => null }

/** @param atlasOrigin scheme and host of Atlas; null if it is not known */
export function pageLinks(atlasOrigin: string | null, env: Environment, secrets: Secrets): PageLinks {
  const origin = atlasOrigin === null ? null : secrets.sanitize(atlasOrigin)
  const docs = docsFolder(env)
  const folder = docs === null ? null : secrets.sanitize(docs)
  return {
    project: (projectId) => (origin === null ? null : safe`${origin}/v2/${projectId}`),
    error: (code) =>
      folder === null || !DOCUMENTED_CODES.has(code) ? null : safe`${folder}/errors.md#${lowerCase(safe`${code}`)}`,
    runbook: () => (folder === null ? null : safe`${folder}/runbook.md`),
  }
}

/** The runner sets these variables for an action from a repository; a local one (`uses: ./`) has none of the last two. */
function docsFolder(env: Environment): string | null {
  const { GITHUB_SERVER_URL: server = '', GITHUB_ACTION_REPOSITORY: repository = '', GITHUB_ACTION_REF: ref = '' } = env
  const isKnown =
    /^https?:\/\/[\w.:-]+$/.test(server) && /^[\w.-]+\/[\w.-]+$/.test(repository) && /^[\w./-]+$/.test(ref)
  return isKnown ? `${server}/${repository}/blob/${ref}/docs` : null
}
