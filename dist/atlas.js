export const id = "atlas";
export const ids = ["atlas"];
export const modules = {

/***/ 545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ MAX_NAME_LENGTH),
/* harmony export */   U: () => (/* binding */ MAX_PROJECTS)
/* harmony export */ });
/** Characters of a project's label that are kept. */
const MAX_NAME_LENGTH = 200;
/** More are never one organization's, and each is a request at least. */
const MAX_PROJECTS = 10_000;


/***/ }),

/***/ 1235:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ connector),
/* harmony export */   N: () => (/* binding */ Connection)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6046);
/* harmony import */ var _loopback_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6964);
/* harmony import */ var _undici_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3517);



const OPTIONS = {
    // One request at a time: pipelining would sign with counts that overtake each other.
    pipelining: 1,
    allowH2: false,
    headersTimeout: 0, // whoever asks bounds the whole attempt
    bodyTimeout: 0,
};
// Said in so many words, so that NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment does not switch it off.
const TLS = { rejectUnauthorized: true };
/** The one connection of a lane. It is made anew when it hangs: undici does not abort what waits for a connection. */
class Connection {
    #open;
    #interceptors;
    #current;
    constructor(open, interceptors) {
        this.#open = open;
        this.#interceptors = interceptors;
    }
    get dispatcher() {
        this.#current ??= this.#open();
        return this.#current.compose([...this.#interceptors]);
    }
    /** Drops the connection with whatever is under way on it; the next request makes a new one. */
    async drop() {
        const dropped = this.#current;
        this.#current = undefined;
        if (dropped !== undefined)
            await destroyCheaply(dropped);
    }
}
/** Nobody sees the error that undici makes for this, but Node.js reads its stack, which counts the lines of the bundle. */
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
 * A way to connect to Atlas or to GitHub: through the proxy that `https_proxy`, `http_proxy` and `no_proxy` (lower case before upper
 * case) name, if any. The runner hands its own proxy settings down in these variables. A loopback host is never reached
 * through a proxy.
 *
 * @throws ActionError `INPUT` if a proxy variable is no URL of a proxy
 */
async function connector(origin, env, secrets) {
    const httpProxy = env.http_proxy || env.HTTP_PROXY || '';
    const httpsProxy = env.https_proxy || env.HTTPS_PROXY || '';
    if ((0,_loopback_js__WEBPACK_IMPORTED_MODULE_2__/* .isLoopback */ .U)(new URL(origin).hostname) || !(httpProxy || httpsProxy)) {
        return () => new _undici_js__WEBPACK_IMPORTED_MODULE_1__/* .Client */ .Kj(origin, { ...OPTIONS, connect: TLS });
    }
    for (const proxy of [httpProxy, httpsProxy])
        if (proxy)
            protectPassword(proxy, secrets);
    const { EnvHttpProxyAgent } = await Promise.all(/* import() */[__webpack_require__.e("undici"), __webpack_require__.e("proxy")]).then(__webpack_require__.bind(__webpack_require__, 8637));
    const noProxy = env.no_proxy ?? env.NO_PROXY ?? '';
    const tls = { connect: TLS, requestTls: TLS, proxyTls: TLS };
    return () => new EnvHttpProxyAgent({ ...OPTIONS, ...tls, connections: 1, httpProxy, httpsProxy, noProxy });
}
function protectPassword(proxy, secrets) {
    try {
        const { protocol, username, password } = new URL(proxy);
        if (protocol !== 'http:' && protocol !== 'https:')
            throw new TypeError('not a proxy');
        decodeURIComponent(username);
        secrets.protect(password);
        secrets.protect(decodeURIComponent(password));
    }
    catch {
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('INPUT', 'The environment variable `https_proxy` or `http_proxy` of the step is not the URL of a proxy ' +
            '(`http://host:port`, user and password percent-encoded); correct it.');
    }
}


/***/ }),

/***/ 1953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ readBounded),
/* harmony export */   n: () => (/* binding */ MAX_RESPONSE_BYTES)
/* harmony export */ });
/** More is refused: an encryptionAtRest document has about 2 kB, a page of 500 clusters below 5 MB, one of 100 issues 6.5 MB. */
const MAX_RESPONSE_BYTES = 10 * 1024 * 1024;
/** @throws what `tooLarge` makes, if the body has more than {@link MAX_RESPONSE_BYTES} bytes; the rest is not read */
async function readBounded(body, tooLarge) {
    const chunks = [];
    let size = 0;
    for await (const chunk of body) {
        size += chunk.length;
        if (size > MAX_RESPONSE_BYTES)
            throw tooLarge();
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}


/***/ }),

/***/ 3517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Em: () => (/* binding */ request),
/* harmony export */   Kj: () => (/* binding */ Client),
/* harmony export */   L5: () => (/* binding */ leaveParserUnoptimized)
/* harmony export */ });
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8877);
/* harmony import */ var undici_lib_api_api_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4043);
/* harmony import */ var undici_lib_dispatcher_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3701);
// undici's main module loads all of it (fetch, WebSocket, caches: 1.5 MB); start-up is bytes of JavaScript, so the parts that
// are used are loaded on their own. They are not part of undici's documented interface: its version is pinned exactly.

// @ts-expect-error: undici's types describe only its main module

// @ts-expect-error: undici's types describe only its main module

const Client = undici_lib_dispatcher_client_js__WEBPACK_IMPORTED_MODULE_2__;
/** `dispatcher.request(options)`. */
function request(dispatcher, options) {
    return undici_lib_api_api_request_js__WEBPACK_IMPORTED_MODULE_1__.call(dispatcher, options);
}
/**
 * undici reads HTTP with a parser in WebAssembly. After a few replies V8 would start to optimize it in the background, and the
 * process cannot end before that is done: a third of a run's time, for nothing. To be called once everything is loaded and
 * before the first connection: V8 takes Node.js's own modules from its cache only as long as no flag has changed.
 */
function leaveParserUnoptimized() {
    (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.setFlagsFromString)('--wasm-tiering-budget=2000000000');
}


/***/ }),

/***/ 7372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  execute: () => (/* binding */ execute)
});

// EXTERNAL MODULE: ./build/network/connect.js
var connect = __webpack_require__(1235);
// EXTERNAL MODULE: ./build/network/undici.js
var undici = __webpack_require__(3517);
;// CONCATENATED MODULE: ./build/atlas/authentication.js
/** For API keys: each lane's connection itself answers the digest challenges, and nothing has to be given back. */
const connectionAuthentication = {
    over: (lane) => lane,
    close: () => Promise.resolve(),
};

;// CONCATENATED MODULE: ./build/atlas/hints.js
/** For what no Atlas would say. */
const CHECK_PROXY = 'Check `atlas-base-url`, and that no proxy stands in between.';
const NO_DEDICATED_CLUSTER = 'Encryption at rest with a customer-managed key needs dedicated clusters (M10 or larger): Atlas offers it for no M0, M2, ' +
    'M5, Flex or serverless cluster.';
/** What a person should do about a refusal. Sources: MongoDB's "Atlas API error codes", and its Terraform provider's issues. */
const BY_CODE = {
    IP_ADDRESS_NOT_ON_ACCESS_LIST: "The runner's IP address is not on the API access list: add it to the access list of the service account or API key, " +
        'or use a runner with a fixed address (the addresses of GitHub-hosted runners change).',
    ORG_REQUIRES_ACCESS_LIST: 'The organization requires an API access list: give the service account or API key one with the address of the runner.',
    NOT_IN_GROUP: 'Check `project-id` (in a config file, `id`): the project does not exist, or the service account or API key was not added to it.',
    GROUP_NOT_FOUND: 'Check `project-id` (in a config file, `id`): there is no such project.',
    INVALID_GROUP_ID: 'Check `project-id` (in a config file, `id`): there is no such project.',
    CANNOT_DISABLE_ENCRYPTION_AT_REST: 'Set `encryptionAtRestProvider` of the clusters that still use the provider to `NONE` (or delete them), then run again.',
    CANNOT_CHANGE_ENCRYPTION_AT_REST_PROVIDER: 'Disable encryption at rest for the old provider, then enable the new one.',
    CANNOT_DISABLE_ENCRYPTION_AT_REST_DUE_TO_PRIVATE_ENDPOINTS: "Delete the provider's private endpoints for encryption at rest, then run again.",
    CANNOT_DISABLE_ENCRYPTION_AT_REST_REQUIRE_PRIVATE_NETWORKING_WHILE_PRIVATE_ENDPOINTS_EXIST: "Delete the provider's private endpoints for encryption at rest before you switch private networking off.",
    CANNOT_DISABLE_ENCRYPTION_AT_REST_WITH_BACKUP_COMPLIANCE_POLICY: "The project's Backup Compliance Policy demands encryption at rest; it has to be changed by MongoDB Support first.",
    CAN_NOT_DISABLE_ALL_ENCRYPTION_AT_REST_SETTINGS_WHILE_BACKUP_COMPLIANCE_POLICY_ENCRYPTION_ENABLED: "The project's Backup Compliance Policy demands that one provider stays enabled.",
    AWS_KMS_CREDENTIALS_AUTH_DEPRECATED: 'Atlas takes no access keys for AWS any more: authorize an IAM role in the project (Cloud Provider Access) and give ' +
        '`aws-role-id` or `aws-role-arn` instead of the two keys.',
    ENCRYPTION_AT_REST_SETTINGS_INVALID: "Atlas cannot reach the current key, and changes nothing until it can: restore the old key's access first " +
        '(enable the key, renew the credentials or grants), wait until `mode: verify` passes, then change the key.',
    CANNOT_ASSUME_ROLE: "Check the role's trust policy (Atlas's AWS account and the external ID of Cloud Provider Access) and its KMS " +
        'permissions; for a role made just now raise `propagation-timeout` (and `timeout`).',
    CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED: 'Authorize the role in the project (Cloud Provider Access) first; for one authorized just now raise `propagation-timeout` (and `timeout`).',
    INVALID_AWS_CREDENTIALS: 'Check that the access key is active and may use the KMS key; for one made just now raise `propagation-timeout` (and `timeout`).',
    INVALID_AZURE_CREDENTIALS: 'Check the client id, tenant id and secret, and that the secret has not expired.',
    INVALID_GOOGLE_CLOUD_CREDENTIALS: 'Check the service account key, and that it has not been deleted or disabled.',
    NO_PERMISSION_TO_ENCRYPT_DECRYPT: 'Grant the role or service account the permission to encrypt and decrypt with this key, in the key policy or vault.',
    AWS_CUSTOMER_MASTER_KEY_NOT_FOUND: 'Check `aws-customer-master-key-id` and `aws-region`: the key must be in that region.',
    AWS_KMS_CUSTOMER_MASTER_KEY_NOT_ENABLED: 'Enable the key in AWS KMS.',
    AWS_KMS_CUSTOMER_MASTER_KEY_PENDING_DELETION: "Cancel the key's deletion in AWS KMS and enable it, or give another key.",
    AWS_KMS_CUSTOMER_MASTER_KEY_PENDING_IMPORT: "Import the key's material in AWS KMS first.",
    AWS_KMS_REGION_NOT_SUPPORTED: 'Give another `aws-region`, and a key in it.',
    INVALID_REGION: 'Check `aws-region`.',
    AZURE_KEY_VAULT_KEY_EXPIRED: 'Make a new version of the key and give it as `azure-key-identifier`.',
    AZURE_KEY_VAULT_KEY_EXPIRING: 'Make a new version of the key with a later expiry and give it as `azure-key-identifier`.',
    AZURE_KEY_VAULT_KEY_IDENTIFIER_INVALID_FORMAT: 'Give `azure-key-identifier` with the version: https://VAULT.vault.azure.net/keys/NAME/VERSION.',
    AZURE_KEY_VAULT_KEY_NOT_ACTIVE: "The key's activation date has not come yet; change it or wait.",
    AZURE_KEY_VAULT_KEY_NOT_ENABLED: 'Enable the key version in Azure Key Vault.',
    AZURE_KEY_VAULT_KEY_NOT_FOUND: 'Check `azure-key-identifier` and `azure-key-vault-name`.',
    AZURE_KEY_VAULT_ENVIRONMENT_NOT_SUPPORTED: 'Check `azure-environment`.',
    GOOGLE_CLOUD_KMS_KEY_VERSION_NOT_FOUND: 'Check `gcp-key-version-resource-id`.',
    GOOGLE_CLOUD_KMS_KEY_VERSION_DISABLED: 'Enable the key version in Google Cloud KMS.',
    GOOGLE_CLOUD_KMS_KEY_VERSION_DESTROYED: 'The key version is gone; give another one.',
    GOOGLE_CLOUD_KMS_KEY_VERSION_DESTROY_SCHEDULED: 'Restore and enable the key version in Google Cloud KMS.',
    GOOGLE_CLOUD_KMS_KEY_VERSION_PENDING_GENERATION: 'Wait until Google Cloud KMS has generated the key version.',
    CANNOT_USE_ENCRYPTION_AT_REST_TENANT: NO_DEDICATED_CLUSTER,
    UNSUPPORTED_FOR_CURRENT_PLAN: NO_DEDICATED_CLUSTER,
    FEATURE_UNSUPPORTED: NO_DEDICATED_CLUSTER,
    ENCRYPTION_AT_REST_PROVIDER_NOT_SUPPORTED: NO_DEDICATED_CLUSTER,
    WRITES_NOT_ALLOWED_DURING_APP_UPGRADES: 'Atlas is being upgraded and takes no changes; run again later.',
    VERSION_GONE: 'Atlas no longer serves this version of its API; update this action.',
    ACCOUNT_SUSPENDED: 'The Atlas account is suspended; its owner has to settle that with MongoDB.',
    invalid_client: 'Check `atlas-client-id` and `atlas-client-secret`, and that the secret has not expired.',
    access_denied: 'A service account has at most 100 live tokens: wait until older ones expire (an hour), or use another service account.',
};
const ORGANIZATION = 'Check `org-id`, and that the service account or API key belongs to the organization, with the role Organization ' +
    'Read Only (or Organization Member, which sees only its own projects).';
