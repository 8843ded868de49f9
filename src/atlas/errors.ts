import { ActionError } from '../domain/errors.ts'
import type { Secrets } from '../sanitize/secrets.ts'
import { hintFor } from './hints.ts'
import type { ApiResponse } from './response.ts'
import { apiError, oauthError } from './schemas.ts'

/** Atlas refused. `code` is its `errorCode`, or `PROTOCOL` if the reply named none. */
export class AtlasApiError extends ActionError {
  /** HTTP status, of the envelope if there is one. */
  readonly status: number

  constructor(code: string, message: string, status: number) {
    super(code, message)
    this.status = status
  }
}

/** The error code of a refusal, in Atlas's own words, if the reply holds a well-formed one. */
export function errorCodeOf({ document }: ApiResponse): string | undefined {
  const code = apiError.safeParse(document).data?.errorCode ?? oauthError.safeParse(document).data?.error
  return code && /^[A-Za-z][A-Za-z0-9_]{0,99}$/.test(code) ? code : undefined
}

/** `parameters[1]` of a rate limit refusal: the seconds to wait. */
export function waitSecondsOf({ document }: ApiResponse): number | undefined {
  const seconds = apiError.safeParse(document).data?.parameters?.[1]
  return typeof seconds === 'number' && seconds >= 0 && Number.isFinite(seconds) ? seconds : undefined
}

/**
 * One error for one refusal: what failed, what Atlas says, what to do next. Atlas's text is made plain here.
 *
 * @param request for people: `PATCH encryptionAtRest`
 */
export function toAtlasApiError(request: string, answer: ApiResponse, secrets: Secrets): AtlasApiError {
  const { status, document } = answer
  const code = errorCodeOf(answer)
  const api = apiError.safeParse(document).data
  const detail = api?.detail ?? oauthError.safeParse(document).data?.error_description ?? api?.reason ?? ''
  const said = secrets.sanitize(detail, 1000)
  const parts = [
    `${request} was refused with HTTP ${status}${code ? ` ${secrets.sanitize(code)}` : ''}`,
    said === '' ? '' : `: ${said.replace(/\.$/, '')}`,
    '. ',
    hintFor({
      status,
      code,
      detail: said,
      patch: request.startsWith('PATCH'),
      organization: request.endsWith('organization'),
    }),
  ]
  return new AtlasApiError(code ? secrets.sanitize(code) : 'PROTOCOL', parts.join('').trim(), status)
}
