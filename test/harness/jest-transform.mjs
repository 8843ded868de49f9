// Node.js strips types without moving any code, so stack traces and coverage are right without source maps.
import { stripTypeScriptTypes } from 'node:module'

export default { process: (source) => ({ code: stripTypeScriptTypes(source) }) }