/** What to do next. Never empty. */
function hintFor({ status, code, detail, patch, organization = false }) {
    const isAboutAccess = [401, 403, 404].includes(status) && !code?.includes('ACCESS_LIST');
    if (organization && isAboutAccess)
        return ORGANIZATION;
    const known = code !== undefined && Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined;
    if (known !== undefined)
        return known;
    if (patch && /\b(M0|M2|M5|flex|serverless|tenant|shared)\b/i.test(detail))
        return NO_DEDICATED_CLUSTER;
    switch (status) {
        case 400:
            return 'Check the inputs of the provider against the message.';
        case 401:
        case 403:
            return patch
                ? 'The service account or API key needs the role Project Owner on this project to change encryption at rest.'
                : 'Check the credentials, and that they have the role Project Read Only (for `api-version: v1.0` Project Owner) on this project.';
        case 404:
            return 'Check `project-id` (in a config file, `id`): there is no such project, or the credentials cannot see it.';
        case 410:
            return BY_CODE.VERSION_GONE;
        case 429:
            return 'Atlas limits the rate of requests; run again later, or less often.';
        default:
            if (status >= 300 && status < 400) {
                return `A redirect is never followed. ${CHECK_PROXY}`;
            }
            return status >= 500
                ? 'Atlas or a proxy in front of it is in trouble; see https://status.mongodb.com and run again later.'
                : CHECK_PROXY;
    }
}

// EXTERNAL MODULE: ./build/domain/errors.js
var errors = __webpack_require__(6046);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(8532);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(3759);
// EXTERNAL MODULE: ./build/domain/providers.js
var domain_providers = __webpack_require__(7947);
;// CONCATENATED MODULE: ./build/atlas/schemas.js


/** Of an access token; Atlas's have about a thousand characters. */
const MAX_TOKEN_LENGTH = 16_384;
// zod compiles each object schema to a function of its own by default, which a schema that is used once never earns back.
core/* config */.$W({ jitless: true });
// Atlas leaves out or nulls whatever does not apply, and adds fields without notice: everything is optional, what is not
// known is dropped, and only a known field of a wrong type is refused.
const flag = schemas/* nullish */.cl6(schemas/* boolean */.zMY());
const schemas_text = schemas/* nullish */.cl6(schemas/* string */.YjP());
/** The encryptionAtRest document, with the fields that the provider table says Atlas returns. */
const encryptionAtRest = schemas/* object */.Ikc({
    ...Object.fromEntries(domain_providers/* PROVIDER_LIST */.Pj.map(({ atlasObject, fields }) => [atlasObject, providerBlock(fields)])),
    enabledForSearchNodes: flag,
});
function providerBlock(fields) {
    const returned = fields.filter(({ secret }) => !secret);
    const details = returned.map(({ name, format }) => [name, format === 'boolean' ? flag : schemas_text]);
    return schemas/* nullish */.cl6(schemas/* object */.Ikc({ enabled: flag, valid: flag, ...Object.fromEntries(details) }));
}
/** A page of any list. `links` tells whether there is a next one; its URLs are not followed. */
const links = schemas/* nullish */.cl6(schemas/* array */.YOg(schemas/* object */.Ikc({ rel: schemas_text })));
function pageOf(item) {
    return schemas/* object */.Ikc({ links, results: schemas/* nullish */.cl6(schemas/* array */.YOg(schemas/* object */.Ikc(item))) });
}
const projectPage = pageOf({ id: schemas_text, name: schemas_text });
const clusterPage = pageOf({ name: schemas_text, encryptionAtRestProvider: schemas_text, paused: flag });
const alertConfigurationPage = pageOf({ eventTypeName: schemas_text, enabled: flag });
const alertPage = pageOf({ eventTypeName: schemas_text, status: schemas_text, clusterName: schemas_text });
const privateEndpointPage = pageOf({ regionName: schemas_text, status: schemas_text });
/** Newest first. */
const eventPage = schemas/* object */.Ikc({
    results: schemas/* nullish */.cl6(schemas/* array */.YOg(schemas/* object */.Ikc({ created: schemas_text, username: schemas_text, publicKey: schemas_text }))),
});
/** Google's and Azure's roles stand beside, but are not looked up by us. */
const cloudProviderAccess = schemas/* object */.Ikc({
    awsIamRoles: schemas/* nullish */.cl6(schemas/* array */.YOg(schemas/* object */.Ikc({ roleId: schemas_text, iamAssumedRoleArn: schemas_text, authorizedDate: schemas_text }))),
});
/** Atlas's ApiError; `parameters` holds scalars in fact, objects by the specification, or is null. */
const apiError = schemas/* object */.Ikc({
    errorCode: schemas/* catch */.MfU(schemas_text, undefined),
    detail: schemas/* catch */.MfU(schemas_text, undefined),
    reason: schemas/* catch */.MfU(schemas_text, undefined),
    parameters: schemas/* catch */.MfU(schemas/* nullish */.cl6(schemas/* array */.YOg(schemas/* unknown */.L5J())), undefined),
});
/** An error of the OAuth endpoints (RFC 6749, 5.2). */
const oauthError = schemas/* object */.Ikc({ error: schemas/* string */.YjP(), error_description: schemas_text });
const accessToken = schemas/* object */.Ikc({
    access_token: schemas/* string */.YjP().check(api/* _minLength */.m9(4), api/* _maxLength */.Eb(MAX_TOKEN_LENGTH)),
    expires_in: schemas/* nullish */.cl6(schemas/* number */.aig()),
});
/** The wrapping of `envelope=true`. */
const envelope = schemas/* object */.Ikc({ status: schemas/* int */.Whr(), content: schemas/* unknown */.L5J() });

;// CONCATENATED MODULE: ./build/atlas/response.js


/** Atlas did what was asked for, but what it answered cannot be read. */
class UnreadableResponseError extends errors/* ActionError */.lZ {
    constructor(message) {
        super('PROTOCOL', message);
    }
}
const succeeded = ({ status }) => status >= 200 && status < 300;
/**
 * Reads a reply.
 *
 * @param enveloped whether `envelope=true` was asked for; an error in front of Atlas's API may still come without one
 * @throws UnreadableResponseError if success comes with something that is not what was asked for
 */
function readResponse({ status, headers, text }, enveloped) {
    const answer = { status, headers, document: parseJson(text) };
    if (!enveloped)
        return answer;
    const wrapped = envelope.safeParse(answer.document).data;
    if (wrapped !== undefined)
        return { ...answer, status: wrapped.status, document: wrapped.content };
    if (!succeeded(answer))
        return answer;
    throw new UnreadableResponseError('Atlas was asked for an envelope, but its reply holds no `status` and `content`. Try again without `envelope`.');
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** The header's only value, or its first if a server repeats it. */
function header({ headers }, name) {
    return [headers[name]].flat()[0];
}

;// CONCATENATED MODULE: ./build/atlas/errors.js



/** Atlas refused. `code` is its `errorCode`, or `PROTOCOL` if the reply named none. */
class AtlasApiError extends errors/* ActionError */.lZ {
    /** HTTP status, of the envelope if there is one. */
    status;
    constructor(code, message, status) {
        super(code, message);
        this.status = status;
    }
}
/** The error code of a refusal, in Atlas's own words, if the reply holds a well-formed one. */
function errorCodeOf({ document }) {
    const code = apiError.safeParse(document).data?.errorCode ?? oauthError.safeParse(document).data?.error;
    return code && /^[A-Za-z][A-Za-z0-9_]{0,99}$/.test(code) ? code : undefined;
}
/** `parameters[1]` of a rate limit refusal: the seconds to wait. */
function waitSecondsOf({ document }) {
    const seconds = apiError.safeParse(document).data?.parameters?.[1];
    return typeof seconds === 'number' && seconds >= 0 && Number.isFinite(seconds) ? seconds : undefined;
}
/**
 * One error for one refusal: what failed, what Atlas says, what to do next. Atlas's text is made plain here.
 *
 * @param request for people: `PATCH encryptionAtRest`
 */
function toAtlasApiError(request, answer, secrets) {
    const { status, document } = answer;
    const code = errorCodeOf(answer);
    const api = apiError.safeParse(document).data;
    const detail = api?.detail ?? oauthError.safeParse(document).data?.error_description ?? api?.reason ?? '';
    const said = secrets.sanitize(detail, 1000);
    const parts = [
        `${request} was refused with HTTP ${status}${code ? ` ${secrets.sanitize(code)}` : ''}`,
        said === '' ? '' : `: ${said.replace(/\.$/, '')}`,
        '. ',
        hintFor({
            status,
            code,
            detail: said,
            patch: request.startsWith('PATCH'),
            organization: request.endsWith('organization'),
        }),
    ];
    return new AtlasApiError(code ? secrets.sanitize(code) : 'PROTOCOL', parts.join('').trim(), status);
}

;// CONCATENATED MODULE: ./build/atlas/network-error.js

/** No reply came, or not all of it. */
class NetworkError extends errors/* ActionError */.lZ {
    /** What happened, in a few words. */
    reason;
    /** Whether another attempt may go better. */
    retryable;
    /** Whether the request may have reached Atlas. */
    mayHaveSent;
    constructor(reason, { retryable, mayHaveSent, advice = ADVICE }) {
        super('NETWORK', `${reason}. ${advice}`);
        this.reason = reason;
        this.retryable = retryable;
        this.mayHaveSent = mayHaveSent;
    }
}
const ADVICE = 'Check `atlas-base-url`, the proxy settings of the runner, and https://status.mongodb.com.';
/** In the words of a person, by the code of Node.js or undici; the rest says only that code. */
const REASONS = {
    ENOTFOUND: 'the host name is not known',
    EAI_AGAIN: 'the host name could not be looked up',
    ECONNREFUSED: 'the connection was refused',
    ECONNRESET: 'the connection was reset',
    ETIMEDOUT: 'the connection timed out',
    EPIPE: 'the connection was closed',
    EPROTO: 'it does not speak TLS',
    HPE_INVALID: 'what came is not HTTP',
    UND_ERR_DESTROYED: 'the connection was dropped',
    UND_ERR_SOCKET: 'the connection was closed before the reply was complete',
    UND_ERR_CONNECT_TIMEOUT: 'the connection could not be made in time',
    UND_ERR_HEADERS_TIMEOUT: 'no reply came in time',
    UND_ERR_BODY_TIMEOUT: 'the reply stopped in the middle',
    UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the reply was cut short',
    UND_ERR_ABORTED: 'the proxy refused the connection',
    UND_ERR_INVALID_ARG: 'the proxy refused the connection',
};
const NEVER_CONNECTED = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'UND_ERR_CONNECT_TIMEOUT']);
/**
 * Turns what Node.js or undici threw into a failure that says nothing of the error's own text, which may quote what was
 * sent. A failure that is explained already comes back as it is, and so does a
 * defect, which is no network error at all.
 *
 * @param host for the message
 */
