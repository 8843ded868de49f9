import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 99:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:sqlite");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 7830:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/web");

/***/ }),

/***/ 7997:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 8877:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 7368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ RequestNotSentError),
/* harmony export */   y: () => (/* binding */ PendingChange)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6046);

/** The request was held back: nothing of it left this machine. */
class RequestNotSentError extends _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ {
}
/** Whether a change may have been carried out without Atlas having said so. One for all attempts at the change. */
class PendingChange {
    #inFlight = false;
    #lost = false;
    /** A request went out whose reply never came, or it is still awaited. */
    get isUnresolved() {
        return this.#inFlight || this.#lost;
    }
    started() {
        this.#inFlight = true;
    }
    /** A refusal after a lost request says nothing of that one, a success does: the same change was carried out. */
    settle(succeeded) {
        this.#inFlight = false;
        if (succeeded)
            this.#lost = false;
    }
    /** @param mayHaveSent false if the connection was never made */
    connectionLost(mayHaveSent) {
        this.#inFlight = false;
        this.#lost ||= mayHaveSent;
    }
}


/***/ }),

/***/ 170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S8: () => (/* binding */ normalize),
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   kY: () => (/* binding */ notComparable),
/* harmony export */   tX: () => (/* binding */ differences)
/* harmony export */ });
/* harmony import */ var _providers_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7947);
/* harmony import */ var _regions_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2564);
/* harmony import */ var _reported_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7298);



/** Every given field against what Atlas reports, providers in the order given, fields in the order of the table. */
function compare(desired, reported) {
    const comparisons = desired.providers.flatMap((provider) => compareProvider(provider, reported));
    if (desired.enabledForSearchNodes !== undefined) {
        const actual = reported.enabledForSearchNodes === true;
        comparisons.push(compared(null, 'enabledForSearchNodes', desired.enabledForSearchNodes, actual));
    }
    return comparisons;
}
/** What `drifted` and `differences` tell of. */
function differences(comparisons) {
    return comparisons
        .filter(({ verdict }) => verdict === 'differs')
        .map(({ provider, field, expected, actual }) => ({ provider, field, expected, actual }));
}
/** Names of the given fields that Atlas's reply did not hold, each once. */
function notComparable(comparisons) {
    return [...new Set(comparisons.filter(({ verdict }) => verdict === 'not-comparable').map(({ field }) => field))];
}
function compareProvider(desired, reported) {
    const { provider } = desired;
    const { enabled } = (0,_reported_js__WEBPACK_IMPORTED_MODULE_2__/* .providerState */ .J)(reported, provider);
    const block = (0,_reported_js__WEBPACK_IMPORTED_MODULE_2__/* .reportedProvider */ .a)(reported, provider);
    const given = _providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDERS */ .xq[provider].fields.filter(({ name }) => desired.enabled && desired.fields[name] !== undefined);
    return [
        compared(provider, 'enabled', desired.enabled, enabled),
        ...given.map((field) => {
            const expected = desired.fields[field.name];
            return enabled
                ? compareToEnabled(provider, field, expected, block)
                : compareToDisabled(provider, field, expected, block);
        }),
    ];
}
/** A provider that is off has no settings (Atlas removes them when it is switched off), so each given one is missing. */
function compareToDisabled(provider, { name, format, secret }, value, block) {
    const expected = normalize(format, value);
    if (secret)
        return { provider, field: name, expected, actual: null, verdict: 'not-comparable' };
    const actual = block[name] ?? null;
    return compared(provider, name, expected, actual === null ? null : normalize(format, actual));
}
function compareToEnabled(provider, field, value, block) {
    const { name, format } = field;
    const expected = normalize(format, value);
    const actual = block[name];
    if (!field.secret) {
        if (actual !== undefined)
            return compared(provider, name, expected, actual === null ? null : normalize(format, actual));
        if (format === 'boolean')
            return compared(provider, name, expected, false);
        // Atlas leaves `roleId` out of some replies (`writeOnly` in its specification), which proves nothing, unless static
        // credentials stand in its place.
        if (name === 'roleId' && reportsStaticCredentials(provider, block))
            return compared(provider, name, expected, null);
    }
    return { provider, field: name, expected, actual: null, verdict: 'not-comparable' };
}
/** Whether the reply shows any part of static credentials. Google's key is never shown, so there it is never known. */
function reportsStaticCredentials(provider, block) {
    return _providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDERS */ .xq[provider].fields.some(({ name, staticCredential }) => staticCredential && Boolean(block[name]));
}
function compared(provider, field, expected, actual) {
    return { provider, field, expected, actual, verdict: expected === actual ? 'same' : 'differs' };
}
/** The form in which two values of a field are the same if and only if they mean the same to Atlas. */
function normalize(format, value) {
    if (typeof value === 'boolean')
        return value;
    switch (format) {
        case 'region':
            return (0,_regions_js__WEBPACK_IMPORTED_MODULE_1__/* .atlasRegion */ .i)(value);
        case 'role-id':
        case 'uuid':
            return value.toLowerCase();
        case 'azure-environment':
            return value.toUpperCase();
        default:
            return value;
    }
}


/***/ }),

/***/ 475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ CONDITIONS)
/* harmony export */ });
/** What a project may be asked for beyond a valid key: the words of the input `require`. */
const CONDITIONS = [
    'clusters',
    'rotation-alert',
    'no-open-alerts',
    'role-based-auth',
    'private-networking',
];


/***/ }),

/***/ 6046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   lZ: () => (/* binding */ ActionError),
/* harmony export */   sl: () => (/* binding */ endsRun),
/* harmony export */   zc: () => (/* binding */ toReportedError)
/* harmony export */ });
/**
 * An end with an error that is expected and explained. `message` is one plain line, safe to print, that says what
 * failed and what to do next. Anything else that is thrown is a defect: see `toReportedError`.
 */
class ActionError extends Error {
    code;
    constructor(code, message) {
        super(message);
        this.name = 'Failure';
        this.code = code;
    }
}
/** True for the two failures that end the whole run wherever it stands: its `timeout`, or a cancellation. */
function endsRun({ code }) {
    return code === 'TIMEOUT' || code === 'CANCELLED';
}
/** The code and message of whatever was thrown. The text of a defect may hold anything, so only its place is told. */
function toReportedError(thrown) {
    if (thrown instanceof ActionError)
        return { code: thrown.code, message: thrown.message };
    const place = thrown instanceof Error ? /\bat .*?([\w.-]+:\d+:\d+)\)?$/m.exec(thrown.stack ?? '')?.[1] : undefined;
    const name = thrown instanceof Error ? thrown.name : typeof thrown;
    const message = `A defect of this action stopped the run (${name}${place ? ` at ${place}` : ''}). Please report it.`;
    return { code: 'PROTOCOL', message };
}


/***/ }),

/***/ 7385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ MODES)
/* harmony export */ });
/** What a run may do with a project. */
const MODES = ['apply', 'plan', 'verify', 'drift'];


/***/ }),

/***/ 7947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Pj: () => (/* binding */ PROVIDER_LIST),
/* harmony export */   _F: () => (/* binding */ fieldOf),
/* harmony export */   xG: () => (/* binding */ ROLE_ARN),
/* harmony export */   xq: () => (/* binding */ PROVIDERS)
/* harmony export */ });
const aws = {
    name: 'aws',
    title: 'AWS KMS',
    atlasObject: 'awsKms',
    clusterProvider: 'AWS',
    hasPrivateEndpoints: true,
    fields: [
        { name: 'customerMasterKeyID', input: 'aws-customer-master-key-id', format: 'key-id', neededToEnable: true },
        { name: 'region', input: 'aws-region', format: 'region', neededToEnable: true },
        { name: 'roleId', input: 'aws-role-id', format: 'role-id' },
        { name: 'accessKeyID', input: 'aws-access-key-id', format: 'access-key-id', staticCredential: true },
        {
            name: 'secretAccessKey',
            input: 'aws-secret-access-key',
            format: 'secret',
            staticCredential: true,
            secret: true,
        },
        { name: 'requirePrivateNetworking', input: 'aws-require-private-networking', format: 'boolean' },
    ],
};
const azure = {
    name: 'azure',
    title: 'Azure Key Vault',
    atlasObject: 'azureKeyVault',
    clusterProvider: 'AZURE',
    hasPrivateEndpoints: true,
    fields: [
        { name: 'azureEnvironment', input: 'azure-environment', format: 'azure-environment', neededToEnable: true },
        { name: 'subscriptionID', input: 'azure-subscription-id', format: 'uuid', neededToEnable: true },
        { name: 'resourceGroupName', input: 'azure-resource-group-name', format: 'text', neededToEnable: true },
        { name: 'keyVaultName', input: 'azure-key-vault-name', format: 'text', neededToEnable: true },
        { name: 'keyIdentifier', input: 'azure-key-identifier', format: 'https-url', neededToEnable: true },
        { name: 'roleId', input: 'azure-role-id', format: 'role-id' },
        { name: 'clientID', input: 'azure-client-id', format: 'uuid', staticCredential: true },
        { name: 'tenantID', input: 'azure-tenant-id', format: 'uuid', staticCredential: true },
        { name: 'secret', input: 'azure-secret', format: 'secret', staticCredential: true, secret: true },
        { name: 'requirePrivateNetworking', input: 'azure-require-private-networking', format: 'boolean' },
    ],
};
const gcp = {
    name: 'gcp',
    title: 'Google Cloud KMS',
    atlasObject: 'googleCloudKms',
    clusterProvider: 'GCP',
    hasPrivateEndpoints: false,
    fields: [
        {
            name: 'keyVersionResourceID',
            input: 'gcp-key-version-resource-id',
            format: 'gcp-key-version',
            neededToEnable: true,
        },
        { name: 'roleId', input: 'gcp-role-id', format: 'role-id' },
        {
            name: 'serviceAccountKey',
            input: 'gcp-service-account-key',
            format: 'service-account-key',
            staticCredential: true,
            secret: true,
        },
    ],
};
const PROVIDERS = { aws, azure, gcp };
const PROVIDER_LIST = [aws, azure, gcp];
/**
 * Not a field of Atlas's: the ARN of an AWS role, which is looked up in the project's cloud provider access and sent as
 * `roleId`.
 */
const ROLE_ARN = { name: 'roleArn', input: 'aws-role-arn' };
/** The provider's field of that Atlas name. */
function fieldOf(provider, name) {
    return PROVIDERS[provider].fields.find((field) => field.name === name);
}


/***/ }),

/***/ 4820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   IW: () => (/* binding */ redactPatch),
/* harmony export */   aL: () => (/* binding */ redactConfiguration),
/* harmony export */   xU: () => (/* binding */ redactComparison)
/* harmony export */ });
/* harmony import */ var _sanitize_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1001);
/* harmony import */ var _providers_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7947);


/** What people and outputs may see of a value: no secret, and of an access key id its last four characters. */
function redactField(provider, name, value) {
    if (typeof value !== 'string' || provider === null)
        return value;
    const field = (0,_providers_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldOf */ ._F)(provider, name);
    if (field?.secret)
        return '***';
    return field?.format === 'access-key-id' ? (0,_sanitize_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .lastFour */ .xc)(value) : value;
}
/** @returns the comparison as it may be shown */
function redactComparison(comparison) {
    const { provider, field, expected, actual } = comparison;
    return {
        ...comparison,
        expected: redactField(provider, field, expected),
        actual: redactField(provider, field, actual),
    };
}
/** @returns Atlas's document as it may be shown */
function redactConfiguration(reported) {
    const shown = {};
    for (const { name, atlasObject } of _providers_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDER_LIST */ .Pj) {
        const block = reported[atlasObject];
        if (block !== undefined)
            shown[atlasObject] = block && redactFields(name, block);
    }
    return { ...reported, ...shown };
}
/** @returns the body of a PATCH as it may be shown */
function redactPatch(patch) {
    const shown = { ...patch };
    for (const { name, atlasObject } of _providers_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDER_LIST */ .Pj) {
        const fields = patch[atlasObject];
        if (fields !== undefined)
            shown[atlasObject] = redactFields(name, fields);
    }
    return shown;
}
function redactFields(provider, fields) {
    return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, redactField(provider, name, value)]));
}


/***/ }),

/***/ 2564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ isKnownRegion),
/* harmony export */   i: () => (/* binding */ atlasRegion)
/* harmony export */ });
/** The regions of AWSKMSConfiguration in MongoDB's OpenAPI specification v2 of August 2026. Atlas adds to them without notice. */
const KNOWN = new Set(`US_GOV_WEST_1 US_GOV_EAST_1 US_EAST_1 US_EAST_2 US_WEST_1 US_WEST_2 CA_CENTRAL_1 CA_WEST_1 MX_CENTRAL_1 SA_EAST_1
  EU_NORTH_1 EU_WEST_1 EU_WEST_2 EU_WEST_3 EU_CENTRAL_1 EU_CENTRAL_2 EU_SOUTH_1 EU_SOUTH_2
  AP_EAST_1 AP_EAST_2 AP_NORTHEAST_1 AP_NORTHEAST_2 AP_NORTHEAST_3 AP_SOUTH_1 AP_SOUTH_2
  AP_SOUTHEAST_1 AP_SOUTHEAST_2 AP_SOUTHEAST_3 AP_SOUTHEAST_4 AP_SOUTHEAST_5 AP_SOUTHEAST_6 AP_SOUTHEAST_7
  ME_SOUTH_1 ME_CENTRAL_1 AF_SOUTH_1 IL_CENTRAL_1 CN_NORTH_1 CN_NORTHWEST_1 GLOBAL`.split(/\s+/));
/** AWS's `us-east-1` as Atlas writes it: `US_EAST_1`. Atlas's own form comes out as it is. */
function atlasRegion(region) {
    return region.toUpperCase().replaceAll('-', '_');
}
/** @param region in Atlas's form */
function isKnownRegion(region) {
    return KNOWN.has(region);
}


/***/ }),

/***/ 2663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ REASONS)
/* harmony export */ });
/** In the order in which they decide over the step. */
const REASONS = ['error', 'invalid', 'requirement', 'drift'];


/***/ }),

/***/ 7298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ providerState),
/* harmony export */   a: () => (/* binding */ reportedProvider)
/* harmony export */ });
/* harmony import */ var _providers_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7947);

/** Atlas's object of that provider; absent and null are the same: an empty one. */
function reportedProvider(reported, provider) {
    return reported[_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDERS */ .xq[provider].atlasObject] ?? {};
}
/** A missing `enabled` or `valid` counts as false; what is not enabled is not valid, whatever Atlas says of its key. */
function providerState(reported, provider) {
    const block = reportedProvider(reported, provider);
    const enabled = block.enabled === true;
    return { provider, enabled, valid: enabled && block.valid === true };
}


/***/ }),

/***/ 4424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ allValid),
/* harmony export */   z: () => (/* binding */ targets)
/* harmony export */ });
/* harmony import */ var _providers_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7947);
/* harmony import */ var _reported_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7298);


/** The providers that the verdict is about: those wanted, or with none named the enabled ones. */
function targets(desired, reported) {
    if (desired.providers.length > 0) {
        return desired.providers.filter(({ enabled }) => enabled).map(({ provider }) => (0,_reported_js__WEBPACK_IMPORTED_MODULE_1__/* .providerState */ .J)(reported, provider));
    }
    return _providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDER_LIST */ .Pj.map(({ name }) => (0,_reported_js__WEBPACK_IMPORTED_MODULE_1__/* .providerState */ .J)(reported, name)).filter(({ enabled }) => enabled);
}
/** Whether every target is enabled and its key valid. No target is no proof. */
function allValid(states) {
    return states.length > 0 && states.every(({ valid }) => valid);
}


/***/ }),

/***/ 1296:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _run_cancellation_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1963);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8500);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2488);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3327);
/* harmony import */ var _run_run_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8213);





// The runner reads stderr for commands as it does stdout; Node.js prints its own warnings there.
process.removeAllListeners('warning');
// A log that nobody reads any more is no reason to stop in the middle of a change.
process.stdout.on('error', () => undefined);
const clock = {
    now: Date.now,
    random: Math.random,
    sleep: async (ms, signal) => {
        try {
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(ms, undefined, { signal });
        }
        catch {
            throw signal.reason;
        }
    },
};
// Named one by one, so that the bundle leaves out what is not used (a client for OIDC tokens with a second HTTP stack).
const core = { getInput: _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .getInput */ .V4, info: _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .info */ .pq, notice: _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .notice */ .lm, setFailed: _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .setFailed */ .C1, setOutput: _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .setOutput */ .uH, setSecret: _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .setSecret */ .Pq, summary: _actions_core__WEBPACK_IMPORTED_MODULE_4__/* .summary */ .z, warning: _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .warning */ .$e };
const runtime = { core, env: process.env, clock, startedAt: clock.now(), cancelled: _run_cancellation_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelled */ .K };
// Only a run that came to its end and did not fail takes this back.
process.exitCode = 1;
/** Sockets that a stranger keeps open, or a promise that is never settled, must not keep the step running. */
function exitSoon() {
    setTimeout(() => process.exit(), 500).unref();
}
let hasFailed = false;
for (const event of ['uncaughtException', 'unhandledRejection']) {
    process.on(event, (thrown) => {
        exitSoon();
        // Telling of it may throw in its turn; once is enough.
        if (!hasFailed)
            void (0,_run_run_js__WEBPACK_IMPORTED_MODULE_2__/* .publishUncaught */ .P)(thrown, runtime);
        hasFailed = true;
    });
}
const succeeded = await (0,_run_run_js__WEBPACK_IMPORTED_MODULE_2__/* .run */ .e)(runtime);
if (succeeded && !hasFailed)
    process.exitCode = 0;
exitSoon();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 4448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ InputErrors),
/* harmony export */   d: () => (/* binding */ InputError)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6046);

/** A value that cannot be used. The message names the input and says what is accepted; it never quotes a secret. */
class InputError extends Error {
}
/** A line of the log holds no more. */
const MAX_LISTED = 20;
/** Collects what is wrong with the inputs, so that a workflow author learns of all of it in one run. */
class InputErrors {
    #messages = new Set();
    /** The result of `read`, or undefined if it threw an {@link InputError}, which is kept. */
    attempt(read) {
        try {
            return read();
        }
        catch (error) {
            if (!(error instanceof InputError))
                throw error;
            this.add(error.message);
            return undefined;
        }
    }
    add(message) {
        this.#messages.add(message);
    }
    /** @throws ActionError `INPUT` with everything that was wrong, if anything was */
    throwIfAny() {
        const [first, ...others] = this.#messages;
        if (first === undefined)
            return;
        if (others.length === 0)
            throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('INPUT', first);
        const listed = [...this.#messages].slice(0, MAX_LISTED).map((message, i) => `(${i + 1}) ${message}`);
        const more = this.#messages.size > MAX_LISTED ? ' …' : '';
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('INPUT', `${this.#messages.size} things are wrong with the inputs: ${listed.join(' ')}${more}`);
    }
}


/***/ }),

/***/ 7889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ protectField),
/* harmony export */   t: () => (/* binding */ protectSecrets)
/* harmony export */ });
/* harmony import */ var _domain_providers_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7947);
/* harmony import */ var _parse_service_account_key_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2648);


const SECRET_INPUTS = ['atlas-client-secret', 'atlas-private-key', 'github-token'];
const SECRET_VARIABLES = ['MONGODB_ATLAS_CLIENT_SECRET', 'MONGODB_ATLAS_PRIVATE_API_KEY', 'MONGODB_ATLAS_PRIVATE_KEY'];
/**
 * Masks every secret of inputs and environment. Comes before anything that can fail, so that no error, not even a defect,
 * can show one. `fields` is apart, since it must be parsed first.
 */
function protectSecrets(input, env, secrets) {
    for (const name of SECRET_INPUTS)
        secrets.protect(input(name));
    for (const name of SECRET_VARIABLES)
        secrets.protect(env[name] ?? '');
    for (const field of _domain_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDER_LIST */ .Pj.flatMap(({ fields }) => fields)) {
        if (field.secret)
            protectField(field.format, input(field.input), secrets);
    }
}
/** Masks the value of a secret field, and what is secret in it. */
function protectField(format, secret, secrets) {
    if (format === 'service-account-key')
        (0,_parse_service_account_key_js__WEBPACK_IMPORTED_MODULE_1__/* .protectServiceAccountKey */ ._)(secret, secrets);
    else
        secrets.protect(secret);
}


/***/ }),

/***/ 659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ parseField),
/* harmony export */   i: () => (/* binding */ requireMaskable)
/* harmony export */ });
/* harmony import */ var _domain_regions_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2564);
/* harmony import */ var _sanitize_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1001);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4448);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1170);
/* harmony import */ var _service_account_key_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2648);





const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ENVIRONMENTS = ['AZURE', 'AZURE_CHINA', 'AZURE_US_GOVERNMENT'];
const MAX_TEXT_LENGTH = 2048;
const PARSERS = {
    'access-key-id': matching(/^\w{16,128}$/, '16 to 128 letters and digits'),
    'azure-environment': (name, text) => {
        const environment = text.toUpperCase();
        if (ENVIRONMENTS.includes(environment))
            return environment;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`${name} must be one of ${ENVIRONMENTS.map((known) => `\`${known}\``).join(', ')}.`);
    },
    boolean: _scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .parseBoolean */ .yG,
    'gcp-key-version': matching(/^projects\/[^/\s]+\/locations\/[^/\s]+\/keyRings\/[^/\s]+\/cryptoKeys\/[^/\s]+\/cryptoKeyVersions\/\d+$/, '`projects/…/locations/…/keyRings/…/cryptoKeys/…/cryptoKeyVersions/N`, with the number of the version at the end'),
    'https-url': (name, text) => {
        if (isHttpsUrl(text))
            return text;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`${name} must be an https URL, such as \`https://VAULT.vault.azure.net/keys/NAME/VERSION\`.`);
    },
    'key-id': singleLine,
    region: (name, text) => {
        const region = (0,_domain_regions_js__WEBPACK_IMPORTED_MODULE_0__/* .atlasRegion */ .i)(text);
        if (/^[A-Z0-9_]{2,64}$/.test(region))
            return region;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`${name} must be an AWS region, such as \`us-east-1\` or \`US_EAST_1\`.`);
    },
    'role-id': _scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .parseHexId */ .iI,
    secret: (name, text) => {
        requireMaskable(name, text);
        return text;
    },
    'service-account-key': (name, text) => {
        requireMaskable(name, text);
        return (0,_service_account_key_js__WEBPACK_IMPORTED_MODULE_4__/* .minifiedServiceAccountKey */ .H)(name, text);
    },
    text: singleLine,
    uuid: matching(UUID, 'a UUID, such as `01234567-89ab-cdef-0123-456789abcdef`'),
};
/** @throws InputError naming `name` and what is accepted, never the text */
function parseField(field, name, text) {
    return PARSERS[field.format](name, text);
}
/** @throws InputError for a secret that cannot be masked without ruining the log */
function requireMaskable(name, secret) {
    if (secret.length >= _sanitize_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .MIN_SECRET_LENGTH */ .vb)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`${name} must have at least ${_sanitize_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .MIN_SECRET_LENGTH */ .vb} characters: a shorter secret cannot be masked.`);
}
function matching(pattern, accepted) {
    return (name, text) => {
        if (pattern.test(text))
            return text;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`${name} must be ${accepted}.`);
    };
}
function singleLine(name, text) {
    if (text.length <= MAX_TEXT_LENGTH && !/\p{Cc}/u.test(text))
        return text;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`${name} must be one line of at most ${MAX_TEXT_LENGTH} characters.`);
}
function isHttpsUrl(text) {
    if (!/^https:\/\/[^\s\\@]+$/i.test(text) || text.length > MAX_TEXT_LENGTH)
        return false;
    return URL.canParse(text);
}


