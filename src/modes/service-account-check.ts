import type { Atlas } from '../atlas/atlas.ts'
import type { Credentials } from '../domain/credentials.ts'
import type { Requirement } from '../domain/requirements.ts'
import { serviceAccountSecret } from '../domain/service-account-secret.ts'
import type { ApiVersion } from '../domain/settings.ts'
import { safe } from '../sanitize/safe-text.ts'

/** Checks the condition `service-account-secret`, which is about the run's credentials and so asked about once a run. */
export class ServiceAccountCheck {
  readonly #credentials: Credentials
  readonly #apiVersion: ApiVersion
  readonly #wallNow: () => number
  #result: Promise<Requirement> | undefined

  /** @param wallNow milliseconds since 1970 */
  constructor(credentials: Credentials, apiVersion: ApiVersion, wallNow: () => number) {
    this.#credentials = credentials
    this.#apiVersion = apiVersion
    this.#wallNow = wallNow
  }

  /**
   * @param projectId a project that the service account belongs to
   * @throws ActionError if Atlas cannot be asked
   */
  check(atlas: Atlas, projectId: string): Promise<Requirement> {
    this.#result ??= this.#ask(atlas, projectId)
    return this.#result
  }

  async #ask(atlas: Atlas, projectId: string): Promise<Requirement> {
    const condition = 'service-account-secret'
    switch (this.#credentials.kind) {
      case 'api-key':
        return { condition, held: true, detail: safe`The run uses an API key, which does not expire.` }
      case 'access-token':
        return {
          condition,
          held: null,
          detail: safe`The run uses an access token, so its service account is not known.`,
        }
      case 'service-account': {
        if (this.#apiVersion === 'v1.0') {
          return {
            condition,
            held: null,
            detail: safe`Version 1.0 of the Atlas API does not say when a secret expires.`,
          }
        }
        const { clientId, clientSecret } = this.#credentials
        const secrets = await atlas.listServiceAccountSecrets(projectId, clientId)
        return serviceAccountSecret(secrets, clientSecret, this.#wallNow())
      }
    }
  }
}