function toNetworkError(error, host) {
    if (error instanceof errors/* ActionError */.lZ || !(error instanceof Error))
        return error;
    if (error.name === 'TimeoutError') {
        return new NetworkError(`no reply from ${host} within a minute`, { retryable: true, mayHaveSent: true });
    }
    const code = codeOf(error) ?? (error.name === 'HTTPParserError' ? 'HPE_INVALID' : undefined);
    if (code === undefined)
        return error;
    const certificate = /CERT|SELF_SIGNED|UNABLE_TO_/.test(code);
    if (certificate) {
        return new NetworkError(`the TLS certificate of ${host} is not trusted (${code})`, {
            retryable: false,
            mayHaveSent: false,
            advice: 'If a proxy or a private CA stands in between, point NODE_EXTRA_CA_CERTS at its certificate.',
        });
    }
    return new NetworkError(`no reply from ${host}: ${REASONS[code] ?? 'the connection failed'} (${code})`, {
        retryable: true,
        mayHaveSent: !NEVER_CONNECTED.has(code),
    });
}
/** The code of an error, or of the first one in it if it is a collection (one host, several addresses). */
function codeOf(error) {
    const inner = Array.isArray(error.errors) ? error.errors[0] : error.cause;
    const code = typeof error.code === 'string' ? error.code : inner?.code;
    return typeof code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(code) ? code : undefined;
}

;// CONCATENATED MODULE: ./build/atlas/retry.js
// Own code instead of undici's RetryAgent: Atlas names the wait in the body of a 429 and the reason in the envelope or the
// `errorCode`, which undici does not look into, and every retry is to be told, jittered and bounded by the run's `timeout`.




const BACKOFF_BASE_MS = 1000;
const BACKOFF_CAP_MS = 30_000;
/** Far past the end of any run; a number of any length can stand in a header. */
const MAX_RETRY_AFTER_SECONDS = 1e9;
/**
 * Repeats what can heal (429, 502, 503, 504, broken connections, 500 if allowed, 405 during Atlas's own upgrades) until it
 * does, the attempts are used up, or the wait would outlast the run. Safe for a PATCH too, which sends the same document
 * each time.
 *
 * @returns a success
 * @throws the failure of the last attempt
 */
