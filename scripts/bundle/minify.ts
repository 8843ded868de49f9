// Minifies the packages in dist/, for a faster start. The code of this project stays readable.
import { type MinifyOptions, minify } from 'terser'

/** Names of functions stay, so that stack traces can be read. */
const OPTIONS: MinifyOptions = {
  compress: { passes: 2 },
  keep_classnames: true,
  keep_fnames: true,
  format: { comments: false, ascii_only: true },
}

/** How webpack begins and ends a module in a chunk. */
const MODULE = /^(\/\*{3}\/ [^\n]+:\n)(?:\/\*{3}\/ )?(\(.*?\n\/\*{3}\/ \}\))/gms

/**
 * @param chunk a file of webpack's with the functions of several modules
 * @returns the same file with each function minified. They stay in parentheses: V8 then compiles them when it loads the file, and
 *   does not read them twice (v8.dev/blog/preparser, "PIFE").
 * @throws Error if the file has no modules
 */
export async function minifyModules(chunk: string): Promise<string> {
  const modules = [...chunk.matchAll(MODULE)]
  if (modules.length === 0) throw new Error(`no module found in a chunk: ${chunk.slice(0, 200)}`)
  const minified = await Promise.all(modules.map(([, , code]) => minifyFunction(code as string)))
  let index = 0
  return chunk.replace(MODULE, (_, start: string) => `${start}(${minified[index++]})`)
}

async function minifyFunction(code: string): Promise<string> {
  const { code: minified = '' } = await minify(`x=${code}`, OPTIONS)
  return minified.replace(/^x=/, '').replace(/;$/, '')
}
