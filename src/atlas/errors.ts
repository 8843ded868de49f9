import { ActionError, type ErrorCode, type ErrorParts } from '../domain/errors.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import type { Secrets } from '../sanitize/secrets.ts'
import { asSentence } from '../sanitize/sentences.ts'
import { accessTokenAdvice } from './authentication.ts'
import { CHECK_PROXY, hintFor, sentences } from './hints.ts'
import type { RequestFacts } from './request-facts.ts'
import { type ApiResponse, header } from './response.ts'

const MAX_DETAIL_LENGTH = 1000
const MAX_CONTENT_TYPE_LENGTH = 100

/** Atlas refused. `code` is its `errorCode`, or `PROTOCOL` if the response has none. */
export class AtlasApiError extends ActionError {
  /** HTTP status, of the envelope if there is one. */
  readonly status: number

  constructor(code: ErrorCode, parts: SafeText | ErrorParts, status: number) {
    super(code, parts)
    this.status = status
  }
}

/**
 * Something refused, but its response does not have the form of Atlas's errors: a proxy, a firewall or a load balancer between the
 * runner and Atlas. It says nothing about what Atlas would permit, so it is no {@link AtlasApiError}.
 */
export class IntermediaryError extends ActionError {
  readonly status: number

  constructor(parts: ErrorParts, status: number) {
    super('PROTOCOL', parts)
    this.status = status
  }
}

/** Something in between gave up on Atlas, which may have carried out the request nevertheless. */
export function isGatewayFailure(status: number): boolean {
  return status === 502 || status === 504
}

/** The HTTP status of a refusal, whoever sent it; undefined for any other error. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof AtlasApiError || error instanceof IntermediaryError ? error.status : undefined
}

/** A request, as the message of its error describes it. */
export interface DescribedRequest {
  /** What was requested: `PATCH encryptionAtRest`. */
  readonly label: SafeText
  readonly facts: RequestFacts
}

/**
 * One error for one refusal: what failed, what Atlas says, what to do next. Text from outside is sanitized here.
 *
 * @param note a sentence for the end of the message, or ''
 */
export function refusalError(
  request: DescribedRequest,
  response: ApiResponse,
  secrets: Secrets,
  note: SafeText = safe``,
): AtlasApiError | IntermediaryError {
  const { label, facts } = request
  const { status, error } = response
  const tokenAdvice = accessTokenAdvice(response, facts)
  if (error === undefined && tokenAdvice === undefined) {
    return new IntermediaryError(intermediaryParts(label, response, secrets, note), status)
  }
  const code = error?.code === undefined ? undefined : secrets.sanitize(error.code)
  const detail = secrets.sanitize(error?.detail ?? '', MAX_DETAIL_LENGTH)
  const refused = safe`${label} was refused with HTTP ${status}`
  const what = code === undefined ? refused : safe`${refused} ${code}`
  const advice = paragraph(tokenAdvice ?? hintFor({ ...facts, status, code: error?.code }), note)
  const parts = {
    what: asSentence(what),
    ...(detail !== '' && { detail }),
    ...(advice !== '' && { advice }),
  }
  return new AtlasApiError(code ?? 'PROTOCOL', parts, status)
}

/** What is retried, in a few words: `HTTP 429 RATE_LIMITED`. */
export function describeStatus({ status, error }: ApiResponse, secrets: Secrets): SafeText {
  return error?.code === undefined ? safe`HTTP ${status}` : safe`HTTP ${status} ${secrets.sanitize(error.code)}`
}

/** The type that a response claims to have, for messages. */
export function contentType(response: Pick<ApiResponse, 'headers'>, secrets: Secrets): SafeText {
  return secrets.sanitize(header(response, 'content-type') || 'no content type', MAX_CONTENT_TYPE_LENGTH)
}

function intermediaryParts(label: SafeText, response: ApiResponse, secrets: Secrets, note: SafeText): ErrorParts {
  const { status } = response
  const what = sentences(
    safe`${label} was refused with HTTP ${status}, but the response is not an Atlas error (${contentType(response, secrets)}):`,
    safe`something between the runner and Atlas responded, such as a proxy, a firewall, or a load balancer.`,
  )
  return { what, advice: paragraph(intermediaryAdvice(status), note) }
}

function intermediaryAdvice(status: number): SafeText {
  if (status >= 300 && status < 400) return safe`Redirects are not followed. ${CHECK_PROXY}`
  if (status === 407) {
    return safe`The proxy requires a user name and password: add them to the environment variable that names the proxy.`
  }
  if (status >= 500)
    return safe`See https://status.mongodb.com and run again later. If the error persists, check the proxy.`
  return CHECK_PROXY
}

const paragraph = (...texts: readonly SafeText[]): SafeText => sentences(...texts.filter((text) => text !== ''))
