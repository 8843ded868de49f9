import type { Credentials } from '../domain/credentials.ts'
import { joinSafe, type SafeText, safe } from '../sanitize/safe-text.ts'
import { InputError, parseNamed } from './errors.ts'
import { secretsAdvice } from './event.ts'
import type { InputSources } from './input-context.ts'
import { type NamedValue, readInput, readVariable } from './input-names.ts'
import { parseAccessToken, parseCredentialId, requireSecret } from './parse/secret.ts'

interface Pair {
  readonly id: NamedValue
  readonly secret: NamedValue
}

/** All kinds of credentials, as given in one place: by inputs, or by the step's environment. */
interface GivenCredentials {
  readonly accessToken: NamedValue
  readonly serviceAccount: Pair
  readonly apiKey: Pair
}

type Kind = keyof GivenCredentials

/** In the order in which the kinds of the environment take precedence. */
const KINDS = ['accessToken', 'serviceAccount', 'apiKey'] as const satisfies readonly Kind[]

const NAMES: Readonly<Record<Kind, SafeText>> = {
  accessToken: safe`an access token (\`atlas-access-token\`)`,
  serviceAccount: safe`a service account (\`atlas-client-id\`, \`atlas-client-secret\`)`,
  apiKey: safe`an API key (\`atlas-public-key\`, \`atlas-private-key\`)`,
}

/**
 * Reads the credentials for Atlas. Inputs take precedence over the environment, whatever kind it holds; of several kinds in the
 * environment the first one of {@link KINDS} is used.
 *
 * @throws InputError for half a pair, two kinds as inputs, or none at all
 */
export function readCredentials(sources: InputSources): Credentials {
  // GitHub passes no secrets to some events, which is the likely reason for an empty input.
  const advice = (): SafeText => secretsAdvice(sources.env)
  const inputs = credentialsOfInputs(sources)
  const given = givenKinds(inputs)
  if (given.length > 1) {
    const listed = joinSafe(
      given.map((kind) => NAMES[kind]),
      safe` or `,
    )
    throw new InputError(safe`Set either ${listed}, not ${given.length === 2 ? 'both' : 'several'}.${advice()}`)
  }
  const source = given.length > 0 ? inputs : credentialsOfEnvironment(sources)
  const [kind] = givenKinds(source)
  if (kind === undefined) {
    throw new InputError(
      safe`No credentials for Atlas: set \`atlas-client-id\` and \`atlas-client-secret\` of a service account (or \`atlas-public-key\` and \`atlas-private-key\` of an API key, or \`atlas-access-token\`). A secret that is not set is passed as an empty string.${advice()}`,
    )
  }
  switch (kind) {
    case 'accessToken':
      return { kind: 'access-token', token: readToken(source.accessToken) }
    case 'serviceAccount': {
      const [clientId, clientSecret] = readPair(source.serviceAccount, advice)
      return { kind: 'service-account', clientId, clientSecret }
    }
    case 'apiKey': {
      const [username, password] = readPair(source.apiKey, advice)
      return { kind: 'api-key', username, password }
    }
  }
}

function givenKinds({ accessToken, serviceAccount, apiKey }: GivenCredentials): Kind[] {
  const texts: Readonly<Record<Kind, readonly NamedValue[]>> = {
    accessToken: [accessToken],
    serviceAccount: [serviceAccount.id, serviceAccount.secret],
    apiKey: [apiKey.id, apiKey.secret],
  }
  return KINDS.filter((kind) => texts[kind].some(({ text }) => text !== ''))
}

function credentialsOfInputs({ input }: InputSources): GivenCredentials {
  return {
    accessToken: readInput(input, 'atlas-access-token'),
    serviceAccount: { id: readInput(input, 'atlas-client-id'), secret: readInput(input, 'atlas-client-secret') },
    apiKey: { id: readInput(input, 'atlas-public-key'), secret: readInput(input, 'atlas-private-key') },
  }
}

/** Under the names that MongoDB's own tools use. */
function credentialsOfEnvironment({ env }: InputSources): GivenCredentials {
  return {
    accessToken: readVariable(env, 'MONGODB_ATLAS_ACCESS_TOKEN'),
    serviceAccount: {
      id: readVariable(env, 'MONGODB_ATLAS_CLIENT_ID'),
      secret: readVariable(env, 'MONGODB_ATLAS_CLIENT_SECRET'),
    },
    apiKey: {
      id: readVariable(env, 'MONGODB_ATLAS_PUBLIC_API_KEY', 'MONGODB_ATLAS_PUBLIC_KEY'),
      secret: readVariable(env, 'MONGODB_ATLAS_PRIVATE_API_KEY', 'MONGODB_ATLAS_PRIVATE_KEY'),
    },
  }
}

function readToken({ label, text }: NamedValue): string {
  return parseNamed(label, () => parseAccessToken(text))
}

function readPair({ id, secret }: Pair, advice: () => SafeText): [string, string] {
  if (id.text === '') throw halfPair(id, secret, advice)
  if (secret.text === '') throw halfPair(secret, id, advice)
  parseNamed(secret.label, () => requireSecret(secret.text))
  return [parseNamed(id.label, () => parseCredentialId(id.text)), secret.text]
}

function halfPair(missing: NamedValue, present: NamedValue, advice: () => SafeText): InputError {
  return new InputError(
    safe`${missing.label} is empty, but its counterpart is set (${present.inlineLabel}): both are required. A secret that is not set is passed as an empty string.${advice()}`,
  )
}