async function withRetries(request, run, attempt) {
    for (let retried = 0;; retried += 1) {
        const outcome = await outcomeOf(attempt);
        if (!(outcome instanceof NetworkError) && succeeded(outcome))
            return outcome;
        if (retried >= request.retries || !retryable(outcome, request)) {
            throw errorOf(request, outcome, run, retried === 0 ? '' : `Given up after ${retried + 1} attempts.`);
        }
        const waitMs = waitBefore(outcome, retried, run.clock);
        const isRateLimit = !(outcome instanceof NetworkError) && outcome.status === 429;
        if (run.clock.now() + waitMs >= run.deadline) {
            const asked = `The next attempt would be in ${seconds(waitMs)}, past the end of \`timeout\`, so the run ends here.`;
            throw errorOf(request, outcome, run, asked);
        }
        const reason = outcome instanceof NetworkError ? outcome.reason : `HTTP ${describe(outcome)}`;
        run.emit({ type: 'retry', request: request.label, reason, waitMs });
        if (isRateLimit)
            request.onRateLimit?.(waitMs);
        await run.clock.sleep(waitMs, run.signal);
    }
}
const seconds = (ms) => `${Math.ceil(ms / 1000)} s`;
const describe = (answer) => [answer.status, errorCodeOf(answer)].filter(Boolean).join(' ');
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
function retryable(outcome, { repeatServerErrors }) {
    if (outcome instanceof NetworkError)
        return outcome.retryable;
    const { status } = outcome;
    if (status === 500)
        return repeatServerErrors;
    if (status === 405)
        return errorCodeOf(outcome) === 'WRITES_NOT_ALLOWED_DURING_APP_UPGRADES';
    return [429, 502, 503, 504].includes(status);
}
/** Milliseconds to wait: as the reply asks, else growing, with jitter so that a matrix of jobs does not come back as one. */
function waitBefore(outcome, retried, clock) {
    if (!(outcome instanceof NetworkError)) {
        const asked = retryAfterMs(header(outcome, 'retry-after'), clock.now());
        if (asked !== undefined)
            return asked;
        const inBody = outcome.status === 429 ? waitSecondsOf(outcome) : undefined;
        if (inBody !== undefined)
            return inBody * 1000;
    }
    const backoff = Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** retried);
    return Math.round(backoff / 2 + (backoff / 2) * clock.random());
}
/** `Retry-After`: seconds or an HTTP date (RFC 9110, 10.2.3); undefined if it is neither. */
function retryAfterMs(value, now) {
    if (value === undefined)
        return undefined;
    const text = value.trim();
    if (/^\d+$/.test(text))
        return Math.min(Number(text), MAX_RETRY_AFTER_SECONDS) * 1000;
    if (!/^[A-Z][a-z]{2,8},? .*GMT$/.test(text))
        return undefined;
    const date = Date.parse(text);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
/** @param addition a sentence for the end of the message, or '' */
function errorOf({ label }, outcome, { secrets }, addition) {
    const failure = outcome instanceof NetworkError
        ? new errors/* ActionError */.lZ(outcome.code, `${label}: ${outcome.message}`)
        : toAtlasApiError(label, outcome, secrets);
    if (addition !== '')
        failure.message = `${failure.message.replace(/[.\s]*$/, '.')} ${addition}`;
    return failure;
}

;// CONCATENATED MODULE: ./build/atlas/version.js
/** The `version` of package.json, which a test holds it to; in the user agent of every request. */
const VERSION = '1.0.0';

;// CONCATENATED MODULE: ./build/atlas/client.js




/** Atlas's Admin API: authenticated, repeated where that helps, with refusals as `ActionError`s that say what to do. */
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
    /**
     * @param pendingChange kept up to date while a change is on its way
     * @returns the reply's JSON object
     * @throws ActionError Atlas refused, did not answer, or answered nonsense; or the run ended
     */
    async call(request, pendingChange) {
        const { method, resource, enveloped = false, retries = this.#shared.retries } = request;
        const { rateLimiter } = this.#shared;
        const label = `${method} ${resource}`;
        const http = { ...this.#httpRequest(request), enveloped, ...(pendingChange && { pendingChange }) };
        const signal = request.signal ? AbortSignal.any([this.#run.signal, request.signal]) : this.#run.signal;
        const onRateLimit = (waitMs) => rateLimiter.pauseAll(waitMs, this.#run.clock);
        const retry = { label, repeatServerErrors: method === 'GET', retries, onRateLimit };
        const answer = await withRetries(retry, this.#run, async () => {
            signal.throwIfAborted();
            const attempt = await rateLimiter.keep(this.#run.clock, signal, async () => readResponse(await this.#send(http, signal), enveloped));
            if (succeeded(attempt))
                pendingChange?.settle(true);
            this.#warnAboutSunset(attempt);
            return attempt;
        });
        const { document } = answer;
        if (typeof document === 'object' && document !== null && !Array.isArray(document))
            return document;
        const type = this.#run.secrets.sanitize(header(answer, 'content-type') ?? 'no content type', 100);
        throw new UnreadableResponseError(`${label}: Atlas answered HTTP ${answer.status}, but not with a JSON object (${type}). ${CHECK_PROXY}`);
    }
    #httpRequest({ method, path, resourceVersion, body }) {
        const mediaType = this.#shared.apiVersion === 'v2' ? `application/vnd.atlas.${resourceVersion}+json` : 'application/json';
        return {
            method,
            path: `/api/atlas/${this.#shared.apiVersion}${path}`,
            headers: {
                accept: mediaType,
                'user-agent': `atlas-encryption-at-rest/${VERSION} (${process.platform};${process.arch})`,
                ...(body === undefined ? {} : { 'content-type': mediaType }),
            },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        };
    }
    #warnAboutSunset(answer) {
        const date = Date.parse(header(answer, 'sunset') ?? '');
        if (Number.isNaN(date) || this.#shared.sunset !== undefined)
            return;
        const day = new Date(date).toISOString().slice(0, 10);
        this.#shared.sunset = day;
        const text = `Atlas stops serving the version of its API that this action uses on ${day}: update the action before then.`;
        this.#run.emit({ type: 'warning', text });
    }
}

// EXTERNAL MODULE: ./build/network/read-bounded.js
var read_bounded = __webpack_require__(1953);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/atlas/digest.js
// HTTP digest authentication (RFC 7616, RFC 2617). Own code: of the libraries none parses every challenge that a server
// may send and counts nonces as RFC 7616, 3.4 asks (hexadecimal, from 00000001, anew for each nonce).

const HASHES = { MD5: 'md5', 'SHA-256': 'sha256' };
const SEPARATORS = /[\s,]*/y;
const TOKEN = /[!#$%&'*+\-.^_`|~0-9A-Za-z]+/y;
const ASSIGNMENT = /[ \t]*=[ \t]*/y;
const QUOTED = /"((?:[^"\\]|\\[\s\S])*)"/y;
const BARE = /[^\s,"]+/y;
const TOKEN68 = /[ \t]+[A-Za-z0-9\-._~+/]+=*(?=[ \t]*(?:,|$))/y;
/**
 * Parses the values of all `WWW-Authenticate` headers of a reply, in the order the server sent them. Linear in the length
 * of the text; what cannot be understood is skipped, never thrown.
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
 * The first digest challenge that we can answer (servers list them by preference, RFC 7616, 3.7): MD5, SHA-256 or their
 * -sess forms, with `qop` absent or offering `auth`.
 */
function selectChallenge(challenges) {
    return challenges.find(({ scheme, parameters }) => {
        const { nonce, qop } = parameters;
        return scheme === 'digest' && nonce !== undefined && algorithmOf(parameters) !== undefined && offersAuth(qop);
    });
}
/** Whether the server says that only the nonce was too old, not the credentials wrong. */
function isStale(challenge) {
    return challenge.parameters.stale?.toLowerCase() === 'true';
}
function offersAuth(qop) {
    return !qop?.trim() || qop.split(',').some((option) => option.trim().toLowerCase() === 'auth');
}
function algorithmOf({ algorithm = 'MD5' }) {
    const session = /-sess$/i.test(algorithm);
    const hash = HASHES[algorithm.replace(/-sess$/i, '').toUpperCase()];
    return hash === undefined ? undefined : { hash, session };
}
/**
 * A nonce of the server and the requests signed with it. The client nonce stays the same for all of them, so that servers
 * which compute the -sess key once and servers which compute it for each request agree (RFC 7616, 3.4.2).
 */
class NonceSession {
    nonce;
    #parameters;
    #credentials;
    #clientNonce;
    #count = 0;
    /** @param challenge one that is {@link selectChallenge} */
    constructor(challenge, credentials, clientNonce = (0,external_node_crypto_.randomBytes)(16).toString('hex')) {
        this.#parameters = challenge.parameters;
        this.nonce = challenge.parameters.nonce ?? '';
        this.#credentials = credentials;
        this.#clientNonce = clientNonce;
    }
    /**
     * Signs the next request.
     *
     * @param uri path and query exactly as in the request line (Apache answers 400 to anything else)
     * @returns the `Authorization` header, and the response hash in it, which is to be masked
     */
    authorize(method, uri) {
        const { realm = '', opaque, qop, algorithm } = this.#parameters;
        const { username, password } = this.#credentials;
        const { hash, session } = algorithmOf(this.#parameters);
        const digest = (...parts) => (0,external_node_crypto_.createHash)(hash).update(parts.join(':')).digest('hex');
        this.#count += 1;
        const count = this.#count.toString(16).padStart(8, '0');
        const plainKey = digest(username, realm, password);
        const key = session ? digest(plainKey, this.nonce, this.#clientNonce) : plainKey;
        const request = digest(method, uri);
        const protectedBy = qop?.trim() ? [count, this.#clientNonce, 'auth'] : [];
        const response = digest(key, this.nonce, ...protectedBy, request);
        const fields = [
            `username=${quote(username)}`,
            `realm=${quote(realm)}`,
            `nonce=${quote(this.nonce)}`,
            `uri=${quote(uri)}`,
            ...(algorithm === undefined ? [] : [`algorithm=${algorithm}`]),
            ...(protectedBy.length > 0 ? [`qop=auth`, `nc=${count}`] : []),
            ...(protectedBy.length > 0 || session ? [`cnonce=${quote(this.#clientNonce)}`] : []),
            `response=${quote(response)}`,
            ...(opaque === undefined ? [] : [`opaque=${quote(opaque)}`]),
        ];
        return { header: `Digest ${fields.join(', ')}`, response };
    }
}
const quote = (text) => `"${text.replace(/["\\]/g, '\\$&')}"`;

// EXTERNAL MODULE: ./build/atlas/pending-change.js
var pending_change = __webpack_require__(7368);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/atlas/transport.js







/** One attempt may take this long; Atlas asks the key provider before it answers a PATCH. */
const ATTEMPT_MS = 60_000;
/** @param origin the only host that is ever contacted; redirects are not followed */
function createTransport(connection, origin) {
    return async ({ method, path, headers, body, pendingChange }, signal) => {
        const attempt = boundedAttempt(signal);
        const options = { method, path, headers: { ...headers }, origin, signal: attempt.signal, ...(body && { body }) };
        pendingChange?.started();
        try {
            const reply = await unlessAborted(attempt.signal, sendRequest(connection.dispatcher, options));
            // Whether it is a success only the one knows who opens the envelope.
            pendingChange?.settle(false);
            return reply;
        }
        catch (error) {
            if (attempt.signal.aborted)
                void connection.drop();
            if (signal.aborted)
                throw signal.reason;
            const failure = toNetworkError(error, new URL(origin).host);
            const mayHaveSent = failure instanceof NetworkError ? failure.mayHaveSent : !(failure instanceof pending_change/* RequestNotSentError */.X);
            pendingChange?.connectionLost(mayHaveSent);
            throw failure;
        }
        finally {
            attempt.end();
        }
    };
}
/**
 * Aborted with `signal`, or when the attempt takes too long. Not `AbortSignal.any` and `AbortSignal.timeout`: those live on until
 * the time is over, and a run makes thousands of attempts.
 */
function boundedAttempt(signal) {
    const controller = new AbortController();
    const follow = () => controller.abort(signal.reason);
    const timer = setTimeout(() => controller.abort(new DOMException('too late', 'TimeoutError')), ATTEMPT_MS);
    if (signal.aborted)
        follow();
    else
        signal.addEventListener('abort', follow);
    const end = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', follow);
    };
    return { signal: controller.signal, end };
}
async function sendRequest(dispatcher, options) {
    const { statusCode: status, headers, body } = await (0,undici/* request */.Em)(dispatcher, options);
    const bytes = await (0,read_bounded/* readBounded */.C)(body, tooLarge);
    const text = (await decode(bytes, String(headers['content-encoding'] ?? ''))).toString('utf8');
    return { status, headers, text };
}
/** undici looks at a signal only once a connection is made, so a server or proxy that says nothing would hold us. */
function unlessAborted(signal, work) {
    return new Promise((resolve, reject) => {
        const abort = () => reject(signal.reason);
        if (signal.aborted)
            abort();
        signal.addEventListener('abort', abort, { once: true });
        work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
    });
}
const DECODERS = { gzip: 'gunzip', 'x-gzip': 'gunzip', deflate: 'inflate', br: 'brotliDecompress' };
/** We ask for no compression, but a proxy in between may compress all the same. */
async function decode(bytes, contentEncoding) {
    const encoding = contentEncoding.trim().toLowerCase();
    if (encoding === '' || encoding === 'identity')
        return bytes;
    if (!Object.hasOwn(DECODERS, encoding)) {
        throw unreadable('Atlas sent a reply in a compression that was not asked for and is not known.');
    }
    // Loaded only now, since hardly any run needs it.
    const zlib = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8522, 19));
    const decoder = (0,external_node_util_.promisify)(zlib[DECODERS[encoding]]);
    try {
        return await decoder(bytes, { maxOutputLength: read_bounded/* MAX_RESPONSE_BYTES */.n });
    }
    catch (error) {
        if (error.code === 'ERR_BUFFER_TOO_LARGE')
            throw tooLarge();
        throw unreadable('Atlas sent a compressed reply that is broken.');
    }
}
/** A reply past the limit. */
function tooLarge() {
    return unreadable(`Atlas sent a reply of more than ${read_bounded/* MAX_RESPONSE_BYTES */.n / 1024 / 1024} MiB; it was not read.`);
}
const unreadable = (what) => new errors/* ActionError */.lZ('PROTOCOL', `${what} ${CHECK_PROXY}`);

;// CONCATENATED MODULE: ./build/atlas/digest-interceptor.js






/**
 * An undici interceptor that answers digest challenges. It keeps the server's nonce for the requests that follow, so that
 * only the first one takes two legs, and that one must have no body: a body is never sent to a peer that has not been
 * authenticated to yet.
 *
 * A 401 on a nonce that was used before is answered once, with the new nonce (`stale=true`, or a different nonce without
 * it, as Jetty sends after a lost count). A 401 on a nonce's first use is final and handed on.
 *
 * @param protect masks the response hash of each request
 */
function digestInterceptor(credentials, protect) {
    let session;
    const signed = (options, by) => {
        const { header, response } = by.authorize(options.method, options.path);
        protect(response);
        return { ...options, headers: { ...options.headers, authorization: header } };
    };
    return (dispatch) => (options, handler) => {
        const reused = session;
        if (reused === undefined && options.body)
            throw bodyBeforeAuthenticationError();
        /** The nonce to try again with, or undefined if the reply is to be handed on. */
        const renewal = (offered) => {
            if (reused === undefined) {
                if (offered === undefined)
                    throw unsupportedChallengeError();
                return new NonceSession(offered, credentials);
            }
            if (offered === undefined)
                return undefined;
            if (offered.parameters.nonce !== reused.nonce)
                return new NonceSession(offered, credentials);
            return isStale(offered) ? reused : undefined;
        };
        const firstLeg = reused === undefined ? options : signed(options, reused);
        return dispatch(firstLeg, new FirstLeg(handler, renewal, (renewed) => {
            session = renewed;
            dispatch(signed(options, renewed), handler);
        }));
    };
}
function bodyBeforeAuthenticationError() {
    return new pending_change/* RequestNotSentError */.X('PROTOCOL', 'Atlas answered without asking for credentials, so the change was not sent: nobody has proved to be Atlas. ' +
        CHECK_PROXY);
}
function unsupportedChallengeError() {
    return new errors/* ActionError */.lZ('PROTOCOL', 'Atlas answered 401 without a digest challenge that can be answered safely (MD5 or SHA-256, `qop` with `auth`); ' +
        `nothing else is ever answered. ${CHECK_PROXY}`);
}
/** Passes a reply on to the handler behind it, unless it is a 401 that is to be answered: then that one is swallowed. */
class FirstLeg {
    #next;
    #renewal;
    #tryAgain;
    #renewed;
    /** Bytes of a reply that nobody is to see. */
    #swallowed = 0;
    constructor(next, renewal, tryAgain) {
        this.#next = next;
        this.#renewal = renewal;
        this.#tryAgain = tryAgain;
    }
    onRequestStart(controller, context) {
        this.#next.onRequestStart?.(controller, context);
    }
    onResponseStart(...args) {
        const [, status, headers] = args;
        if (status === 401) {
            const values = [headers['www-authenticate'] ?? []].flat();
            this.#renewed = this.#renewal(selectChallenge(parseChallenges(values)));
        }
        if (this.#renewed === undefined)
            this.#next.onResponseStart?.(...args);
    }
    onResponseData(controller, chunk) {
        if (this.#renewed === undefined)
            this.#next.onResponseData?.(controller, chunk);
        this.#swallowed += this.#renewed === undefined ? 0 : chunk.length;
        if (this.#swallowed > read_bounded/* MAX_RESPONSE_BYTES */.n)
            controller.abort(tooLarge());
    }
    onResponseEnd(...args) {
        if (this.#renewed === undefined)
            this.#next.onResponseEnd?.(...args);
        else
            this.#tryAgain(this.#renewed);
    }
    onResponseError(controller, error) {
        this.#next.onResponseError?.(controller, error);
    }
}

;// CONCATENATED MODULE: ./build/atlas/endpoints.js



const PAGE_SIZE = 500;
/** More than Atlas ever gives; a stranger's page could hold millions. */
const MAX_ITEMS = 10_000;
const MAX_PAGES = 40;
/** Of a name in a list; Atlas's have 64 characters. */
const MAX_TEXT_LENGTH = 2000;
function createAtlas(client, { apiVersion, envelope, pretty }) {
    const query = new URLSearchParams({
        ...(envelope && { envelope: 'true' }),
        ...(pretty && { pretty: 'true' }),
    }).toString();
    const encryptionResource = (projectId) => ({
        resource: 'encryptionAtRest',
        path: `/groups/${projectId}/encryptionAtRest${query && `?${query}`}`,
        resourceVersion: '2023-01-01',
        enveloped: envelope,
    });
    /** All items of a paginated list. The next page is asked for by number: a link's URL could point anywhere. */
    async function listAll(list, schema, 
    /** What is needed of an item, with texts cut: so many lanes keep so many lists. */
    keep) {
        const items = [];
        for (let page = 1; page <= MAX_PAGES; page += 1) {
            const path = `${list.path}${list.path.includes('?') ? '&' : '?'}itemsPerPage=${PAGE_SIZE}&pageNum=${page}`;
            const reply = await client.call({ ...list, method: 'GET', path });
            if (Array.isArray(reply.results) && items.length + reply.results.length > MAX_ITEMS)
                break;
            const { links, results } = parse(list.resource, schema, reply);
            for (const item of results ?? [])
                items.push(keep(item));
            const linked = links ? links.some(({ rel }) => rel === 'next') : (results?.length ?? 0) >= PAGE_SIZE;
            if (!linked || !results?.length)
                return items;
        }
        throw new errors/* ActionError */.lZ('PROTOCOL', `GET ${list.resource}: the list is longer than any of Atlas's.`);
    }
    return {
        async listProjects(organizationId) {
            const path = `/orgs/${organizationId}/groups`;
            const list = { resource: 'projects of the organization', path, resourceVersion: '2023-01-01' };
            const projects = new Map();
            const listed = await listAll(list, projectPage, ({ id, name }) => ({ id: id && cut(id), name: cut(name) }));
            for (const { id, name } of listed) {
                // It becomes part of a path.
                if (id == null || !/^[0-9a-f]{24}$/i.test(id)) {
                    throw new UnreadableResponseError(`GET ${list.resource}: Atlas's reply holds a project without a proper id.`);
                }
                // A project that was made meanwhile shifts others to the next page.
                projects.set(id.toLowerCase(), { id: id.toLowerCase(), name });
            }
            return [...projects.values()];
        },
        async getEncryptionAtRest(projectId) {
            const request = { ...encryptionResource(projectId), method: 'GET' };
            return parse(request.resource, encryptionAtRest, await client.call(request));
        },
        async patchEncryptionAtRest(projectId, patch, pendingChange) {
            const request = { ...encryptionResource(projectId), method: 'PATCH', body: patch };
            return parse(request.resource, encryptionAtRest, await client.call(request, pendingChange));
        },
        async listAwsRoleIds(projectId, arn) {
            const resource = 'cloudProviderAccess';
            const path = `/groups/${projectId}/${resource}`;
            const reply = await client.call({ method: 'GET', resource, path, resourceVersion: '2023-01-01' });
            const { awsIamRoles } = parse(resource, cloudProviderAccess, reply);
            return (awsIamRoles ?? [])
                .filter(({ iamAssumedRoleArn, roleId }) => iamAssumedRoleArn === arn && /^[a-f0-9]{24}$/i.test(roleId ?? ''))
                .sort((a, b) => Number(Boolean(b.authorizedDate)) - Number(Boolean(a.authorizedDate)))
                .map(({ roleId }) => roleId.toLowerCase());
        },
        async listClusters(projectId) {
            const list = { resource: 'clusters', path: `/groups/${projectId}/clusters`, resourceVersion: '2024-08-05' };
            return await listAll(list, clusterPage, ({ name, encryptionAtRestProvider, paused }) => ({
                name: cut(name),
                provider: cut(encryptionAtRestProvider),
                paused: paused === true,
            }));
        },
        async listAlertConfigurations(projectId) {
            const list = {
                resource: 'alertConfigs',
                path: `/groups/${projectId}/alertConfigs`,
                resourceVersion: '2023-01-01',
            };
            return await listAll(list, alertConfigurationPage, ({ eventTypeName, enabled }) => ({
                event: cut(eventTypeName),
                enabled: enabled === true,
            }));
        },
        async listOpenAlerts(projectId) {
            const path = `/groups/${projectId}/alerts?status=OPEN`;
            const list = { resource: 'alerts', path, resourceVersion: '2023-01-01' };
            const alerts = await listAll(list, alertPage, ({ status, eventTypeName, clusterName }) => ({
                isOpen: (status ?? 'OPEN') === 'OPEN',
                event: cut(eventTypeName),
                cluster: cut(clusterName),
            }));
            return alerts.filter(({ isOpen }) => isOpen).map(({ event, cluster }) => ({ event, cluster }));
        },
        async getLastChange(projectId, signal) {
            const query = 'eventType=ENCRYPTION_AT_REST_CONFIGURATION_UPDATED&itemsPerPage=1';
            const list = { resource: 'events', path: `/groups/${projectId}/events?${query}`, resourceVersion: '2023-01-01' };
            const reply = await client.call({ ...list, method: 'GET', retries: 0, signal });
            const event = parse(list.resource, eventPage, reply).results?.[0];
            const who = event?.username || (event?.publicKey && `API key ${event.publicKey}`) || 'an unknown caller';
            return event && { when: event.created ?? 'at an unknown time', who };
        },
        async listPrivateEndpoints(projectId, { clusterProvider, hasPrivateEndpoints }) {
            if (!hasPrivateEndpoints || apiVersion === 'v1.0')
                return [];
            const path = `/groups/${projectId}/encryptionAtRest/${clusterProvider}/privateEndpoints`;
            const list = { resource: 'privateEndpoints', path, resourceVersion: '2023-01-01' };
            return await listAll(list, privateEndpointPage, ({ regionName, status }) => ({
                region: cut(regionName),
                status: cut(status),
            }));
        },
    };
}
/** A text of a list, in a copy that does not keep the rest of it in memory. */
function cut(text) {
    if (text == null || text.length <= MAX_TEXT_LENGTH)
        return text ?? '';
    return Buffer.from(text.slice(0, MAX_TEXT_LENGTH), 'utf16le').toString('utf16le');
}
function parse(resource, schema, document) {
    const { data, error } = schema.safeParse(document);
    if (error === undefined)
        return data;
    // A path of known fields and numbers only.
    const { path } = error.issues[0];
    throw new UnreadableResponseError(`${resource}: Atlas's reply is not as documented at \`${path.join('.')}\`. Update this action, or report it.`);
}

;// CONCATENATED MODULE: ./build/atlas/rate-limiter.js

/**
 * How fast all lanes of a run together may ask. Atlas limits the rate by endpoint and caller, so what one lane is told holds
 * for all: a 429 stops them until the wait is over, then one goes ahead to see, and no more requests are under way than
 * Atlas says are left (`RateLimit-Remaining`).
 */
class RateLimiter {
    #pausedUntil = 0;
    #maxInFlight = Number.POSITIVE_INFINITY;
    #inFlight = 0;
    #queue = [];
    /** Asks when it may. Rejects with the signal's reason if that is aborted while waiting. */
    async keep(clock, signal, ask) {
        await this.#acquire(clock, signal);
        try {
            const answer = await ask();
            this.#learn(answer);
            return answer;
        }
        finally {
            this.#inFlight -= 1;
            this.#releaseWaiting();
        }
    }
    /** Holds all lanes for so long. */
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
                await this.#change(signal);
            else
                break;
        }
        // At once with the look at it: others wait for the same turn.
        this.#inFlight += 1;
    }
    #learn(answer) {
        if (answer.status === 429) {
            this.#maxInFlight = 1;
            return;
        }
        const remaining = header(answer, 'ratelimit-remaining') ?? '';
        // Where Atlas does not say, twice as many as went well.
        this.#maxInFlight = /^\d{1,9}$/.test(remaining) ? Math.max(1, Number(remaining)) : this.#maxInFlight * 2;
    }
    #change(signal) {
        return new Promise((resolve, reject) => {
            const abort = () => reject(signal.reason);
            signal.addEventListener('abort', abort, { once: true });
            this.#queue.push(() => {
                signal.removeEventListener('abort', abort);
                resolve();
            });
        });
    }
    #releaseWaiting() {
        for (const wake of this.#queue.splice(0))
            wake();
    }
}

;// CONCATENATED MODULE: ./build/atlas/service-account.js





/** A token is replaced this long before it expires, so that it does not expire on its way. */
const RENEW_BEFORE_MS = 30_000;
/** Refusals with 401 that a new token would not change: Atlas knows the caller and says what it may not do. */
const NOT_ABOUT_THE_TOKEN = new Set([
    'NOT_IN_GROUP',
    'USER_CANNOT_ACCESS_GROUP',
    'USER_CANNOT_ACCESS_ORG',
    'NOT_ORG_GROUP_CREATOR',
]);
/**
 * OAuth 2 client credentials as Atlas's service accounts use them: one token for all lanes of the run, fetched when it is
 * first needed, replaced at most once a request when it is refused, and revoked at the end, since an account may have 100
 * live ones.
 */
class ServiceAccount {
    #run;
    #retries;
    #basic;
    #live = [];
    /** Requests, over all their attempts, that a new token was fetched for. */
    #renewedFor = new WeakSet();
    #expiresAt = 0;
    /** The fetch that all lanes wait for; stays if the account itself was refused. */
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
    over(lane) {
        return async (request, signal) => {
            const token = await this.#token(lane);
            const reply = await sendWith(token, request, lane, signal);
            const answer = readResponse(reply, request.enveloped ?? false);
            if (answer.status !== 401 || this.#renewedFor.has(request))
                return reply;
            if (NOT_ABOUT_THE_TOKEN.has(errorCodeOf(answer) ?? ''))
                return reply;
            this.#renewedFor.add(request);
            return await sendWith(await this.#token(lane, token), request, lane, signal);
        };
    }
    async close(cleanupSignal) {
        for (const { token, lane } of this.#live.splice(0)) {
            try {
                await this.#post('revoke', `token=${formEncode(token)}&token_type_hint=access_token`, lane, cleanupSignal);
            }
            catch {
                // It expires within the hour; the verdict of the run does not hang on it.
            }
        }
    }
    /** @param refused the token that Atlas did not take; another lane may have replaced it already */
    async #token(lane, refused) {
        const latest = this.#live.at(-1)?.token;
        if (latest !== undefined && latest !== refused && this.#run.clock.now() < this.#expiresAt)
            return latest;
        this.#fetching ??= this.#fetchToken(lane).then((token) => {
            this.#fetching = undefined;
            return token;
        }, (error) => {
            const isFinal = error instanceof AtlasApiError && [400, 401, 403].includes(error.status);
            if (!isFinal)
                this.#fetching = undefined;
            // Its attempts are used up: the request it was fetched for is not to be repeated on top.
            throw error instanceof errors/* ActionError */.lZ ? new errors/* ActionError */.lZ(error.code, error.message) : error;
        });
        return await this.#fetching;
    }
    async #fetchToken(lane) {
        const request = { label: 'POST oauth/token', repeatServerErrors: true, retries: this.#retries };
        const answer = await withRetries(request, this.#run, async () => readResponse(await this.#post('token', 'grant_type=client_credentials', lane, this.#run.signal), false));
        const grant = accessToken.safeParse(answer.document).data;
        if (grant === undefined || !/^[\x21-\x7e]+$/.test(grant.access_token)) {
            throw new errors/* ActionError */.lZ('PROTOCOL', 'Atlas answered the token request with something that holds no access token.');
        }
        this.#run.secrets.protect(grant.access_token);
        this.#live.push({ token: grant.access_token, lane });
        this.#expiresAt = this.#run.clock.now() + (grant.expires_in ?? 3600) * 1000 - RENEW_BEFORE_MS;
        return grant.access_token;
    }
    #post(endpoint, body, lane, signal) {
        const headers = {
            accept: 'application/json',
            'content-type': 'application/x-www-form-urlencoded',
            authorization: `Basic ${this.#basic}`,
        };
        return lane({ method: 'POST', path: `/api/oauth/${endpoint}`, headers, body }, signal);
    }
}
function sendWith(token, request, lane, signal) {
    return lane({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } }, signal);
}
const formEncode = (text) => new URLSearchParams({ _: text }).toString().slice(2);

