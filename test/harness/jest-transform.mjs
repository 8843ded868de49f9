// Node.js strips the types itself and keeps every column, so stacks and coverage are right without source maps.
import { stripTypeScriptTypes } from 'node:module'

export default { process: (source) => ({ code: stripTypeScriptTypes(source) }) }
