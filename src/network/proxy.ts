// All of undici (see undici.ts), since its proxy code needs methods that only its main module installs: a room of its own,
// so that it is loaded only where there is a proxy.
export { EnvHttpProxyAgent } from 'undici'
