export const id = "atlas";
export const ids = ["atlas","config-file"];
export const modules = {

/***/ 4718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $G: () => (/* binding */ compareClusters),
/* harmony export */   V6: () => (/* binding */ clusterTargets),
/* harmony export */   ig: () => (/* binding */ leftOut),
/* harmony export */   j_: () => (/* binding */ targetProblem),
/* harmony export */   r_: () => (/* binding */ clusterStatus)
/* harmony export */ });
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4033);
/* harmony import */ var _providers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7947);


/**
 * The clusters that a provider's `clusters` means, in the order in which they are changed: named ones as they are listed, `all`
 * by name. A provider that is to be disabled has only those as its targets that use it or no key at all.
 */
function clusterTargets(desired, clusters) {
    const { provider, enabled, clusters: given } = desired;
    if (given === undefined)
        return [];
    const own = _providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDERS */ .xq[provider].clusterProvider;
    const expected = enabled ? own : 'NONE';
    const byName = new Map(clusters.map((cluster) => [cluster.name, cluster]));
    const names = given === 'all'
        ? clusters
            .filter(({ isShared }) => !isShared)
            .map(({ name }) => name)
            .sort(byCodePoint)
        : given;
    return names
        .map((name) => ({ provider, name, expected, cluster: byName.get(name) }))
        .filter(({ cluster }) => enabled || cluster === undefined || cluster.provider === own || cluster.provider === 'NONE');
}
/** Names of the shared clusters that `all` leaves out, since they cannot have a key. */
function leftOut({ clusters: given }, clusters) {
    return given === 'all' ? clusters.filter(({ isShared }) => isShared).map(({ name }) => name) : [];
}
/** Why a named cluster cannot use a key at all; undefined if it can. */
function targetProblem({ name, cluster }) {
    if (cluster === undefined) {
        return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `${name}: the project has no such cluster (Flex and serverless clusters cannot have a key)`;
    }
    return cluster.isShared ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `${name}: a shared cluster (M0, M2, M5), which cannot have a key` : undefined;
}
/** Every target compared with the key that its cluster uses. A cluster that cannot have a key counts as not there. */
function compareClusters(targets) {
    return targets.map((target) => {
        const { provider, name, expected, cluster } = target;
        const actual = cluster === undefined || targetProblem(target) !== undefined ? null : cluster.provider;
        return {
            provider,
            field: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `clusters.${name}`,
            expected,
            actual,
            verdict: actual === expected ? 'same' : 'differs',
        };
    });
}
/** The targets as results hold them. */
function clusterStatus({ name, expected, cluster }) {
    return { name, expected, actual: cluster?.provider ?? null, state: cluster?.state || null };
}
const byCodePoint = (a, b) => (a < b ? -1 : a > b ? 1 : 0);


/***/ }),

/***/ 7775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ providersToVerify),
/* harmony export */   W: () => (/* binding */ withRoleId)
/* harmony export */ });
/** The same provider with the name of its role replaced by the id that Atlas knows it by. */
function withRoleId(desired, roleId) {
    const { roleName: _, ...rest } = desired;
    return { ...rest, fields: { ...rest.fields, roleId } };
}
/** What verify checks: the providers that are to be enabled, or else that those named are not. */
function providersToVerify(providers) {
    const toEnable = providers.filter(({ enabled }) => enabled);
    return (toEnable.length > 0 ? toEnable : providers).map(({ provider, enabled }) => ({
        provider,
        enabled,
        fields: {},
    }));
}


/***/ }),

/***/ 7445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BT: () => (/* binding */ endpointIn),
/* harmony export */   NG: () => (/* binding */ otherEndpoints),
/* harmony export */   UC: () => (/* binding */ compareEndpoints),
/* harmony export */   WR: () => (/* binding */ endpointStatus),
/* harmony export */   f6: () => (/* binding */ approveCommand)
/* harmony export */ });
/* unused harmony export ENDPOINT_STATUSES */
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4033);

/** Atlas's `status` of a private endpoint for encryption at rest. */
const ENDPOINT_STATUSES = (/* unused pure expression or super */ null && ([
    'INITIATING',
    'PENDING_ACCEPTANCE',
    'ACTIVE',
    'FAILED',
    'PENDING_RECREATION',
    'DELETING',
]));
/** The endpoint of a region; of several the one that is `ACTIVE`, else the first. */
function endpointIn(region, endpoints) {
    const here = endpoints.filter((endpoint) => endpoint.region === region);
    return here.find(({ status }) => status === 'ACTIVE') ?? here[0];
}
/** Every region that the workflow names compared with its endpoint: anything but `ACTIVE` is a difference. */
function compareEndpoints({ provider, enabled, privateEndpointRegions = [] }, endpoints) {
    if (!enabled)
        return [];
    return privateEndpointRegions.map((region) => {
        const actual = endpointIn(region, endpoints)?.status ?? null;
        return {
            provider,
            field: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `privateEndpoints.${region}`,
            expected: 'ACTIVE',
            actual,
            verdict: actual === 'ACTIVE' ? 'same' : 'differs',
        };
    });
}
/** Endpoints in regions that the workflow does not name. */
function otherEndpoints({ privateEndpointRegions = [] }, endpoints) {
    return endpoints.filter(({ region }) => !privateEndpointRegions.some((named) => named === region));
}
function endpointStatus(provider, region, endpoint) {
    if (endpoint === undefined)
        return { provider, region, status: null, connectionName: null, id: null };
    const { status, connectionName, id } = endpoint;
    return { provider, region, status: status || null, connectionName: connectionName || null, id: id || null };
}
/** What the values of an `az` command may consist of, so that pasting it can start nothing else. */
const PASTABLE = /^[A-Za-z0-9._-]+$/;
/**
 * The command with which the owner of an Azure vault approves a connection, each value quoted for a POSIX shell.
 * Source: `az keyvault private-endpoint-connection approve --help`.
 *
 * @returns undefined if a value has characters that do not belong into a command that people paste
 */
function approveCommand(vault, resourceGroup, connection) {
    const values = [vault, resourceGroup, connection];
    if (!values.every((value) => PASTABLE.test(value)))
        return undefined;
    return `az keyvault private-endpoint-connection approve --vault-name '${vault}' --resource-group '${resourceGroup}' --name '${connection}'`;
}


/***/ }),

/***/ 4086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ Connection),
  M: () => (/* binding */ connector)
});

// EXTERNAL MODULE: ./build/network/loopback.js
var loopback = __webpack_require__(6964);
// EXTERNAL MODULE: ./build/network/proxy-settings.js
var proxy_settings = __webpack_require__(7983);
// EXTERNAL MODULE: ./build/node_modules/undici/lib/dispatcher/client.js
var client = __webpack_require__(2574);
;// CONCATENATED MODULE: ./build/network/undici.js
// @ts-expect-error: undici's types describe only its main module

const Client = client;

;// CONCATENATED MODULE: ./build/network/connect.js



const OPTIONS = {
    // One request at a time: with pipelining, digest counts would overtake each other.
    pipelining: 1,
    allowH2: false,
    // The caller bounds the whole attempt.
    headersTimeout: 0,
    bodyTimeout: 0,
};
// Set explicitly, so that NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment does not switch the check off.
const TLS = { rejectUnauthorized: true };
/** The connection of one worker. It is replaced when it hangs, because undici does not abort a request that waits for a connection. */
class Connection {
    #open;
    #interceptors;
    #current;
    #composed;
    constructor(open, interceptors) {
        this.#open = open;
        this.#interceptors = interceptors;
    }
    get dispatcher() {
        this.#current ??= this.#open();
        this.#composed ??= this.#current.compose([...this.#interceptors]);
        return this.#composed;
    }
    /** Drops the connection and whatever is under way on it. The next request opens a new one. */
    async drop() {
        const dropped = this.#current;
        this.#current = undefined;
        this.#composed = undefined;
        if (dropped !== undefined)
            await destroyCheaply(dropped);
    }
}
/** Nothing shows the error that undici creates here, but Node.js would read its stack, which takes the line table of the bundle. */
function destroyCheaply(dispatcher) {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    try {
        return dispatcher.destroy();
    }
    finally {
        Error.stackTraceLimit = stackTraceLimit;
    }
}
/**
 * Returns a function that opens connections to Atlas or GitHub: through the proxy that the environment names, if any. The
 * runner passes its own proxy settings on in the same variables. A loopback host is never reached through a proxy.
 *
 * @throws ActionError `INPUT` if the proxy variable for this origin is not the URL of a proxy
 */
async function connector(origin, env, secrets) {
    (0,proxy_settings/* protectProxyPasswords */.cA)(env, secrets);
    const proxy = (0,loopback/* isLoopback */.U)(new URL(origin).hostname) ? undefined : (0,proxy_settings/* readProxySettings */.uv)(origin, env);
    if (proxy === undefined)
        return () => new Client(origin, { ...OPTIONS, connect: TLS });
    const { EnvHttpProxyAgent } = await Promise.all(/* import() */[__webpack_require__.e("undici"), __webpack_require__.e("proxy")]).then(__webpack_require__.bind(__webpack_require__, 8637));
    const tls = { connect: TLS, requestTls: TLS, proxyTls: TLS };
    // There is no other origin, so one proxy stands for both schemes; without them undici would read its own environment.
    const proxies = { httpProxy: proxy.url, httpsProxy: proxy.url, noProxy: proxy.noProxy };
    return () => new EnvHttpProxyAgent({ ...OPTIONS, ...tls, connections: 1, ...proxies });
}


/***/ }),

/***/ 7983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cA: () => (/* binding */ protectProxyPasswords),
/* harmony export */   rw: () => (/* binding */ proxyVariable),
/* harmony export */   uv: () => (/* binding */ readProxySettings)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6046);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4033);


/** The variables that may name a proxy, by the scheme of the URLs that they serve; the first one that is not empty counts. */
const VARIABLES = {
    'https:': ['https_proxy', 'HTTPS_PROXY'],
    'http:': ['http_proxy', 'HTTP_PROXY'],
};
/**
 * The variable that names the proxy for an origin. As with curl, `https_proxy` serves https alone and `http_proxy` http alone,
 * lower case comes first, and a variable that is set but empty counts as not set.
 *
 * @returns undefined if there is none
 */
function proxyVariable(origin, env) {
    const { protocol } = new URL(origin);
    const variables = protocol === 'https:' || protocol === 'http:' ? VARIABLES[protocol] : [];
    return variables.find((name) => env[name]?.trim());
}
/**
 * Reads the proxy for an origin from the environment.
 *
 * @returns undefined if there is none
 * @throws ActionError `INPUT` if the variable is not the URL of a proxy; the message does not quote it, since it may hold a password
 */
function readProxySettings(origin, env) {
    const variable = proxyVariable(origin, env);
    if (variable === undefined)
        return undefined;
    const url = parseProxyUrl(env[variable]);
    if (url === undefined) {
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('INPUT', (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `The environment variable \`${variable}\` of the step is not the URL of a proxy. Set it to \`http://host:port\`, with a user name and password percent-encoded.`);
    }
    return { variable, url: url.href, noProxy: env.no_proxy?.trim() || env.NO_PROXY?.trim() || '' };
}
/** Protects the passwords of all proxies that the environment names, whether or not they are used. */
function protectProxyPasswords(env, secrets) {
    for (const variable of Object.values(VARIABLES).flat()) {
        const url = parseProxyUrl(env[variable] ?? '');
        if (url === undefined)
            continue;
        for (const password of new Set([url.password, decodeURIComponent(url.password)]))
            secrets.protect(password);
    }
}
/** @returns undefined if the text cannot be the URL of a proxy for HTTP */
function parseProxyUrl(text) {
    const trimmed = text.trim();
    // curl, Go and other clients take a proxy without a scheme for an HTTP proxy.
    const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`;
    if (!URL.canParse(withScheme))
        return undefined;
    const url = new URL(withScheme);
    const isHttp = url.protocol === 'http:' || url.protocol === 'https:';
    // A `#`, `?` or `/` that is not encoded cuts a password short, and what follows it would be lost without a word.
    const isCut = url.hash !== '' || url.search !== '' || (trimmed.includes('@') && url.username === '');
    return isHttp && !isCut && isPercentEncoded(url.username) && isPercentEncoded(url.password) ? url : undefined;
}
function isPercentEncoded(text) {
    try {
        decodeURIComponent(text);
        return true;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 1953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ readBounded),
/* harmony export */   ah: () => (/* binding */ BoundedBody),
/* harmony export */   nB: () => (/* binding */ MAX_RESPONSE_BYTES)
/* harmony export */ });
/** An encryptionAtRest document has about 2 kB, a page of 500 clusters up to 5 MB, a page of 100 issues up to 6.5 MB. */
const MAX_RESPONSE_BYTES = 10 * 1024 * 1024;
/** A server that sends a byte at a time takes more processor time than bytes; a packet that is not tiny has over 1 kB. */
const MAX_PIECES = 100_000;
/** The body of a response, piece by piece. */
class BoundedBody {
    #tooLarge;
    #pieces = [];
    #size = 0;
    /** @param tooLarge makes the error for a body that is not read to its end */
    constructor(tooLarge) {
        this.#tooLarge = tooLarge;
    }
    /** @throws what `tooLarge` returns, if the body has more than {@link MAX_RESPONSE_BYTES} bytes */
    add(piece) {
        this.#size += piece.length;
        if (this.#size > MAX_RESPONSE_BYTES || this.#pieces.length >= MAX_PIECES)
            throw this.#tooLarge();
        this.#pieces.push(piece);
    }
    concat() {
        return Buffer.concat(this.#pieces);
    }
}
/** @throws what `tooLarge` returns, if the body has more than {@link MAX_RESPONSE_BYTES} bytes; the rest is not read */
async function readBounded(body, tooLarge) {
    const bounded = new BoundedBody(tooLarge);
    for await (const piece of body)
        bounded.add(piece);
    return bounded.concat();
}


/***/ }),

/***/ 3175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ isInShard),
/* harmony export */   c: () => (/* binding */ projectsOfShard)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/**
 * The projects of a shard. A hash of the project's id decides: the shards are disjoint, together they have every project, and
 * a project stays in its shard when others are added or removed.
 *
 * @param shard null for all projects
 */
function projectsOfShard(projects, shard) {
    return projects.filter(({ id }) => shard === null || isInShard(id, shard));
}
/** Whether the project with this id belongs to the shard. */
function isInShard(id, { index, count }) {
    return ((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(id).digest().readUInt32BE(0) % count) + 1 === index;
}


/***/ }),

/***/ 354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  execute: () => (/* binding */ execute)
});

// EXTERNAL MODULE: ./build/network/connect.js + 1 modules
var connect = __webpack_require__(4086);
// EXTERNAL MODULE: ./build/network/loopback.js
var loopback = __webpack_require__(6964);
// EXTERNAL MODULE: ./build/network/proxy-settings.js
var proxy_settings = __webpack_require__(7983);
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(8877);
;// CONCATENATED MODULE: ./build/network/v8-flags.js

const FLAGS = [
    // undici reads HTTP with a parser in WebAssembly, most of it one function of 33 kB. V8 would optimize it in the background, which
    // takes 90 ms and 16 MB, more than thousands of responses give back, and the process cannot end before that is done. Both flags:
    // without dynamic tiering alone, everything would be optimized at once. A larger budget only puts it off: the largest is used up
    // after some hundred responses.
    '--no-wasm-dynamic-tiering',
    '--no-wasm-tier-up',
    // V8 would let the space for new objects grow to three times 16 MB, of which a run over thousands of projects, whose objects are
    // short-lived, has no use: with it, 10,000 projects take 290 MB instead of 175 MB, and no less time.
    '--semi-space-growth-factor=1',
];
/**
 * Makes V8 suit a short run. Call this once everything is loaded and before the first connection, because V8 takes Node.js's own
 * modules from its cache only as long as no flag has changed.
 */
function setV8Flags() {
    for (const flag of FLAGS)
        (0,external_node_v8_.setFlagsFromString)(flag);
}

// EXTERNAL MODULE: ./build/sanitize/safe-text.js
var safe_text = __webpack_require__(4033);
// EXTERNAL MODULE: ./build/domain/errors.js
var errors = __webpack_require__(6046);
;// CONCATENATED MODULE: ./build/network/bounded-json.js
/** A page of 500 clusters has about 125,000; JSON.parse takes up to a microsecond and 100 bytes for each. */
const MAX_VALUES = 300_000;
/** Documents of Atlas and GitHub are nested about ten deep. */
const MAX_DEPTH = 64;
/** Before and after the count over a longer text, the event loop gets a turn, so that signals are heard. */
const LONG_TEXT = 256 * 1024;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPENING_BRACKET = 0x5b;
const CLOSING_BRACKET = 0x5d;
const OPENING_BRACE = 0x7b;
const CLOSING_BRACE = 0x7d;
/** The text holds more values than any server has reason to send, or is nested deeper. Nothing of it was parsed. */
class JsonTooComplexError extends Error {
}
/**
 * Parses untrusted JSON. The number of values and the depth of their nesting are counted in the text first, because ten megabytes
 * of `{}` would occupy the process for seconds and take hundreds of megabytes.
 *
 * @returns undefined if the text is not JSON
 * @throws JsonTooComplexError
 */
async function parseBoundedJson(text) {
    const isLong = text.length > LONG_TEXT;
    if (isLong)
        await nextTurn();
    requireSimple(text);
    if (isLong)
        await nextTurn();
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** Lets the event loop run, so that signals and timers are heard in the middle of long work. */
function nextTurn() {
    return new Promise((resolve) => void setImmediate(resolve));
}
/** Counts what starts a value or a name outside of strings. Whether the text is JSON at all, JSON.parse decides. */
function requireSimple(text) {
    let values = 0;
    let depth = 0;
    for (let i = 0; i < text.length; i += 1) {
        const unit = text.charCodeAt(i);
        if (unit === QUOTE) {
            i = endOfString(text, i);
        }
        else if (unit === COMMA || unit === COLON) {
            values += 1;
        }
        else if (unit === OPENING_BRACKET || unit === OPENING_BRACE) {
            values += 1;
            depth += 1;
        }
        else if (unit === CLOSING_BRACKET || unit === CLOSING_BRACE) {
            depth -= 1;
        }
        if (values > MAX_VALUES || depth > MAX_DEPTH)
            throw new JsonTooComplexError();
    }
}
/** The index of the quote that ends the string which begins at `start`. */
function endOfString(text, start) {
    for (let i = start + 1; i < text.length; i += 1) {
        const unit = text.charCodeAt(i);
        if (unit === QUOTE)
            return i;
        if (unit === BACKSLASH)
            i += 1;
    }
    return text.length;
}

;// CONCATENATED MODULE: ./build/atlas/api-error.js
/**
 * Reads Atlas's `ApiError`. Not with a schema, which would copy and check lists of any length; only a few fields matter.
 *
 * @returns undefined if the document does not have that form, so that it was not Atlas's API that answered
 */
function readApiError(document) {
    const { error, errorCode, detail, reason, parameters } = membersOf(document);
    const code = wellFormedCode(errorCode);
    if (code === undefined && !Number.isInteger(error))
        return undefined;
    return {
        code,
        detail: [detail, reason].find((text) => typeof text === 'string') ?? '',
        parameters: Array.isArray(parameters) ? parameters : [],
    };
}
/** Reads an error of the token endpoint, where OAuth's form (RFC 6749, 5.2) counts as Atlas's beside Atlas's own. */
function readOAuthError(document) {
    const { error, error_description: description } = membersOf(document);
    const code = wellFormedCode(error);
    if (code === undefined)
        return readApiError(document);
    return { code, detail: typeof description === 'string' ? description : '', parameters: [] };
}
/**
 * Whether a document that came with a success says that something went wrong. Then it is not what was requested, whatever
 * else it holds.
 */
function describesError(document) {
    const { error, errorCode, message } = membersOf(document);
    return [error, errorCode, message].some((member) => member !== undefined && member !== null);
}
function membersOf(document) {
    return typeof document === 'object' && document !== null ? document : {};
}
function wellFormedCode(code) {
    return typeof code === 'string' && /^[A-Za-z][A-Za-z0-9_]{0,99}$/.test(code) ? code : undefined;
}

;// CONCATENATED MODULE: ./build/atlas/response.js




/** The status says that Atlas did what was requested, but the response cannot be read, or is not what was requested. */
class UnreadableResponseError extends errors/* ActionError */.lZ {
    constructor(message) {
        super('PROTOCOL', message);
    }
}
/** The response is a JSON object, but not the document that was requested: something else must have made it. */
class NoDocumentError extends UnreadableResponseError {
}
const succeeded = ({ status }) => status >= 200 && status < 300;
/**
 * Reads a response of the Admin API.
 *
 * @param enveloped whether `envelope=true` was requested; an error from in front of the API may still come without one
 * @throws UnreadableResponseError if a success comes without the envelope, or with more values than can be read
 */
async function readResponse({ headers, ...http }, enveloped) {
    const outer = { status: http.status, document: await parseBody(http) };
    const inner = enveloped ? openEnvelope(outer.document) : outer;
    if (inner === undefined && succeeded(outer)) {
        throw new UnreadableResponseError((0,safe_text/* safe */.gB) `An envelope was requested, but Atlas's response has no \`status\` and \`content\`. Try again without \`envelope\`.`);
    }
    const { status, document } = inner ?? outer;
    return { status, headers, document, error: succeeded({ status }) ? undefined : readApiError(document) };
}
/** Reads a response of the OAuth endpoints. */
async function readOAuthResponse({ headers, ...http }) {
    const { status } = http;
    const document = await parseBody(http);
    return { status, headers, document, error: succeeded(http) ? undefined : readOAuthError(document) };
}
async function parseBody({ status, text }) {
    try {
        return await parseBoundedJson(text);
    }
    catch (error) {
        if (!(error instanceof JsonTooComplexError))
            throw error;
        // Of a refusal only the status counts then.
        if (!succeeded({ status }))
            return undefined;
        throw new UnreadableResponseError((0,safe_text/* safe */.gB) `Atlas sent a response with more values, or more deeply nested, than any of its documents. It was not read.`);
    }
}
function openEnvelope(document) {
    if (typeof document !== 'object' || document === null || !('status' in document) || !('content' in document)) {
        return undefined;
    }
    const { status, content } = document;
    return Number.isInteger(status) ? { status: status, document: content } : undefined;
}
/** The only value of the header, or the first one if a server repeats it. */
function header({ headers }, name) {
    return [headers[name]].flat()[0];
}

;// CONCATENATED MODULE: ./build/atlas/authentication.js


/** For API keys: each worker's connection answers the digest challenges itself, and nothing was issued. */
const digestAuthentication = {
    over: (transport) => transport,
    close: () => Promise.resolve(),
};
/** For an access token that the workflow got elsewhere: used as it is, never renewed and never revoked. */
function accessTokenAuthentication({ token }) {
    return {
        over: (transport) => (request, signal) => sendWithToken(token, request, transport, signal),
        close: () => Promise.resolve(),
    };
}
/** Sends the request with a bearer token (RFC 6750, 2.1). */
function sendWithToken(token, request, transport, signal) {
    return transport({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } }, signal);
}
/** Codes of a 401 that another token would not change: Atlas knows the caller and says what it may not do. */
const NOT_ABOUT_THE_TOKEN = new Set([
    'NOT_IN_GROUP',
    'USER_CANNOT_ACCESS_GROUP',
    'USER_CANNOT_ACCESS_ORG',
    'NOT_ORG_GROUP_CREATOR',
]);
/** Whether a response says that Atlas does not accept the token itself. */
function refusesToken({ status, error }) {
    return status === 401 && !NOT_ABOUT_THE_TOKEN.has(error?.code ?? '');
}
/**
 * What to do about a refused access token of the workflow's own.
 *
 * @returns undefined if the response is about something else
 */
function accessTokenAdvice(response, { credentials }) {
    if (credentials !== 'access-token' || !refusesToken(response))
        return undefined;
    const names = /^Bearer\b/i.test(header(response, 'www-authenticate') ?? '');
    if (!names && (response.error === undefined || response.error.code === 'USER_UNAUTHORIZED'))
        return undefined;
    return (0,safe_text/* safe */.gB) `Atlas does not accept the access token: it is wrong, has expired or was revoked. Request a new one, and set it as \`atlas-access-token\`.`;
}

// EXTERNAL MODULE: ./build/sanitize/sentences.js
var sentences = __webpack_require__(5444);
;// CONCATENATED MODULE: ./build/atlas/missing-role.js
/** Codes that say that the caller lacks a role, or does not belong to the project or organization. */
const ROLE_CODES = new Set([
    'USER_UNAUTHORIZED',
    'USER_CANNOT_ACCESS_GROUP',
    'USER_CANNOT_ACCESS_ORG',
    'ACCESS_FORBIDDEN',
]);
/** Whether a refusal of Atlas's says that the caller lacks a role, and not that its address or its credentials are wrong. */
function saysRoleIsMissing({ status, code, }) {
    return code === undefined ? status === 401 || status === 403 : ROLE_CODES.has(code);
}

;// CONCATENATED MODULE: ./build/atlas/hints.js


