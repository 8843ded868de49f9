import type { Mode } from '../modes/result.ts'
import { InputProblem, type Problems } from './problems.ts'
import type { InputReader } from './raw-inputs.ts'
import { parseBoolean, parseList } from './scalars.ts'
import type { GitHubSettings } from './settings.ts'

/** GitHub's own limit for the name of a label. */
const LONGEST_LABEL = 50

/**
 * Reads what is to be told on GitHub. `issue` belongs to drift and verify, `comment` to plan; elsewhere they are ignored with
 * a warning, so that one `with:` block can serve all modes.
 */
export function readGitHubSettings(
  mode: Mode,
  input: InputReader,
  problems: Problems,
): { settings: GitHubSettings; warnings: string[] } {
  const flag = (name: string): boolean =>
    problems.attempt(() => input(name) !== '' && parseBoolean(`Input \`${name}\``, input(name))) ?? false
  const list = (name: string, pattern: RegExp, accepted: string): string[] => {
    const words = parseList(input(name))
    problems.attempt(() => {
      if (words.some((word) => !pattern.test(word)))
        throw new InputProblem(`Every word of input \`${name}\` must be ${accepted}.`)
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
      new RegExp(`^\\P{Cc}{1,${LONGEST_LABEL}}$`, 'u'),
      `at most ${LONGEST_LABEL} characters`,
    ),
    issueAssignees: list('issue-assignees', /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,100})$/, 'the name of a GitHub user'),
    comment: comment && mode === 'plan',
  }
  return { settings, warnings }
}
