import type { Environment } from '../world.ts'
import type { CredentialPairs, Half } from './credentials.ts'
import type { InputReader } from './raw-inputs.ts'

/** The first of the names that has a value, or the first one without. */
export function half(source: InputReader | Environment, ...names: [string, ...string[]]): Half {
  const isInput = typeof source === 'function'
  const read = (name: string): string => (isInput ? source(name) : (source[name]?.trim() ?? ''))
  const name = names.find((candidate) => read(candidate) !== '') ?? names[0]
  return { name: isInput ? `Input \`${name}\`` : `The environment variable \`${name}\``, text: read(name) }
}

/** Both kinds of credentials, as the step's `with:` gives them. */
export function pairsOfInputs(input: InputReader): CredentialPairs {
  return {
    serviceAccount: { id: half(input, 'atlas-client-id'), secret: half(input, 'atlas-client-secret') },
    apiKey: { id: half(input, 'atlas-public-key'), secret: half(input, 'atlas-private-key') },
  }
}

/** Both kinds of credentials, as the step's environment gives them, under the names that MongoDB's own tools use. */
export function pairsOfEnvironment(env: Environment): CredentialPairs {
  return {
    serviceAccount: { id: half(env, 'MONGODB_ATLAS_CLIENT_ID'), secret: half(env, 'MONGODB_ATLAS_CLIENT_SECRET') },
    apiKey: {
      id: half(env, 'MONGODB_ATLAS_PUBLIC_API_KEY', 'MONGODB_ATLAS_PUBLIC_KEY'),
      secret: half(env, 'MONGODB_ATLAS_PRIVATE_API_KEY', 'MONGODB_ATLAS_PRIVATE_KEY'),
    },
  }
}
