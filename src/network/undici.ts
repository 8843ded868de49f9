// undici's main module loads all of undici (fetch, WebSocket, caches: 1.5 MB). Start-up time grows with the JavaScript that is loaded,
// so only the parts that are used are imported. They are not part of undici's documented interface: its version is pinned exactly.
import type { Dispatcher, Client as UndiciClient } from 'undici'
// @ts-expect-error: undici's types describe only its main module
import requestMethod from 'undici/lib/api/api-request.js'
// @ts-expect-error: undici's types describe only its main module
import ClientClass from 'undici/lib/dispatcher/client.js'

export const Client = ClientClass as typeof UndiciClient

/** `dispatcher.request(options)`. */
export function request(dispatcher: Dispatcher, options: Dispatcher.RequestOptions): Promise<Dispatcher.ResponseData> {
  return (
    requestMethod as (this: Dispatcher, options: Dispatcher.RequestOptions) => Promise<Dispatcher.ResponseData>
  ).call(dispatcher, options)
}
