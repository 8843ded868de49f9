import { ApiError } from './errors.ts'

/** The role of the caller on every project. */
export type Role = 'GROUP_OWNER' | 'GROUP_CLUSTER_MANAGER' | 'GROUP_READ_ONLY' | 'NONE'

/** Who may do what, as far as a request shows it. */
interface Access {
  readonly method: string
  readonly version: string
  /** Below the project. */
  readonly resource: string
  readonly role: Role
}

/** @throws ApiError if the role does not suffice */
export function requireRole({ method, version, resource, role }: Access): void {
  if (role === 'GROUP_OWNER') return
  const isRead = method === 'GET'
  const isAllowed = /^clusters(\/|$)/.test(resource)
    ? isRead || role === 'GROUP_CLUSTER_MANAGER'
    : isRead && version === 'v2' && !/privateEndpoints/.test(resource)
  if (isAllowed) return
  throw forbidden()
}

export function forbidden(): ApiError {
  return new ApiError(403, 'USER_UNAUTHORIZED', 'Current user is not authorized to perform this action.')
}