;// CONCATENATED MODULE: ./build/atlas/session.js









/** @throws ActionError `INPUT` if a proxy variable of the environment makes no sense */
async function openAtlasSession({ credentials, baseUrl, apiVersion, envelope, pretty, retries }, env, run) {
    const { origin } = baseUrl;
    const open = await (0,connect/* connector */.M)(origin, env, run.secrets);
    (0,undici/* leaveParserUnoptimized */.L5)();
    const protect = (secret) => run.secrets.protect(secret);
    const shared = { apiVersion, retries, rateLimiter: new RateLimiter(), sunset: undefined };
    const authentication = credentials.kind === 'api-key' ? connectionAuthentication : new ServiceAccount(credentials, retries, run);
    const connections = [];
    return {
        openConnection: () => {
            // A nonce of its own for each lane, since its count must not overtake another's.
            const interceptors = credentials.kind === 'api-key' ? [digestInterceptor(credentials, protect)] : [];
            const connection = new connect/* Connection */.N(open, interceptors);
            connections.push(connection);
            const send = authentication.over(createTransport(connection, origin));
            return (laneWorld) => createAtlas(new AtlasClient(send, shared, laneWorld), { apiVersion, envelope, pretty });
        },
        close: async (cleanupSignal) => {
            await authentication.close(cleanupSignal);
            await Promise.all(connections.map((connection) => connection.drop()));
        },
    };
}