/***/ }),

/***/ 1170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E1: () => (/* binding */ parseList),
/* harmony export */   HU: () => (/* binding */ parseChoice),
/* harmony export */   cG: () => (/* binding */ parseInteger),
/* harmony export */   fL: () => (/* binding */ parseSeconds),
/* harmony export */   iI: () => (/* binding */ parseHexId),
/* harmony export */   yG: () => (/* binding */ parseBoolean)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4448);

/** setTimeout fires at once for more than 2³¹ ms; a million seconds (11 days) is longer than any job may run. */
const MAX_SECONDS = 1_000_000;
/** `true` or `false` in any case; nothing else, so that a typo never switches anything. */
function parseBoolean(name, text) {
    const lower = text.toLowerCase();
    if (lower === 'true')
        return true;
    if (lower === 'false')
        return false;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(`${name} must be \`true\` or \`false\`.`);
}
/** A whole decimal number; leading zeros are fine. */
function parseInteger(name, text, { least, most }) {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most)
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(`${name} must be a whole number from ${least} to ${most}.`);
}
function parseSeconds(name, text, least = 0) {
    return parseInteger(name, text, { least, most: MAX_SECONDS });
}
/** One of a few words, exactly. */
function parseChoice(name, text, choices) {
    const choice = choices.find((candidate) => candidate === text);
    if (choice !== undefined)
        return choice;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(`${name} must be one of ${choices.map((candidate) => `\`${candidate}\``).join(', ')}.`);
}
/** An id of Atlas: 24 hexadecimal digits, in lower case. */
function parseHexId(name, text) {
    if (/^[0-9a-f]{24}$/i.test(text))
        return text.toLowerCase();
    // YAML reads digits without quotes, and digits around one `e`, as a number, which GitHub then writes as a float.
    if (/^(\d+(\.\d+)?E[+-]?\d+|[+-]?Infinity|\d{15,})$/i.test(text)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(`${name} must be 24 hexadecimal digits, but arrived as a number: put the id in quotes in the workflow, or better, ` +
            'in a variable (`vars`).');
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(`${name} must be 24 hexadecimal digits (0-9, a-f).`);
}
/** Words that are separated by commas or line breaks, each once. */
function parseList(text) {
    const words = text.split(/[,\r\n]/).map((word) => word.trim());
    return [...new Set(words.filter((word) => word !== ''))];
}


/***/ }),

/***/ 2648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ minifiedServiceAccountKey),
/* harmony export */   _: () => (/* binding */ protectServiceAccountKey)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4448);

/** A real key has no depth at all. */
const MAX_DEPTH = 100;
/** A line of a key that is no valid JSON and is masked all the same must at least be this long to be worth it. */
const TELLING_LINE = 32;
/** The parts of a key that are no secret: every other text in it may be one. */
const IDENTIFIERS = new Set([
    'type',
    'project_id',
    'private_key_id',
    'client_email',
    'client_id',
    'auth_uri',
    'token_uri',
    'auth_provider_x509_cert_url',
    'client_x509_cert_url',
    'universe_domain',
]);
/**
 * The key of a Google service account as the JSON text in one line that Atlas takes.
 *
 * @param text JSON, plain or base64
 * @throws InputError that quotes nothing of the text
 */
function minifiedServiceAccountKey(name, text) {
    const key = parseKey(text);
    if (key !== undefined)
        return JSON.stringify(key);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d(`${name} must be the JSON of a service account key (an object), plain or in base64.`);
}
/** Masks a key before anything is made of it: as given, as sent, and the private key in it, whole and line by line. */
function protectServiceAccountKey(text, secrets) {
    const key = parseKey(text);
    if (key === undefined) {
        protectUnreadable(text, secrets);
        return;
    }
    const isJson = text.startsWith('{');
    // Plain JSON over several lines would mask its braces; base64 over several lines says nothing line by line.
    if (!isJson || !/[\r\n]/.test(text))
        secrets.protect(text);
    secrets.protect(JSON.stringify(key));
    for (const [name, value] of Object.entries(key))
        if (!isIdentifier(name, value))
            protectTexts(value, secrets);
}
function isIdentifier(name, value) {
    return IDENTIFIERS.has(name) && typeof value === 'string' && !/-----BEGIN|\?/.test(value);
}
function protectTexts(value, secrets, depth = 0) {
    if (typeof value === 'string')
        secrets.protect(value);
    if (typeof value !== 'object' || value === null || depth > MAX_DEPTH)
        return;
    for (const inner of Object.values(value))
        protectTexts(inner, secrets, depth + 1);
}
function protectUnreadable(text, secrets) {
    const lines = text.split(/[\r\n]+/).map((line) => line.trim());
    for (const line of lines)
        if (lines.length === 1 || line.length >= TELLING_LINE)
            secrets.protect(line);
}
function parseKey(text) {
    const sanitize = parseObject(text);
    if (sanitize !== undefined)
        return sanitize;
    const compact = text.replace(/\s+/g, '');
    if (!/^[A-Za-z0-9+/_-]+=*$/.test(compact))
        return undefined;
    return parseObject(Buffer.from(compact, 'base64').toString('utf8'));
}
function parseObject(text) {
    try {
        const value = JSON.parse(text);
        JSON.stringify(value); // overflows the stack if it is nested beyond reason
        return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
    }
    catch {
        // The error of JSON.parse quotes the text.
        return undefined;
    }
}


/***/ }),

/***/ 4450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $S: () => (/* binding */ givenFieldInputs),
/* harmony export */   DM: () => (/* binding */ parseRoleArn),
/* harmony export */   Gv: () => (/* binding */ refuseForeignFields),
/* harmony export */   QV: () => (/* binding */ readDesiredProvider),
/* harmony export */   Tt: () => (/* binding */ givenStatics),
/* harmony export */   pz: () => (/* binding */ regionWarning)
/* harmony export */ });
/* harmony import */ var _domain_compare_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(170);
/* harmony import */ var _domain_providers_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7947);
/* harmony import */ var _domain_regions_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2564);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4448);
/* harmony import */ var _parse_formats_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(659);





/**
 * What the workflow wants of a provider, from the inputs of its fields and from `fields`.
 *
 * @param readFields the content of `fields`; empty if it was not given
 * @param inputErrors takes what is wrong
 */
function readDesiredProvider(provider, input, readFields, inputErrors) {
    const table = _domain_providers_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDERS */ .xq[provider];
    const byName = inputErrors.attempt(() => readFields(table)) ?? new Map();
    const fields = {};
    for (const field of table.fields) {
        const way = { path: `fields.${field.name}`, inputName: field.input, inFields: byName.get(field.name) };
        const value = readValue(way, (given) => (0,_parse_formats_js__WEBPACK_IMPORTED_MODULE_4__/* .parseField */ .c)(field, given.source, given.text), field.format);
        if (value !== undefined)
            fields[field.name] = value;
    }
    const roleArn = provider === 'aws'
        ? readValue({ path: 'fields.roleArn', inputName: _domain_providers_js__WEBPACK_IMPORTED_MODULE_1__/* .ROLE_ARN */ .xG.input, inFields: byName.get(_domain_providers_js__WEBPACK_IMPORTED_MODULE_1__/* .ROLE_ARN */ .xG.name) }, (given) => parseRoleArn(given.source, given.text), 'text')
        : undefined;
    requireOneKindOfCredentials(table, fields, roleArn, inputErrors);
    return { provider, enabled: true, fields, ...(roleArn === undefined ? {} : { roleArn }) };
    /** A field may be given both ways, but must mean the same then. */
    function readValue({ path, inputName, inFields }, parse, format) {
        const ways = [];
        if (input(inputName) !== '')
            ways.push({ source: `Input \`${inputName}\``, text: input(inputName) });
        if (inFields !== undefined)
            ways.push({ source: `\`${path}\``, text: inFields });
        const [value, other] = ways.map((given) => inputErrors.attempt(() => parse(given)));
        const differ = value !== undefined && other !== undefined && (0,_domain_compare_js__WEBPACK_IMPORTED_MODULE_0__/* .normalize */ .S8)(format, value) !== (0,_domain_compare_js__WEBPACK_IMPORTED_MODULE_0__/* .normalize */ .S8)(format, other);
        if (differ)
            inputErrors.add(`Input \`${inputName}\` and \`${path}\` differ; give the value one way only.`);
        return value;
    }
}
/** @throws InputError if the text is no ARN of an IAM role */
function parseRoleArn(name, text) {
    if (/^arn:[\w-]+:iam::\d*:role\/[\w+=,.@/-]+$/.test(text))
        return text;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .d(`${name} must be the ARN of an IAM role: \`arn:aws:iam::ACCOUNT:role/NAME\`.`);
}
function requireOneKindOfCredentials(provider, fields, roleArn, inputErrors) {
    if (fields.roleId !== undefined && roleArn !== undefined) {
        inputErrors.add('Give either `aws-role-id` or `aws-role-arn`, not both.');
    }
    const statics = givenStatics(provider, fields);
    if (statics.length > 0 && (fields.roleId !== undefined || roleArn !== undefined)) {
        const given = statics.map(({ input }) => `\`${input}\``).join(', ');
        inputErrors.add(`Give either a role (\`${provider.name}-role-id\`) or static credentials (${given}), not both; a role is the safer one.`);
    }
}
/** The static credentials among what is given. */
function givenStatics({ fields: table }, given) {
    return table.filter((field) => field.staticCredential && given[field.name] !== undefined);
}
/** Names of the inputs of the provider's fields that are given. */
function givenFieldInputs(provider, input) {
    const arn = provider.name === 'aws' ? [_domain_providers_js__WEBPACK_IMPORTED_MODULE_1__/* .ROLE_ARN */ .xG.input] : [];
    return [...provider.fields.map((field) => field.input), ...arn].filter((name) => input(name) !== '');
}
/** A field of another provider is a mistake: it would silently have no effect. */
function refuseForeignFields(provider, input, inputErrors) {
    const foreign = _domain_providers_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDER_LIST */ .Pj.filter(({ name }) => name !== provider).flatMap((other) => givenFieldInputs(other, input));
    if (foreign.length === 0)
        return;
    const named = foreign.map((name) => `\`${name}\``).join(', ');
    inputErrors.add(`${named}: not ${foreign.length > 1 ? 'inputs' : 'an input'} of \`provider: ${provider}\`; remove what does not belong.`);
}
/** A region that Atlas may know and this action does not: worth a warning, not an error. */
function regionWarning({ provider, fields }) {
    const region = Object.entries(fields).find(([name]) => (0,_domain_providers_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldOf */ ._F)(provider, name)?.format === 'region')?.[1];
    if (typeof region !== 'string' || (0,_domain_regions_js__WEBPACK_IMPORTED_MODULE_2__/* .isKnownRegion */ .K)(region))
        return undefined;
    return `\`${region}\` is no region that this action knows. It is sent to Atlas as it is; check it if Atlas refuses it.`;
}


/***/ }),

/***/ 2642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ workspaceOf),
/* harmony export */   s: () => (/* binding */ readWorkspaceFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4448);



/** The folder that paths of inputs are relative to. */
function workspaceOf(env) {
    return env.GITHUB_WORKSPACE || process.cwd();
}
/**
 * Reads a file of the workspace.
 *
 * @param name how the input is called that names it, for messages
 * @param largest in bytes
 * @throws InputError if it is not there, no file, too large, or outside of the workspace once links are resolved
 */
function readWorkspaceFile(name, path, env, largest) {
    const workspace = workspaceOf(env);
    const found = attempt(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, path)));
    const root = attempt(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(workspace));
    if (found === undefined || root === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`${name}: there is no such file in the workspace; is \`actions/checkout\` missing before this step?`);
    }
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, found);
    if (inside === '..' || inside.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, inside) !== found) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`${name} must lie inside the workspace, also once links are resolved.`);
    }
    const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(found);
    if (!stat.isFile())
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`${name} is not a file.`);
    if (stat.size > largest)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`${name} is larger than ${largest / 1024 / 1024} MiB, which is read at most.`);
    const text = attempt(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(found, 'utf8'));
    if (text === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`${name} cannot be read; check its permissions.`);
    return text;
}
function attempt(act) {
    try {
        return act();
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 3858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FJ: () => (/* binding */ failedEarly),
/* harmony export */   eO: () => (/* binding */ known),
/* harmony export */   ue: () => (/* binding */ initialState)
/* harmony export */ });
/* harmony import */ var _atlas_pending_change_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7368);
/* harmony import */ var _domain_compare_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(170);
/* harmony import */ var _domain_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4820);
/* harmony import */ var _domain_reported_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7298);
/* harmony import */ var _domain_result_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4424);





function initialState() {
    return {
        reported: null,
        comparisons: [],
        patch: null,
        changed: false,
        requirements: [],
        lastChange: null,
        pendingChange: new _atlas_pending_change_js__WEBPACK_IMPORTED_MODULE_0__/* .PendingChange */ .y(),
    };
}
/** Everything a result tells apart from how it ended. */
function known(mode, desired, state, findings = [], excused = []) {
    const { reported, changed, pendingChange } = state;
    const comparisons = state.comparisons.map(_domain_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .redactComparison */ .xU);
    const differing = (0,_domain_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .differences */ .tX)(comparisons);
    const named = desired.providers.map(({ provider }) => (0,_domain_reported_js__WEBPACK_IMPORTED_MODULE_3__/* .providerState */ .J)(reported ?? {}, provider));
    const providers = reported === null ? [] : desired.providers.length > 0 ? named : (0,_domain_result_js__WEBPACK_IMPORTED_MODULE_4__/* .targets */ .z)(desired, reported);
    return {
        mode,
        projectId: desired.id,
        name: desired.name,
        providers,
        valid: reported !== null && (0,_domain_result_js__WEBPACK_IMPORTED_MODULE_4__/* .allValid */ .a)((0,_domain_result_js__WEBPACK_IMPORTED_MODULE_4__/* .targets */ .z)(desired, reported)),
        wantsProvider: desired.providers.length === 0 || desired.providers.some(({ enabled }) => enabled),
        looksAtAll: desired.providers.length === 0,
        enabled: providers.some(({ enabled }) => enabled),
        changed,
        drifted: differing.length > 0,
        differences: differing,
        notComparable: (0,_domain_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .notComparable */ .kY)(comparisons),
        comparisons,
        patch: state.patch && (0,_domain_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .redactPatch */ .IW)(state.patch),
        configuration: reported && (0,_domain_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .redactConfiguration */ .aL)(reported),
        findings,
        excused,
        requirements: state.requirements,
        lastChange: state.lastChange,
        stateUnknown: pendingChange.isUnresolved,
    };
}
/** A project that failed before it was looked at, with nothing known of it. */
function failedEarly(mode, desired, error) {
    return { ...known(mode, desired, initialState()), result: 'failed', failureReason: 'error', error };
}


/***/ }),

/***/ 6964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isLoopback)
/* harmony export */ });
/** Whether a URL's host name is this machine: the only kind of host that plain http is allowed to. */
function isLoopback(hostname) {
    return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i.test(hostname);
}


/***/ }),

/***/ 2488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  V4: () => (/* binding */ getInput),
  pq: () => (/* binding */ info),
  lm: () => (/* binding */ notice),
  C1: () => (/* binding */ setFailed),
  uH: () => (/* binding */ setOutput),
  Pq: () => (/* binding */ setSecret),
  $e: () => (/* binding */ warning)
});

// UNUSED EXPORTS: ExitCode, addPath, debug, endGroup, error, exportVariable, getBooleanInput, getIDToken, getMultilineInput, getState, group, isDebug, markdownSummary, platform, saveState, setCommandEcho, startGroup, summary, toPlatformPath, toPosixPath, toWin32Path

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map

/***/ }),

/***/ 3327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ summary)
/* harmony export */ });
/* unused harmony exports SUMMARY_ENV_VAR, SUMMARY_DOCS_URL, markdownSummary */
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(857);
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9896);
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = fs__WEBPACK_IMPORTED_MODULE_1__.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, fs__WEBPACK_IMPORTED_MODULE_1__.constants.R_OK | fs__WEBPACK_IMPORTED_MODULE_1__.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return __awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return __awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(os__WEBPACK_IMPORTED_MODULE_0__.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map

/***/ }),

/***/ 6710:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ HELD),
/* harmony export */   g: () => (/* binding */ describeEvent)
/* harmony export */ });
/* harmony import */ var _domain_providers_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7947);

/** By `String(held)`. */
const HELD = { true: 'held', false: 'NOT held', null: 'not known' };
/** An event of the run as a line of the log. */
function describeEvent(event) {
    return event.about === undefined ? describe(event) : `${event.about}: ${describe(event)}`;
}
function describe(event) {
    switch (event.type) {
        case 'reported':
            return `Atlas reports: ${event.providers.map(({ provider, enabled, valid }) => `${provider} ${enabled ? (valid ? 'enabled, key valid' : 'enabled, key NOT valid') : 'off'}`).join(' · ')}`;
        case 'compared':
            return describeComparisons(event.comparisons);
        case 'role-found':
            return `Role ${event.roleArn} is known to Atlas as ${event.roleId}`;
        case 'patch':
            return `${event.sent ? 'Sending' : 'Apply would send'}: PATCH ${JSON.stringify(event.patch)}`;
        case 'retry':
            return `${event.request}: ${event.reason}; trying again in ${(event.waitMs / 1000).toFixed(1)} s`;
        case 'awaiting-valid': {
            const names = event.providers.map((provider) => _domain_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDERS */ .xq[provider].title).join(', ') || 'a provider';
            return `Waiting up to ${event.forMs / 1000} s for Atlas to report the key of ${names} as valid`;
        }
        case 'required':
            return `Requirement ${event.requirement.condition}: ${HELD[String(event.requirement.held)]}. ${event.requirement.detail}`;
        case 'progress':
            return `Progress: ${event.done} of ${event.of} projects done, ${event.failed} of them failed`;
        case 'note':
        case 'warning':
            return event.text;
    }
}
function describeComparisons(comparisons) {
    const differing = comparisons.filter(({ verdict }) => verdict === 'differs');
    const unknown = comparisons.filter(({ verdict }) => verdict === 'not-comparable').map(({ field }) => field);
    const same = comparisons.length - differing.length - unknown.length;
    const parts = [
        differing.length === 0 ? 'Differs in nothing' : `Differs: ${differing.map(describeDifference).join('; ')}`,
        `${same} of ${comparisons.length} as desired`,
        ...(unknown.length > 0 ? [`cannot be compared: ${unknown.join(', ')}`] : []),
    ];
    return parts.join(' · ');
}
function describeDifference({ field, expected, actual }) {
    return `${field} is ${describeValue(actual)}, wanted ${describeValue(expected)}`;
}
/** A value for people; what is not there is a dash. */
function describeValue(value) {
    return value === null || value === '' ? '—' : String(value);
}


/***/ }),

/***/ 5138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ed: () => (/* binding */ Html),
/* harmony export */   Ev: () => (/* binding */ told),
/* harmony export */   Sy: () => (/* binding */ withIcon),
/* harmony export */   U3: () => (/* binding */ ownText),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   qy: () => (/* binding */ html)
/* harmony export */ });
/** Markup that is safe to write into a summary: made by {@link html}, {@link ownText} and {@link code} only. */
class Html {
    markup;
    constructor(markup) {
        this.markup = markup;
    }
}
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text) => text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
/**
 * A template tag: what is written in the template is markup, what is put into it is text and comes out escaped (unless it
 * is {@link Html} already). Line breaks of the template are dropped, so that the result is one HTML block: inside one,
 * GitHub's Markdown (a superset of CommonMark 0.31, 4.6) reads no emphasis, no image and no table up to a blank line.
 */
function html(template, ...parts) {
    const markup = template.map((chunk, i) => chunk.replace(/\s*\n\s*/g, '') + (i < parts.length ? render(parts[i]) : ''));
    return new Html(markup.join(''));
}
function render(part) {
    if (part instanceof Html)
        return part.markup;
    if (typeof part === 'string')
        return escapeHtml(part);
    return part === undefined ? '' : part.map(({ markup }) => markup).join('');
}
/** A sentence of our own, escaped, with `names` in backticks as code. Not for what comes from outside: see {@link code}. */
function ownText(sentence) {
    return new Html(escapeHtml(sentence).replace(/`([^`]+)`/g, '<code>$1</code>'));
}
/**
 * A stranger's text as code. GitHub links `@name`, `#123` and URLs in any text but not in `<code>`, so this is the only
 * way in for names, values and messages. An empty text shows as a dash.
 */
function code(text) {
    return text === '' ? html `—` : html `<code>${text}</code>`;
}
/** Letters, digits and the signs of a sentence. */
const SENTENCE = /^[\p{L}\p{N} .,;:()'"`–—…·/=?!%+_-]*$/u;
/** What GitHub links or draws though no sign of it is special: addresses, issues, advisories, commits, emoji by name. */
const LINKABLE = /:\/\/|www\.|(GH|GHSA|CVE)-[0-9a-z]|(?<![\p{L}\p{N}])[0-9a-f]{7,40}(?![\p{L}\p{N}])|:[\w+-]+:/iu;
/** A sentence that may hold a stranger's words: as text if GitHub would link nothing in it, with `names` as code; else as code. */
function told(sentence) {
    const isHarmless = SENTENCE.test(sentence) && !LINKABLE.test(sentence);
    return isHarmless ? ownText(sentence) : code(sentence.replaceAll('`', ''));
}
/** A mark that stays on one line with the word that it is for. */
function withIcon(icon, words) {
    return `${icon}\u00a0${words}`;
}


/***/ }),

/***/ 1644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ projectsBlocks)
/* harmony export */ });
/* harmony import */ var _domain_report_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2663);
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5138);
/* harmony import */ var _projects_verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(581);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7342);




/** Of one project's row; its whole story is in the report. */
const MAX_TEXT_LENGTH = 400;
const ICONS = {
    error: '❌',
    invalid: '❌',
    requirement: '❌',
    drift: '❌',
    excused: '⚠️',
    created: '✅',
    updated: '✅',
    disabled: '✅',
    'to change': '🔄',
    unchanged: '✅',
    planned: '✅',
    passed: '✅',
};
/** Of the slices, by how bad it is. */
const COLOURS = {
    error: '#a40e26',
    invalid: '#cf222e',
    requirement: '#bc4c00',
    drift: '#d4a72c',
    excused: '#eac54f',
    created: '#1a7f37',
    updated: '#2da44e',
    disabled: '#6e7781',
    'to change': '#54aeff',
    unchanged: '#4ac26b',
    planned: '#80ccff',
    passed: '#4ac26b',
};
/**
 * The blocks that tell of many projects: verdict, totals, a pie of the verdicts, one row a project, worst first. Told from the
 * report alone, so that merged reports read like one run.
 *
 * @param maxLength in bytes, with blank lines between the blocks; rows past it are counted instead
 */
