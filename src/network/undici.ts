// undici's main module loads all of it (fetch, WebSocket, caches: 1.5 MB); start-up is bytes of JavaScript, so the parts that
// are used are loaded on their own. They are not part of undici's documented interface: its version is pinned exactly.
import { setFlagsFromString } from 'node:v8'
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

/**
 * undici reads HTTP with a parser in WebAssembly. After a few replies V8 would start to optimize it in the background, and the
 * process cannot end before that is done: a third of a run's time, for nothing. To be called once everything is loaded and
 * before the first connection: V8 takes Node.js's own modules from its cache only as long as no flag has changed.
 */
export function leaveParserUnoptimized(): void {
  setFlagsFromString('--wasm-tiering-budget=2000000000')
}
