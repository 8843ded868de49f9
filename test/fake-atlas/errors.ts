/** An error response in the form of Atlas's own `ApiError`. */
export class ApiError extends Error {
  readonly status: number
  readonly errorCode: string
  readonly detail: string
  readonly parameters: readonly unknown[] | null

  constructor(status: number, errorCode: string, detail: string, parameters: readonly unknown[] | null = null) {
    super(errorCode)
    this.status = status
    this.errorCode = errorCode
    this.detail = detail
    this.parameters = parameters
  }

  body(): object {
    const { status, errorCode, detail, parameters } = this
    return { detail, error: status, errorCode, parameters, reason: REASONS[status] ?? 'Error' }
  }
}

/** A refusal with the status that Atlas gives nearly all of them. */
export function invalid(code: string, detail: string, parameters: readonly unknown[] | null = null): ApiError {
  return new ApiError(400, code, detail, parameters)
}

const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  409: 'Conflict',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
}
