/** An error as the body of a refusal describes it. All texts are Atlas's own. */
export interface ApiError {
  /** Atlas's `errorCode`, or OAuth's `error`; undefined if there is no well-formed one. */
  readonly code: string | undefined
  /** A sentence, or ''. */
  readonly detail: string
  readonly parameters: readonly unknown[]
}

/**
 * Reads Atlas's `ApiError`. Not with a schema, which would copy and check lists of any length; only a few fields matter.
 *
 * @returns undefined if the document does not have that form, so that it was not Atlas's API that answered
 */
export function readApiError(document: unknown): ApiError | undefined {
  const { error, errorCode, detail, reason, parameters } = membersOf(document)
  const code = wellFormedCode(errorCode)
  if (code === undefined && !Number.isInteger(error)) return undefined
  return {
    code,
    detail: [detail, reason].find((text) => typeof text === 'string') ?? '',
    parameters: Array.isArray(parameters) ? (parameters as unknown[]) : [],
  }
}

/** Reads an error of the token endpoint, where OAuth's form (RFC 6749, 5.2) counts as Atlas's beside Atlas's own. */
export function readOAuthError(document: unknown): ApiError | undefined {
  const { error, error_description: description } = membersOf(document)
  const code = wellFormedCode(error)
  if (code === undefined) return readApiError(document)
  return { code, detail: typeof description === 'string' ? description : '', parameters: [] }
}

/**
 * Whether a document that came with a success says that something went wrong. Then it is not what was requested, whatever
 * else it holds.
 */
export function describesError(document: object): boolean {
  const { error, errorCode, message } = membersOf(document)
  return [error, errorCode, message].some((member) => member !== undefined && member !== null)
}

function membersOf(document: unknown): Readonly<Record<string, unknown>> {
  return typeof document === 'object' && document !== null ? (document as Record<string, unknown>) : {}
}

function wellFormedCode(code: unknown): string | undefined {
  return typeof code === 'string' && /^[A-Za-z][A-Za-z0-9_]{0,99}$/.test(code) ? code : undefined
}
