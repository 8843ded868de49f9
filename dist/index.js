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
/* harmony import */ var _sanitize_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7183);
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
/* harmony import */ var _sanitize_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7183);
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
// EXTERNAL MODULE: ./build/sanitize/sanitize.js
var sanitize = __nccwpck_require__(1839);
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
        'not-comparable': (0,sanitize/* safeJson */.oi)([...new Set(projects.flatMap(({ notComparable }) => notComparable))]),
        configuration: project?.configuration ? (0,sanitize/* safeJson */.oi)(redactReported(project.configuration, secrets)) : '',
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
    const pieces = differences.map((difference) => (0,sanitize/* safeJson */.oi)(difference));
    let size = 2;
    const fitting = pieces.findIndex((piece) => {
        size += Buffer.byteLength(piece) + 1;
        return size > MAX_DIFFERENCES_BYTES;
    });
    const kept = fitting === -1 ? pieces : pieces.slice(0, fitting);
    return { json: `[${kept.join(',')}]`, wasCut: fitting !== -1 };
}
function reportText(report) {
    const whole = (0,sanitize/* safeJson */.oi)(report);
    return Buffer.byteLength(whole) <= MAX_REPORT_BYTES ? whole : (0,sanitize/* safeJson */.oi)({ ...report, projects: [] });
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
    (0,external_node_fs_.writeFileSync)(path, `${(0,sanitize/* safeJson */.oi)(report)}\n`, { flag: 'wx', mode: 0o600 });
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

// EXTERNAL MODULE: ./build/sanitize/secrets.js + 3 modules
var sanitize_secrets = __nccwpck_require__(7183);
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

/***/ 1839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z4: () => (/* binding */ BLANK),
/* harmony export */   bX: () => (/* binding */ UNPRINTABLE),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   oi: () => (/* binding */ safeJson)
/* harmony export */ });
/** Longest text, in UTF-16 units, that is taken over from a stranger; the runner cuts annotations at 4096. */
const MAX_LENGTH = 2000;
/** What comes later is not shown in any case; runs of many millions are more than a regular expression takes. */
const MAX_READ = 1_000_000;
/**
 * C0, DEL and C1 controls (a bare \r starts a line for the runner, ESC colours the log), the Unicode line and paragraph
 * separators, and what only changes how the neighbours are drawn: zero-width characters and fillers, bidi marks and overrides,
 * variation selectors, tags.
 */
const UNPRINTABLE = 
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
/[\ufe00-\ufe0f\u034f\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e01ef}]+/gu;
/** A run of spaces and of what cannot be printed. */
const BLANK = new RegExp(`[\\s${UNPRINTABLE.source.slice(1, -2)}]+`, 'gu');
/**
 * Makes any text one line that can be printed anywhere in the log: no control characters, no workflow command, at most
 * `maxLength` characters.
 *
 * The runner reads `##[command]` anywhere in a line and `::command::` at its start after trimming, on stdout and
 * stderr (actions/runner, ActionCommand.cs), so both are broken with a space. Applying it twice changes nothing.
 */
function printable(text, maxLength = MAX_LENGTH) {
    const line = fold(text)
        .trim()
        .replaceAll('##[', '# #[')
        .replace(/^:(?=:)/, ': ');
    return (line.length <= maxLength ? line : `${line.slice(0, maxLength - 1).toWellFormed()}…`);
}
/** The text with every run of spaces and of what cannot be printed as one space. */
function fold(text) {
    return text.slice(0, MAX_READ).toWellFormed().replace(BLANK, ' ');
}
/**
 * `JSON.stringify` for outputs and files that others print: the same data, written so that no part of it can start a
 * workflow command, colour a log or reorder a line.
 */
function safeJson(value) {
    return JSON.stringify(value).replace(UNPRINTABLE, escapeUnits).replaceAll('##[', '#\\u0023[');
}
function escapeUnits(run) {
    let escaped = '';
    for (let i = 0; i < run.length; i += 1)
        escaped += `\\u${run.charCodeAt(i).toString(16).padStart(4, '0')}`;
    return escaped;
}


