import type { FakeAtlas } from './server.ts'

/** The media type of a version of a resource. */
const media = (version: string): string => `application/vnd.atlas.${version}+json`

interface Call {
  readonly body?: unknown
  /** The date of the version in `Accept` and `Content-Type`. */
  readonly version?: string
}

/** One request to a fake Atlas that asks for no credentials, and its response. */
export async function call(
  atlas: FakeAtlas,
  request: string,
  { body, version = '2023-01-01' }: Call = {},
): Promise<{ status: number; body: Record<string, unknown> }> {
  const [method = '', path = ''] = request.split(' ')
  const response = await fetch(`${atlas.url}/api/atlas/v2/groups/${path}`, {
    method,
    headers: { accept: media(version), ...(body !== undefined && { 'content-type': media(version) }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> }
}
