import { registerHooks } from 'node:module'
import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'

const REGISTRY = new URL('test-registry.ts', import.meta.url).href

/**
 * Lets the files of a folder be imported again and again: the query of an import passes to what the file imports, and Node.js loads
 * a file anew for every query. What they import from Jest comes from the registry.
 */
export function allowFreshImports(folder: string): void {
  const root = pathToFileURL(`${folder}/`).href
  registerHooks({
    resolve: (specifier, context, next) => {
      if (specifier === '@jest/globals') return { url: REGISTRY, shortCircuit: true, format: 'module-typescript' }
      const resolved = next(specifier, context)
      const [, generation] = /\?generation=(\d+)/.exec(context.parentURL ?? '') ?? []
      const isOwn = resolved.url.startsWith(root) && !resolved.url.includes('/node_modules/')
      return generation !== undefined && isOwn && !resolved.url.includes('?')
        ? { ...resolved, url: freshUrl(resolved.url, Number(generation)) }
        : resolved
    },
  })
}

/** @returns a URL of the file that no import had in an earlier generation; stack traces still end with the name of the file */
export function freshUrl(url: string, generation: number): string {
  return `${url}?generation=${generation}/${basename(url)}`
}