// EXTERNAL MODULE: ./build/domain/limits.js
var limits = __webpack_require__(545);
// EXTERNAL MODULE: ./build/modes/project-state.js
var project_state = __webpack_require__(3858);
// EXTERNAL MODULE: ./build/domain/result.js
var result = __webpack_require__(4424);
// EXTERNAL MODULE: ./build/domain/compare.js
var compare = __webpack_require__(170);
// EXTERNAL MODULE: ./build/domain/reported.js
var domain_reported = __webpack_require__(7298);
;// CONCATENATED MODULE: ./build/domain/patch.js


/**
 * The least that turns what Atlas reports into what is desired; `{}` when there is nothing to send.
 *
 * - Provider off, wanted on: all given fields with `enabled: true` (Atlas requires all of them at once).
 * - On, wanted on: the differing fields, plus given secrets, which Atlas never returns and so may always differ,
 *   together with the other static credentials given.
 * - On, wanted off: `enabled: false` alone; Atlas then removes the provider's settings.
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
/** The name of what the patch does, by what was reported before it. */
function changeBy(patch, desired, reported) {
    if (isEmpty(patch))
        return 'unchanged';
    const switched = desired.providers.filter(({ provider, enabled }) => (0,domain_reported/* providerState */.J)(reported, provider).enabled !== enabled);
    if (switched.some(({ enabled }) => enabled))
        return 'created';
    return switched.length > 0 ? 'disabled' : 'updated';
}
function fieldsToSend({ provider, enabled: wanted, fields: given }, reported, comparisons) {
    const { enabled } = (0,domain_reported/* providerState */.J)(reported, provider);
    if (!wanted)
        return enabled ? { enabled: false } : {};
    if (!enabled)
        return { enabled: true, ...given };
    const secretGiven = domain_providers/* PROVIDERS */.xq[provider].fields.some(({ name, secret }) => secret && given[name] !== undefined);
    const differing = new Set(comparisons.filter((c) => c.provider === provider && c.verdict === 'differs').map(({ field }) => field));
    const sent = domain_providers/* PROVIDERS */.xq[provider].fields.filter(({ name, staticCredential }) => given[name] !== undefined && (differing.has(name) || (staticCredential && secretGiven)));
    return Object.fromEntries(sent.map(({ name }) => [name, given[name]]));
}

// EXTERNAL MODULE: ./build/domain/redact.js
var redact = __webpack_require__(4820);
;// CONCATENATED MODULE: ./build/domain/desired.js
/** The same wish with the AWS role's ARN replaced by the id that Atlas knows it by. */
function withRoleId(desired, roleId) {
    const { roleArn: _, ...rest } = desired;
    return { ...rest, fields: { ...rest.fields, roleId } };
}

;// CONCATENATED MODULE: ./build/domain/required-fields.js

/** How a field is called where it was to be given, for messages: by its input, or in the config file by its path. */
function fieldLabel({ atlasObject }, { name, input }, fromFile = false) {
    return fromFile ? `\`${atlasObject}.${name}\`` : `\`${input}\``;
}
/**
 * What is missing to enable a provider that Atlas reports as off, in the words of an error: names of the fields, the
 * alternatives for the credentials as one entry. Empty when everything is there.
 *
 * Source: "Atlas requires all fields" of the provider on its first PATCH (MongoDB's OpenAPI specification v2,
 * updateEncryptionAtRest).
 */
function missingToEnable({ provider, fields, roleArn }, fromFile = false) {
    const table = domain_providers/* PROVIDERS */.xq[provider];
    const label = (field) => fieldLabel(table, field, fromFile);
    const missing = table.fields
        .filter(({ name, neededToEnable }) => neededToEnable && fields[name] === undefined)
        .map(label);
    if (fields.roleId !== undefined || roleArn !== undefined)
        return missing;
    const statics = table.fields.filter(({ staticCredential }) => staticCredential);
    const absent = statics.filter(({ name }) => fields[name] === undefined);
    if (absent.length === 0)
        return missing;
    const begun = absent.length < statics.length;
    return [...missing, begun ? absent.map(label).join(' and ') : credentialChoice(table, label)];
}
/** `aws-role-id` (or …): the ways to give a provider's credentials, roles first. */
function credentialChoice({ name, fields }, label) {
    const role = fields
        .filter((field) => field.name === 'roleId')
        .map(label)
        .join('');
    const arn = name === 'aws' ? ` or ${label(domain_providers/* ROLE_ARN */.xG)}` : '';
    const statics = fields.filter(({ staticCredential }) => staticCredential).map(label);
    return `${role}${arn} (or ${statics.join(', ')})`;
}

;// CONCATENATED MODULE: ./build/modes/context.js







/** No field of Atlas's is longer than 2048 characters; what a stranger sends is cut before it is worked on again and again. */
const MAX_VALUE_LENGTH = 2 * 1024 * 1024;
/** Longer than any secret: so much more is read before the cut, so that none is halved by it. */
const MARGIN = 64 * 1024;
/** Asks Atlas and tells what it says. */
async function readReported(context, desired) {
    const reported = recordReported(context, await context.atlas.getEncryptionAtRest(desired.id));
    const providers = domain_providers/* PROVIDER_LIST */.Pj.map(({ name }) => (0,domain_reported/* providerState */.J)(reported, name));
    context.run.emit({ type: 'reported', providers });
    return reported;
}
/** Takes note of what Atlas reports: cut to a sensible length, and its access key ids told by their last four characters. */
function recordReported({ run, state, maxValueLength = MAX_VALUE_LENGTH }, reported) {
    const bounded = {};
    for (const { name, atlasObject, fields } of domain_providers/* PROVIDER_LIST */.Pj) {
        const block = reported[atlasObject];
        if (!block)
            continue;
        const values = Object.entries(block).map(([field, value]) => [field, context_cut(value, maxValueLength, run)]);
        bounded[atlasObject] = Object.fromEntries(values);
        for (const { format, name: field } of fields) {
            const id = (0,domain_reported/* reportedProvider */.a)(reported, name)[field];
            if (format === 'access-key-id' && typeof id === 'string')
                run.secrets.abbreviate(id);
        }
    }
    state.reported = { ...reported, ...bounded };
    return state.reported;
}
function context_cut(value, maxLength, { secrets }) {
    if (typeof value !== 'string' || value.length <= maxLength)
        return value;
    const kept = `${secrets.redact(value.slice(0, maxLength + MARGIN)).slice(0, maxLength)}…`;
    // A copy: V8 would keep all of the text that a slice was cut from.
    return Buffer.from(kept).toString();
}
/** Holds what is desired against Atlas, with the ARN of an AWS role replaced by its id. */
async function compareWithAtlas(context, wanted) {
    const { run, state } = context;
    const reported = await readReported(context, wanted);
    const desired = await lookUpRoles(context, wanted, reported);
    const comparisons = (0,compare/* compare */.UD)(desired, reported);
    state.comparisons = comparisons;
    run.emit({ type: 'compared', comparisons: comparisons.map(redact/* redactComparison */.xU) });
    return { desired, reported, comparisons };
}
async function lookUpRoles({ run, atlas }, wanted, reported) {
    const providers = wanted.providers.map(async (provider) => {
        const { roleArn } = provider;
        if (roleArn === undefined)
            return provider;
        const roleIds = await atlas.listAwsRoleIds(wanted.id, roleArn);
        // A role can be registered twice; the one in use is no difference.
        const inUse = (0,domain_reported/* reportedProvider */.a)(reported, provider.provider).roleId;
        const roleId = roleIds.find((id) => id === inUse) ?? roleIds[0];
        if (roleId === undefined) {
            throw new errors/* ActionError */.lZ('INPUT', `${fieldLabel(domain_providers/* PROVIDERS */.xq.aws, domain_providers/* ROLE_ARN */.xG, wanted.fromFile)}: the project has no such AWS role. Set it up and ` +
                "authorize it in the project's Cloud Provider Access first, or correct the ARN.");
        }
        run.emit({ type: 'role-found', roleArn, roleId });
        return withRoleId(provider, roleId);
    });
    return { ...wanted, providers: await Promise.all(providers) };
}
/** @throws ActionError `INPUT` naming every input that is missing to enable a provider that is off */
function requireAllToEnable(desired, reported) {
    for (const provider of desired.providers) {
        if (!provider.enabled || (0,domain_reported/* providerState */.J)(reported, provider.provider).enabled)
            continue;
        const missing = missingToEnable(provider, desired.fromFile);
        if (missing.length === 0)
            continue;
        throw new errors/* ActionError */.lZ('INPUT', `${domain_providers/* PROVIDERS */.xq[provider.provider].title} is not enabled in the project yet, and to enable it these are missing: ` +
            `${missing.join('; ')}.`);
    }
}

;// CONCATENATED MODULE: ./build/domain/requirements.js


/** More names than this make a row harder to read, not easier. */
const MAX_NAMED = 10;
/**
 * Every cluster is encrypted with a customer's key. A paused cluster counts, its data is at rest; Flex and serverless
 * clusters do not, since Atlas lists them elsewhere and offers them no such key; search nodes have a switch of their own.
 */
function clustersEncrypted(clusters, reported) {
    const open = clusters.filter(({ provider }) => provider === '' || provider === 'NONE');
    const searchNodes = `search nodes: ${reported.enabledForSearchNodes ? 'encrypted with the key too' : 'not with the key'}`;
    const counted = `paused ones count, Flex and serverless ones cannot have a key and do not; ${searchNodes}`;
    const detail = clusters.length === 0
        ? `The project has no cluster (${counted}).`
        : open.length === 0
            ? `${clusters.length === 1 ? 'The one cluster is' : `All ${clusters.length} clusters are`} encrypted with a customer's key (${counted}).`
            : `Without a customer's key: ${named(open.map(({ name, paused }) => `${name}${paused ? ' (paused)' : ''}`))} (${counted}).`;
    return { condition: 'clusters', held: open.length === 0, detail };
}
/**
 * There is an enabled alert that reminds of rotation, for the wanted providers, or with none named for every enabled one.
 *
 * @param wanted names of the providers that the workflow names
 */
function rotationAlert(configurations, wanted, reported) {
    const condition = 'rotation-alert';
    const providers = wanted.length > 0 ? wanted : enabledProviders(reported);
    if (providers.length === 0)
        return { condition, held: false, detail: 'No provider is enabled.' };
    const missing = providers
        .map((provider) => `${domain_providers/* PROVIDERS */.xq[provider].clusterProvider}_ENCRYPTION_KEY_NEEDS_ROTATION`)
        .filter((event) => !configurations.some((alert) => alert.enabled && alert.event === event));
    return missing.length === 0
        ? { condition, held: true, detail: 'An alert reminds of the rotation of every key.' }
        : {
            condition,
            held: false,
            detail: `No enabled alert for ${missing.join(', ')}; add it in the project's alert settings.`,
        };
}
/** No open alert is about a key or the configuration of encryption at rest, of any provider. */
function noOpenAlerts(alerts) {
    const about = alerts.filter(({ event }) => /^((AWS|AZURE|GCP)_ENCRYPTION_KEY_|ENCRYPTION_AT_REST_)/.test(event));
    const detail = about.length === 0
        ? 'No open alert is about encryption at rest.'
        : `Open: ${named(about.map(({ event, cluster }) => `${event}${cluster && ` (${cluster})`}`))}.`;
    return { condition: 'no-open-alerts', held: about.length === 0, detail };
}
/** No enabled provider is reached with static credentials. Google's key is never shown, so there no role means a key. */
function roleBasedAuth(reported) {
    const isGiven = (provider, field) => Boolean((0,domain_reported/* reportedProvider */.a)(reported, provider)[field]);
    const statics = enabledProviders(reported).filter((provider) => {
        if (provider === 'aws')
            return isGiven(provider, 'accessKeyID');
        const shown = provider === 'gcp' || isGiven(provider, 'clientID');
        return shown && !isGiven(provider, 'roleId');
    });
    const detail = statics.length === 0
        ? 'No enabled provider uses static credentials.'
        : `Static credentials: ${titles(statics)}; set a role instead (this cannot be undone).`;
    return { condition: 'role-based-auth', held: statics.length === 0, detail };
}
/** Atlas reaches every enabled provider that can have private endpoints through them only. */
function privateNetworking(reported) {
    const open = enabledProviders(reported).filter((provider) => (0,domain_providers/* fieldOf */._F)(provider, 'requirePrivateNetworking') !== undefined &&
        (0,domain_reported/* reportedProvider */.a)(reported, provider).requirePrivateNetworking !== true);
    const detail = open.length === 0
        ? 'Every enabled provider is reached through private endpoints only (Google has no such setting and does not count).'
        : `Reached over the public internet: ${titles(open)}.`;
    return { condition: 'private-networking', held: open.length === 0, detail };
}
function enabledProviders(reported) {
    return domain_providers/* PROVIDER_LIST */.Pj.map(({ name }) => name).filter((name) => (0,domain_reported/* providerState */.J)(reported, name).enabled);
}
const titles = (providers) => providers.map((name) => domain_providers/* PROVIDERS */.xq[name].title).join(', ');
/** Names for a sentence, the first of them if there are many. */
function named(names) {
    const more = names.length > MAX_NAMED ? ` and ${names.length - MAX_NAMED} more` : '';
    return `${names.slice(0, MAX_NAMED).join(', ')}${more}`;
}