function projectsBlocks(report, maxLength, sanitize) {
    const blocks = [heading(report), ...(report.projects.length === 0 ? [] : [totals(report), pie(report)])];
    for (const reason of _domain_report_js__WEBPACK_IMPORTED_MODULE_3__/* .REASONS */ .e) {
        if (report.projects.some(({ failureReason }) => failureReason === reason)) {
            blocks.push((0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<p><b>${reason}:</b> ${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .ownText */ .U3)(_projects_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .ADVICE */ .hc[reason])}</p>`);
        }
    }
    const used = blocks.reduce((size, { markup }) => size + Buffer.byteLength(markup) + 2, 0);
    return [...blocks, ...table(report, maxLength - used, sanitize)];
}
function heading(report) {
    const { mode, shard, failureReason, error, totals: { projects }, } = report;
    const icon = failureReason !== null
        ? '❌'
        : report.projects.some((project) => (0,_projects_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .projectVerdict */ .pv)(project, mode) === 'excused')
            ? '⚠️'
            : '✅';
    const part = shard === null ? '' : ` · shard ${shard}`;
    const blame = error === null ? [] : [(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<p>${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)(error.message)}</p>`];
    const text = projects === 0 ? 'There was no project to look at.' : `${(0,_projects_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .countsOf */ .mQ)(report)}.`;
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<h3>${icon} Atlas encryption at rest: ${failureReason ?? report.result}</h3>
    <p>${_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .MODE_TITLES */ .G6[mode ?? 'apply']}${part} · ${text}</p>${blame}`;
}
function totals({ totals: counts }) {
    const names = Object.keys(counts);
    const titles = names.map((name) => (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<th>${name}</th>`);
    const values = names.map((name) => (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<td>${String(counts[name])}</td>`);
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<table><tr>${titles}</tr><tr>${values}</tr></table>`;
}
/** Mermaid, which GitHub draws; only words and numbers of ours are in it. */
function pie({ projects, mode }) {
    const verdicts = projects.map((project) => (0,_projects_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .projectVerdict */ .pv)(project, mode));
    const slices = _projects_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .VERDICTS */ .bk.flatMap((verdict) => {
        const count = verdicts.filter((other) => other === verdict).length;
        return count === 0 ? [] : [{ text: `    "${verdict}" : ${count}`, colour: COLOURS[verdict] }];
    });
    // By itself Mermaid would draw what passed in yellow.
    const variables = Object.fromEntries(slices.map(({ colour }, i) => [`pie${i + 1}`, colour]));
    const theme = `%%{init: ${JSON.stringify({ themeVariables: variables })}}%%`;
    const lines = ['```mermaid', theme, 'pie showData title Verdicts', ...slices.map(({ text }) => text), '```'];
    return new _html_js__WEBPACK_IMPORTED_MODULE_0__/* .Html */ .Ed(lines.join('\n'));
}
function table(report, room, sanitize) {
    const projects = (0,_projects_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .worstFirst */ .md)(report);
    if (projects.length === 0)
        return [];
    const head = (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<tr><th>Verdict</th><th>Project</th><th>What was found</th></tr>`;
    const rows = [];
    // What ends the table, and says how much was cut, is short.
    let left = room - head.markup.length - 300;
    for (const project of projects) {
        const row = rowOf(project, report.mode, sanitize);
        left -= Buffer.byteLength(row.markup);
        if (left < 0)
            break;
        rows.push(row);
    }
    const cut = projects.length - rows.length;
    return [
        (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<table>${head}${rows}</table>`,
        ...(cut === 0
            ? []
            : [
                (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<p>${String(cut)} more projects were cut here; the file of the output ${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)('report-file')} has all.</p>`,
            ]),
    ];
}
function rowOf(project, mode, sanitize) {
    const verdict = (0,_projects_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .projectVerdict */ .pv)(project, mode);
    const name = project.name === null ? [] : [(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(project.name)}<br>`];
    const found = sanitize((0,_projects_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .findingsOf */ .WX)(project, mode), MAX_TEXT_LENGTH);
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<tr><td>${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .withIcon */ .Sy)(ICONS[verdict], verdict)}</td><td>${name}${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(project.projectId)}</td><td>${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)(found)}</td></tr>`;
}


/***/ }),

/***/ 581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   WX: () => (/* binding */ findingsOf),
/* harmony export */   bk: () => (/* binding */ VERDICTS),
/* harmony export */   fL: () => (/* binding */ excuses),
/* harmony export */   hc: () => (/* binding */ ADVICE),
/* harmony export */   mQ: () => (/* binding */ countsOf),
/* harmony export */   md: () => (/* binding */ worstFirst),
/* harmony export */   pv: () => (/* binding */ projectVerdict)
/* harmony export */ });
/* harmony import */ var _domain_providers_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7947);
/* harmony import */ var _domain_report_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2663);
/* harmony import */ var _events_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6710);



/** How a project of a fleet ended, in a word: why it failed, or what was done, worst first. */
const VERDICTS = [
    ..._domain_report_js__WEBPACK_IMPORTED_MODULE_2__/* .REASONS */ .e,
    'excused',
    'created',
    'updated',
    'disabled',
    'to change',
    'unchanged',
    'planned',
    'passed',
];
/**
 * The verdict, read off the report alone, since that is all there is when the reports of a matrix are merged. `excused`: a
 * finding that an input like `fail-on-drift: false` keeps from failing the step; `to change`: what apply would do.
 */
function projectVerdict(project, mode) {
    const { result, failureReason, changed } = project;
    if (failureReason !== null)
        return failureReason;
    if (excuses(project, mode).length > 0)
        return 'excused';
    if (result === 'planned' && changed)
        return 'to change';
    return result === 'failed' ? 'error' : result;
}
/** What was found but did not fail the step, in the words of the input that excused it. */
function excuses({ result, drifted, providers }, mode) {
    if (result === 'failed' || mode === 'plan')
        return [];
    const isInvalid = providers.some(({ enabled, valid }) => enabled && !valid);
    return [...(isInvalid ? ['fail-on-invalid'] : []), ...(drifted && mode === 'drift' ? ['fail-on-drift'] : [])];
}
/** Worst first, then as they are. */
function worstFirst(report) {
    const rank = (project) => VERDICTS.indexOf(projectVerdict(project, report.mode));
    return report.projects.toSorted((a, b) => rank(a) - rank(b));
}
/** Everything that was found in a project, or how it is; holds a stranger's text, made plain only where it is shown. */
function findingsOf(project, mode) {
    const { error, requirements, differences, changed, result } = project;
    if (error !== null)
        return `${error.code}: ${error.message}`;
    const failing = requirements.filter(({ held }) => held !== true);
    const sentences = [
        isToBeOff(project, mode) ? `${states(project)}, but is to be off` : states(project),
        ...failing.map(({ condition, held, detail }) => `${condition} ${_events_js__WEBPACK_IMPORTED_MODULE_1__/* .HELD */ ._[String(held)]}: ${detail}`),
    ];
    if (differences.length > 0) {
        const told = differences.map(({ provider, field, expected, actual }) => {
            const path = provider === null ? field : `${_domain_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDERS */ .xq[provider].atlasObject}.${field}`;
            const was = actual === null || actual === '' ? '—' : String(actual);
            return changed && result !== 'planned'
                ? `${path}: ${was} → ${String(expected)}`
                : `${path} is ${was}, wanted ${String(expected)}`;
        });
        sentences.push(told.join('; '));
    }
    if (mode === 'plan' && changed && differences.length === 0)
        sentences.push('would send given secrets, which Atlas never shows');
    return sentences.filter((sentence) => sentence !== '').join(' · ') || 'no provider is enabled';
}
/** Verify fails for a valid key only where the provider is to be off. */
function isToBeOff({ failureReason, providers }, mode) {
    return (mode === 'verify' && failureReason === 'invalid' && providers.length > 0 && providers.every(({ valid }) => valid));
}
function states({ providers }) {
    return providers
        .map(({ provider, enabled, valid }) => {
        const key = enabled ? (valid ? 'key valid' : 'key NOT valid') : 'not enabled';
        return `${_domain_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDERS */ .xq[provider].title}: ${key}`;
    })
        .join(', ');
}
/** What to do about a reason for which projects of a fleet failed. */
const ADVICE = {
    error: 'the message says what to do; the other projects are not affected.',
    invalid: 'do not restart, scale or upgrade a cluster of such a project before its key works: its nodes would not start again. See that the key is enabled, that the role or credentials may use it, and that the key provider lets Atlas in. What is not enabled, `mode: apply` enables.',
    requirement: 'see the condition; one that is not known needs the role Project Read Only.',
    drift: 'if the file is right, run `mode: apply`; if Atlas is, change the file.',
};
/** `40 projects: 37 passed, 3 failed (1 invalid, 2 drift), 4 changed`. */
function countsOf({ mode, totals, projects }) {
    const reasons = _domain_report_js__WEBPACK_IMPORTED_MODULE_2__/* .REASONS */ .e.flatMap((reason) => {
        const count = projects.filter(({ failureReason }) => failureReason === reason).length;
        return count === 0 ? [] : [`${count} ${reason}`];
    });
    const failed = reasons.length === 0 ? '' : ` (${reasons.join(', ')})`;
    const changed = totals.changed === 0 ? '' : `, ${totals.changed} ${mode === 'plan' ? 'to change' : 'changed'}`;
    return `${totals.projects} ${totals.projects === 1 ? 'project' : 'projects'}: ${totals.passed} passed, ${totals.failed} failed${failed}${changed}`;
}


/***/ }),

/***/ 7177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FI: () => (/* binding */ redactValue),
/* harmony export */   FK: () => (/* binding */ buildReport),
/* harmony export */   xr: () => (/* binding */ assembleReport)
/* harmony export */ });
/* harmony import */ var _domain_report_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2663);

function buildReport({ projects, ...parts }, secrets) {
    const invalid = projects.filter(hasInvalidProvider).length;
    return assembleReport({ ...parts, projects: projects.map((project) => projectReport(project, secrets)), invalid });
}
/** @param parts with `invalid`, the count that the projects' reports alone do not tell */
function assembleReport(parts) {
    const { mode, shard, error, projects, invalid } = parts;
    const count = (is) => projects.filter(is).length;
    const failureReason = error !== null
        ? 'error'
        : (_domain_report_js__WEBPACK_IMPORTED_MODULE_0__/* .REASONS */ .e.find((reason) => projects.some((project) => project.failureReason === reason)) ?? null);
    return {
        mode,
        shard,
        result: failureReason === null ? successOf(parts) : 'failed',
        failureReason,
        error,
        totals: {
            projects: projects.length,
            passed: count(({ result }) => result !== 'failed'),
            failed: count(({ result }) => result === 'failed'),
            changed: count(({ changed }) => changed),
            drifted: count(({ drifted }) => drifted),
            invalid,
            errors: count((project) => project.error !== null),
        },
        projects,
    };
}
function successOf({ mode, isMultiProject, projects, }) {
    const [only] = projects;
    if (!isMultiProject && only !== undefined)
        return only.result;
    if (mode === 'plan')
        return 'planned';
    if (mode !== 'apply')
        return 'passed';
    return projects.some(({ changed }) => changed) ? 'updated' : 'unchanged';
}
/** A wanted or targeted provider is not enabled or not valid; only known once Atlas has answered. */
function hasInvalidProvider({ configuration, wantsProvider, valid }) {
    return configuration !== null && wantsProvider && !valid;
}
function projectReport(project, secrets) {
    const { projectId, name, result, failureReason, valid, enabled, changed, drifted, providers, error } = project;
    return {
        projectId,
        name,
        result,
        failureReason,
        valid,
        enabled,
        changed,
        drifted,
        providers,
        differences: reportedDifferences(project, secrets),
        notComparable: project.notComparable,
        requirements: project.requirements,
        error,
    };
}
/** The differences of a project as they are shown, in the order of the keys that the action documents. */
function reportedDifferences({ projectId, differences }, secrets) {
    return differences.map(({ provider, field, expected, actual }) => ({
        projectId,
        provider,
        field,
        expected: redactValue(expected, secrets),
        actual: redactValue(actual, secrets),
    }));
}
/** @returns the same value, a text without secrets */
function redactValue(value, secrets) {
    return typeof value === 'string' ? secrets.redact(value) : value;
}


/***/ }),

/***/ 4611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ projectBlocks),
/* harmony export */   f: () => (/* binding */ buildSummary)
/* harmony export */ });
/* harmony import */ var _domain_providers_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7947);
/* harmony import */ var _events_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6710);
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5138);
/* harmony import */ var _projects_summary_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1644);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7342);





/** The runner refuses a summary above 1 MiB (FileCommandManager.cs). */
const MAX_SUMMARY_BYTES = 1_000_000;
const MAX_VALUE_LENGTH = 500;
/** Of hundreds of projects the log has the rest. */
const MAX_WARNINGS = 50;
const ICONS = { good: '✅', excused: '⚠️', bad: '❌' };
/**
 * The job summary: verdict, what was held against what, what to do. All HTML, each line one block without blank lines.
 *
 * @param warnings all that was worth one, plain
 */
function buildSummary({ report, project }, warnings, sanitize) {
    const warned = warningBlock(warnings);
    const room = MAX_SUMMARY_BYTES - warned.reduce((size, { markup }) => size + Buffer.byteLength(markup) + 2, 0);
    const blocks = project === null ? withoutProject(report, room, sanitize) : projectBlocks(project, sanitize);
    return `${[...blocks, ...warned].map(({ markup }) => markup).join('\n\n')}\n`;
}
function withoutProject(report, room, sanitize) {
    const { mode, error, projects } = report;
    if (error === null || projects.length > 0)
        return (0,_projects_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .projectsBlocks */ .X)(report, room, sanitize);
    const heading = (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<h3>❌ Atlas encryption at rest: ${mode === null ? 'failed' : `${_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .MODE_TITLES */ .G6[mode]} failed`}</h3>
    <p>${(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)(error.message)}</p>`;
    return [heading];
}
/** The blocks that tell of one project. */
function projectBlocks(project, sanitize) {
    const { status, title, text, advice } = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .verdictOn */ .Hc)(project);
    const blocks = [
        (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<h3>${ICONS[status]} Atlas encryption at rest: ${title}</h3>
      <p>${_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .MODE_TITLES */ .G6[project.mode]} · project ${(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(project.projectId)}</p>
      <p>${(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)(text)}</p>`,
    ];
    if (advice !== '')
        blocks.push((0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<p><b>What to do:</b> ${(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .ownText */ .U3)(advice)}</p>`);
    if (project.stateUnknown) {
        blocks.push((0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<p>⚠️ ${(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .ownText */ .U3)(_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .STATE_UNKNOWN */ .V7)}</p>`);
    }
    if (project.configuration !== null)
        blocks.push(statesTable(project));
    if (project.comparisons.length > 0)
        blocks.push(comparisonTable(project, sanitize));
    if (project.lastChange !== null) {
        const { when, who } = project.lastChange;
        blocks.push((0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<p>Last change of the configuration: ${(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(when)} by ${(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(who)}</p>`);
    }
    if (project.requirements.length > 0)
        blocks.push(requirementTable(project.requirements));
    if (project.patch !== null) {
        const intro = project.mode === 'plan' ? 'Apply would send' : 'Sent';
        blocks.push((0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<p>${intro}: ${(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(`PATCH ${sanitize(JSON.stringify(project.patch))}`)}</p>`);
    }
    if (project.notComparable.length > 0)
        blocks.push(notComparableBlock(project.notComparable));
    return blocks;
}
function statesTable({ providers }) {
    if (providers.length === 0)
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<p>No provider is enabled.</p>`;
    const rows = providers.map(({ provider, enabled, valid }) => {
        const key = !enabled ? '—' : valid ? (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .withIcon */ .Sy)('✅', 'valid') : (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .withIcon */ .Sy)('❌', 'not valid');
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<tr><td>${_domain_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDERS */ .xq[provider].title}</td><td>${enabled ? 'enabled' : 'off'}</td><td>${key}</td></tr>`;
    });
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<table><tr><th>Provider</th><th>In Atlas now</th><th>Key</th></tr>${rows}</table>`;
}
function comparisonTable({ comparisons, changed, mode }, sanitize) {
    const wasChanged = changed && mode === 'apply';
    const value = (shown) => (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(shown === null ? '' : sanitize(String(shown), MAX_VALUE_LENGTH));
    const verdicts = {
        same: (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .withIcon */ .Sy)('✅', 'same'),
        differs: wasChanged ? (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .withIcon */ .Sy)('🔄', 'changed') : (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .withIcon */ .Sy)('❌', 'differs'),
        'not-comparable': (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .withIcon */ .Sy)('❔', 'not comparable'),
    };
    const rows = comparisons.map(({ field, expected, actual, verdict }) => (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<tr><td>${(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(field)}</td><td>${value(expected)}</td><td>${value(actual)}</td><td>${verdicts[verdict]}</td></tr>`);
    const inAtlas = wasChanged ? 'In Atlas before' : 'In Atlas';
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<table><tr><th>Field</th><th>Wanted</th><th>${inAtlas}</th><th>Verdict</th></tr>${rows}</table>`;
}
function requirementTable(requirements) {
    const icons = { true: '✅', false: '❌', null: '❔' };
    const rows = requirements.map(({ condition, held, detail }) => (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<tr><td>${(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(condition)}</td><td>${(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .withIcon */ .Sy)(icons[String(held)], _events_js__WEBPACK_IMPORTED_MODULE_1__/* .HELD */ ._[String(held)])}</td><td>${(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)(detail)}</td></tr>`);
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<table><tr><th>Requirement</th><th></th><th>Why</th></tr>${rows}</table>`;
}
function notComparableBlock(fields) {
    const names = fields.map((field) => (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `${(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(field)} `);
    const why = `Atlas does not return ${fields.length > 1 ? 'them' : 'it'}, so a difference there cannot be seen.`;
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<p>Not comparable: ${names}— ${why} Secrets that are given are sent on every apply.</p>`;
}
function warningBlock(warnings) {
    if (warnings.length === 0)
        return [];
    const items = warnings.slice(0, MAX_WARNINGS).map((warning) => (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<li>${(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)(warning)}</li>`);
    const more = warnings.length - items.length;
    return [
        (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<p>⚠️ Warnings:</p><ul>${items}${more > 0 ? [(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<li>${String(more)} more are in the log.</li>`] : []}</ul>`,
    ];
}


/***/ }),

/***/ 7342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G6: () => (/* binding */ MODE_TITLES),
/* harmony export */   Hc: () => (/* binding */ verdictOn),
/* harmony export */   V7: () => (/* binding */ STATE_UNKNOWN),
/* harmony export */   ix: () => (/* binding */ excusedFindings)
/* harmony export */ });
/* harmony import */ var _domain_providers_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7947);

const MODE_TITLES = {
    apply: 'Apply',
    plan: 'Plan',
    verify: 'Verify',
    drift: 'Drift check',
    merge: 'Merge',
};
/** For a run that ended while a change was on its way. */
const STATE_UNKNOWN = 'A change was under way when the run ended, so the state is unknown: Atlas may or may not have carried it out. Check with `mode: plan`.';
const TITLES = {
    created: 'enabled',
    updated: 'updated',
    disabled: 'disabled',
    unchanged: 'as desired',
    planned: 'plan',
    passed: 'passed',
    failed: 'failed',
};
/** The verdict on a project: all findings that fail it, or all that are excused, or how well it ended. */
function verdictOn(project) {
    const { result, error, findings, excused } = project;
    if (error !== null) {
        const title = ERROR_TITLES[error.code] ?? 'failed';
        return { status: 'bad', title, text: error.message, advice: '' };
    }
    const failing = findings.filter((finding) => !excused.includes(finding));
    const told = (failing.length > 0 ? failing : excused).map((finding) => FINDINGS[finding](project));
    const [first] = told;
    if (first === undefined) {
        return { status: 'good', title: TITLES[result], text: successText(project), advice: successAdvice(project) };
    }
    const joined = (part) => told
        .map((telling) => telling[part])
        .join(' ')
        .trim();
    const status = failing.length > 0 ? 'bad' : 'excused';
    return { status, title: first.title, text: joined('text'), advice: joined('advice') };
}
/** What was found but is excused, a sentence each, for warnings. */
function excusedFindings(project) {
    return project.excused.map((finding) => `${FINDINGS[finding](project).text} (The step does not fail for it: \`${EXCUSES[finding]}: false\`.)`);
}
const ERROR_TITLES = { TIMEOUT: 'timed out', CANCELLED: 'cancelled' };
/** A requirement cannot be excused. */
const EXCUSES = {
    invalid: 'fail-on-invalid',
    requirement: '',
    drift: 'fail-on-drift',
};
const FINDINGS = {
    invalid: invalidVerdict,
    requirement: requirementVerdict,
    drift: driftVerdict,
};
function requirementVerdict({ requirements }) {
    const failed = requirements.filter(({ held }) => held !== true);
    const reasons = failed.map(({ condition, held, detail }) => `${condition} ${held === null ? 'is not known' : 'does not hold'}: ${detail}`);
    return { title: 'requirement not met', text: reasons.join(' '), advice: '' };
}
function driftVerdict({ differences, lastChange }) {
    const fields = differences.map(({ field }) => field).join(', ');
    const who = lastChange === null ? ' The activity feed of the project in Atlas says who changed it.' : '';
    return {
        title: 'drift',
        text: `Atlas differs from what the workflow wants in ${fields}.`,
        advice: `If the workflow is right, run it with \`mode: apply\`; if Atlas is, change the inputs or the config file.${who}`,
    };
}
function invalidVerdict({ providers, wantsProvider, mode, changed }) {
    const off = providers.filter(({ enabled }) => !enabled);
    if (mode === 'verify' && !wantsProvider) {
        return {
            title: 'not disabled',
            text: `${titles(providers.filter(({ enabled }) => enabled))} is enabled in the project, but is to be off.`,
            advice: 'Disable it with `mode: apply`, or correct the config file.',
        };
    }
    if (providers.length === 0 && wantsProvider) {
        return {
            title: 'not enabled',
            text: 'No provider of encryption at rest is enabled in the project.',
            advice: 'Enable one with `mode: apply`.',
        };
    }
    if (off.length > 0) {
        return {
            title: 'not enabled',
            text: `${titles(off)} ${off.length > 1 ? 'are' : 'is'} not enabled in the project.`,
            advice: mode === 'apply'
                ? 'Run again, and look at the project in Atlas if it stays so.'
                : 'Enable it with `mode: apply`.',
        };
    }
    const invalid = providers.filter(({ valid }) => !valid);
    return {
        title: 'key not valid',
        text: `Atlas cannot use the key of ${titles(invalid)}${changed ? ' after the change' : ''}: it reports valid: false.`,
        advice: 'Do not restart, scale or upgrade a cluster of this project before the key works: its nodes would not start again. ' +
            'See that the key is enabled, that the role or credentials may use it, and that the key provider lets Atlas in; ' +
            'then run `mode: verify`.',
    };
}
const titles = (states) => states.map(({ provider }) => _domain_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDERS */ .xq[provider].title).join(', ');
function successText({ result, providers, changed, mode, wantsProvider }) {
    const who = titles(providers);
    const works = providers.length > 1 ? 'their keys are valid' : 'its key is valid';
    switch (result) {
        case 'created':
            return `${who} is enabled now and ${works}.`;
        case 'updated':
            return `${who} was changed and ${works}.`;
        case 'disabled':
            return `${who} is disabled now.`;
        case 'unchanged':
            return providers.some(({ enabled }) => enabled)
                ? `${who} is as desired and ${works}; nothing was sent.`
                : `${who} is disabled already; nothing was sent.`;
        case 'planned':
            return changed
                ? 'Atlas differs from what the workflow wants; apply would send the change that closes the gap.'
                : 'Atlas is as desired; apply would send nothing.';
        default: {
            const asWanted = mode === 'drift' ? 'Atlas is as the workflow wants. ' : '';
            return wantsProvider ? `${asWanted}${who}: enabled, and ${works}.` : `${asWanted}${who}: disabled.`;
        }
    }
}
function successAdvice({ result, mode, providers }) {
    if (mode === 'plan' && providers.some(({ enabled, valid }) => enabled && !valid)) {
        return 'The current key is not valid: Atlas takes no change before it is restored, and apply would fail.';
    }
    if (result === 'created') {
        return 'Clusters use the key only once their own encryption at rest is switched to this provider.';
    }
    return '';
}


/***/ }),

/***/ 1963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ cancelled)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6046);

const controller = new AbortController();
/**
 * Aborted, with a `ActionError` as its reason, when the runner cancels the step: SIGINT, 7.5 s later SIGTERM, 2.5 s later
 * SIGKILL (actions/runner, ProcessInvoker.cs). Imported first of all, since Node.js dies of them without a listener.
 */
const cancelled = controller.signal;
for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => controller.abort(new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('CANCELLED', `The run was cancelled (${signal}) and ends here.`)));
}


/***/ }),

/***/ 7695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z5: () => (/* binding */ cleanupSignal),
/* harmony export */   kk: () => (/* binding */ startTimeout),
/* harmony export */   wj: () => (/* binding */ withTimeout)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6046);

/** At the end, giving back the token may take this long; less once the run was cut short, since it must not linger. */
const CLEANUP_MS = { normally: 5000, cutShort: 1000 };
/**
 * The run's `timeout`, which counts from the beginning of the run: reading inputs and files is part of it.
 *
 * @param seconds of `timeout`
 */
function startTimeout(seconds, { clock, startedAt }, finished) {
    const controller = new AbortController();
    const message = `The run was not done within its \`timeout\` of ${seconds} s and ends here.`;
    const deadline = startedAt + seconds * 1000;
    abortAfter(Math.max(0, deadline - clock.now()), new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('TIMEOUT', message), controller, clock, finished);
    return { deadline, signal: controller.signal };
}
/**
 * Does work that ends with the run's `timeout` or its cancellation.
 *
 * @param seconds of `timeout`
 */
async function withTimeout(seconds, runtime, work) {
    const finished = new AbortController();
    try {
        const { signal } = startTimeout(seconds, runtime, finished.signal);
        return await work(AbortSignal.any([runtime.cancelled, signal]));
    }
    finally {
        finished.abort();
    }
}
/** Aborted when there is no more time to wait for what the verdict does not hang on. */
function cleanupSignal({ clock, signal }, finished) {
    const controller = new AbortController();
    const failure = new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('TIMEOUT', 'There is no more time to wait.');
    const endAfter = (ms) => abortAfter(ms, failure, controller, clock, finished);
    endAfter(CLEANUP_MS.normally);
    if (signal.aborted)
        endAfter(CLEANUP_MS.cutShort);
    else
        signal.addEventListener('abort', () => endAfter(CLEANUP_MS.cutShort), { once: true });
    return controller.signal;
}
function abortAfter(ms, failure, controller, clock, finished) {
    clock.sleep(ms, finished).then(() => controller.abort(failure), () => undefined);
}


/***/ }),

/***/ 8213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  P: () => (/* binding */ publishUncaught),
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/domain/errors.js
var errors = __nccwpck_require__(6046);
// EXTERNAL MODULE: ./build/domain/modes.js
var modes = __nccwpck_require__(7385);
// EXTERNAL MODULE: ./build/input/errors.js
var input_errors = __nccwpck_require__(4448);
// EXTERNAL MODULE: ./build/input/parse/formats.js
var formats = __nccwpck_require__(659);
;// CONCATENATED MODULE: ./build/input/credentials.js


/**
 * Inputs win over the environment as a pair; of two kinds in the environment the service account is used.
 *
 * @param secretsAdvice what to add where an input is empty: why secrets are not there on a fork, or ''
 * @throws InputError for half a pair, two kinds as inputs, or none at all
 */
function chooseCredentials(inputs, environment, secretsAdvice) {
    const given = { serviceAccount: isGiven(inputs.serviceAccount), apiKey: isGiven(inputs.apiKey) };
    if (given.serviceAccount && given.apiKey) {
        throw new input_errors/* InputError */.d('Give either a service account (`atlas-client-id`, `atlas-client-secret`) or an API key (`atlas-public-key`, ' +
            `\`atlas-private-key\`), not both.${secretsAdvice}`);
    }
    const source = given.serviceAccount || given.apiKey ? inputs : environment;
    if (isGiven(source.serviceAccount)) {
        const [clientId, clientSecret] = wholePair(source.serviceAccount, secretsAdvice);
        return { kind: 'service-account', clientId, clientSecret };
    }
    if (isGiven(source.apiKey)) {
        const [username, password] = wholePair(source.apiKey, secretsAdvice);
        return { kind: 'api-key', username, password };
    }
    throw new input_errors/* InputError */.d('No credentials for Atlas: give `atlas-client-id` and `atlas-client-secret` of a service account (or ' +
        '`atlas-public-key` and `atlas-private-key` of an API key). A secret that is not set arrives as an empty text.' +
        secretsAdvice);
}
const isGiven = ({ id, secret }) => id.text !== '' || secret.text !== '';
function wholePair({ id, secret }, secretsAdvice) {
    for (const [missing, present] of [
        [id, secret],
        [secret, id],
    ]) {
        if (missing.text !== '')
            continue;
        throw new input_errors/* InputError */.d(`${missing.name} is empty, but its other half is given (${present.name.replace(/^The /, 'the ').replace(/^Input/, 'input')}): both are needed. A secret that is not set arrives as an ` +
            `empty text.${secretsAdvice}`);
    }
    // They end up in a header, where a line break or a control character would end it.
    if (!/^[\x21-\x7e]+$/.test(id.text)) {
        throw new input_errors/* InputError */.d(`${id.name} must be letters, digits and signs without spaces.`);
    }
    (0,formats/* requireMaskable */.i)(secret.name, secret.text);
    return [id.text, secret.text];
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./build/input/event.js

/** GitHub's own limit for a webhook payload is 25 MB. */
const MAX_EVENT_LENGTH = 32 * 1024 * 1024;
/**
 * What to tell somebody whose secrets are empty: on pull requests from forks and by Dependabot GitHub passes none.
 *
 * @returns a sentence that begins with a space, or '' for any other event
 */
function secretsAdvice(env) {
    // `pull_request_target` runs with secrets.
    const fork = env.GITHUB_EVENT_NAME === 'pull_request' && comesFromFork(env.GITHUB_EVENT_PATH);
    if (fork) {
        return ' This run was triggered by a pull request from a fork, and GitHub passes no secrets to those: skip the step there.';
    }
    if (env.GITHUB_ACTOR === 'dependabot[bot]') {
        return (' This run was triggered by Dependabot, and GitHub passes only Dependabot secrets to it: skip the step there, or ' +
            'store the credentials as Dependabot secrets too.');
    }
    return '';
}
/** The pull request that triggered the run, if one did. */
function pullRequestNumber(env) {
    if (!env.GITHUB_EVENT_NAME?.startsWith('pull_request'))
        return undefined;
    const number = readEvent(env.GITHUB_EVENT_PATH)?.pull_request?.number;
    return Number.isSafeInteger(number) ? number : undefined;
}
function comesFromFork(path) {
    const pull = readEvent(path)?.pull_request;
    // A fork that was deleted since leaves null.
    return pull != null && pull.head?.repo?.full_name !== pull.base?.repo?.full_name;
}
/** The webhook's payload; undefined if it cannot be read, since no advice is better than a wrong one. */
function readEvent(path) {
    try {
        const text = (0,external_node_fs_.readFileSync)(path ?? '', 'utf8');
        const event = text.length > MAX_EVENT_LENGTH ? undefined : JSON.parse(text);
        return typeof event === 'object' && event !== null ? event : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/input/parse/scalars.js
var scalars = __nccwpck_require__(1170);
;// CONCATENATED MODULE: ./build/input/github-settings.js



/** GitHub's own limit for the name of a label. */
const MAX_LABEL_LENGTH = 50;
/**
 * Reads what is to be told on GitHub. `issue` belongs to drift and verify, `comment` to plan; elsewhere they are ignored with
 * a warning, so that one `with:` block can serve all modes.
 */
function readGitHubSettings(mode, input, env, inputErrors) {
    const flag = (name) => inputErrors.attempt(() => input(name) !== '' && (0,scalars/* parseBoolean */.yG)(`Input \`${name}\``, input(name))) ?? false;
    const list = (name, pattern, accepted) => {
        const words = (0,scalars/* parseList */.E1)(input(name));
        inputErrors.attempt(() => {
            if (words.some((word) => !pattern.test(word)))
                throw new input_errors/* InputError */.d(`Every word of input \`${name}\` must be ${accepted}.`);
        });
        return words;
    };
    const [issue, comment] = [flag('issue'), flag('comment')];
    const looksOnly = mode === 'drift' || mode === 'verify';
    const warnings = [
        ...(issue && !looksOnly
            ? [`\`issue\` belongs to \`mode: drift\` and \`mode: verify\`; ignored in \`${mode}\`.`]
            : []),
        ...(comment && mode !== 'plan' ? [`\`comment\` belongs to \`mode: plan\`; ignored in \`${mode}\`.`] : []),
    ];
    const settings = {
        token: input('github-token'),
        issue: issue && looksOnly,
        issueLabels: list('issue-labels', new RegExp(`^\\P{Cc}{1,${MAX_LABEL_LENGTH}}$`, 'u'), `at most ${MAX_LABEL_LENGTH} characters`),
        issueAssignees: list('issue-assignees', /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,100})$/, 'the name of a GitHub user'),
        comment: comment && mode === 'plan',
        pullRequest: comment && mode === 'plan' ? (pullRequestNumber(env) ?? null) : null,
    };
    return { settings, warnings };
}

// EXTERNAL MODULE: ./build/input/mask-inputs.js
var mask_inputs = __nccwpck_require__(7889);
// EXTERNAL MODULE: ./build/domain/providers.js
var providers = __nccwpck_require__(7947);
// EXTERNAL MODULE: ./build/input/provider-fields.js
var provider_fields = __nccwpck_require__(4450);
// EXTERNAL MODULE: ./build/domain/conditions.js
var conditions = __nccwpck_require__(475);
;// CONCATENATED MODULE: ./build/input/desired-state.js




/**
 * Reads `provider`, `enabled`, `enabled-for-search-nodes`, `fields` and the inputs of the fields.
 *
 * @param inputErrors takes what is wrong
 */
async function readDesiredState(mode, input, secrets, inputErrors) {
    const readFields = await fieldsReader(input('fields'), secrets, inputErrors);
    const provider = inputErrors.attempt(() => readProvider(input('provider'), mode));
    const enabled = inputErrors.attempt(() => input('enabled') === '' || (0,scalars/* parseBoolean */.yG)('Input `enabled`', input('enabled'))) ?? true;
    const searchNodes = inputErrors.attempt(() => input('enabled-for-search-nodes') === ''
        ? undefined
        : (0,scalars/* parseBoolean */.yG)('Input `enabled-for-search-nodes`', input('enabled-for-search-nodes')));
    if (!provider)
        return { desired: { providers: [] }, warnings: [] };
    (0,provider_fields/* refuseForeignFields */.Gv)(provider, input, inputErrors);
    // Verify looks at what is, not at what is wanted, so that one `with:` block can serve all modes.
    if (mode === 'verify')
        return { desired: { providers: [{ provider, enabled: true, fields: {} }] }, warnings: [] };
    if (!enabled) {
        const off = { provider, enabled: false, fields: {} };
        return { desired: { providers: [off] }, warnings: ignoredWarning(providers/* PROVIDERS */.xq[provider], input) };
    }
    const desired = (0,provider_fields/* readDesiredProvider */.QV)(provider, input, readFields, inputErrors);
    for (const { name, format } of providers/* PROVIDERS */.xq[provider].fields) {
        const id = desired.fields[name];
        if (format === 'access-key-id' && typeof id === 'string')
            secrets.abbreviate(id);
    }
    const warning = (0,provider_fields/* regionWarning */.pz)(desired);
    return {
        desired: { providers: [desired], ...(searchNodes === undefined ? {} : { enabledForSearchNodes: searchNodes }) },
        warnings: warning === undefined ? [] : [warning],
    };
}
/** The YAML parser is loaded only if there is something to parse. Masks what is secret in `fields` at once. */
async function fieldsReader(text, secrets, inputErrors) {
    if (text === '')
        return () => new Map();
    const { openFields } = await Promise.all(/* import() */[__nccwpck_require__.e("yaml"), __nccwpck_require__.e("fields")]).then(__nccwpck_require__.bind(__nccwpck_require__, 2354));
    return inputErrors.attempt(() => openFields(text, secrets)) ?? (() => new Map());
}
function readProvider(text, mode) {
    const names = providers/* PROVIDER_LIST */.Pj.map(({ name }) => name);
    const provider = names.find((name) => name === text.toLowerCase());
    if (provider !== undefined || (text === '' && mode === 'verify'))
        return provider;
    const accepted = names.map((name) => `\`${name}\``).join(', ');
    throw new input_errors/* InputError */.d(text === ''
        ? `Input \`provider\` is needed: one of ${accepted}.`
        : `Input \`provider\` must be one of ${accepted}.`);
}
function ignoredWarning(provider, input) {
    const others = ['fields', 'enabled-for-search-nodes'].filter((name) => input(name) !== '');
    const ignored = [...(0,provider_fields/* givenFieldInputs */.$S)(provider, input), ...others].map((name) => `\`${name}\``);
    return ignored.length === 0 ? [] : [`\`enabled: false\` only disables the provider; ignored: ${ignored.join(', ')}.`];
}

;// CONCATENATED MODULE: ./build/input/sources.js
/** The first of the names that has a value, or the first one without. */
function readSource(source, ...names) {
    const isInput = typeof source === 'function';
    const read = (name) => (isInput ? source(name) : (source[name]?.trim() ?? ''));
    const name = names.find((candidate) => read(candidate) !== '') ?? names[0];
    return { name: isInput ? `Input \`${name}\`` : `The environment variable \`${name}\``, text: read(name) };
}
/** Both kinds of credentials, as the step's `with:` gives them. */
function pairsOfInputs(input) {
    return {
        serviceAccount: { id: readSource(input, 'atlas-client-id'), secret: readSource(input, 'atlas-client-secret') },
        apiKey: { id: readSource(input, 'atlas-public-key'), secret: readSource(input, 'atlas-private-key') },
    };
}
/** Both kinds of credentials, as the step's environment gives them, under the names that MongoDB's own tools use. */
function pairsOfEnvironment(env) {
    return {
        serviceAccount: {
            id: readSource(env, 'MONGODB_ATLAS_CLIENT_ID'),
            secret: readSource(env, 'MONGODB_ATLAS_CLIENT_SECRET'),
        },
        apiKey: {
            id: readSource(env, 'MONGODB_ATLAS_PUBLIC_API_KEY', 'MONGODB_ATLAS_PUBLIC_KEY'),
            secret: readSource(env, 'MONGODB_ATLAS_PRIVATE_API_KEY', 'MONGODB_ATLAS_PRIVATE_KEY'),
        },
    };
}

;// CONCATENATED MODULE: ./build/input/target.js







/** The three ways to say which projects. */
const TARGETS = ['project-id', 'config-file', 'org-id'];
/** More jobs than a matrix can have. */
const MAX_SHARDS = 1000;
/** Where the one project is named; the environment fills in only if none of the three is given. */
function projectIdSource(input, env) {
    const isGiven = TARGETS.some((name) => input(name) !== '');
    return isGiven ? readSource(input, 'project-id') : readSource(env, 'MONGODB_ATLAS_PROJECT_ID');
}
/**
 * Reads which projects, and what is wanted of them.
 *
 * @param inputErrors takes what is wrong
 * @returns undefined only if something is wrong
 */
async function readTarget(mode, input, env, secrets, inputErrors) {
    const given = TARGETS.filter((name) => input(name) !== '');
    if (given.length > 1) {
        inputErrors.add(`Give exactly one of \`project-id\`, \`config-file\` and \`org-id\`, not ${given.map((name) => `\`${name}\``).join(' and ')}.`);
    }
    const require = inputErrors.attempt(() => readRequire(input('require'), mode)) ?? [];
    if (input('config-file') !== '')
        return await readConfigTarget(mode, input, env, secrets, inputErrors, require);
    const wanted = await readDesiredState(mode, input, secrets, inputErrors);
    const wish = { require, ...wanted.desired };
    if (input('org-id') !== '') {
        if (mode !== 'verify')
            inputErrors.add('Input `org-id` belongs to `mode: verify` alone; for other modes list the projects in a `config-file`.');
        const id = inputErrors.attempt(() => (0,scalars/* parseHexId */.iI)('Input `org-id`', input('org-id')));
        return id === undefined
            ? undefined
            : { target: { kind: 'organization', id, wanted: wish }, warnings: wanted.warnings };
    }
    const id = inputErrors.attempt(() => readProjectId(projectIdSource(input, env)));
    if (id === undefined)
        return undefined;
    const project = { id, name: null, ...wish };
    return { target: { kind: 'project', projects: [project] }, warnings: wanted.warnings };
}
async function readConfigTarget(mode, input, env, secrets, inputErrors, require) {
    const file = input('config-file');
    const beside = ['provider', 'enabled', 'enabled-for-search-nodes', 'fields'].filter((name) => input(name) !== '');
    const fields = providers/* PROVIDER_LIST */.Pj.flatMap((provider) => (0,provider_fields/* givenFieldInputs */.$S)(provider, input));
    const foreign = [...beside, ...fields].map((name) => `\`${name}\``);
    if (foreign.length > 0)
        inputErrors.add(`${foreign.join(', ')}: cannot stand beside \`config-file\`; write it in the file.`);
    // The YAML parser and the schema are loaded only if there is a file to read.
    const { readConfigFile } = await Promise.all(/* import() | config-file */[__nccwpck_require__.e("zod"), __nccwpck_require__.e("yaml"), __nccwpck_require__.e("config-file")]).then(__nccwpck_require__.bind(__nccwpck_require__, 8463));
    const read = inputErrors.attempt(() => readConfigFile(file, mode, env, secrets, inputErrors));
    if (read === undefined)
        return undefined;
    const projects = read.map((project) => ({ ...project, require: [...new Set([...project.require, ...require])] }));
    const warnings = projects.flatMap(({ providers }) => providers.flatMap((provider) => (0,provider_fields/* regionWarning */.pz)(provider) ?? []));
    return { target: { kind: 'config-file', file, projects }, warnings: [...new Set(warnings)] };
}
function readRequire(text, mode) {
    const words = (0,scalars/* parseList */.E1)(text);
    if (text !== '' && words.length === 0)
        throw new input_errors/* InputError */.d('Input `require` names no condition.');
    if (words.length > 0 && mode !== 'verify' && mode !== 'drift') {
        throw new input_errors/* InputError */.d('Input `require` is checked by `mode: verify` and `mode: drift` only; remove it, or change the mode.');
    }
    return words.map((word) => (0,scalars/* parseChoice */.HU)('Every word of input `require`', word, conditions/* CONDITIONS */.V));
}
function readProjectId({ name, text }) {
    if (text !== '')
        return (0,scalars/* parseHexId */.iI)(name, text);
    throw new input_errors/* InputError */.d('Input `project-id` is needed: the 24 hexadecimal digits in the URL of the project in Atlas (or `config-file`, or ' +
        'with `mode: verify` an `org-id`).');
}
/** `i/n`, counted from 1. @throws InputError */
function parseShard(name, text) {
    const [, index, count] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
    if (index !== undefined && count !== undefined && index >= 1 && index <= count && count <= MAX_SHARDS) {
        return { index, count, text };
    }
    throw new input_errors/* InputError */.d(`${name} must be \`i/n\` with i from 1 to n, such as \`2/4\`, and n at most ${MAX_SHARDS}.`);
}

// EXTERNAL MODULE: ./build/input/workspace.js
var workspace = __nccwpck_require__(2642);
;// CONCATENATED MODULE: ./build/input/merge-settings.js





/** Inputs that would change a verdict, which `merge` only joins: a gate must not look narrower or wider than it is. */
const FOREIGN = [...TARGETS, 'shard', 'require'];
/**
 * Reads what `mode: merge` takes. It asks nobody, so credentials and whatever a common `with:` block has for the runs that
 * made the reports are not looked at.
 *
 * @param timeout seconds for the whole run
 * @throws ActionError `INPUT` with all that is wrong
 */
function readMergeSettings(input, env, timeout, inputErrors) {
    const foreign = FOREIGN.filter((name) => input(name) !== '').map((name) => `\`${name}\``);
    if (foreign.length > 0)
        inputErrors.add(`${foreign.join(', ')}: not for \`mode: merge\`, which joins what other runs found; remove it.`);
    const reportFiles = input('report-files');
    if (reportFiles === '') {
        inputErrors.add('Input `report-files` is needed with `mode: merge`: a glob for the reports of the matrix, such as `reports/**/*.json`.');
    }
    const told = ['issue', 'comment'].filter((name) => input(name) !== '' && inputErrors.attempt(() => (0,scalars/* parseBoolean */.yG)(`Input \`${name}\``, input(name))) === true);
    inputErrors.throwIfAny();
    const ignored = [
        ...told,
        ...['provider', 'enabled', 'enabled-for-search-nodes', 'fields'].filter((name) => input(name) !== ''),
        ...providers/* PROVIDER_LIST */.Pj.flatMap((provider) => (0,provider_fields/* givenFieldInputs */.$S)(provider, input)),
    ].map((name) => `\`${name}\``);
    const warnings = ignored.length === 0 ? [] : [`\`mode: merge\` only joins reports; ignored: ${ignored.join(', ')}.`];
    return { mode: 'merge', reportFiles, workspace: (0,workspace/* workspaceOf */.B)(env), timeout, warnings };
}

// EXTERNAL MODULE: ./build/network/loopback.js
var loopback = __nccwpck_require__(6964);
;// CONCATENATED MODULE: ./build/input/parse/base-url.js


const DEFAULT_BASE_URL = 'https://cloud.mongodb.com';
const MONGODB_HOSTS = new Set(['cloud.mongodb.com', 'cloud.mongodbgov.com']);
/**
 * @param name how the setting is called where it was given, for messages
 * @throws InputError that does not quote the URL, which may hold a password
 */
function parseBaseUrl(name, text, apiVersion) {
    const wrong = (what) => new input_errors/* InputError */.d(`${name} ${what}; it must be a host such as \`${DEFAULT_BASE_URL}\`.`);
    // The URL parser would mend backslashes, tabs and missing slashes in silence.
    if (!/^https?:\/\/[^\s\\/]+/i.test(text) || /[\s\\\p{Cc}]/u.test(text) || !URL.canParse(text))
        throw wrong('is not a URL');
    const url = new URL(text);
    if (text.includes('@'))
        throw wrong('must not hold a user or password');
    if (/[?#]/.test(text))
        throw wrong('must not hold a query or fragment');
    if (url.protocol === 'http:' && !(0,loopback/* isLoopback */.U)(url.hostname))
        throw wrong('must begin with `https://`');
    const path = url.pathname.replace(/\/$/, '');
    if (path !== '' && path !== `/api/atlas/${apiVersion}`) {
        throw wrong(/^\/api\/atlas\/v[\d.]+$/.test(path)
            ? `names another version of the API than \`api-version\` (${apiVersion})`
            : 'must not hold a path');
    }
    return { origin: url.origin, isMongoDb: MONGODB_HOSTS.has(url.host) };
}

;// CONCATENATED MODULE: ./build/input/read-inputs.js











const DEFAULTS = {
    timeout: 600,
    retries: 5,
    concurrency: 8,
    propagationTimeout: 180,
    validTimeout: { apply: 60, verify: 0 },
};
/**
 * Reads everything that the workflow wants. The only reader of the action's inputs.
 *
 * @param onReportSettings told what shapes the report before anything can fail
 * @throws ActionError `INPUT` with all that is wrong, before any request
 */
async function readInputs(input, env, secrets, onReportSettings) {
    (0,mask_inputs/* protectSecrets */.t)(input, env, secrets);
    const inputErrors = new input_errors/* InputErrors */.G();
    const optional = (name, parse, fallback) => {
        const text = input(name);
        return text === '' ? fallback : (inputErrors.attempt(() => parse(`Input \`${name}\``, text)) ?? fallback);
    };
    const summary = optional('summary', scalars/* parseBoolean */.yG, true);
    const modeChoice = (label, text) => (0,scalars/* parseChoice */.HU)(label, text, [...modes/* MODES */.F, 'merge']);
    const given = optional('mode', modeChoice, undefined);
    // Apply is the default; a wrong mode is checked as if it were, to tell of other mistakes too.
    const mode = given ?? 'apply';
    const shard = optional('shard', parseShard, null);
    onReportSettings({
        mode: given ?? (input('mode') === '' ? mode : null),
        summary,
        projectId: mode === 'merge' ? null : (new input_errors/* InputErrors */.G().attempt(() => readProjectId(projectIdSource(input, env))) ?? null),
        shard: input('shard') || null,
    });
    const timeout = optional('timeout', (label, text) => (0,scalars/* parseSeconds */.fL)(label, text, 1), DEFAULTS.timeout);
    if (mode === 'merge')
        return readMergeSettings(input, env, timeout, inputErrors);
    return await readRunSettings(mode);
    async function readRunSettings(runMode) {
        const apiVersion = optional('api-version', (label, text) => (0,scalars/* parseChoice */.HU)(label, text, ['v2', 'v1.0']), 'v2');
        const baseUrl = inputErrors.attempt(() => {
            const { name, text } = input('atlas-base-url') === '' ? readSource(env, 'MONGODB_ATLAS_BASE_URL') : readSource(input, 'atlas-base-url');
            return parseBaseUrl(name, text || DEFAULT_BASE_URL, apiVersion);
        });
        const credentials = inputErrors.attempt(() => chooseCredentials(pairsOfInputs(input), pairsOfEnvironment(env), secretsAdvice(env)));
        const wanted = await readTarget(runMode, input, env, secrets, inputErrors);
        inputErrors.attempt(() => refuseReportFiles(input));
        const github = readGitHubSettings(runMode, input, env, inputErrors);
        const settings = {
            shard,
            concurrency: optional('concurrency', (label, text) => (0,scalars/* parseInteger */.cG)(label, text, { least: 1, most: 64 }), DEFAULTS.concurrency),
            envelope: optional('envelope', scalars/* parseBoolean */.yG, false),
            pretty: optional('pretty', scalars/* parseBoolean */.yG, false),
            retries: optional('retries', (label, text) => (0,scalars/* parseInteger */.cG)(label, text, { least: 0, most: 100 }), DEFAULTS.retries),
            timeout,
            limits: {
                validTimeout: optional('valid-timeout', scalars/* parseSeconds */.fL, DEFAULTS.validTimeout[runMode === 'apply' ? 'apply' : 'verify']),
                propagationTimeout: optional('propagation-timeout', scalars/* parseSeconds */.fL, DEFAULTS.propagationTimeout),
                failOnInvalid: optional('fail-on-invalid', scalars/* parseBoolean */.yG, true),
                failOnDrift: optional('fail-on-drift', scalars/* parseBoolean */.yG, true),
            },
        };
        inputErrors.throwIfAny();
        if (!wanted || !baseUrl || !credentials)
            throw new Error('an input is missing without a problem being told');
        const warnings = [...wanted.warnings, ...github.warnings, ...(apiVersion === 'v1.0' ? [V1_WARNING] : [])];
        return {
            ...settings,
            mode: runMode,
            target: wanted.target,
            credentials,
            baseUrl,
            apiVersion,
            warnings,
            github: github.settings,
        };
    }
}
const V1_WARNING = 'MongoDB has deprecated version 1.0 of the Atlas API; set `api-version: v2`, which takes the same inputs and needs a lesser role for reading.';
function refuseReportFiles(input) {
    if (input('report-files') !== '')
        throw new input_errors/* InputError */.d('Input `report-files` belongs to `mode: merge` alone; remove it, or change the mode.');
}

// EXTERNAL MODULE: ./build/modes/project-state.js
var project_state = __nccwpck_require__(3858);
;// CONCATENATED MODULE: ./build/report/log.js
/** The runner cuts annotations at 4096 characters (ExecutionContext.cs). */
const MAX_LINE_LENGTH = 4000;
/**
 * The only way into the log. Every line is made plain and has known secrets cut out, whoever wrote it: the runner takes
 * commands from anything that is printed.
 */
class Log {
    /** All warnings so far, plain, for the summary. */
    warnings = [];
    #core;
    #secrets;
    constructor(core, secrets) {
        this.#core = core;
        this.#secrets = secrets;
    }
    info(line) {
        this.#core.info(this.#secrets.sanitize(line, MAX_LINE_LENGTH));
    }
    notice(text) {
        this.#core.notice(this.#secrets.sanitize(text, MAX_LINE_LENGTH));
    }
    warning(text) {
        const warning = this.#secrets.sanitize(text, MAX_LINE_LENGTH);
        this.warnings.push(warning);
        this.#core.warning(warning);
    }
    /** Fails the step, with one error annotation. */
    fail(text) {
        this.#core.setFailed(this.#secrets.sanitize(text, MAX_LINE_LENGTH));
    }
}

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/sanitize/printable.js + 1 modules
var printable = __nccwpck_require__(4320);
// EXTERNAL MODULE: ./build/report/report.js
var report_report = __nccwpck_require__(7177);
;// CONCATENATED MODULE: ./build/report/outputs.js






const MAX_DIFFERENCES_BYTES = 256 * 1024;
const MAX_REPORT_BYTES = 512 * 1024;
const MAX_FIELD_LENGTH = 8192;
/** All outputs, each a text. JSON is written so that no value in it can start a workflow command if somebody prints it. */
function outputsOf({ report, project, told }, reportFile, secrets) {
    const { projects } = report;
    const { json, wasCut } = cutToFit(projects.flatMap(({ differences }) => differences));
    const outputs = {
        result: report.result,
        'failure-reason': report.failureReason ?? '',
        valid: String(holds(report, ({ valid }) => valid)),
        enabled: String(holds(report, ({ enabled }) => enabled)),
        changed: String(projects.some(({ changed }) => changed)),
        drifted: String(projects.some(({ drifted }) => drifted)),
        differences: json,
        'not-comparable': (0,printable/* safeJson */.o)([...new Set(projects.flatMap(({ notComparable }) => notComparable))]),
        configuration: project?.configuration ? (0,printable/* safeJson */.o)(redactReported(project.configuration, secrets)) : '',
        report: reportText(report),
        'report-file': reportFile,
        'issue-url': told.issueUrl,
        'comment-url': told.commentUrl,
    };
    return { outputs, differencesWereCut: wasCut };
}
/**
 * Whether something is true of every project that wants a provider, and there is one. An empty set of projects passes.
 * A project of which nothing is proven counts whether or not it wants one.
 */
function holds({ mode, error, projects }, is) {
    const [only] = projects;
    if (projects.length <= 1)
        return only === undefined ? error === null : is(only);
    const counted = projects.filter((project) => wantsProvider(project, mode));
    return counted.length > 0 && counted.every(is);
}
/**
 * Whether a project wants a provider to be on, read off its report alone, since that is all there is when reports of a matrix
 * are merged: a difference in `enabled` says what is wanted, without one it is as Atlas has it.
 */
function wantsProvider({ valid, failureReason, providers, differences }, mode) {
    if (valid || failureReason === 'error' || failureReason === 'invalid')
        return true;
    if (mode === 'verify')
        return providers.some(({ enabled }) => enabled);
    return providers.some(({ provider, enabled }) => {
        const switched = differences.find((difference) => difference.provider === provider && difference.field === 'enabled');
        return switched === undefined ? enabled : switched.expected === true;
    });
}
/** The longest beginning of the list whose JSON fits. */
function cutToFit(differences) {
    const pieces = differences.map((difference) => (0,printable/* safeJson */.o)(difference));
    let size = 2;
    const fitting = pieces.findIndex((piece) => {
        size += Buffer.byteLength(piece) + 1;
        return size > MAX_DIFFERENCES_BYTES;
    });
    const kept = fitting === -1 ? pieces : pieces.slice(0, fitting);
    return { json: `[${kept.join(',')}]`, wasCut: fitting !== -1 };
}
function reportText(report) {
    const whole = (0,printable/* safeJson */.o)(report);
    return Buffer.byteLength(whole) <= MAX_REPORT_BYTES ? whole : (0,printable/* safeJson */.o)({ ...report, projects: [] });
}
/** No field of Atlas's is longer than 2048 characters; a stranger's may be, and outputs have a limit. */
function cutLong(value) {
    return typeof value === 'string' && value.length > MAX_FIELD_LENGTH ? `${value.slice(0, MAX_FIELD_LENGTH)}…` : value;
}
function redactReported(reported, secrets) {
    const blocks = providers/* PROVIDER_LIST */.Pj.flatMap(({ atlasObject }) => {
        const block = reported[atlasObject];
        if (block === undefined)
            return [];
        const redacted = block && Object.fromEntries(Object.entries(block).map(([k, v]) => [k, cutLong((0,report_report/* redactValue */.FI)(v, secrets))]));
        return [[atlasObject, redacted]];
    });
    return { ...reported, ...Object.fromEntries(blocks) };
}
/**
 * Writes the whole report to a new file below `folder` (the runner's temporary folder).
 *
 * @returns its path
 * @throws the file system's error
 */
function writeReportFile(report, folder) {
    // `2/4` becomes `-2-of-4`, so that the artifacts of a matrix can lie in one folder.
    const shard = /^(\d+)\/(\d+)$/.exec(report.shard ?? '');
    const part = shard === null ? '' : `-${shard[1]}-of-${shard[2]}`;
    // A name nobody can guess, and `wx`, so that no link laid out beforehand is followed and no step writes over another's.
    const path = (0,external_node_path_.join)(folder, `atlas-encryption-at-rest-report${part}-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}.json`);
    (0,external_node_fs_.writeFileSync)(path, `${(0,printable/* safeJson */.o)(report)}\n`, { flag: 'wx', mode: 0o600 });
    return path;
}

// EXTERNAL MODULE: ./build/report/projects-verdict.js
var projects_verdict = __nccwpck_require__(581);
;// CONCATENATED MODULE: ./build/report/projects-annotations.js

/** The runner shows ten annotations of a kind for a step (ExecutionContext.cs); the tenth counts what is left. */
const MAX_ANNOTATIONS = 10;
const MAX_LENGTH = 1000;
/** Why the step fails, worst first, at most ten: what ended the run, then the projects that failed for reasons of their own. */
function projectFailures(report) {
    const { error, mode } = report;
    const failed = (0,projects_verdict/* worstFirst */.md)(report).filter(({ result }) => result === 'failed');
    const ownReasons = error === null ? failed : failed.filter((project) => project.error?.code !== error.code);
    const told = ownReasons.map((project) => `${called(project)}: ${cut((0,projects_verdict/* findingsOf */.WX)(project, mode))}`);
    return capped([...(error === null ? [] : [error.message]), ...told], 'more projects failed; the job summary lists them.');
}
/** What was found but does not fail the step, at most ten. */
function excusedProjects(report) {
    const told = report.projects.flatMap((project) => {
        const switches = (0,projects_verdict/* excuses */.fL)(project, report.mode).map((name) => `\`${name}: false\``);
        return switches.length === 0
            ? []
            : [
                `${called(project)}: ${cut((0,projects_verdict/* findingsOf */.WX)(project, report.mode))} (The step does not fail for it: ${switches.join(', ')}.)`,
            ];
    });
    return capped(told, 'more projects have findings that do not fail the step; the job summary lists them.');
}
function capped(told, words) {
    return told.length <= MAX_ANNOTATIONS
        ? [...told]
        : [...told.slice(0, MAX_ANNOTATIONS - 1), `${told.length - MAX_ANNOTATIONS + 1} ${words}`];
}
function called({ projectId, name }) {
    return name === null ? `Project ${projectId}` : `Project ${name} (${projectId})`;
}
const cut = (text) => text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH).toWellFormed()}…`;

// EXTERNAL MODULE: ./build/report/summary.js
var summary = __nccwpck_require__(4611);
// EXTERNAL MODULE: ./build/report/verdict.js
var verdict = __nccwpck_require__(7342);
;// CONCATENATED MODULE: ./build/report/publish.js






/**
 * Tells how the run ended, everywhere: log, outputs, report file, summary, exit code. Every output is written on every
 * path, into the runner's file, whose values beat anything that a forged line of the log may have set.
 *
 * @returns whether the step succeeds
 */
async function publish(outcome, destination) {
    const { core, log } = destination;
    const { report, project } = outcome;
    if (project !== null)
        logProject(project, log);
    else if (report.projects.length > 0) {
        log.info(`Result: ${report.result}. ${(0,projects_verdict/* countsOf */.mQ)(report)}.`);
        for (const warning of excusedProjects(report))
            log.warning(warning);
    }
    const unwritten = writeOutputs(outcome, destination);
    if (destination.summary)
        await writeSummary(outcome, core, destination);
    const [first, ...others] = report.failureReason === null ? [] : failuresOf(outcome);
    const failures = [[first ?? [], unwritten].flat().join(' '), ...others].filter((text) => text !== '');
    for (const failure of failures)
        log.fail(failure);
    return failures.length === 0;
}
function logProject(project, log) {
    const { status, text } = (0,verdict/* verdictOn */.Hc)(project);
    if (status !== 'bad')
        log.info(`Result: ${project.result}. ${text}`);
    for (const excused of (0,verdict/* excusedFindings */.ix)(project))
        log.warning(excused);
    if (project.stateUnknown)
        log.warning(verdict/* STATE_UNKNOWN */.V7);
}
/** One error annotation each. */
function failuresOf({ report, project }) {
    if (project === null)
        return projectFailures(report);
    if (report.error !== null)
        return [report.error.message];
    const { text, advice } = (0,verdict/* verdictOn */.Hc)(project);
    return [`${text} ${advice}`.trim()];
}
/** @returns why outputs could not be written, if they could not: a gate must not stand open for that */
function writeOutputs(outcome, { core, log, env, secrets }) {
    let reportFile = '';
    try {
        reportFile = writeReportFile(outcome.report, env.RUNNER_TEMP || (0,external_node_os_namespaceObject.tmpdir)());
    }
    catch (error) {
        log.warning(`The report file could not be written (${error.code ?? 'unknown error'}).`);
    }
    const { outputs, differencesWereCut } = outputsOf(outcome, reportFile, secrets);
    if (differencesWereCut) {
        log.warning('The output `differences` is too long and was cut; the file of the output `report-file` has all of them.');
    }
    try {
        for (const [name, value] of Object.entries(outputs))
            core.setOutput(name, value);
        return [];
    }
    catch {
        return ['The outputs could not be written to the file that GITHUB_OUTPUT names.'];
    }
}
async function writeSummary(outcome, core, { log, secrets }) {
    try {
        const markup = (0,summary/* buildSummary */.f)(outcome, log.warnings, (text, maxLength) => secrets.sanitize(text, maxLength));
        await core.summary.addRaw(markup).write();
    }
    catch {
        // The verdict stands without it; the runner offers no file outside of a job.
        log.info('The job summary could not be written.');
    }
}

// EXTERNAL MODULE: ./build/sanitize/secrets.js + 22 modules
var sanitize_secrets = __nccwpck_require__(1001);
// EXTERNAL MODULE: ./build/run/deadlines.js
var deadlines = __nccwpck_require__(7695);
;// CONCATENATED MODULE: ./build/run/run.js








/**
 * One run from top to bottom. Never throws: whatever happens ends in outputs, a summary and an exit code.
 *
 * @returns whether the step succeeds
 */
async function run(runtime) {
    const { core, env } = runtime;
    const secrets = new sanitize_secrets/* Secrets */.Sb((secret) => core.setSecret(secret));
    const log = new Log(core, secrets);
    let reporting = { mode: null, summary: true, projectId: null, shard: null };
    let outcome;
    try {
        const settings = await readInputs(core.getInput, env, secrets, (known) => {
            reporting = known;
        });
        outcome = await executeMode(settings, runtime, secrets, log);
    }
    catch (thrown) {
        outcome = failedRun((0,errors/* toReportedError */.zc)(thrown), reporting, secrets);
    }
    return await publish(outcome, { core, log, secrets, env, summary: reporting.summary });
}
/** What is needed for it is loaded only now: wrong inputs are told without it, and it is most of the action. */
async function executeMode(settings, runtime, secrets, log) {
    for (const warning of settings.warnings)
        log.warning(warning);
    if (settings.mode === 'merge') {
        const { mergeReports } = await Promise.all(/* import() */[__nccwpck_require__.e("zod"), __nccwpck_require__.e("merge")]).then(__nccwpck_require__.bind(__nccwpck_require__, 4098));
        return await (0,deadlines/* withTimeout */.wj)(settings.timeout, runtime, (signal) => mergeReports(settings, secrets, signal));
    }
    const { execute } = await Promise.all(/* import() | atlas */[__nccwpck_require__.e("zod"), __nccwpck_require__.e("undici-client"), __nccwpck_require__.e("atlas")]).then(__nccwpck_require__.bind(__nccwpck_require__, 7372));
    return await execute(settings, runtime, secrets, log);
}
function failedRun(thrown, reporting, secrets) {
    const { mode, projectId, shard } = reporting;
    const error = { code: thrown.code, message: secrets.sanitize(thrown.message, 3000) };
    const project = projectId === null || mode === 'merge'
        ? null
        : (0,project_state/* failedEarly */.FJ)(mode ?? 'apply', { id: projectId, name: null, providers: [], require: [] }, error);
    const projects = project === null ? [] : [project];
    const report = (0,report_report/* buildReport */.FK)({ mode, shard, isMultiProject: false, projects, error }, secrets);
    return { report, project, told: { issueUrl: '', commentUrl: '' } };
}
/** For what was thrown where nobody waits for it: ends the run like any other failure. It knows no secrets, and tells none. */
async function publishUncaught(thrown, { core, env }) {
    const secrets = new sanitize_secrets/* Secrets */.Sb(() => undefined);
    const log = new Log(core, secrets);
    const outcome = failedRun((0,errors/* toReportedError */.zc)(thrown), { mode: null, projectId: null, summary: false, shard: null }, secrets);
    await publish(outcome, { core, log, secrets, env, summary: false });
}


/***/ }),

/***/ 2540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   W3: () => (/* binding */ CONTROL),
/* harmony export */   Z4: () => (/* binding */ BLANK),
/* harmony export */   a$: () => (/* binding */ TEXT),
/* harmony export */   bX: () => (/* binding */ UNPRINTABLE),
/* harmony export */   t6: () => (/* binding */ SPACE)
/* harmony export */ });
/* unused harmony export IGNORABLE */
/**
 * What is removed wherever a text is shown: C0, DEL and C1 controls (a bare `\r` starts a line for the runner, ESC colors the
 * log), the Unicode line and paragraph separators, and every character that only changes how its neighbors are drawn:
 * zero-width characters and fillers, bidirectional marks, variation selectors, tags.
 */
const UNPRINTABLE = /[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800\ufff9-\ufffb]+/gu;
/** A run of whitespace and of what cannot be printed. */
const BLANK = new RegExp(`[\\s${UNPRINTABLE.source.slice(1, -2)}]+`, 'gu');
/** Visible. */
const TEXT = 1;
/** A space of any width within a line. */
const SPACE = 2;
/** Ends a line or is a control character. */
const CONTROL = 4;
/** Invisible and without width. NUL is one of them, since UTF-16 puts one beside each letter. */
const IGNORABLE = 8;
const IGNORABLE_PATTERN = /[\0\p{Default_Ignorable_Code_Point}]/u;
const CONTROL_PATTERN = new RegExp(UNPRINTABLE.source, 'u');
/** The kind of every code point that was asked for, 0 for the others: regular expressions are too slow for megabytes. */
const kinds = new Uint8Array(0x110000);
/** @returns {@link TEXT}, {@link SPACE}, {@link CONTROL} or {@link IGNORABLE} */
function kindOf(codePoint) {
    const known = kinds[codePoint];
    if (known !== 0)
        return known;
    const kind = classify(String.fromCodePoint(codePoint));
    kinds[codePoint] = kind;
    return kind;
}
function classify(character) {
    if (IGNORABLE_PATTERN.test(character))
        return IGNORABLE;
    if (CONTROL_PATTERN.test(character))
        return CONTROL;
    return /\s/.test(character) ? SPACE : TEXT;
}


/***/ }),

/***/ 4320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  g: () => (/* binding */ printable),
  o: () => (/* binding */ safeJson)
});

// EXTERNAL MODULE: ./build/sanitize/characters.js
var characters = __nccwpck_require__(2540);
;// CONCATENATED MODULE: ./build/sanitize/safe-text.js
/**
 * A template tag for our own sentences: the words of the template are safe because they are source code, and the compiler
 * refuses every part that is not safe already. The result is checked once more, since two safe texts side by side can form
 * a workflow command that neither of them holds.
 */
function safe(template, ...parts) {
    const texts = template.map((words, i) => (i < parts.length ? `${words}${String(parts[i])}` : words));
    return breakCommands(texts.join(''));
}
/** Joins texts with a separator, and breaks the workflow commands that this forms. */
function joinSafe(texts, separator) {
    return breakCommands(texts.join(separator));
}
/**
 * Breaks every workflow command with a space. The runner reads `##[command]` anywhere in a line and `::command::` at its start
 * after trimming, on stdout and on stderr (actions/runner, ActionCommand.cs). Applying it twice changes nothing.
 */
function breakCommands(text) {
    return text.replaceAll('##[', '# #[').replace(/^[^\S\r\n\u2028\u2029]*:(?=:)/gm, '$& ');
}

;// CONCATENATED MODULE: ./build/sanitize/printable.js


/** Longest external text, in UTF-16 units, that is shown. The runner cuts annotations at 4096. */
const MAX_LENGTH = 2000;
/** What comes later is never shown. A regular expression can't match a run of many millions of characters. */
const MAX_READ_LENGTH = 1_000_000;
/**
 * Makes any text one line that can be printed anywhere: without control characters, invisible characters and workflow
 * commands (see {@link breakCommands}), and cut to `maxLength` UTF-16 units. Applying it twice changes nothing.
 */
function printable(text, maxLength = MAX_LENGTH) {
    const line = breakCommands(text.slice(0, MAX_READ_LENGTH).toWellFormed().replace(characters/* BLANK */.Z4, ' ').trim());
    return (line.length <= maxLength ? line : `${line.slice(0, maxLength - 1).toWellFormed()}…`);
}
/**
 * `JSON.stringify` for outputs and files that other steps print: the same data, written so that no part of it can start a
 * workflow command, color a log or reorder a line. It doesn't redact: the texts in the value must be redacted already.
 */
function safeJson(value) {
    return JSON.stringify(value).replace(characters/* UNPRINTABLE */.bX, escapeUnits).replaceAll('##[', '#\\u0023[');
}
function escapeUnits(run) {
    let escaped = '';
    for (let i = 0; i < run.length; i += 1)
        escaped += `\\u${run.charCodeAt(i).toString(16).padStart(4, '0')}`;
    return escaped;
}


/***/ }),

/***/ 1001:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  vb: () => (/* binding */ MIN_SECRET_LENGTH),
  Sb: () => (/* binding */ Secrets),
  xc: () => (/* binding */ lastFour)
});

;// CONCATENATED MODULE: ./build/sanitize/decoding/text-view.js
/**
 * Reads a text into an empty view until the view has `limit` bytes or the text ends.
 *
 * @returns where in the text the reading stopped
 */
function readText(view, text, start, limit) {
    view.reserve(Math.min(limit, 3 * (text.length - start)) + 4);
    let i = start;
    while (i < text.length && view.length < limit) {
        i = view.putAscii(text, i, Math.min(text.length, i + limit - view.length));
        if (i === text.length || view.length === limit)
            break;
        const point = text.codePointAt(i);
        const to = point < 0x10000 ? i + 1 : i + 2;
        view.putCodePoint(point, i, to);
        i = to;
    }
    return i;
}
/** @returns the range of the text that the bytes from `first` up to and with `last` were read from */
function originalRange(view, first, last) {
    const from = view.from[first];
    const to = view.to[last];
    return view.parent === undefined ? { from, to } : originalRange(view.parent, from, to - 1);
}

// EXTERNAL MODULE: ./build/sanitize/characters.js
var characters = __nccwpck_require__(2540);
;// CONCATENATED MODULE: ./build/sanitize/decoding/ascii.js
/** Stands for the value of what is no digit. */
const NO_DIGIT = 0xff;
/** For each byte its value as a hexadecimal digit, or {@link NO_DIGIT}. */
const HEX_VALUES = new Uint8Array(256).fill(NO_DIGIT);
for (const [i, digit] of [...'0123456789abcdef'].entries()) {
    HEX_VALUES[byteOf(digit)] = i;
    HEX_VALUES[byteOf(digit.toUpperCase())] = i;
}
/** @returns the byte of an ASCII character */
function byteOf(character) {
    return character.charCodeAt(0);
}
const isDigit = (byte) => byte >= 0x30 && byte <= 0x39;
const isLetter = (byte) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
const isAlphanumeric = (byte) => isDigit(byte) || isLetter(byte);
/**
 * @param base at most 16
 * @returns the number that at most `max` digits write, and where they end
 */
function readNumber(bytes, start, base, max) {
    let value = 0;
    let i = start;
    for (; i < bytes.length && i < start + max; i += 1) {
        const digit = HEX_VALUES[bytes[i]];
        if (digit >= base)
            break;
        value = value * base + digit;
    }
    return { value, end: i };
}

;// CONCATENATED MODULE: ./build/sanitize/decoding/utf8.js
/** @returns how many bytes a character has in UTF-8 that begins with this byte; 0 if none does */
function sizeOfCharacter(lead) {
    if (lead < 0x80)
        return 1;
    if (lead < 0xc2 || lead > 0xf4)
        return 0;
    return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}
/** @returns how many bytes the character has that ends at `end`; 0 if none of several bytes does */
function sizeOfLastCharacter(bytes, end) {
    for (let size = 2; size <= 4 && size <= end; size += 1) {
        const byte = bytes[end - size];
        if (byte >= 0xc0)
            return sizeOfCharacter(byte) === size ? size : 0;
        if (byte < 0x80)
            return 0;
    }
    return 0;
}
/** @returns the code point of the character of several bytes that begins at `start`; a surrogate counts as one */
function readCodePoint(bytes, start, size) {
    let point = bytes[start] & (0xff >> (size + 1));
    for (let i = start + 1; i < start + size; i += 1)
        point = (point << 6) | (bytes[i] & 0x3f);
    return point;
}
/** @returns the bytes of a character beyond ASCII, a surrogate being one */
function utf8Bytes(point) {
    const last = 0x80 | (point & 0x3f);
    if (point < 0x800)
        return [0xc0 | (point >> 6), last];
    const third = 0x80 | ((point >> 6) & 0x3f);
    if (point < 0x10000)
        return [0xe0 | (point >> 12), third, last];
    return [0xf0 | (point >> 18), 0x80 | ((point >> 12) & 0x3f), third, last];
}
const isHighSurrogate = (point) => point >= 0xd800 && point <= 0xdbff;
const isLowSurrogate = (point) => point >= 0xdc00 && point <= 0xdfff;
/** @returns the code point that the halves of a surrogate pair stand for */
function joinSurrogates(high, low) {
    return 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
}

;// CONCATENATED MODULE: ./build/sanitize/decoding/view.js



/** Between two parts of a view that don't belong together. No UTF-8 text has this byte. */
const BREAK = 0xff;
const EQUALS = byteOf('=');
/**
 * One way to read a text: its bytes, in UTF-8 unless something else was encoded, without what can't be seen. Of a run of spaces
 * one is left, and none of a run with a line break or a control character in it, nor an equals sign before it. For each byte a view knows where it comes from.
 * Views are large and short-lived, so they are used again: see {@link reset}.
 */
class View {
    bytes = new Uint8Array(0);
    /** The range in {@link parent}, or in the text itself, of what became the byte. */
    from = new Int32Array(0);
    to = new Int32Array(0);
    /** 1 if something with a line break or a control character in it was left out before the byte. */
    gaps = new Uint8Array(0);
    length = 0;
    /** The view that this one was decoded from; undefined if it was read from the text itself. */
    parent = undefined;
    /** How often bytes were decoded on the way to it, from base64, hexadecimal digits or numbers. */
    byteDepth = 0;
    /** The kinds of the characters that were left out since the last byte, and where they begin. */
    #gap = 0;
    #gapFrom = 0;
    /** Empties the view. */
    reset(parent, byteDepth) {
        this.parent = parent;
        this.byteDepth = byteDepth;
        this.truncate(0);
        return this;
    }
    /** Drops all bytes from the given one on. */
    truncate(length) {
        this.length = length;
        this.#gap = 0;
    }
    /** Makes room, which {@link put} takes for granted: for a byte of each byte or space put in. */
    reserve(count) {
        const needed = this.length + count;
        if (needed <= this.bytes.length)
            return;
        const capacity = Math.max(needed, 2 * this.bytes.length);
        this.bytes = grown(new Uint8Array(capacity), this.bytes);
        this.gaps = grown(new Uint8Array(capacity), this.gaps);
        this.from = grown(new Int32Array(capacity), this.from);
        this.to = grown(new Int32Array(capacity), this.to);
    }
    part(start, end) {
        return { bytes: this.bytes.subarray(start, end), gaps: this.gaps.subarray(start, end), start };
    }
    /**
     * Puts in the characters of a text up to the first one that is not a visible character of ASCII, or up to `end`.
     *
     * @returns where it stopped
     */
    putAscii(text, start, end) {
        if (this.#gap !== 0 || start >= end)
            return start;
        const { bytes, from, to, gaps, length } = this;
        const shift = length - start;
        let i = start;
        for (; i < end; i += 1) {
            const unit = text.charCodeAt(i);
            if (unit >= 0x80 || (0,characters/* kindOf */.I)(unit) !== characters/* TEXT */.a$)
                break;
            bytes[i + shift] = unit;
            from[i + shift] = i;
            to[i + shift] = i + 1;
            gaps[i + shift] = 0;
        }
        this.length = i + shift;
        return i;
    }
    put(byte, from, to) {
        if (byte < 0x80) {
            const kind = (0,characters/* kindOf */.I)(byte);
            if (kind === characters/* TEXT */.a$)
                this.#append(byte, from, to);
            else
                this.#leaveOut(kind, from);
        }
        else {
            this.#append(byte, from, to);
            if (byte < 0xc0)
                this.#checkCharacter();
        }
    }
    /** Puts a character in as UTF-8. The halves of a surrogate pair may come one by one. */
    putCodePoint(point, from, to) {
        if (point < 0x80) {
            this.put(point, from, to);
            return;
        }
        const kind = (0,characters/* kindOf */.I)(point);
        if (kind !== characters/* TEXT */.a$) {
            this.#leaveOut(kind, from);
            return;
        }
        for (const byte of utf8Bytes(point))
            this.#append(byte, from, to);
        if (isLowSurrogate(point))
            this.#checkCharacter();
    }
    /** Notes that a line break or a control character was left out here. */
    leaveGap(from) {
        this.#leaveOut(characters/* CONTROL */.W3, from);
    }
    /** Ends a part: what comes next doesn't belong to it. */
    break() {
        this.#gap = 0;
        const end = this.length === 0 ? 0 : this.to[this.length - 1];
        this.#append(BREAK, end, end);
    }
    #append(byte, from, to) {
        const gap = this.#gap === 0 ? 0 : this.#closeGap(from);
        this.#write(byte, from, to, gap);
    }
    #write(byte, from, to, gap) {
        const { length } = this;
        this.bytes[length] = byte;
        this.from[length] = from;
        this.to[length] = to;
        this.gaps[length] = gap;
        this.length = length + 1;
    }
    #leaveOut(kind, from) {
        if (this.#gap === 0)
            this.#gapFrom = from;
        this.#gap |= kind;
    }
    /** Writes the space that stands for what was left out, if it does. @returns what `gaps` has for the next byte */
    #closeGap(from) {
        const gap = this.#gap;
        this.#gap = 0;
        if ((gap & characters/* CONTROL */.W3) !== 0)
            return this.#joinLines() && (gap & characters/* SPACE */.t6) === 0 ? 0 : 1;
        if ((gap & characters/* SPACE */.t6) !== 0)
            this.#write(0x20, this.#gapFrom, from, 0);
        return 0;
    }
    /** Quoted-printable breaks a line anywhere, after an equals sign. @returns whether there was one, which is dropped */
    #joinLines() {
        if (this.length === 0 || this.bytes[this.length - 1] !== EQUALS)
            return false;
        this.length -= 1;
        return true;
    }
    /** Takes the last character back if it can't be seen, and joins the halves of a surrogate pair. */
    #checkCharacter() {
        const size = sizeOfLastCharacter(this.bytes, this.length);
        if (size === 0)
            return;
        const start = this.length - size;
        const point = readCodePoint(this.bytes, start, size);
        if (point > 0x10ffff)
            return;
        const to = this.to[this.length - 1];
        const kind = (0,characters/* kindOf */.I)(point);
        if (kind !== characters/* TEXT */.a$) {
            const from = this.#takeBack(start);
            this.#leaveOut(kind, from);
        }
        else if (isLowSurrogate(point) && sizeOfLastCharacter(this.bytes, start) === 3) {
            const high = readCodePoint(this.bytes, start - 3, 3);
            if (isHighSurrogate(high))
                this.putCodePoint(joinSurrogates(high, point), this.#takeBack(start - 3), to);
        }
    }
    /** Drops all bytes from the given one on, but not the gap before it. @returns where it began */
    #takeBack(start) {
        this.length = start;
        this.#gapFrom = this.from[start];
        if (this.gaps[start] === 1)
            this.#gap = characters/* CONTROL */.W3;
        return this.#gapFrom;
    }
}
function grown(larger, old) {
    larger.set(old);
    return larger;
}

