import type { Environment } from '../domain/context.ts'
import type { CredentialPairs, NamedValue } from './credentials.ts'
import type { InputReader } from './mask-inputs.ts'

/** The first of the names that has a value, or the first one without. */
export function readSource(source: InputReader | Environment, ...names: [string, ...string[]]): NamedValue {
  const isInput = typeof source === 'function'
  const read = (name: string): string => (isInput ? source(name) : (source[name]?.trim() ?? ''))
  const name = names.find((candidate) => read(candidate) !== '') ?? names[0]
  return { name: isInput ? `Input \`${name}\`` : `The environment variable \`${name}\``, text: read(name) }
}

/** Both kinds of credentials, as the step's `with:` gives them. */
export function pairsOfInputs(input: InputReader): CredentialPairs {
  return {
    serviceAccount: { id: readSource(input, 'atlas-client-id'), secret: readSource(input, 'atlas-client-secret') },
    apiKey: { id: readSource(input, 'atlas-public-key'), secret: readSource(input, 'atlas-private-key') },
  }
}

/** Both kinds of credentials, as the step's environment gives them, under the names that MongoDB's own tools use. */
export function pairsOfEnvironment(env: Environment): CredentialPairs {
  return {
    serviceAccount: {
      id: readSource(env, 'MONGODB_ATLAS_CLIENT_ID'),
      secret: readSource(env, 'MONGODB_ATLAS_CLIENT_SECRET'),
    },
    apiKey: {
      id: readSource(env, 'MONGODB_ATLAS_PUBLIC_API_KEY', 'MONGODB_ATLAS_PUBLIC_KEY'),
      secret: readSource(env, 'MONGODB_ATLAS_PRIVATE_API_KEY', 'MONGODB_ATLAS_PRIVATE_KEY'),
    },
  }
}