;// CONCATENATED MODULE: ./build/modes/disable-preflight.js




/** Not allowed or not there to be listed: then Atlas itself decides. */
const NOT_PERMITTED = new Set([401, 403, 404]);
/**
 * Fails before a provider is disabled whose key is still used. Atlas refuses that too, but without saying by what.
 *
 * @throws ActionError naming the clusters or private endpoints, or the failure of a list that is permitted but does not come
 */
async function requireNotInUse(context, projectId, provider) {
    const { atlas, run } = context;
    const clusters = await ifPermitted(context, 'clusters', atlas.listClusters(projectId));
    const using = clusters.filter((cluster) => cluster.provider === provider.clusterProvider).map(({ name }) => name);
    const endpoints = await ifPermitted(context, 'private endpoints', atlas.listPrivateEndpoints(projectId, provider));
    const users = [
        { code: 'CANNOT_DISABLE_ENCRYPTION_AT_REST', what: 'clusters', names: using },
        {
            code: 'CANNOT_DISABLE_ENCRYPTION_AT_REST_DUE_TO_PRIVATE_ENDPOINTS',
            what: 'private endpoints',
            names: endpoints.map(({ region, status }) => `${region} (${status})`),
        },
    ].filter(({ names }) => names.length > 0);
    const [first] = users;
    if (first === undefined)
        return;
    const reasons = users.map(({ code, what, names }) => {
        const plainNames = names.map((name) => run.secrets.sanitize(name, 100) || '(no name)');
        return `${what} still use it: ${named(plainNames)}. ${hintFor({ status: 409, code, detail: '', patch: true })}`;
    });
    throw new errors/* ActionError */.lZ(first.code, `${provider.title} was not disabled, because ${reasons.join(' Also, ')}`);
}
async function ifPermitted({ run }, what, list) {
    try {
        return await list;
    }
    catch (error) {
        if (!(error instanceof AtlasApiError && NOT_PERMITTED.has(error.status)))
            throw error;
        const text = `The list of ${what} may not be read (HTTP ${error.status}), so Atlas itself decides whether to disable.`;
        run.emit({ type: 'note', text });
        return [];
    }
}

;// CONCATENATED MODULE: ./build/modes/wait-for-valid.js


const FIRST_WAIT_MS = 1000;
const MAX_WAIT_MS = 10_000;
/**
 * Asks Atlas again, after 1 s and then ever more slowly up to every 10 s, until the targets are enabled and valid or
 * `valid-timeout` is over. Atlas checks a key when it is configured, and again about every 15 minutes.
 *
 * @returns whether they are
 */
async function waitForValid(context, desired, reported) {
    const { run, atlas, limits } = context;
    const { clock, signal, emit } = run;
    if ((0,result/* allValid */.a)((0,result/* targets */.z)(desired, reported)))
        return true;
    const end = clock.now() + limits.validTimeout * 1000;
    if (limits.validTimeout > 0) {
        const providers = (0,result/* targets */.z)(desired, reported).map(({ provider }) => provider);
        emit({ type: 'awaiting-valid', providers, forMs: limits.validTimeout * 1000 });
    }
    for (let waitMs = FIRST_WAIT_MS;; waitMs = Math.min(waitMs * 2, MAX_WAIT_MS)) {
        const left = end - clock.now();
        if (left <= 0)
            return false;
        await clock.sleep(Math.min(waitMs, left), signal);
        const latest = recordReported(context, await atlas.getEncryptionAtRest(desired.id));
        if ((0,result/* allValid */.a)((0,result/* targets */.z)(desired, latest)))
            return true;
    }
}

;// CONCATENATED MODULE: ./build/modes/apply.js










/** A role, key or grant that was made just now; Atlas sees it within minutes (MongoDB's Terraform provider waits three). */
const PROPAGATION_CODES = new Set([
    'CANNOT_ASSUME_ROLE',
    'CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED',
    'INVALID_AWS_CREDENTIALS',
]);
const PROPAGATION_FIRST_WAIT_MS = 5000;
const PROPAGATION_MAX_WAIT_MS = 30_000;
/** Makes Atlas as desired with the least change, then proves that the key works. */
async function apply(context, wanted) {
    const { run, state } = context;
    const { desired, reported, comparisons } = await compareWithAtlas(context, wanted);
    requireAllToEnable(desired, reported);
    const patch = minimalPatch(desired, reported, comparisons);
    const result = changeBy(patch, desired, reported);
    let current = reported;
    if (!isEmpty(patch)) {
        for (const provider of providersSwitchedOff(desired, reported))
            await requireNotInUse(context, desired.id, provider);
        state.patch = patch;
        run.emit({ type: 'patch', patch: (0,redact/* redactPatch */.IW)(patch), sent: true });
        current = recordReported(context, await sendUntilPropagated(context, desired.id, patch));
        state.changed = true;
        warnAboutRemaining(context, desired, current);
    }
    const wantsAny = desired.providers.some(({ enabled }) => enabled);
    const valid = !wantsAny || (await waitForValid(context, desired, current));
    return { result, findings: valid ? [] : ['invalid'] };
}
function providersSwitchedOff(desired, reported) {
    return desired.providers
        .filter(({ provider, enabled }) => !enabled && (0,domain_reported/* providerState */.J)(reported, provider).enabled)
        .map(({ provider }) => domain_providers/* PROVIDERS */.xq[provider]);
}
async function sendUntilPropagated(context, projectId, patch) {
    const { run, atlas, limits, state } = context;
    const { clock, signal, emit } = run;
    const end = clock.now() + limits.propagationTimeout * 1000;
    for (let waitMs = PROPAGATION_FIRST_WAIT_MS;; waitMs = Math.min(waitMs * 1.5, PROPAGATION_MAX_WAIT_MS)) {
        try {
            return await atlas.patchEncryptionAtRest(projectId, patch, state.pendingChange);
        }
        catch (error) {
            if (error instanceof UnreadableResponseError)
                return await readAfterwards(context, projectId);
            const next = clock.now() + waitMs;
            const mayPropagate = error instanceof AtlasApiError && PROPAGATION_CODES.has(error.code);
            if (!mayPropagate || next > end || next >= run.deadline)
                throw error;
            emit({ type: 'retry', request: 'PATCH encryptionAtRest', reason: `${error.code}, which may pass`, waitMs });
        }
        await clock.sleep(waitMs, signal);
    }
}
/** Atlas took the change, but what it said of it cannot be read: it is asked for what it has now. */
async function readAfterwards({ run, atlas, state }, projectId) {
    state.changed = true;
    run.emit({ type: 'note', text: 'Atlas accepted the change, but its reply cannot be read; asking what it has now' });
    // Until it is known, what was reported before is no longer true.
    state.pendingChange.connectionLost(true);
    const reported = await atlas.getEncryptionAtRest(projectId);
    state.pendingChange.settle(true);
    return reported;
}
/** Atlas's word for a change is its reply, so what it did not take over is not passed over in silence. */
function warnAboutRemaining({ run }, desired, reported) {
    const remaining = (0,compare/* differences */.tX)((0,compare/* compare */.UD)(desired, reported)).map(({ field }) => field);
    if (remaining.length === 0)
        return;
    const text = `Atlas accepted the change, but its reply still differs in ${remaining.join(', ')}; run \`mode: drift\` later.`;
    run.emit({ type: 'warning', text });
}

;// CONCATENATED MODULE: ./build/modes/check-requirements.js



/**
 * Checks the conditions that the workflow requires, with only the requests that they need, against what Atlas last reported.
 * A list that cannot be read makes its condition "not known", which fails the step like one that does not hold.
 *
 * @returns whether all hold
 * @throws ActionError only when the run itself ends
 */
async function checkRequirements(context, desired) {
    const { run, state } = context;
    for (const condition of desired.require) {
        const requirement = await check(condition, context, desired, state.reported ?? {});
        const shown = { ...requirement, detail: run.secrets.sanitize(requirement.detail, 1000) };
        state.requirements.push(shown);
        run.emit({ type: 'required', requirement: shown });
    }
    return state.requirements.every(({ held }) => held === true);
}
async function check(condition, { atlas }, { id, providers }, reported) {
    try {
        switch (condition) {
            case 'clusters':
                return clustersEncrypted(await atlas.listClusters(id), reported);
            case 'rotation-alert': {
                const wanted = providers.map(({ provider }) => provider);
                return rotationAlert(await atlas.listAlertConfigurations(id), wanted, reported);
            }
            case 'no-open-alerts':
                return noOpenAlerts(await atlas.listOpenAlerts(id));
            case 'role-based-auth':
                return roleBasedAuth(reported);
            case 'private-networking':
                return privateNetworking(reported);
        }
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ) || (0,errors/* endsRun */.sl)(error))
            throw error;
        const mayNotRead = error instanceof AtlasApiError && (error.status === 401 || error.status === 403);
        const role = mayNotRead ? 'The credentials need the role Project Read Only on this project to read it. ' : '';
        return { condition, held: null, detail: `${role}${error.message}` };
    }
}

;// CONCATENATED MODULE: ./build/modes/last-change.js

/** The verdict is known already, so this is not worth a longer wait. */
const MAX_LOOKUP_MS = 5000;
/**
 * Who changed the configuration last, by Atlas's events. Never a reason to fail: null if it cannot be told in time.
 *
 * @throws ActionError only when the run itself ends
 */
async function lookUpLastChange({ atlas, run }, projectId) {
    const { clock, secrets, emit } = run;
    const done = new AbortController();
    const tooLate = new AbortController();
    // Not past the end of the run either: it is no reason to time out.
    const patienceMs = Math.max(0, Math.min(MAX_LOOKUP_MS, run.deadline - clock.now() - 500));
    clock.sleep(patienceMs, done.signal).then(() => tooLate.abort(new errors/* ActionError */.lZ('TIMEOUT', 'too late to matter')), () => undefined);
    try {
        const change = await atlas.getLastChange(projectId, tooLate.signal);
        if (change === undefined)
            return null;
        const lastChange = { when: secrets.sanitize(change.when, 40), who: secrets.sanitize(change.who, 200) };
        emit({ type: 'note', text: `Last change of the configuration: ${lastChange.when} by ${lastChange.who}` });
        return lastChange;
    }
    catch {
        run.signal.throwIfAborted();
        return null;
    }
    finally {
        done.abort();
    }
}

