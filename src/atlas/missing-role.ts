/** Codes that say that the caller lacks a role, or does not belong to the project or organization. */
const ROLE_CODES = new Set([
  'USER_UNAUTHORIZED',
  'USER_CANNOT_ACCESS_GROUP',
  'USER_CANNOT_ACCESS_ORG',
  'ACCESS_FORBIDDEN',
])

/** Whether a refusal of Atlas's says that the caller lacks a role, and not that its address or its credentials are wrong. */
export function saysRoleIsMissing({
  status,
  code,
}: {
  readonly status: number
  readonly code: string | undefined
}): boolean {
  return code === undefined ? status === 401 || status === 403 : ROLE_CODES.has(code)
}