;// CONCATENATED MODULE: ./build/sanitize/decoding/byte-run.js

/** What escape sequences of text begin with ends a run, since they are decoded first. An equals sign is also padding. */
const ENDS = '%&\\';
/** Like {@link SEPARATOR}, and a zero that stands alone before it belongs to it, as in `0x73`. */
const PREFIX = 0xfd;
/** Not a digit, but something that can stand between two digits. */
const SEPARATOR = 0xfe;
/** Ends a run. */
const END = 0xff;
/** @returns for each byte {@link SEPARATOR} if it is an ASCII character that can stand between two digits, or else {@link END} */
function separatorKinds() {
    const kinds = new Uint8Array(256).fill(END);
    kinds.fill(SEPARATOR, 0, 0x80);
    for (const character of ENDS)
        kinds[byteOf(character)] = END;
    return kinds;
}
/** Digits in base 16 or 64 without what stands between them, and their indexes in a view. Used again, since it can be large. */
class Digits {
    values = new Uint8Array(0);
    #positions = new Int32Array(0);
    #bytes = new Uint8Array(0);
    length = 0;
    /**
     * Takes in the next run of a part.
     *
     * @param kinds for each byte its value as a digit, or one of the above
     * @returns where the run ends
     */
    read(part, first, kinds) {
        const { bytes, start } = part;
        this.#makeRoom(bytes.length - first);
        const { values } = this;
        const positions = this.#positions;
        let length = 0;
        let i = first;
        for (; i < bytes.length; i += 1) {
            const kind = kinds[bytes[i]];
            if (kind < PREFIX) {
                values[length] = kind;
                positions[length] = start + i;
                length += 1;
            }
            else if (kind === END) {
                break;
            }
            else if (kind === PREFIX && this.#isLoneZero(length - 1, part, i - 1)) {
                length -= 1;
            }
        }
        this.length = length;
        return i;
    }
    #makeRoom(count) {
        if (this.values.length >= count)
            return;
        this.values = new Uint8Array(2 * count);
        this.#positions = new Int32Array(2 * count);
        this.#bytes = new Uint8Array(2 * count);
    }
    #isLoneZero(index, { gaps, start }, i) {
        if (this.values[index] !== 0 || this.#positions[index] !== start + i)
            return false;
        return gaps[i] === 1 || this.#positions[index - 1] !== start + i - 1;
    }
    /** @returns room for the bytes that digits stand for, at most as many as there are digits */
    roomFor(count) {
        return this.#bytes.subarray(0, count);
    }
    /**
     * @param bytes what the digits from `skip` on stand for
     * @param bits of a digit
     */
    runOf(bytes, bits, skip) {
        return new DigitRun(bytes, this.#positions.subarray(skip), bits);
    }
}
/** Bytes that digits stand for. */
class DigitRun {
    bytes;
    /** The indexes of the digits. */
    #positions;
    #bits;
    constructor(bytes, positions, bits) {
        this.bytes = bytes;
        this.#positions = positions;
        this.#bits = bits;
    }
    firstOf(index) {
        return this.#positions[Math.floor((8 * index) / this.#bits)];
    }
    lastOf(index) {
        return this.#positions[Math.floor((8 * index + 7) / this.#bits)];
    }
    put(start, end, out) {
        const { bytes } = this;
        const positions = this.#positions;
        const bits = this.#bits;
        let digit = Math.floor((8 * start) / bits);
        // The bits of the first digit that belong to the byte before.
        let used = 8 * start - bits * digit;
        for (let i = start; i < end; i += 1) {
            out.put(bytes[i], positions[digit], positions[digit + 1] + 1);
            used += 8 - bits;
            digit += 1;
            if (used >= bits) {
                used -= bits;
                digit += 1;
            }
        }
    }
}

