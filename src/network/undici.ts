// undici's main module loads all of undici (fetch, WebSocket, caches: 1.5 MB). Start-up time grows with the JavaScript that is loaded,
// so only its client is imported. It is not part of undici's documented interface: its version is pinned exactly.
import type { Client as UndiciClient } from 'undici'
// @ts-expect-error: undici's types describe only its main module
import ClientClass from 'undici/lib/dispatcher/client.js'

export const Client = ClientClass as typeof UndiciClient
