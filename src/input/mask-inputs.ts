import type { FieldFormat } from '../domain/providers.ts'
import { PROVIDER_LIST } from '../domain/providers.ts'
import type { Secrets } from '../sanitize/secrets.ts'
import type { InputSources } from './input-context.ts'
import type { InputName, VariableName } from './input-names.ts'
import { protectSecret, protectToken } from './parse/secret.ts'
import { protectServiceAccountKey } from './parse/service-account-key.ts'

const SECRET_INPUTS = [
  'atlas-client-secret',
  'atlas-private-key',
  'github-token',
] as const satisfies readonly InputName[]

const SECRET_VARIABLES = [
  'MONGODB_ATLAS_CLIENT_SECRET',
  'MONGODB_ATLAS_PRIVATE_API_KEY',
  'MONGODB_ATLAS_PRIVATE_KEY',
] as const satisfies readonly VariableName[]

/**
 * Masks every secret of inputs and environment. Comes before anything that can fail, so that no error, not even a defect,
 * can show one. `fields` is apart, since it must be parsed first.
 */
export function maskInputs({ input, env, secrets }: InputSources): void {
  for (const name of SECRET_INPUTS) protectSecret(input(name), secrets)
  for (const name of SECRET_VARIABLES) protectSecret(env[name] ?? '', secrets)
  protectToken(input('atlas-access-token'), secrets)
  protectToken(env.MONGODB_ATLAS_ACCESS_TOKEN?.trim() ?? '', secrets)
  for (const field of PROVIDER_LIST.flatMap(({ fields }) => fields)) {
    if (field.secret) protectField(field.format, input(field.input), secrets)
  }
}

/** Masks the value of a secret field, and what is secret in it. */
export function protectField(format: FieldFormat, secret: string, secrets: Secrets): void {
  if (format === 'service-account-key') protectServiceAccountKey(secret, secrets)
  else protectSecret(secret, secrets)
}