;// CONCATENATED MODULE: ./build/sanitize/decoding/base64.js


/** For each byte its value in base64 or base64url. With the rest of ASCII base64 can be wrapped or quoted. */
const KINDS = separatorKinds();
for (const [i, letter] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries()) {
    KINDS[byteOf(letter)] = i;
}
KINDS[byteOf('-')] = 62;
KINDS[byteOf('_')] = 63;
const digits = new Digits();
/** Decodes the base64 in a part of a view, wherever it begins: all words of the part count as base64 that was wrapped. */
const decodeBase64 = (part, minLength, emit) => {
    const { bytes } = part;
    for (let i = 0; i < bytes.length; i += 1) {
        if (KINDS[bytes[i]] >= SEPARATOR)
            continue;
        i = digits.read(part, i, KINDS);
        if (6 * digits.length < 8 * minLength)
            continue;
        // A secret can begin at any of the four digits that hold three bytes.
        for (let skip = 0; skip < 4; skip += 1)
            emit(digits.runOf(joinSextets(skip), 6, skip));
    }
};
/** @returns the bytes of the digits from `skip` on, without one that is not complete; valid until the next call */
function joinSextets(skip) {
    const { values, length } = digits;
    const bytes = digits.roomFor(Math.floor((6 * (length - skip)) / 8));
    for (let i = skip, k = 0; k < bytes.length; i += 4, k += 3) {
        // What is missing at the end is not needed for a whole byte.
        const [second, third] = [values[i + 1], values[i + 2]];
        bytes[k] = (values[i] << 2) | (second >> 4);
        bytes[k + 1] = (second << 4) | (third >> 2);
        bytes[k + 2] = (third << 6) | values[i + 3];
    }
    return bytes;
}

