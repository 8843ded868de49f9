import { AtlasApiError } from '../atlas/errors.ts'

/** HTTP statuses with which Atlas refuses a list that the credentials may not read, or that it does not have. */
const NOT_PERMITTED = new Set([401, 403, 404])

/** Whether a list could not be read for want of a permission: then Atlas itself decides about a change. */
export function isNotPermitted(error: unknown): error is AtlasApiError {
  return error instanceof AtlasApiError && NOT_PERMITTED.has(error.status)
}
