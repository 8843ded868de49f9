export const id = "github";
export const ids = ["github"];
export const modules = {

/***/ 8018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishToGitHub: () => (/* binding */ publishToGitHub)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/report/links.js + 1 modules
var links = __webpack_require__(4073);
// EXTERNAL MODULE: ./build/report/report.js
var report_report = __webpack_require__(7177);
// EXTERNAL MODULE: ./build/sanitize/safe-text.js
var safe_text = __webpack_require__(4033);
// EXTERNAL MODULE: ./build/node_modules/@actions/github/lib/github.js + 22 modules
var github = __webpack_require__(8134);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 2 modules
var schemas = __webpack_require__(5395);
// EXTERNAL MODULE: ./build/network/connect.js + 1 modules
var connect = __webpack_require__(4086);
// EXTERNAL MODULE: ./build/node_modules/undici/index.js
var undici = __webpack_require__(7723);
// EXTERNAL MODULE: ./build/network/read-bounded.js
var read_bounded = __webpack_require__(1953);
;// CONCATENATED MODULE: ./build/github/bounded-fetch.js


/** Statuses that a `Response` is not allowed to have a body with. */
const WITHOUT_BODY = new Set([204, 205, 304]);
/** Octokit parses the whole body of an error; of more than this it has nothing that is used. */
const MAX_ERROR_BYTES = 64 * 1024;
/** The response is larger than any that GitHub sends. */
class ResponseTooLargeError extends Error {
}
/**
 * Makes a `fetch` for Octokit, whose own follows redirects to any host and reads without a limit. This one sends requests only
 * where the dispatcher leads, returns redirects as they are, and has read the whole response when it returns, so that the
 * signal bounds the time of both.
 *
 * @throws ResponseTooLargeError
 */
function boundedFetch(dispatcher) {
    return async (url, init) => {
        const options = { ...init, dispatcher, redirect: 'manual' };
        const response = await (0,undici.fetch)(url, options);
        const body = response.body === null ? null : await (0,read_bounded/* readBounded */.CB)(response.body, () => new ResponseTooLargeError());
        const { status, statusText } = response;
        const headers = [...response.headers];
        const hasNoUse = body !== null && status >= 400 && body.length > MAX_ERROR_BYTES;
        return new Response(WITHOUT_BODY.has(status) || hasNoUse ? null : body, { status, statusText, headers });
    };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(3759);
;// CONCATENATED MODULE: ./build/github/errors.js


/** GitHub did not do what it was asked for. The message says what to do about it. */
class GitHubError extends Error {
    /** Of the response; 0 if there was none. */
    status;
    constructor(message, status) {
        super(message);
        this.name = 'GitHubError';
        this.status = status;
    }
}
/** GitHub's documentation asks to wait a minute where the response does not say how long. */
const DEFAULT_RATE_LIMIT_WAIT_S = 60;
/** Describes what Octokit threw. */
function describeError(thrown, request) {
    if (thrown.cause instanceof ResponseTooLargeError)
        return { error: new GitHubError((0,safe_text/* safe */.gB) `GitHub sent a response of more than 10 MiB, so it was not read.`, 200) };
    const { status: claimed = 0, response } = thrown;
    // To Octokit a request without a response has the status 500.
    const status = response === undefined ? 0 : claimed;
    if (isRateLimit(status, response)) {
        const waitMs = rateLimitWait(response?.headers ?? {});
        const message = (0,safe_text/* safe */.gB) `GitHub limits the rate of requests; it asks to wait ${waitMs / 1000} s.`;
        return { error: new GitHubError(message, status), waitMs };
    }
    const refusal = REFUSALS[status]?.(request.permission);
    if (refusal !== undefined)
        return { error: new GitHubError((0,safe_text/* safe */.gB) `GitHub responded with ${status}: ${refusal}`, status) };
    if (status === 0 || status >= 500) {
        const cause = status === 0 ? (0,safe_text/* safe */.gB) `no response` : (0,safe_text/* safe */.gB) `HTTP ${status}`;
        const error = new GitHubError((0,safe_text/* safe */.gB) `GitHub is unavailable (${cause}).`, status);
        return { error, ...(request.isRepeatable && { waitMs: 1000 }) };
    }
    return { error: new GitHubError((0,safe_text/* safe */.gB) `GitHub refused the request with HTTP ${status}.`, status) };
}
function isRateLimit(status, response) {
    if (status === 429)
        return true;
    if (status !== 403)
        return false;
    const { 'retry-after': retryAfter, 'x-ratelimit-remaining': remaining } = response?.headers ?? {};
    const message = response?.data?.message;
    const saysSo = typeof message === 'string' && /rate limit|abuse/i.test(message);
    return saysSo || Boolean(retryAfter) || remaining === '0';
}
/**
 * @returns milliseconds: from `Retry-After`, else up to the time at which the limit is reset, by the clock of the response
 */
function rateLimitWait(headers) {
    const resetMs = Number(headers['x-ratelimit-reset']) * 1000 - Date.parse(headers.date ?? '');
    const seconds = Number(headers['retry-after'] ?? Math.ceil(resetMs / 1000));
    return (Number.isFinite(seconds) && seconds >= 0 ? seconds : DEFAULT_RATE_LIMIT_WAIT_S) * 1000;
}
const REFUSALS = {
    401: (permission) => (0,safe_text/* safe */.gB) `the token of \`github-token\` is wrong or has expired; it needs the permission \`${permission}\`.`,
    403: (permission) => (0,safe_text/* safe */.gB) `the token of \`github-token\` needs the permission \`${permission}\`.`,
    404: (permission) => (0,safe_text/* safe */.gB) `the token of \`github-token\` needs the permission \`${permission}\`, and issues must be enabled in the repository.`,
    410: (permission) => (0,safe_text/* safe */.gB) `issues are disabled in the repository, or the token of \`github-token\` needs the permission \`${permission}\`.`,
};

;// CONCATENATED MODULE: ./build/github/entries.js



/** Entries asked for on one page, the most that GitHub returns. */
const PAGE_SIZE = 100;
const entries_text = schemas/* nullish */.cl6(schemas/* string */.YjP());
const entrySchema = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    number: schemas/* nullish */.cl6(schemas/* int */.Whr()),
    html_url: schemas/* string */.YjP().check(api/* _regex */.Fk(/^https?:\/\/[\w.:/#-]+$/)),
    body: entries_text,
    state: entries_text,
    pull_request: schemas/* optional */.lqM(schemas/* unknown */.L5J()),
    user: schemas/* nullish */.cl6(schemas/* object */.Ikc({ type: entries_text, login: entries_text })),
});
/**
 * @param server of the pages, whose addresses alone are shown and passed on to other steps
 * @throws GitHubError if it is not an issue or comment
 */
function parseEntry(value, server, secrets) {
    const { data, success } = entrySchema.safeParse(value);
    if (!success)
        throw unexpectedResponse();
    const { id, number = null, html_url: url, user } = data;
    const login = user?.login ?? '';
    return {
        id,
        number,
        url: url.startsWith(`${server}/`) ? secrets.sanitize(url) : (0,safe_text/* safe */.gB) ``,
        body: data.body ?? '',
        isOpen: data.state === 'open',
        isPullRequest: data.pull_request !== undefined,
        author: login === '' ? null : { login, isPerson: user?.type === 'User' },
    };
}
/**
 * Checks one page of a list before its entries are parsed, one by one: the first wrong entry ends it, since a schema of the
 * whole list would describe what is wrong with each of thousands.
 *
 * @throws GitHubError if it is not a list, or longer than a page
 */
function parsePage(value, server, secrets) {
    if (!Array.isArray(value) || value.length > PAGE_SIZE)
        throw unexpectedResponse();
    return value.map((item) => parseEntry(item, server, secrets));
}
function unexpectedResponse() {
    return new GitHubError((0,safe_text/* safe */.gB) `GitHub's response does not have the documented format.`, 200);
}

;// CONCATENATED MODULE: ./build/github/json-limits.js
/** Objects and lists in one response: a page of 100 issues, each with 100 labels, has about 12,000. */
const MAX_CONTAINERS = 50_000;
/** Values in one response: a page of 100 issues, each with 100 labels, has about 100,000. */
const MAX_VALUES = 500_000;
/** GitHub nests about five levels. */
const MAX_DEPTH = 32;
const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
/**
 * Whether a JSON text is of a size that GitHub's API returns: in its number of values and its depth, not in bytes. It is
 * checked before the text is parsed, because a few megabytes of `[{},{},\u2026]` would become hundreds of megabytes of objects.
 *
 * @param json need not be valid
 */
function isWithinJsonLimits(json) {
    let depth = 0;
    let containers = 0;
    let values = 0;
    for (let i = 0; i < json.length; i += 1) {
        switch (json[i]) {
            case QUOTE:
                i = endOfString(json, i + 1);
                break;
            case OPEN_LIST:
            case OPEN_OBJECT:
                depth += 1;
                containers += 1;
                if (depth > MAX_DEPTH || containers > MAX_CONTAINERS)
                    return false;
                break;
            case CLOSE_LIST:
            case CLOSE_OBJECT:
                depth -= 1;
                break;
            case COMMA:
                values += 1;
                if (values > MAX_VALUES)
                    return false;
                break;
            default:
        }
    }
    return true;
}
/** @returns the position of the quote that ends the string, or the length of the text if none does */
function endOfString(json, from) {
    for (let i = from; i < json.length; i += 1) {
        if (json[i] === BACKSLASH)
            i += 1;
        else if (json[i] === QUOTE)
            return i;
    }
    return json.length;
}

;// CONCATENATED MODULE: ./build/github/requests.js




const ATTEMPT_MS = 15_000;
const MAX_ATTEMPTS = 3;
/** A longer wait is left to the next run: the verdict on Atlas does not depend on GitHub. */
const MAX_WAIT_MS = 20_000;
/** A logger for Octokit, whose own writes to stderr, where the runner reads commands. */
const SILENT_LOG = { debug() { }, info() { }, warn() { }, error() { } };
/** Sends requests to GitHub: bounded in time and size, and again where a failure is transient. */
class Requests {
    #octokit;
    #permission;
    #run;
    /** @param permission what the token needs, for messages: `issues: write` */
    constructor(octokit, permission, run) {
        this.#octokit = octokit;
        this.#permission = permission;
        this.#run = run;
    }
    /**
     * @throws GitHubError
     * @throws the reason of the run's signal, when the run ends
     */
    async send(request) {
        const { clock, deadline, emit, signal } = this.#run;
        for (let attempt = 1;; attempt += 1) {
            try {
                return await this.#attempt(request);
            }
            catch (thrown) {
                if (thrown instanceof GitHubError)
                    throw thrown;
                if (signal.aborted)
                    throw signal.reason;
                // What was created is created twice if it is sent again, though only the response was lost.
                const isRepeatable = request.method !== 'POST' || request.isQuery === true;
                const { error, waitMs } = describeError(thrown, { isRepeatable, permission: this.#permission });
                const isWorthIt = waitMs !== undefined && waitMs <= MAX_WAIT_MS && clock.now() + waitMs < deadline;
                if (attempt >= MAX_ATTEMPTS || !isWorthIt)
                    throw error;
                const reason = error.status === 0 ? (0,safe_text/* safe */.gB) `no response` : (0,safe_text/* safe */.gB) `HTTP ${error.status}`;
                emit({ type: 'retry', request: (0,safe_text/* safe */.gB) `GitHub ${request.method}`, reason, waitMs });
                await clock.sleep(waitMs, signal);
            }
        }
    }
    async #attempt({ method, url, body }) {
        const signal = AbortSignal.any([this.#run.signal, AbortSignal.timeout(ATTEMPT_MS)]);
        const { data, headers, status } = await this.#octokit.request(`${method} ${url}`, {
            ...body,
            // Octokit would parse the body before anything is known of its size, and log deprecations with text of the response.
            request: { signal, log: SILENT_LOG, parseSuccessResponseBody: false },
        });
        // To Octokit a redirect is a success.
        if (Number(status) >= 300)
            throw new GitHubError((0,safe_text/* safe */.gB) `GitHub responded with ${Number(status)}, and redirects are not followed.`, Number(status));
        return { data: await parseBody(data), link: headers.link ?? '' };
    }
}
/** @param data a stream, or '' where the status has no body */
async function parseBody(data) {
    if (!(data instanceof ReadableStream))
        return undefined;
    const bytes = new Uint8Array(await new Response(data).arrayBuffer());
    if (!isWithinJsonLimits(bytes))
        throw unexpectedResponse();
    try {
        return JSON.parse(new TextDecoder().decode(bytes));
    }
    catch {
        throw unexpectedResponse();
    }
}

// EXTERNAL MODULE: ./build/network/loopback.js
var loopback = __webpack_require__(6964);
;// CONCATENATED MODULE: ./build/github/server-urls.js



/** @throws GitHubError if the token has nowhere to go, or only where others could read it */
function readServerUrls(env, sanitize) {
    const repository = env.GITHUB_REPOSITORY ?? '';
    if (!/^[\w-]+\/(?!\.{1,2}$)[\w.-]+$/.test(repository))
        throw new GitHubError((0,safe_text/* safe */.gB) `GITHUB_REPOSITORY does not name a repository.`, 0);
    const api = withoutSlash(env.GITHUB_API_URL || 'https://api.github.com');
    if (!isSafeForToken(api)) {
        const message = (0,safe_text/* safe */.gB) `GITHUB_API_URL is not an \`https://\` URL, so the token of \`github-token\` was not sent there.`;
        throw new GitHubError(message, 0);
    }
    const server = withoutSlash(env.GITHUB_SERVER_URL || 'https://github.com');
    const run = `${server}/${repository}/actions/runs/${env.GITHUB_RUN_ID ?? ''}`;
    return {
        repository,
        api,
        graphql: graphqlUrl(env.GITHUB_GRAPHQL_URL || derivedGraphqlUrl(api), api),
        server,
        run: env.GITHUB_RUN_ID && isUrl(run) ? sanitize(run) : null,
    };
}
/** Whether a text is an http or https URL without characters that mean anything in markup. */
function isUrl(text) {
    return /^https?:\/\/[\w.:/-]+$/.test(text);
}
/** Plain http is for this machine alone, where tests run a server of their own. */
function isSafeForToken(url) {
    if (!URL.canParse(url))
        return false;
    const { protocol, hostname } = new URL(url);
    return protocol === 'https:' || (protocol === 'http:' && (0,loopback/* isLoopback */.U)(hostname));
}
/** GitHub Enterprise Server has `/api/v3` and `/api/graphql` on one host, github.com `/graphql` on that of its REST API. */
function derivedGraphqlUrl(api) {
    return api.endsWith('/api/v3') ? `${api.slice(0, -'/v3'.length)}/graphql` : `${api}/graphql`;
}
function graphqlUrl(url, api) {
    return URL.canParse(url) && new URL(url).origin === new URL(api).origin ? url : null;
}
function withoutSlash(url) {
    return url.replace(/\/+$/, '');
}

;// CONCATENATED MODULE: ./build/github/client.js









const MAX_PAGES = 100;
/** Characters of the entries that a list may have in memory. */
const MAX_LIST_LENGTH = 64 * 1024 * 1024;
/**
 * @param permission what the token needs, for messages: `issues: write`
 * @throws GitHubError without a token, outside of a repository, or if the token would be sent where others can read it
 */
async function openGitHub(token, permission, env, run) {
    if (token === '')
        throw new GitHubError((0,safe_text/* safe */.gB) `Input \`github-token\` is empty. Set a token with \`${permission}\`.`, 0);
    const urls = readServerUrls(env, (text) => run.secrets.sanitize(text));
    const open = await (0,connect/* connector */.M)(new URL(urls.api).origin, env, run.secrets);
    const request = { fetch: boundedFetch(open()) };
    const octokit = (0,github/* getOctokit */.Q)(token, { baseUrl: urls.api, log: SILENT_LOG, request });
    return new RestClient(urls, new Requests(octokit, permission, run), run.secrets);
}
const viewerSchema = schemas/* object */.Ikc({ data: schemas/* object */.Ikc({ viewer: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }) }) });
const permissionSchema = schemas/* object */.Ikc({ permission: schemas/* string */.YjP() });
class RestClient {
    runUrl;
    #urls;
    #requests;
    #secrets;
    constructor(urls, requests, secrets) {
        this.runUrl = urls.run;
        this.#urls = urls;
        this.#requests = requests;
        this.#secrets = secrets;
    }
    async exists(path) {
        try {
            await this.#send('GET', path);
            return true;
        }
        catch (error) {
            if (error instanceof GitHubError && error.status === 404)
                return false;
            throw error;
        }
    }
    async list(path, matches) {
        // By id: while a list is read, a new entry moves others to the next page, where they come a second time.
        const matching = new Map();
        let length = 0;
        let isAnnounced = false;
        for (let page = 1; page <= MAX_PAGES && length <= MAX_LIST_LENGTH; page += 1) {
            const { entries, hasNext } = await this.#page(path, page);
            // Half a list proves nothing, neither that there is an issue nor that there is none.
            if (entries.length === 0 && (isAnnounced || hasNext)) {
                throw new GitHubError((0,safe_text/* safe */.gB) `GitHub returned an incomplete list, so it was not used.`, 200);
            }
            for (const entry of entries.filter(matches)) {
                matching.set(entry.id, entry);
                length += entry.body.length;
            }
            if (!hasNext && entries.length < PAGE_SIZE)
                return [...matching.values()];
            isAnnounced = hasNext;
        }
        throw new GitHubError((0,safe_text/* safe */.gB) `GitHub returned a list that is too long to be read.`, 200);
    }
    async #page(path, page) {
        // The next page is asked for by its number: the URL in the header could lead anywhere.
        const query = `${path.includes('?') ? '&' : '?'}per_page=${PAGE_SIZE}&page=${page}`;
        const { data, link } = await this.#send('GET', `${path}${query}`);
        return { entries: parsePage(data, this.#urls.server, this.#secrets), hasNext: /rel="next"/.test(link) };
    }
    async create(path, fields) {
        const { data } = await this.#send('POST', path, fields);
        return parseEntry(data, this.#urls.server, this.#secrets);
    }
    async send(path, fields) {
        await this.#send('POST', path, fields);
    }
    async update(path, fields) {
        await this.#send('PATCH', path, fields);
    }
    async remove(path) {
        await this.#send('DELETE', path);
    }
    async viewer() {
        const url = this.#urls.graphql;
        if (url === null)
            return undefined;
        const request = { method: 'POST', url, body: { query: 'query { viewer { login } }' }, isQuery: true };
        const response = await this.#ask(request);
        return viewerSchema.safeParse(response).data?.data.viewer.login;
    }
    async permissionOf(login) {
        const path = `/collaborators/${encodeURIComponent(login)}/permission`;
        const response = await this.#ask({ method: 'GET', url: this.#url(path) });
        return permissionSchema.safeParse(response).data?.permission;
    }
    /** @returns undefined if GitHub refuses to answer or cannot be reached, which is no reason to fail */
    async #ask(request) {
        try {
            return (await this.#requests.send(request)).data;
        }
        catch (error) {
            if (error instanceof GitHubError)
                return undefined;
            throw error;
        }
    }
    #send(method, path, fields = {}) {
        return this.#requests.send({ method, url: this.#url(path), body: fields });
    }
    #url(path) {
        return `/repos/${this.#urls.repository}${path}`;
    }
}

// EXTERNAL MODULE: ./build/domain/providers.js
var domain_providers = __webpack_require__(7947);
// EXTERNAL MODULE: ./build/domain/result.js
var result = __webpack_require__(4424);
// EXTERNAL MODULE: ./build/report/html.js
var html = __webpack_require__(5138);
// EXTERNAL MODULE: ./build/report/project-summary.js
var project_summary = __webpack_require__(3851);
// EXTERNAL MODULE: ./build/report/projects-summary.js
var projects_summary = __webpack_require__(1644);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/sanitize/sentences.js
var sentences = __webpack_require__(5444);
;// CONCATENATED MODULE: ./build/github/markers.js


const NO_ORIGIN = '-';
const PREFIX = '<!-- atlas-encryption-at-rest:';
const MARKER = /^(<!-- atlas-encryption-at-rest:(?:project|rest|plan)=[0-9a-f]{1,64} -->)[ \t]*$/gm;
const STATE = /^<!-- atlas-encryption-at-rest:state=([0-9a-f]{16});([0-9a-f]{64}) -->$/m;
const MEMORY = /^<!-- atlas-encryption-at-rest:memory=([a-z:,-]*);[0-9a-f]{16} -->$/m;
const BEGIN = /^<!-- atlas-encryption-at-rest:begin=([a-z:+-]{1,200});(bad|excused);([a-z ]{1,40});([0-9a-f]{16});([0-9a-f]{16}|-) -->$/gm;
/** Invisible, and what an issue or comment of this action is found by, whatever its title. */
function marker(kind, id) {
    return line(`${kind}=${id}`, /^[a-z]+=[0-9a-f]{1,64}$/);
}
/**
 * The marker in a body. Each entry that this action writes has exactly one, so a body with several different ones is not
 * one of them; the search ends at the second, since a body of others may hold thousands.
 */
function findMarker(body) {
    let found;
    for (const [, candidate] of body.matchAll(MARKER)) {
        if (found !== undefined && candidate !== found)
            return undefined;
        found = candidate;
    }
    return found;
}
/** @returns undefined if it is not the marker of a project's issue */
function projectIdOf(hiddenLine) {
    return (0,sentences/* hexText */.BS)(/:project=([0-9a-f]+) /.exec(hiddenLine)?.[1] ?? '');
}
/** Stands for a whole target in a marker: a path may hold characters that would end the HTML comment. */
function targetId(...parts) {
    return shortHash(JSON.stringify(parts));
}
function shortHash(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16);
}
/** @param hash of the whole body, '' while it is being computed */
function stateLine(fingerprint, hash) {
    return line(`state=${fingerprint};${hash}`, /^state=[0-9a-f]{16};[0-9a-f]*$/);
}
function findStateLine(body) {
    const [found, fingerprint, hash] = STATE.exec(body) ?? [];
    if (found === undefined || fingerprint === undefined || hash === undefined)
        return undefined;
    return { line: found, fingerprint, hash };
}
/** The subjects that version 1.0 of this action stored in its line `memory=`, which had no hash of the body. */
function findMemory(body) {
    return (MEMORY.exec(body)?.[1] ?? '').split(',').filter((subject) => subject !== '');
}
function beginLine({ subject, status, title, fingerprint, origin }) {
    const text = `begin=${subject};${status};${title};${fingerprint};${origin}`;
    return line(text, /^begin=[a-z:+-]{1,200};(?:bad|excused);[a-z ]{1,40};[0-9a-f]{16};(?:[0-9a-f]{16}|-)$/);
}
function endLine(subject) {
    return line(`end=${subject}`, /^end=[a-z:+-]{1,200}$/);
}
/** The sections between their begin and end lines; a section without an end line is left out. */
function findSections(body) {
    const sections = [];
    for (const match of body.matchAll(BEGIN)) {
        const [begin, subject = '', status, title = '', fingerprint = '', origin = ''] = match;
        const from = match.index + begin.length + 1;
        const to = body.indexOf(`\n${PREFIX}end=${subject} -->`, from);
        if (to === -1)
            continue;
        const header = { subject, status: status === 'excused' ? status : 'bad', title, fingerprint, origin };
        sections.push({ ...header, content: body.slice(from, to) });
    }
    return sections;
}
/** @throws TypeError if a value is not one that a hidden line may hold, which only a defect can cause */
function line(text, form) {
    if (!form.test(text))
        throw new TypeError('A hidden line may hold words and hashes only.');
    return `${PREFIX}${text} -->`;
}

;// CONCATENATED MODULE: ./build/github/entry-body.js



/** GitHub refuses a longer body. */
const MAX_BODY_LENGTH = 65_000;
/** A body that nothing is stored in. */
function plainBody(text) {
    return text.markup;
}
/**
 * A body that an entry of this action is found and recognized by: its marker, then a line with a fingerprint and a hash of
 * everything else.
 */
function sealedBody(marker, fingerprint, blocks) {
    const text = blocks.map((lines) => `\n\n${lines.map(textOf).join('\n')}`).join('');
    const withHash = (hash) => `${marker}\n${stateLine(fingerprint, hash)}${text}`;
    return withHash(hashOf(normalize(withHash(''))));
}
/**
 * The fingerprint that a body was written with.
 *
 * @returns undefined if the body is not the one that was written: it was edited, or it has no stored state
 */
function intactFingerprint(body) {
    const text = normalize(body);
    const state = findStateLine(text);
    if (state === undefined)
        return undefined;
    const { line, fingerprint, hash } = state;
    // A replacement function, since `$` has a meaning in a replacement text.
    return hashOf(text.replace(line, () => stateLine(fingerprint, ''))) === hash ? fingerprint : undefined;
}
/** The body with the line ends that it was written with: a browser sends CR LF when a person edits it. */
function normalize(body) {
    return body.replaceAll('\r\n', '\n').trimEnd();
}
function textOf(line) {
    return line instanceof html/* Html */.Ed ? line.markup : line;
}
function hashOf(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
}

// EXTERNAL MODULE: ./build/domain/conditions.js
var conditions = __webpack_require__(475);
;// CONCATENATED MODULE: ./build/github/subjects.js


/** The parts of an issue, in the order in which they are shown. */
const PARTS = [...domain_providers/* PROVIDER_LIST */.Pj.map(({ name }) => name), 'project'];
/** Everything that the run found, whether or not an input excuses it. */
function foundSubjects(project, desired) {
    const { findings, differences, requirements } = project;
    const found = [];
    if (findings.includes('invalid'))
        found.push(...invalidSubjects(project, desired));
    if (findings.includes('drift'))
        found.push(...differences.map(({ provider }) => `drift:${provider ?? 'project'}`));
    if (findings.includes('requirement')) {
        const failing = requirements.filter(({ held }) => held !== true);
        found.push(...failing.map(({ condition }) => requirementSubject(project, condition)));
    }
    return [...new Set(found)];
}
function invalidSubjects({ mode, providers, expectsProvider }, desired) {
    if (!expectsProvider)
        return providers.filter(({ enabled }) => enabled).map(({ provider }) => `on:${provider}`);
    const checked = providers.filter(({ provider }) => !isToBeOff(provider, desired));
    const subjects = checked
        // In drift a provider that is off is a difference.
        .filter(({ enabled, valid }) => (enabled ? !valid : mode === 'verify'))
        .map(({ provider, enabled }) => `${enabled ? 'invalid' : 'off'}:${provider}`);
    return subjects.length > 0 ? subjects : ['invalid:any'];
}
function requirementSubject(project, condition) {
    const scope = project.checksEveryProvider ? 'all' : providersOf(project).sort().join('+');
    return conditions/* CONDITION_TABLE */.d[condition].isAboutNamedProviders
        ? `requirement:${condition}:${scope}`
        : `requirement:${condition}`;
}
/**
 * Whether the run proves that something which an earlier run found is resolved. What a run does not look at, it does not
 * prove: a step that checks another provider must not remove the finding, or two steps would undo each other's work for ever.
 */
function isResolved(subject, project, desired) {
    if (foundSubjects(project, desired).includes(subject))
        return false;
    const [kind, what = ''] = subject.split(':');
    switch (kind) {
        case 'requirement':
            return isRequirementMet(subject, project);
        case 'drift':
            // `enabled` of every named provider is compared, whatever else is.
            return project.mode === 'drift' && project.comparisons.some(({ provider }) => (provider ?? 'project') === what);
        case 'invalid':
        case 'off':
        case 'on':
            return isStateResolved(kind, what, project, desired);
        default:
            // Not a subject of this version: no run will find it again.
            return true;
    }
}
function isStateResolved(kind, what, { providers, checksEveryProvider }, desired) {
    if (what === 'any')
        return providers.some(({ enabled }) => enabled);
    const state = providers.find(({ provider }) => provider === what);
    // A run that looks at all providers lists those that are enabled.
    if (state === undefined)
        return checksEveryProvider && kind !== 'off';
    const isDesiredOn = desired.providers.find(({ provider }) => provider === what)?.enabled;
    if (kind === 'invalid')
        return !state.enabled || state.valid;
    return kind === 'off' ? state.enabled || isDesiredOn === false : !state.enabled || isDesiredOn === true;
}
function isRequirementMet(subject, project) {
    const [, condition, scope] = subject.split(':');
    const requirement = project.requirements.find((candidate) => candidate.condition === condition);
    if (requirement === undefined)
        return false;
    if (scope === undefined || requirementSubject(project, requirement.condition) === subject)
        return true;
    if (requirement.condition !== 'rotation-alert' || requirement.held !== true)
        return false;
    // An alert for each of several providers proves that there is one for any of them.
    const checked = providersOf(project);
    return scope.split('+').every((provider) => checked.includes(provider));
}
/**
 * Whether a run on a config file, which no longer names the provider or the setting, makes an earlier finding on it obsolete.
 * Only a drift check knows everything that the file names; verify leaves out what it does not look at.
 */
function isObsolete(subject, mode, { providers, enabledForSearchNodes }) {
    if (findingOf(subject) === 'drift' && mode !== 'drift')
        return false;
    if (subject === 'drift:project')
        return enabledForSearchNodes === undefined;
    if (subject === 'invalid:any')
        return providers.length > 0;
    const part = partOf(subject);
    return part !== 'project' && providers.length > 0 && providers.every(({ provider }) => provider !== part);
}
/** The part of the issue that the subject belongs to. */
function partOf(subject) {
    const [kind, what] = subject.split(':');
    return (kind !== 'requirement' && PARTS.find((part) => part === what)) || 'project';
}
/** The finding of the result that the subject is one piece of. */
function findingOf(subject) {
    const [kind] = subject.split(':');
    return kind === 'requirement' || kind === 'drift' ? kind : 'invalid';
}
function isToBeOff(provider, { providers }) {
    return providers.some((desired) => desired.provider === provider && !desired.enabled);
}
function providersOf({ providers }) {
    return providers.map(({ provider }) => provider);
}

;// CONCATENATED MODULE: ./build/github/section.js



/** By the status of a section. */
const ICONS = { bad: '\u274c', excused: '\u26a0\ufe0f' };
/** The words that a section begins with. */
function headingOf({ status, title }, sanitize) {
    return (0,html/* html */.qy) `<b>${(0,safe_text/* safe */.gB) `${ICONS[status]}\u00a0${sanitize(title)}`}.</b>`;
}
/** The content of a section of which there is no more than a note. */
function noteContent(header, note, sanitize) {
    if (findingOf(header.subject) !== 'requirement')
        return [(0,html/* html */.qy) `<p>${headingOf(header, sanitize)} ${note}</p>`];
    const [, condition = ''] = header.subject.split(':');
    return [(0,html/* html */.qy) `<tr><td>${(0,html/* code */.aY)(sanitize(condition))}</td><td>${(0,safe_text/* safe */.gB) `${ICONS[header.status]}`}</td><td>${note}</td></tr>`];
}

;// CONCATENATED MODULE: ./build/github/bodies.js










/** For the marker, the line with the state and the blank lines between blocks. */
const MAX_FRAME_LENGTH = 1000;
const CUT_NOTE = (0,safe_text/* safe */.gB) `The details do not fit here. The job summary of the run has them.`;
/**
 * The body of a project's issue: a headline for the worst section, then a part for each provider and one for the project.
 *
 * @param sections of this run, and those of other runs that stand; at least one
 */
function issueBody(project, sections, context) {
    const seal = (fitted) => {
        const fingerprint = shortHash(JSON.stringify(fitted.map((section) => [section.subject, section.fingerprint])));
        const head = [headline(fitted, context), projectLine(project, context)];
        const parts = PARTS.flatMap((part) => partBlocks(part, fitted, context));
        return sealedBody(marker('project', project.projectId), fingerprint, [head, ...parts, [footer(context)]]);
    };
    let fitted = sections;
    // Many sections of the longest kind would not fit, so the longest lose their details until the rest does.
    for (const longest of sections.toSorted((a, b) => lengthOf(b) - lengthOf(a))) {
        if (seal(fitted).length <= MAX_BODY_LENGTH)
            break;
        const content = noteContent(longest, CUT_NOTE, context.sanitize);
        fitted = fitted.map((section) => (section === longest ? { ...longest, content } : section));
    }
    return seal(fitted);
}
const lengthOf = ({ content }) => content.reduce((sum, line) => sum + textOf(line).length, 0);
/** In an order that does not depend on which run wrote a section first. */
function inOrder(a, b) {
    const byFinding = result/* FAILURE_REASONS */.N9.indexOf(findingOf(a.subject)) - result/* FAILURE_REASONS */.N9.indexOf(findingOf(b.subject));
    return byFinding || (a.subject < b.subject ? -1 : 1);
}
/** Of the worst section: one that fails the step before one that is excused, then in the order of the reasons. */
function headline(sections, { sanitize }) {
    const rank = ({ status, subject }) => (status === 'bad' ? 0 : result/* FAILURE_REASONS */.N9.length) + result/* FAILURE_REASONS */.N9.indexOf(findingOf(subject));
    const [worst] = sections.toSorted((a, b) => rank(a) - rank(b));
    const { status = 'bad', title = 'finding' } = worst ?? {};
    return (0,html/* html */.qy) `<h3>${(0,safe_text/* safe */.gB) `${ICONS[status]} Atlas encryption at rest: ${sanitize(title)}`}</h3>`;
}
function projectLine({ projectId, name }, { sanitize, links }) {
    const id = (0,html/* link */.nf)(links.project(projectId), (0,html/* code */.aY)(projectId));
    return (0,html/* html */.qy) `<p>Project ${name === null ? [] : [(0,html/* code */.aY)(sanitize(name)), (0,html/* html */.qy) ` `]}${id}</p>`;
}
/** The sections of one part: paragraphs and tables of their own, then one table with a row for each requirement. */
function partBlocks(part, sections, { sanitize }) {
    const ofPart = sections.filter(({ subject }) => partOf(subject) === part).sort(inOrder);
    if (ofPart.length === 0)
        return [];
    const isRow = ({ subject }) => findingOf(subject) === 'requirement';
    const rows = ofPart.filter(isRow).flatMap(sectionLines);
    const title = part === 'project' ? (0,safe_text/* safe */.gB) `Project` : sanitize(domain_providers/* PROVIDERS */.xq[part].title);
    return [
        [(0,html/* html */.qy) `<h4>${title}</h4>`],
        ...ofPart.filter((section) => !isRow(section)).map(sectionLines),
        ...(rows.length === 0 ? [] : [[(0,html/* html */.qy) `<table>${project_summary/* REQUIREMENT_HEAD */.xJ}`, ...rows, (0,html/* html */.qy) `</table>`]]),
    ];
}
function sectionLines(section) {
    return [beginLine(section), ...section.content, endLine(section.subject)];
}
function footer({ runUrl }) {
    const run = runUrl === null ? [] : [(0,html/* html */.qy) ` Last updated by <a href="${runUrl}">this run</a>.`];
    return (0,html/* html */.qy) `<p>A workflow updates this issue when a finding changes, and closes it when all are resolved.${run}</p>`;
}
/** The body of a comment with the plan of one project. */
function planBody(project, providers, { marker: ours, fingerprint }, context) {
    const titles = providers.map((provider) => domain_providers/* PROVIDERS */.xq[provider].title);
    const blocks = [
        ...(0,project_summary/* projectBlocks */.Ko)(project, context.links),
        (0,html/* html */.qy) `<p>Provider: ${context.sanitize(titles.join(', '))}</p>`,
        ...runLink(context),
    ];
    return sealedBody(ours, fingerprint, fitBlocks(blocks));
}
/** The body of an issue or comment about many projects: as many rows as there is room for. */
function projectsBody(report, { marker: ours, fingerprint }, context) {
    const end = runLink(context);
    const room = MAX_BODY_LENGTH - MAX_FRAME_LENGTH - end.reduce((size, { markup }) => size + markup.length, 0);
    const blocks = [...(0,projects_summary/* projectsBlocks */.X)(report, room, context.links), ...end];
    return sealedBody(ours, fingerprint, fitBlocks(blocks));
}
/** The comment that an issue is closed with. */
function closingBody({ runUrl }) {
    const run = runUrl === null ? (0,html/* html */.qy) `The run` : (0,html/* html */.qy) `<a href="${runUrl}">This run</a>`;
    return plainBody((0,html/* html */.qy) `<p>${run} no longer finds anything, so this issue is closed.</p>`);
}
/** The comment that the issue of a project is closed with that has left the config file. */
function removedBody(file, { runUrl, sanitize }) {
    const run = runUrl === null ? [] : [(0,html/* html */.qy) ` (<a href="${runUrl}">this run</a>)`];
    return plainBody((0,html/* html */.qy) `<p>The project is no longer in the config file ${(0,html/* code */.aY)(sanitize(file))}${run}, so this issue is closed.</p>`);
}
function runLink({ runUrl }) {
    return runUrl === null ? [] : [(0,html/* html */.qy) `<p>Last updated by <a href="${runUrl}">this run</a>.</p>`];
}
/** As many blocks as fit, and a note in place of the others. */
function fitBlocks(blocks) {
    const fitting = [];
    let size = MAX_FRAME_LENGTH;
    for (const block of blocks) {
        size += block.markup.length + 2;
        if (size > MAX_BODY_LENGTH)
            return [...fitting, [(0,html/* html */.qy) `<p>${CUT_NOTE}</p>`]];
        fitting.push([block]);
    }
    return fitting;
}

;// CONCATENATED MODULE: ./build/github/issue-list.js






/** Always set, and what issues are listed by: GitHub's search lags behind. */
const LABEL = 'atlas-encryption-at-rest';
/** All issues with a marker of this action, open or closed. Whose they are is asked only of those that are looked for. */
class IssueList {
    /** The oldest first. */
    #byMarker;
    #github;
    #ownership;
    #closed = new Set();
    constructor(issues, github, ownership) {
        this.#byMarker = Map.groupBy(issues, ({ body }) => findMarker(body));
        this.#github = github;
        this.#ownership = ownership;
    }
    /** @throws GitHubError */
    static async read(github, ownership) {
        const matches = ({ isPullRequest, body }) => !isPullRequest && findMarker(body) !== undefined;
        const entries = await github.list(`/issues?state=all&labels=${LABEL}`, matches);
        return new IssueList(entries.map(asIssue).sort((a, b) => a.number - b.number), github, ownership);
    }
    /** The markers of the open issues whose body holds the text, whoever wrote them. */
    openMarkersWith(text) {
        const isMeant = ({ isOpen, body }) => isOpen && body.includes(text);
        return [...this.#byMarker].flatMap(([marker, issues]) => (issues.some(isMeant) ? [marker] : []));
    }
    /** Whether an issue with the marker is open, whoever wrote it. */
    hasOpen(marker) {
        return this.#byMarker.get(marker)?.some(({ isOpen }) => isOpen) === true;
    }
    /**
     * The oldest issue of this action with the marker. Later ones come from runs at the same time, and are closed as its
     * duplicates.
     *
     * @throws the reason of the run's signal, when the run ends
     */
    async find(marker) {
        let oldest;
        for (const issue of this.#byMarker.get(marker) ?? []) {
            const isLeftOver = oldest !== undefined && (!issue.isOpen || this.#closed.has(issue.id));
            if (isLeftOver || !(await this.#ownership.isTrusted(issue)))
                continue;
            if (oldest === undefined)
                oldest = issue;
            else
                await this.#closeAsDuplicate(issue, oldest);
        }
        return oldest;
    }
    /** A duplicate that cannot be closed does not keep the oldest issue from being updated. */
    async #closeAsDuplicate(issue, { number }) {
        this.#closed.add(issue.id);
        try {
            await closeIssue(issue, 'duplicate', plainBody((0,html/* html */.qy) `Duplicate of #${(0,safe_text/* safe */.gB) `${number}`}.`), this.#github);
        }
        catch (error) {
            if (!(error instanceof GitHubError))
                throw error;
        }
    }
}
/** @throws GitHubError if it has no number, as an issue always has */
function asIssue(entry) {
    const { number } = entry;
    if (number === null)
        throw unexpectedResponse();
    return { ...entry, number };
}
/** @throws GitHubError */
async function closeIssue({ number }, reason, comment, github) {
    const path = `/issues/${number}`;
    await github.send(`${path}/comments`, { body: comment });
    try {
        await github.update(path, { state: 'closed', state_reason: reason });
    }
    catch (error) {
        // A GitHub Enterprise Server may be too old to know of duplicates.
        if (reason !== 'duplicate' || !(error instanceof GitHubError) || error.status !== 422)
            throw error;
        await github.update(path, { state: 'closed', state_reason: 'not_planned' });
    }
}

;// CONCATENATED MODULE: ./build/github/overflow-issue.js





/** A hash of what a report says of projects, but not of the run that wrote it. */
function reportFingerprint({ mode, shard, result, failureReason, error, totals, projects }) {
    return shortHash(JSON.stringify([mode, shard, result, failureReason, error, totals, projects]));
}
/**
 * Brings the one issue up to date that lists the projects with findings beyond the most that get an issue in one run.
 *
 * @param report about these projects; null if there are none
 * @returns undefined if there is no such issue, and no need for one
 * @throws GitHubError
 */
async function syncOverflowIssue(marker, report, list, { github, opener, bodies }) {
    if (report === null && !list.hasOpen(marker))
        return undefined;
    const issue = await list.find(marker);
    if (report === null) {
        if (issue?.isOpen !== true)
            return undefined;
        await closeIssue(issue, 'completed', closingBody(bodies), github);
        return { url: issue.url, isCurrent: true };
    }
    const fingerprint = reportFingerprint(report);
    const body = projectsBody(report, { marker, fingerprint }, bodies);
    if (issue === undefined) {
        const opened = await opener.open((0,safe_text/* safe */.gB) `Atlas encryption at rest: more projects with findings`, body);
        return { url: opened.url, isCurrent: true };
    }
    if (!issue.isOpen || intactFingerprint(issue.body) !== fingerprint) {
        await github.update(`/issues/${issue.number}`, { body, state: 'open' });
    }
    return { url: issue.url, isCurrent: true };
}

;// CONCATENATED MODULE: ./build/github/comment.js




/**
 * The comment with the plan of one project. Steps that plan two providers of it have a comment each.
 *
 * @param providers that the workflow names
 */
function projectPlan(project, providers, context) {
    const { projectId, result, comparisons, patch, requirements, error } = project;
    const facts = [result, project.providers, comparisons, patch, requirements, error];
    const identity = {
        marker: marker('plan', targetId('project', projectId, ...providers)),
        fingerprint: shortHash(JSON.stringify(facts)),
    };
    return {
        ...identity,
        oldMarker: marker('plan', projectId),
        body: planBody(project, providers, identity, context),
    };
}
/**
 * The comment with the plan of many projects.
 *
 * @param id of the config file and shard
 */
function reportPlan(report, id, context) {
    const identity = { marker: marker('plan', id), fingerprint: reportFingerprint(report) };
    return { ...identity, oldMarker: null, body: projectsBody(report, identity, context) };
}
/**
 * Syncs the one comment of a target on a pull request: created first, then updated in place when the plan changes.
 *
 * @returns its URL
 * @throws GitHubError
 */
async function upsertComment(plan, pullRequest, github, ownership) {
    const path = `/issues/${pullRequest}/comments`;
    const [oldest] = await findComments(path, plan, github, ownership);
    if (oldest === undefined)
        return await createComment(path, plan, github, ownership);
    if (findMarker(oldest.body) !== plan.marker || intactFingerprint(oldest.body) !== plan.fingerprint) {
        await github.update(`/issues/comments/${oldest.id}`, { body: plan.body });
    }
    return oldest.url;
}
/** Another run may have written a comment since the list was read: the oldest is kept. */
async function createComment(path, plan, github, ownership) {
    const created = await github.create(path, { body: plan.body });
    ownership.learnFrom(created);
    const [oldest = created, ...later] = await findComments(path, plan, github, ownership);
    for (const { id } of later)
        await github.remove(`/issues/comments/${id}`);
    if (oldest.id !== created.id)
        await github.update(`/issues/comments/${oldest.id}`, { body: plan.body });
    return oldest.url;
}
/** The comments of this action for the target, the oldest first; if there are none, those with the old marker. */
async function findComments(path, { marker: current, oldMarker }, github, ownership) {
    const comments = await github.list(path, ({ body }) => {
        const found = findMarker(body);
        return found !== undefined && (found === current || found === oldMarker);
    });
    const trusted = [];
    for (const comment of comments.sort((a, b) => a.id - b.id)) {
        if (await ownership.isTrusted(comment))
            trusted.push(comment);
    }
    const withCurrent = trusted.filter(({ body }) => findMarker(body) === current);
    return withCurrent.length > 0 ? withCurrent : trusted;
}

;// CONCATENATED MODULE: ./build/github/issue-opener.js



const LABEL_COLOR = (0,safe_text/* safe */.gB) `13aa52`;
/** Opens issues with the labels and assignees that the workflow wants. One for a run, so that it looks at labels once. */
class IssueOpener {
    #github;
    #options;
    #ownership;
    #warn;
    #hasLabels = false;
    /** @param warn takes what could be done only in part */
    constructor(github, options, ownership, warn) {
        this.#github = github;
        this.#options = options;
        this.#ownership = ownership;
        this.#warn = warn;
    }
    /** @throws GitHubError */
    async open(title, body) {
        const { assignees } = this.#options;
        const labels = [...new Set([(0,safe_text/* safe */.gB) `${LABEL}`, ...this.#options.labels])];
        if (!this.#hasLabels)
            for (const label of labels)
                await ensureLabel(label, this.#github);
        this.#hasLabels = true;
        const opened = await this.#create({ title, body, labels, assignees });
        this.#ownership.learnFrom(opened);
        return opened;
    }
    async #create(fields) {
        try {
            return asIssue(await this.#github.create('/issues', fields));
        }
        catch (error) {
            const { assignees } = fields;
            if (!(error instanceof GitHubError) || error.status !== 422 || assignees.length === 0)
                throw error;
            const opened = asIssue(await this.#github.create('/issues', { ...fields, assignees: [] }));
            const names = (0,safe_text/* joinSafe */.e)(assignees, (0,safe_text/* safe */.gB) `, `);
            this.#warn((0,safe_text/* safe */.gB) `GitHub does not accept \`issue-assignees\` (${names}), so the issue was opened without them.`);
            return opened;
        }
    }
}
/** A label that cannot be created does not keep the issue from being opened; if it does, that is the error. */
async function ensureLabel(name, github) {
    try {
        if (await github.exists(`/labels/${encodeURIComponent(name)}`))
            return;
        await github.send('/labels', { name, color: LABEL_COLOR });
    }
    catch (error) {
        // 403 and 404: not permitted to create labels. 422: another run was faster.
        if (!(error instanceof GitHubError) || ![403, 404, 422].includes(error.status))
            throw error;
    }
}

// EXTERNAL MODULE: ./build/report/finding-blocks.js
var finding_blocks = __webpack_require__(6685);
// EXTERNAL MODULE: ./build/report/verdict.js + 1 modules
var verdict = __webpack_require__(1345);
// EXTERNAL MODULE: ./build/sanitize/printable.js
var printable = __webpack_require__(3781);
;// CONCATENATED MODULE: ./build/github/result-sections.js








/** Of a table in an issue: three providers and the project share the 65,000 characters that GitHub takes. */
const MAX_TABLE_LENGTH = 10_000;
const MAX_TEXT_LENGTH = 2000;
/** A section for everything that the run found in the project, in an order that does not change. */
function sectionsOf(project, desired, context) {
    return foundSubjects(project, desired).map((subject) => sectionOn(subject, project, context));
}
function sectionOn(subject, project, context) {
    const { origin } = context;
    const focused = focusOn(subject, project);
    const { status, title, findings } = (0,verdict/* verdictOn */.Hc)(focused);
    const finding = findings[0] ?? { title, text: title };
    const { providers, comparisons, requirements } = focused;
    // Only facts: who may read the clusters and the activity feed, or which of two modes found it, must not change the fingerprint.
    const text = (0,verdict/* verdictOn */.Hc)({ ...focused, atRisk: null }).findings[0]?.text ?? title;
    const facts = [subject, title, text, providers, comparisons, requirements];
    const header = {
        subject,
        status: status === 'excused' ? 'excused' : 'bad',
        title: wordsOf(title),
        fingerprint: shortHash(JSON.stringify(facts)),
        origin,
    };
    return { ...header, content: contentOf(header, focused, finding, context) };
}
/** A heading goes into a hidden line, which holds lower-case letters and spaces only. */
function wordsOf(title) {
    const words = title.toLowerCase().replace(/[^a-z]+/g, ' ');
    return words.trim().slice(0, 40) || 'finding';
}
/** The result as if the run had found nothing else, so that other findings do not change what is said of this one. */
function focusOn(subject, project) {
    const finding = findingOf(subject);
    const part = partOf(subject);
    const [, condition] = subject.split(':');
    const isOfPart = ({ provider }) => (provider ?? 'project') === part;
    const isState = finding === 'invalid';
    const isDrift = finding === 'drift';
    return {
        ...project,
        findings: [finding],
        excused: project.excused.filter((excused) => excused === finding),
        providers: isState && part !== 'project' ? project.providers.filter(isOfPart) : [],
        comparisons: isDrift ? project.comparisons.filter(isOfPart) : [],
        differences: isDrift ? project.differences.filter(isOfPart) : [],
        requirements: project.requirements.filter((requirement) => finding === 'requirement' && requirement.condition === condition),
    };
}
/** A requirement is a row of the table of its part; anything else has paragraphs and a table of its own. */
function contentOf(header, focused, { text, advice, hasRunbook }, { sanitize, links }) {
    const [requirement] = focused.requirements;
    if (requirement !== undefined)
        return [(0,project_summary/* requirementRow */.gv)(requirement)];
    return [
        (0,html/* html */.qy) `<p>${headingOf(header, sanitize)} ${(0,html/* externalText */.R0)((0,printable/* printable */.g)(text, MAX_TEXT_LENGTH))}</p>`,
        ...(advice === undefined ? [] : [(0,html/* html */.qy) `<p><b>What to do:</b> ${(0,html/* ownText */.U3)(advice)}</p>`]),
        ...(hasRunbook ? (0,finding_blocks/* runbookBlock */._s)(links) : []),
        ...(focused.providers.length === 0 ? [] : [(0,project_summary/* statesTable */.BK)(focused)]),
        ...comparisonBlocks(focused),
        ...(findingOf(header.subject) === 'drift' ? lastChangeOf(focused) : []),
    ];
}
/** The table of what was compared; past its limit as many rows as fit, those that differ first. */
function comparisonBlocks(focused) {
    const { comparisons } = focused;
    if (comparisons.length === 0)
        return [];
    const tableOf = (rows) => (0,project_summary/* comparisonTable */.Qv)({ ...focused, comparisons: rows });
    const whole = tableOf(comparisons);
    if (whole.markup.length <= MAX_TABLE_LENGTH)
        return [whole];
    const rank = ({ verdict }) => Number(verdict !== 'differs');
    const rows = comparisons.toSorted((a, b) => rank(a) - rank(b));
    let count = rows.length;
    let table = whole;
    while (table.markup.length > MAX_TABLE_LENGTH && count > 1) {
        count = Math.floor(count / 2);
        table = tableOf(rows.slice(0, count));
    }
    return [table, (0,html/* html */.qy) `<p>${rows.length - count} more rows are in the job summary of the run.</p>`];
}
function lastChangeOf({ lastChange }) {
    if (lastChange === null)
        return [];
    const { when, who } = lastChange;
    return [(0,html/* html */.qy) `<p>Last change of the configuration: ${(0,html/* code */.aY)(when)} by ${(0,html/* code */.aY)(who)}</p>`];
}

;// CONCATENATED MODULE: ./build/github/stored-state.js





const NOTHING_STORED = { isIntact: false, sections: [] };
/** Of a section whose details are not known: no finding has it, so the next run that looks at the subject replaces it. */
const UNKNOWN_FINGERPRINT = '0'.repeat(16);
/** The titles of sections whose details are not known. */
const TITLES = { invalid: 'not valid', requirement: 'requirement not met', drift: 'drift' };
/**
 * Reads what an issue remembers.
 *
 * Of a body that a person edited, or that version 1.0 wrote, only the subjects count, and only to keep the issue open until a
 * run has looked at each of them: neither its texts nor its fingerprints can suppress a finding.
 *
 * @param secrets cut out of what earlier runs wrote, which may not have known them
 */
function readStoredState(body, secrets) {
    const text = normalize(body);
    if (intactFingerprint(body) !== undefined) {
        const sections = findSections(text).map((section) => ({ ...section, content: [secrets.redact(section.content)] }));
        return { isIntact: true, sections };
    }
    const subjects = [...findSections(text).map(({ subject }) => subject), ...findMemory(text)];
    const known = [...new Set(subjects)].filter(isKnown);
    return { isIntact: false, sections: known.map((subject) => withoutDetails(subject, secrets)) };
}
const isKnown = (subject) => /^(?:invalid|off|on|drift|requirement):[a-z-]+(?::[a-z+]+)?$/.test(subject);
function withoutDetails(subject, secrets) {
    const header = {
        subject,
        status: 'bad',
        title: TITLES[findingOf(subject)],
        fingerprint: UNKNOWN_FINGERPRINT,
        origin: NO_ORIGIN,
    };
    const note = (0,safe_text/* safe */.gB) `An earlier run found this. The next run that checks it adds the details.`;
    return { ...header, content: noteContent(header, note, (text) => secrets.sanitize(text)) };
}
/**
 * The sections of an issue after a run: its own, and those of other runs that stand, byte for byte.
 *
 * @param found what the run found
 * @param isGone whether a section that the run did not find is resolved or obsolete
 */
function mergeSections(stored, found, isGone) {
    const own = found.map((fresh) => stored.find((old) => isUnchanged(old, fresh)) ?? fresh);
    const subjects = new Set(found.map(({ subject }) => subject));
    return [...own, ...stored.filter((old) => !subjects.has(old.subject) && !isGone(old))];
}
/** A run that excuses a finding does not take back what a stricter one says of the same finding. */
function isUnchanged(old, fresh) {
    const isSofter = old.status === 'excused' && fresh.status === 'bad';
    return old.subject === fresh.subject && old.fingerprint === fresh.fingerprint && !isSofter;
}
/**
 * Whether the body must be written: not if it holds just these sections already, whatever other runs did in between. A body
 * that is not intact stays as it is until a run finds something itself, or proves that a part of it is resolved.
 */
function mustWrite({ sections: stored }, merged) {
    return merged.length !== stored.length || merged.some((section) => !stored.includes(section));
}

;// CONCATENATED MODULE: ./build/github/project-issue.js







/** What the run found in a project, as sections of its issue. */
function foundSections(project, { desiredOf, origin, bodies }) {
    return sectionsOf(project, desiredOf(project.projectId), { origin, sanitize: bodies.sanitize, links: bodies.links });
}
/**
 * Brings the issue of a project up to date: its sections become those that the run found and those of other runs that stand.
 * It is closed when none is left, reopened when there is one again, and not touched while nothing changes.
 *
 * @throws GitHubError
 */
async function syncProjectIssue(project, issue, context) {
    const { github, bodies, secrets, desiredOf, origin } = context;
    const desired = desiredOf(project.projectId);
    // A closed issue says nothing any more: either everything was resolved, or a person decided so.
    const stored = issue.isOpen ? readStoredState(issue.body, secrets) : NOTHING_STORED;
    const isGone = (section) => isResolved(section.subject, project, desired) ||
        (origin !== NO_ORIGIN && section.origin === origin && isObsolete(section.subject, project.mode, desired));
    const sections = mergeSections(stored.sections, foundSections(project, context), isGone);
    if (sections.length === 0) {
        if (issue.isOpen)
            await closeIssue(issue, 'completed', closingBody(bodies), github);
        return { url: issue.url, isCurrent: issue.isOpen };
    }
    if (mustWrite(stored, sections)) {
        await github.update(`/issues/${issue.number}`, { body: issueBody(project, sections, bodies), state: 'open' });
    }
    return { url: issue.url, isCurrent: true };
}
/** @throws GitHubError */
async function openProjectIssue(project, context) {
    const { opener, bodies } = context;
    const title = (0,safe_text/* safe */.gB) `Atlas encryption at rest: project ${bodies.sanitize(project.projectId)}`;
    return await opener.open(title, issueBody(project, foundSections(project, context), bodies));
}

;// CONCATENATED MODULE: ./build/github/removed-projects.js




/** The projects that have an open issue with a section of this config file, though the file no longer has them. */
function removedProjects({ projectIds, isInShard }, list, origin) {
    return list
        .openMarkersWith(`;${origin} -->`)
        .map(projectIdOf)
        .filter((id) => id !== undefined)
        .filter((id) => !projectIds.has(id) && isInShard(id));
}
/**
 * Removes from an issue what runs on this config file wrote, and closes it if that was all. An issue whose body is not the one
 * that was written is left alone: what it says of the config file is no proof.
 *
 * @returns undefined if there was nothing to remove
 * @throws GitHubError
 */
async function closeRemovedProject(projectId, { file }, issue, { github, bodies, secrets, origin }) {
    if (issue === undefined || !issue.isOpen)
        return undefined;
    const { isIntact, sections } = readStoredState(issue.body, secrets);
    const others = sections.filter((section) => section.origin !== origin);
    if (!isIntact || others.length === sections.length)
        return undefined;
    if (others.length === 0)
        await closeIssue(issue, 'completed', removedBody(file, bodies), github);
    else
        await github.update(`/issues/${issue.number}`, { body: issueBody({ projectId, name: null }, others, bodies) });
    return { url: issue.url, isCurrent: true };
}

;// CONCATENATED MODULE: ./build/github/issues.js






/** More new issues at once would bury a repository; one more lists the rest. */
const MAX_OPENED = 20;
/**
 * Syncs one issue for each project: opened on the first finding, updated in place while the findings change, reopened when one
 * comes back, closed with a comment when all are resolved. An error says nothing about a project, so it changes nothing.
 *
 * @returns the URLs of the issues, one a line: for many projects of those that are open or were closed just now
 * @throws GitHubError if the issues cannot even be listed
 */
async function syncIssues(scope, ownership, attempt, context) {
    const { projects, configFile, overflow } = scope;
    const known = projects.filter(({ error }) => error === null);
    // An empty shard can still be responsible for a project that left the config file.
    if (known.length === 0 && (projects.length > 0 || configFile === null))
        return (0,safe_text/* safe */.gB) ``;
    const list = await IssueList.read(context.github, ownership);
    const synced = [];
    const toOpen = [];
    for (const project of known) {
        await attempt(async () => {
            const issue = await list.find(marker('project', project.projectId));
            if (issue !== undefined)
                synced.push(await syncProjectIssue(project, issue, context));
            else if (foundSections(project, context).length > 0)
                toOpen.push(project);
        });
    }
    if (configFile !== null)
        synced.push(...(await closeRemoved(configFile, list, attempt, context)));
    const opened = await openIssues(toOpen.slice(0, MAX_OPENED), attempt, context);
    if (overflow !== null) {
        await attempt(async () => {
            const rest = toOpen.slice(MAX_OPENED);
            const report = rest.length === 0 ? null : overflow.reportOn(rest);
            const issue = await syncOverflowIssue(overflow.marker, report, list, context);
            if (issue !== undefined)
                synced.push(issue);
        });
    }
    if (opened.size > 0) {
        await attempt(async () => void synced.push(...(await convergeOnOldest(opened, ownership, context))));
    }
    const shown = synced.filter(({ isCurrent, url }) => (isCurrent || overflow === null) && url !== '');
    return (0,safe_text/* joinSafe */.e)(shown.map(({ url }) => url), (0,safe_text/* safe */.gB) `\n`);
}
async function closeRemoved(configFile, list, attempt, context) {
    const closed = [];
    for (const projectId of removedProjects(configFile, list, context.origin)) {
        await attempt(async () => {
            const issue = await list.find(marker('project', projectId));
            const one = await closeRemovedProject(projectId, configFile, issue, context);
            if (one !== undefined)
                closed.push(one);
        });
    }
    return closed;
}
async function openIssues(projects, attempt, context) {
    const opened = new Map();
    for (const project of projects) {
        await attempt(async () => void opened.set(project, await openProjectIssue(project, context)));
    }
    return opened;
}
/**
 * Another run may have opened an issue for the same project since the list was read. The oldest is kept, and gets the sections
 * of this run if it is the other one's.
 */
async function convergeOnOldest(opened, ownership, context) {
    const list = await IssueList.read(context.github, ownership);
    const synced = [];
    for (const [project, own] of opened) {
        const oldest = (await list.find(marker('project', project.projectId))) ?? own;
        const isOwn = oldest.id === own.id;
        synced.push(isOwn ? { url: own.url, isCurrent: true } : await syncProjectIssue(project, oldest, context));
    }
    return synced;
}

;// CONCATENATED MODULE: ./build/github/ownership.js
/** The account of the token that GitHub gives to each job, for when GitHub does not say whose the token is. */
const DEFAULT_ACCOUNT = 'github-actions[bot]';
/** Persons whose permission is asked for in a run. More than that are entries prepared to slow a run down. */
const MAX_PERSONS = 20;
/** Of persons; a dot would lead the request to another path. */
const LOGIN = /^[A-Za-z0-9_-]{1,100}$/;
/** What a person needs to be able to edit any issue, so that an issue of theirs is no less reliable than one of the token's. */
const TRUSTED_PERMISSIONS = new Set(['admin', 'write']);
/**
 * Decides whose an issue or comment is. Anybody may open an issue with a marker of this action in it: if it were taken for
 * one of its own, it could keep a finding from being reported.
 *
 * An entry is trusted if the account of the token wrote it, or a person who has write permission on the repository. Nothing is
 * concluded from what an entry says of its author, like `author_association`. Each question is asked once a run at most, and
 * only when an entry has a marker that is looked for.
 */
class Ownership {
    #lookup;
    #permissions = new Map();
    #account;
    constructor(lookup) {
        this.#lookup = lookup;
    }
    /** What the token has just created shows which account it acts as, without a question. */
    learnFrom({ author }) {
        if (author !== null)
            this.#account = author.login;
    }
    /** @throws the reason of the run's signal, when the run ends */
    async isTrusted({ author }) {
        if (author === null)
            return false;
        this.#account ??= (await this.#lookup.viewer()) || DEFAULT_ACCOUNT;
        if (isSameLogin(author.login, this.#account))
            return true;
        return author.isPerson && LOGIN.test(author.login) && (await this.#mayWrite(author.login));
    }
    async #mayWrite(login) {
        const key = login.toLowerCase();
        const known = this.#permissions.get(key);
        if (known !== undefined || this.#permissions.size >= MAX_PERSONS)
            return known ?? false;
        const mayWrite = TRUSTED_PERMISSIONS.has((await this.#lookup.permissionOf(login)) ?? '');
        this.#permissions.set(key, mayWrite);
        return mayWrite;
    }
}
/** GitHub's logins are the same in any case. */
function isSameLogin(one, other) {
    return one.toLowerCase() === other.toLowerCase();
}

// EXTERNAL MODULE: ./build/domain/errors.js
var errors = __webpack_require__(6046);
;// CONCATENATED MODULE: ./build/github/warnings.js



/** Makes warnings of what cannot be done on GitHub: whatever happens there, the verdict on Atlas is known by now and stands. */
class Warnings {
    #run;
    #given = new Set();
    constructor(run) {
        this.#run = run;
    }
    /**
     * @param what could not be done
     * @returns whether the warning is new; a reason that comes twice holds for everything that is left
     */
    add(what, thrown) {
        const text = (0,safe_text/* safe */.gB) `${what}: ${this.#reason(thrown)} This does not change the result of the run.`;
        if (this.#given.has(text))
            return false;
        this.#given.add(text);
        this.#run.emit({ type: 'warning', text });
        return true;
    }
    /** @returns what `act` does, undefined after a warning */
    async attempt(what, act) {
        try {
            return await act();
        }
        catch (thrown) {
            this.add(what, thrown);
            return undefined;
        }
    }
    #reason(thrown) {
        if (thrown instanceof GitHubError)
            return thrown.message;
        if (thrown instanceof errors/* ActionError */.lZ)
            return this.#run.secrets.sanitize(thrown.message);
        return (0,safe_text/* safe */.gB) `an unexpected error.`;
    }
}

;// CONCATENATED MODULE: ./build/github/publish.js












const ISSUE_FAILED = (0,safe_text/* safe */.gB) `Couldn't update the issue`;
const COMMENT_FAILED = (0,safe_text/* safe */.gB) `Couldn't update the comment`;
/**
 * Publishes the findings on GitHub as far as the workflow asks for it.
 *
 * @returns links to what was published. Never throws: what cannot be done is a warning
 */
async function publishToGitHub(findings, settings, env, run) {
    const warnings = new Warnings(run);
    const open = (permission) => openGitHub(settings.token, permission, env, run);
    let issueUrl;
    let commentUrl;
    if (settings.issue) {
        issueUrl = await warnings.attempt(ISSUE_FAILED, async () => publishIssues(findings, settings, { github: await open((0,safe_text/* safe */.gB) `issues: write`), env, run, warnings }));
    }
    if (settings.comment && findings.projects.length > 0) {
        const { pullRequest } = settings;
        if (pullRequest === null) {
            run.emit({ type: 'note', text: (0,safe_text/* safe */.gB) `No comment: this run was not triggered by a pull request.` });
        }
        else {
            commentUrl = await warnings.attempt(COMMENT_FAILED, async () => {
                const github = await open((0,safe_text/* safe */.gB) `pull-requests: write`);
                const plan = planComment(findings, bodyContext(findings, github, env, run));
                return await upsertComment(plan, pullRequest, github, new Ownership(github));
            });
        }
    }
    return { issueUrl: issueUrl ?? (0,safe_text/* safe */.gB) ``, commentUrl: commentUrl ?? (0,safe_text/* safe */.gB) `` };
}
async function publishIssues(findings, settings, { github, env, run, warnings }) {
    const { target } = findings;
    const bodies = bodyContext(findings, github, env, run);
    const options = {
        labels: settings.issueLabels.map((label) => bodies.sanitize(label)),
        assignees: settings.issueAssignees.map((name) => bodies.sanitize(name)),
    };
    const ownership = new Ownership(github);
    const warn = (text) => run.emit({ type: 'warning', text });
    const context = {
        github,
        bodies,
        secrets: run.secrets,
        opener: new IssueOpener(github, options, ownership, warn),
        origin: 'file' in target ? targetId(target.kind, external_node_path_.posix.normalize(target.file)) : NO_ORIGIN,
        desiredOf: desiredStates(target),
    };
    let goesOn = true;
    const attempt = async (act) => {
        if (!goesOn)
            return;
        try {
            await act();
        }
        catch (thrown) {
            goesOn = warnings.add(ISSUE_FAILED, thrown) && target.kind !== 'project' && !run.signal.aborted;
        }
    };
    return await syncIssues(issueScope(findings), ownership, attempt, context);
}
function issueScope({ target, shard, projects, report, isInShard }) {
    if (target.kind === 'project')
        return { projects, overflow: null, configFile: null };
    const shared = { mode: report.mode, shard: shard?.text ?? null, isMultiProject: true, error: null };
    const overflow = {
        marker: marker('rest', idOf(target, shard)),
        reportOn: (some) => (0,report_report/* buildReport */.FK)({ ...shared, projects: some }),
    };
    if (target.kind === 'organization')
        return { projects, overflow, configFile: null };
    const projectIds = new Set(target.projects.map(({ id }) => id));
    return { projects, overflow, configFile: { file: target.file, projectIds, isInShard } };
}
function planComment({ target, shard, projects, report }, bodies) {
    const [only] = projects;
    if (target.kind !== 'project' || only === undefined)
        return reportPlan(report, idOf(target, shard), bodies);
    const [{ providers }] = target.projects;
    return projectPlan(only, providers.map(({ provider }) => provider), bodies);
}
function bodyContext({ atlasOrigin }, { runUrl }, env, { secrets }) {
    return {
        sanitize: (text, maxLength) => secrets.sanitize(text, maxLength),
        runUrl,
        links: (0,links/* pageLinks */.$)(isUrl(atlasOrigin) ? atlasOrigin : null, env, secrets),
    };
}
function desiredStates(target) {
    if (target.kind === 'organization')
        return () => target.desired;
    const byId = new Map(target.projects.map((project) => [project.id, project]));
    return (projectId) => byId.get(projectId) ?? { providers: [] };
}
/** Stands for the config file or organization, and the shard, in markers. */
function idOf(target, shard) {
    const what = 'file' in target ? target.file : target.kind === 'organization' ? target.id : target.projects[0].id;
    return targetId(target.kind, what, shard?.text ?? null);
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


/***/ })

};