;// CONCATENATED MODULE: ./build/sanitize/decoding/html-entities.js
/** Names of HTML entities and the characters that they stand for, in the same order. */
const PUNCTUATION_NAMES = 'amp lt gt quot apos plus sol equals percnt colon semi comma period excl quest num dollar ast lowbar commat bsol grave hat lpar rpar lsqb rsqb lcub rcub verbar';
const PUNCTUATION = '&<>"\'+/=%:;,.!?#$*_@\\`^()[]{}|';
/** The names of U+00A0 to U+00FF. */
const LATIN_1_NAMES = 'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest ' +
    'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
    'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
/** What has no width or is a blank, by its code point. */
const INVISIBLE = {
    Tab: 0x09,
    NewLine: 0x0a,
    ensp: 0x2002,
    emsp: 0x2003,
    thinsp: 0x2009,
    ZeroWidthSpace: 0x200b,
    NegativeVeryThinSpace: 0x200b,
    NegativeThinSpace: 0x200b,
    NegativeMediumSpace: 0x200b,
    NegativeThickSpace: 0x200b,
    zwnj: 0x200c,
    zwj: 0x200d,
    lrm: 0x200e,
    rlm: 0x200f,
    NoBreak: 0x2060,
    ApplyFunction: 0x2061,
    af: 0x2061,
    InvisibleTimes: 0x2062,
    it: 0x2062,
    InvisibleComma: 0x2063,
    ic: 0x2063,
};
const CODE_POINTS = new Map([
    ...PUNCTUATION_NAMES.split(' ').map((name, i) => [name, PUNCTUATION.charCodeAt(i)]),
    ...LATIN_1_NAMES.split(' ').map((name, i) => [name, 0xa0 + i]),
    ...Object.entries(INVISIBLE),
    ...Object.entries(INVISIBLE).map(([name, point]) => [name.toLowerCase(), point]),
]);
const MAX_ENTITY_NAME_LENGTH = 'NegativeVeryThinSpace'.length;
/** @returns the code point that `&name;` stands for; undefined if it is unknown. `&AMP;` is a name as well. */
function entityCodePoint(name) {
    return CODE_POINTS.get(name) ?? CODE_POINTS.get(name.toLowerCase());
}

;// CONCATENATED MODULE: ./build/sanitize/decoding/escape-sequences.js


const MAX_CODE_POINT = 0x10ffff;
const REPLACEMENT_CHARACTER = 0xfffd;
/** The first byte that is no ASCII. */
const BEYOND_ASCII = 0x80;
/** Leading zeros included. */
const MAX_ENTITY_DIGITS = 10;
const HASH = byteOf('#');
const LETTER_U = byteOf('u');
const LETTER_X = byteOf('x');
const SEMICOLON = byteOf(';');
const OPEN_BRACE = byteOf('{');
const CLOSE_BRACE = byteOf('}');
/** Letters after a backslash, and the control characters that they stand for. */
const CONTROL_LETTERS = new Map([...'abtnvfre'].map((letter, i) => [byteOf(letter), letter === 'e' ? 0x1b : 7 + i]));
/** How many hexadecimal digits follow `\x`, `\u` and `\U`. */
const HEX_LENGTHS = new Map([
    [byteOf('x'), 2],
    [byteOf('u'), 4],
    [byteOf('U'), 8],
]);
const READERS = new Map([
    [byteOf('&'), readEntity],
    [byteOf('\\'), readBackslash],
    [byteOf('%'), readPercent],
    [byteOf('='), readQuotedPrintable],
]);
/** The bytes that an escape sequence can begin with, one for each family. */
const ESCAPE_LEADS = [...READERS.keys()];
/**
 * Reads an escape sequence of HTML, JSON, JavaScript, C, shells, URLs or quoted-printable.
 *
 * @returns undefined if none begins at `start`
 */
function readEscape(bytes, start) {
    return READERS.get(bytes[start])?.(bytes, start);
}
/** `&#65;` and `&#x41;`, also without the semicolon, as readers of HTML take them, and `&amp;`. */
function readEntity(bytes, start) {
    if (bytes[start + 1] !== HASH)
        return readNamedEntity(bytes, start);
    const isHex = ((bytes[start + 2] ?? 0) | 0x20) === LETTER_X;
    const first = start + (isHex ? 3 : 2);
    const { value, end } = readNumber(bytes, first, isHex ? 16 : 10, MAX_ENTITY_DIGITS);
    if (end === first)
        return undefined;
    return {
        value: value > MAX_CODE_POINT ? REPLACEMENT_CHARACTER : value,
        isByte: false,
        end: bytes[end] === SEMICOLON ? end + 1 : end,
    };
}
function readNamedEntity(bytes, start) {
    let name = '';
    let i = start + 1;
    for (; isAlphanumeric(bytes[i] ?? 0) && name.length <= MAX_ENTITY_NAME_LENGTH; i += 1) {
        name += String.fromCharCode(bytes[i]);
    }
    const value = bytes[i] === SEMICOLON ? entityCodePoint(name) : undefined;
    if (value !== undefined)
        return { value, isByte: false, end: i + 1 };
    const [prefix] = /^(amp|lt|gt|quot)/i.exec(name) ?? [];
    if (prefix === undefined)
        return undefined;
    return { value: entityCodePoint(prefix), isByte: false, end: start + 1 + prefix.length };
}
function readBackslash(bytes, start) {
    const letter = bytes[start + 1] ?? BEYOND_ASCII;
    const hexLength = HEX_LENGTHS.get(letter);
    if (hexLength !== undefined)
        return readHexOrBraces(bytes, start + 2, hexLength);
    const octal = readNumber(bytes, start + 1, 8, 3);
    if (octal.end > start + 1)
        return octal.value > 0xff ? undefined : { ...octal, isByte: true };
    const control = CONTROL_LETTERS.get(letter);
    if (control !== undefined)
        return { value: control, isByte: true, end: start + 2 };
    // A backslash before an escape sequence of another family is a character of its own.
    const isOther = READERS.has(letter) && letter !== bytes[start];
    if (letter >= BEYOND_ASCII || isAlphanumeric(letter) || isOther)
        return undefined;
    return { value: letter, isByte: true, end: start + 2 };
}
/** So many digits, or any number of them in braces, after `\\x` or `\\u`. */
function readHexOrBraces(bytes, start, length) {
    if (bytes[start] !== OPEN_BRACE)
        return readHex(bytes, start, length);
    const { value, end } = readNumber(bytes, start + 1, 16, 8);
    return bytes[end] === CLOSE_BRACE && value <= MAX_CODE_POINT ? { value, isByte: false, end: end + 1 } : undefined;
}
/** So many digits. Two are a byte, more are a code point. */
function readHex(bytes, start, length) {
    const { value, end } = readNumber(bytes, start, 16, length);
    return end === start + length && value <= MAX_CODE_POINT ? { value, isByte: length === 2, end } : undefined;
}
/** `%41`, and `%u0041` of the old `escape()`. */
function readPercent(bytes, start) {
    return bytes[start + 1] === LETTER_U ? readHex(bytes, start + 2, 4) : readHex(bytes, start + 1, 2);
}
/**
 * `=3D`. Codes of letters and digits are left: an encoder has no reason to write them, and ordinary texts are full of `name=ab12`. A
 * text in which every byte is encoded is read as hexadecimal bytes.
 */
