import { ActionError } from '../domain/errors.ts'
import { envelope } from './schemas.ts'
import type { HttpResponse } from './transport.ts'

/** Atlas did what was asked for, but what it answered cannot be read. */
export class UnreadableResponseError extends ActionError {
  constructor(message: string) {
    super('PROTOCOL', message)
  }
}

/** A reply whose body has been read as JSON, taken out of its envelope. */
export interface ApiResponse {
  /** The envelope's if there is one. */
  readonly status: number
  readonly headers: HttpResponse['headers']
  /** undefined if the body is not JSON. */
  readonly document: unknown
}

export const succeeded = ({ status }: ApiResponse): boolean => status >= 200 && status < 300

/**
 * Reads a reply.
 *
 * @param enveloped whether `envelope=true` was asked for; an error in front of Atlas's API may still come without one
 * @throws UnreadableResponseError if success comes with something that is not what was asked for
 */
export function readResponse({ status, headers, text }: HttpResponse, enveloped: boolean): ApiResponse {
  const answer = { status, headers, document: parseJson(text) }
  if (!enveloped) return answer
  const wrapped = envelope.safeParse(answer.document).data
  if (wrapped !== undefined) return { ...answer, status: wrapped.status, document: wrapped.content }
  if (!succeeded(answer)) return answer
  throw new UnreadableResponseError(
    'Atlas was asked for an envelope, but its reply holds no `status` and `content`. Try again without `envelope`.',
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** The header's only value, or its first if a server repeats it. */
export function header({ headers }: ApiResponse, name: string): string | undefined {
  return [headers[name]].flat()[0]
}
