import type { Environment } from '../domain/context.ts'
import type { Mode } from '../domain/modes.ts'
import type { GitHubSettings } from '../domain/settings.ts'
import { InputError, type InputErrors } from './errors.ts'
import { pullRequestNumber } from './event.ts'
import type { InputReader } from './mask-inputs.ts'
import { parseBoolean, parseList } from './parse/scalars.ts'

/** GitHub's own limit for the name of a label. */
const MAX_LABEL_LENGTH = 50

/**
 * Reads what is to be told on GitHub. `issue` belongs to drift and verify, `comment` to plan; elsewhere they are ignored with
 * a warning, so that one `with:` block can serve all modes.
 */
export function readGitHubSettings(
  mode: Mode,
  input: InputReader,
  env: Environment,
  inputErrors: InputErrors,
): { settings: GitHubSettings; warnings: string[] } {
  const flag = (name: string): boolean =>
    inputErrors.attempt(() => input(name) !== '' && parseBoolean(`Input \`${name}\``, input(name))) ?? false
  const list = (name: string, pattern: RegExp, accepted: string): string[] => {
    const words = parseList(input(name))
    inputErrors.attempt(() => {
      if (words.some((word) => !pattern.test(word)))
        throw new InputError(`Every word of input \`${name}\` must be ${accepted}.`)
    })
    return words
  }
  const [issue, comment] = [flag('issue'), flag('comment')]
  const looksOnly = mode === 'drift' || mode === 'verify'
  const warnings = [
    ...(issue && !looksOnly
      ? [`\`issue\` belongs to \`mode: drift\` and \`mode: verify\`; ignored in \`${mode}\`.`]
      : []),
    ...(comment && mode !== 'plan' ? [`\`comment\` belongs to \`mode: plan\`; ignored in \`${mode}\`.`] : []),
  ]
  const settings = {
    token: input('github-token'),
    issue: issue && looksOnly,
    issueLabels: list(
      'issue-labels',
      new RegExp(`^\\P{Cc}{1,${MAX_LABEL_LENGTH}}$`, 'u'),
      `at most ${MAX_LABEL_LENGTH} characters`,
    ),
    issueAssignees: list('issue-assignees', /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,100})$/, 'the name of a GitHub user'),
    comment: comment && mode === 'plan',
    pullRequest: comment && mode === 'plan' ? (pullRequestNumber(env) ?? null) : null,
  }
  return { settings, warnings }
}