/***/ }),

/***/ 7183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  vb: () => (/* binding */ MIN_SECRET_LENGTH),
  Sb: () => (/* binding */ Secrets),
  xc: () => (/* binding */ lastFour)
});

// EXTERNAL MODULE: ./build/sanitize/sanitize.js
var sanitize = __nccwpck_require__(1839);
;// CONCATENATED MODULE: ./build/sanitize/encodings.js

/** Fewer characters of base64 than this show up in texts by chance; more cannot be had of a secret of four bytes. */
const MIN_CORE_LENGTH = 4;
/**
 * How a secret may look when somebody else quotes it, whole; some of the forms may be shorter than it is. The views of a text
 * (`views.ts`) know more ways, and mixtures; but a secret that itself looks like a code is known from its forms alone.
 */
function encodings(secret) {
    const bytes = Buffer.from(secret, 'utf8');
    const hex = bytes.toString('hex');
    const inOtherBases = [hex, hex.toUpperCase(), ...[0, 1, 2].flatMap((shift) => base64At(bytes, shift))];
    // A digest response, one for each request: letters and digits have no other form.
    if (/^[A-Za-z0-9]+$/.test(secret))
        return new Set([secret, ...inOtherBases]);
    const json = JSON.stringify(secret).slice(1, -1);
    const uri = encodeURIComponent(secret.toWellFormed());
    const strictUri = uri.replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
    const command = secret.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
    return new Set([
        secret,
        secret.trim(),
        // What a form makes of a plus that was not encoded.
        secret.replaceAll('+', ' '),
        secret.toWellFormed(),
        secret.replace(/\r\n?/g, '\n'),
        secret.replace(/\s+/g, ' ').trim(),
        (0,sanitize/* printable */.g$)(secret, secret.length * 2),
        json,
        JSON.stringify(json).slice(1, -1),
        json.replace(/[\u0080-\uffff]/g, unicodeEscape),
        json.replace(/[<>&'\u2028\u2029]/g, unicodeEscape),
        json.replaceAll('/', '\\/'),
        secret.replaceAll("'", "\\'"),
        secret.replaceAll('\\', '\\\\'),
        secret.replaceAll('\\', '\\\\').replaceAll("'", "\\'"),
        secret.replaceAll("'", "''"),
        secret.replaceAll("'", "'\\''"),
        uri,
        strictUri,
        strictUri.replaceAll('%20', '+'),
        new URLSearchParams({ '': secret }).toString().slice(1),
        encodeURI(secret.toWellFormed()),
        uri.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
        uri.replaceAll('%', '%25'),
        command,
        command.replaceAll(':', '%3A').replaceAll(',', '%2C'),
        escapeXml(secret, '&#39;'),
        escapeXml(secret, '&apos;'),
        ...inOtherBases,
    ]);
}
const unicodeEscape = (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;
function escapeXml(text, apostrophe) {
    const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": apostrophe };
    return text.replace(/[&<>"']/g, (c) => entities[c]);
}
/** The characters of base64 that depend on these bytes alone when `shift` bytes (mod 3) stand before them. */
function base64At(bytes, shift) {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
        .toString('base64')
        .replace(/=+$/, '');
    const first = [0, 2, 3][shift];
    const sharesLast = (shift + bytes.length) % 3 === 0 ? 0 : 1;
    const core = text.slice(first, text.length - sharesLast);
    return core.length < MIN_CORE_LENGTH ? [] : [core, core.replaceAll('+', '-').replaceAll('/', '_')];
}

;// CONCATENATED MODULE: ./build/sanitize/matcher.js
/** A shorter form shows up by chance. */
const MIN_FORM_LENGTH = 4;
/** From this length on a form is known in upper case and in lower case, too. */
const MIN_ANY_CASE_LENGTH = 8;
/**
 * Texts to cut out of others, and what to put in their place. There may be tens of thousands (a digest response for each request,
 * in several encodings), so they are found by their first characters.
 */
class Matcher {
    #buckets = new Map();
    /** Whether a form has these two as its third and fourth character: most of a text is passed over by this alone. */
    #mayBegin = new Uint8Array(0x10000);
    /** Texts shorter than {@link MIN_FORM_LENGTH} are ignored. What is there already is replaced by `***` if either is to be. */
    add(text, replacement) {
        if (text.length < MIN_FORM_LENGTH)
            return;
        const start = startOf(lowered(text));
        this.#mayBegin[start & 0xffff] = 1;
        let bucket = this.#buckets.get(start);
        if (bucket === undefined) {
            bucket = { lengths: [], byLength: new Map() };
            this.#buckets.set(start, bucket);
        }
        let texts = bucket.byLength.get(text.length);
        if (texts === undefined) {
            texts = new Map();
            bucket.byLength.set(text.length, texts);
            bucket.lengths.push(text.length);
        }
        const key = keyOf(text);
        if (texts.get(key) !== '***')
            texts.set(key, replacement);
    }
    /** @returns every place of every form, overlapping ones as well */
    find(text) {
        const cuts = [];
        const lower = lowered(text);
        let start = 0;
        for (let i = 0; i < lower.length; i += 1) {
            start = rolledOn(start, lower.charCodeAt(i));
            if (this.#mayBegin[start & 0xffff] === 0)
                continue;
            const bucket = this.#buckets.get(start);
            if (bucket === undefined)
                continue;
            const from = i - MIN_FORM_LENGTH + 1;
            for (const length of bucket.lengths) {
                const to = from + length;
                if (from < 0 || to > text.length)
                    continue;
                const key = (length < MIN_ANY_CASE_LENGTH ? text : lower).slice(from, to);
                const replacement = bucket.byLength.get(length)?.get(key);
                if (replacement !== undefined)
                    cuts.push({ from, to, replacement });
            }
        }
        return cuts;
    }
}
/**
 * The text with every cut replaced; overlapping ones go as one.
 *
 * @param end what stands from here on is left out
 */
function replaceMatches(text, cuts, end = text.length) {
    let left = '';
    let copied = 0;
    let open = { from: 0, to: 0, replacement: '' };
    const close = () => {
        left += text.slice(copied, open.from) + open.replacement;
        copied = open.to;
    };
    const within = cuts.filter(({ from }) => from < end);
    for (const cut of within.sort((a, b) => a.from - b.from || b.to - a.to)) {
        if (cut.from >= open.to) {
            close();
            open = cut;
        }
        else if (cut.to > open.to || cut.replacement !== open.replacement) {
            open = { from: open.from, to: Math.max(open.to, cut.to), replacement: '***' };
        }
    }
    close();
    return left + text.slice(copied, Math.max(copied, end));
}
const keyOf = (text) => (text.length < MIN_ANY_CASE_LENGTH ? text : lowered(text));
/** ASCII alone, so that every character stays where it is. */
function lowered(text) {
    return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
/** The last four characters that went in, as a number. */
function rolledOn(start, unit) {
    return (start << 8) | (unit & 0xff);
}
/** The number that the beginning of a form is found by. */
function startOf(form) {
    return [0, 1, 2, 3].reduce((start, i) => rolledOn(start, form.charCodeAt(i)), 0);
}

;// CONCATENATED MODULE: ./build/sanitize/views.js

/** What is encoded twice, as in JSON within a form, is told by nobody three times over. */
const MAX_ROUNDS = 3;
/** Names of entities, and what they stand for, one sign for each; those that stand for no sign of ASCII are apart. */
const NAMES = 'amp lt gt quot apos plus sol equals percnt colon semi comma period excl quest num dollar ast lowbar commat bsol grave hat lpar rpar lsqb rsqb lcub rcub verbar';
const SIGNS = '&<>"\'+/=%:;,.!?#$*_@\\`^()[]{}|';
const NAMED = {
    ...Object.fromEntries(NAMES.split(' ').map((name, i) => [name, SIGNS[i]])),
    nbsp: ' ',
    shy: '',
    tab: '\t',
    newline: '\n',
};
const ESCAPED = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const ENCODED = new RegExp([
    // Readers of HTML take a number without its semicolon.
    `&(?:#x(?<hex>[0-9a-f]{1,9});?|#(?<decimal>[0-9]{1,9});?|(?<named>${Object.keys(NAMED).join('|')});)`,
    '\\\\(?:u(?<unit>[0-9a-f]{4})|u\\{(?<point>[0-9a-f]{1,6})\\}|x(?<byte>[0-9a-f]{2})|(?<escaped>["\'\\\\/bfnrt]))',
    '(?<percent>(?:%[0-9a-f]{2})+)',
    `(?<unprintable>${sanitize/* UNPRINTABLE */.bX.source})`,
].join('|'), 'giu');
const FOLDABLE = new RegExp(`\\s\\s|[^\\S ]|${sanitize/* UNPRINTABLE */.bX.source}`, 'u');
const HINT = new RegExp(`[&\\\\%]|${sanitize/* UNPRINTABLE */.bX.source}`, 'u');
/**
 * Other ways to read a text: with entities of HTML, escapes of JSON and JavaScript and percent codes decoded, as often as it
 * takes, without what cannot be printed, with a plus for a space, and with every run of spaces as one.
 */
function* viewsOf(text) {
    for (const source of text.includes('+') ? [text, text.replaceAll('+', ' ')] : [text]) {
        let view;
        for (let round = 0; round < MAX_ROUNDS; round += 1) {
            const next = replaced(view?.text ?? source, ENCODED, HINT, decoded);
            if (next === undefined)
                break;
            view = view === undefined ? next : through(view, next);
            yield view;
        }
        if (source !== text && view === undefined)
            yield { text: source, ...themselves(source) };
        // As it is, too: what cannot be printed becomes a space where a text is made plain.
        for (const base of view === undefined ? [undefined] : [undefined, view]) {
            const folded = replaced(base?.text ?? source, sanitize/* BLANK */.Z4, FOLDABLE, () => [{ text: ' ', from: 0, to: undefined }]);
            if (folded !== undefined)
                yield base === undefined ? folded : through(base, folded);
        }
    }
}
function decoded(match) {
    const { hex, decimal, named, unit, point: braced, byte, escaped, percent, } = match.groups;
    const whole = (text) => [{ text, from: 0, to: undefined }];
    if (percent !== undefined)
        return percentDecoded(percent);
    if (named !== undefined)
        return whole(NAMED[named.toLowerCase()]);
    if (escaped !== undefined)
        return whole(ESCAPED[escaped] ?? escaped);
    const code = hex ?? unit ?? braced ?? byte;
    if (code === undefined && decimal === undefined)
        return [];
    const point = code === undefined ? Number(decimal) : Number.parseInt(code, 16);
    if (unit !== undefined)
        return whole(String.fromCharCode(point));
    return whole(point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd');
}
/** Percent codes are bytes of UTF-8. */
function percentDecoded(codes) {
    const bytes = Buffer.from(codes.replaceAll('%', ''), 'hex');
    const pieces = [];
    for (let i = 0; i < bytes.length;) {
        const lead = bytes[i];
        const length = lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        pieces.push({ text: bytes.toString('utf8', i, i + length), from: 3 * i, to: 3 * (i + length) });
        i += length;
    }
    return pieces;
}
/** @returns undefined if nothing matches, which is nearly always so: `hint` is looked for first */
function replaced(text, pattern, hint, pieces) {
    if (!hint.test(text))
        return undefined;
    // Nothing that is decoded is longer than its code.
    const view = { text: '', starts: new Int32Array(text.length), ends: new Int32Array(text.length) };
    let length = 0;
    const put = (start, end) => {
        view.starts[length] = start;
        view.ends[length] = end;
        length += 1;
    };
    let copied = 0;
    const copy = (to) => {
        view.text += text.slice(copied, to);
        for (let i = copied; i < to; i += 1)
            put(i, i + 1);
    };
    for (const match of text.matchAll(pattern)) {
        copy(match.index);
        for (const piece of pieces(match)) {
            view.text += piece.text;
            const end = match.index + Math.min(piece.to ?? match[0].length, match[0].length);
            for (let i = 0; i < piece.text.length; i += 1)
                put(match.index + piece.from, end);
        }
        copied = match.index + match[0].length;
    }
    if (copied === 0)
        return undefined;
    copy(text.length);
    return view;
}
/** A view of a view, with places in the original. */
function through(outer, inner) {
    return {
        text: inner.text,
        starts: inner.starts.map((start) => outer.starts[start]),
        ends: inner.ends.map((end) => outer.ends[end - 1]),
    };
}
function themselves(text) {
    const starts = Int32Array.from({ length: text.length }, (_, i) => i);
    return { starts, ends: starts.map((start) => start + 1) };
}

;// CONCATENATED MODULE: ./build/sanitize/secrets.js




/** A shorter text cannot be masked without ruining the log. */
const MIN_SECRET_LENGTH = 4;
/** Lines of a secret shorter than this (a brace, the last line of a key) say nothing and are not masked on their own. */
const MIN_LINE_LENGTH = 6;
const MAX_IDENTIFIER_LENGTH = 256;
/** So much of a text is decoded at once, and so much of it again with the next piece: no secret is longer, however written. */
const WINDOW = 128 * 1024;
const OVERLAP = 32 * 1024;
/**
 * Everything that must not be shown in this run. A secret is registered before it is first used; the runner is told to
 * mask it, and texts of strangers have it cut out in every encoding before they are shown or written.
 */
class Secrets {
    #mask;
    #forms = new Matcher();
    /** @param mask tells the runner to mask one line of text (`core.setSecret`) */
    constructor(mask) {
        this.#mask = mask;
    }
    /**
     * Masks a secret and remembers it. The runner masks a text with line breaks line by line, however short the line, and
     * would then blank every `{` of the log (actions/runner, ActionCommandManager.cs), so only lines that say something
     * are given to it. Texts under four characters are ignored: the inputs refuse them.
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
    #protectLine(line, shortest) {
        if (line.length < shortest)
            return;
        this.#mask(line);
        this.#remember(line);
    }
    #remember(secret) {
        for (const form of encodings(secret))
            this.#forms.add(form, '***');
        // A secret that looks like a code reads in other ways, too, once the text around it is decoded.
        for (const { text } of viewsOf(secret))
            this.#forms.add(text, '***');
    }
    /** Has an identifier shown by its last four characters alone. It is not masked: the runner would then drop job outputs. */
    abbreviate(identifier) {
        // Atlas's have 16 to 128 characters; what is longer is none, and would cost time wherever it is looked for.
        if (identifier.length > MIN_SECRET_LENGTH && identifier.length <= MAX_IDENTIFIER_LENGTH)
            this.#forms.add(identifier, lastFour(identifier));
    }
    /** Replaces every known secret, in every encoding of `encodings.ts` and `views.ts`, by `***`, and what is to be abbreviated. */
    redact(text) {
        return replaceMatches(text, this.#cuts(text));
    }
    #cuts(text) {
        const cuts = this.#forms.find(text);
        for (let offset = 0; offset === 0 || offset + OVERLAP < text.length; offset += WINDOW - OVERLAP) {
            for (const { text: view, starts, ends } of viewsOf(text.slice(offset, offset + WINDOW))) {
                for (const { from, to, replacement } of this.#forms.find(view)) {
                    cuts.push({ from: offset + starts[from], to: offset + ends[to - 1], replacement });
                }
            }
        }
        return cuts;
    }
    /**
     * One line of a stranger's text without secrets: see {@link sanitize}. Cut only after redaction, and of a text past all reason with
     * a margin, so that no secret is halved.
     */
    sanitize(text, maxLength) {
        const head = text.slice(0, WINDOW);
        const end = text.length > WINDOW ? WINDOW - OVERLAP : head.length;
        return (0,sanitize/* printable */.g$)(replaceMatches(head, this.#cuts(head), end), maxLength);
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
