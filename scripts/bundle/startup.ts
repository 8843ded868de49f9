// Makes Node.js start the files of dist/ faster, without a change in what they do.

/** How webpack writes the import of a module of Node.js. */
const BUILT_IN = /__WEBPACK_EXTERNAL_createRequire\(import\.meta\.url\)\(("[\w:/]+")\)/g
const CREATE_REQUIRE = /^import \{ createRequire as __WEBPACK_EXTERNAL_createRequire \} from "module";\n/m

/**
 * @param file of webpack's
 * @returns the same program: built-in modules are taken from Node.js directly, where webpack makes a `require` function for each;
 *   and characters beyond ASCII are escaped, since V8 reads ASCII faster and keeps it in half the memory
 * @throws Error if the file uses `createRequire` in another way
 */
export function fasterToStart(file: string): string {
  const direct = file.replace(BUILT_IN, 'process.getBuiltinModule($1)').replace(CREATE_REQUIRE, '')
  if (direct.includes('__WEBPACK_EXTERNAL_createRequire')) throw new Error('webpack imports in a new way')
  return direct.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
