import { ActionError } from '../domain/errors.ts'
import { JsonTooComplexError, parseBoundedJson } from '../network/bounded-json.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import { type ApiError, readApiError, readOAuthError } from './api-error.ts'
import type { HttpResponse } from './transport.ts'

/** The status says that Atlas did what was requested, but the response cannot be read, or is not what was requested. */
export class UnreadableResponseError extends ActionError {
  constructor(message: SafeText) {
    super('PROTOCOL', message)
  }
}

/** The response is a JSON object, but not the document that was requested: something else must have made it. */
export class NoDocumentError extends UnreadableResponseError {}

/** A response whose body was read as JSON and taken out of its envelope. */
export interface ApiResponse {
  /** The envelope's if there is one. */
  readonly status: number
  readonly headers: HttpResponse['headers']
  /** undefined if the body is not JSON. */
  readonly document: unknown
  /** Of a refusal; undefined if the document does not have the form of Atlas's errors. */
  readonly error: ApiError | undefined
}

export const succeeded = ({ status }: { readonly status: number }): boolean => status >= 200 && status < 300

/**
 * Reads a response of the Admin API.
 *
 * @param enveloped whether `envelope=true` was requested; an error from in front of the API may still come without one
 * @throws UnreadableResponseError if a success comes without the envelope, or with more values than can be read
 */
export async function readResponse({ headers, ...http }: HttpResponse, enveloped: boolean): Promise<ApiResponse> {
  const outer = { status: http.status, document: await parseBody(http) }
  const inner = enveloped ? openEnvelope(outer.document) : outer
  if (inner === undefined && succeeded(outer)) {
    throw new UnreadableResponseError(
      safe`An envelope was requested, but Atlas's response has no \`status\` and \`content\`. Try again without \`envelope\`.`,
    )
  }
  const { status, document } = inner ?? outer
  return { status, headers, document, error: succeeded({ status }) ? undefined : readApiError(document) }
}

/** Reads a response of the OAuth endpoints. */
export async function readOAuthResponse({ headers, ...http }: HttpResponse): Promise<ApiResponse> {
  const { status } = http
  const document = await parseBody(http)
  return { status, headers, document, error: succeeded(http) ? undefined : readOAuthError(document) }
}

async function parseBody({ status, text }: Omit<HttpResponse, 'headers'>): Promise<unknown> {
  try {
    return await parseBoundedJson(text)
  } catch (error) {
    if (!(error instanceof JsonTooComplexError)) throw error
    // Of a refusal only the status counts then.
    if (!succeeded({ status })) return undefined
    throw new UnreadableResponseError(
      safe`Atlas sent a response with more values, or more deeply nested, than any of its documents. It was not read.`,
    )
  }
}

function openEnvelope(document: unknown): { readonly status: number; readonly document: unknown } | undefined {
  if (typeof document !== 'object' || document === null || !('status' in document) || !('content' in document)) {
    return undefined
  }
  const { status, content } = document
  return Number.isInteger(status) ? { status: status as number, document: content } : undefined
}

/** The only value of the header, or the first one if a server repeats it. */
export function header({ headers }: Pick<ApiResponse, 'headers'>, name: string): string | undefined {
  return [headers[name]].flat()[0]
}
