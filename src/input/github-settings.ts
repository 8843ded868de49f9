import { MODE_TABLE, type Mode } from '../domain/modes.ts'
import type { GitHubSettings } from '../domain/settings.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import { pullRequestNumber } from './event.ts'
import { type InputContext, readOptional } from './input-context.ts'
import type { InputName } from './input-names.ts'
import { parseBoolean, parseList } from './parse/scalars.ts'

/** GitHub's own limit for the name of a label. */
const MAX_LABEL_LENGTH = 50

const LABEL = new RegExp(`^\\P{Cc}{1,${MAX_LABEL_LENGTH}}$`, 'u')
const USER = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,100})$/

/**
 * Reads what to publish on GitHub. `issue` belongs to drift and verify, `comment` to plan; elsewhere they are ignored with
 * a warning, so that one `with:` block can serve all modes.
 */
export function readGitHubSettings(
  mode: Mode,
  context: InputContext,
): { readonly settings: GitHubSettings; readonly warnings: readonly SafeText[] } {
  const issue = readOptional(context, 'issue', parseBoolean, false)
  const comment = readOptional(context, 'comment', parseBoolean, false)
  const { checksConditions: keepsIssues, comments: mayComment } = MODE_TABLE[mode]
  const warnings: SafeText[] = []
  // In `export` both are errors: see `export-settings.ts`.
  if (mode !== 'export' && issue && !keepsIssues)
    warnings.push(safe`\`issue\` is only for \`mode: drift\` and \`mode: verify\`; ignored in \`${mode}\`.`)
  if (mode !== 'export' && comment && !mayComment)
    warnings.push(safe`\`comment\` is only for \`mode: plan\`; ignored in \`${mode}\`.`)
  const comments = comment && mayComment
  const settings = {
    token: context.input('github-token'),
    issue: issue && keepsIssues,
    issueLabels: readWords(context, 'issue-labels', LABEL, safe`at most ${MAX_LABEL_LENGTH} characters`),
    issueAssignees: readWords(context, 'issue-assignees', USER, safe`the name of a GitHub user`),
    comment: comments,
    pullRequest: comments ? (pullRequestNumber(context.env) ?? null) : null,
  }
  return { settings, warnings }
}

function readWords({ input, errors }: InputContext, name: InputName, pattern: RegExp, accepted: SafeText): string[] {
  const words = parseList(input(name))
  if (words.some((word) => !pattern.test(word))) errors.add(safe`Each entry of input \`${name}\` must be ${accepted}.`)
  return words
}
