import type { Environment } from '../domain/context.ts'
import type { FieldFormat } from '../domain/providers.ts'
import { PROVIDER_LIST } from '../domain/providers.ts'
import type { Secrets } from '../sanitize/secrets.ts'
import { protectServiceAccountKey } from './parse/service-account-key.ts'

/** Reads one input by its name in `action.yml`, trimmed; '' if it is not given. */
export type InputReader = (name: string) => string

const SECRET_INPUTS = ['atlas-client-secret', 'atlas-private-key', 'github-token']

const SECRET_VARIABLES = ['MONGODB_ATLAS_CLIENT_SECRET', 'MONGODB_ATLAS_PRIVATE_API_KEY', 'MONGODB_ATLAS_PRIVATE_KEY']

/**
 * Masks every secret of inputs and environment. Comes before anything that can fail, so that no error, not even a defect,
 * can show one. `fields` is apart, since it must be parsed first.
 */
export function protectSecrets(input: InputReader, env: Environment, secrets: Secrets): void {
  for (const name of SECRET_INPUTS) secrets.protect(input(name))
  for (const name of SECRET_VARIABLES) secrets.protect(env[name] ?? '')
  for (const field of PROVIDER_LIST.flatMap(({ fields }) => fields)) {
    if (field.secret) protectField(field.format, input(field.input), secrets)
  }
}

/** Masks the value of a secret field, and what is secret in it. */
export function protectField(format: FieldFormat, secret: string, secrets: Secrets): void {
  if (format === 'service-account-key') protectServiceAccountKey(secret, secrets)
  else secrets.protect(secret)
}