function readQuotedPrintable(bytes, start) {
    const code = readHex(bytes, start + 1, 2);
    return code === undefined || isAlphanumeric(code.value) ? undefined : code;
}

;// CONCATENATED MODULE: ./build/sanitize/decoding/escapes.js


const PLUS = byteOf('+');
const BLANK = byteOf(' ');
/** What a byte can be, apart from itself: the start of an escape sequence, or a blank. */
const LEAD = 1;
const BLANK_IN_FORMS = 2;
/** A short text can be form data even if nothing in it had to be escaped. */
const MAX_SHORT_LENGTH = 2000;
const FORM_ROLES = rolesOf(ESCAPE_LEADS).with(PLUS, BLANK_IN_FORMS);
const PERCENT_ROLES = rolesOf([byteOf('%')]);
/** Decodes one level of escape sequences. Those of all families are decoded together, since a text can mix them. */
const decodeEscapes = escapeDecoder(ESCAPE_LEADS);
/** Decodes one level of escape sequences in a part that can be form data, where a plus stands for a blank. */
const decodeFormData = (part, out) => {
    if (!part.bytes.includes(PLUS))
        return;
    if (part.bytes.length <= MAX_SHORT_LENGTH || hasEscape(part.bytes, PERCENT_ROLES))
        decode(part, FORM_ROLES, out);
};
/** @returns a decoder for the families of escape sequences that begin with these bytes */
function escapeDecoder(leads) {
    const roles = rolesOf(leads);
    return (part, out) => {
        if (hasEscape(part.bytes, roles))
            decode(part, roles, out);
    };
}
/** @returns for each byte its role, or 0 */
function rolesOf(leads) {
    const roles = new Uint8Array(256);
    for (const lead of leads)
        roles[lead] = LEAD;
    return roles;
}
function hasEscape(bytes, roles) {
    for (let i = 0; i < bytes.length; i += 1) {
        if (roles[bytes[i]] === LEAD && readEscape(bytes, i) !== undefined)
            return true;
    }
    return false;
}
function decode({ bytes, gaps, start }, roles, out) {
    out.reserve(bytes.length + 1);
    for (let i = 0; i < bytes.length;) {
        const byte = bytes[i];
        const role = roles[byte];
        if (gaps[i] === 1)
            out.leaveGap(start + i);
        const escaped = role === LEAD ? readEscape(bytes, i) : undefined;
        const end = escaped === undefined ? i + 1 : escaped.end;
        if (escaped === undefined)
            out.put(role === BLANK_IN_FORMS ? BLANK : byte, start + i, start + end);
        else if (escaped.isByte)
            out.put(escaped.value, start + i, start + end);
        else
            out.putCodePoint(escaped.value, start + i, start + end);
        i = end;
    }
    out.break();
}

;// CONCATENATED MODULE: ./build/sanitize/decoding/hex.js


/** For each byte its value as a digit. Colons, blanks and `0x` can stand between two bytes, but no other letters. */
const hex_KINDS = separatorKinds();
for (let byte = 0; byte < 0x80; byte += 1) {
    if (isLetter(byte))
        hex_KINDS[byte] = END;
    if (HEX_VALUES[byte] !== NO_DIGIT)
        hex_KINDS[byte] = HEX_VALUES[byte];
}
hex_KINDS[byteOf('x')] = PREFIX;
hex_KINDS[byteOf('X')] = PREFIX;
const hex_digits = new Digits();
/** Decodes the hexadecimal bytes in a part of a view, also in groups and with anything but letters between them. */
const decodeHex = (part, minLength, emit) => {
    const { bytes } = part;
    for (let i = 0; i < bytes.length; i += 1) {
        i = startOfRun(bytes, i, 2 * minLength);
        if (i === bytes.length)
            return;
        i = hex_digits.read(part, i, hex_KINDS);
        if (hex_digits.length < 2 * minLength)
            continue;
        for (const skip of [0, 1])
            emit(hex_digits.runOf(joinNibbles(skip), 4, skip));
    }
};
/** @returns where so many bytes in a row can be in a run; the length of the bytes if they can't anywhere */
function startOfRun(bytes, start, length) {
    let first = start;
    let i = start + length - 1;
    while (i < bytes.length) {
        // Words end runs everywhere, so it is faster to look for their letters from the end.
        while (i >= first && hex_KINDS[bytes[i]] !== END)
            i -= 1;
        if (i < first)
            return first;
        first = i + 1;
        i += length;
    }
    return bytes.length;
}
/** @returns the bytes of the digits from `skip` on; valid until the next call */
function joinNibbles(skip) {
    const { values, length } = hex_digits;
    const bytes = hex_digits.roomFor((length - skip) >> 1);
    for (let i = skip, k = 0; k < bytes.length; i += 2, k += 1) {
        bytes[k] = (values[i] << 4) | values[i + 1];
    }
    return bytes;
}

;// CONCATENATED MODULE: ./build/sanitize/decoding/number-lists.js



