import { AtlasApiError } from '../atlas/errors.ts'
import { saysRoleIsMissing } from '../atlas/missing-role.ts'

/** HTTP statuses with which Atlas refuses a list that the credentials may not read, or that it does not have. */
const NOT_PERMITTED = new Set([401, 403, 404])

/** Whether a list could not be read for want of a permission: then Atlas itself decides about a change. */
export function isNotPermitted(error: unknown): error is AtlasApiError {
  return error instanceof AtlasApiError && NOT_PERMITTED.has(error.status)
}

/** Whether Atlas refused because the credentials lack a role; the code of an error without one is `PROTOCOL`. */
export function lacksRole(error: unknown): error is AtlasApiError {
  if (!(error instanceof AtlasApiError)) return false
  return saysRoleIsMissing({ status: error.status, code: error.code === 'PROTOCOL' ? undefined : error.code })
}