const hints_sentences = (...texts) => (0,safe_text/* joinSafe */.e)(texts, (0,safe_text/* safe */.gB) ` `);
/** For what Atlas itself would not send. */
const CHECK_PROXY = (0,safe_text/* safe */.gB) `Check \`atlas-base-url\`, and whether a proxy is between the runner and Atlas.`;
const CHECK_PROJECT_ID = (0,safe_text/* safe */.gB) `Check \`project-id\` (in a config file, \`id\`): there is no such project.`;
const CHECK_INPUTS = (0,safe_text/* safe */.gB) `Check the inputs of the provider against the message.`;
const NO_DEDICATED_CLUSTER = hints_sentences((0,safe_text/* safe */.gB) `Encryption at rest with a customer-managed key needs dedicated clusters (M10 or larger):`, (0,safe_text/* safe */.gB) `Atlas does not offer it for M0, M2, M5, Flex, or serverless clusters.`);
const VERSION_GONE = (0,safe_text/* safe */.gB) `Atlas no longer serves this version of its API; update this action.`;
const RAISE_PROPAGATION_TIMEOUT = (0,safe_text/* safe */.gB) `if you granted it a moment ago, raise \`propagation-timeout\` (and \`timeout\`).`;
const AWS_ROLE = hints_sentences((0,safe_text/* safe */.gB) `Check the role's trust policy (Atlas's AWS account and the external ID of Cloud Provider Access) and its KMS`, (0,safe_text/* safe */.gB) `permissions. If you created the role a moment ago, raise \`propagation-timeout\` (and \`timeout\`).`);
/** What to do about a refusal. Sources: MongoDB's "Atlas API error codes", and the issues of its Terraform provider. */
const BY_CODE = {
    IP_ADDRESS_NOT_ON_ACCESS_LIST: hints_sentences((0,safe_text/* safe */.gB) `The runner's IP address is not on the API access list: add it to the access list of the service account or API key,`, (0,safe_text/* safe */.gB) `or use a runner with a fixed address (the addresses of GitHub-hosted runners change).`),
    ORG_REQUIRES_ACCESS_LIST: (0,safe_text/* safe */.gB) `The organization requires an API access list: create one for the service account or API key, with the address of the runner.`,
    NOT_IN_GROUP: hints_sentences((0,safe_text/* safe */.gB) `Check \`project-id\` (in a config file, \`id\`): the project does not exist, or the service account or API key was`, (0,safe_text/* safe */.gB) `not added to it.`),
    GROUP_NOT_FOUND: CHECK_PROJECT_ID,
    INVALID_GROUP_ID: CHECK_PROJECT_ID,
    NOT_ATLAS_GROUP: (0,safe_text/* safe */.gB) `Check \`project-id\` (in a config file, \`id\`): it is not an Atlas project.`,
    CANNOT_DISABLE_ENCRYPTION_AT_REST: hints_sentences((0,safe_text/* safe */.gB) `List the clusters in \`clusters\`, so that this action sets them to \`NONE\` first, or set their`, (0,safe_text/* safe */.gB) `\`encryptionAtRestProvider\` to \`NONE\` in Atlas. Then run again.`),
    CANNOT_CHANGE_ENCRYPTION_AT_REST_PROVIDER: hints_sentences((0,safe_text/* safe */.gB) `Atlas does not switch a cluster directly from one provider to another: set its \`encryptionAtRestProvider\` to \`NONE\``, (0,safe_text/* safe */.gB) `first, wait until it is idle, then run the same apply again.`),
    CANNOT_DISABLE_ENCRYPTION_AT_REST_DUE_TO_PRIVATE_ENDPOINTS: hints_sentences((0,safe_text/* safe */.gB) `List the regions of the private endpoints in \`private-endpoint-regions\`, so that this action deletes the endpoints`, (0,safe_text/* safe */.gB) `first, or delete them in Atlas. Then run again.`),
    CANNOT_DISABLE_ENCRYPTION_AT_REST_REQUIRE_PRIVATE_NETWORKING_WHILE_PRIVATE_ENDPOINTS_EXIST: (0,safe_text/* safe */.gB) `Delete the provider's private endpoints for encryption at rest before you turn off private networking.`,
    CANNOT_DISABLE_ENCRYPTION_AT_REST_WITH_BACKUP_COMPLIANCE_POLICY: (0,safe_text/* safe */.gB) `The project's Backup Compliance Policy requires encryption at rest. Only MongoDB Support can change the policy.`,
    CAN_NOT_DISABLE_ALL_ENCRYPTION_AT_REST_SETTINGS_WHILE_BACKUP_COMPLIANCE_POLICY_ENCRYPTION_ENABLED: (0,safe_text/* safe */.gB) `The project's Backup Compliance Policy requires that one provider stays enabled. Enable another provider first.`,
    AWS_KMS_CREDENTIALS_AUTH_DEPRECATED: hints_sentences((0,safe_text/* safe */.gB) `Atlas no longer accepts AWS access keys: authorize an IAM role in the project (Cloud Provider Access), and set`, (0,safe_text/* safe */.gB) `\`aws-role-id\` or \`aws-role-arn\` instead of the two keys.`),
    ENCRYPTION_AT_REST_SETTINGS_INVALID: hints_sentences((0,safe_text/* safe */.gB) `Atlas cannot reach the current key, and accepts no change until it can: restore access to the current key first`, (0,safe_text/* safe */.gB) `(enable the key, renew the credentials or grants), wait until \`mode: verify\` passes, then change the key.`),
    CANNOT_ASSUME_ROLE: AWS_ROLE,
    CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED: hints_sentences((0,safe_text/* safe */.gB) `Authorize the role in the project (Cloud Provider Access). If you authorized it a moment ago, raise`, (0,safe_text/* safe */.gB) `\`propagation-timeout\` (and \`timeout\`).`),
    INVALID_AWS_CREDENTIALS: {
        withSecrets: hints_sentences((0,safe_text/* safe */.gB) `Check that the access key is active and may use the KMS key. If you created it a moment ago, raise`, (0,safe_text/* safe */.gB) `\`propagation-timeout\` (and \`timeout\`).`),
        withRole: AWS_ROLE,
    },
    INVALID_AZURE_CREDENTIALS: {
        withSecrets: (0,safe_text/* safe */.gB) `Check the client ID, tenant ID, and secret, and that the secret has not expired.`,
        withRole: hints_sentences((0,safe_text/* safe */.gB) `Check that Atlas's service principal exists in your tenant and may use the key vault;`, RAISE_PROPAGATION_TIMEOUT),
    },
    INVALID_GOOGLE_CLOUD_CREDENTIALS: {
        withSecrets: (0,safe_text/* safe */.gB) `Check the service account key, and that it has not been deleted or disabled.`,
        withRole: hints_sentences((0,safe_text/* safe */.gB) `Check that the service account that Atlas displays for the role may use the key;`, RAISE_PROPAGATION_TIMEOUT),
    },
    NO_PERMISSION_TO_ENCRYPT_DECRYPT: {
        withSecrets: (0,safe_text/* safe */.gB) `Grant the owner of the credentials the permission to encrypt and decrypt with this key, in the key policy or vault.`,
        withRole: hints_sentences((0,safe_text/* safe */.gB) `Grant the role or service account the permission to encrypt and decrypt with this key, in the key policy or vault;`, RAISE_PROPAGATION_TIMEOUT),
    },
    INVALID_ATTRIBUTE: CHECK_INPUTS,
    INVALID_ENUM_VALUE: CHECK_INPUTS,
    MISSING_ATTRIBUTE: CHECK_INPUTS,
    MISSING_OR_INVALID_ATTRIBUTE: CHECK_INPUTS,
    VALIDATION_ERROR: CHECK_INPUTS,
    AWS_CUSTOMER_MASTER_KEY_NOT_FOUND: (0,safe_text/* safe */.gB) `Check \`aws-customer-master-key-id\` and \`aws-region\`: the key must be in that region.`,
    AWS_KMS_CUSTOMER_MASTER_KEY_NOT_ENABLED: (0,safe_text/* safe */.gB) `Enable the key in AWS KMS.`,
    AWS_KMS_CUSTOMER_MASTER_KEY_PENDING_DELETION: (0,safe_text/* safe */.gB) `Cancel the key's deletion in AWS KMS and enable the key, or set another key.`,
    AWS_KMS_CUSTOMER_MASTER_KEY_PENDING_IMPORT: (0,safe_text/* safe */.gB) `Import the key's material in AWS KMS first.`,
    AWS_KMS_REGION_NOT_SUPPORTED: (0,safe_text/* safe */.gB) `Use a key in another region, and set \`aws-region\`.`,
    INVALID_REGION: (0,safe_text/* safe */.gB) `Check \`aws-region\`.`,
    AZURE_KEY_VAULT_KEY_EXPIRED: (0,safe_text/* safe */.gB) `Create a new version of the key, and set it as \`azure-key-identifier\`.`,
    AZURE_KEY_VAULT_KEY_EXPIRING: (0,safe_text/* safe */.gB) `Create a new version of the key with a later expiry date, and set it as \`azure-key-identifier\`.`,
    AZURE_KEY_VAULT_KEY_IDENTIFIER_INVALID_FORMAT: (0,safe_text/* safe */.gB) `Set \`azure-key-identifier\` with the version: https://VAULT.vault.azure.net/keys/NAME/VERSION.`,
    AZURE_KEY_VAULT_KEY_NOT_ACTIVE: (0,safe_text/* safe */.gB) `The key's activation date is in the future; wait, or change the date.`,
    AZURE_KEY_VAULT_KEY_NOT_ENABLED: (0,safe_text/* safe */.gB) `Enable the key version in Azure Key Vault.`,
    AZURE_KEY_VAULT_KEY_NOT_FOUND: (0,safe_text/* safe */.gB) `Check \`azure-key-identifier\` and \`azure-key-vault-name\`.`,
    AZURE_KEY_VAULT_ENVIRONMENT_NOT_SUPPORTED: (0,safe_text/* safe */.gB) `Check \`azure-environment\`.`,
    GOOGLE_CLOUD_KMS_KEY_VERSION_NOT_FOUND: (0,safe_text/* safe */.gB) `Check \`gcp-key-version-resource-id\`.`,
    GOOGLE_CLOUD_KMS_KEY_VERSION_DISABLED: (0,safe_text/* safe */.gB) `Enable the key version in Google Cloud KMS.`,
    GOOGLE_CLOUD_KMS_KEY_VERSION_DESTROYED: (0,safe_text/* safe */.gB) `The key version is destroyed; set another one.`,
    GOOGLE_CLOUD_KMS_KEY_VERSION_DESTROY_SCHEDULED: (0,safe_text/* safe */.gB) `Restore and enable the key version in Google Cloud KMS.`,
    GOOGLE_CLOUD_KMS_KEY_VERSION_PENDING_GENERATION: (0,safe_text/* safe */.gB) `Wait until Google Cloud KMS has generated the key version.`,
    CANNOT_USE_ENCRYPTION_AT_REST_TENANT: NO_DEDICATED_CLUSTER,
    UNSUPPORTED_FOR_CURRENT_PLAN: NO_DEDICATED_CLUSTER,
    FEATURE_UNSUPPORTED: NO_DEDICATED_CLUSTER,
    ENCRYPTION_AT_REST_PROVIDER_NOT_SUPPORTED: NO_DEDICATED_CLUSTER,
    WRITES_NOT_ALLOWED_DURING_APP_UPGRADES: (0,safe_text/* safe */.gB) `Atlas is being upgraded and accepts no changes; run again later.`,
    VERSION_GONE,
    NO_PAYMENT_INFORMATION_FOUND: (0,safe_text/* safe */.gB) `The organization has no payment method: its billing administrator must add one in Atlas.`,
    ACCOUNT_SUSPENDED: (0,safe_text/* safe */.gB) `The Atlas account is suspended, usually because of an unpaid bill: its billing administrator must resolve this with MongoDB.`,
    invalid_client: (0,safe_text/* safe */.gB) `Check \`atlas-client-id\` and \`atlas-client-secret\`, and that the secret has not expired.`,
    access_denied: (0,safe_text/* safe */.gB) `A service account has at most 100 active tokens: wait until older ones expire (up to an hour), or use another service account.`,
};
/** Codes that say, of an organization, that it does not exist for the caller. */
const ORGANIZATION_CODES = new Set(['NOT_IN_ORG', 'ORG_NOT_FOUND', 'INVALID_ORG_ID', 'RESOURCE_NOT_FOUND']);
const ORGANIZATION = hints_sentences((0,safe_text/* safe */.gB) `Check \`org-id\`, and that the service account or API key belongs to the organization, with the role Organization`, (0,safe_text/* safe */.gB) `Read Only (or Organization Member, which sees only its own projects).`);
/**
 * Says what to do about a refusal of Atlas's.
 *
 * @returns '' for a code that is not known: Atlas's own detail is better than a guess
 */
function hintFor(refusal) {
    const { code, isAboutOrganization = false, secretsSent = false } = refusal;
    const isAboutRole = saysRoleIsMissing(refusal);
    if (isAboutOrganization && (isAboutRole || deniesOrganization(refusal)))
        return ORGANIZATION;
    const known = code !== undefined && Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined;
    if (known !== undefined)
        return typeof known === 'string' ? known : secretsSent ? known.withSecrets : known.withRole;
    return isAboutRole ? roleHint(refusal) : hintForStatus(refusal);
}
function deniesOrganization({ status, code }) {
    return code === undefined ? status === 404 : ORGANIZATION_CODES.has(code);
}
function roleHint({ isChange, role }) {
    if (isChange) {
        return (0,safe_text/* safe */.gB) `The service account or API key needs the role ${role ?? 'Project Owner'} on this project to change encryption at rest.`;
    }
    if (role !== undefined)
        return (0,safe_text/* safe */.gB) `The service account or API key needs the role ${role} on this project to read it.`;
    return (0,safe_text/* safe */.gB) `Check the credentials, and that they have the role Project Read Only (for \`api-version: v1.0\` Project Owner) on this project.`;
}
/** For what the status alone says. */
function hintForStatus({ status, code, credentials }) {
    // Recorded from Atlas: the code of every response with a digest challenge, also of the one after wrong credentials.
    if (status === 401 && code === 'UNEXPECTED_ERROR') {
        if (credentials !== 'api-key')
            return (0,safe_text/* safe */.gB) `Atlas does not accept the credentials. Check them.`;
        return (0,safe_text/* safe */.gB) `Atlas does not accept the credentials. Check \`atlas-public-key\` and \`atlas-private-key\`.`;
    }
    if (status === 402)
        return (0,safe_text/* safe */.gB) `This is about billing: the billing administrator of the organization must resolve it.`;
    if (status === 404 && code === undefined) {
        return (0,safe_text/* safe */.gB) `Check \`project-id\` (in a config file, \`id\`): there is no such project, or the credentials cannot see it.`;
    }
    if (status === 410)
        return VERSION_GONE;
    if (status === 429)
        return (0,safe_text/* safe */.gB) `Atlas limits the rate of requests. Run again later, or less often.`;
    if (status >= 500)
        return (0,safe_text/* safe */.gB) `Atlas failed. See https://status.mongodb.com, and run again later.`;
    return (0,safe_text/* safe */.gB) ``;
}

;// CONCATENATED MODULE: ./build/atlas/errors.js






const MAX_DETAIL_LENGTH = 1000;
const MAX_CONTENT_TYPE_LENGTH = 100;
/** Atlas refused. `code` is its `errorCode`, or `PROTOCOL` if the response has none. */
class AtlasApiError extends errors/* ActionError */.lZ {
    /** HTTP status, of the envelope if there is one. */
    status;
    constructor(code, parts, status) {
        super(code, parts);
        this.status = status;
    }
}
/**
 * Something refused, but its response does not have the form of Atlas's errors: a proxy, a firewall or a load balancer between the
 * runner and Atlas. It says nothing about what Atlas would permit, so it is no {@link AtlasApiError}.
 */
class IntermediaryError extends errors/* ActionError */.lZ {
    status;
    constructor(parts, status) {
        super('PROTOCOL', parts);
        this.status = status;
    }
}
/** Something in between gave up on Atlas, which may have carried out the request nevertheless. */
function isGatewayFailure(status) {
    return status === 502 || status === 504;
}
/** The HTTP status of a refusal, whoever sent it; undefined for any other error. */
function statusOf(error) {
    return error instanceof AtlasApiError || error instanceof IntermediaryError ? error.status : undefined;
}
/**
 * One error for one refusal: what failed, what Atlas says, what to do next. Text from outside is sanitized here.
 *
 * @param note a sentence for the end of the message, or ''
 */
function refusalError(request, response, secrets, note = (0,safe_text/* safe */.gB) ``) {
    const { label, facts } = request;
    const { status, error } = response;
    const tokenAdvice = accessTokenAdvice(response, facts);
    if (error === undefined && tokenAdvice === undefined) {
        return new IntermediaryError(intermediaryParts(label, response, secrets, note), status);
    }
    const code = error?.code === undefined ? undefined : secrets.sanitize(error.code);
    const detail = secrets.sanitize(error?.detail ?? '', MAX_DETAIL_LENGTH);
    const refused = (0,safe_text/* safe */.gB) `${label} was refused with HTTP ${status}`;
    const what = code === undefined ? refused : (0,safe_text/* safe */.gB) `${refused} ${code}`;
    const advice = paragraph(tokenAdvice ?? hintFor({ ...facts, status, code: error?.code }), note);
    const parts = {
        what: (0,sentences/* asSentence */.KG)(what),
        ...(detail !== '' && { detail }),
        ...(advice !== '' && { advice }),
    };
    return new AtlasApiError(code ?? 'PROTOCOL', parts, status);
}
/** What is retried, in a few words: `HTTP 429 RATE_LIMITED`. */
function describeStatus({ status, error }, secrets) {
    return error?.code === undefined ? (0,safe_text/* safe */.gB) `HTTP ${status}` : (0,safe_text/* safe */.gB) `HTTP ${status} ${secrets.sanitize(error.code)}`;
}
/** The type that a response claims to have, for messages. */
function contentType(response, secrets) {
    return secrets.sanitize(header(response, 'content-type') || 'no content type', MAX_CONTENT_TYPE_LENGTH);
}
function intermediaryParts(label, response, secrets, note) {
    const { status } = response;
    const what = hints_sentences((0,safe_text/* safe */.gB) `${label} was refused with HTTP ${status}, but the response is not an Atlas error (${contentType(response, secrets)}):`, (0,safe_text/* safe */.gB) `something between the runner and Atlas responded, such as a proxy, a firewall, or a load balancer.`);
    return { what, advice: paragraph(intermediaryAdvice(status), note) };
}
function intermediaryAdvice(status) {
    if (status >= 300 && status < 400)
        return (0,safe_text/* safe */.gB) `Redirects are not followed. ${CHECK_PROXY}`;
    if (status === 407) {
        return (0,safe_text/* safe */.gB) `The proxy requires a user name and password: add them to the environment variable that names the proxy.`;
    }
    if (status >= 500)
        return (0,safe_text/* safe */.gB) `See https://status.mongodb.com and run again later. If the error persists, check the proxy.`;
    return CHECK_PROXY;
}
const paragraph = (...texts) => hints_sentences(...texts.filter((text) => text !== ''));

// EXTERNAL MODULE: ./build/domain/providers.js
var domain_providers = __webpack_require__(7947);
;// CONCATENATED MODULE: ./build/atlas/request-facts.js

/** Whether the body of a request holds a secret of a cloud provider: {@link RequestFacts.secretsSent}. */
function holdsSecrets(body) {
    return domain_providers/* PROVIDER_LIST */.Pj.some(({ atlasObject, fields }) => {
        const block = body?.[atlasObject];
        return fields.some(({ name, secret }) => secret && Boolean(block?.[name]));
    });
}

// EXTERNAL MODULE: ./build/network/read-bounded.js
var read_bounded = __webpack_require__(1953);
;// CONCATENATED MODULE: ./build/network/request.js

/** The response was not there, or not all of it, when the time for it was over. */
class ResponseTimeoutError extends Error {
}
/**
 * Sends one request and reads its response to the end. undici's own `request` makes a stream of every body, which takes a third of the
 * time of a request, and looks at a signal only once there is a connection, so that a silent server would block the run.
 *
 * A timer rather than `AbortSignal.timeout`, which lives on until the time is over: a run sends thousands of requests.
 *
 * @throws the signal's reason once it is aborted, ResponseTimeoutError, what `tooLarge` returns, or what undici or one of its
 * interceptors throws
 */