/** Longer numbers are no bytes and no code points. */
const MAX_DIGITS = 7;
const DOUBLE_QUOTE = byteOf('"');
const COLON = byteOf(':');
const LETTER_O = byteOf('o');
const number_lists_KINDS = separatorKinds();
/** The bytes of a list of numbers, and the indexes of the digits in which they are written. Used again, since it can be large. */
class NumberList {
    #base;
    #max;
    #bytes = new Uint8Array(0);
    #firsts = new Int32Array(0);
    #lasts = new Int32Array(0);
    #length = 0;
    /** @param max larger numbers are not in the list */
    constructor(base, max) {
        this.#base = base;
        this.#max = max;
    }
    /** Empties the list and makes room. */
    reset(count) {
        this.#length = 0;
        if (this.#bytes.length >= count)
            return;
        this.#bytes = new Uint8Array(2 * count);
        this.#firsts = new Int32Array(2 * count);
        this.#lasts = new Int32Array(2 * count);
    }
    /** Adds a number that is written in a part. @returns whether it can be in the list */
    add({ bytes, start }, first, end) {
        const number = readNumber(bytes, first, this.#base, Math.min(end - first, MAX_DIGITS));
        if (number.end !== end || number.value > this.#max)
            return false;
        const { value } = number;
        if (value <= 0xff) {
            this.#append(value, start + first, start + end - 1);
            return true;
        }
        // The code point of a character is put into UTF-8.
        for (const byte of utf8Bytes(value))
            this.#append(byte, start + first, start + end - 1);
        return true;
    }
    #append(byte, first, last) {
        this.#bytes[this.#length] = byte;
        this.#firsts[this.#length] = first;
        this.#lasts[this.#length] = last;
        this.#length += 1;
    }
    /** Ends the list. */
    end(minLength, emit) {
        const length = this.#length;
        this.#length = 0;
        if (length < minLength)
            return;
        const bytes = this.#bytes.subarray(0, length);
        const firsts = this.#firsts;
        const lasts = this.#lasts;
        emit({
            bytes,
            firstOf: (index) => firsts[index],
            lastOf: (index) => lasts[index],
            put: (start, end, out) => {
                for (let i = start; i < end; i += 1)
                    out.put(bytes[i], firsts[i], lasts[i] + 1);
            },
        });
    }
    /** Whether something stands between two numbers that can't stand there in a list. */
    isEndedBetween(bytes, start, end) {
        for (let i = start; i < end; i += 1) {
            const byte = bytes[i];
            const isPrefix = this.#base === 8 && byte === LETTER_O;
            if (isLetter(byte) ? !isPrefix : number_lists_KINDS[byte] === END)
                return true;
        }
        return false;
    }
}
const LISTS = [new NumberList(10, 0x10ffff), new NumberList(8, 0xff)];
/** Decodes the lists of decimal and of octal bytes in a part of a view: `[115, 101]`, `{"0":115,"1":101}`, `163 145`, `0o163`. */
const decodeNumberLists = (part, minLength, emit) => {
    const { bytes, gaps } = part;
    // A byte takes at least one digit, and a character of several bytes takes as many digits.
    for (const list of LISTS)
        list.reset(bytes.length);
    let last = 0;
    for (let i = nextDigit(bytes, 0); i < bytes.length; i = nextDigit(bytes, last)) {
        const end = endOfDigits(bytes, gaps, i);
        for (const list of LISTS) {
            if (list.isEndedBetween(bytes, last, i))
                list.end(minLength, emit);
            if (!isKey(bytes, end) && !list.add(part, i, end))
                list.end(minLength, emit);
        }
        last = end;
    }
    for (const list of LISTS)
        list.end(minLength, emit);
};
function nextDigit(bytes, start) {
    let i = start;
    while (i < bytes.length && !isDigit(bytes[i]))
        i += 1;
    return i;
}
/** Digits on two lines are two numbers. */
function endOfDigits(bytes, gaps, start) {
    let i = start + 1;
    while (isDigit(bytes[i] ?? 0) && gaps[i] === 0)
        i += 1;
    return i;
}
/** Whether the number that ends here is a key of JSON, not an item. */
function isKey(bytes, end) {
    return bytes[end] === DOUBLE_QUOTE && bytes[end + 1] === COLON;
}

;// CONCATENATED MODULE: ./build/sanitize/decoding/readable-parts.js

/** So many readable bytes make a part. Fewer turn up everywhere, and hold no secret that is encoded once more. */
const MIN_PART_LENGTH = 8;
/** For each byte whether it is ASCII that a text can hold. */
const IS_ASCII_TEXT = new Uint8Array(256);
IS_ASCII_TEXT.fill(1, 0x20, 0x7f);
for (const character of '\t\n\r')
    IS_ASCII_TEXT[character.charCodeAt(0)] = 1;
/**
 * A state machine that finds {@link MIN_PART_LENGTH} bytes of text in a row. A state is four times the count of bytes of text so far, plus
 * how many bytes the last character still lacks. `NEXT_STATE[256 * state + byte]` is the next state, {@link FOUND} the last.
 */
const FOUND = 4 * MIN_PART_LENGTH;
const NEXT_STATE = new Uint8Array(256 * FOUND);
for (let state = 0; state < FOUND; state += 1) {
    for (let byte = 0; byte < 256; byte += 1)
        NEXT_STATE[256 * state + byte] = nextState(state, byte);
}
function nextState(state, byte) {
    const count = state >> 2;
    const lacking = state & 3;
    if (isContinuation(byte))
        return lacking === 0 ? 0 : stateOf(count + 1, lacking - 1);
    const size = byte < 0x80 ? IS_ASCII_TEXT[byte] : sizeOfCharacter(byte);
    if (size === 0)
        return 0;
    return stateOf(lacking === 0 ? count + 1 : 1, size - 1);
}
function stateOf(count, lacking) {
    return count === MIN_PART_LENGTH ? FOUND : 4 * count + lacking;
}
/**
 * @returns the parts of a byte string that can be text in UTF-8, or in Latin-1 with few letters beyond ASCII. Nearly all that decoding
 * makes of ordinary words is in none of them.
 */
function readableParts(bytes) {
    const parts = [];
    let state = 0;
    for (let i = 0; i < bytes.length; i += 1) {
        state = NEXT_STATE[(state << 8) | bytes[i]];
        if (state !== FOUND)
            continue;
        const first = i - MIN_PART_LENGTH + 1;
        const end = extendRight(bytes, first);
        if (end - first >= MIN_PART_LENGTH)
            parts.push({ start: extendLeft(bytes, first, parts.at(-1)?.end ?? 0), end });
        i = end - 1;
        state = 0;
    }
    return parts;
}
/** @returns the end of the text that begins with a whole character at `start` */
function extendRight(bytes, start) {
    let end = start;
    while (end < bytes.length) {
        const size = IS_ASCII_TEXT[bytes[end]] === 1 ? 1 : sizeBeyondAscii(bytes, end);
        if (size === 0)
            break;
        end += size;
    }
    return end;
}
/** @returns the start of the text that has a whole character at `start`, but none of UTF-8 before it */
function extendLeft(bytes, start, min) {
    let first = start;
    while (first > min && (IS_ASCII_TEXT[bytes[first - 1]] === 1 || isLatin1(bytes, first - 1)))
        first -= 1;
    return first;
}
/** @returns how many bytes the character has that begins here; 0 if no text has one like it */
function sizeBeyondAscii(bytes, start) {
    const size = sizeOfCharacter(bytes[start]);
    let end = start + 1;
    while (end < start + size && isContinuation(bytes[end] ?? 0))
        end += 1;
    if (size > 1 && end === start + size)
        return size;
    return isLatin1(bytes, start) ? 1 : 0;
}
/** Whether this is a byte beyond ASCII between letters of ASCII. */
function isLatin1(bytes, i) {
    if (bytes[i] < 0x80)
        return false;
    return isAscii(bytes[i - 1]) && isAscii(bytes[i + 1]) && isAscii(bytes[i + 2]);
}
function isContinuation(byte) {
    return byte >= 0x80 && byte < 0xc0;
}
/** The ends of the byte string count as text. */
function isAscii(byte) {
    return byte === undefined || IS_ASCII_TEXT[byte] === 1;
}

;// CONCATENATED MODULE: ./build/sanitize/decoding/utf16.js
/** So many bytes can lie between the NULs of two letters of ASCII: a few other characters. */
const MAX_DISTANCE = 20;
/** So many NULs make a text in UTF-16. */
const MIN_COUNT = 4;
/** Puts the parts of a run that look like UTF-16 into a view. */
function putUtf16(run, out) {
    const { bytes } = run;
    let first = 0;
    let last = 0;
    let count = 0;
    const endPart = () => {
        if (count >= MIN_COUNT)
            putPart(run, first, Math.min(last + MAX_DISTANCE, bytes.length), out);
        count = 0;
    };
    for (let i = bytes.indexOf(0); i !== -1; i = bytes.indexOf(0, i)) {
        // Letters of ASCII have their NULs at every other byte, and never two of them.
        if (bytes[i + 1] === 0) {
            while (bytes[i] === 0)
                i += 1;
            endPart();
            continue;
        }
        if (i - last > MAX_DISTANCE || (i - last) % 2 !== 0)
            endPart();
        if (count === 0)
            first = i;
        last = i;
        count += 1;
        i += 1;
    }
    endPart();
}
/** Puts bytes into a view as UTF-16 in either byte order: the NUL can stand before its letter or after it. */
function putPart(run, firstNul, end, out) {
    const start = Math.max(firstNul - MAX_DISTANCE, 0);
    for (const isLittleEndian of [true, false]) {
        const first = start + ((firstNul - start + (isLittleEndian ? 1 : 0)) % 2);
        // Three bytes of UTF-8 for two of UTF-16, and a break.
        out.reserve(2 * (end - first) + 1);
        for (let i = first; i + 1 < end; i += 2) {
            const [a, b] = [run.bytes[i], run.bytes[i + 1]];
            out.putCodePoint(isLittleEndian ? (b << 8) | a : (a << 8) | b, run.firstOf(i), run.lastOf(i + 1) + 1);
        }
        out.break();
    }
}

;// CONCATENATED MODULE: ./build/sanitize/decoding/view-decoder.js







const ESCAPE_DECODERS = [decodeEscapes, decodeFormData];
const RUN_DECODERS = [decodeBase64, decodeHex, decodeNumberLists];
/** So many encodings on top of each other are decoded, and so many of bytes among them, as in base64 of base64 in a URL. */
const MAX_DEPTH = 3;
const MAX_BYTE_DEPTH = 2;
/** No secret is shorter. */
const MIN_BYTE_STRING_LENGTH = 4;
/** It is faster to search all bytes for more strings than that than to search for one after the other. */
const MAX_BYTE_STRINGS = 32;
/** Reads a view in every other way. The views are made in buffers that are used again. */
class ViewDecoder {
    #buffers = [];
    #byteStrings;
    /** @param byteStrings what is looked for in bytes that are no text */
    constructor(byteStrings) {
        this.#byteStrings = byteStrings;
    }
    /** Calls `visit` with the view and with each one that can be decoded from it; none is to be used after the call. */
    visitAll(view, visit, depth = 0) {
        visit(view);
        if (depth === MAX_DEPTH)
            return;
        const parts = partsOf(view);
        const decoded = this.#buffer(depth);
        for (const decode of ESCAPE_DECODERS) {
            decoded.reset(view, view.byteDepth);
            for (const part of parts)
                decode(part, decoded);
            if (decoded.length > 0)
                this.visitAll(decoded, visit, depth + 1);
        }
        if (view.byteDepth === MAX_BYTE_DEPTH)
            return;
        const minLength = this.#byteStrings.length > 0 ? MIN_BYTE_STRING_LENGTH : MIN_PART_LENGTH;
        for (const decode of RUN_DECODERS) {
            decoded.reset(view, view.byteDepth + 1);
            for (const part of parts)
                decode(part, minLength, (run) => this.#putRun(run, decoded));
            if (decoded.length > 0)
                this.visitAll(decoded, visit, depth + 1);
        }
    }
    #buffer(depth) {
        const buffer = this.#buffers[depth] ?? new View();
        this.#buffers[depth] = buffer;
        return buffer;
    }
    #putRun(run, out) {
        const { bytes } = run;
        if (this.#byteStrings.length > MAX_BYTE_STRINGS) {
            view_decoder_putPart(run, 0, bytes.length, out);
            return;
        }
        putUtf16(run, out);
        for (const { start, end } of readableParts(bytes))
            view_decoder_putPart(run, start, end, out);
        if (this.#byteStrings.length === 0)
            return;
        const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
        for (const string of this.#byteStrings) {
            for (let i = buffer.indexOf(string); i !== -1; i = buffer.indexOf(string, i + string.length)) {
                view_decoder_putPart(run, i, i + string.length, out);
            }
        }
    }
}
function partsOf(view) {
    const whole = view.part(0, view.length);
    if (view.parent === undefined)
        return [whole];
    return readableParts(whole.bytes).map(({ start, end }) => view.part(start, end));
}
function view_decoder_putPart(run, start, end, out) {
    out.reserve(end - start + 1);
    run.put(start, end, out);
    out.break();
}

;// CONCATENATED MODULE: ./build/sanitize/matching/replacements.js
/** What a secret is replaced by. */
const MASK = '***';
/** Adds one to a list, or to the last of the list if it continues that one. */
function addReplacement(list, added) {
    const last = list.at(-1);
    if (last === undefined || last.replacement !== MASK || added.replacement !== MASK) {
        list.push(added);
    }
    else if (added.from >= last.from && added.from <= last.to) {
        list[list.length - 1] = { ...last, to: Math.max(last.to, added.to) };
    }
    else {
        list.push(added);
    }
}
/** @returns the same, sorted; what overlaps goes as one, and so do neighbors that are secret */
function mergeReplacements(list) {
    const merged = [];
    for (const next of list.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
        const last = merged.at(-1);
        const isSecret = last?.replacement === MASK && next.replacement === MASK;
        if (last === undefined || next.from > last.to || (next.from === last.to && !isSecret)) {
            merged.push(next);
        }
        else if (next.to > last.to || next.replacement !== last.replacement) {
            const to = Math.max(last.to, next.to);
            merged[merged.length - 1] = { from: last.from, to, replacement: MASK };
        }
    }
    return merged;
}

;// CONCATENATED MODULE: ./build/sanitize/matching/redactor.js




/** So many bytes of a text, without what can't be seen, are searched at once: some milliseconds of work. */
const MAX_WINDOW_LENGTH = 64 * 1024;
/** So many of them are searched again with the next window: no secret is longer, however it is encoded. */
const OVERLAP = 8 * 1024;
/** Replaces secrets in texts of any length, part by part. */
class Redactor {
    #matcher;
    #decoder;
    #window = new View();
    constructor(matcher) {
        this.#matcher = matcher;
        this.#decoder = new ViewDecoder(matcher.byteStrings);
    }
    /** @returns the redacted text in pieces, each of them final */
    *redact(text) {
        if (text.length < this.#matcher.minTextLength) {
            yield text;
            return;
        }
        let pending = [];
        let copied = 0;
        for (let start = 0, isLast = false; !isLast;) {
            const window = this.#search(text, start);
            const replacements = mergeReplacements([...pending, ...window.found]);
            pending = replacements.filter(({ to }) => to > window.end);
            let piece = '';
            for (const { from, to, replacement } of replacements.slice(0, replacements.length - pending.length)) {
                piece += text.slice(copied, from) + replacement;
                copied = to;
            }
            const upTo = Math.min(window.end, pending[0]?.from ?? window.end);
            yield piece + text.slice(copied, upTo);
            copied = upTo;
            start = window.end;
            isLast = window.isLast;
        }
    }
    #search(text, start) {
        const view = this.#window.reset(undefined, 0);
        const end = readText(view, text, start, MAX_WINDOW_LENGTH);
        const found = [];
        this.#decoder.visitAll(view, (decoded) => found.push(...this.#matcher.find(decoded)));
        if (end === text.length)
            return { found, end, isLast: true };
        return { found, end: view.from[view.length - OVERLAP], isLast: false };
    }
}

;// CONCATENATED MODULE: ./build/sanitize/matching/secret-encodings.js



/** The names of the characters that HTML has to escape. */
const HTML_NAMES = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' };
/** Whether a text has a character that encodings of text write as different bytes. */
const hasBeyondAscii = (text) => /[^\0-\x7f]/.test(text);
/** A text in the ways in which Unicode can write it. */
function normalFormsOf(text) {
    return [...new Set([text, text.toWellFormed(), text.normalize('NFC'), text.normalize('NFD')])];
}
/** @returns the byte strings that give the secret away but don't look like text: see {@link readableParts} */
function byteStringsOf(secret) {
    return normalFormsOf(secret).flatMap((text) => {
        const utf8 = Buffer.from(text, 'utf8');
        const short = utf8.length < MIN_PART_LENGTH ? [utf8] : [];
        return hasBeyondAscii(text) ? [...short, ...legacyEncodingsOf(text)] : short;
    });
}
/** @returns the text in UTF-16 and, if it can be, in Latin-1 */
function legacyEncodingsOf(text) {
    const utf16 = Buffer.from(text, 'utf16le');
    const latin1 = /[^\0-\xff]/.test(text) ? [] : [Buffer.from(text, 'latin1')];
    return [utf16, Buffer.from(utf16).swap16(), ...latin1];
}
/** The secret as text and as bytes, and as the text that a reader sees who takes its bytes for Latin-1 or Windows-1252. */
function encodingsOf(secret) {
    const texts = normalFormsOf(secret);
    const views = texts.map(viewOfText);
    if (!hasBeyondAscii(secret))
        return views;
    const utf8 = texts.map((text) => Buffer.from(text, 'utf8'));
    const byteStrings = texts.flatMap(legacyEncodingsOf);
    return [
        ...views,
        ...byteStrings.map(viewOfBytes),
        ...[...utf8, ...byteStrings].map((bytes) => viewOfText(bytes.toString('latin1'))),
        ...utf8.map((bytes) => viewOfText(new TextDecoder('windows-1252').decode(bytes))),
    ];
}
function viewOfText(text) {
    const view = new View();
    readText(view, text, 0, Number.POSITIVE_INFINITY);
    return view;
}
function viewOfBytes(bytes) {
    const view = new View();
    view.reserve(bytes.length);
    for (const [i, byte] of bytes.entries())
        view.put(byte, i, i + 1);
    return view;
}
/** The secret as it looks in JSON, in a URL, in a workflow command and in HTML. */
function escapesOf(secret) {
    return [
        JSON.stringify(secret).slice(1, -1),
        encodeURIComponent(secret.toWellFormed()),
        secret.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'),
        secret.replace(/[&<>"']/g, (character) => `&${HTML_NAMES[character]};`),
    ];
}

;// CONCATENATED MODULE: ./build/sanitize/matching/folding.js

/** What stands for no letter of its own wherever texts are quoted: blanks, a plus for a blank, quotes, backslashes. */
const LEFT_OUT = ' +"\'`\\';
/** For each byte what it is compared as, 0 if it is left out: letters of ASCII in lower case. */
const FOLDED = new Uint8Array(256);
for (let byte = 0; byte < 256; byte += 1) {
    const character = String.fromCharCode(byte);
    FOLDED[byte] = LEFT_OUT.includes(character) ? 0 : byte < 0x80 ? character.toLowerCase().charCodeAt(0) : byte;
}
const folding_EQUALS = byteOf('=');
/** Whether a byte can be missing from the text of a form at the start or the end of the secret. */
const canBeLeftOutAtEnd = (byte) => FOLDED[byte] === 0 || byte === folding_EQUALS;

;// CONCATENATED MODULE: ./build/sanitize/matching/secret-forms.js





/** A shorter text turns up by chance. */
const MIN_FORM_LENGTH = 4;
/** From this length on a form is known in any case. */
const MIN_ANY_CASE_LENGTH = 8;
/** A longer secret is searched for in parts, so that a part of a text that holds one is never too long. */
const MAX_FORM_LENGTH = 128;
/** A secret that looks encoded is known decoded, too, since it is decoded together with the text around it. */
const MAX_ROUNDS = 3;
/** @returns everything that gives the secret away in a view of a text */
function formsOf(secret) {
    // Most of all secrets are hashes, one for each request, which have one form.
    if (/^[A-Za-z0-9]+$/.test(secret) && secret.length <= MAX_FORM_LENGTH)
        return [formOf(secret)];
    const views = encodingsOf(secret).flatMap(readingsOf);
    const forms = views.map(fold);
    // Hardly anything is left of a secret like `%41%42%43` once it is decoded.
    if (forms.some(([form]) => form === undefined || 'literal' in form))
        forms.push(...escapesOf(secret).map(viewOfText).map(fold));
    return forms.flat();
}
/** Decode the escape sequences of all families but one. */
const DECODERS_BUT_ONE = ESCAPE_LEADS.map((lead) => escapeDecoder(ESCAPE_LEADS.filter((other) => other !== lead)));
/**
 * A text as it is read in a view. The escape sequences that a secret holds are decoded together with the text around it: all of them,
 * round after round, or all but those of the family that the secret was then escaped with.
 */
function readingsOf(view) {
    const views = [view];
    for (let i = 0, round = view; i < MAX_ROUNDS; i += 1) {
        const next = decoded(round, decodeEscapes);
        if (next.length === 0)
            break;
        views.push(next);
        round = next;
    }
    if (views.length > 1)
        views.push(...DECODERS_BUT_ONE.map((decode) => decoded(view, decode)).filter(({ length }) => length > 0));
    return views;
}
function decoded(view, decode) {
    const out = new View();
    decode(view.part(0, view.length), out);
    return out;
}
function fold(view) {
    const kept = [];
    for (let i = 0; i < view.length; i += 1)
        if (isKept(view.bytes[i]))
            kept.push(i);
    // Base64 comes with or without them, and quoted-printable takes one at the end of a line for its own.
    while (kept.length > 0 && canBeLeftOutAtEnd(view.bytes[kept.at(-1)]))
        kept.pop();
    if (kept.length < MIN_FORM_LENGTH) {
        const bytes = view.bytes.subarray(0, view.length).filter((byte) => byte !== BREAK);
        const literal = latin1(bytes).replace(/(?<=.{4})=+$/s, '');
        return literal.length < MIN_FORM_LENGTH ? [] : [{ literal }];
    }
    const count = Math.ceil(kept.length / MAX_FORM_LENGTH);
    const size = Math.ceil(kept.length / count);
    const parts = Array.from({ length: count }, (_, i) => kept.slice(i * size, (i + 1) * size));
    return parts.map((part) => formOfBytes(view, part));
}
const isKept = (byte) => byte !== BREAK && FOLDED[byte] !== 0;
/** @param kept the indexes of the bytes that the form has */
function formOfBytes(view, kept) {
    const form = formOf(latin1(Uint8Array.from(kept, (i) => view.bytes[i])));
    const gaps = new Map();
    for (const [k, i] of kept.slice(1).entries()) {
        const hasLineBreak = view.gaps[i] === 1;
        const isShort = form.exact !== undefined;
        if (hasLineBreak || i !== kept[k] + 1)
            gaps.set(k, isShort && !hasLineBreak);
    }
    return {
        ...form,
        gaps: gaps.size > 0 ? gaps : undefined,
        leading: countLeftOut(view, kept[0], -1),
        trailing: countLeftOut(view, kept.at(-1), 1),
    };
}
function formOf(exact) {
    const text = exact.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
    const isShort = text.length < MIN_ANY_CASE_LENGTH;
    return { text, exact: isShort ? exact : undefined, gaps: undefined, leading: 0, trailing: 0 };
}
/** @returns how many bytes beside the given one were left out, up to the next one that wasn't */
function countLeftOut(view, index, step) {
    let i = index + step;
    while (i >= 0 && i < view.length && canBeLeftOutAtEnd(view.bytes[i]))
        i += step;
    return Math.abs(i - index) - 1;
}
const latin1 = (bytes) => Buffer.from(bytes).toString('latin1');

;// CONCATENATED MODULE: ./build/sanitize/matching/bit-set.js
/** A set of numbers by their low bits: it never misses a number, but can take one for another. A fast answer to "surely not". */
class BitSet {
    #words;
    #mask;
    /** @param bits how many bits of a number count */
    constructor(bits) {
        this.#words = new Int32Array(2 ** bits / 32);
        this.#mask = 2 ** bits - 1;
    }
    add(value) {
        const bit = value & this.#mask;
        this.#words[bit >>> 5] = this.#words[bit >>> 5] | (1 << (bit & 31));
    }
    mayHave(value) {
        const bit = value & this.#mask;
        return ((this.#words[bit >>> 5] >>> (bit & 31)) & 1) === 1;
    }
}

;// CONCATENATED MODULE: ./build/sanitize/matching/match-range.js



/** This much of a secret gives it away where the rest can have been misread. */
const MIN_SHARE = 0.75;
/** At least so many bytes must be there; more where ordinary words can be. */
const MIN_SHARED_LENGTH = 10;
const MIN_SHARED_LENGTH_OF_BYTES = 6;
/**
 * Compares a form with a view around a byte that they seem to share.
 *
 * A character before an encoded secret can form an escape sequence with the first ones of it (as `\` before `nope%22`, or `=` before
 * `ab%2B`), so that they are missing from the view. They are then looked for in the view that this one was decoded from. If they are
 * encoded once more, that can't help, so a few missing bytes are put up with.
 *
 * @param place the end of the seed
 * @param seedLength at least so many bytes must be the same
 * @returns the range of the text that gives the secret away
 */
function locate(view, form, place, seedLength) {
    if (!isSame(view, form, place.index, place.at))
        return undefined;
    const first = walk(view, form, place, -1);
    if (place.at - first.at + 1 < seedLength)
        return undefined;
    const last = walk(view, form, place, 1);
    const start = findEdge(view, form, first, -1);
    const end = findEdge(view, form, last, 1);
    const missing = start.missing + end.missing;
    if (missing > 0) {
        const minLength = view.byteDepth > 0 ? MIN_SHARED_LENGTH_OF_BYTES : MIN_SHARED_LENGTH;
        if (form.text.length - missing < Math.max(minLength, MIN_SHARE * form.text.length))
            return undefined;
        if (start.missing > 0 && !canBeMisread(view, first.index, -1))
            return undefined;
        if (end.missing > 0 && !canBeMisread(view, last.index, 1))
            return undefined;
    }
    return { from: start.position, to: end.position };
}
/** Whether a byte or the next one in this direction is a decoded one, or something between them was left out. */
function canBeMisread(view, index, step) {
    const { from, to, parent } = view;
    if (parent === undefined)
        return false;
    if (view.byteDepth > 0)
        return true;
    const next = index + step;
    const edge = (step < 0 ? from[index] : to[index]);
    const nextEdge = next < 0 ? 0 : next >= view.length ? parent.length : (step < 0 ? to[next] : from[next]);
    const isDecoded = (i) => to[i] - from[i] > 1;
    if (nextEdge !== edge || isDecoded(index) || (next >= 0 && next < view.length && isDecoded(next)))
        return true;
    return canBeMisread(parent, step < 0 ? edge : edge - 1, step);
}
/** Follows the form from one shared byte to the last one in this direction. */
function walk(view, form, { index, at }, step) {
    let shared = { index, at };
    for (;;) {
        const next = { index: nextIndex(view, shared.index, step), at: shared.at + step };
        if (!isSame(view, form, next.index, next.at) || !hasSameGap(view, form, shared, next))
            return shared;
        shared = next;
    }
}
/** Follows the form on in the views that this one was decoded from. */
function findEdge(view, form, last, step) {
    const missing = step < 0 ? last.at : form.text.length - 1 - last.at;
    if (missing === 0)
        return { position: positionOf(view, skipLeftOut(view, last.index, form, step), step), missing };
    if (view.parent !== undefined) {
        const index = step < 0 ? view.from[last.index] : view.to[last.index] - 1;
        const edge = findEdge(view.parent, form, walk(view.parent, form, { index, at: last.at }, step), step);
        if (edge.missing === 0)
            return edge;
    }
    return { position: positionOf(view, skip(view, last.index, missing, step), step), missing };
}
/** @returns the index of the next byte that isn't left out */
function nextIndex({ bytes, length }, index, step) {
    let next = index + step;
    while (next >= 0 && next < length && FOLDED[bytes[next]] === 0)
        next += step;
    return next;
}
function isSame({ bytes, length }, { text, exact }, index, at) {
    if (index < 0 || index >= length || at < 0 || at >= text.length)
        return false;
    const byte = bytes[index];
    return FOLDED[byte] === text.charCodeAt(at) && (exact === undefined || byte === exact.charCodeAt(at));
}
/**
 * Whether what was left out between two bytes can also be left out in the secret: line breaks can come in anywhere, but blanks,
 * quotes and backslashes only where the secret has any. In a short secret they must also be there.
 */
function hasSameGap(view, { gaps }, a, b) {
    const first = Math.min(a.index, b.index);
    const last = Math.max(a.index, b.index);
    const isLeftOut = last - first > 1;
    const isRequired = gaps?.get(Math.min(a.at, b.at));
    if (isRequired === undefined ? !isLeftOut : !isRequired || isLeftOut)
        return true;
    return view.gaps.subarray(first + 1, last + 1).includes(1);
}
/** @returns the index of the last byte that belongs to what the form leaves out at this end */
function skipLeftOut({ bytes, length }, index, { leading, trailing }, step) {
    let last = index;
    for (let left = step < 0 ? leading : trailing; left > 0; left -= 1) {
        const next = last + step;
        if (next < 0 || next >= length || !canBeLeftOutAtEnd(bytes[next]))
            break;
        last = next;
    }
    return last;
}
/** @returns the index so many bytes further, but within the part of the view */
function skip({ bytes, length }, index, count, step) {
    let last = index;
    for (let left = count; left > 0; left -= 1) {
        const next = last + step;
        if (next < 0 || next >= length || bytes[next] === BREAK)
            break;
        last = next;
    }
    return last;
}
function positionOf(view, index, step) {
    const { from, to } = originalRange(view, index, index);
    return step < 0 ? from : to;
}

;// CONCATENATED MODULE: ./build/sanitize/matching/secret-matcher.js






/** A form is found by so many bytes in the middle of it, its seed. */
const SEED_LENGTH = 8;
/** The seed of a form of less than {@link MIN_LONG_LENGTH} bytes. */
const SHORT_SEED_LENGTH = MIN_FORM_LENGTH;
const MIN_LONG_LENGTH = 16;
/** So many places for the seed are tried until there is one that no other form has. */
const MAX_SEED_TRIES = 32;
/**
 * All forms of all secrets, found in one pass over a view however many there are: tens of thousands, if a run sends as many
 * requests.
 */
class SecretMatcher {
    #entries = new Map();
    #bySeed = new Map();
    #seedHashes = new BitSet(20);
    #literals = new Map();
    /** Secrets in encodings that are not text: a decoder needs them to tell them from nonsense. */
    byteStrings = [];
    /** The last two bytes of each seed: nearly all of a text is passed over by this alone. */
    #seedEnds = new BitSet(16);
    #minTextLength = Number.POSITIVE_INFINITY;
    /** No text that is shorter can hold a secret, however it is encoded. */
    get minTextLength() {
        return this.#minTextLength;
    }
    /** A form that is known already is replaced by {@link MASK} from now on if either is to be. */
    add(form, replacement) {
        const bytes = 'literal' in form ? form.literal : form.text;
        this.#minTextLength = Math.min(this.#minTextLength, minTextLengthOf(bytes));
        if ('literal' in form) {
            this.#literals.set(form.literal, replacement);
            return;
        }
        const key = `${form.exact ?? form.text}${form.gaps === undefined ? '' : `\n${[...form.gaps.keys()].join()}`}`;
        const known = this.#entries.get(key);
        if (known === undefined)
            this.#entries.set(key, this.#addEntry(form, replacement));
        else if (replacement === MASK)
            known.replacement = MASK;
    }
    #addEntry(form, replacement) {
        const { seed, seedEnd } = this.#chooseSeed(form.text);
        const entry = { form, seedEnd, replacement };
        const sameSeed = this.#bySeed.get(seed);
        if (sameSeed === undefined)
            this.#bySeed.set(seed, [entry]);
        else
            sameSeed.push(entry);
        this.#seedHashes.add(hashOf(seed));
        this.#seedEnds.add((form.text.charCodeAt(seedEnd - 1) << 8) | form.text.charCodeAt(seedEnd));
        return entry;
    }
    /** Takes the seed that the fewest forms have, and of these one from the middle. */
    #chooseSeed(text) {
        const length = seedLength(text);
        const middle = (text.length + length) >> 1;
        let best = { seed: 0, seedEnd: 0, count: Number.POSITIVE_INFINITY };
        for (let i = 0; i < MAX_SEED_TRIES && best.count > 0; i += 1) {
            const seedEnd = middle + ((i & 1) === 0 ? -i : i + 1) / 2 - 1;
            if (seedEnd < length - 1 || seedEnd >= text.length)
                continue;
            const seed = seedAt(text, seedEnd, length);
            const count = this.#bySeed.get(seed)?.length ?? 0;
            if (count < best.count)
                best = { seed, seedEnd, count };
        }
        return best;
    }
    /** @returns every place of every form, overlapping ones as well */
    find(view) {
        const findings = { view, replacements: [], searched: new Map() };
        this.#findLiterals(view, findings.replacements);
        const { bytes, length } = view;
        const seedEnds = this.#seedEnds;
        let previous = 0;
        let last = 0;
        for (let i = 0; i < length; i += 1) {
            const byte = FOLDED[bytes[i]];
            if (byte === 0)
                continue;
            previous = (previous << 8) | (last >>> 24);
            last = (last << 8) | byte;
            if (!seedEnds.mayHave(last))
                continue;
            const seed = mix(previous, last);
            if (this.#seedHashes.mayHave(hashOf(seed)))
                this.#check(seed, i, findings);
            if (this.#seedHashes.mayHave(hashOf(last)))
                this.#check(last, i, findings);
        }
        return findings.replacements;
    }
    /** @param index where in the view the seed ends */
    #check(seed, index, { view, replacements, searched }) {
        for (const entry of this.#bySeed.get(seed) ?? []) {
            const { form, seedEnd, replacement } = entry;
            if ((searched.get(entry) ?? 0) > index)
                continue;
            const range = locate(view, form, { index, at: seedEnd }, seedLength(form.text));
            if (range === undefined)
                continue;
            addReplacement(replacements, { ...range, replacement });
            // A secret that repeats itself would else be compared again at each byte.
            searched.set(entry, index + (form.text.length >> 3));
        }
    }
    #findLiterals(view, replacements) {
        if (this.#literals.size === 0)
            return;
        const bytes = Buffer.from(view.bytes.buffer, 0, view.length);
        for (const [literal, replacement] of this.#literals) {
            for (let i = bytes.indexOf(literal, 0, 'latin1'); i !== -1; i = bytes.indexOf(literal, i + 1, 'latin1')) {
                addReplacement(replacements, { ...originalRange(view, i, i + literal.length - 1), replacement });
            }
        }
    }
}
/** A secret can lack a quarter of its bytes where it is found, and a UTF-16 unit can be three bytes, but not of ASCII. */
function minTextLengthOf(bytes) {
    const beyondAscii = bytes.match(/[^\0-\x7f]/g)?.length ?? 0;
    return 0.75 * (bytes.length - beyondAscii + beyondAscii / 3);
}
function seedLength(form) {
    return form.length >= MIN_LONG_LENGTH ? SEED_LENGTH : SHORT_SEED_LENGTH;
}
/** @returns the number that stands for the bytes of a form that end here */
function seedAt(form, end, length) {
    const four = (first) => [0, 1, 2, 3].reduce((number, i) => (number << 8) | form.charCodeAt(first + i), 0);
    const last = four(end - 3);
    return length === SHORT_SEED_LENGTH ? last : mix(four(end - 7), last);
}
/** Makes one number of two of four bytes. */
function mix(previous, last) {
    return (Math.imul(previous, 0x9e3779b1) + last) | 0;
}
/** Spreads seeds that are alike: the high bits of a product depend on all bits of its factors. */
function hashOf(seed) {
    return Math.imul(seed, 0x85ebca6b) >>> 12;
}

// EXTERNAL MODULE: ./build/sanitize/printable.js + 1 modules
var printable = __nccwpck_require__(4320);
;// CONCATENATED MODULE: ./build/sanitize/secrets.js






/** A shorter text can't be masked without ruining the log. */
const MIN_SECRET_LENGTH = 4;
/** A shorter line of a secret (a brace, the last line of a key) says nothing and is not masked on its own. */
const MIN_LINE_LENGTH = 6;
/** What Atlas calls an identifier. Anything else could be a word of our own messages. */
const IDENTIFIER = /^[A-Za-z0-9]{16,128}$/;
/**
 * Everything that must not be shown in this run. A secret is registered before it is first used: the runner is told to mask it, and
 * it is removed, in every encoding, from external texts before they are shown or written.
 *
 * Only external text is redacted. Our own sentences are `safe` texts that never pass through here as a whole, so a secret that is
 * an ordinary word can't blank them.
 */
class Secrets {
    #mask;
    #matcher = new SecretMatcher();
    #redactor = new Redactor(this.#matcher);
    /** @param mask tells the runner to mask one line of text (`core.setSecret`) */
    constructor(mask) {
        this.#mask = mask;
    }
    /**
     * Masks a secret and remembers it. The runner masks a text with line breaks line by line, however short the line, and
     * would then blank every `{` of the log (actions/runner, ActionCommandManager.cs), so it is only given lines that say
     * something. Texts under four characters are ignored: the inputs refuse them.
     */
    protect(secret) {
        const lines = linesOf(secret, /[\r\n]+/);
        if (lines.length === 1)
            this.#protectLine(lines[0], MIN_SECRET_LENGTH);
        // A private key that was escaped, in JSON or once too often, has `\\n` for its line breaks.
        const parts = secret.includes('-----BEGIN') ? linesOf(secret, /[\r\n]+|\\n/) : lines;
        if (parts.length > 1) {
            for (const part of parts)
                if (!/^-----(BEGIN|END) /.test(part))
                    this.#protectLine(part, MIN_LINE_LENGTH);
            this.#protectLine(JSON.stringify(secret).slice(1, -1), MIN_LINE_LENGTH);
        }
        if (secret !== lines[0] && secret.trim().length >= MIN_SECRET_LENGTH)
            this.#remember(secret);
    }
    #protectLine(line, minLength) {
        if (line.length < minLength)
            return;
        this.#mask(line);
        this.#remember(line);
    }
    #remember(secret) {
        for (const form of formsOf(secret))
            this.#matcher.add(form, MASK);
        this.#matcher.byteStrings.push(...byteStringsOf(secret));
    }
    /**
     * Shows an identifier by its last four characters alone. It is not masked, because the runner would then drop job outputs. Texts
     * that are no identifiers of Atlas are ignored.
     */
    abbreviate(identifier) {
        if (!IDENTIFIER.test(identifier))
            return;
        for (const form of formsOf(identifier))
            this.#matcher.add(form, lastFour(identifier));
    }
    /**
     * Replaces every known secret, however it is encoded, by `***`, and abbreviates identifiers. The rest of the text stays as it is.
     * It takes about 0.1 s for 1 MiB at most; use {@link redactLong} for more than that.
     */
    redact(text) {
        return [...this.#redactor.redact(text)].join('');
    }
    /**
     * Like {@link redact}, for texts of any length.
     *
     * @param pause waited for after each 128 KiB or so, so that signals and timeouts are heard; what it rejects with ends the work
     */
    async redactLong(text, pause) {
        let redacted = '';
        for (const piece of this.#redactor.redact(text)) {
            redacted += piece;
            await pause();
        }
        return redacted;
    }
    /**
     * External text as one short line without secrets: see {@link printable}. It is cut after it was redacted, so that no part of
     * a secret is left at the end.
     */
    sanitize(text, maxLength) {
        const [head = ''] = this.#redactor.redact(text);
        return (0,printable/* printable */.g)(head, maxLength);
    }
}
function linesOf(text, breaks) {
    return text
        .split(breaks)
        .map((line) => line.trim())
        .filter((line) => line !== '');
}
/** `…` and the last four characters. */
function lastFour(identifier) {
    return `…${identifier.slice(-4)}`;
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		"index": 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(1296);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