;// CONCATENATED MODULE: ./build/modes/drift.js





/** Says whether Atlas is still as desired, and whether the keys of the wanted providers that are on still work. */
async function drift(context, wanted) {
    const { desired, reported, comparisons } = await compareWithAtlas(context, wanted);
    const findings = [];
    if ((0,result/* targets */.z)(desired, reported).some(({ enabled, valid }) => enabled && !valid))
        findings.push('invalid');
    if (!(await checkRequirements(context, desired)))
        findings.push('requirement');
    if ((0,compare/* differences */.tX)(comparisons).length > 0) {
        findings.push('drift');
        context.state.lastChange = await lookUpLastChange(context, desired.id);
    }
    return { result: 'passed', findings };
}

;// CONCATENATED MODULE: ./build/modes/plan.js



/** Says what `apply` would send. */
async function plan(context, wanted) {
    const { run, state } = context;
    const { desired, reported, comparisons } = await compareWithAtlas(context, wanted);
    requireAllToEnable(desired, reported);
    const patch = minimalPatch(desired, reported, comparisons);
    if (!isEmpty(patch)) {
        state.patch = patch;
        state.changed = true;
        run.emit({ type: 'patch', patch: (0,redact/* redactPatch */.IW)(patch), sent: false });
    }
    return { result: 'planned', findings: [] };
}

;// CONCATENATED MODULE: ./build/modes/verify.js




/**
 * Proves that the providers named, or with none named every enabled one and at least one, are enabled and their keys valid;
 * of a project that names only providers that are to be off, that they are.
 */
async function verify(context, desired) {
    const reported = await readReported(context, desired);
    const isToBeOff = desired.providers.length > 0 && desired.providers.every(({ enabled }) => !enabled);
    const valid = isToBeOff
        ? desired.providers.every(({ provider }) => !(0,domain_reported/* providerState */.J)(reported, provider).enabled)
        : await waitForValid(context, desired, reported);
    const findings = valid ? [] : ['invalid'];
    if (!(await checkRequirements(context, desired)))
        findings.push('requirement');
    return { result: 'passed', findings };
}

;// CONCATENATED MODULE: ./build/modes/run-mode.js







const MODES = {
    apply: apply,
    plan: plan,
    verify: verify,
    drift: drift,
};
/**
 * Runs a mode on one project.
 *
 * @returns how it ended; a failure is a result too, even a defect, with what was known by then
 */
async function runMode(mode, desired, base) {
    const state = (0,project_state/* initialState */.ue)();
    try {
        const { result, findings } = await MODES[mode]({ ...base, state }, desired);
        const excused = findings.filter((finding) => isExcused(finding, desired, state, base.limits));
        const facts = (0,project_state/* known */.eO)(mode, desired, state, findings, excused);
        const failureReason = findings.find((finding) => !excused.includes(finding));
        return failureReason === undefined
            ? { ...facts, result, failureReason: null, error: null }
            : { ...facts, result: 'failed', failureReason, error: null };
    }
    catch (error) {
        return { ...(0,project_state/* known */.eO)(mode, desired, state), result: 'failed', failureReason: 'error', error: (0,errors/* toReportedError */.zc)(error) };
    }
}
/** An invalid key is excused only where a provider is on: `fail-on-invalid: false` does not excuse that there is none. */
function isExcused(finding, desired, { reported }, limits) {
    if (finding === 'drift')
        return !limits.failOnDrift;
    if (finding === 'requirement')
        return false;
    const states = (0,result/* targets */.z)(desired, reported ?? {});
    return !limits.failOnInvalid && states.length > 0 && states.every(({ enabled }) => enabled);
}

;// CONCATENATED MODULE: ./build/projects/run-projects.js

const PROGRESS_EVERY_MS = 2000;
/** Of a single project these events are the story; of hundreds they would hide it. What is sent and what goes wrong is told. */
const PER_PROJECT_EVENTS = new Set(['patch', 'retry', 'note', 'warning']);
/**
 * Runs many projects, some at once: each lane takes the next one as soon as it is free, over a connection of its own. The
 * failure of one never stops the others; the end of the run does, and those not reached say so.
 *
 * @returns a result for each, by project id, so that the same projects in other jobs give the same order
 */
async function runProjects(projects, lanes, work, run) {
    const results = [];
    const reportProgress = progress(projects.length, run);
    const queue = projects.values();
    async function lane() {
        const ask = work.openConnection();
        for (const project of queue) {
            const own = projectContext(project, run);
            const result = run.signal.aborted ? unreached(project) : await work.handle(project, ask(own), own);
            if (result.stateUnknown)
                own.emit({ type: 'warning', text: 'a change was under way when the run ended: its state is unknown' });
            results.push(result);
            reportProgress(results);
        }
    }
    function unreached(project) {
        const { code, message } = (0,errors/* toReportedError */.zc)(run.signal.reason);
        return work.notReached(project, { code, message: `Not reached: ${message}` });
    }
    await Promise.all(Array.from({ length: Math.min(lanes, projects.length) }, lane));
    return results.sort((a, b) => (a.projectId < b.projectId ? -1 : 1));
}
/** @returns told of all results so far, tells of them, but at most every two seconds */
function progress(of, { clock, emit }) {
    let toldAt = clock.now();
    let failed = 0;
    return (results) => {
        if (results.at(-1)?.result === 'failed')
            failed += 1;
        const now = clock.now();
        if (now - toldAt < PROGRESS_EVERY_MS || results.length === of)
            return;
        toldAt = now;
        emit({ type: 'progress', done: results.length, of, failed });
    };
}
/** The world of one project: what happens in it is told with its name, as far as it is worth a line among hundreds. */
function projectContext({ id, name }, run) {
    const about = name === null || name === '' ? id : `${name} (${id})`;
    return { ...run, emit: (event) => PER_PROJECT_EVENTS.has(event.type) && run.emit({ ...event, about }) };
}

;// CONCATENATED MODULE: ./build/projects/shard.js

/**
 * The items of a slice. Cut by a hash of the project's id: the slices are disjoint, together they are everything, and an item
 * stays in its slice when others come and go.
 */
function slice(items, shard) {
    return items.filter(({ id }) => shard === null || sliceOf(id, shard.count) === shard.index);
}
function sliceOf(id, count) {
    return ((0,external_node_crypto_.createHash)('sha256').update(id).digest().readUInt32BE(0) % count) + 1;
}

// EXTERNAL MODULE: ./build/report/events.js
var events = __webpack_require__(6710);
// EXTERNAL MODULE: ./build/report/report.js
var report_report = __webpack_require__(7177);
// EXTERNAL MODULE: ./build/run/deadlines.js
var deadlines = __webpack_require__(7695);
;// CONCATENATED MODULE: ./build/run/execute.js










/** Of what Atlas reports of one project among many; no field of Atlas's is longer than 2048 characters. */
const MAX_VALUE_LENGTH_PER_PROJECT = 8192;
/**
 * Runs a mode on the project, or on all that the config file or the organization has.
 *
 * @throws ActionError if Atlas cannot be asked at all, or does not say which projects there are
 */
async function execute(settings, runtime, secrets, log) {
    const { clock, env } = runtime;
    logTarget(settings, log);
    const finished = new AbortController();
    const { timeout, target, mode, shard } = settings;
    const limit = (0,deadlines/* startTimeout */.kk)(timeout, runtime, finished.signal);
    const run = {
        clock,
        secrets,
        signal: AbortSignal.any([runtime.cancelled, limit.signal]),
        deadline: limit.deadline,
        emit: (event) => {
            if (event.type === 'warning')
                log.warning((0,events/* describeEvent */.g)(event));
            else
                log.info((0,events/* describeEvent */.g)(event));
        },
    };
    try {
        const access = await openAtlasSession(settings, env, run);
        let results;
        try {
            results =
                target.kind === 'project' && shard === null
                    ? [await runOne(target.projects[0], settings, access, run)]
                    : await runAll(settings, access, run);
        }
        finally {
            await access.close((0,deadlines/* cleanupSignal */.Z5)(run, finished.signal));
        }
        const projects = results.map((result) => withSafeError(result, secrets));
        const isMultiProject = target.kind !== 'project';
        if (projects.length === 0)
            log.notice('There is no project to look at: the organization or this shard has none.');
        // A code alone is no proof: Atlas could answer with the same word.
        const isCutShort = run.signal.aborted && projects.some(({ error }) => error !== null && (0,errors/* endsRun */.sl)(error));
        const error = isCutShort ? (0,errors/* toReportedError */.zc)(run.signal.reason) : null;
        const report = (0,report_report/* buildReport */.FK)({ mode, shard: shard?.text ?? null, isMultiProject, projects, error }, secrets);
        const told = await publishIfRequested({ projects, report, target, shard }, settings, runtime, run);
        return { report, project: isMultiProject ? null : (projects[0] ?? null), told };
    }
    finally {
        finished.abort();
    }
}
function logTarget(settings, log) {
    const { mode, target, baseUrl, apiVersion, credentials, shard } = settings;
    const host = new URL(baseUrl.origin).host;
    const part = shard === null ? '' : ` · shard ${shard.text}`;
    const caller = credentials.kind.replace('-', ' ');
    log.info(`${mode} · ${describeTarget(target)}${part} · ${host} · API ${apiVersion} · ${caller}`);
    if (baseUrl.isMongoDb)
        return;
    log.info(`${host} is not a host of MongoDB's: the credentials are sent to it all the same.`);
}
function describeTarget(target) {
    switch (target.kind) {
        case 'project':
            return `project ${target.projects[0].id}`;
        case 'config-file':
            return `${target.projects.length} projects of ${target.file}`;
        case 'organization':
            return `organization ${target.id}`;
    }
}
async function runOne(project, { mode, limits }, access, run) {
    return await runMode(mode, project, { run, atlas: access.openConnection()(run), limits });
}
async function runAll(settings, access, run) {
    const { mode, target, shard, concurrency, limits } = settings;
    const first = access.openConnection();
    // The lane that lists the projects of an organization goes on to look at them.
    const spare = [first];
    const projects = target.kind === 'organization' ? await listAll(target, first(run), run) : target.projects;
    return await runProjects(slice(projects, shard), concurrency, {
        openConnection: () => spare.pop() ?? access.openConnection(),
        handle: (project, atlas, own) => runMode(mode, project, { run: own, atlas, limits, maxValueLength: MAX_VALUE_LENGTH_PER_PROJECT }),
        notReached: (project, error) => (0,project_state/* failedEarly */.FJ)(mode, project, error),
    }, run);
}
async function listAll({ id: organizationId, wanted }, atlas, { secrets }) {
    const listed = await atlas.listProjects(organizationId);
    return listed.map(({ id, name }) => ({ ...wanted, id, name: secrets.sanitize(name, limits/* MAX_NAME_LENGTH */.E) || null }));
}
/** The GitHub client is loaded only where something is to be told there. */
async function publishIfRequested(found, { github }, { env }, run) {
    if (!github.issue && !github.comment)
        return { issueUrl: '', commentUrl: '' };
    try {
        const { publishToGitHub } = await Promise.all(/* import() | github */[__webpack_require__.e("undici"), __webpack_require__.e("octokit"), __webpack_require__.e("github")]).then(__webpack_require__.bind(__webpack_require__, 4585));
        return await publishToGitHub(found, github, env, run);
    }
    catch {
        // @actions/github reads the event and the URL of the API when it is loaded, and throws if it cannot.
        const text = 'GitHub could not be told: its variables or the event of this run make no sense. The verdict on Atlas stands.';
        run.emit({ type: 'warning', text });
        return { issueUrl: '', commentUrl: '' };
    }
}
function withSafeError(project, secrets) {
    if (project.error === null)
        return project;
    return { ...project, error: { ...project.error, message: secrets.sanitize(project.error.message, 3000) } };
}


/***/ })

};