function request(dispatcher, options, { signal, timeoutMs, tooLarge }) {
    return new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const end = () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', abort);
        };
        const reader = new ResponseReader(new read_bounded/* BoundedBody */.ah(tooLarge), {
            resolve: (response) => {
                end();
                resolve(response);
            },
            reject: (error) => {
                end();
                reject(error);
            },
        });
        const abort = () => reader.abort(signal.reason);
        const timer = setTimeout(() => reader.abort(new ResponseTimeoutError()), timeoutMs);
        signal.addEventListener('abort', abort);
        try {
            dispatcher.dispatch(options, reader);
        }
        catch (error) {
            reader.abort(error);
        }
    });
}
class ResponseReader {
    #body;
    #outcome;
    /** Of the request that is under way: an interceptor may send another one for the same response. */
    #controller;
    #status = 0;
    #headers = {};
    #reason;
    constructor(body, outcome) {
        this.#body = body;
        this.#outcome = outcome;
    }
    /** Ends the request, whether it has been sent or still waits for a connection. */
    abort(reason) {
        this.#reason = reason;
        this.#outcome.reject(reason);
        this.#controller?.abort(reason);
    }
    onRequestStart(controller) {
        if (this.#reason !== undefined)
            controller.abort(this.#reason);
        this.#controller = controller;
    }
    onResponseStart(_, status, headers) {
        // One of a status below 200 announces another response.
        this.#status = status;
        this.#headers = headers;
    }
    onResponseData(_, chunk) {
        if (this.#reason !== undefined)
            return;
        try {
            this.#body.add(chunk);
        }
        catch (error) {
            this.abort(error);
        }
    }
    onResponseEnd() {
        this.#outcome.resolve({ status: this.#status, headers: this.#headers, bytes: this.#body.concat() });
    }
    onResponseError(_, error) {
        this.#outcome.reject(error);
    }
}

;// CONCATENATED MODULE: ./build/atlas/network-error.js



/** No response came, or not all of it. */
class NetworkError extends errors/* ActionError */.lZ {
    reason;
    advice;
    retryable;
    mayHaveSent;
    constructor({ reason, advice, retryable, mayHaveSent }) {
        super('NETWORK', { what: (0,safe_text/* safe */.gB) `${reason}.`, advice });
        this.reason = reason;
        this.advice = advice;
        this.retryable = retryable;
        this.mayHaveSent = mayHaveSent;
    }
}
/** What a code of Node.js or undici means. Of others a message says the code alone. */
const REASONS = {
    ENOTFOUND: (0,safe_text/* safe */.gB) `the host name is unknown`,
    EAI_AGAIN: (0,safe_text/* safe */.gB) `the host name could not be resolved`,
    ECONNREFUSED: (0,safe_text/* safe */.gB) `the connection was refused`,
    ECONNRESET: (0,safe_text/* safe */.gB) `the connection was reset`,
    ETIMEDOUT: (0,safe_text/* safe */.gB) `the connection timed out`,
    EPIPE: (0,safe_text/* safe */.gB) `the connection was closed`,
    EPROTO: (0,safe_text/* safe */.gB) `the server does not use TLS`,
    HPE_INVALID: (0,safe_text/* safe */.gB) `the data that it sent is not HTTP`,
    UND_ERR_DESTROYED: (0,safe_text/* safe */.gB) `the connection was dropped`,
    UND_ERR_SOCKET: (0,safe_text/* safe */.gB) `the connection was closed before the response was complete`,
    UND_ERR_CONNECT_TIMEOUT: (0,safe_text/* safe */.gB) `the connection could not be established in time`,
    UND_ERR_HEADERS_TIMEOUT: (0,safe_text/* safe */.gB) `no response came in time`,
    UND_ERR_BODY_TIMEOUT: (0,safe_text/* safe */.gB) `the response stopped in the middle`,
    UND_ERR_RES_CONTENT_LENGTH_MISMATCH: (0,safe_text/* safe */.gB) `the response was cut short`,
    UND_ERR_PRX_CONN: (0,safe_text/* safe */.gB) `the proxy closed the connection`,
};
const NEVER_CONNECTED = new Set([
    'ENOTFOUND',
    'EAI_AGAIN',
    'ECONNREFUSED',
    'UND_ERR_CONNECT_TIMEOUT',
    'UND_ERR_PRX_CONN',
]);
/** How undici reports a response of the proxy to CONNECT, and a 407 of a proxy that forwards plain http. */
const PROXY_CODES = new Set(['UND_ERR_ABORTED', 'UND_ERR_INVALID_ARG']);
const NOTHING_SENT = { retryable: false, mayHaveSent: false };
/**
 * Turns what Node.js or undici threw into an error that says nothing of the error's own text, which may quote what was sent.
 * An `ActionError` comes back as it is, and so does a defect, which is no network error.
 */
function toNetworkError(error, peer) {
    if (error instanceof errors/* ActionError */.lZ || !(error instanceof Error))
        return error;
    const { host, secrets } = peer;
    const advice = generalAdvice(peer);
    if (error instanceof ResponseTimeoutError) {
        const reason = (0,safe_text/* safe */.gB) `no response from ${host} within a minute`;
        return new NetworkError({ reason, advice, retryable: true, mayHaveSent: true });
    }
    const code = codeOf(error) ?? (error.name === 'HTTPParserError' ? 'HPE_INVALID' : undefined);
    if (code === undefined)
        return error;
    const proxyStatus = PROXY_CODES.has(code) ? proxyStatusOf(error) : undefined;
    if (proxyStatus !== undefined)
        return proxyRefusal(proxyStatus, peer);
    if (/CERT|SELF_SIGNED|UNABLE_TO_|PRX_TLS/.test(code))
        return untrustedCertificate(code, peer);
    const reason = (0,safe_text/* safe */.gB) `no response from ${host}: ${REASONS[code] ?? (0,safe_text/* safe */.gB) `the connection failed`} (${secrets.sanitize(code)})`;
    return new NetworkError({ reason, advice, retryable: true, mayHaveSent: !NEVER_CONNECTED.has(code) });
}
function generalAdvice({ proxyVariable }) {
    const proxy = proxyVariable === undefined ? (0,safe_text/* safe */.gB) `the proxy settings of the runner` : (0,safe_text/* safe */.gB) `the proxy in \`${proxyVariable}\``;
    return (0,safe_text/* safe */.gB) `Check \`atlas-base-url\`, ${proxy}, and https://status.mongodb.com.`;
}
function untrustedCertificate(code, { host, proxyVariable, secrets }) {
    const whose = code.includes('PRX_TLS') && proxyVariable !== undefined ? (0,safe_text/* safe */.gB) `the proxy in \`${proxyVariable}\`` : host;
    return new NetworkError({
        reason: (0,safe_text/* safe */.gB) `the TLS certificate of ${whose} is not trusted (${secrets.sanitize(code)})`,
        advice: (0,safe_text/* safe */.gB) `If a proxy or a private certificate authority is in use, set NODE_EXTRA_CA_CERTS to the path of its certificate.`,
        ...NOTHING_SENT,
    });
}
/** A proxy that does not let the connection through. Only an error of the proxy itself (5xx) may pass. */
function proxyRefusal(status, { host, proxyVariable }) {
    const variable = proxyVariable === undefined ? (0,safe_text/* safe */.gB) `the proxy variable` : (0,safe_text/* safe */.gB) `\`${proxyVariable}\``;
    const reason = (0,safe_text/* safe */.gB) `the proxy in ${variable} refused the connection to ${host} with HTTP ${status}`;
    if (status === 407) {
        const advice = (0,safe_text/* safe */.gB) `The proxy requires a user name and password: set ${variable} to \`http://user:password@host:port\`, percent-encoded, and check both.`;
        return new NetworkError({ reason, advice, ...NOTHING_SENT });
    }
    if (status < 500) {
        const advice = (0,safe_text/* safe */.gB) `Allow ${host} in the proxy, or add it to \`no_proxy\` if the runner can reach it directly.`;
        return new NetworkError({ reason, advice, ...NOTHING_SENT });
    }
    const advice = (0,safe_text/* safe */.gB) `Check that the proxy can reach ${host}, and https://status.mongodb.com.`;
    return new NetworkError({ reason, advice, retryable: true, mayHaveSent: false });
}
/** undici has the status in the text of the error alone (proxy-agent.js). */
function proxyStatusOf({ message }) {
    const status = /^Proxy (?:response|Authentication Required) \((\d{3})\)/.exec(message)?.[1];
    return status === undefined ? undefined : Number(status);
}
/** The code of an error, or of the first error in it if it is a collection (one host, several addresses). */
function codeOf(error) {
    const inner = Array.isArray(error.errors) ? error.errors[0] : error.cause;
    const code = typeof error.code === 'string' ? error.code : inner?.code;
    return typeof code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(code) ? code : undefined;
}

;// CONCATENATED MODULE: ./build/atlas/retry.js
// Own code instead of undici's RetryAgent: Atlas names the wait in the body of a 429 and the reason in the envelope or the
// `errorCode`, which undici does not look into, and every retry is logged, jittered and bounded by the run's `timeout`.





const BACKOFF_BASE_MS = 1000;
const BACKOFF_CAP_MS = 30_000;
/** Far past the end of any run. A header can hold a number of any length. */
const MAX_RETRY_AFTER_SECONDS = 1e9;
/**
 * Repeats a request after an error that may pass (429, 502, 503, 504, broken connections, 500 unless it is a change, 405 during
 * Atlas's own upgrades) until it succeeds, the attempts are used up, or the wait would outlast the run. This is safe for a PATCH
 * too, which sends the same document each time.
 *
 * @returns a success
 * @throws ActionError for the outcome of the last attempt
 */
async function withRetries(request, run, attempt) {
    for (let retried = 0;; retried += 1) {
        const outcome = await outcomeOf(attempt);
        if (!(outcome instanceof NetworkError) && succeeded(outcome))
            return outcome;
        const waitMs = waitBefore(outcome, retried, run.clock);
        // Also where this request is given up: the limit holds for those that follow.
        if (isRateLimit(outcome))
            request.onRateLimit?.(waitMs);
        if (retried >= request.retries || !isRetryable(outcome, request)) {
            throw errorOf(request, outcome, run, retried === 0 ? (0,safe_text/* safe */.gB) `` : (0,safe_text/* safe */.gB) `Gave up after ${retried + 1} attempts.`);
        }
        if (run.clock.now() + waitMs >= run.deadline) {
            const seconds = Math.ceil(waitMs / 1000);
            const note = (0,safe_text/* safe */.gB) `The next attempt would be in ${seconds} s, past the end of \`timeout\`, so the run ends here.`;
            throw errorOf(request, outcome, run, note);
        }
        const reason = outcome instanceof NetworkError ? outcome.reason : describeStatus(outcome, run.secrets);
        run.emit({ type: 'retry', request: request.label, reason, waitMs });
        await run.clock.sleep(waitMs, run.signal);
    }
}
async function outcomeOf(attempt) {
    try {
        return await attempt();
    }
    catch (error) {
        if (error instanceof NetworkError)
            return error;
        throw error;
    }
}
const isRateLimit = (outcome) => !(outcome instanceof NetworkError) && outcome.status === 429;
function isRetryable(outcome, { facts, onlyOnce = false }) {
    if (outcome instanceof NetworkError)
        return outcome.retryable && !(onlyOnce && outcome.mayHaveSent);
    const { status, error } = outcome;
    if (onlyOnce && isGatewayFailure(status))
        return false;
    // Atlas also returns 500 if something is wrong with a change.
    if (status === 500)
        return !facts.isChange;
    if (status === 405)
        return error?.code === 'WRITES_NOT_ALLOWED_DURING_APP_UPGRADES';
    return [429, 502, 503, 504].includes(status);
}
/** Milliseconds to wait: what the response asks for, else growing, with jitter so that the jobs of a matrix do not retry at the same time. */
function waitBefore(outcome, retried, clock) {
    if (!(outcome instanceof NetworkError)) {
        const sentAt = parseHttpDate(header(outcome, 'date'));
        const requested = retryAfterMs(header(outcome, 'retry-after'), sentAt ?? clock.wallNow());
        if (requested !== undefined)
            return requested;
        const inBody = waitSecondsOf(outcome);
        if (inBody !== undefined)
            return inBody * 1000;
    }
    const backoff = Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** retried);
    return Math.round(backoff / 2 + (backoff / 2) * clock.random());
}
/**
 * The wait in the body of a 429 of Atlas's token bucket, `parameters[1]`. In other codes that number is none: the older limiter's
 * `RATE_LIMITED` has the number of requests there.
 */
function waitSecondsOf({ status, error }) {
    if (status !== 429 || error?.code !== 'RATE_LIMITED_TOKEN_BUCKET')
        return undefined;
    const seconds = error.parameters[1];
    return typeof seconds === 'number' && seconds >= 0 && Number.isFinite(seconds) ? seconds : undefined;
}
/**
 * `Retry-After`: seconds or an HTTP date (RFC 9110, 10.2.3).
 *
 * @param sentAt when the server sent it, by its own clock if it says so
 * @returns undefined if it is neither
 */
function retryAfterMs(value, sentAt) {
    const text = value?.trim() ?? '';
    if (/^\d+$/.test(text))
        return Math.min(Number(text), MAX_RETRY_AFTER_SECONDS) * 1000;
    const date = parseHttpDate(text);
    return date === undefined ? undefined : Math.max(0, date - sentAt);
}
function parseHttpDate(text) {
    if (text === undefined || !/^[A-Z][a-z]{2,8},? .*GMT$/.test(text))
        return undefined;
    const date = Date.parse(text);
    return Number.isNaN(date) ? undefined : date;
}
/** @param note a sentence for the end of the message, or '' */
function errorOf(request, outcome, run, note) {
    if (!(outcome instanceof NetworkError))
        return refusalError(request, outcome, run.secrets, note);
    const { reason, advice, retryable, mayHaveSent } = outcome;
    return new NetworkError({
        reason: (0,safe_text/* safe */.gB) `${request.label}: ${reason}`,
        advice: note === '' ? advice : hints_sentences(advice, note),
        retryable,
        mayHaveSent,
    });
}

;// CONCATENATED MODULE: ./build/atlas/version.js
/** The `version` of package.json, which a test compares it with. It is part of the user agent of every request. */
const VERSION = '1.0.0';

;// CONCATENATED MODULE: ./build/atlas/client.js









const ANSWERED_IN_BETWEEN = (0,safe_text/* safe */.gB) `something between the runner and Atlas must have responded.`;
const USER_AGENT = `atlas-encryption-at-rest/${VERSION} (${process.platform};${process.arch})`;
/** Atlas's Admin API: authenticated, with retries where they help, and refusals as `ActionError`s that say what to do. */
class AtlasClient {
    #send;
    #run;
    #shared;
    /** @param send over one connection, authenticated */
    constructor(send, shared, run) {
        this.#send = send;
        this.#shared = shared;
        this.#run = run;
    }
    get apiVersion() {
        return this.#shared.apiVersion;
    }
    /**
     * @param pendingChange kept up to date while a change is under way
     * @returns the JSON object of the response
     * @throws ActionError if Atlas refused, did not respond, or sent a response that makes no sense, or if the run ended
     */
    async call(request, pendingChange) {
        const response = await this.#sendWithRetries(request, pendingChange);
        const { document, status } = response;
        if (typeof document !== 'object' || document === null || Array.isArray(document)) {
            const type = contentType(response, this.#run.secrets);
            const problem = (0,safe_text/* safe */.gB) `${labelOf(request)}: HTTP ${status}, but no JSON object (${type}):`;
            throw new UnreadableResponseError(hints_sentences(problem, ANSWERED_IN_BETWEEN, CHECK_PROXY));
        }
        if (describesError(document)) {
            const problem = (0,safe_text/* safe */.gB) `${labelOf(request)}: HTTP ${status} with an error in its body:`;
            throw new NoDocumentError(hints_sentences(problem, ANSWERED_IN_BETWEEN, CHECK_PROXY));
        }
        return document;
    }
    /**
     * Asks for something that has no document as its answer.
     *
     * @throws ActionError like {@link call}
     */
    async command(request, pendingChange) {
        await this.#sendWithRetries(request, pendingChange);
    }
    /** Makes a text of Atlas's safe to show. Each text passes here once, where it is read. */
    sanitize(text, maxLength) {
        return this.#run.secrets.sanitize(text, maxLength);
    }
    /** Removes the secrets that this run knows from a text of Atlas's that is otherwise left as it is. */
    redact(text) {
        return this.#run.secrets.redact(text);
    }
    /** Lets signals and timers be heard in the middle of a long list. Rejects with the signal's reason once the run ended. */
    async pause() {
        await nextTurn();
        this.#run.signal.throwIfAborted();
    }
    async #sendWithRetries(request, pendingChange) {
        const { enveloped = false, retries = this.#shared.retries, onlyOnce = false } = request;
        const { rateLimiter } = this.#shared;
        const { clock, signal: runSignal } = this.#run;
        const http = { ...this.#httpRequest(request), enveloped, ...(pendingChange && { pendingChange }) };
        const signal = request.signal ? AbortSignal.any([runSignal, request.signal]) : runSignal;
        const onRateLimit = (waitMs) => rateLimiter.pauseAll(waitMs, clock);
        const retry = { label: labelOf(request), facts: this.#factsOf(request), retries, onlyOnce, onRateLimit };
        return await withRetries(retry, this.#run, async () => {
            signal.throwIfAborted();
            const response = await rateLimiter.run(clock, signal, async () => readResponse(await this.#send(http, signal), enveloped));
            if (succeeded(response))
                pendingChange?.settle(true);
            this.#warnAboutSunset(response);
            return response;
        });
    }
    #factsOf({ method, body, facts }) {
        const { credentials } = this.#shared;
        return { ...facts, isChange: method !== 'GET', secretsSent: holdsSecrets(body), credentials };
    }
    #httpRequest({ method, path, resourceVersion, body }) {
        const mediaType = this.#shared.apiVersion === 'v2' ? `application/vnd.atlas.${resourceVersion}+json` : 'application/json';
        return {
            method,
            path: `/api/atlas/${this.#shared.apiVersion}${path}`,
            headers: {
                accept: mediaType,
                'user-agent': USER_AGENT,
                ...(body === undefined ? {} : { 'content-type': mediaType }),
            },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        };
    }
    #warnAboutSunset(response) {
        const sunset = header(response, 'sunset');
        if (sunset === undefined || this.#shared.sunset !== undefined)
            return;
        const date = Date.parse(sunset);
        if (Number.isNaN(date))
            return;
        const day = this.sanitize(new Date(date).toISOString().slice(0, 10), 10);
        this.#shared.sunset = day;
        const text = (0,safe_text/* safe */.gB) `Atlas stops serving the version of its API that this action uses on ${day}: update the action before then.`;
        this.#run.emit({ type: 'warning', text });
    }
}
const labelOf = ({ method, resource }) => (0,safe_text/* safe */.gB) `${method} ${resource}`;

// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 2 modules
var schemas = __webpack_require__(5395);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(8532);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(3759);
;// CONCATENATED MODULE: ./build/atlas/schemas.js



// By default zod compiles each object schema to a function of its own, which never pays off for a schema that is used once.
core/* config */.$W({ jitless: true });
// Atlas leaves out or nulls whatever does not apply, and adds fields without notice: everything is optional, unknown fields
// are dropped, and only a known field of a wrong type is refused.
const flag = schemas/* nullish */.cl6(schemas/* boolean */.zMY());
const schemas_text = schemas/* nullish */.cl6(schemas/* string */.YjP());
/** A list within a document, whose items are left to {@link parseItems}. */
const list = schemas/* nullish */.cl6(schemas/* custom */.IeY(Array.isArray));
const MIN_TOKEN_LENGTH = 20;
/** Atlas's access tokens have about a thousand characters. */
const MAX_TOKEN_LENGTH = 16_384;
/** A short token could be a word of the action's own, which would then be masked everywhere. */
const accessToken = schemas/* object */.Ikc({
    access_token: schemas/* string */.YjP()
        .check(api/* _minLength */.m9(MIN_TOKEN_LENGTH), api/* _maxLength */.Eb(MAX_TOKEN_LENGTH), api/* _regex */.Fk(/^[\x21-\x7e]+$/)),
    expires_in: schemas/* nullish */.cl6(schemas/* number */.aig()),
});
/** @throws UnreadableResponseError if the document is not as the schema says */
function parse({ client, resource, at }, schema, document) {
    const { data, error } = schema.safeParse(document);
    if (error === undefined)
        return data;
    const { path } = error.issues[0];
    const place = client.sanitize([...(at === undefined ? [] : [at]), ...path].join('.'), 200);
    throw new UnreadableResponseError((0,safe_text/* safe */.gB) `${resource}: Atlas's response is not as documented at \`${place}\`. Update this action. If that does not help, report the problem.`);
}
/**
 * Checks the items of a list one by one, since a schema of the whole list would report every wrong item of millions.
 *
 * @param limit more items than Atlas ever sends
 * @throws UnreadableResponseError for the first wrong item, or for a list that is longer than the limit
 */
function parseItems(source, schema, items, limit) {
    if (items == null)
        return [];
    if (items.length > limit)
        throw tooLongError(source);
    return items.map((item, index) => parse({ ...source, at: (0,safe_text/* safe */.gB) `${source.at ?? (0,safe_text/* safe */.gB) `list`}.${index}` }, schema, item));
}
/** For a list that is longer than any of Atlas's. */
function tooLongError({ resource }) {
    return new UnreadableResponseError((0,safe_text/* safe */.gB) `GET ${resource}: the list is longer than any of Atlas's.`);
}

;// CONCATENATED MODULE: ./build/atlas/pagination.js





const PAGE_SIZE = 500;
/** More than Atlas ever has of anything; a page of nonsense could hold millions. */
const MAX_ITEMS = 10_000;
const MAX_PAGES = 40;
const MAX_LINKS = 100;
/** Not permitted to be listed, or not there. */
const NOT_PERMITTED = new Set([401, 403, 404]);
/** Items that are checked before the event loop gets a turn. */
const ITEMS_PER_TURN = 50;
const page = schemas/* object */.Ikc({
    links: list,
    results: schemas/* custom */.IeY(Array.isArray),
    totalCount: schemas/* nullish */.cl6(schemas/* number */.aig()),
});
/** Whether there is a next page. The URL is not followed: it could point anywhere. */
const pagination_link = schemas/* object */.Ikc({ rel: schemas_text });
/**
 * Reads a paginated list whole or not at all. If Atlas counts more items than it sent, for example since an item was added
 * meanwhile, the list is read once more from the start.
 *
 * @throws ActionError if a page cannot be read, or the list stays incomplete
 */
async function readList(client, list) {
    const first = await readPages(client, list);
    if (first.items.length >= first.totalCount)
        return first.items;
    const { items, totalCount } = await readPages(client, list);
    if (items.length >= totalCount)
        return items;
    throw incompleteError(list, (0,safe_text/* safe */.gB) `Atlas counts ${totalCount} items, but sent ${items.length}`);
}
/** Reads a page and checks that it is one: a document without an array of results proves nothing. */
function parsePage(client, { resource }, document) {
    const { links, results, totalCount } = parse({ client, resource }, page, document);
    const relations = parseItems({ client, resource, at: (0,safe_text/* safe */.gB) `links` }, pagination_link, links, MAX_LINKS);
    return { results, hasNext: relations.some(({ rel }) => rel === 'next'), totalCount: totalCount ?? 0 };
}
async function readPages(client, list) {
    const items = [];
    let totalCount = 0;
    let isAnnounced = false;
    for (let number = 1; number <= MAX_PAGES; number += 1) {
        const { results, hasNext, ...counted } = await readPage(client, list, number);
        if (isAnnounced && results.length === 0)
            throw incompleteError(list, (0,safe_text/* safe */.gB) `page ${number} was announced, but is empty`);
        if (items.length + results.length > MAX_ITEMS)
            throw tooLongError(list);
        await convertItems(client, list, results, items);
        totalCount = Math.max(totalCount, counted.totalCount);
        // A full page may have a successor even if Atlas does not say so.
        if (!hasNext && results.length < PAGE_SIZE)
            return { items, totalCount };
        isAnnounced = hasNext;
    }
    throw tooLongError(list);
}
async function readPage(client, list, number) {
    const { resource, resourceVersion, facts, options } = list;
    const path = `${list.path}${list.path.includes('?') ? '&' : '?'}itemsPerPage=${PAGE_SIZE}&pageNum=${number}`;
    try {
        const request = { method: 'GET', resource, path, resourceVersion, ...(facts && { facts }), ...options };
        return parsePage(client, list, await client.call(request));
    }
    catch (error) {
        // Callers go on without a list that they may not read. But this list may be read: its first page was.
        if (number > 1 && error instanceof AtlasApiError && NOT_PERMITTED.has(error.status)) {
            throw incompleteError(list, (0,safe_text/* safe */.gB) `page ${number} was refused with HTTP ${error.status}`);
        }
        throw error;
    }
}
async function convertItems(client, { resource, item, convert }, results, converted) {
    for (const [index, result] of results.entries()) {
        if (index % ITEMS_PER_TURN === ITEMS_PER_TURN - 1)
            await client.pause();
        converted.push(convert(parse({ client, resource, at: (0,safe_text/* safe */.gB) `results.${index}` }, item, result)));
    }
}
function incompleteError({ resource }, problem) {
    return new UnreadableResponseError((0,safe_text/* safe */.gB) `GET ${resource}: the list is incomplete: ${problem}. An incomplete list proves nothing.`);
}

// EXTERNAL MODULE: ./build/domain/limits.js
var limits = __webpack_require__(545);
;// CONCATENATED MODULE: ./build/atlas/endpoints/texts.js


/**
 * A name or word of a list, safe to show. A longer text is replaced by its length: to cut it could leave half a secret, and to look through
 * megabytes of it for secrets would take seconds.
 *
 * @returns '' if it is missing
 */
function nameOf(client, text, maxLength = limits/* MAX_NAME_LENGTH */.E) {
    if (!text)
        return (0,safe_text/* safe */.gB) ``;
    return text.length > maxLength ? (0,safe_text/* safe */.gB) `(${text.length} characters)` : client.sanitize(text, maxLength);
}
/** A time in milliseconds since 1970; undefined if it is missing or no time. */
function timeOf(text) {
    const time = Date.parse(text ?? '');
    return Number.isNaN(time) ? undefined : time;
}

;// CONCATENATED MODULE: ./build/atlas/endpoints/alerts.js





const configuration = schemas/* object */.Ikc({ eventTypeName: schemas_text, enabled: flag });
const alerts_alert = schemas/* object */.Ikc({ eventTypeName: schemas_text, status: schemas_text, clusterName: schemas_text });
async function listAlertConfigurations(client, projectId) {
    return await readList(client, {
        resource: (0,safe_text/* safe */.gB) `alertConfigs`,
        path: `/groups/${projectId}/alertConfigs`,
        resourceVersion: '2023-01-01',
        item: configuration,
        convert: ({ eventTypeName, enabled }) => ({ event: nameOf(client, eventTypeName), enabled: enabled === true }),
    });
}
async function listOpenAlerts(client, projectId) {
    const alerts = await readList(client, {
        resource: (0,safe_text/* safe */.gB) `alerts`,
        path: `/groups/${projectId}/alerts?status=OPEN`,
        resourceVersion: '2023-01-01',
        item: alerts_alert,
        convert: ({ status, eventTypeName, clusterName }) => ({
            isOpen: (status ?? 'OPEN') === 'OPEN',
            alert: { event: nameOf(client, eventTypeName), cluster: nameOf(client, clusterName) },
        }),
    });
    return alerts.flatMap(({ isOpen, alert: open }) => (isOpen ? [open] : []));
}

;// CONCATENATED MODULE: ./build/atlas/endpoints/clusters.js






const RESOURCE = (0,safe_text/* safe */.gB) `clusters`;
/** Atlas permits 50 shards with one specification each. */
const MAX_REPLICATION_SPECS = 500;
const MAX_REGION_CONFIGS = 100;
const cluster = schemas/* object */.Ikc({
    name: schemas_text,
    encryptionAtRestProvider: schemas_text,
    paused: flag,
    stateName: schemas_text,
    replicationSpecs: list,
});
const replicationSpec = schemas/* object */.Ikc({ regionConfigs: list });
const regionConfig = schemas/* object */.Ikc({ providerName: schemas_text, electableSpecs: schemas/* nullish */.cl6(schemas/* object */.Ikc({ instanceSize: schemas_text })) });
const KEY_PROVIDERS = new Set(['AWS', 'AZURE', 'GCP']);
const CLOUD_PROVIDERS = new Set(['AWS', 'AZURE', 'GCP', 'TENANT']);
const SHARED_SIZES = new Set(['M0', 'M2', 'M5']);
async function listClusters(client, projectId, options) {
    return await readList(client, {
        resource: RESOURCE,
        path: `/groups/${projectId}/clusters`,
        resourceVersion: '2024-08-05',
        item: cluster,
        convert: (item) => toCluster(client, item),
        options,
    });
}
async function getCluster(client, projectId, name, options) {
    const request = { ...clusterResource(projectId, name), resourceVersion: '2024-08-05', method: 'GET' };
    return readCluster(client, name, await client.call({ ...request, ...options }));
}
/** Version 2024-10-23 is the current one of this request; older ones are deprecated. */
async function patchCluster(client, { projectId, name, provider }, pendingChange) {
    const request = {
        ...clusterResource(projectId, name),
        resourceVersion: '2024-10-23',
        facts: { role: 'Project Cluster Manager' },
        method: 'PATCH',
        body: { encryptionAtRestProvider: provider },
        onlyOnce: true,
    };
    return readCluster(client, name, await client.call(request, pendingChange));
}
function clusterResource(projectId, name) {
    return { resource: (0,safe_text/* safe */.gB) `cluster ${name}`, path: `/groups/${projectId}/clusters/${encodeURIComponent(name)}` };
}
/** @throws UnreadableResponseError if it is not that cluster: any other object would read as "no key" */
function readCluster(client, name, response) {
    const read = toCluster(client, parse({ client, resource: RESOURCE }, cluster, response));
    if (read.name === name)
        return read;
    throw new UnreadableResponseError((0,safe_text/* safe */.gB) `cluster ${name}: Atlas's response is not about this cluster.`);
}
function toCluster(client, item) {
    const regions = regionsOf(client, item);
    const providerNames = new Set(regions.flatMap(({ providerName }) => (isCloudProvider(providerName) ? [providerName] : [])));
    const isSmall = regions.some(({ electableSpecs }) => SHARED_SIZES.has(electableSpecs?.instanceSize ?? ''));
    const provider = item.encryptionAtRestProvider;
    return {
        name: nameOf(client, item.name),
        // Anything that is not known to be a key is none.
        provider: isKeyProvider(provider) ? provider : 'NONE',
        paused: item.paused === true,
        state: nameOf(client, item.stateName),
        providerNames,
        isShared: providerNames.has('TENANT') || isSmall,
    };
}
function regionsOf(client, { replicationSpecs }) {
    const source = { client, resource: RESOURCE };
    const specs = parseItems({ ...source, at: (0,safe_text/* safe */.gB) `replicationSpecs` }, replicationSpec, replicationSpecs, MAX_REPLICATION_SPECS);
    return specs.flatMap(({ regionConfigs }) => parseItems({ ...source, at: (0,safe_text/* safe */.gB) `regionConfigs` }, regionConfig, regionConfigs, MAX_REGION_CONFIGS));
}
const isKeyProvider = (name) => KEY_PROVIDERS.has(name ?? '');
const isCloudProvider = (name) => CLOUD_PROVIDERS.has(name ?? '');

;// CONCATENATED MODULE: ./build/atlas/endpoints/encryption-at-rest.js






/** No field has more than 2048 characters by Atlas's specification. */
const MAX_VALUE_LENGTH = 4096;
/** Longer than any secret, in any encoding: so much more is searched for secrets before a value is cut. */
const MARGIN = 32 * 1024;
const fieldsOf = (fields) => fields.filter(({ secret }) => !secret).map(({ name, format }) => [name, format === 'boolean' ? flag : schemas_text]);
/** The document, with the fields that the provider table says Atlas returns. */
const encryption_at_rest_document = schemas/* object */.Ikc({
    ...Object.fromEntries(domain_providers/* PROVIDER_LIST */.Pj.map(({ atlasObject, fields }) => [
        atlasObject,
        schemas/* nullish */.cl6(schemas/* object */.Ikc({ enabled: flag, valid: flag, ...Object.fromEntries(fieldsOf(fields)) })),
    ])),
    enabledForSearchNodes: flag,
});
const MEMBERS = [...domain_providers/* PROVIDER_LIST */.Pj.map(({ atlasObject }) => atlasObject), 'enabledForSearchNodes'];
const encryption_at_rest_RESOURCE = (0,safe_text/* safe */.gB) `encryptionAtRest`;
/** The encryptionAtRest resource of a project. */
function encryptionAtRest(projectId, { envelope, pretty }) {
    const query = [envelope && 'envelope=true', pretty && 'pretty=true'].filter(Boolean).join('&');
    return {
        resource: encryption_at_rest_RESOURCE,
        path: `/groups/${projectId}/encryptionAtRest${query && `?${query}`}`,
        resourceVersion: '2023-01-01',
        enveloped: envelope,
    };
}
async function getEncryptionAtRest(client, resource) {
    return readDocument(client, resource, await client.call({ ...resource, method: 'GET' }));
}
async function patchEncryptionAtRest(client, resource, patch, pendingChange) {
    const request = { ...resource, method: 'PATCH', body: patch };
    return readDocument(client, resource, await client.call(request, pendingChange));
}
/** @throws NoDocumentError if it is no encryptionAtRest document: any other object would read as "nothing is enabled" */
function readDocument(client, { resource }, response) {
    if (!MEMBERS.some((member) => Object.hasOwn(response, member))) {
        const problem = (0,safe_text/* safe */.gB) `${resource}: the response has none of the documented members.`;
        throw new NoDocumentError(hints_sentences(problem, CHECK_PROXY));
    }
    const reported = parse({ client, resource }, encryption_at_rest_document, response);
    const shortened = {};
    for (const { atlasObject } of domain_providers/* PROVIDER_LIST */.Pj) {
        const block = reported[atlasObject];
        if (block && Object.values(block).some(isTooLong))
            shortened[atlasObject] = shorten(client, block);
    }
    return { ...reported, ...shortened };
}
const isTooLong = (value) => typeof value === 'string' && value.length > MAX_VALUE_LENGTH;
/** The object with only the beginning of each text that is too long, without the secrets that this run knows. */
function shorten(client, block) {
    const cut = (value) => {
        const head = client.redact(value.slice(0, MAX_VALUE_LENGTH + MARGIN));
        // A copy: V8 would keep all of the text that a slice was cut from.
        return Buffer.from(`${head.slice(0, MAX_VALUE_LENGTH - 1).toWellFormed()}\u2026`).toString();
    };
    return Object.fromEntries(Object.entries(block).map(([name, value]) => [name, isTooLong(value) ? cut(value) : value]));
}

;// CONCATENATED MODULE: ./build/atlas/endpoints/events.js






const events_event = schemas/* object */.Ikc({ eventTypeName: schemas_text, created: schemas_text, username: schemas_text, publicKey: schemas_text });
/** Atlas lists events newest first, so one item is enough. */
async function getLatestEvent(client, projectId, eventTypes, signal) {
    const query = new URLSearchParams(eventTypes.map((type) => ['eventType', type]));
    query.set('itemsPerPage', '1');
    const resource = (0,safe_text/* safe */.gB) `events`;
    const list = { resource, path: `/groups/${projectId}/events?${query.toString()}`, resourceVersion: '2023-01-01' };
    const { results, totalCount } = parsePage(client, list, await client.call({ ...list, method: 'GET', retries: 0, signal }));
    const [latest] = results;
    if (latest === undefined) {
        if (totalCount === 0)
            return undefined;
        throw new UnreadableResponseError((0,safe_text/* safe */.gB) `GET ${resource}: Atlas counts ${totalCount} items, but sent none.`);
    }
    return toEvent(client, parse({ client, resource, at: (0,safe_text/* safe */.gB) `results.0` }, events_event, latest));
}
function toEvent(client, { eventTypeName, created, username, publicKey }) {
    const key = nameOf(client, publicKey);
    const who = username ? nameOf(client, username) : key === '' ? null : (0,safe_text/* safe */.gB) `API key ${key}`;
    return { type: nameOf(client, eventTypeName), created: created ? nameOf(client, created) : null, who };
}

;// CONCATENATED MODULE: ./build/atlas/endpoints/private-endpoints.js






const private_endpoints_RESOURCE = (0,safe_text/* safe */.gB) `privateEndpoints`;
/** Atlas's own explanation of a failure. */
const MAX_MESSAGE_LENGTH = 1000;
const endpoint = schemas/* object */.Ikc({
    id: schemas_text,
    regionName: schemas_text,
    status: schemas_text,
    privateEndpointConnectionName: schemas_text,
    errorMessage: schemas_text,
});
/** None where neither the provider nor the version of the API has any. */
async function listPrivateEndpoints(client, projectId, provider) {
    if (!provider.hasPrivateEndpoints || client.apiVersion === 'v1.0')
        return [];
    return await readList(client, {
        ...endpointResource(projectId, provider),
        item: endpoint,
        convert: (item) => toEndpoint(client, item),
    });
}
async function getPrivateEndpoint(client, { projectId, provider, endpointId }, options) {
    const resource = endpointResource(projectId, provider, endpointId);
    const read = readEndpoint(client, await client.call({ ...resource, method: 'GET', ...options }));
    if (read.id === endpointId)
        return read;
    throw new UnreadableResponseError((0,safe_text/* safe */.gB) `${private_endpoints_RESOURCE}: Atlas's response is not about the endpoint ${endpointId}.`);
}
async function createPrivateEndpoint(client, { projectId, provider, region }, pendingChange) {
    const resource = endpointResource(projectId, provider);
    const request = { ...resource, method: 'POST', body: { regionName: region }, onlyOnce: true };
    const created = readEndpoint(client, await client.call(request, pendingChange));
    // Atlas may leave the region out of this response.
    return created.region === '' ? { ...created, region } : created;
}
async function deletePrivateEndpoint(client, { projectId, provider, endpointId }, pendingChange) {
    await client.command({ ...endpointResource(projectId, provider, endpointId), method: 'DELETE' }, pendingChange);
}
function endpointResource(projectId, { clusterProvider }, endpointId) {
    const list = `/groups/${projectId}/encryptionAtRest/${clusterProvider}/privateEndpoints`;
    const path = endpointId === undefined ? list : `${list}/${encodeURIComponent(endpointId)}`;
    return { resource: private_endpoints_RESOURCE, path, resourceVersion: '2023-01-01', facts: { role: 'Project Owner' } };
}
/** @throws UnreadableResponseError if it has no id or status: an endpoint without one cannot be waited for */
function readEndpoint(client, response) {
    const read = toEndpoint(client, parse({ client, resource: private_endpoints_RESOURCE }, endpoint, response));
    if (read.id !== '' && read.status !== '')
        return read;
    throw new UnreadableResponseError((0,safe_text/* safe */.gB) `${private_endpoints_RESOURCE}: Atlas's response has no id or no status.`);
}
function toEndpoint(client, item) {
    return {
        id: nameOf(client, item.id),
        region: nameOf(client, item.regionName),
        status: nameOf(client, item.status),
        connectionName: nameOf(client, item.privateEndpointConnectionName),
        errorMessage: item.errorMessage ? client.sanitize(item.errorMessage, MAX_MESSAGE_LENGTH) : (0,safe_text/* safe */.gB) ``,
    };
}

;// CONCATENATED MODULE: ./build/atlas/endpoints/projects.js






/** Atlas permits 50 tags. */
const MAX_TAGS = 200;
const tag = schemas/* object */.Ikc({ key: schemas_text, value: schemas_text });
const project = schemas/* object */.Ikc({ id: schemas_text, name: schemas_text, tags: list });
/** All projects of the organization, each once: one that is added meanwhile moves others to the next page. */
async function listProjects(client, organizationId) {
    const resource = (0,safe_text/* safe */.gB) `projects of the organization`;
    const listed = await readList(client, {
        resource,
        path: `/orgs/${organizationId}/groups`,
        resourceVersion: '2023-01-01',
        facts: { isAboutOrganization: true },
        item: project,
        convert: ({ id, name, tags }) => {
            // The id becomes part of a path.
            if (id == null || !/^[0-9a-f]{24}$/i.test(id)) {
                throw new UnreadableResponseError((0,safe_text/* safe */.gB) `GET ${resource}: Atlas's response has a project without a proper id.`);
            }
            return {
                id: client.sanitize(id.toLowerCase(), 24),
                name: nameOf(client, name),
                tags: parseItems({ client, resource, at: (0,safe_text/* safe */.gB) `tags` }, tag, tags, MAX_TAGS).map(({ key, value }) => ({
                    key: nameOf(client, key),
                    value: nameOf(client, value),
                })),
            };
        },
    });
    return [...new Map(listed.map((entry) => [entry.id, entry])).values()];
}
/** The name of one project; '' if it has none. */
async function getProjectName(client, projectId) {
    const resource = (0,safe_text/* safe */.gB) `project`;
    const request = { method: 'GET', resource, path: `/groups/${projectId}`, resourceVersion: '2023-01-01' };
    const { id, name } = parse({ client, resource }, project, await client.call(request));
    if (id?.toLowerCase() === projectId)
        return nameOf(client, name);
    throw new UnreadableResponseError((0,safe_text/* safe */.gB) `GET ${resource}: Atlas's response is not about this project.`);
}

;// CONCATENATED MODULE: ./build/atlas/endpoints/roles.js





const roles_RESOURCE = (0,safe_text/* safe */.gB) `cloudProviderAccess`;
const MAX_ROLES = 500;
/** The ARN of a role with the longest path and name that AWS permits has about 640 characters. */
const MAX_ARN_LENGTH = 700;
const access = schemas/* object */.Ikc({ awsIamRoles: list, azureServicePrincipals: list, gcpServiceAccounts: list });
const awsRole = schemas/* object */.Ikc({ roleId: schemas_text, iamAssumedRoleArn: schemas_text, authorizedDate: schemas_text });
const azurePrincipal = schemas/* object */.Ikc({ _id: schemas_text, servicePrincipalId: schemas_text });
const googleAccount = schemas/* object */.Ikc({ roleId: schemas_text, gcpServiceAccountForAtlas: schemas_text, status: schemas_text });
/** The list is not paginated. Roles without an id, which could not be used, are left out. */
async function listRoles(client, projectId) {
    const path = `/groups/${projectId}/cloudProviderAccess`;
    const response = await client.call({ method: 'GET', resource: roles_RESOURCE, path, resourceVersion: '2023-01-01' });
    const lists = parse({ client, resource: roles_RESOURCE }, access, response);
    const { awsIamRoles, azureServicePrincipals, gcpServiceAccounts } = lists;
    if (!awsIamRoles && !azureServicePrincipals && !gcpServiceAccounts) {
        throw new UnreadableResponseError((0,safe_text/* safe */.gB) `GET ${roles_RESOURCE}: Atlas's response has no list of roles.`);
    }
    const source = (at) => ({ client, resource: roles_RESOURCE, at });
    const roles = [
        ...parseItems(source((0,safe_text/* safe */.gB) `awsIamRoles`), awsRole, awsIamRoles, MAX_ROLES).map(awsRoleOf),
        ...parseItems(source((0,safe_text/* safe */.gB) `azureServicePrincipals`), azurePrincipal, azureServicePrincipals, MAX_ROLES).map(azureRoleOf),
        ...parseItems(source((0,safe_text/* safe */.gB) `gcpServiceAccounts`), googleAccount, gcpServiceAccounts, MAX_ROLES).map(googleRoleOf),
    ];
    return roles.flatMap(({ id, name, ...role }) => id == null ? [] : [{ ...role, id: checkedId(id), name: name ? nameOf(client, name, MAX_ARN_LENGTH) : null }]);
}
function awsRoleOf({ roleId, iamAssumedRoleArn, authorizedDate }) {
    return { provider: 'aws', id: roleId, name: iamAssumedRoleArn, isAuthorized: Boolean(authorizedDate) };
}
function azureRoleOf({ _id, servicePrincipalId }) {
    return { provider: 'azure', id: _id, name: servicePrincipalId, isAuthorized: null };
}
function googleRoleOf({ roleId, gcpServiceAccountForAtlas, status }) {
    return {
        provider: 'gcp',
        id: roleId,
        name: gcpServiceAccountForAtlas,
        isAuthorized: status ? status === 'COMPLETE' : null,
    };
}
/** @throws UnreadableResponseError if it is no id of Atlas's: it is sent back to Atlas as `roleId` */
function checkedId(id) {
    if (/^[a-f0-9]{24}$/i.test(id))
        return id.toLowerCase();
    throw new UnreadableResponseError((0,safe_text/* safe */.gB) `GET ${roles_RESOURCE}: Atlas's response has a role without a proper id.`);
}

;// CONCATENATED MODULE: ./build/atlas/endpoints/service-accounts.js




const service_accounts_RESOURCE = (0,safe_text/* safe */.gB) `service account`;
/** An account has two at most, by Atlas's documentation. */
const MAX_SECRETS = 100;
const account = schemas/* object */.Ikc({ secrets: schemas/* custom */.IeY(Array.isArray) });
const secret = schemas/* object */.Ikc({ expiresAt: schemas_text, lastUsedAt: schemas_text, maskedSecretValue: schemas_text });
/** The secrets of a service account of the project: when they expire, and their last characters. */
async function listServiceAccountSecrets(client, projectId, clientId) {
    const path = `/groups/${projectId}/serviceAccounts/${encodeURIComponent(clientId)}`;
    const response = await client.call({ method: 'GET', resource: service_accounts_RESOURCE, path, resourceVersion: '2024-08-05' });
    const { secrets } = parse({ client, resource: service_accounts_RESOURCE }, account, response);
    const items = parseItems({ client, resource: service_accounts_RESOURCE, at: (0,safe_text/* safe */.gB) `secrets` }, secret, secrets, MAX_SECRETS);
    return items.map(({ expiresAt, lastUsedAt, maskedSecretValue }) => ({
        expiresAt: timeOf(expiresAt),
        lastUsedAt: timeOf(lastUsedAt),
        lastFour: nameOf(client, maskedSecretValue?.slice(-4)),
    }));
}

;// CONCATENATED MODULE: ./build/atlas/create-atlas.js








/** The endpoints over one client. */
function createAtlas(client, options) {
    return {
        listProjects: (organizationId) => listProjects(client, organizationId),
        getProjectName: (projectId) => getProjectName(client, projectId),
        getEncryptionAtRest: (projectId) => getEncryptionAtRest(client, encryptionAtRest(projectId, options)),
        patchEncryptionAtRest: (projectId, patch, pendingChange) => patchEncryptionAtRest(client, encryptionAtRest(projectId, options), patch, pendingChange),
        listRoles: (projectId) => listRoles(client, projectId),
        listClusters: (projectId, look) => listClusters(client, projectId, look),
        getCluster: (projectId, name, look) => getCluster(client, projectId, name, look),
        patchCluster: (projectId, name, provider, pendingChange) => patchCluster(client, { projectId, name, provider }, pendingChange),
        listAlertConfigurations: (projectId) => listAlertConfigurations(client, projectId),
        listOpenAlerts: (projectId) => listOpenAlerts(client, projectId),
        getLatestEvent: (projectId, eventTypes, signal) => getLatestEvent(client, projectId, eventTypes, signal),
        listPrivateEndpoints: (projectId, provider) => listPrivateEndpoints(client, projectId, provider),
        getPrivateEndpoint: (projectId, provider, endpointId, look) => getPrivateEndpoint(client, { projectId, provider, endpointId }, look),
        createPrivateEndpoint: (projectId, provider, region, pendingChange) => createPrivateEndpoint(client, { projectId, provider, region }, pendingChange),
        deletePrivateEndpoint: (projectId, provider, endpointId, pendingChange) => deletePrivateEndpoint(client, { projectId, provider, endpointId }, pendingChange),
        listServiceAccountSecrets: (projectId, clientId) => listServiceAccountSecrets(client, projectId, clientId),
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/atlas/digest.js
// HTTP digest authentication (RFC 7616, RFC 2617). Own code, because no library both parses every challenge that a server
// may send and counts nonces as RFC 7616, 3.4 requires (hexadecimal, from 00000001, anew for each nonce).

const HASHES = { MD5: 'md5', 'SHA-256': 'sha256' };
const SEPARATORS = /[\s,]*/y;
const TOKEN = /[!#$%&'*+\-.^_`|~0-9A-Za-z]+/y;
const ASSIGNMENT = /[ \t]*=[ \t]*/y;
const QUOTED = /"((?:[^"\\]|\\[\s\S])*)"/y;
const BARE = /[^\s,"]+/y;
const TOKEN68 = /[ \t]+[A-Za-z0-9\-._~+/]+=*(?=[ \t]*(?:,|$))/y;
/**
 * Parses the values of all `WWW-Authenticate` headers of a response, in the order in which the server sent them. The time it
 * takes grows linearly with the text. What cannot be understood is skipped; nothing is thrown.
 */
function parseChallenges(headers) {
    return headers.flatMap(parseHeader);
}
function parseHeader(text) {
    const challenges = [];
    let position = 0;
    const take = (pattern) => {
        pattern.lastIndex = position;
        const match = pattern.exec(text);
        if (match === null)
            return undefined;
        position = pattern.lastIndex;
        return match;
    };
    while (position < text.length) {
        take(SEPARATORS);
        const token = take(TOKEN)?.[0];
        if (token === undefined) {
            position += 1;
        }
        else if (take(ASSIGNMENT)) {
            const value = take(QUOTED)?.[1]?.replace(/\\([\s\S])/g, '$1') ?? take(BARE)?.[0] ?? '';
            const parameters = challenges.at(-1)?.parameters;
            // The first of two parameters of one name counts, so that an appended one cannot replace it.
            if (parameters && !Object.hasOwn(parameters, token.toLowerCase()))
                parameters[token.toLowerCase()] = value;
        }
        else {
            challenges.push({ scheme: token.toLowerCase(), parameters: Object.create(null) });
            take(TOKEN68);
        }
    }
    return challenges;
}
/**
 * The first digest challenge that can be answered (servers list them by preference, RFC 7616, 3.7): MD5, SHA-256 or their
 * -sess forms, with `qop` absent or offering `auth`.
 */
function selectChallenge(challenges) {
    return challenges.find(({ scheme, parameters }) => {
        const { nonce, qop } = parameters;
        return scheme === 'digest' && nonce !== undefined && algorithmOf(parameters) !== undefined && offersAuth(qop);
    });
}
/** Whether the server says that the nonce was too old, and not that the credentials are wrong. */
function isStale(challenge) {
    return challenge.parameters.stale?.toLowerCase() === 'true';
}
function offersAuth(qop) {
    return !qop?.trim() || qop.split(',').some((option) => option.trim().toLowerCase() === 'auth');
}
function algorithmOf({ algorithm = 'MD5' }) {
    const hashName = HASHES[algorithm.replace(/-sess$/i, '').toUpperCase()];
    return hashName === undefined ? undefined : { hashName, isSession: /-sess$/i.test(algorithm) };
}
/**
 * A nonce of the server and the requests signed with it. The client nonce stays the same for all of them, so that servers
 * which compute the -sess key once and servers which compute it for each request agree (RFC 7616, 3.4.2).
 */
class NonceSession {
    nonce;
    /** The hash of the password and, for -sess, the session key. Each is as good as the password to this server. */
    keys;
    #hashName;
    #key;
    #clientNonce;
    /** Whether the count and the client nonce go into the response (`qop=auth`). */
    #isCounted;
    /** The fields that are the same in every request, as they stand in the header. */
    #fields;
    #count = 0;
    /**
     * @param challenge one that {@link selectChallenge} returned
     * @throws TypeError if it is another one
     */
    constructor(challenge, credentials, clientNonce = (0,external_node_crypto_.randomBytes)(16).toString('hex')) {
        const { realm = '', nonce = '', opaque, qop, algorithm } = challenge.parameters;
        const { username, password } = credentials;
        const { hashName, isSession } = algorithmOf(challenge.parameters);
        this.nonce = nonce;
        this.#hashName = hashName;
        this.#clientNonce = clientNonce;
        this.#isCounted = Boolean(qop?.trim());
        this.#fields = {
            identity: `Digest username=${quote(username)}, realm=${quote(realm)}, nonce=${quote(nonce)}`,
            algorithm: algorithm === undefined ? '' : `, algorithm=${algorithm}`,
            cnonce: this.#isCounted || isSession ? `, cnonce=${quote(clientNonce)}` : '',
            opaque: opaque === undefined ? '' : `, opaque=${quote(opaque)}`,
        };
        const plainKey = this.#hash(`${username}:${realm}:${password}`);
        this.#key = isSession ? this.#hash(`${plainKey}:${nonce}:${clientNonce}`) : plainKey;
        this.keys = isSession ? [plainKey, this.#key] : [plainKey];
    }
    /**
     * Signs the next request.
     *
     * @param uri path and query exactly as in the request line (Apache returns 400 for anything else)
     * @returns the `Authorization` header, and the response hash in it, which is to be masked
     */
    authorize(method, uri) {
        this.#count += 1;
        const count = this.#count.toString(16).padStart(8, '0');
        const counted = this.#isCounted ? `${count}:${this.#clientNonce}:auth:` : '';
        const response = this.#hash(`${this.#key}:${this.nonce}:${counted}${this.#hash(`${method}:${uri}`)}`);
        const { identity, algorithm, cnonce, opaque } = this.#fields;
        const counter = this.#isCounted ? `, qop=auth, nc=${count}` : '';
        const header = `${identity}, uri=${quote(uri)}${algorithm}${counter}${cnonce}, response=${quote(response)}${opaque}`;
        return { header, response };
    }
    #hash(text) {
        return (0,external_node_crypto_.hash)(this.#hashName, text, 'hex');
    }
}
const quote = (text) => `"${text.replace(/["\\]/g, '\\$&')}"`;

// EXTERNAL MODULE: ./build/atlas/pending-change.js
var pending_change = __webpack_require__(7368);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/atlas/transport.js








/** The limit for one attempt. Atlas calls the key provider before it responds to a PATCH. */
const ATTEMPT_MS = 60_000;
/** @param origin the only host that is ever contacted; redirects are not followed */
function createTransport(connection, origin, peer) {
    return async ({ method, path, headers, body, pendingChange }, signal) => {
        const options = { method, path, headers: { ...headers }, origin, ...(body && { body }) };
        pendingChange?.started();
        try {
            const response = await sendRequest(connection.dispatcher, options, signal);
            // Only the caller, who opens the envelope, knows whether it is a success.
            pendingChange?.settle(false);
            return response;
        }
        catch (error) {
            if (signal.aborted || error instanceof ResponseTimeoutError)
                void connection.drop();
            if (signal.aborted)
                throw signal.reason;
            const explained = toNetworkError(error, peer);
            const mayHaveSent = explained instanceof NetworkError ? explained.mayHaveSent : !(explained instanceof pending_change/* RequestNotSentError */.X);
            pendingChange?.connectionLost(mayHaveSent);
            throw explained;
        }
    };
}
async function sendRequest(dispatcher, options, signal) {
    const { status, headers, bytes } = await request(dispatcher, options, { signal, timeoutMs: ATTEMPT_MS, tooLarge });
    const text = (await decode(bytes, String(headers['content-encoding'] ?? ''))).toString('utf8');
    return { status, headers, text };
}
const DECODERS = { gzip: 'gunzip', 'x-gzip': 'gunzip', deflate: 'inflate', br: 'brotliDecompress' };
/** The action requests no compression, but a proxy may compress all the same. */
async function decode(bytes, contentEncoding) {
    const encoding = contentEncoding.trim().toLowerCase();
    if (encoding === '' || encoding === 'identity')
        return bytes;
    if (!Object.hasOwn(DECODERS, encoding)) {
        throw unreadable((0,safe_text/* safe */.gB) `Atlas sent a response in an unknown compression that was not requested.`);
    }
    // Loaded only here, since hardly any run needs it.
    const zlib = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8522, 19));
    const decoder = (0,external_node_util_.promisify)(zlib[DECODERS[encoding]]);
    try {
        return await decoder(bytes, { maxOutputLength: read_bounded/* MAX_RESPONSE_BYTES */.nB });
    }
    catch (error) {
        if (error.code === 'ERR_BUFFER_TOO_LARGE')
            throw tooLarge();
        throw unreadable((0,safe_text/* safe */.gB) `Atlas sent a compressed response that is broken.`);
    }
}
/** For a response past the limit. */
function tooLarge() {
    return unreadable((0,safe_text/* safe */.gB) `Atlas sent a response of more than ${read_bounded/* MAX_RESPONSE_BYTES */.nB / 1024 / 1024} MiB, or in too many pieces. It was not read.`);
}
const unreadable = (problem) => new errors/* ActionError */.lZ('PROTOCOL', hints_sentences(problem, CHECK_PROXY));

;// CONCATENATED MODULE: ./build/atlas/digest-interceptor.js








/**
 * An undici interceptor that answers digest challenges, one for each connection. It keeps the server's nonce for the requests that
 * follow, so that only the first request is sent twice. That one must not have a body, so that no body reaches a peer that
 * never asked for credentials, and a success without a challenge before it is an error: the server did not check the API key.
 *
 * A 401 on a nonce that was used before is answered once, with the new nonce (`stale=true`, or a different nonce without
 * it, as Jetty sends after a lost count). A 401 on the first use of a nonce is final and passed on.
 *
 * @param secrets given the keys, and the response hash of each request
 */
function digestInterceptor(credentials, secrets) {
    const authenticator = new Authenticator(credentials, secrets);
    return (dispatch) => (options, handler) => {
        const reused = authenticator.session;
        if (reused === undefined && options.body)
            throw bodyBeforeAuthenticationError();
        const renewal = (status, offered) => authenticator.renewal(reused, status, offered);
        const repeat = (renewed) => {
            authenticator.session = renewed;
            dispatch(authenticator.sign(options, renewed), handler);
        };
        const firstAttempt = reused === undefined ? options : authenticator.sign(options, reused);
        return dispatch(firstAttempt, new FirstAttempt(handler, renewal, repeat));
    };
}
/** The credentials on one connection, and the nonce that is in use there. */
class Authenticator {
    #credentials;
    #secrets;
    session;
    constructor(credentials, secrets) {
        this.#credentials = credentials;
        this.#secrets = secrets;
    }
    sign(options, session) {
        const { header, response } = session.authorize(options.method, options.path);
        this.#secrets.redactOnly(response);
        return { ...options, headers: { ...options.headers, authorization: header } };
    }
    /**
     * @param reused what the request was signed with, undefined if it was not signed
     * @param offered the challenge in the response
     * @returns the session to repeat the request with, or undefined if the response is passed on
     */
    renewal(reused, status, offered) {
        if (reused === undefined && succeeded({ status }))
            throw unauthenticatedSuccessError();
        if (status !== 401)
            return undefined;
        if (offered === undefined) {
            if (reused === undefined)
                throw unsupportedChallengeError();
            return undefined;
        }
        if (offered.parameters.nonce !== reused?.nonce)
            return this.#open(offered);
        return isStale(offered) ? reused : undefined;
    }
    #open(challenge) {
        const session = new NonceSession(challenge, this.#credentials);
        for (const key of session.keys)
            this.#secrets.protect(key);
        return session;
    }
}
function bodyBeforeAuthenticationError() {
    const problem = (0,safe_text/* safe */.gB) `Atlas did not ask for credentials, so it has not checked the API key, and the change was not sent.`;
    return new pending_change/* RequestNotSentError */.X('PROTOCOL', hints_sentences(problem, CHECK_PROXY));
}
function unauthenticatedSuccessError() {
    const problem = (0,safe_text/* safe */.gB) `Atlas responded without asking for credentials. It has not checked the API key, so the response is not trusted.`;
    return new errors/* ActionError */.lZ('PROTOCOL', hints_sentences(problem, CHECK_PROXY));
}
function unsupportedChallengeError() {
    const problem = (0,safe_text/* safe */.gB) `Atlas responded with 401 and without a digest challenge that this action accepts (MD5 or SHA-256, \`qop\` with \`auth\`).`;
    return new errors/* ActionError */.lZ('PROTOCOL', hints_sentences(problem, CHECK_PROXY));
}
/** Passes a response on to the next handler, unless it is a 401 that is answered: then that one is discarded. */
class FirstAttempt {
    #next;
    #renewal;
    #repeat;
    #renewed;
    #discardedBytes = 0;
    constructor(next, renewal, repeat) {
        this.#next = next;
        this.#renewal = renewal;
        this.#repeat = repeat;
    }
    onRequestStart(controller, context) {
        this.#next.onRequestStart?.(controller, context);
    }
    onResponseStart(...args) {
        const [, status, headers] = args;
        const challenges = parseChallenges([headers['www-authenticate'] ?? []].flat());
        this.#renewed = this.#renewal(status, selectChallenge(challenges));
        if (this.#renewed === undefined)
            this.#next.onResponseStart?.(...args);
    }
    onResponseData(controller, chunk) {
        if (this.#renewed === undefined)
            this.#next.onResponseData?.(controller, chunk);
        else
            this.#discardedBytes += chunk.length;
        if (this.#discardedBytes > read_bounded/* MAX_RESPONSE_BYTES */.nB)
            controller.abort(tooLarge());
    }
    onResponseEnd(...args) {
        if (this.#renewed === undefined)
            this.#next.onResponseEnd?.(...args);
        else
            this.#repeat(this.#renewed);
    }
    onResponseError(controller, error) {
        this.#next.onResponseError?.(controller, error);
    }
}

;// CONCATENATED MODULE: ./build/atlas/rate-limiter.js

/**
 * How fast all workers of a run together may send requests. Atlas limits the rate by endpoint and caller, so what one worker learns holds
 * for all: a 429 pauses them until the wait is over, then one goes first, and no more requests are in flight than Atlas says are
 * left (`RateLimit-Remaining`).
 */
class RateLimiter {
    #pausedUntil = 0;
    #maxInFlight = Number.POSITIVE_INFINITY;
    #inFlight = 0;
    #queue = [];
    /** Sends as soon as the limit permits. Rejects with the signal's reason if that is aborted while it waits. */
    async run(clock, signal, send) {
        await this.#acquire(clock, signal);
        try {
            const response = await send();
            this.#adapt(response);
            return response;
        }
        finally {
            this.#inFlight -= 1;
            this.#wakeAll();
        }
    }
    /** Pauses all workers for so long, at least. */
    pauseAll(ms, clock) {
        this.#pausedUntil = Math.max(this.#pausedUntil, clock.now() + ms);
    }
    async #acquire(clock, signal) {
        for (;;) {
            signal.throwIfAborted();
            const pausedMs = this.#pausedUntil - clock.now();
            if (pausedMs > 0)
                await clock.sleep(pausedMs, signal);
            else if (this.#inFlight >= this.#maxInFlight)
                await this.#nextChange(signal);
            else
                break;
        }
        // Without a wait after the check above: others wait for the same turn.
        this.#inFlight += 1;
    }
    #adapt(response) {
        if (response.status === 429) {
            this.#maxInFlight = 1;
            return;
        }
        const remaining = header(response, 'ratelimit-remaining') ?? '';
        // Where Atlas does not say, twice as many after each success.
        this.#maxInFlight = /^\d{1,9}$/.test(remaining) ? Math.max(1, Number(remaining)) : this.#maxInFlight * 2;
    }
    #nextChange(signal) {
        return new Promise((resolve, reject) => {
            const abort = () => reject(signal.reason);
            signal.addEventListener('abort', abort, { once: true });
            this.#queue.push(() => {
                signal.removeEventListener('abort', abort);
                resolve();
            });
        });
    }
    #wakeAll() {
        for (const wake of this.#queue.splice(0))
            wake();
    }
}

;// CONCATENATED MODULE: ./build/atlas/service-account.js







/** A token is replaced this long before it expires, so that it does not expire on its way. */
const RENEW_BEFORE_MS = 30_000;
/** Of a token whose response does not say how long it lives; Atlas's live an hour. */
const DEFAULT_LIFETIME_SECONDS = 3600;
/**
 * OAuth 2 client credentials as Atlas's service accounts use them: one token for all workers of the run, fetched when it is
 * first needed, replaced at most once a request when it is refused, and revoked at the end, since an account may have 100
 * live ones.
 */
class ServiceAccount {
    #run;
    #retries;
    #basic;
    #issued = [];
    /** Requests, over all their attempts, that a new token was fetched for. */
    #renewedFor = new WeakSet();
    #expiresAt = 0;
    /** The fetch that all workers wait for. It stays if Atlas refused the account itself. */
    #fetching;
    constructor(credentials, retries, run) {
        this.#run = run;
        this.#retries = retries;
        // RFC 6749, 2.3.1: both are form-encoded before they are joined.
        const pair = [credentials.clientId, credentials.clientSecret].map(formEncode).join(':');
        this.#basic = Buffer.from(pair).toString('base64');
        run.secrets.protect(formEncode(credentials.clientSecret));
        run.secrets.protect(this.#basic);
    }
    over(transport) {
        return async (request, signal) => {
            const token = await this.#token(transport);
            const response = await sendWithToken(token, request, transport, signal);
            if (this.#renewedFor.has(request) || !(await isTokenRefused(request, response)))
                return response;
            this.#renewedFor.add(request);
            return await sendWithToken(await this.#token(transport, token), request, transport, signal);
        };
    }
    async close(cleanupSignal) {
        for (const { token, transport } of this.#issued.splice(0)) {
            try {
                await this.#post('revoke', `token=${formEncode(token)}&token_type_hint=access_token`, transport, cleanupSignal);
            }
            catch {
                // The token expires within the hour, and the verdict of the run does not depend on it.
            }
        }
    }
    /** @param refused the token that Atlas did not accept; another worker may have replaced it already */
    async #token(transport, refused) {
        const latest = this.#issued.at(-1)?.token;
        if (latest !== undefined && latest !== refused && this.#run.clock.now() < this.#expiresAt)
            return latest;
        this.#fetching ??= this.#fetchToken(transport).then((token) => {
            this.#fetching = undefined;
            return token;
        }, (error) => {
            const isFinal = error instanceof AtlasApiError && [400, 401, 403].includes(error.status);
            if (!isFinal)
                this.#fetching = undefined;
            // A plain error: the attempts are used up, so the request that needs the token is not repeated on top.
            throw error instanceof errors/* ActionError */.lZ && !(error instanceof errors/* RunEndError */.fi)
                ? new errors/* ActionError */.lZ(error.code, error.parts)
                : error;
        });
        return await this.#fetching;
    }
    async #fetchToken(transport) {
        const request = {
            label: (0,safe_text/* safe */.gB) `POST oauth/token`,
            facts: { isChange: false, credentials: 'service-account' },
            retries: this.#retries,
        };
        const response = await withRetries(request, this.#run, async () => readOAuthResponse(await this.#post('token', 'grant_type=client_credentials', transport, this.#run.signal)));
        const { token, lifetimeSeconds } = readToken(response);
        this.#run.secrets.protect(token);
        this.#issued.push({ token, transport });
        this.#expiresAt = this.#run.clock.now() + lifetimeSeconds * 1000 - RENEW_BEFORE_MS;
        return token;
    }
    #post(endpoint, body, transport, signal) {
        const headers = {
            accept: 'application/json',
            'content-type': 'application/x-www-form-urlencoded',
            authorization: `Basic ${this.#basic}`,
        };
        return transport({ method: 'POST', path: `/api/oauth/${endpoint}`, headers, body }, signal);
    }
}
/** Whether Atlas refused the token. Only a 401 or an envelope is worth reading twice: here, and by the client. */
async function isTokenRefused({ enveloped = false }, response) {
    return (response.status === 401 || enveloped) && refusesToken(await readResponse(response, enveloped));
}
/** @throws ActionError `PROTOCOL` if the response holds no token that can be used and masked */
function readToken({ document }) {
    const issued = accessToken.safeParse(document).data;
    if (issued === undefined) {
        throw new errors/* ActionError */.lZ('PROTOCOL', (0,safe_text/* safe */.gB) `The response to the token request does not contain an Atlas access token.`);
    }
    return { token: issued.access_token, lifetimeSeconds: issued.expires_in ?? DEFAULT_LIFETIME_SECONDS };
}
const formEncode = (text) => new URLSearchParams({ _: text }).toString().slice(2);

;// CONCATENATED MODULE: ./build/atlas/session.js











/** @throws ActionError `INPUT` if the proxy variable of the environment is not the URL of a proxy */
async function openAtlasSession(settings, env, run) {
    const { credentials, baseUrl, apiVersion, envelope, pretty, retries } = settings;
    const { origin } = baseUrl;
    const open = await (0,connect/* connector */.M)(origin, env, run.secrets);
    setV8Flags();
    const peer = describePeer(origin, env, run);
    const digestSecrets = { protect: protectOnce(run), redactOnly: (hash) => run.secrets.redactOnly(hash) };
    const authentication = authenticationFor(settings, run);
    const shared = {
        apiVersion,
        credentials: credentials.kind,
        retries,
        rateLimiter: new RateLimiter(),
        sunset: undefined,
    };
    const connections = [];
    return {
        openConnection: () => {
            // Each worker has a nonce of its own, so that its counts do not overtake those of another.
            const interceptors = credentials.kind === 'api-key' ? [digestInterceptor(credentials, digestSecrets)] : [];
            const connection = new connect/* Connection */.N(open, interceptors);
            connections.push(connection);
            const send = authentication.over(createTransport(connection, origin, peer));
            return (workerRun) => createAtlas(new AtlasClient(send, shared, workerRun), { envelope, pretty });
        },
        close: async (cleanupSignal) => {
            await authentication.close(cleanupSignal);
            await Promise.all(connections.map((connection) => connection.drop()));
        },
    };
}
function authenticationFor({ credentials, retries }, run) {
    switch (credentials.kind) {
        case 'api-key':
            return digestAuthentication;
        case 'access-token':
            return accessTokenAuthentication(credentials);
        case 'service-account':
            return new ServiceAccount(credentials, retries, run);
    }
}
function describePeer(origin, env, { secrets }) {
    const { host, hostname } = new URL(origin);
    const variable = (0,loopback/* isLoopback */.U)(hostname) ? undefined : (0,proxy_settings/* proxyVariable */.rw)(origin, env);
    return { host: secrets.sanitize(host), proxyVariable: variable, secrets };
}
/** Registers each secret once: all workers derive the same keys, and each registration prints a line. */
function protectOnce({ secrets }) {
    const known = new Set();
    return (secret) => {
        if (known.has(secret))
            return;
        known.add(secret);
        secrets.protect(secret);
    };
}

// EXTERNAL MODULE: ./build/modes/project-state.js
var project_state = __webpack_require__(3858);
// EXTERNAL MODULE: ./build/domain/result.js
var domain_result = __webpack_require__(4424);
// EXTERNAL MODULE: ./build/domain/reported.js
var domain_reported = __webpack_require__(7298);
;// CONCATENATED MODULE: ./build/domain/patch.js


/**
 * The smallest change from what Atlas reports to what is desired; `{}` when there is nothing to send.
 *
 * - Provider not enabled, but to be enabled: all given fields with `enabled: true` (Atlas requires all of them at once).
 * - Enabled: the differing fields, plus given secrets, which Atlas never returns and so may always differ, together with the
 *   other static credentials given.
 * - Enabled, but to be disabled: `enabled: false` alone; Atlas then removes the provider's settings.
 */
function minimalPatch(desired, reported, comparisons) {
    const patch = {};
    for (const provider of desired.providers) {
        const fields = fieldsToSend(provider, reported, comparisons);
        if (Object.keys(fields).length > 0)
            patch[domain_providers/* PROVIDERS */.xq[provider.provider].atlasObject] = fields;
    }
    const searchNodes = comparisons.find(({ field }) => field === 'enabledForSearchNodes');
    if (searchNodes?.verdict === 'differs')
        patch.enabledForSearchNodes = searchNodes.expected === true;
    return patch;
}
function isEmpty(patch) {
    return Object.keys(patch).length === 0;
}
/** The name of what the patch does, given what Atlas reported before it. */
function changeBy(patch, desired, reported) {
    if (isEmpty(patch))
        return 'unchanged';
    const switched = desired.providers.filter(({ provider, enabled }) => (0,domain_reported/* providerState */.J)(reported, provider).enabled !== enabled);
    if (switched.some(({ enabled }) => enabled))
        return 'created';
    return switched.length > 0 ? 'disabled' : 'updated';
}
/**
 * The fields that were sent, but that Atlas still reports with another value.
 *
 * @param comparisons of what is desired with what Atlas reports after the patch
 */
function notApplied(patch, comparisons) {
    return comparisons.filter(({ provider, field, verdict }) => {
        if (verdict !== 'differs')
            return false;
        if (provider === null)
            return patch.enabledForSearchNodes !== undefined;
        return patch[domain_providers/* PROVIDERS */.xq[provider].atlasObject]?.[field] !== undefined;
    });
}
function fieldsToSend({ provider, enabled: isToBeEnabled, fields: given }, reported, comparisons) {
    const { enabled } = (0,domain_reported/* providerState */.J)(reported, provider);
    if (!isToBeEnabled)
        return enabled ? { enabled: false } : {};
    if (!enabled)
        return { enabled: true, ...given };
    const table = domain_providers/* PROVIDERS */.xq[provider].fields;
    const sendsSecret = table.some(({ name, secret }) => secret && given[name] !== undefined);
    const differing = new Set(comparisons.filter((c) => c.provider === provider && c.verdict === 'differs').map(({ field }) => field));
    const sent = table.filter(({ name, staticCredential }) => given[name] !== undefined && (differing.has(name) || (staticCredential && sendsSecret)));
    return Object.fromEntries(sent.map(({ name }) => [name, given[name]]));
}

// EXTERNAL MODULE: ./build/domain/named.js
var named = __webpack_require__(5012);
;// CONCATENATED MODULE: ./build/modes/optional-lookup.js


/** The verdict is known already, so more details are not worth a longer wait. */
const MAX_LOOKUP_MS = 5000;
/** So much earlier than the run's `timeout` a look-up ends: it is no reason to time out. */
const MARGIN_MS = 500;
/**
 * Looks up details that change no verdict. Never a reason to fail: what cannot be read in time is left out.
 *
 * @param lookUp ends when its signal is aborted
 * @returns null if it did not succeed
 * @throws ActionError only when the run itself ends
 */
async function optionalLookup({ clock, signal, deadline }, lookUp) {
    const finished = new AbortController();
    const tooLate = new AbortController();
    const maxMs = Math.max(0, Math.min(MAX_LOOKUP_MS, deadline - clock.now() - MARGIN_MS));
    clock.sleep(maxMs, finished.signal).then(() => tooLate.abort(new errors/* RunEndError */.fi('TIMEOUT', (0,safe_text/* safe */.gB) `The details took too long.`)), () => undefined);
    try {
        return await lookUp(tooLate.signal);
    }
    catch {
        signal.throwIfAborted();
        return null;
    }
    finally {
        finished.abort();
    }
}

;// CONCATENATED MODULE: ./build/modes/at-risk.js





/**
 * Finds out which clusters use a key that is not valid, and since when it is not. Does nothing if every enabled target has a
 * valid key.
 *
 * @throws ActionError only when the run itself ends
 */
async function lookUpAtRisk({ atlas, run, state }, { id, ...desired }) {
    if (state.reported === null || run.signal.aborted)
        return;
    const invalid = (0,domain_result/* targets */.zV)({ id, ...desired }, state.reported)
        .filter(({ enabled, valid }) => enabled && !valid)
        .map(({ provider }) => domain_providers/* PROVIDERS */.xq[provider].clusterProvider);
    if (invalid.length === 0)
        return;
    const events = [
        ...invalid.map((provider) => `${provider}_ENCRYPTION_KEY_INVALID`),
        'ENCRYPTION_AT_REST_CONFIG_NO_LONGER_VALID',
        'ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED',
    ];
    let clusters = [];
    let since = null;
    await optionalLookup(run, async (signal) => {
        // Each on its own: one that cannot be read does not keep the other from being shown.
        const found = await Promise.allSettled([
            atlas.listClusters(id, { retries: 0, signal }),
            atlas.getLatestEvent(id, events, signal),
        ]);
        const [list, event] = found;
        if (list.status === 'fulfilled') {
            clusters = list.value.filter(({ provider }) => invalid.some((used) => used === provider)).map(({ name }) => name);
        }
        if (event.status === 'fulfilled')
            since = event.value?.created ?? null;
    });
    run.signal.throwIfAborted();
    if (clusters.length === 0 && since === null)
        return;
    state.atRisk = { clusters, since };
    if (clusters.length > 0) {
        run.emit({ type: 'note', text: (0,safe_text/* safe */.gB) `These clusters use a key that is not valid: ${(0,named/* named */.K)(clusters)}` });
    }
}

// EXTERNAL MODULE: ./build/domain/private-endpoints.js
var private_endpoints = __webpack_require__(7445);
;// CONCATENATED MODULE: ./build/modes/pending-wait.js





const FIRST_WAIT_MS = 10_000;
const MAX_WAIT_MS = 60_000;
const GROWTH = 1.5;
/** The log says at most so often that something is still pending. */
const LOG_INTERVAL_MS = 60_000;
/**
 * Looks again and again, after 10 s and then at growing intervals of up to 60 s, until it is done. A look that fails for a
 * reason that may pass is repeated; so is the log line, once a minute.
 *
 * @throws ActionError when the time is over, when it is gone, when a look is refused, or when the run ends: then it names what
 * was pending
 */
async function waitUntilDone(run, pending) {
    const { clock, signal } = run;
    const startedAt = clock.now();
    let loggedAt = startedAt;
    let last;
    let failure;
    for (let waitMs = FIRST_WAIT_MS;; waitMs = Math.min(waitMs * GROWTH, MAX_WAIT_MS)) {
        const left = startedAt + pending.maxMs - clock.now();
        if (left <= 0)
            throw failure === undefined ? pending.onTimeout(last) : pending_wait_named(failure, pending.label);
        try {
            await clock.sleep(Math.min(waitMs, left), signal);
            last = await pending.look();
            failure = undefined;
            if (last.isDone)
                return last.value;
        }
        catch (error) {
            if (error instanceof AtlasApiError && error.status === 404) {
                const gone = pending.onGone(error);
                if (gone instanceof errors/* ActionError */.lZ)
                    throw gone;
                return gone;
            }
            failure = pending_wait_transient(error, pending.label);
        }
        const now = clock.now();
        if (now - loggedAt < LOG_INTERVAL_MS)
            continue;
        loggedAt = now;
        const state = failure === undefined ? (last?.state ?? (0,safe_text/* safe */.gB) `not known`) : (0,safe_text/* safe */.gB) `no response (${failure.code})`;
        run.emit({
            type: 'note',
            text: (0,safe_text/* safe */.gB) `Waiting for ${pending.label}: ${state}, ${(0,sentences/* durationText */.S5)(now - startedAt)} so far`,
        });
    }
}
/** @returns the error if it may pass @throws any other error, naming what was pending */
function pending_wait_transient(error, label) {
    if (!(error instanceof errors/* ActionError */.lZ))
        throw error;
    if (error instanceof errors/* RunEndError */.fi) {
        throw error.withAdvice((0,safe_text/* safe */.gB) `At that time ${label} was still pending. Atlas continues on its own, and the same apply can be run again.`);
    }
    if (error instanceof NetworkError && error.retryable)
        return error;
    const status = statusOf(error) ?? 0;
    if (status === 429 || status >= 500)
        return error;
    throw pending_wait_named(error, label);
}
function pending_wait_named(error, label) {
    const { what, ...parts } = error.parts;
    return new errors/* ActionError */.lZ(error.code, { ...parts, what: (0,safe_text/* safe */.gB) `While waiting for ${label}: ${what}` });
}

;// CONCATENATED MODULE: ./build/modes/lost-change.js



/** Right after a change Atlas may still show what was before, so an earlier look proves nothing. */
const FIRST_LOOK_MS = 10_000;
/** Whether Atlas may have carried out a change although its response did not come: Atlas has to be asked before it is sent again. */
function isLost(error) {
    if (error instanceof NetworkError)
        return error.mayHaveSent;
    return isGatewayFailure(statusOf(error) ?? 0);
}
/**
 * Waits until a look can show whether a change was carried out whose response was lost. Until then, the state is unknown.
 *
 * @param label the change, for the log
 */
async function waitBeforeLook({ run, state }, label) {
    state.pendingChange.connectionLost(true);
    const seconds = FIRST_LOOK_MS / 1000;
    const text = (0,safe_text/* safe */.gB) `The response to the ${label} was lost. Checking in ${seconds} s whether Atlas received the request`;
    run.emit({ type: 'note', text });
    await run.clock.sleep(FIRST_LOOK_MS, run.signal);
}

// EXTERNAL MODULE: ./build/domain/clusters.js
var domain_clusters = __webpack_require__(4718);
// EXTERNAL MODULE: ./build/domain/compare.js
var compare = __webpack_require__(170);
// EXTERNAL MODULE: ./build/domain/redact.js
var redact = __webpack_require__(4820);
;// CONCATENATED MODULE: ./build/domain/requirements.js




/**
 * A key-rotation alert is enabled for the named providers, or with none named for every enabled one.
 *
 * @param providers names of the providers that the workflow names
 */
function rotationAlert(configurations, providers, reported) {
    const condition = 'rotation-alert';
    const checked = providers.length > 0 ? providers : enabledProviders(reported);
    if (checked.length === 0)
        return { condition, held: false, detail: (0,safe_text/* safe */.gB) `No provider is enabled.` };
    const missing = checked
        .map((provider) => (0,safe_text/* safe */.gB) `${domain_providers/* PROVIDERS */.xq[provider].clusterProvider}_ENCRYPTION_KEY_NEEDS_ROTATION`)
        .filter((event) => !configurations.some((alert) => alert.enabled && alert.event === event));
    if (missing.length === 0) {
        return { condition, held: true, detail: (0,safe_text/* safe */.gB) `A key-rotation alert is enabled for ${titles(checked)}.` };
    }
    const events = (0,safe_text/* joinSafe */.e)(missing, (0,safe_text/* safe */.gB) `, `);
    return {
        condition,
        held: false,
        detail: (0,safe_text/* safe */.gB) `No alert is enabled for ${events}. Add it in the project's alert settings.`,
    };
}
/** No open alert is about a key or the configuration of encryption at rest, of any provider. */
function noOpenAlerts(alerts) {
    const condition = 'no-open-alerts';
    const found = alerts.filter(({ event }) => /^((AWS|AZURE|GCP)_ENCRYPTION_KEY_|ENCRYPTION_AT_REST_)/.test(event));
    if (found.length === 0)
        return { condition, held: true, detail: (0,safe_text/* safe */.gB) `No alert about encryption at rest is open.` };
    const list = (0,named/* named */.K)(found.map(({ event, cluster }) => (cluster === '' ? event : (0,safe_text/* safe */.gB) `${event} (${cluster})`)));
    return { condition, held: false, detail: (0,safe_text/* safe */.gB) `Open: ${list}.` };
}
/** No enabled provider uses static credentials. Google's key is never shown, so for Google no role means a key. */
function roleBasedAuth(reported) {
    const condition = 'role-based-auth';
    const isReported = (provider, field) => Boolean((0,domain_reported/* reportedProvider */.a)(reported, provider)[field]);
    const withStatics = enabledProviders(reported).filter((provider) => {
        if (provider === 'aws')
            return isReported(provider, 'accessKeyID');
        const isStatic = provider === 'gcp' || isReported(provider, 'clientID');
        return isStatic && !isReported(provider, 'roleId');
    });
    if (withStatics.length === 0) {
        return { condition, held: true, detail: (0,safe_text/* safe */.gB) `No enabled provider uses static credentials.` };
    }
    const detail = (0,safe_text/* safe */.gB) `Static credentials: ${titles(withStatics)}. Set a role instead (this cannot be undone).`;
    return { condition, held: false, detail };
}
/** Every enabled AWS or Azure provider has the setting; Google has no such setting. The endpoints are another condition. */
function privateNetworking(reported) {
    const condition = 'private-networking';
    const open = enabledProviders(reported).filter((provider) => (0,domain_providers/* fieldOf */._F)(provider, 'requirePrivateNetworking') !== undefined &&
        (0,domain_reported/* reportedProvider */.a)(reported, provider).requirePrivateNetworking !== true);
    const scope = (0,safe_text/* safe */.gB) `This checks the setting only; private-endpoints checks the endpoints.`;
    return open.length === 0
        ? { condition, held: true, detail: (0,safe_text/* safe */.gB) `Every enabled AWS or Azure provider requires private networking. ${scope}` }
        : { condition, held: false, detail: (0,safe_text/* safe */.gB) `requirePrivateNetworking is off: ${titles(open)}. ${scope}` };
}
/**
 * Every enabled AWS or Azure provider has at least one private endpoint, and each of its endpoints is active.
 *
 * @param endpoints by provider, for every enabled provider that can have some
 */
function privateEndpoints(endpoints) {
    const condition = 'private-endpoints';
    if (endpoints.size === 0) {
        return { condition, held: true, detail: (0,safe_text/* safe */.gB) `No enabled provider can have private endpoints.` };
    }
    const problems = [...endpoints].flatMap(([provider, list]) => {
        const { title } = domain_providers/* PROVIDERS */.xq[provider];
        if (list.length === 0)
            return [(0,safe_text/* safe */.gB) `${title} has none`];
        const inactive = list.filter(({ status }) => status !== 'ACTIVE');
        return inactive.length === 0
            ? []
            : [(0,safe_text/* safe */.gB) `${title}: ${(0,named/* named */.K)(inactive.map(({ region, status }) => (0,safe_text/* safe */.gB) `${region} is ${status}`))}`];
    });
    if (problems.length > 0)
        return { condition, held: false, detail: (0,safe_text/* safe */.gB) `${(0,safe_text/* joinSafe */.e)(problems, (0,safe_text/* safe */.gB) `; `)}.` };
    const counts = [...endpoints].map(([provider, list]) => (0,safe_text/* safe */.gB) `${domain_providers/* PROVIDERS */.xq[provider].title}: ${list.length}`);
    return { condition, held: true, detail: (0,safe_text/* safe */.gB) `Every private endpoint is ACTIVE (${(0,safe_text/* joinSafe */.e)(counts, (0,safe_text/* safe */.gB) `, `)}).` };
}
/** Dedicated search nodes are encrypted with the key. */
function searchNodes(reported) {
    const held = reported.enabledForSearchNodes === true;
    const detail = held
        ? (0,safe_text/* safe */.gB) `enabledForSearchNodes is true: dedicated search nodes are encrypted with the key.`
        : (0,safe_text/* safe */.gB) `enabledForSearchNodes is not true: dedicated search nodes are not encrypted with the key.`;
    return { condition: 'search-nodes', held, detail };
}
/** No provider is enabled other than the named ones; with none named, at most one is. */
function noOtherProvider(providers, reported) {
    const condition = 'no-other-provider';
    const enabled = enabledProviders(reported);
    if (providers.length === 0) {
        return enabled.length <= 1
            ? { condition, held: true, detail: (0,safe_text/* safe */.gB) `At most one provider is enabled.` }
            : { condition, held: false, detail: (0,safe_text/* safe */.gB) `More than one provider is enabled: ${titles(enabled)}.` };
    }
    const others = enabled.filter((provider) => !providers.includes(provider));
    return others.length === 0
        ? { condition, held: true, detail: (0,safe_text/* safe */.gB) `No provider is enabled other than ${titles(providers)}.` }
        : { condition, held: false, detail: (0,safe_text/* safe */.gB) `Also enabled: ${titles(others)}.` };
}
/** Names of the providers that Atlas reports as enabled. */
function enabledProviders(reported) {
    return domain_providers/* PROVIDER_LIST */.Pj.map(({ name }) => name).filter((name) => (0,domain_reported/* providerState */.J)(reported, name).enabled);
}
const titles = (providers) => (0,safe_text/* joinSafe */.e)(providers.map((name) => domain_providers/* PROVIDERS */.xq[name].title), (0,safe_text/* safe */.gB) `, `);

;// CONCATENATED MODULE: ./build/domain/unmanaged.js



/** What is enabled in Atlas, but not mentioned by the workflow: no drift, but worth a line each. */
function unmanagedSettings(desired, reported) {
    const named = desired.providers.map(({ provider }) => provider);
    const others = enabledProviders(reported).filter((provider) => !named.includes(provider));
    const notes = others.map((provider) => (0,safe_text/* safe */.gB) `${domain_providers/* PROVIDERS */.xq[provider].title} is enabled too, and not managed by this workflow.`);
    if (reported.enabledForSearchNodes === true && desired.enabledForSearchNodes === undefined) {
        notes.push((0,safe_text/* safe */.gB) `Encryption of search nodes (enabledForSearchNodes) is on, and not managed by this workflow.`);
    }
    return notes;
}
/** What a change costs that Atlas does not ask about. Source: changelogs of MongoDB's Terraform modules for Atlas. */
function sideEffects(patch) {
    return patch.enabledForSearchNodes === undefined
        ? []
        : [(0,safe_text/* safe */.gB) `Switching enabledForSearchNodes makes Atlas provision new search nodes and rebuild their indexes.`];
}

;// CONCATENATED MODULE: ./build/modes/read-resources.js





/** The project's clusters, asked for once. */
async function listClustersOnce({ run, atlas, state }, projectId) {
    if (state.clusterList !== undefined)
        return state.clusterList;
    const clusters = await atlas.listClusters(projectId);
    state.clusterList = clusters;
    state.clustersListedAt = run.clock.now();
    return clusters;
}
/** The clusters that the workflow names. Asks Atlas only if it names some. */
async function readTargets(context, { id, providers }) {
    if (providers.every((provider) => provider.clusters === undefined))
        return [];
    const clusters = await listClustersOnce(context, id);
    const targets = providers.flatMap((provider) => (0,domain_clusters/* clusterTargets */.V6)(provider, clusters));
    const shared = providers.flatMap((provider) => (0,domain_clusters/* leftOut */.ig)(provider, clusters));
    if (shared.length > 0) {
        const text = (0,safe_text/* safe */.gB) `Shared clusters cannot have a key and are left out: ${(0,named/* named */.K)(shared)}`;
        context.run.emit({ type: 'note', text });
    }
    context.state.clusters = targets.map(domain_clusters/* clusterStatus */.r_);
    return targets;
}
/** The private endpoints of the providers for which the workflow names regions. Asks Atlas only about those. */
async function readEndpoints(context, { id, providers }) {
    const { run, atlas, state } = context;
    const endpoints = new Map();
    for (const desired of providers) {
        const { provider, enabled, privateEndpointRegions } = desired;
        if (privateEndpointRegions === undefined)
            continue;
        const list = await atlas.listPrivateEndpoints(id, domain_providers/* PROVIDERS */.xq[provider]);
        endpoints.set(provider, list);
        const regions = privateEndpointRegions.map((region) => (0,private_endpoints/* endpointStatus */.WR)(provider, region, (0,private_endpoints/* endpointIn */.BT)(region, list)));
        state.privateEndpoints = [...state.privateEndpoints, ...regions];
        const others = (0,private_endpoints/* otherEndpoints */.NG)(desired, list);
        if (others.length === 0 || !enabled)
            continue;
        const where = (0,named/* named */.K)(others.map(({ region }) => region));
        run.emit({ type: 'note', text: (0,safe_text/* safe */.gB) `Private endpoints in other regions are left unchanged: ${where}` });
    }
    return endpoints;
}

// EXTERNAL MODULE: ./build/domain/desired.js
var desired = __webpack_require__(7775);
;// CONCATENATED MODULE: ./build/domain/required-fields.js


/** How messages name a field: by its input, or for the config file by its path. */
function fieldLabel({ atlasObject }, { name, input }, fromFile = false) {
    return fromFile ? (0,safe_text/* safe */.gB) `\`${atlasObject}.${name}\`` : (0,safe_text/* safe */.gB) `\`${input}\``;
}
/**
 * The labels of what is missing to enable a provider that Atlas reports as not enabled, the alternatives for its credentials
 * as one entry. Empty if nothing is missing.
 *
 * Source: "Atlas requires all fields" of the provider on its first PATCH (MongoDB's OpenAPI specification v2,
 * updateEncryptionAtRest).
 */
function missingToEnable({ provider, fields, roleName }, fromFile = false) {
    const table = domain_providers/* PROVIDERS */.xq[provider];
    const label = (field) => fieldLabel(table, field, fromFile);
    const missing = table.fields
        .filter(({ name, neededToEnable }) => neededToEnable && fields[name] === undefined)
        .map(label);
    if (fields.roleId !== undefined || roleName !== undefined)
        return missing;
    const statics = table.fields.filter(({ staticCredential }) => staticCredential);
    const absent = statics.filter(({ name }) => fields[name] === undefined);
    if (absent.length === 0)
        return missing;
    const isPartial = absent.length < statics.length;
    return [...missing, isPartial ? (0,safe_text/* joinSafe */.e)(absent.map(label), (0,safe_text/* safe */.gB) ` and `) : credentialChoice(table, label)];
}
/** `aws-role-id` or \u2026 (or \u2026): the ways to give a provider's credentials, roles first. */
function credentialChoice({ fields, roleName }, label) {
    const roles = [...fields.filter((field) => field.name === 'roleId'), roleName];
    const statics = fields.filter(({ staticCredential }) => staticCredential);
    return (0,safe_text/* safe */.gB) `${(0,safe_text/* joinSafe */.e)(roles.map(label), (0,safe_text/* safe */.gB) ` or `)} (or ${(0,safe_text/* joinSafe */.e)(statics.map(label), (0,safe_text/* safe */.gB) `, `)})`;
}

;// CONCATENATED MODULE: ./build/modes/resolve-roles.js







/**
 * The project with the ids of the roles that are given by the names that their clouds have for them. One request for all
 * providers.
 *
 * @throws ActionError `INPUT` if Atlas does not have a role, or if it is not authorized
 */
async function resolveRoles(context, project, reported) {
    if (project.providers.every(({ roleName }) => roleName === undefined))
        return project;
    const roles = await context.atlas.listRoles(project.id);
    const providers = project.providers.map((provider) => provider.roleName === undefined ? provider : resolve(context, provider, { project, roles, reported }));
    return { ...project, providers };
}
function resolve({ run }, provider, known) {
    const table = domain_providers/* PROVIDERS */.xq[provider.provider];
    const label = fieldLabel(table, table.roleName, known.project.fromFile);
    const own = known.roles.filter((role) => role.provider === provider.provider);
    const roleName = provider.roleName;
    const matching = own
        .filter(({ name }) => name === roleName || (table.name !== 'aws' && name?.toLowerCase() === roleName))
        .toSorted((a, b) => Number(b.isAuthorized) - Number(a.isAuthorized));
    // A role can be registered twice; the one in use is no difference.
    const inUse = (0,domain_reported/* reportedProvider */.a)(known.reported, provider.provider).roleId;
    const role = matching.find(({ id }) => id === inUse) ?? matching[0];
    if (role === undefined)
        throw notFound(label, table.roleName.title, own);
    if (role.isAuthorized === false)
        throw notAuthorized(label, table.roleName.title);
    const name = run.secrets.sanitize(roleName ?? '');
    const roleId = run.secrets.sanitize(role.id);
    run.emit({ type: 'role-found', role: name, roleId });
    return (0,desired/* withRoleId */.W)(provider, roleId);
}
function notFound(label, title, own) {
    const names = own.flatMap(({ name }) => (name === null ? [] : [name]));
    const unnamed = own.length - names.length;
    const there = names.length === 0 ? (0,safe_text/* safe */.gB) `none` : (0,named/* named */.K)(names);
    // An AWS role gets its ARN in Atlas only when it is authorized.
    const pending = unnamed === 0
        ? (0,safe_text/* safe */.gB) ``
        : (0,safe_text/* safe */.gB) ` ${unnamed} more ${unnamed === 1 ? 'has' : 'have'} no ARN, because ${unnamed === 1 ? 'it is' : 'they are'} not authorized yet.`;
    return new errors/* ActionError */.lZ('INPUT', {
        what: (0,safe_text/* safe */.gB) `${label}: the project has no such ${title}. It has: ${there}.${pending}`,
        advice: (0,safe_text/* safe */.gB) `Set it up and authorize it in the project's Cloud Provider Access, or correct the value.`,
    });
}
function notAuthorized(label, title) {
    return new errors/* ActionError */.lZ('INPUT', {
        what: (0,safe_text/* safe */.gB) `${label}: the project has this ${title}, but it is not authorized.`,
        advice: (0,safe_text/* safe */.gB) `Authorize it in the project's settings (Integrations, Cloud Provider Access), or with \`atlas cloudProviders accessRoles\`, then run again.`,
    });
}

;// CONCATENATED MODULE: ./build/modes/read-project.js









/** Asks Atlas for the configuration of encryption at rest, and logs it. */
async function readReported(context, desired) {
    const reported = recordReported(context, await context.atlas.getEncryptionAtRest(desired.id));
    const providers = domain_providers/* PROVIDER_LIST */.Pj.map(({ name }) => (0,domain_reported/* providerState */.J)(reported, name));
    context.run.emit({ type: 'reported', providers });
    return reported;
}
/** Keeps what Atlas reports as the latest state. From now on access key ids show only their last four characters. */
function recordReported({ run, state }, reported) {
    for (const { name, fields } of domain_providers/* PROVIDER_LIST */.Pj) {
        for (const { format, name: field } of fields) {
            const id = (0,domain_reported/* reportedProvider */.a)(reported, name)[field];
            if (format === 'access-key-id' && typeof id === 'string')
                run.secrets.abbreviate(id);
        }
    }
    state.reported = reported;
    state.reportedAt = run.clock.now();
    return reported;
}
/** What was read longer ago may no longer be true. */
const STALE_MS = 5000;
/** What Atlas reports now: read again unless it was read just now. */
async function currentReported(context, { id }) {
    const { run, atlas, state } = context;
    const isFresh = run.clock.now() - state.reportedAt < STALE_MS;
    const latest = isFresh ? state.reported : null;
    return latest ?? recordReported(context, await atlas.getEncryptionAtRest(id));
}
/**
 * Reads the project and compares everything that is desired with it.
 *
 * @throws ActionError `INPUT` if a role that is given by its name is not in the project
 */
async function compareWithAtlas(context, given) {
    const { run, state } = context;
    const reported = await readReported(context, given);
    const desired = await resolveRoles(context, given, reported);
    const endpoints = await readEndpoints(context, desired);
    const targets = await readTargets(context, desired);
    const comparisons = [
        ...(0,compare/* compare */.UD)(desired, reported),
        ...desired.providers.flatMap((provider) => (0,private_endpoints/* compareEndpoints */.UC)(provider, endpoints.get(provider.provider) ?? [])),
        ...(0,domain_clusters/* compareClusters */.$G)(targets),
    ];
    const redactor = new redact/* FieldRedactor */.J(run.secrets);
    state.comparisons = comparisons.map((comparison) => redactor.comparison(comparison));
    run.emit({ type: 'compared', comparisons: state.comparisons });
    for (const note of unmanagedSettings(desired, reported))
        addNote(context, note);
    return { desired, reported, comparisons, targets, endpoints };
}
/** Logs something that a person should know about the project, and keeps it for the summary. */
function addNote({ run, state }, note) {
    state.notes.push(note);
    run.emit({ type: 'note', text: note });
}

;// CONCATENATED MODULE: ./build/modes/private-endpoints.js








/** Attempts at creating an endpoint whose response was lost, after looking that it was not created. */
const MAX_ATTEMPTS = 3;
/**
 * Creates a private endpoint in every region that has none, all at once, then waits for each until it is active.
 *
 * @throws ActionError `PRIVATE_ENDPOINT_FAILED`, `\u2026_PENDING_ACCEPTANCE` or `\u2026_NOT_READY`, or Atlas's refusal
 */
async function ensureEndpoints(context, { desired, endpoints }) {
    const pending = [];
    for (const provider of desired.providers) {
        if (!provider.enabled)
            continue;
        const list = endpoints.get(provider.provider) ?? [];
        for (const region of provider.privateEndpointRegions ?? []) {
            const existing = (0,private_endpoints/* endpointIn */.BT)(region, list);
            const endpoint = existing ?? (await createEndpoint(context, desired, provider, region));
            if (endpoint.status !== 'ACTIVE')
                pending.push({ provider, endpoint });
        }
    }
    for (const { provider, endpoint } of pending) {
        if (endpoint.status === 'FAILED')
            throw failed(endpoint);
        if (context.limits.waitTimeout === 0)
            warnPending(context, provider, endpoint);
        else
            await waitForEndpoint(context, desired, provider, endpoint);
    }
}
/** A POST is not idempotent: after a lost response the list is read before it is sent again. */
async function createEndpoint(context, { id }, { provider }, region) {
    const { run, atlas, state } = context;
    const table = domain_providers/* PROVIDERS */.xq[provider];
    run.emit({ type: 'note', text: (0,safe_text/* safe */.gB) `Creating a private endpoint for ${table.title} in ${region}` });
    for (let attempt = 1;; attempt += 1) {
        try {
            const created = await atlas.createPrivateEndpoint(id, table, region, state.pendingChange);
            state.changed = true;
            recordEndpoint(context, provider, region, created);
            return created;
        }
        catch (error) {
            // A success that cannot be read was accepted, but without its id the endpoint cannot be waited for.
            const isUnreadable = error instanceof UnreadableResponseError;
            if (isUnreadable)
                state.changed = true;
            if ((!isUnreadable && !isLost(error)) || attempt >= MAX_ATTEMPTS)
                throw error;
        }
        await waitBeforeLook(context, (0,safe_text/* safe */.gB) `creation of the private endpoint in ${region}`);
        const existing = (0,private_endpoints/* endpointIn */.BT)(region, await atlas.listPrivateEndpoints(id, table));
        if (existing === undefined)
            continue;
        state.pendingChange.settle(true);
        state.changed = true;
        recordEndpoint(context, provider, region, existing);
        return existing;
    }
}
async function waitForEndpoint(context, desired, provider, endpoint) {
    const { run, atlas, limits } = context;
    const { region } = endpoint;
    const table = domain_providers/* PROVIDERS */.xq[provider.provider];
    let isAcceptanceLogged = false;
    const logAcceptance = (latest) => {
        if (isAcceptanceLogged || latest.status !== 'PENDING_ACCEPTANCE')
            return;
        isAcceptanceLogged = true;
        addNote(context, acceptanceText(context, provider, latest));
    };
    logAcceptance(endpoint);
    const outcome = await waitUntilDone(run, {
        label: (0,safe_text/* safe */.gB) `the private endpoint in ${region}`,
        maxMs: limits.waitTimeout * 1000,
        look: async () => {
            const latest = await atlas.getPrivateEndpoint(desired.id, table, endpoint.id, { retries: 0 });
            recordEndpoint(context, provider.provider, region, latest);
            if (latest.status === 'FAILED')
                throw failed(latest);
            logAcceptance(latest);
            endpoint = latest;
            return { value: latest, isDone: latest.status === 'ACTIVE', state: latest.status };
        },
        onTimeout: () => notReady(context, provider, endpoint),
        onGone: (error) => endpoint.status === 'DELETING'
            ? 'gone'
            : new errors/* ActionError */.lZ(error.code, {
                ...error.parts,
                what: (0,safe_text/* safe */.gB) `The private endpoint in ${region} no longer exists.`,
                advice: (0,safe_text/* safe */.gB) `Run the same apply again. It creates a new endpoint.`,
            }),
    });
    if (outcome !== 'gone')
        return;
    const created = await createEndpoint(context, desired, provider, region);
    if (created.status !== 'ACTIVE')
        await waitForEndpoint(context, desired, provider, created);
}
function failed({ region, errorMessage }) {
    return new errors/* ActionError */.lZ('PRIVATE_ENDPOINT_FAILED', {
        what: (0,safe_text/* safe */.gB) `The private endpoint in ${region} failed.`,
        ...(errorMessage !== '' && { detail: errorMessage }),
        advice: (0,safe_text/* safe */.gB) `Correct the cause, delete the endpoint in Atlas, then run the same apply again. This action does not delete a failed endpoint.`,
    });
}
function notReady(context, provider, endpoint) {
    const { region, status } = endpoint;
    const what = (0,safe_text/* safe */.gB) `The private endpoint in ${region} was not active within ${context.limits.waitTimeout} s (\`wait-timeout\`): ${status}.`;
    if (status === 'PENDING_ACCEPTANCE') {
        return new errors/* ActionError */.lZ('PRIVATE_ENDPOINT_PENDING_ACCEPTANCE', {
            what,
            advice: (0,safe_text/* safe */.gB) `${acceptanceText(context, provider, endpoint)} Then run the same apply again.`,
        });
    }
    const advice = (0,safe_text/* safe */.gB) `Atlas continues on its own. Run the same apply again later.`;
    return new errors/* ActionError */.lZ('PRIVATE_ENDPOINT_NOT_READY', { what, advice });
}
/** What the owner of the vault has to do, with the command if every value is fit to be pasted. */
function acceptanceText({ run, state }, { fields }, endpoint) {
    const { region, connectionName } = endpoint;
    // A provider that is enabled already needs no fields in the workflow.
    const { keyVaultName, resourceGroupName } = { ...state.reported?.azureKeyVault, ...fields };
    const command = (0,private_endpoints/* approveCommand */.f6)(String(keyVaultName ?? ''), String(resourceGroupName ?? ''), connectionName);
    const connection = connectionName === '' ? (0,safe_text/* safe */.gB) `` : (0,safe_text/* safe */.gB) ` (connection ${connectionName})`;
    const how = command === undefined ? (0,safe_text/* safe */.gB) `` : (0,safe_text/* safe */.gB) `: \`${run.secrets.sanitize(command)}\``;
    return (0,safe_text/* safe */.gB) `The owner of the key vault must approve the private endpoint in ${region}${connection}${how}.`;
}
function warnPending(context, provider, endpoint) {
    const { region, status } = endpoint;
    const text = status === 'PENDING_ACCEPTANCE'
        ? acceptanceText(context, provider, endpoint)
        : (0,safe_text/* safe */.gB) `The private endpoint in ${region} is not active yet (${status}), and \`wait-timeout\` is 0. Run the same apply again later.`;
    context.run.emit({ type: 'warning', text });
}
/** Keeps how the endpoint of a region was last seen; undefined if there is none. */
function recordEndpoint({ state }, provider, region, endpoint) {
    const status = (0,private_endpoints/* endpointStatus */.WR)(provider, region, endpoint);
    state.privateEndpoints = state.privateEndpoints.map((known) => known.provider === provider && known.region === region ? status : known);
}

;// CONCATENATED MODULE: ./build/modes/delete-endpoints.js







const BLOCKED = 'ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_DELETE_BLOCKED_DURING_PROVISIONING';
const BLOCKED_WAIT_MS = 10_000;
/**
 * Deletes the private endpoints of providers that are to be disabled, in the regions that the workflow names, and waits until
 * they are gone.
 *
 * @returns whether they are all gone; with `wait-timeout: 0` they are deleted, but not waited for
 * @throws ActionError `PRIVATE_ENDPOINT_NOT_READY` past `wait-timeout`, or Atlas's refusal
 */
async function deleteEndpoints(context, { desired, endpoints }) {
    const deleted = [];
    for (const provider of desired.providers) {
        if (provider.enabled)
            continue;
        const list = endpoints.get(provider.provider) ?? [];
        for (const region of provider.privateEndpointRegions ?? []) {
            for (const endpoint of list.filter((other) => other.region === region)) {
                if (endpoint.status !== 'DELETING')
                    await deleteEndpoint(context, desired, provider, endpoint);
                deleted.push({ provider, endpoint });
            }
            if ((0,private_endpoints/* endpointIn */.BT)(region, list) === undefined)
                recordEndpoint(context, provider.provider, region, undefined);
        }
    }
    if (context.limits.waitTimeout === 0)
        return deleted.length === 0;
    for (const { provider, endpoint } of deleted)
        await waitUntilGone(context, desired, provider, endpoint);
    return true;
}
async function deleteEndpoint(context, { id }, { provider }, endpoint) {
    const { run, atlas, state, limits } = context;
    const { region } = endpoint;
    run.emit({ type: 'note', text: (0,safe_text/* safe */.gB) `Deleting the private endpoint in ${region}` });
    const end = run.clock.now() + limits.waitTimeout * 1000;
    for (;;) {
        try {
            await atlas.deletePrivateEndpoint(id, domain_providers/* PROVIDERS */.xq[provider], endpoint.id, state.pendingChange);
            state.changed = true;
            return;
        }
        catch (error) {
            if (!(error instanceof AtlasApiError))
                throw error;
            if (error.status === 404) {
                // Gone already, or by an earlier attempt whose response was lost.
                state.changed ||= state.pendingChange.isUnresolved;
                state.pendingChange.settle(true);
                return;
            }
            if (error.code !== BLOCKED || run.clock.now() + BLOCKED_WAIT_MS > end)
                throw error;
            const request = (0,safe_text/* safe */.gB) `DELETE private endpoint in ${region}`;
            run.emit({ type: 'retry', request, reason: (0,safe_text/* safe */.gB) `still being provisioned`, waitMs: BLOCKED_WAIT_MS });
        }
        await run.clock.sleep(BLOCKED_WAIT_MS, run.signal);
    }
}
async function waitUntilGone(context, { id }, { provider }, endpoint) {
    const { run, atlas, limits } = context;
    const { region } = endpoint;
    await waitUntilDone(run, {
        label: (0,safe_text/* safe */.gB) `the deletion of the private endpoint in ${region}`,
        maxMs: limits.waitTimeout * 1000,
        look: async () => {
            const latest = await atlas.getPrivateEndpoint(id, domain_providers/* PROVIDERS */.xq[provider], endpoint.id, { retries: 0 });
            recordEndpoint(context, provider, region, latest);
            return { value: undefined, isDone: false, state: latest.status };
        },
        onTimeout: (last) => new errors/* ActionError */.lZ('PRIVATE_ENDPOINT_NOT_READY', {
            what: (0,safe_text/* safe */.gB) `The private endpoint in ${region} was not deleted within ${limits.waitTimeout} s (\`wait-timeout\`)${last === undefined ? (0,safe_text/* safe */.gB) `` : (0,safe_text/* safe */.gB) `: ${last.state}`}.`,
            advice: (0,safe_text/* safe */.gB) `Atlas continues on its own. Run the same apply again later.`,
        }),
        onGone: () => undefined,
    });
    recordEndpoint(context, provider, region, undefined);
}

;// CONCATENATED MODULE: ./build/modes/permissions.js


/** HTTP statuses with which Atlas refuses a list that the credentials may not read, or that it does not have. */
const permissions_NOT_PERMITTED = new Set([401, 403, 404]);
/** Whether a list could not be read for want of a permission: then Atlas itself decides about a change. */
function isNotPermitted(error) {
    return error instanceof AtlasApiError && permissions_NOT_PERMITTED.has(error.status);
}
/** Whether Atlas refused because the credentials lack a role; the code of an error without one is `PROTOCOL`. */
function lacksRole(error) {
    if (!(error instanceof AtlasApiError))
        return false;
    return saysRoleIsMissing({ status: error.status, code: error.code === 'PROTOCOL' ? undefined : error.code });
}

;// CONCATENATED MODULE: ./build/domain/cluster.js
/** Whether the cluster runs in more than one cloud. */
function isMultiCloud({ providerNames }) {
    return providerNames.size > 1;
}

;// CONCATENATED MODULE: ./build/modes/networking-preflight.js







/**
 * Refuses to switch private networking on in a project with multi-cloud clusters: Atlas then disables them (Azure) or does not
 * support them (AWS). Source: MongoDB's documentation on private endpoints for customer-managed keys, limitations.
 *
 * @throws ActionError `INPUT` naming the clusters, or the error of the list
 */
async function requireSingleCloud(context, desired, patch) {
    const provider = domain_providers/* PROVIDER_LIST */.Pj.find(({ atlasObject }) => patch[atlasObject]?.requirePrivateNetworking === true);
    if (provider === undefined)
        return;
    try {
        const multiCloud = (await listClustersOnce(context, desired.id)).filter(isMultiCloud);
        if (multiCloud.length === 0)
            return;
        const names = (0,named/* named */.K)(multiCloud.map(({ name }) => name));
        const effect = provider.name === 'azure' ? (0,safe_text/* safe */.gB) `would disable them` : (0,safe_text/* safe */.gB) `does not support them`;
        throw new errors/* ActionError */.lZ('INPUT', {
            what: (0,safe_text/* safe */.gB) `Private networking for ${provider.title} was not switched on: the project has multi-cloud clusters, and Atlas ${effect}: ${names}.`,
            advice: (0,safe_text/* safe */.gB) `Make these clusters single-cloud first, or keep requirePrivateNetworking off.`,
        });
    }
    catch (error) {
        if (!isNotPermitted(error))
            throw error;
        const status = error.status;
        const text = (0,safe_text/* safe */.gB) `The list of clusters cannot be read (HTTP ${status}), so this run could not check for multi-cloud clusters, which private networking affects.`;
        context.run.emit({ type: 'warning', text });
    }
}

;// CONCATENATED MODULE: ./build/modes/prepare-change.js











/**
 * Works out what `apply` does and `plan` shows.
 *
 * @throws ActionError `INPUT` if Atlas would refuse the change, or if it would take clusters down
 */
async function prepareChange(context, given) {
    const compared = await compareWithAtlas(context, given);
    const { desired, reported, comparisons, targets } = compared;
    requireAllToEnable(desired, reported);
    requireSwitchable(targets);
    const patch = minimalPatch(desired, reported, comparisons);
    await requireSingleCloud(context, desired, patch);
    for (const effect of sideEffects(patch))
        addNote(context, effect);
    return { ...compared, patch, ...staged(patch, compared), change: changeBy(patch, desired, reported) };
}
/** Parts the patch into what can be sent at once, and the providers that are disabled once they are no longer used. */
function staged(patch, { desired, targets, endpoints }) {
    const first = { ...patch };
    const last = {};
    for (const { provider, enabled } of desired.providers) {
        const { atlasObject } = domain_providers/* PROVIDERS */.xq[provider];
        const block = patch[atlasObject];
        const isInUse = isUsedByTargets(provider, targets) || (endpoints.get(provider)?.length ?? 0) > 0;
        if (enabled || block === undefined || !isInUse)
            continue;
        last[atlasObject] = block;
        delete first[atlasObject];
    }
    return { first, last };
}
/**
 * Whether this change switches clusters away from the provider, or an earlier one did and is still under way: a cluster that is not
 * idle may need the key that it had until then, although it reports the new one already.
 */
function isUsedByTargets(provider, targets) {
    const used = domain_providers/* PROVIDERS */.xq[provider].clusterProvider;
    return targets.some(({ cluster, expected }) => expected !== used && (cluster?.provider === used || cluster?.state !== 'IDLE'));
}
/** The clusters that use a provider after every target is switched. */
function stillUsing(provider, clusters, targets) {
    const released = new Set(targets.map(({ name }) => name));
    return clusters.filter(({ name, provider: used }) => used === domain_providers/* PROVIDERS */.xq[provider].clusterProvider && !released.has(name));
}
/** @throws ActionError `INPUT` naming the clusters that cannot have a key */
function requireSwitchable(targets) {
    const problems = targets.flatMap((target) => (0,domain_clusters/* targetProblem */.j_)(target) ?? []);
    if (problems.length === 0)
        return;
    throw new errors/* ActionError */.lZ('INPUT', {
        what: (0,safe_text/* safe */.gB) `\`clusters\` names clusters that cannot be switched. ${(0,named/* named */.K)(problems, (0,safe_text/* safe */.gB) `; `)}.`,
        advice: (0,safe_text/* safe */.gB) `Correct the names. Nothing was sent.`,
    });
}
/** @throws ActionError `INPUT` naming every input that is missing to enable a provider that is not enabled yet */
function requireAllToEnable(desired, reported) {
    const problems = desired.providers.flatMap((provider) => {
        if (!provider.enabled || (0,domain_reported/* providerState */.J)(reported, provider.provider).enabled)
            return [];
        const missing = missingToEnable(provider, desired.fromFile);
        if (missing.length === 0)
            return [];
        const { title } = domain_providers/* PROVIDERS */.xq[provider.provider];
        const list = (0,safe_text/* joinSafe */.e)(missing, (0,safe_text/* safe */.gB) `; `);
        return [(0,safe_text/* safe */.gB) `${title} is not enabled in the project yet. To enable it, also set: ${list}.`];
    });
    if (problems.length > 0)
        throw new errors/* ActionError */.lZ('INPUT', (0,safe_text/* joinSafe */.e)(problems, (0,safe_text/* safe */.gB) ` `));
}

;// CONCATENATED MODULE: ./build/modes/disable-preflight.js










/**
 * Fails before a provider is disabled whose key is still in use by anything that this change does not remove. Atlas refuses that
 * too, but does not say what uses it.
 *
 * @throws ActionError naming the clusters or private endpoints, or the error of a list that may be read but cannot be
 */
async function requireNotInUse(context, prepared) {
    for (const provider of prepared.desired.providers) {
        const isToBeDisabled = !provider.enabled && (0,domain_reported/* providerState */.J)(prepared.reported, provider.provider).enabled;
        if (isToBeDisabled)
            await requireProviderNotInUse(context, prepared, provider);
    }
}
async function requireProviderNotInUse(context, { desired: { id }, targets, endpoints: known }, desired) {
    const provider = domain_providers/* PROVIDERS */.xq[desired.provider];
    const clusters = await listIfPermitted(context, (0,safe_text/* safe */.gB) `clusters`, listClustersOnce(context, id));
    const list = known.get(provider.name) ?? context.atlas.listPrivateEndpoints(id, provider);
    const endpoints = (0,private_endpoints/* otherEndpoints */.NG)(desired, await listIfPermitted(context, (0,safe_text/* safe */.gB) `private endpoints`, Promise.resolve(list)));
    const uses = [
        {
            code: (0,safe_text/* safe */.gB) `CANNOT_DISABLE_ENCRYPTION_AT_REST`,
            what: (0,safe_text/* safe */.gB) `clusters`,
            names: stillUsing(provider.name, clusters, targets).map(({ name }) => name),
        },
        {
            code: (0,safe_text/* safe */.gB) `CANNOT_DISABLE_ENCRYPTION_AT_REST_DUE_TO_PRIVATE_ENDPOINTS`,
            what: (0,safe_text/* safe */.gB) `private endpoints`,
            names: endpoints.map(({ region, status }) => (0,safe_text/* safe */.gB) `${region} (${status})`),
        },
    ].filter(({ names }) => names.length > 0);
    const [first] = uses;
    if (first === undefined)
        return;
    const reasons = uses.map(({ what, names }) => (0,safe_text/* safe */.gB) `${what} still use it: ${(0,named/* named */.K)(names.map(nameOrDash))}.`);
    throw new errors/* ActionError */.lZ(first.code, {
        what: (0,safe_text/* safe */.gB) `${provider.title} was not disabled, because ${(0,safe_text/* joinSafe */.e)(reasons, (0,safe_text/* safe */.gB) ` Also, `)}`,
        advice: (0,safe_text/* joinSafe */.e)(uses.map(({ code }) => hintFor({ status: 409, code, isChange: true })), (0,safe_text/* safe */.gB) ` `),
    });
}
const nameOrDash = (name) => (name === '' ? (0,safe_text/* safe */.gB) `(no name)` : name);
async function listIfPermitted({ run }, what, list) {
    try {
        return await list;
    }
    catch (error) {
        if (!isNotPermitted(error))
            throw error;
        const { status } = error;
        const text = (0,safe_text/* safe */.gB) `The list of ${what} cannot be read (HTTP ${status}), so only Atlas checks whether the provider can be disabled.`;
        run.emit({ type: 'note', text });
        return [];
    }
}

;// CONCATENATED MODULE: ./build/modes/send-patch.js









/**
 * A role, key or permission that was created just now; Atlas sees it within minutes. MongoDB's Terraform provider waits three
 * minutes for the first three.
 */
const PROPAGATION_CODES = new Set([
    'CANNOT_ASSUME_ROLE',
    'CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED',
    'INVALID_AWS_CREDENTIALS',
]);
/**
 * The same for a role in these providers. With static credentials the codes mean that the credentials are wrong.
 */
const ROLE_PROPAGATION_CODES = new Map([
    ['INVALID_AZURE_CREDENTIALS', ['azure']],
    ['INVALID_GOOGLE_CLOUD_CREDENTIALS', ['gcp']],
    ['NO_PERMISSION_TO_ENCRYPT_DECRYPT', ['aws', 'azure', 'gcp']],
]);
const PROPAGATION_FIRST_WAIT_MS = 5000;
const PROPAGATION_MAX_WAIT_MS = 30_000;
const CONFIRM_FIRST_WAIT_MS = 2000;
const CONFIRM_MAX_WAIT_MS = 10_000;
/**
 * Sends the change and makes sure that Atlas shows it.
 *
 * @returns what Atlas reports afterwards
 * @throws ActionError if Atlas refuses the change, `NOT_APPLIED` if Atlas accepts it but still reports other values
 */
async function sendPatch(context, desired, patch) {
    const { run, state } = context;
    const shown = new redact/* FieldRedactor */.J(run.secrets).patch(patch);
    state.patch = { ...state.patch, ...shown };
    run.emit({ type: 'patch', patch: shown, sent: true });
    const reported = await sendUntilPropagated(context, desired, patch);
    state.changed = true;
    state.patchRefused = false;
    return await send_patch_confirm(context, desired, patch, recordReported(context, reported));
}
async function sendUntilPropagated(context, desired, patch) {
    const { run, atlas, limits, state } = context;
    const { clock, signal } = run;
    const end = clock.now() + limits.propagationTimeout * 1000;
    for (let waitMs = PROPAGATION_FIRST_WAIT_MS;; waitMs = Math.min(waitMs * 1.5, PROPAGATION_MAX_WAIT_MS)) {
        try {
            return await atlas.patchEncryptionAtRest(desired.id, patch, state.pendingChange);
        }
        catch (error) {
            if (error instanceof UnreadableResponseError)
                return await readAfterwards(context, desired, error);
            state.patchRefused = error instanceof AtlasApiError;
            const next = clock.now() + waitMs;
            if (!mayPropagate(error, desired, patch) || next > end || next >= run.deadline)
                throw error;
            const reason = (0,safe_text/* safe */.gB) `${error.code}, which may still take effect`;
            run.emit({ type: 'retry', request: (0,safe_text/* safe */.gB) `PATCH encryptionAtRest`, reason, waitMs });
        }
        await clock.sleep(waitMs, signal);
    }
}
function mayPropagate(error, { providers }, patch) {
    if (!(error instanceof AtlasApiError))
        return false;
    if (PROPAGATION_CODES.has(error.code))
        return true;
    const concerned = ROLE_PROPAGATION_CODES.get(error.code) ?? [];
    // A provider that the patch leaves alone cannot be the reason.
    return providers.some(({ provider, enabled, fields }) => concerned.includes(provider) &&
        enabled &&
        patch[domain_providers/* PROVIDERS */.xq[provider].atlasObject] !== undefined &&
        fields.roleId !== undefined);
}
/**
 * Atlas accepted the change, but its response cannot be read: ask Atlas for its current state.
 *
 * @throws the error if the response was another document, even if what Atlas has now is as desired: something that is not Atlas may
 *   have taken the change
 */
async function readAfterwards(context, { id }, error) {
    const { run, atlas, state } = context;
    state.changed = true;
    const text = (0,safe_text/* safe */.gB) `Atlas accepted the change, but its response cannot be read. Reading the configuration again`;
    run.emit({ type: 'note', text });
    // Until then, what was reported before is no longer true.
    state.pendingChange.connectionLost(true);
    const reported = await atlas.getEncryptionAtRest(id);
    state.pendingChange.settle(true);
    if (!(error instanceof NoDocumentError))
        return reported;
    recordReported(context, reported);
    throw error;
}
/** Reads again, within `valid-timeout` and at least once, while Atlas does not show what it accepted. */
async function send_patch_confirm(context, desired, patch, response) {
    const { run, atlas, limits } = context;
    const end = run.clock.now() + limits.validTimeout * 1000;
    let current = response;
    for (let waitMs = CONFIRM_FIRST_WAIT_MS;; waitMs = Math.min(waitMs * 2, CONFIRM_MAX_WAIT_MS)) {
        const missing = notApplied(patch, (0,compare/* compare */.UD)(desired, current)).map(({ field }) => field);
        if (missing.length === 0)
            return current;
        const isFirst = waitMs === CONFIRM_FIRST_WAIT_MS;
        if (!isFirst && run.clock.now() + waitMs > end) {
            throw new errors/* ActionError */.lZ('NOT_APPLIED', {
                what: (0,safe_text/* safe */.gB) `Atlas accepted the change, but still reports a different value of ${(0,safe_text/* joinSafe */.e)(missing, (0,safe_text/* safe */.gB) `, `)}.`,
                advice: (0,safe_text/* safe */.gB) `Run \`mode: plan\` to see whether the change has taken effect since. If not, run again, or ask MongoDB Support.`,
            });
        }
        const text = (0,safe_text/* safe */.gB) `Atlas accepted the change, but does not report it yet (${(0,safe_text/* joinSafe */.e)(missing, (0,safe_text/* safe */.gB) `, `)}). Reading again in ${waitMs / 1000} s`;
        run.emit({ type: 'note', text });
        await run.clock.sleep(waitMs, run.signal);
        current = recordReported(context, await atlas.getEncryptionAtRest(desired.id));
    }
}

;// CONCATENATED MODULE: ./build/modes/change-cluster.js






/**
 * Sends the change of one cluster once. If the response is lost, the cluster is read.
 *
 * @param isLastAttempt whether a change that was not carried out is an error
 * @returns false if the response was lost and the cluster is as it was, so that the change may be sent again
 * @throws ActionError naming the cluster
 */
async function changeCluster(context, { id }, target, isLastAttempt) {
    const { atlas, state } = context;
    try {
        const cluster = await atlas.patchCluster(id, target.name, target.expected, state.pendingChange);
        state.changed = true;
        recordCluster(context, { ...target, cluster });
        return true;
    }
    catch (error) {
        if (error instanceof UnreadableResponseError) {
            state.changed = true;
            return true;
        }
        if (!isLost(error) || isLastAttempt)
            throw clusterError(error, target);
    }
    await waitBeforeLook(context, (0,safe_text/* safe */.gB) `change of cluster ${target.name}`);
    const cluster = await atlas.getCluster(id, target.name);
    recordCluster(context, { ...target, cluster });
    if (cluster.provider !== target.expected && cluster.state === 'IDLE')
        return false;
    state.pendingChange.settle(true);
    state.changed = true;
    return true;
}
/** Keeps how a cluster was last seen. */
function recordCluster({ state }, target) {
    const status = (0,domain_clusters/* clusterStatus */.r_)(target);
    state.clusters = state.clusters.map((known) => (known.name === status.name ? status : known));
}
/** The error with the cluster's name, and for a missing permission with the role that is needed. */
function clusterError(error, { name }) {
    if (!(error instanceof errors/* ActionError */.lZ) || error instanceof errors/* RunEndError */.fi)
        return error;
    const { what, ...parts } = error.parts;
    const role = (0,safe_text/* safe */.gB) `The credentials need the role Project Cluster Manager (or Project Owner) on this project.`;
    return new errors/* ActionError */.lZ(error.code, {
        ...parts,
        what: (0,safe_text/* safe */.gB) `Cluster ${name} was not switched: ${what}`,
        ...(lacksRole(error) && { advice: role }),
    });
}

;// CONCATENATED MODULE: ./build/modes/switch-clusters.js








/**
 * Switches clusters to their key, or to none, one after the other: a rolling change of every node that Atlas may take hours for.
 * Before each change the key is read again, unless nothing was changed or waited for since it was read.
 *
 * @param targets in the order in which they are changed
 * @throws ActionError naming the cluster whose change Atlas refused or did not finish in time; the rest are left alone
 */
async function switchClusters(context, desired, targets) {
    const paused = [];
    const unfinished = [];
    for (const target of targets) {
        const state = await switchTarget(context, desired, target);
        if (state === 'key-invalid')
            return { isKeyInvalid: true, paused, unfinished };
        if (state === 'paused')
            paused.push(target.name);
        if (state === 'unfinished')
            unfinished.push(target.name);
    }
    return { isKeyInvalid: false, paused, unfinished };
}
async function switchTarget(context, desired, target) {
    const { expected } = target;
    const cluster = await clusterNow(context, desired, target);
    if (cluster.provider === expected && (cluster.paused || cluster.state === 'IDLE'))
        return 'done';
    if (cluster.paused)
        return 'paused';
    if (cluster.state === 'IDLE')
        return await switchCluster(context, desired, { ...target, cluster });
    if (context.limits.waitTimeout === 0) {
        warnSkipped(context, cluster);
        return 'unfinished';
    }
    const idle = await waitForCluster(context, desired, target, cluster.provider);
    return idle.provider === expected ? 'done' : await switchCluster(context, desired, { ...target, cluster: idle });
}
/** @throws ActionError `CLUSTER_PAUSED` if there are paused clusters */
function requireNonePaused(paused) {
    if (paused.length === 0)
        return;
    throw new errors/* ActionError */.lZ('CLUSTER_PAUSED', {
        what: (0,safe_text/* safe */.gB) `These clusters are paused, and Atlas does not change a paused cluster: ${(0,named/* named */.K)(paused)}.`,
        advice: (0,safe_text/* safe */.gB) `The other clusters were switched. Resume these, then run the same apply again.`,
    });
}
/** The cluster as it is when its turn comes: read again unless it was listed just now. */
async function clusterNow(context, { id }, target) {
    const listed = target.cluster;
    if (context.run.clock.now() - context.state.clustersListedAt < STALE_MS)
        return listed;
    const cluster = await context.atlas.getCluster(id, target.name);
    recordCluster(context, { ...target, cluster });
    return cluster;
}
/** Whether the key is valid: as it was seen just now, else as it is read again. */
async function isKeyValid(context, desired, { provider, expected }) {
    if (expected === 'NONE')
        return true;
    return (0,domain_reported/* providerState */.J)(await currentReported(context, desired), provider).valid;
}
/** Attempts at a change whose response was lost, after looking that it was not carried out. */
const switch_clusters_MAX_ATTEMPTS = 3;
async function switchCluster(context, desired, target) {
    const { run, limits, state } = context;
    const { name, expected, cluster } = target;
    const startedAt = run.clock.now();
    for (let attempt = 1, isSent = false; !isSent; attempt += 1) {
        if (!(await isKeyValid(context, desired, target)))
            return 'key-invalid';
        if (attempt === 1) {
            const from = cluster?.provider ?? 'NONE';
            run.emit({ type: 'note', text: (0,safe_text/* safe */.gB) `Switching cluster ${name}: ${from} \u2192 ${expected}` });
        }
        isSent = await changeCluster(context, desired, target, attempt === switch_clusters_MAX_ATTEMPTS);
        // Each change needs a look of its own at the key.
        state.reportedAt = Number.NEGATIVE_INFINITY;
    }
    if (limits.waitTimeout === 0)
        return 'unfinished';
    await waitForCluster(context, desired, target, expected);
    const text = (0,safe_text/* safe */.gB) `Cluster ${name} is switched to ${expected} (${(0,sentences/* durationText */.S5)(run.clock.now() - startedAt)})`;
    run.emit({ type: 'note', text });
    return 'done';
}
/**
 * Waits until the cluster is idle and reports the provider.
 *
 * @param expected the provider that it is to report; if it was not changed by this run, the one that it has
 */
async function waitForCluster(context, { id }, target, expected) {
    const { run, atlas, limits } = context;
    const { name } = target;
    return await waitUntilDone(run, {
        label: (0,safe_text/* safe */.gB) `cluster ${name}`,
        maxMs: limits.waitTimeout * 1000,
        look: async () => {
            const cluster = await atlas.getCluster(id, name, { retries: 0 });
            recordCluster(context, { ...target, cluster });
            // Right after a change Atlas may still answer IDLE with the old value.
            const isDone = cluster.state === 'IDLE' && (cluster.provider === expected || cluster.provider === target.expected);
            return { value: cluster, isDone, state: cluster.state };
        },
        onTimeout: () => new errors/* ActionError */.lZ('CLUSTER_NOT_READY', {
            what: (0,safe_text/* safe */.gB) `Cluster ${name} was not ready within ${limits.waitTimeout} s (\`wait-timeout\`).`,
            advice: (0,safe_text/* safe */.gB) `Atlas continues on its own. Run the same apply again later: it continues where this run stopped. Further clusters were not changed.`,
        }),
        onGone: (error) => new errors/* ActionError */.lZ(error.code, {
            ...error.parts,
            what: (0,safe_text/* safe */.gB) `Cluster ${name} no longer exists.`,
            advice: (0,safe_text/* safe */.gB) `Remove it from \`clusters\`, or check the project in Atlas.`,
        }),
    });
}
function warnSkipped({ run }, { name, state }) {
    const text = (0,safe_text/* safe */.gB) `Cluster ${name} was skipped, because it is not idle (${state}) and \`wait-timeout\` is 0. Run the same apply again later.`;
    run.emit({ type: 'warning', text });
}

;// CONCATENATED MODULE: ./build/modes/wait-for-valid.js




const wait_for_valid_FIRST_WAIT_MS = 1000;
const wait_for_valid_MAX_WAIT_MS = 10_000;
/**
 * Asks Atlas again, after 1 s and then at growing intervals of up to 10 s, until the targets are enabled and valid or
 * `valid-timeout` is over. Atlas checks a key when it is configured, and again about every 15 minutes.
 *
 * The run's own `timeout` ends the wait without an error: Atlas has answered that the key is not valid, and that is what a
 * person needs to know.
 *
 * @returns whether they are
 */
async function waitForValid(context, desired, reported) {
    if ((0,domain_result/* allValid */.a7)((0,domain_result/* targets */.zV)(desired, reported)))
        return true;
    try {
        return await poll(context, desired, reported);
    }
    catch (error) {
        const { signal } = context.run;
        if (signal.reason !== error || !(error instanceof errors/* RunEndError */.fi) || error.code !== 'TIMEOUT')
            throw error;
        addNote(context, (0,safe_text/* safe */.gB) `The run reached its \`timeout\` while waiting for a valid key. Atlas last reported the key as not valid.`);
        return false;
    }
}
async function poll(context, desired, reported) {
    const { run, atlas, limits } = context;
    const { clock, signal, emit } = run;
    const end = clock.now() + limits.validTimeout * 1000;
    if (limits.validTimeout > 0) {
        const providers = (0,domain_result/* targets */.zV)(desired, reported).map(({ provider }) => provider);
        emit({ type: 'awaiting-valid', providers, forMs: limits.validTimeout * 1000 });
    }
    for (let waitMs = wait_for_valid_FIRST_WAIT_MS;; waitMs = Math.min(waitMs * 2, wait_for_valid_MAX_WAIT_MS)) {
        const left = end - clock.now();
        if (left <= 0)
            return false;
        await clock.sleep(Math.min(waitMs, left), signal);
        const latest = recordReported(context, await atlas.getEncryptionAtRest(desired.id));
        if ((0,domain_result/* allValid */.a7)((0,domain_result/* targets */.zV)(desired, latest)))
            return true;
    }
}

;// CONCATENATED MODULE: ./build/modes/apply.js












/**
 * Changes in Atlas only what differs, in an order that is safe at every step: the providers that are enabled, their private
 * endpoints, a valid key, the clusters that are to use it; then the clusters, endpoints and providers that are to be removed.
 */
async function apply(context, given) {
    const prepared = await prepareChange(context, given);
    const { desired, patch, first } = prepared;
    if (!isEmpty(patch))
        await requireNotInUse(context, prepared);
    if (!isEmpty(first))
        await sendPatch(context, desired, first);
    await ensureEndpoints(context, prepared);
    const expectsProvider = desired.providers.some(({ enabled }) => enabled);
    if (expectsProvider) {
        // A private endpoint may have been waited for for hours.
        const reported = await currentReported(context, desired);
        if (!(await waitForValid(context, desired, reported)))
            return await invalid(context, prepared);
    }
    const targets = prepared.targets.filter(({ expected }) => expected !== 'NONE');
    const switched = await switchClusters(context, desired, targets);
    if (switched.isKeyInvalid)
        return await invalid(context, prepared);
    await release(context, prepared, switched);
    return { result: resultOf(context, prepared), findings: [] };
}
async function invalid(context, prepared) {
    await lookUpAtRisk(context, prepared.desired);
    const findings = ['invalid'];
    return { result: resultOf(context, prepared), findings };
}
/** Removes what the workflow disables, in the order that Atlas asks for: clusters, private endpoints, provider. */
async function release(context, prepared, before) {
    const { desired, last } = prepared;
    const targets = prepared.targets.filter(({ expected }) => expected === 'NONE');
    const released = await switchClusters(context, desired, targets);
    requireNonePaused([...before.paused, ...released.paused]);
    if (before.unfinished.length + released.unfinished.length > 0) {
        keepEnabled(context, prepared);
        return;
    }
    const isGone = await deleteEndpoints(context, prepared);
    if (isEmpty(last))
        return;
    if (isGone) {
        await sendPatch(context, desired, last);
        context.state.sentLast = true;
    }
    else
        keepEnabled(context, prepared);
}
/** With `wait-timeout: 0` a provider is disabled by a second run, once nothing uses it any more. */
function keepEnabled({ run, state }, { last }) {
    const kept = domain_providers/* PROVIDER_LIST */.Pj.filter(({ atlasObject }) => last[atlasObject] !== undefined);
    if (kept.length === 0)
        return;
    state.keptEnabled = kept.map(({ name }) => name);
    for (const { title } of kept) {
        const text = (0,safe_text/* safe */.gB) `${title} is still enabled, because with \`wait-timeout: 0\` this run did not wait for the clusters and private endpoints that use it. Run the same apply again to disable it.`;
        run.emit({ type: 'warning', text });
    }
}
/** What was done: to the providers, or else to clusters and private endpoints. */
function resultOf({ state }, { desired, reported, patch, first, last }) {
    const done = isEmpty(last) || state.sentLast ? patch : first;
    const change = changeBy(done, desired, reported);
    return change === 'unchanged' && state.changed ? 'updated' : change;
}

;// CONCATENATED MODULE: ./build/domain/cluster-requirement.js




/**
 * Every cluster uses a key whose provider is enabled and valid, whichever provider the workflow names. A paused cluster counts:
 * its data is at rest. Flex and serverless clusters do not: Atlas lists them elsewhere and offers them no such key.
 */
function clustersEncrypted(clusters, reported) {
    const condition = 'clusters';
    const scope = (0,safe_text/* safe */.gB) `Flex and serverless clusters cannot have a key and are not counted.`;
    if (clusters.length === 0) {
        return { condition, held: true, detail: (0,safe_text/* safe */.gB) `The project has no cluster to check. ${scope}` };
    }
    const problems = clusters.flatMap((cluster) => {
        const problem = problemOf(cluster, reported);
        return problem === undefined ? [] : [(0,safe_text/* safe */.gB) `${cluster.name} (${cluster.paused ? (0,safe_text/* safe */.gB) `paused, ` : (0,safe_text/* safe */.gB) ``}${problem})`];
    });
    if (problems.length > 0) {
        const list = (0,named/* named */.K)(problems, (0,safe_text/* safe */.gB) `; `);
        return {
            condition,
            held: false,
            detail: (0,safe_text/* safe */.gB) `${problems.length} of ${clusters.length} clusters ${problems.length === 1 ? 'has' : 'have'} no valid key: ${list}. ${scope}`,
        };
    }
    const used = domain_providers/* PROVIDER_LIST */.Pj.filter(({ clusterProvider }) => clusters.some(({ provider }) => provider === clusterProvider));
    const keys = (0,safe_text/* joinSafe */.e)(used.map(({ title }) => title), (0,safe_text/* safe */.gB) `, `);
    const who = clusters.length === 1 ? (0,safe_text/* safe */.gB) `The only cluster uses` : (0,safe_text/* safe */.gB) `All ${clusters.length} clusters use`;
    return { condition, held: true, detail: (0,safe_text/* safe */.gB) `${who} a valid customer-managed key (${keys}). ${scope}` };
}
/** Why a cluster does not fulfil the condition `clusters`; undefined if it does. */
function problemOf({ provider, isShared }, reported) {
    if (isShared)
        return (0,safe_text/* safe */.gB) `a shared cluster: M0, M2 and M5 cannot have a key`;
    const table = domain_providers/* PROVIDER_LIST */.Pj.find(({ clusterProvider }) => clusterProvider === provider);
    if (table === undefined)
        return (0,safe_text/* safe */.gB) `no customer-managed key`;
    const { enabled, valid } = (0,domain_reported/* providerState */.J)(reported, table.name);
    if (!enabled)
        return (0,safe_text/* safe */.gB) `encrypted with ${table.clusterProvider}, which is not enabled in the project`;
    return valid ? undefined : (0,safe_text/* safe */.gB) `encrypted with ${table.clusterProvider}, whose key is not valid`;
}

// EXTERNAL MODULE: ./build/domain/conditions.js
var conditions = __webpack_require__(475);
;// CONCATENATED MODULE: ./build/modes/check-requirements.js







/** How each condition is checked, with only the requests that it needs. */
const CHECKS = {
    clusters: async ({ context, desired, reported }) => clustersEncrypted(await context.atlas.listClusters(desired.id), reported),
    'rotation-alert': async ({ context, desired, reported }) => rotationAlert(await context.atlas.listAlertConfigurations(desired.id), namesOf(desired), reported),
    'no-open-alerts': async ({ context, desired }) => noOpenAlerts(await context.atlas.listOpenAlerts(desired.id)),
    'role-based-auth': ({ reported }) => roleBasedAuth(reported),
    'private-networking': ({ reported }) => privateNetworking(reported),
    'private-endpoints': async (input) => {
        const providers = enabledProviders(input.reported).filter((name) => domain_providers/* PROVIDERS */.xq[name].hasPrivateEndpoints);
        if (input.context.apiVersion === 'v1.0' && providers.length > 0)
            return unknownEndpoints;
        return privateEndpoints(await listEndpoints(input, providers));
    },
    'search-nodes': ({ reported }) => searchNodes(reported),
    'no-other-provider': ({ desired, reported }) => noOtherProvider(namesOf(desired), reported),
    'service-account-secret': ({ context, desired }) => context.serviceAccount.check(context.atlas, desired.id),
};
/**
 * Checks the conditions that the workflow requires against what Atlas last reported. A condition that cannot be checked is
 * "unknown", which fails the step like one that is not met.
 *
 * @returns whether all are met
 * @throws ActionError only when the run itself ends
 */
async function checkRequirements(context, desired) {
    const { run, state } = context;
    for (const condition of desired.require) {
        const requirement = await check(condition, { context, desired, reported: state.reported ?? {} });
        state.requirements.push(requirement);
        run.emit({ type: 'required', requirement });
    }
    return state.requirements.every(({ held }) => held === true);
}
async function check(condition, input) {
    try {
        return await CHECKS[condition](input);
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ) || error instanceof errors/* RunEndError */.fi)
            throw error;
        return { condition, held: null, detail: lacksRole(error) ? roleDetail(error, condition, input) : error.message };
    }
}
/** Names the role that the condition needs, in place of the advice of the request. */
function roleDetail({ code, parts }, condition, { context }) {
    const role = context.apiVersion === 'v1.0' ? (0,safe_text/* safe */.gB) `Project Owner` : (0,safe_text/* safe */.gB) `${conditions/* CONDITION_TABLE */.d[condition].role}`;
    const { message } = new errors/* ActionError */.lZ(code, { ...parts, advice: undefined });
    return (0,safe_text/* safe */.gB) `The credentials need the role ${role} on this project to check it. ${message}`;
}
const namesOf = ({ providers }) => providers.map(({ provider }) => provider);
const unknownEndpoints = {
    condition: 'private-endpoints',
    held: null,
    detail: (0,safe_text/* safe */.gB) `Version 1.0 of the Atlas API does not show private endpoints. Set \`api-version: v2\`.`,
};
async function listEndpoints({ context: { atlas }, desired }, providers) {
    const endpoints = new Map();
    for (const name of providers) {
        endpoints.set(name, await atlas.listPrivateEndpoints(desired.id, domain_providers/* PROVIDERS */.xq[name]));
    }
    return endpoints;
}

;// CONCATENATED MODULE: ./build/modes/last-change.js


/** Who last changed the configuration, by Atlas's events; null if that cannot be read in time. */
async function lookUpLastChange({ atlas, run }, projectId) {
    const event = await optionalLookup(run, (signal) => atlas.getLatestEvent(projectId, ['ENCRYPTION_AT_REST_CONFIGURATION_UPDATED'], signal));
    if (event == null)
        return null;
    const when = event.created ?? (0,safe_text/* safe */.gB) `an unknown time`;
    const who = event.who ?? (0,safe_text/* safe */.gB) `an unknown caller`;
    run.emit({ type: 'note', text: (0,safe_text/* safe */.gB) `Last change of the configuration: ${when} by ${who}` });
    return { when, who };
}

;// CONCATENATED MODULE: ./build/modes/drift.js







/** Checks whether Atlas is still as desired, and whether the keys of the desired providers that are enabled are valid. */
async function drift(context, given) {
    const { run, state } = context;
    const { desired, reported, comparisons } = await compareWithAtlas(context, given);
    const findings = [];
    if ((0,domain_result/* targets */.zV)(desired, reported).some(({ enabled, valid }) => enabled && !valid)) {
        findings.push('invalid');
        await lookUpAtRisk(context, desired);
    }
    if (!(await checkRequirements(context, desired)))
        findings.push('requirement');
    if ((0,compare/* differences */.tX)(comparisons).length > 0) {
        findings.push('drift');
        state.lastChange = await lookUpLastChange(context, desired.id);
    }
    if ((0,compare/* comparedNothing */.bz)(comparisons)) {
        const text = (0,safe_text/* safe */.gB) `Atlas returns none of the fields that are set, so this drift check compared nothing.`;
        run.emit({ type: 'warning', text });
    }
    return { result: 'passed', findings };
}

;// CONCATENATED MODULE: ./build/domain/exported.js




/**
 * The enabled providers of a project as a config file can describe them without a difference: fields without a value and, beside a
 * role, the ids of static credentials are left out, because the file takes only one way to authenticate.
 */
function exportedProviders({ reported, clusters, endpoints }) {
    return enabledProviders(reported).map((name) => {
        const provider = domain_providers/* PROVIDERS */.xq[name];
        const fields = exportedFields(provider, reported);
        const own = clusters.filter((cluster) => cluster.provider === provider.clusterProvider && !cluster.isShared);
        const { regions, remarks } = exportedRegions(fields, endpoints.get(name) ?? []);
        return {
            provider: name,
            fields,
            clusters: [...new Set(own.map((cluster) => cluster.name))].sort((a, b) => (a < b ? -1 : 1)),
            privateEndpointRegions: regions,
            remarks: [...credentialRemarks(provider, fields), ...remarks],
        };
    });
}
function exportedFields({ name, fields }, reported) {
    const block = (0,domain_reported/* reportedProvider */.a)(reported, name);
    const hasValue = (value) => value != null && value !== '';
    const hasRole = hasValue(block.roleId);
    const exported = {};
    for (const field of fields) {
        const value = block[field.name];
        if (field.secret || (hasRole && field.staticCredential) || !hasValue(value))
            continue;
        exported[field.name] = value;
    }
    return exported;
}
/** Regions in the file imply private networking, so with private networking off they would be a difference. */
function exportedRegions(fields, endpoints) {
    const active = new Set(endpoints.filter(({ status }) => status === 'ACTIVE').map(({ region }) => region));
    const isPrivate = fields.requirePrivateNetworking === true;
    const regions = isPrivate ? [...active].sort((a, b) => (a < b ? -1 : 1)) : [];
    const others = endpoints.filter(({ region }) => !regions.includes(region));
    if (others.length === 0)
        return { regions, remarks: [] };
    const listed = [...new Set(others.map(({ region, status }) => (0,safe_text/* safe */.gB) `${region} (${status})`))];
    const why = active.size > regions.length ? (0,safe_text/* safe */.gB) `requirePrivateNetworking is not on` : (0,safe_text/* safe */.gB) `the private endpoints are not active`;
    return { regions, remarks: [(0,safe_text/* safe */.gB) `Not in privateEndpointRegions, because ${why}: ${(0,safe_text/* joinSafe */.e)(listed, (0,safe_text/* safe */.gB) `, `)}`] };
}
function credentialRemarks(provider, fields) {
    if (fields.roleId !== undefined)
        return [];
    const statics = provider.fields.filter(({ staticCredential }) => staticCredential);
    const ids = statics.filter(({ secret }) => !secret);
    // Atlas never shows anything of Google's key, so there a missing role is all that there is to see.
    if (ids.length > 0 && ids.every(({ name }) => fields[name] === undefined))
        return [];
    const names = (0,safe_text/* joinSafe */.e)(statics.map(({ name }) => (0,safe_text/* safe */.gB) `${name}`), (0,safe_text/* safe */.gB) `, `);
    const secrets = (0,safe_text/* joinSafe */.e)(statics.filter(({ secret }) => secret).map(({ name }) => (0,safe_text/* safe */.gB) `${name}`), (0,safe_text/* safe */.gB) `, `);
    return [(0,safe_text/* safe */.gB) `Uses static credentials: ${names}. Atlas never returns ${secrets}.`];
}

;// CONCATENATED MODULE: ./build/modes/export.js







/**
 * Reads everything of a project that a config file can describe. Lists that the credentials may not read are left out.
 *
 * @throws ActionError if anything else cannot be read
 */
async function exportProject(context, desired) {
    const { state, isMultiProject } = context;
    const { id } = desired;
    const reported = await readReported(context, desired);
    const name = desired.name ?? (isMultiProject ? null : await readName(context, id));
    const enabled = enabledProviders(reported);
    const omissions = [];
    const read = {
        reported,
        clusters: enabled.length === 0 ? [] : await readClusters(context, id, omissions),
        endpoints: await readAllEndpoints(context, { id, enabled }, omissions),
    };
    state.exported = {
        id,
        name,
        providers: exportedProviders(read),
        enabledForSearchNodes: reported.enabledForSearchNodes === true,
        omissions,
        ...read,
    };
    return { result: 'exported', findings: [] };
}
/** The name is a label alone, so it is left out if it cannot be read. */
async function readName({ atlas, run }, id) {
    try {
        return (await atlas.getProjectName(id)) || null;
    }
    catch (error) {
        run.signal.throwIfAborted();
        if (!(error instanceof errors/* ActionError */.lZ) || error instanceof errors/* RunEndError */.fi)
            throw error;
        run.emit({ type: 'note', text: (0,safe_text/* safe */.gB) `The name of the project cannot be read and is left out.` });
        return null;
    }
}
async function readClusters({ atlas, apiVersion }, id, omissions) {
    // A config file with clusters needs v2.
    if (apiVersion === 'v1.0')
        return [];
    return await ifPermitted((0,safe_text/* safe */.gB) `clusters`, omissions, () => atlas.listClusters(id));
}
async function readAllEndpoints({ atlas, apiVersion }, { id, enabled }, omissions) {
    const endpoints = new Map();
    if (apiVersion === 'v1.0')
        return endpoints;
    for (const provider of enabled) {
        const table = domain_providers/* PROVIDERS */.xq[provider];
        if (!table.hasPrivateEndpoints)
            continue;
        const what = (0,safe_text/* safe */.gB) `private endpoints (${table.title})`;
        endpoints.set(provider, await ifPermitted(what, omissions, () => atlas.listPrivateEndpoints(id, table)));
    }
    return endpoints;
}
async function ifPermitted(what, omissions, list) {
    try {
        return await list();
    }
    catch (error) {
        if (!isNotPermitted(error))
            throw error;
        omissions.push((0,safe_text/* safe */.gB) `${what}: Atlas responded with HTTP ${error.status}`);
        return [];
    }
}

;// CONCATENATED MODULE: ./build/modes/plan.js






/** Says what `apply` would do, step by step. */
async function plan(context, given) {
    const { run, state } = context;
    const prepared = await prepareChange(context, given);
    if (!isEmpty(prepared.patch)) {
        state.patch = new redact/* FieldRedactor */.J(run.secrets).patch(prepared.patch);
        run.emit({ type: 'patch', patch: state.patch, sent: false });
    }
    const steps = addSteps(context, prepared);
    state.changed = state.patch !== null || steps > 0;
    return { result: 'planned', findings: [] };
}
/**
 * Says what apply does besides the first PATCH of encryptionAtRest, in the order in which apply does it.
 *
 * @returns how many steps there are, without that which disables a provider
 */
function addSteps(context, prepared) {
    const { targets, last } = prepared;
    const changing = targets.filter(({ cluster, expected }) => cluster?.provider !== expected);
    const steps = [
        ...endpointSteps(prepared, true),
        ...changing.filter(({ expected }) => expected !== 'NONE').map(switchStep),
        ...changing.filter(({ expected }) => expected === 'NONE').map(switchStep),
        ...endpointSteps(prepared, false),
    ];
    for (const step of steps)
        addNote(context, step);
    for (const { atlasObject, title } of domain_providers/* PROVIDER_LIST */.Pj) {
        if (last[atlasObject] !== undefined)
            addNote(context, (0,safe_text/* safe */.gB) `Apply would disable ${title} last, once nothing uses it.`);
    }
    if (changing.length > 0) {
        addNote(context, (0,safe_text/* safe */.gB) `Atlas switches each cluster in a rolling change without downtime, which can take hours.`);
    }
    return steps.length;
}
function switchStep({ name, cluster, expected }) {
    return (0,safe_text/* safe */.gB) `Apply would switch cluster ${name}: ${cluster?.provider ?? 'NONE'} \u2192 ${expected}.`;
}
/** The private endpoints that apply creates, or those of disabled providers that it deletes. */
function endpointSteps({ desired, endpoints }, isCreation) {
    return desired.providers
        .filter(({ enabled }) => enabled === isCreation)
        .flatMap(({ provider, privateEndpointRegions = [] }) => {
        const existing = new Set((endpoints.get(provider) ?? []).map(({ region }) => region));
        return privateEndpointRegions
            .filter((region) => existing.has(region) !== isCreation)
            .map((region) => isCreation
            ? (0,safe_text/* safe */.gB) `Apply would create a private endpoint in ${region}.`
            : (0,safe_text/* safe */.gB) `Apply would delete the private endpoint in ${region}.`);
    });
}

;// CONCATENATED MODULE: ./build/modes/verify.js





/**
 * Proves that the named providers, or with none named every enabled one and at least one, are enabled and their keys valid. For
 * a project that names only providers to be disabled, proves that they are disabled.
 */
async function verify(context, desired) {
    const reported = await readReported(context, desired);
    const isToBeDisabled = desired.providers.length > 0 && desired.providers.every(({ enabled }) => !enabled);
    const valid = isToBeDisabled
        ? desired.providers.every(({ provider }) => !(0,domain_reported/* providerState */.J)(reported, provider).enabled)
        : await waitForValid(context, desired, reported);
    const findings = valid ? [] : ['invalid'];
    // The run's `timeout` is over: what Atlas has said about the key stands, and nothing more can be asked.
    if (context.run.signal.aborted)
        return { result: 'passed', findings };
    if (!valid && !isToBeDisabled)
        await lookUpAtRisk(context, desired);
    if (!(await checkRequirements(context, desired)))
        findings.push('requirement');
    return { result: 'passed', findings };
}

;// CONCATENATED MODULE: ./build/modes/run-mode.js








const HANDLERS = {
    apply: apply,
    plan: plan,
    verify: verify,
    drift: drift,
    export: exportProject,
};
/**
 * Runs a mode on one project.
 *
 * @returns how it ended; an error is a result too, even a defect, with what was known by then
 */
async function runMode(mode, desired, base) {
    const state = (0,project_state/* initialState */.ue)();
    const secrets = base.isMultiProject ? null : base.run.secrets;
    try {
        const { result, findings } = await HANDLERS[mode]({ ...base, state }, desired);
        const excused = findings.filter((finding) => isExcused(finding, mode, base.limits, (0,domain_result/* targets */.zV)(desired, state.reported ?? {})));
        const facts = (0,project_state/* factsOf */.xS)(mode, desired, state, secrets, { findings, excused });
        const failureReason = findings.find((finding) => !excused.includes(finding));
        return failureReason === undefined
            ? { ...facts, result, failureReason: null, error: null }
            : { ...facts, result: 'failed', failureReason, error: null };
    }
    catch (error) {
        const facts = (0,project_state/* factsOf */.xS)(mode, desired, state, secrets);
        return { ...facts, result: 'failed', failureReason: 'error', error: (0,errors/* toReportedError */.zc)(error) };
    }
}
/** `fail-on-invalid: false` excuses an invalid key, but not that a provider is not enabled, which is drift in drift. */
function isExcused(finding, mode, limits, providers) {
    switch (finding) {
        case 'drift':
            return !limits.failOnDrift;
        case 'requirement':
            return false;
        case 'invalid':
            return (!limits.failOnInvalid && providers.length > 0 && (mode === 'drift' || providers.every(({ enabled }) => enabled)));
    }
}

;// CONCATENATED MODULE: ./build/domain/service-account-secret.js


const DAY_MS = 86_400_000;
/** Time enough for a person to replace a secret. */
const MIN_DAYS_LEFT = 14;
/**
 * The secret that a run uses does not expire within 14 days. Of several it is the one that ends in the same four characters,
 * else the one that was last used, else the first to expire.
 *
 * @param secret the client secret that the run uses
 * @param now milliseconds since 1970
 */
function serviceAccountSecret(secrets, secret, now) {
    const condition = 'service-account-secret';
    const used = secretInUse(secrets, secret);
    if (used?.expiresAt === undefined) {
        return { condition, held: null, detail: (0,safe_text/* safe */.gB) `Atlas does not say when the secret of the service account expires.` };
    }
    const day = (0,sentences/* isoDay */.kh)(used.expiresAt);
    const left = Math.floor((used.expiresAt - now) / DAY_MS);
    if (used.expiresAt - now >= MIN_DAYS_LEFT * DAY_MS) {
        return {
            condition,
            held: true,
            detail: (0,safe_text/* safe */.gB) `The secret of the service account expires on ${day}, in ${left} days.`,
        };
    }
    const advice = (0,safe_text/* safe */.gB) `Create a new secret in Atlas and store it before then.`;
    return left < 0
        ? { condition, held: false, detail: (0,safe_text/* safe */.gB) `The secret of the service account expired on ${day}. ${advice}` }
        : {
            condition,
            held: false,
            detail: (0,safe_text/* safe */.gB) `The secret of the service account expires on ${day}, in ${left} days. ${advice}`,
        };
}
function secretInUse(secrets, secret) {
    const end = secret.slice(-4);
    const matching = secrets.filter(({ lastFour }) => lastFour !== '' && lastFour === end);
    const candidates = matching.length > 0 ? matching : secrets;
    const lastUsed = candidates
        .filter(({ lastUsedAt }) => lastUsedAt !== undefined)
        .toSorted((a, b) => (b.lastUsedAt ?? 0) - (a.lastUsedAt ?? 0));
    if (lastUsed[0] !== undefined)
        return lastUsed[0];
    return candidates.toSorted((a, b) => (a.expiresAt ?? Infinity) - (b.expiresAt ?? Infinity))[0];
}

;// CONCATENATED MODULE: ./build/modes/service-account-check.js


/** Checks the condition `service-account-secret`, which is about the run's credentials and so asked about once a run. */
class ServiceAccountCheck {
    #credentials;
    #apiVersion;
    #wallNow;
    #result;
    /** @param wallNow milliseconds since 1970 */
    constructor(credentials, apiVersion, wallNow) {
        this.#credentials = credentials;
        this.#apiVersion = apiVersion;
        this.#wallNow = wallNow;
    }
    /**
     * @param projectId a project that the service account belongs to
     * @throws ActionError if Atlas cannot be asked
     */
    check(atlas, projectId) {
        this.#result ??= this.#ask(atlas, projectId);
        return this.#result;
    }
    async #ask(atlas, projectId) {
        const condition = 'service-account-secret';
        switch (this.#credentials.kind) {
            case 'api-key':
                return { condition, held: true, detail: (0,safe_text/* safe */.gB) `The run uses an API key, which does not expire.` };
            case 'access-token':
                return {
                    condition,
                    held: null,
                    detail: (0,safe_text/* safe */.gB) `The run uses an access token, so its service account is not known.`,
                };
            case 'service-account': {
                if (this.#apiVersion === 'v1.0') {
                    return {
                        condition,
                        held: null,
                        detail: (0,safe_text/* safe */.gB) `Version 1.0 of the Atlas API does not say when a secret expires.`,
                    };
                }
                const { clientId, clientSecret } = this.#credentials;
                const secrets = await atlas.listServiceAccountSecrets(projectId, clientId);
                return serviceAccountSecret(secrets, clientSecret, this.#wallNow());
            }
        }
    }
}

;// CONCATENATED MODULE: ./build/projects/run-projects.js



const PROGRESS_INTERVAL_MS = 2000;
/** Projects with an unknown state that the warning names; it counts the others. */
const MAX_NAMED = 10;
/** The other events describe one project step by step; of hundreds of projects, they would hide what is sent and what goes wrong. */
const PER_PROJECT_EVENTS = new Set(['patch', 'retry', 'note', 'warning']);
/**
 * Runs many projects, some at once: each worker takes the next one as soon as it is free, over a connection of its own. The
 * failure of one project never stops the others. The end of the run does, and the projects that were not begun say so.
 *
 * @returns a result for each project, ordered by id, so that the same projects in other jobs give the same order
 */
async function runProjects(projects, concurrency, work, run) {
    const results = [];
    const reportProgress = progressReporter(projects.length, run);
    const queue = projects.values();
    async function worker() {
        const connection = work.openConnection();
        for (const project of queue) {
            const context = projectContext(project, run);
            const result = run.signal.aborted
                ? work.notReached(project, notReachedError(run))
                : await work.handle(project, connection(context), context);
            results.push(result);
            reportProgress(results);
        }
    }
    await Promise.all(Array.from({ length: Math.min(concurrency, projects.length) }, worker));
    results.sort((a, b) => (a.projectId < b.projectId ? -1 : 1));
    warnAboutUnknownStates(results, run);
    return results;
}
function notReachedError({ signal, secrets }) {
    const { message, parts: _, ...error } = (0,errors/* toReportedError */.zc)(signal.reason);
    return { ...error, message: (0,safe_text/* safe */.gB) `Not reached: ${secrets.sanitize(message)}` };
}
/** @returns a function that takes all results so far and emits how many there are, at most every two seconds */
function progressReporter(of, { clock, emit }) {
    let reportedAt = clock.now();
    let failed = 0;
    return (results) => {
        if (results.at(-1)?.result === 'failed')
            failed += 1;
        const now = clock.now();
        if (now - reportedAt < PROGRESS_INTERVAL_MS || results.length === of)
            return;
        reportedAt = now;
        emit({ type: 'progress', done: results.length, of, failed });
    };
}
/** One warning for all projects, since a cancellation may interrupt a change of every worker. */
function warnAboutUnknownStates(results, { emit, secrets }) {
    const labels = results.filter(({ stateUnknown }) => stateUnknown).map((result) => run_projects_labelOf(result, secrets));
    if (labels.length === 0)
        return;
    const more = labels.length > MAX_NAMED ? (0,safe_text/* safe */.gB) ` and ${labels.length - MAX_NAMED} more` : (0,safe_text/* safe */.gB) ``;
    const named = (0,safe_text/* joinSafe */.e)(labels.slice(0, MAX_NAMED), (0,safe_text/* safe */.gB) `, `);
    const text = (0,safe_text/* safe */.gB) `A change was in progress when the run ended, so the state is unknown: ${named}${more}. Atlas may or may not have carried it out. Check with \`mode: plan\`.`;
    emit({ type: 'warning', text });
}
/** The context of one project: its events carry its name, as far as they are worth a line among hundreds of projects. */
function projectContext({ id, name }, run) {
    const emit = (event) => {
        // The label takes time, and most projects have nothing to say.
        if (PER_PROJECT_EVENTS.has(event.type))
            run.emit({ ...event, about: run_projects_labelOf({ projectId: id, name }, run.secrets) });
    };
    return { ...run, emit };
}
function run_projects_labelOf({ projectId, name }, secrets) {
    const id = secrets.sanitize(projectId);
    return name === null || name === '' ? id : (0,safe_text/* safe */.gB) `${secrets.sanitize(name, limits/* MAX_NAME_LENGTH */.E)} (${id})`;
}

// EXTERNAL MODULE: ./build/projects/shard.js
var projects_shard = __webpack_require__(3175);
// EXTERNAL MODULE: ./build/report/events.js
var events = __webpack_require__(6710);
// EXTERNAL MODULE: ./build/report/report.js
var report_report = __webpack_require__(7177);
// EXTERNAL MODULE: ./build/run/deadlines.js
var deadlines = __webpack_require__(7695);
// EXTERNAL MODULE: ./build/domain/selection.js
var domain_selection = __webpack_require__(7563);
;// CONCATENATED MODULE: ./build/run/list-selected.js



/**
 * The projects of an organization that the workflow selects.
 *
 * @throws ActionError if they cannot be listed, or `INPUT` if the selection leaves none of them
 */
async function listSelected({ id: organizationId, selection, desired }, atlas, run) {
    const listed = await atlas.listProjects(organizationId);
    const { selected, unmatched } = (0,domain_selection/* selectProjects */.hX)(listed, selection);
    if (selection.include.length + selection.exclude.length > 0) {
        run.emit({ type: 'note', text: (0,safe_text/* safe */.gB) `Selected ${selected.length} of ${listed.length} projects` });
    }
    for (const { text } of unmatched) {
        run.emit({ type: 'warning', text: (0,safe_text/* safe */.gB) `\`${text}\` matches no project of the organization.` });
    }
    if (listed.length > 0 && selected.length === 0) {
        throw new errors/* ActionError */.lZ('INPUT', {
            what: (0,safe_text/* safe */.gB) `\`include-projects\` and \`exclude-projects\` select none of the ${listed.length} projects of the organization.`,
            advice: (0,safe_text/* safe */.gB) `Correct the patterns.`,
        });
    }
    return selected.map(({ id, name }) => ({ ...desired, id, name: name || null }));
}

// EXTERNAL MODULE: ./build/run/publish-github.js
var publish_github = __webpack_require__(6153);
;// CONCATENATED MODULE: ./build/run/execute.js













/**
 * Runs a mode on the project, or on all that the config file or the organization has.
 *
 * @throws ActionError if Atlas cannot be asked at all, or does not say which projects there are
 */
async function execute(settings, runtime, secrets, log) {
    logTarget(settings, secrets, log);
    const finished = new AbortController();
    const run = {
        ...(0,deadlines/* startTimeout */.kk)(settings.timeout, runtime, finished.signal),
        clock: runtime.clock,
        secrets,
        emit: (event) => {
            if (event.type === 'warning')
                log.warning((0,events/* describeEvent */.g)(event));
            else
                log.info((0,events/* describeEvent */.g)(event));
        },
    };
    try {
        const exporter = await openExporter(settings, runtime, run);
        const work = { settings, runtime, run, exporter };
        const projects = await runInSession(work, finished.signal);
        return await execute_outcomeOf(projects, work, (await exporter?.write(projects)) ?? null);
    }
    finally {
        finished.abort();
    }
}
/** @throws ActionError `INPUT` if the file of an export may not be written */
async function openExporter({ exportFile, apiVersion }, { env }, run) {
    if (exportFile === undefined)
        return null;
    const { Exporter: Loaded } = await Promise.all(/* import() | export */[__webpack_require__.e("yaml"), __webpack_require__.e("yaml-documents"), __webpack_require__.e("read-config-file"), __webpack_require__.e("export")]).then(__webpack_require__.bind(__webpack_require__, 6460));
    return new Loaded({ exportFile, apiVersion, env, run });
}
async function runInSession(work, finished) {
    const { settings, runtime, run } = work;
    const session = await openAtlasSession(settings, runtime.env, run);
    try {
        return await runTarget(work, session);
    }
    finally {
        await session.close((0,deadlines/* cleanupSignal */.Z5)(run, finished));
    }
}
/** Runs the mode on one project or many. */
async function runTarget({ settings, run, exporter }, session) {
    const { mode, target, shard, concurrency, limits, credentials, apiVersion } = settings;
    const serviceAccount = new ServiceAccountCheck(credentials, apiVersion, () => run.clock.wallNow());
    const base = { limits, apiVersion, serviceAccount, isMultiProject: target.kind !== 'project' };
    const handle = async (project, atlas, own) => {
        const result = await runMode(mode, project, { ...base, run: own, atlas });
        return exporter?.check(result) ?? result;
    };
    const first = session.openConnection();
    if (target.kind === 'project') {
        return [await handle(target.projects[0], first(run), run)];
    }
    // The connection that lists the projects of an organization goes on to handle them.
    const spare = [first];
    const projects = target.kind === 'organization' ? await listSelected(target, first(run), run) : target.projects;
    const work = {
        openConnection: () => spare.pop() ?? session.openConnection(),
        handle,
        notReached: (project, error) => (0,project_state/* failedEarly */.FJ)(mode, project, error),
    };
    return await runProjects((0,projects_shard/* projectsOfShard */.c)(projects, shard), concurrency, work, run);
}
async function execute_outcomeOf(projects, { settings, runtime, run }, written) {
    const { mode, target, shard, baseUrl } = settings;
    const isMultiProject = target.kind !== 'project';
    const isCutShort = run.signal.aborted && projects.some(({ error }) => error?.endsRun);
    const error = isCutShort ? (0,errors/* toReportedError */.zc)(run.signal.reason) : (written?.error ?? null);
    const report = (0,report_report/* buildReport */.FK)({ mode, shard: shard?.text ?? null, isMultiProject, projects, error });
    const findings = {
        projects,
        report,
        target,
        shard,
        atlasOrigin: baseUrl.origin,
        isInShard: (id) => shard === null || (0,projects_shard/* isInShard */.O)(id, shard),
    };
    const links = await (0,publish_github/* publishIfRequested */.n)(findings, settings, runtime, run);
    return {
        report,
        run: (0,report_report/* currentRun */.xh)(runtime, run.secrets),
        project: isMultiProject || written?.error ? null : (projects[0] ?? null),
        links,
        ...(error !== null && { error }),
        ...(written?.exported && { exported: written.exported }),
        atlasOrigin: baseUrl.origin,
        warnings: [],
    };
}
function logTarget({ mode, target, baseUrl, apiVersion, credentials, shard }, secrets, log) {
    const host = secrets.sanitize(new URL(baseUrl.origin).host);
    const parts = [
        (0,safe_text/* safe */.gB) `${mode}`,
        describeTarget(target),
        ...(shard === null ? [] : [(0,safe_text/* safe */.gB) `shard ${shard.text}`]),
        host,
        (0,safe_text/* safe */.gB) `API ${apiVersion}`,
        CALLERS[credentials.kind],
    ];
    log.info((0,safe_text/* joinSafe */.e)(parts, (0,safe_text/* safe */.gB) ` \u00b7 `));
    if (baseUrl.isMongoDb)
        return;
    log.info((0,safe_text/* safe */.gB) `${host} is not a MongoDB host. The credentials are sent to it.`);
}
const CALLERS = {
    'service-account': (0,safe_text/* safe */.gB) `service account`,
    'api-key': (0,safe_text/* safe */.gB) `API key`,
    'access-token': (0,safe_text/* safe */.gB) `access token`,
};
function describeTarget(target) {
    switch (target.kind) {
        case 'project':
            return (0,safe_text/* safe */.gB) `project ${target.projects[0].id}`;
        case 'config-file':
            return (0,safe_text/* safe */.gB) `${target.projects.length} ${target.projects.length === 1 ? (0,safe_text/* safe */.gB) `project` : (0,safe_text/* safe */.gB) `projects`} of ${target.file}`;
        case 'organization':
            return (0,safe_text/* safe */.gB) `organization ${target.id}`;
    }
}


/***/ })

};
