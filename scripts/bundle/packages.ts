// Copies of packages that the bundler reads instead of the originals: with less in them, each part left out for a reason.
// Every change names a text that must be there, so that an update of the package that moves it fails the build.
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const COPIES = 'build/node_modules'

interface Change {
  readonly file: string
  readonly find: string
  readonly replace: string
}

/** These files of undici call only `assert(…)`. The module of Node.js does much more, and takes a millisecond to load. */
const ASSERT = {
  find: "const assert = require('node:assert')",
  replace: "const assert = (holds, message = 'undici failed') => { if (!holds) throw new Error(message) }",
}

/**
 * What undici's client contains for protocols and inputs that this action does not use. Each is a tenth of a second or less,
 * but together they are half of the start-up.
 */
const UNDICI: readonly Change[] = [
  ...['core/connect', 'core/request', 'core/util', 'dispatcher/client', 'dispatcher/client-h1'].map((name) => {
    return { ...ASSERT, file: `lib/${name}.js` }
  }),
  {
    // A search tree for the names of a hundred headers, which pays off after thousands of responses. A name that it doesn't find is read without it.
    file: 'lib/core/util.js',
    find: "const { tree } = require('./tree')",
    replace: 'const tree = { lookup: () => null }',
  },
  {
    // HTTP/2 is off (`allowH2: false` in network/connect.ts); loading Node.js's http2 takes longer than a request.
    file: 'lib/dispatcher/client.js',
    find: "const connectH2 = require('./client-h2.js')",
    replace: "const connectH2 = () => { throw new InformationalError('HTTP/2 is off') }",
  },
  {
    // Read for the default size of headers alone.
    file: 'lib/dispatcher/client.js',
    find: "const http = require('node:http')",
    replace: 'const http = { maxHeaderSize: 16384 }',
  },
  {
    // For requests whose body is the request of a server, which there is none of here.
    file: 'lib/core/util.js',
    find: "const { IncomingMessage } = require('node:http')",
    replace: 'class IncomingMessage {}',
  },
  {
    // An experimental parser that needs a package of its own.
    file: 'lib/dispatcher/client-h1.js',
    find: `const { H1Parser, getMiloEnabled } = typeof esbuildDetection === 'undefined'
  ? require('./parser-h1.js')
  : {}`,
    replace: 'const getMiloEnabled = () => false, H1Parser = undefined',
  },
  {
    // One of the two parsers is enough: the plain one runs on every processor.
    file: 'lib/dispatcher/client-h1.js',
    find: "mod = new WebAssembly.Module(require('../llhttp/llhttp_simd-wasm.js'))",
    replace: '',
  },
  {
    // Bodies are texts, or streams that fetch has made of them; never forms.
    file: 'lib/dispatcher/client-h1.js',
    find: "extractBody = require('../web/fetch/body.js').extractBody",
    replace: "throw new InvalidArgumentError('forms are not supported')",
  },
  {
    file: 'lib/core/request.js',
    find: `    require('../web/fetch/formdata')
    isFormData = require('../web/webidl').webidl.is.FormData`,
    replace: '    isFormData = () => false',
  },
]

/** See `src/run/standard-output.ts`. */
const STANDARD_OUTPUT = "import { standardOutput } from '../../../../run/standard-output.js';"

/** Loading these modules of Node.js takes longer than all that @actions/core does with them. */
const ACTIONS_CORE: readonly Change[] = [
  {
    file: 'lib/file-command.js',
    find: "import * as crypto from 'crypto';",
    replace: '',
  },
  {
    // Atlas can't predict it, and the next lines of @actions/core refuse a value that contains it. A delimiter is no secret otherwise.
    file: 'lib/file-command.js',
    find: 'crypto.randomUUID()',
    replace: '[1, 2, 3].map(() => Math.random().toString(36).slice(2)).join("")',
  },
  ...['command', 'core'].map((name) => {
    const file = `lib/${name}.js`
    return { file, find: "import * as os from 'os';", replace: `import * as os from 'os';\n${STANDARD_OUTPUT}` }
  }),
  ...[
    ['command', 'cmd.toString() + os.EOL'],
    ['core', 'message + os.EOL'],
    ['core', 'os.EOL'],
  ].map(([name, line]) => {
    return { file: `lib/${name}.js`, find: `process.stdout.write(${line})`, replace: `standardOutput.write(${line})` }
  }),
  {
    // One small file is written; for that fs/promises loads streams, readline and threads.
    file: 'lib/summary.js',
    find: `import { constants, promises } from 'fs';
const { access, appendFile, writeFile } = promises;`,
    replace: `import { accessSync, appendFileSync, constants, writeFileSync } from 'fs';
const [access, appendFile, writeFile] = [accessSync, appendFileSync, writeFileSync].map((sync) => async (...args) => sync(...args));`,
  },
]

/** Prepares the copies below `build/`, from which the bundler starts. */
export function preparePackages(): void {
  const core = copyOf('@actions/core')
  // @actions/core loads a client for OIDC tokens, and with it a second HTTP stack of 1 MB. Nothing in it has an effect at
  // import, but it does not say so, so the bundler would keep it all.
  edit(join(core, 'package.json'), (text) => JSON.stringify({ ...(JSON.parse(text) as object), sideEffects: false }))
  // They import undici too, and are to find the same copy.
  for (const name of ['@actions/github', '@actions/http-client']) copyOf(name)
  apply(ACTIONS_CORE, core)
  apply(UNDICI, copyOf('undici'))
}

function apply(changes: readonly Change[], folder: string): void {
  for (const { file, find, replace } of changes) {
    edit(join(folder, file), (text) => {
      if (text.split(find).length !== 2) throw new Error(`${folder}/${file} no longer holds, exactly once: ${find}`)
      return text.replace(find, () => replace)
    })
  }
}

function copyOf(name: string): string {
  const copy = resolve(COPIES, name)
  cpSync(resolve('node_modules', name), copy, { recursive: true })
  return copy
}

function edit(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')))
}
