import type { Credentials } from '../domain/credentials.ts'
import { PROVIDER_LIST } from '../domain/providers.ts'

/** What is known about a request, so that an error message gives only advice that fits. */
export interface RequestFacts {
  /** Whether the request changes something. */
  readonly isChange: boolean
  /** Whether the request is about an organization, not a project. */
  readonly isAboutOrganization?: boolean
  /** The role on the project that the request takes, if it is not the usual one. */
  readonly role?: 'Project Owner' | 'Project Cluster Manager'
  /** Whether the body holds secrets of a cloud provider. */
  readonly secretsSent?: boolean
  readonly credentials?: Credentials['kind']
}

/** Whether the body of a request holds a secret of a cloud provider: {@link RequestFacts.secretsSent}. */
export function holdsSecrets(body: unknown): boolean {
  return PROVIDER_LIST.some(({ atlasObject, fields }) => {
    const block = (body as Readonly<Record<string, unknown>> | undefined)?.[atlasObject]
    return fields.some(({ name, secret }) => secret && Boolean((block as Record<string, unknown> | undefined)?.[name]))
  })
}
