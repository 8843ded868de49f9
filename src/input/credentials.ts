import type { Credentials } from '../domain/credentials.ts'
import { InputError } from './errors.ts'
import { requireMaskable } from './parse/formats.ts'

/** A half of a pair: where it is read from, for messages, and its text, empty if not given. */
export interface NamedValue {
  readonly name: string
  readonly text: string
}

interface Pair {
  readonly id: NamedValue
  readonly secret: NamedValue
}

/** Both kinds of credentials, as given in one place: by inputs, or by the step's environment. */
export interface CredentialPairs {
  readonly serviceAccount: Pair
  readonly apiKey: Pair
}

/**
 * Inputs win over the environment as a pair; of two kinds in the environment the service account is used.
 *
 * @param secretsAdvice what to add where an input is empty: why secrets are not there on a fork, or ''
 * @throws InputError for half a pair, two kinds as inputs, or none at all
 */
export function chooseCredentials(
  inputs: CredentialPairs,
  environment: CredentialPairs,
  secretsAdvice: string,
): Credentials {
  const given = { serviceAccount: isGiven(inputs.serviceAccount), apiKey: isGiven(inputs.apiKey) }
  if (given.serviceAccount && given.apiKey) {
    throw new InputError(
      'Give either a service account (`atlas-client-id`, `atlas-client-secret`) or an API key (`atlas-public-key`, ' +
        `\`atlas-private-key\`), not both.${secretsAdvice}`,
    )
  }
  const source = given.serviceAccount || given.apiKey ? inputs : environment
  if (isGiven(source.serviceAccount)) {
    const [clientId, clientSecret] = wholePair(source.serviceAccount, secretsAdvice)
    return { kind: 'service-account', clientId, clientSecret }
  }
  if (isGiven(source.apiKey)) {
    const [username, password] = wholePair(source.apiKey, secretsAdvice)
    return { kind: 'api-key', username, password }
  }
  throw new InputError(
    'No credentials for Atlas: give `atlas-client-id` and `atlas-client-secret` of a service account (or ' +
      '`atlas-public-key` and `atlas-private-key` of an API key). A secret that is not set arrives as an empty text.' +
      secretsAdvice,
  )
}

const isGiven = ({ id, secret }: Pair): boolean => id.text !== '' || secret.text !== ''

function wholePair({ id, secret }: Pair, secretsAdvice: string): [string, string] {
  for (const [missing, present] of [
    [id, secret],
    [secret, id],
  ] as const) {
    if (missing.text !== '') continue
    throw new InputError(
      `${missing.name} is empty, but its other half is given (${present.name.replace(/^The /, 'the ').replace(/^Input/, 'input')}): both are needed. A secret that is not set arrives as an ` +
        `empty text.${secretsAdvice}`,
    )
  }
  // They end up in a header, where a line break or a control character would end it.
  if (!/^[\x21-\x7e]+$/.test(id.text)) {
    throw new InputError(`${id.name} must be letters, digits and signs without spaces.`)
  }
  requireMaskable(secret.name, secret.text)
  return [id.text, secret.text]
}
