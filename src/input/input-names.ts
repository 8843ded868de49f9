import type { Environment } from '../domain/context.ts'
import type { FieldInput, RoleName } from '../domain/providers.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'

/** An input that belongs to no field of a provider, as `action.yml` declares it. */
type CommonInput =
  | 'api-version'
  | 'atlas-access-token'
  | 'atlas-base-url'
  | 'atlas-client-id'
  | 'atlas-client-secret'
  | 'atlas-private-key'
  | 'atlas-public-key'
  | 'clusters'
  | 'comment'
  | 'concurrency'
  | 'config-file'
  | 'enabled'
  | 'enabled-for-search-nodes'
  | 'envelope'
  | 'exclude-projects'
  | 'export-file'
  | 'fail-on-drift'
  | 'fail-on-invalid'
  | 'fields'
  | 'github-token'
  | 'include-projects'
  | 'issue'
  | 'issue-assignees'
  | 'issue-labels'
  | 'mode'
  | 'org-id'
  | 'pretty'
  | 'private-endpoint-regions'
  | 'project-id'
  | 'propagation-timeout'
  | 'provider'
  | 'report-files'
  | 'require'
  | 'retries'
  | 'shard'
  | 'summary'
  | 'timeout'
  | 'valid-timeout'
  | 'wait-timeout'

/** The name of an input. `test/interface.test.ts` holds what is read to what `action.yml` declares. */
export type InputName = CommonInput | FieldInput | RoleName['input']

/** A variable of the step's environment that fills in for an input. */
export type VariableName =
  | 'MONGODB_ATLAS_ACCESS_TOKEN'
  | 'MONGODB_ATLAS_BASE_URL'
  | 'MONGODB_ATLAS_CLIENT_ID'
  | 'MONGODB_ATLAS_CLIENT_SECRET'
  | 'MONGODB_ATLAS_PRIVATE_API_KEY'
  | 'MONGODB_ATLAS_PRIVATE_KEY'
  | 'MONGODB_ATLAS_PROJECT_ID'
  | 'MONGODB_ATLAS_PUBLIC_API_KEY'
  | 'MONGODB_ATLAS_PUBLIC_KEY'

/** Reads one input, trimmed; '' if it is not given. */
export type InputReader = (name: InputName) => string

/** The names that are given, each in backquotes, for messages. */
export function quoteGiven(input: InputReader, names: readonly InputName[]): SafeText[] {
  return names.filter((name) => input(name) !== '').map((name) => safe`\`${name}\``)
}

/** For the inputs that a message has listed. */
export function pronoun(inputs: readonly SafeText[]): SafeText {
  return inputs.length === 1 ? safe`it` : safe`them`
}

/** What an input is called at the beginning of a message. */
export function inputLabel(name: InputName): SafeText {
  return safe`Input \`${name}\``
}

/** A setting and where it was read from. */
export interface NamedValue {
  /** At the beginning of a sentence. */
  readonly label: SafeText
  /** Within a sentence. */
  readonly inlineLabel: SafeText
  /** '' if it is not given. */
  readonly text: string
}

export function readInput(input: InputReader, name: InputName): NamedValue {
  return { label: inputLabel(name), inlineLabel: safe`input \`${name}\``, text: input(name) }
}

/** Reads the first of the variables that has a value, or the first one if none has. */
export function readVariable(env: Environment, ...names: readonly [VariableName, ...VariableName[]]): NamedValue {
  const read = (name: VariableName): string => env[name]?.trim() ?? ''
  const name = names.find((candidate) => read(candidate) !== '') ?? names[0]
  const variable = safe`environment variable \`${name}\``
  return { label: safe`The ${variable}`, inlineLabel: safe`the ${variable}`, text: read(name) }
}
