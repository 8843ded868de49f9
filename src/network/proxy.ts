// undici's main module, all of it (see undici.ts): its proxy code needs methods that only this module installs. A file of its own,
// so that the bundle loads it only where there is a proxy.
export { EnvHttpProxyAgent } from 'undici'
