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
/** Whether Atlas may have carried out a change without having said so. One object for all attempts at the change. */
class PendingChange {
    #inFlight = false;
    #lost = false;
    /** A request was sent whose response never came, or is still awaited. */
    get isUnresolved() {
        return this.#inFlight || this.#lost;
    }
    started() {
        this.#inFlight = true;
    }
    /** A refusal after a lost request says nothing about that one; a success does, because the same change was carried out. */
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
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   bz: () => (/* binding */ comparedNothing),
/* harmony export */   kY: () => (/* binding */ notComparable),
/* harmony export */   tX: () => (/* binding */ differences)
/* harmony export */ });
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4033);
/* harmony import */ var _equivalence_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9661);
/* harmony import */ var _providers_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7947);
/* harmony import */ var _reported_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7298);




/** Every desired field compared with what Atlas reports: providers in the order given, fields in the order of the table. */
function compare(desired, reported) {
    const comparisons = desired.providers.flatMap((provider) => compareProvider(provider, reported));
    if (desired.enabledForSearchNodes !== undefined) {
        const actual = reported.enabledForSearchNodes === true;
        comparisons.push(compared(null, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .g) `enabledForSearchNodes`, desired.enabledForSearchNodes, actual));
    }
    return comparisons;
}
/** The comparisons that make `drifted` true, as the output `differences` has them. */
function differences(comparisons) {
    return comparisons
        .filter(({ verdict }) => verdict === 'differs')
        .map(({ provider, field, expected, actual }) => ({ provider, field, expected, actual }));
}
/** Names of the given fields that Atlas's response did not hold, each once. */
function notComparable(comparisons) {
    return [...new Set(comparisons.filter(({ verdict }) => verdict === 'not-comparable').map(({ field }) => field))];
}
/** Whether fields were given, but Atlas's response held none of them: then the absence of differences proves nothing. */
function comparedNothing(comparisons) {
    const given = comparisons.filter(({ field }) => field !== 'enabled');
    return given.length > 0 && given.every(({ verdict }) => verdict === 'not-comparable');
}
function compareProvider(desired, reported) {
    const { provider } = desired;
    const { enabled } = (0,_reported_js__WEBPACK_IMPORTED_MODULE_2__/* .providerState */ .J)(reported, provider);
    const block = (0,_reported_js__WEBPACK_IMPORTED_MODULE_2__/* .reportedProvider */ .a)(reported, provider);
    const given = _providers_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDERS */ .xq[provider].fields.filter(({ name }) => desired.enabled && desired.fields[name] !== undefined);
    return [
        compared(provider, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .g) `enabled`, desired.enabled, enabled),
        ...given.map((field) => {
            const expected = (0,_equivalence_js__WEBPACK_IMPORTED_MODULE_0__/* .normalize */ .S8)(field.format, desired.fields[field.name]);
            const actual = actualValue(provider, field, block, enabled);
            if (actual === undefined) {
                return { provider, field: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .g) `${field.name}`, expected, actual: null, verdict: 'not-comparable' };
            }
            const isSame = actual !== null && (0,_equivalence_js__WEBPACK_IMPORTED_MODULE_0__/* .isEquivalent */ .l2)(field, expected, actual, block);
            return compared(provider, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .g) `${field.name}`, expected, actual, isSame);
        }),
    ];
}
/**
 * What Atlas reports of a field, normalized; null if it has no value there, undefined if nothing is known. A provider that is
 * not enabled has no settings (Atlas removes them when it is disabled), so there a missing field is known to be missing.
 */
function actualValue(provider, { name, format, secret }, block, enabled) {
    if (secret)
        return undefined;
    const value = block[name];
    if (value === null || value === undefined) {
        if (value === null || !enabled)
            return null;
        if (format === 'boolean')
            return false;
        // Atlas leaves `roleId` out of some responses (`writeOnly` in its specification), which proves nothing, unless static
        // credentials are in its place.
        return name === 'roleId' && reportsStaticCredentials(provider, block) ? null : undefined;
    }
    return (0,_equivalence_js__WEBPACK_IMPORTED_MODULE_0__/* .normalize */ .S8)(format, value);
}
/** Whether the response shows any part of static credentials. Google's key is never shown, so for Google it is not known. */
function reportsStaticCredentials(provider, block) {
    return _providers_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDERS */ .xq[provider].fields.some(({ name, staticCredential }) => staticCredential && Boolean(block[name]));
}
function compared(provider, field, expected, actual, isSame = expected === actual) {
    return { provider, field, expected, actual, verdict: isSame ? 'same' : 'differs' };
}


/***/ }),

/***/ 475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ CONDITIONS),
/* harmony export */   d: () => (/* binding */ CONDITION_TABLE)
/* harmony export */ });
/**
 * The one table of conditions: the input `require`, the config file's schema, reports and documentation derive from it, and
 * `modes/check-requirements.ts` must have a check for each. Roles: MongoDB's OpenAPI specification v2.
 */
const CONDITION_TABLE = {
    clusters: {
        meaning: 'Every cluster uses a customer-managed key whose provider is enabled and valid',
        role: 'Project Read Only',
    },
    'rotation-alert': {
        meaning: 'A key-rotation alert is enabled for the provider, or for every enabled one',
        role: 'Project Read Only',
    },
    'no-open-alerts': {
        meaning: 'No alert about encryption keys or encryption at rest is open',
        role: 'Project Read Only',
    },
    'role-based-auth': {
        meaning: 'No enabled provider uses static credentials',
        role: 'Project Read Only',
    },
    'private-networking': {
        meaning: 'Every enabled AWS or Azure provider has the setting `requirePrivateNetworking`',
        role: 'Project Read Only',
    },
    'private-endpoints': {
        meaning: 'Every enabled AWS or Azure provider has a private endpoint, and each of its endpoints is `ACTIVE`',
        role: 'Project Owner',
    },
    'search-nodes': {
        meaning: 'Dedicated search nodes are encrypted with the key (`enabledForSearchNodes`)',
        role: 'Project Read Only',
    },
    'no-other-provider': {
        meaning: 'No provider is enabled besides those that the workflow names (without any: at most one)',
        role: 'Project Read Only',
    },
    'service-account-secret': {
        meaning: 'The secret of the service account that the run uses does not expire within 14 days',
        role: 'Project Read Only',
    },
};
const CONDITIONS = Object.keys(CONDITION_TABLE);


/***/ }),

/***/ 9661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S8: () => (/* binding */ normalize),
/* harmony export */   l2: () => (/* binding */ isEquivalent)
/* harmony export */ });
/* unused harmony exports parseKeyArn, parseKeyIdentifier */
/* harmony import */ var _regions_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2564);

/**
 * The form in which values are shown and, mostly, compared: two values of a format that mean the same to Atlas by their text
 * alone have the same form.
 */
function normalize(format, value) {
    if (typeof value === 'boolean')
        return value;
    switch (format) {
        case 'region':
            return (0,_regions_js__WEBPACK_IMPORTED_MODULE_0__/* .atlasRegion */ .i)(value);
        case 'role-id':
        case 'uuid':
            return value.toLowerCase();
        case 'azure-environment':
            return value.toUpperCase();
        default:
            return value;
    }
}
/**
 * Whether a given value and a reported one mean the same to Atlas.
 *
 * @param expected normalized
 * @param actual normalized
 * @param block the provider's object that the reported value stands in, since a key's region is a field of its own
 */
function isEquivalent({ format, ignoresCase }, expected, actual, block) {
    if (expected === actual || typeof expected === 'boolean' || typeof actual === 'boolean')
        return expected === actual;
    if (format === 'key-id')
        return isSameAwsKey(expected, actual, block.region);
    if (format === 'https-url')
        return isSameAzureKey(expected, actual);
    return ignoresCase === true && expected.toLowerCase() === actual.toLowerCase();
}
/** An AWS key's ARN and its id are one key if the ARN's region is the one that Atlas reports. */
function isSameAwsKey(expected, actual, reportedRegion) {
    const [one, other] = [parseKeyArn(expected), parseKeyArn(actual)];
    // Two ids, or two ARNs, are the same only to the letter.
    if ((one === undefined) === (other === undefined))
        return false;
    const arn = one ?? other;
    const id = one === undefined ? expected : actual;
    return arn?.id === id && typeof reportedRegion === 'string' && (0,_regions_js__WEBPACK_IMPORTED_MODULE_0__/* .atlasRegion */ .i)(reportedRegion) === (0,_regions_js__WEBPACK_IMPORTED_MODULE_0__/* .atlasRegion */ .i)(arn.region);
}
/** The region and the key's id of the ARN of a KMS key; undefined for anything else, an alias's ARN included. */
function parseKeyArn(text) {
    const [, region, id] = /^arn:[\w-]+:kms:([a-z0-9-]+):\d+:key\/([\w-]+)$/.exec(text) ?? [];
    return region === undefined || id === undefined ? undefined : { region, id };
}
/**
 * Two Azure key identifiers are one key if only the case of the host or a slash at the end differs. An expected identifier
 * without a version stands for any version of that key, since Azure rotates such a key by itself; the reverse does not hold.
 */
function isSameAzureKey(expected, actual) {
    const [one, other] = [parseKeyIdentifier(expected), parseKeyIdentifier(actual)];
    if (one === undefined || other === undefined)
        return false;
    const isSameKey = one.host === other.host && one.key === other.key;
    return isSameKey && (one.version === '' || one.version === other.version);
}
/** The parts of an Azure key identifier, `https://HOST/keys/NAME[/VERSION]`; undefined for anything else. */
function parseKeyIdentifier(text) {
    const [, host, path] = /^https:\/\/([^/?#]+)(\/[^?#]*)$/i.exec(text) ?? [];
    const [, key, version = ''] = /^\/keys\/([^/]+)(?:\/([^/]+))?\/?$/.exec(path ?? '') ?? [];
    if (host === undefined || key === undefined)
        return undefined;
    return { host: host.toLowerCase().replace(/:443$/, ''), key, version };
}


/***/ }),

/***/ 6046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   lZ: () => (/* binding */ ActionError),
/* harmony export */   sl: () => (/* binding */ endsRun),
/* harmony export */   zc: () => (/* binding */ toReportedError)
/* harmony export */ });
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4033);
/* harmony import */ var _sanitize_sanitize_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1839);
/* harmony import */ var _sanitize_sentences_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5444);



/** An expected error that ends a run or a project. Anything else that is thrown is a defect: see {@link toReportedError}. */
class ActionError extends Error {
    name = 'ActionError';
    code;
    parts;
    /** @param parts sentences that say what failed and what to do next, or the same in pieces */
    constructor(code, parts) {
        const pieces = typeof parts === 'string' ? { what: parts } : parts;
        super(messageOf(pieces));
        this.code = code;
        this.parts = pieces;
    }
    /** The same error with a sentence added to its advice. */
    withAdvice(sentence) {
        const { advice } = this.parts;
        const added = advice === undefined ? sentence : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `${(0,_sanitize_sentences_js__WEBPACK_IMPORTED_MODULE_2__/* .asSentence */ .KG)(advice)} ${sentence}`;
        return new ActionError(this.code, { ...this.parts, advice: added });
    }
}
/** True for the two errors that end the whole run wherever it stands: its `timeout`, or a cancellation. */
function endsRun({ code }) {
    return code === 'TIMEOUT' || code === 'CANCELLED';
}
/** Whatever was thrown, for a result. The text of a defect may hold anything, so only its name and place are shown. */
function toReportedError(thrown) {
    if (thrown instanceof ActionError)
        return { code: thrown.code, message: thrown.message, parts: thrown.parts };
    const place = thrown instanceof Error ? /\bat .*?([\w.-]+:\d+:\d+)\)?$/m.exec(thrown.stack ?? '')?.[1] : undefined;
    const name = thrown instanceof Error ? thrown.name : typeof thrown;
    // The class of an error and a file of the bundle are names from source code, so no secret can be in them.
    const defect = (0,_sanitize_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(`${name}${place ? ` at ${place}` : ''}`, 200);
    const message = (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `A defect of this action stopped the run (${defect}). Please report it.`;
    return { code: 'PROTOCOL', message };
}
/** `what: detail. (1) item (2) item advice` */
function messageOf({ what, detail, items = [], advice }) {
    const head = detail === undefined ? what : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `${(0,_sanitize_sentences_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutFullStop */ .Qu)(what)}: ${(0,_sanitize_sentences_js__WEBPACK_IMPORTED_MODULE_2__/* .asSentence */ .KG)(detail)}`;
    const listed = items.map((item, i) => (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `(${i + 1}) ${item}`);
    return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .joinSafe */ .e)([head, ...listed, ...(advice === undefined ? [] : [advice])], (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) ` `);
}


/***/ }),

/***/ 545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ MAX_NAME_LENGTH),
/* harmony export */   U: () => (/* binding */ MAX_PROJECTS)
/* harmony export */ });
/** Characters of a project's name that are kept. */
const MAX_NAME_LENGTH = 200;
/** No organization has more, and each takes one request at least. */
const MAX_PROJECTS = 10_000;


/***/ }),

/***/ 7385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ MODES),
/* harmony export */   T: () => (/* binding */ MODE_TABLE)
/* harmony export */ });
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4033);

/** The one table of modes: inputs, reports, headings and documentation derive from it. `merge` joins reports and is not here. */
const MODE_TABLE = {
    apply: {
        title: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .g) `Apply`,
        results: ['created', 'updated', 'disabled', 'unchanged'],
        changesAtlas: true,
        comparesFields: true,
        checksConditions: false,
        comments: false,
        needsProvider: true,
    },
    plan: {
        title: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .g) `Plan`,
        results: ['planned'],
        changesAtlas: false,
        comparesFields: true,
        checksConditions: false,
        comments: true,
        needsProvider: true,
    },
    verify: {
        title: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .g) `Verify`,
        results: ['passed'],
        changesAtlas: false,
        comparesFields: false,
        checksConditions: true,
        comments: false,
        needsProvider: false,
    },
    drift: {
        title: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .g) `Drift check`,
        results: ['passed'],
        changesAtlas: false,
        comparesFields: true,
        checksConditions: true,
        comments: false,
        needsProvider: true,
    },
};
const MODES = Object.keys(MODE_TABLE);


/***/ }),

/***/ 5012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ named)
/* harmony export */ });
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4033);

/** More names than this make a row harder to read, not easier. */
const MAX_NAMED = 10;
/** Names for a sentence, the first of them if there are many. */
function named(names, separator = (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .g) `, `) {
    const list = (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .joinSafe */ .e)(names.slice(0, MAX_NAMED), separator);
    return names.length > MAX_NAMED ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .g) `${list} and ${names.length - MAX_NAMED} more` : list;
}


/***/ }),

/***/ 7947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Pj: () => (/* binding */ PROVIDER_LIST),
/* harmony export */   _F: () => (/* binding */ fieldOf),
/* harmony export */   xq: () => (/* binding */ PROVIDERS)
/* harmony export */ });
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4033);

const aws = {
    name: 'aws',
    title: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .g) `AWS KMS`,
    atlasObject: 'awsKms',
    clusterProvider: 'AWS',
    hasPrivateEndpoints: true,
    roleName: { name: 'roleArn', input: 'aws-role-arn', title: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .g) `AWS role` },
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
    title: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .g) `Azure Key Vault`,
    atlasObject: 'azureKeyVault',
    clusterProvider: 'AZURE',
    hasPrivateEndpoints: true,
    roleName: {
        name: 'servicePrincipalId',
        input: 'azure-service-principal-id',
        title: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .g) `Azure service principal`,
    },
    fields: [
        { name: 'azureEnvironment', input: 'azure-environment', format: 'azure-environment', neededToEnable: true },
        { name: 'subscriptionID', input: 'azure-subscription-id', format: 'uuid', neededToEnable: true },
        {
            name: 'resourceGroupName',
            input: 'azure-resource-group-name',
            format: 'text',
            neededToEnable: true,
            ignoresCase: true,
        },
        { name: 'keyVaultName', input: 'azure-key-vault-name', format: 'text', neededToEnable: true, ignoresCase: true },
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
    title: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .g) `Google Cloud KMS`,
    atlasObject: 'googleCloudKms',
    clusterProvider: 'GCP',
    hasPrivateEndpoints: false,
    roleName: { name: 'serviceAccount', input: 'gcp-service-account', title: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .g) `Google service account` },
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
/** The provider's field of that Atlas name. */
function fieldOf(provider, name) {
    return PROVIDERS[provider].fields.find((field) => field.name === name);
}


/***/ }),

/***/ 4820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ FieldRedactor)
/* harmony export */ });
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4033);
/* harmony import */ var _sanitize_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7183);
/* harmony import */ var _providers_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7947);



/** Values of fields as they may be shown: no secret, and of an access key id its last four characters. */
class FieldRedactor {
    #secrets;
    constructor(secrets) {
        this.#secrets = secrets;
    }
    comparison(comparison) {
        const { provider, field, expected, actual } = comparison;
        return {
            ...comparison,
            expected: this.#value(provider, field, expected),
            actual: actual === null ? null : this.#value(provider, field, actual),
        };
    }
    /** The body of a PATCH. */
    patch(patch) {
        const { enabledForSearchNodes } = patch;
        const shown = enabledForSearchNodes === undefined ? {} : { enabledForSearchNodes };
        for (const { name, atlasObject } of _providers_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDER_LIST */ .Pj) {
            const fields = patch[atlasObject];
            if (fields === undefined)
                continue;
            const values = Object.entries(fields).map(([field, value]) => [field, this.#value(name, field, value)]);
            shown[atlasObject] = Object.fromEntries(values);
        }
        return shown;
    }
    /** Atlas's document. */
    configuration(reported) {
        const blocks = _providers_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDER_LIST */ .Pj.flatMap(({ name, atlasObject }) => {
            const block = reported[atlasObject];
            return block === undefined ? [] : [[atlasObject, block && this.#block(name, block)]];
        });
        return { ...Object.fromEntries(blocks), enabledForSearchNodes: reported.enabledForSearchNodes };
    }
    #block(provider, block) {
        return Object.fromEntries(Object.entries(block).map(([field, value]) => [
            field,
            value == null ? value : this.#value(provider, field, value),
        ]));
    }
    #value(provider, name, value) {
        if (typeof value !== 'string')
            return value;
        const field = provider === null ? undefined : (0,_providers_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldOf */ ._F)(provider, name);
        if (field?.secret)
            return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .g) `***`;
        return this.#secrets.redact(field?.format === 'access-key-id' ? (0,_sanitize_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .lastFour */ .xc)(value) : value);
    }
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

/***/ 7298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ providerState),
/* harmony export */   a: () => (/* binding */ reportedProvider)
/* harmony export */ });
/* harmony import */ var _providers_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7947);

/** Atlas's object of that provider; empty if it is absent or null, which mean the same. */
function reportedProvider(reported, provider) {
    return reported[_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDERS */ .xq[provider].atlasObject] ?? {};
}
/** A missing `enabled` or `valid` counts as false; a provider that is not enabled is not valid, whatever Atlas says. */
function providerState(reported, provider) {
    const block = reportedProvider(reported, provider);
    const enabled = block.enabled === true;
    return { provider, enabled, valid: enabled && block.valid === true };
}


/***/ }),

/***/ 4424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N9: () => (/* binding */ FAILURE_REASONS),
/* harmony export */   a7: () => (/* binding */ allValid),
/* harmony export */   zV: () => (/* binding */ targets)
/* harmony export */ });
/* harmony import */ var _providers_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7947);
/* harmony import */ var _reported_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7298);


/** Why a project fails, in the order in which they decide over the step. */
const FAILURE_REASONS = ['error', 'invalid', 'requirement', 'drift'];
/** The providers that the verdict is about: those to be enabled, or with none named the enabled ones. */
function targets(desired, reported) {
    if (desired.providers.length > 0) {
        return desired.providers.filter(({ enabled }) => enabled).map(({ provider }) => (0,_reported_js__WEBPACK_IMPORTED_MODULE_1__/* .providerState */ .J)(reported, provider));
    }
    return _providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDER_LIST */ .Pj.map(({ name }) => (0,_reported_js__WEBPACK_IMPORTED_MODULE_1__/* .providerState */ .J)(reported, name)).filter(({ enabled }) => enabled);
}
/** Whether every target is enabled and its key valid. No target proves nothing. */
function allValid(states) {
    return states.length > 0 && states.every(({ valid }) => valid);
}


/***/ }),

/***/ 7563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   hX: () => (/* binding */ selectProjects),
/* harmony export */   qF: () => (/* binding */ parseGlob)
/* harmony export */ });
/* unused harmony exports fits, matchesGlob */
/**
 * Applies a selection to the projects of an organization.
 *
 * @returns the projects that are selected, in the given order, and the patterns of both lists that fit no project at all
 */
function selectProjects(projects, { include, exclude }) {
    const unmatched = [];
    const included = include.length === 0 ? new Set(projects) : union(include);
    const excluded = union(exclude);
    return { selected: projects.filter((project) => included.has(project) && !excluded.has(project)), unmatched };
    function union(patterns) {
        const found = new Set();
        for (const pattern of patterns) {
            const fitting = projects.filter((project) => fits(pattern, project));
            if (fitting.length === 0)
                unmatched.push(pattern);
            for (const project of fitting)
                found.add(project);
        }
        return found;
    }
}
/** @returns whether the pattern names this project */
function fits(pattern, { id, name, tags }) {
    switch (pattern.kind) {
        case 'id':
            return id === pattern.id;
        case 'name':
            return matchesGlob(pattern.name, name);
        case 'tag':
            return tags.some(({ key, value }) => matchesGlob(pattern.key, key) && (pattern.value === null || matchesGlob(pattern.value, value)));
    }
}
/** @returns the pattern's literal texts, for {@link matchesGlob} */
function parseGlob(pattern) {
    return pattern.split('*');
}
/**
 * Whether a pattern fits a whole text; case counts. Each literal text is looked for once, from left to right, and the first place
 * is taken, which can never be worse than a later one: the time grows with the text, never with the ways to divide it.
 */
function matchesGlob([first = '', ...others], text) {
    const last = others.pop();
    if (last === undefined)
        return text === first;
    if (!text.startsWith(first))
        return false;
    let from = first.length;
    for (const part of others) {
        const found = text.indexOf(part, from);
        if (found === -1)
            return false;
        from = found + part.length;
    }
    return text.length - last.length >= from && text.endsWith(last);
}


/***/ }),

/***/ 1296:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _run_cancellation_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1963);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8500);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2488);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3327);
/* harmony import */ var _run_run_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1680);





// The runner reads workflow commands from stderr as well; Node.js prints its own warnings there.
process.removeAllListeners('warning');
// A log that is no longer read is no reason to stop in the middle of a change.
process.stdout.on('error', () => undefined);
const clock = {
    now: () => performance.now(),
    wallNow: Date.now,
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
// Imported one by one, so that the bundle leaves out the rest (a client for OIDC tokens with a second HTTP stack).
const core = { getInput: _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .getInput */ .V4, info: _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .info */ .pq, notice: _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .notice */ .lm, setFailed: _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .setFailed */ .C1, setOutput: _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .setOutput */ .uH, setSecret: _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .setSecret */ .Pq, summary: _actions_core__WEBPACK_IMPORTED_MODULE_4__/* .summary */ .z, warning: _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .warning */ .$e };
const runtime = { core, env: process.env, clock, startedAt: clock.now(), cancelled: _run_cancellation_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelled */ .K };
// Only a run that reaches its end without failing changes this.
process.exitCode = 1;
/** Sockets that a server keeps open, or a promise that never settles, must not keep the step running. */
function exitSoon() {
    setTimeout(() => process.exit(), 500).unref();
}
let hasFailed = false;
for (const event of ['uncaughtException', 'unhandledRejection']) {
    process.on(event, (thrown) => {
        exitSoon();
        // Publishing it may throw as well; once is enough.
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

/***/ 893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ findContradictions)
/* harmony export */ });
/* harmony import */ var _domain_regions_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2564);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4033);


/** The domains of key vaults and managed HSMs in each cloud of Azure (learn.microsoft.com, "Azure Key Vault security worlds"). */
const VAULT_DOMAINS = {
    AZURE: [(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `vault.azure.net`, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `managedhsm.azure.net`],
    AZURE_CHINA: [(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `vault.azure.cn`, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `managedhsm.azure.cn`],
    AZURE_US_GOVERNMENT: [(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `vault.usgovcloudapi.net`, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `managedhsm.usgovcloudapi.net`],
};
/**
 * What cannot be right in the fields of a provider, whatever Atlas says: found without a request, so that a plan fails where apply
 * would. Fields that are not given contradict nothing.
 */
function findContradictions({ provider, fields }, wording) {
    const text = (field) => {
        const value = fields[field];
        return typeof value === 'string' ? value : undefined;
    };
    switch (provider) {
        case 'aws':
            return awsContradictions(text, wording);
        case 'azure':
            return azureContradictions(text, wording);
        case 'gcp':
            return [];
    }
}
function awsContradictions(text, { label, quote }) {
    const keyRegion = /^arn:[^:]*:kms:([^:]+):/.exec(text('customerMasterKeyID') ?? '')?.[1];
    const region = text('region');
    // `GLOBAL` is a value of Atlas's that names no region of AWS.
    if (keyRegion === undefined || region === undefined || region === 'GLOBAL')
        return [];
    if ((0,_domain_regions_js__WEBPACK_IMPORTED_MODULE_0__/* .atlasRegion */ .i)(keyRegion) === region)
        return [];
    const problem = (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `${label('customerMasterKeyID')} is the ARN of a key in \`${quote(keyRegion)}\`, but ${label('region')} is \`${quote(region)}\`; correct the one that is wrong`;
    return [{ field: 'customerMasterKeyID', problem }];
}
function azureContradictions(text, wording) {
    const { label } = wording;
    const found = [];
    const group = text('resourceGroupName');
    if (group?.includes('/')) {
        const problem = (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `${label('resourceGroupName')} must be the name of the resource group alone, not its resource id`;
        found.push({ field: 'resourceGroupName', problem });
    }
    const vault = text('keyVaultName');
    // The name of a vault has letters, digits and hyphens.
    const isUrl = vault !== undefined && /[/:.]/.test(vault);
    if (isUrl) {
        const problem = (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `${label('keyVaultName')} must be the name of the vault alone, not its URL`;
        found.push({ field: 'keyVaultName', problem });
    }
    const identifier = text('keyIdentifier');
    if (identifier === undefined)
        return found;
    const problems = identifierProblems(new URL(identifier), isUrl ? undefined : vault, text('azureEnvironment'), wording);
    return [...found, ...problems.map((problem) => ({ field: 'keyIdentifier', problem }))];
}
function identifierProblems({ host, pathname, search, hash }, vault, environment, { label, quote }) {
    const identifier = label('keyIdentifier');
    const problems = [];
    if (!/^\/keys\/[^/]+(\/[^/]+)?\/?$/.test(pathname) || search !== '' || hash !== '')
        problems.push((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `${identifier} must have the path \`/keys/NAME\` or \`/keys/NAME/VERSION\` of a key`);
    const domains = domainsOf(environment);
    const [, name, domain] = /^([^.]+)\.(.+)$/.exec(host) ?? [];
    if (domain === undefined || !domains.some((known) => known === domain)) {
        const endings = (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .joinSafe */ .e)(domains.map((known) => (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `\`.${known}\``), (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) ` or `);
        const cloud = isEnvironment(environment) ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) ` of \`${environment}\` (${label('azureEnvironment')})` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) ``;
        problems.push((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `${identifier} must have the host of a vault${cloud}, which ends in ${endings}`);
    }
    else if (vault !== undefined && name !== vault.toLowerCase()) {
        problems.push((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `${identifier} is in the vault \`${quote(name ?? '')}\`, but ${label('keyVaultName')} is \`${quote(vault)}\`; correct the one that is wrong`);
    }
    return problems;
}
/** @returns the domains of vaults in that cloud, or in all of them if it is not known */
function domainsOf(environment) {
    return isEnvironment(environment) ? [...VAULT_DOMAINS[environment]] : Object.values(VAULT_DOMAINS).flat();
}
function isEnvironment(environment) {
    return environment !== undefined && Object.hasOwn(VAULT_DOMAINS, environment);
}


/***/ }),

/***/ 4448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $x: () => (/* binding */ InvalidValueError),
/* harmony export */   Bl: () => (/* binding */ MAX_LISTED),
/* harmony export */   G: () => (/* binding */ InputErrors),
/* harmony export */   Nw: () => (/* binding */ parseNamed),
/* harmony export */   dz: () => (/* binding */ InputError)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6046);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4033);


/**
 * An input or a file that cannot be used. The message is a sentence that names it and says what is accepted; it never quotes a
 * secret.
 */
class InputError extends Error {
    message;
    constructor(message) {
        super(message);
        this.message = message;
    }
}
/**
 * A value that cannot be used. The message is a predicate without a full stop, such as `must be 1`: what the value is called is
 * known where it was read, and {@link parseNamed} puts it before.
 */
class InvalidValueError extends Error {
    message;
    constructor(message) {
        super(message);
        this.message = message;
    }
}
/**
 * Parses a value that messages call `label`.
 *
 * @throws InputError in place of the {@link InvalidValueError} that `parse` throws
 */
function parseNamed(label, parse) {
    try {
        return parse();
    }
    catch (error) {
        throw error instanceof InvalidValueError ? new InputError((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `${label} ${error.message}.`) : error;
    }
}
/** So many are listed: one is too few to correct a file by, and a line of the log holds no more. */
const MAX_LISTED = 20;
/** Collects what is wrong with the inputs, so that a workflow author learns of all of it in one run. */
class InputErrors {
    #messages = new Set();
    /** The result of `read`, or undefined if it threw an {@link InputError}, which is collected. */
    attempt(read) {
        try {
            return read();
        }
        catch (error) {
            this.#collect(error);
            return undefined;
        }
    }
    /** As {@link attempt}, for a `read` that takes its time. */
    async attemptAsync(read) {
        try {
            return await read();
        }
        catch (error) {
            this.#collect(error);
            return undefined;
        }
    }
    add(message) {
        this.#messages.add(message);
    }
    /** @throws ActionError `INPUT` with everything that is wrong, if anything is */
    throwIfAny() {
        const [first, ...others] = this.#messages;
        if (first === undefined)
            return;
        if (others.length === 0)
            throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('INPUT', first);
        const listed = [...this.#messages].slice(0, MAX_LISTED).map((message, i) => (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `(${i + 1}) ${message}`);
        const list = (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .joinSafe */ .e)(listed, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) ` `);
        const { size } = this.#messages;
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('INPUT', size > MAX_LISTED
            ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `More than ${MAX_LISTED} things are wrong with the inputs: ${list} …`
            : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `${size} things are wrong with the inputs: ${list}`);
    }
    #collect(error) {
        if (!(error instanceof InputError))
            throw error;
        this.add(error.message);
    }
}


/***/ }),

/***/ 7321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ fieldWarnings)
/* harmony export */ });
/* harmony import */ var _domain_regions_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2564);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4033);


/** What is doubtful about the fields of a provider: it may be right, so it is sent to Atlas. */
function fieldWarnings({ provider, fields }, { label, quote }) {
    if (provider !== 'aws')
        return [];
    const { region, customerMasterKeyID: key } = fields;
    const warnings = [];
    if (typeof region === 'string' && !(0,_domain_regions_js__WEBPACK_IMPORTED_MODULE_0__/* .isKnownRegion */ .K)(region)) {
        warnings.push((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `\`${quote(region)}\` is no region that this action knows. It is sent to Atlas as it is; check it if Atlas refuses it.`);
    }
    if (typeof key === 'string' && /^(alias\/|arn:[^:]*:kms:[^:]*:[^:]*:alias\/)/.test(key)) {
        warnings.push((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `${label('customerMasterKeyID')} is an alias of a key. Atlas asks for the key's id or ARN: an alias may be refused, and may later stand for another key.`);
    }
    return warnings;
}


/***/ }),

/***/ 5994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $l: () => (/* binding */ allFieldInputs),
/* harmony export */   Gv: () => (/* binding */ refuseForeignFields),
/* harmony export */   Tt: () => (/* binding */ givenStatics),
/* harmony export */   Ye: () => (/* binding */ STATE_INPUTS),
/* harmony export */   q5: () => (/* binding */ fieldInputs)
/* harmony export */ });
/* harmony import */ var _domain_providers_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7947);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4033);
/* harmony import */ var _input_names_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6);



/** Inputs that say what a provider should be. Each project of a config file says it for itself. */
const STATE_INPUTS = [
    'provider',
    'enabled',
    'enabled-for-search-nodes',
    'fields',
    'clusters',
    'private-endpoint-regions',
];
/** Names of the inputs for the provider's fields. */
function fieldInputs({ fields, roleName }) {
    return [...fields.map(({ input }) => input), roleName.input];
}
/** Names of the inputs for the fields of all providers. */
function allFieldInputs() {
    return _domain_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDER_LIST */ .Pj.flatMap(fieldInputs);
}
/** The static credentials among the fields that are given. */
function givenStatics({ fields: table }, given) {
    return table.filter((field) => field.staticCredential && given[field.name] !== undefined);
}
/** Adds an error for fields of another provider, which would silently have no effect. */
function refuseForeignFields(provider, { input, errors }) {
    const foreign = (0,_input_names_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteGiven */ .k9)(input, _domain_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDER_LIST */ .Pj.filter(({ name }) => name !== provider).flatMap(fieldInputs));
    if (foreign.length === 0)
        return;
    const kind = foreign.length > 1 ? 'inputs' : 'an input';
    errors.add((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .g) `${(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .joinSafe */ .e)(foreign, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .g) `, `)}: not ${kind} of \`provider: ${provider}\`; remove what does not belong.`);
}


/***/ }),

/***/ 6:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   NB: () => (/* binding */ inputLabel),
/* harmony export */   R5: () => (/* binding */ readInput),
/* harmony export */   k9: () => (/* binding */ quoteGiven),
/* harmony export */   nt: () => (/* binding */ readVariable)
/* harmony export */ });
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4033);

/** The names that are given, each in backquotes, for messages. */
function quoteGiven(input, names) {
    return names.filter((name) => input(name) !== '').map((name) => (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .g) `\`${name}\``);
}
/** What an input is called at the beginning of a message. */
function inputLabel(name) {
    return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .g) `Input \`${name}\``;
}
function readInput(input, name) {
    return { label: inputLabel(name), inlineLabel: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .g) `input \`${name}\``, text: input(name) };
}
/** Reads the first of the variables that has a value, or the first one if none has. */
function readVariable(env, ...names) {
    const read = (name) => env[name]?.trim() ?? '';
    const name = names.find((candidate) => read(candidate) !== '') ?? names[0];
    const variable = (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .g) `environment variable \`${name}\``;
    return { label: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .g) `The ${variable}`, inlineLabel: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .g) `the ${variable}`, text: read(name) };
}


/***/ }),

/***/ 7889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ protectField),
/* harmony export */   a: () => (/* binding */ maskInputs)
/* harmony export */ });
/* harmony import */ var _domain_providers_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7947);
/* harmony import */ var _parse_secret_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5207);
/* harmony import */ var _parse_service_account_key_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2648);



const SECRET_INPUTS = [
    'atlas-client-secret',
    'atlas-private-key',
    'github-token',
];
const SECRET_VARIABLES = [
    'MONGODB_ATLAS_CLIENT_SECRET',
    'MONGODB_ATLAS_PRIVATE_API_KEY',
    'MONGODB_ATLAS_PRIVATE_KEY',
];
/**
 * Masks every secret of inputs and environment. Comes before anything that can fail, so that no error, not even a defect,
 * can show one. `fields` is apart, since it must be parsed first.
 */
function maskInputs({ input, env, secrets }) {
    for (const name of SECRET_INPUTS)
        (0,_parse_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .protectSecret */ .ol)(input(name), secrets);
    for (const name of SECRET_VARIABLES)
        (0,_parse_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .protectSecret */ .ol)(env[name] ?? '', secrets);
    (0,_parse_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .protectToken */ .XV)(input('atlas-access-token'), secrets);
    (0,_parse_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .protectToken */ .XV)(env.MONGODB_ATLAS_ACCESS_TOKEN?.trim() ?? '', secrets);
    for (const field of _domain_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDER_LIST */ .Pj.flatMap(({ fields }) => fields)) {
        if (field.secret)
            protectField(field.format, input(field.input), secrets);
    }
}
/** Masks the value of a secret field, and what is secret in it. */
function protectField(format, secret, secrets) {
    if (format === 'service-account-key')
        (0,_parse_service_account_key_js__WEBPACK_IMPORTED_MODULE_2__/* .protectServiceAccountKey */ ._)(secret, secrets);
    else
        (0,_parse_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .protectSecret */ .ol)(secret, secrets);
}


/***/ }),

/***/ 8402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ parseField)
/* harmony export */ });
/* unused harmony export AZURE_ENVIRONMENTS */
/* harmony import */ var _domain_regions_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2564);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(4033);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4448);
/* harmony import */ var _ids_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5185);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1170);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5207);
/* harmony import */ var _service_account_key_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(2648);







const AZURE_ENVIRONMENTS = ['AZURE', 'AZURE_CHINA', 'AZURE_US_GOVERNMENT'];
const MAX_TEXT_LENGTH = 2048;
const PARSERS = {
    'access-key-id': matching(/^\w{16,128}$/, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `16 to 128 letters and digits`),
    'azure-environment': (text) => (0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .parseChoice */ .HU)(text.toUpperCase(), AZURE_ENVIRONMENTS, (environment) => (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `\`${environment}\``),
    boolean: _scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .parseBoolean */ .yG,
    'gcp-key-version': matching(/^projects\/[^/\s]+\/locations\/[^/\s]+\/keyRings\/[^/\s]+\/cryptoKeys\/[^/\s]+\/cryptoKeyVersions\/\d+$/, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `\`projects/…/locations/…/keyRings/…/cryptoKeys/…/cryptoKeyVersions/N\`, with the number of the version at the end`),
    'https-url': (text) => {
        if (isHttpsUrl(text))
            return text;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `must be an https URL, such as \`https://VAULT.vault.azure.net/keys/NAME/VERSION\``);
    },
    'key-id': parseLine,
    region: (text) => {
        const region = (0,_domain_regions_js__WEBPACK_IMPORTED_MODULE_0__/* .atlasRegion */ .i)(text);
        if (/^[A-Z0-9_]{2,64}$/.test(region))
            return region;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `must be an AWS region, such as \`us-east-1\` or \`US_EAST_1\``);
    },
    'role-id': _ids_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRoleId */ .tK,
    secret: (text) => {
        (0,_secret_js__WEBPACK_IMPORTED_MODULE_4__/* .requireSecret */ .ew)(text);
        return text;
    },
    'service-account-key': (text) => {
        (0,_secret_js__WEBPACK_IMPORTED_MODULE_4__/* .requireSecret */ .ew)(text);
        return (0,_service_account_key_js__WEBPACK_IMPORTED_MODULE_5__/* .minifiedServiceAccountKey */ .H)(text);
    },
    text: parseLine,
    uuid: _ids_js__WEBPACK_IMPORTED_MODULE_2__/* .parseUuid */ .Xw,
};
/** @throws InvalidValueError that says what is accepted, never the text */
function parseField({ format }, text) {
    return PARSERS[format](text);
}
function matching(pattern, accepted) {
    return (text) => {
        if (pattern.test(text))
            return text;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `must be ${accepted}`);
    };
}
function parseLine(text) {
    if (text.length <= MAX_TEXT_LENGTH && !/\p{Cc}/u.test(text))
        return text;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `must be one line of at most ${MAX_TEXT_LENGTH} characters`);
}
function isHttpsUrl(text) {
    if (!/^https:\/\/[^\s\\@]+$/i.test(text) || text.length > MAX_TEXT_LENGTH)
        return false;
    return URL.canParse(text);
}


/***/ }),

/***/ 5185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Xw: () => (/* binding */ parseUuid),
/* harmony export */   gy: () => (/* binding */ ROLE_NAME_PARSERS),
/* harmony export */   iI: () => (/* binding */ parseHexId),
/* harmony export */   tK: () => (/* binding */ parseRoleId)
/* harmony export */ });
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4033);
/* harmony import */ var _sanitize_sentences_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5444);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4448);



const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** YAML reads digits without quotes, and digits around one `e`, as a number, which GitHub then writes as a float. */
const NUMBER = /^(\d+(\.\d+)?E[+-]?\d+|[+-]?Infinity|\d{15,})$/i;
/** Common mistakes: how to recognize each, and the words for it after "must be 24 hexadecimal digits". */
const MISTAKES = [
    [/[\r\n]/, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `, but has several lines: give one id`],
    [/^["'`].*["'`]$/, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `, but has quotes around it: remove them`],
    [NUMBER, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `, but arrived as a number: put the id in quotes in the workflow, or better, in a variable (\`vars\`)`],
];
/** The same for Atlas's id of a role. */
const ROLE_MISTAKES = [
    ...MISTAKES,
    [
        /^arn:/i,
        (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `, Atlas's own id of the role, but is an ARN: give the ARN of an AWS role as \`aws-role-arn\` (in a file, \`roleArn\`)`,
    ],
    [
        UUID,
        (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `, Atlas's own id of the role, but is a UUID: give the id of a service principal as \`azure-service-principal-id\` (in a file, \`servicePrincipalId\`)`,
    ],
    [
        /@/,
        (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `, Atlas's own id of the role, but is an e-mail address: give it as \`gcp-service-account\` (in a file, \`serviceAccount\`)`,
    ],
];
/** An id of Atlas: 24 hexadecimal digits, in lower case. @throws InvalidValueError */
function parseHexId(text) {
    return parseDigits(text, MISTAKES);
}
/** Atlas's id of a role. @throws InvalidValueError that says what the text looks like */
function parseRoleId(text) {
    return parseDigits(text, ROLE_MISTAKES);
}
/** The ARN of an IAM role. @throws InvalidValueError */
function parseRoleArn(text) {
    if (/^arn:[\w-]+:iam::\d*:role\/[\w+=,.@/-]+$/.test(text))
        return text;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `must be the ARN of an IAM role: \`arn:aws:iam::ACCOUNT:role/NAME\``);
}
/** The e-mail address of a Google service account. @throws InvalidValueError */
function parseServiceAccount(text) {
    if (/^[^@\s\p{Cc}]+@[^@\s\p{Cc}]+\.[^@\s\p{Cc}]+$/u.test(text) && text.length <= 320)
        return text.toLowerCase();
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `must be the e-mail address that Atlas shows: \`mongodb-atlas-…@….iam.gserviceaccount.com\``);
}
/** The name that a cloud gives to a role, by provider. Each throws InvalidValueError. */
const ROLE_NAME_PARSERS = {
    aws: parseRoleArn,
    azure: (text) => parseUuid(text).toLowerCase(),
    gcp: parseServiceAccount,
};
/** @throws InvalidValueError */
function parseUuid(text) {
    if (UUID.test(text))
        return text;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `must be a UUID, such as \`01234567-89ab-cdef-0123-456789abcdef\``);
}
function parseDigits(text, mistakes) {
    const id = text.length === 24 ? (0,_sanitize_sentences_js__WEBPACK_IMPORTED_MODULE_2__/* .hexText */ .BS)(text) : undefined;
    if (id !== undefined)
        return id;
    const [, mistake = (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) ` (0-9, a-f)`] = mistakes.find(([pattern]) => pattern.test(text)) ?? [];
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `must be 24 hexadecimal digits${mistake}`);
}


/***/ }),

/***/ 9386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ parseRegions),
/* harmony export */   l: () => (/* binding */ parseClusters)
/* harmony export */ });
/* harmony import */ var _domain_regions_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2564);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4033);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4448);



/** Atlas's rule for the name of a cluster. */
const CLUSTER_NAME = /^[a-zA-Z0-9][a-zA-Z0-9-]{0,63}$/;
const REGION = /^[A-Z0-9_]{2,64}$/;
/**
 * The clusters that use a provider's key.
 *
 * @param words names, or `all` alone
 * @throws InvalidValueError
 */
function parseClusters(words, secrets) {
    if (words.length === 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .g) `must be \`all\`, or name at least one cluster`);
    if (words.length === 1 && words[0] === 'all')
        return 'all';
    if (words.includes('all'))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .g) `must be either \`all\` or names, not both`);
    const wrong = words.find((word) => !CLUSTER_NAME.test(word));
    if (wrong !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .g) `must be \`all\` or names of clusters (letters, digits and hyphens), but has \`${secrets.sanitize(wrong, 100)}\``);
    }
    const twice = words.filter((word, i) => words.indexOf(word) !== i);
    if (twice.length > 0) {
        const names = [...new Set(twice)].map((name) => (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .g) `\`${secrets.sanitize(name)}\``);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .g) `names a cluster twice: ${(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .joinSafe */ .e)(names, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .g) `, `)}`);
    }
    return words.map((word) => secrets.sanitize(word));
}
/**
 * The regions of private endpoints, each once and as Atlas writes it: `US_EAST_1` for `us-east-1`.
 *
 * @throws InvalidValueError
 */
function parseRegions(words, secrets) {
    if (words.length === 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .g) `must name at least one region`);
    const regions = words.map(_domain_regions_js__WEBPACK_IMPORTED_MODULE_0__/* .atlasRegion */ .i);
    if (!regions.every((region) => REGION.test(region))) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .g) `must be regions such as \`us-east-1\`, \`US_EAST_2\` or \`EUROPE_NORTH\``);
    }
    return [...new Set(regions)].map((region) => secrets.sanitize(region));
}


/***/ }),

/***/ 1170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E1: () => (/* binding */ parseList),
/* harmony export */   HU: () => (/* binding */ parseChoice),
/* harmony export */   Li: () => (/* binding */ parseLines),
/* harmony export */   cG: () => (/* binding */ parseInteger),
/* harmony export */   fL: () => (/* binding */ parseSeconds),
/* harmony export */   nl: () => (/* binding */ parseWords),
/* harmony export */   yG: () => (/* binding */ parseBoolean)
/* harmony export */ });
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4033);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4448);


/** setTimeout fires at once for more than 2³¹ ms; a million seconds (11 days) is longer than any job may run. */
const MAX_SECONDS = 1_000_000;
/** `true` or `false` in any case; nothing else, so that a typing error never switches anything. @throws InvalidValueError */
function parseBoolean(text) {
    const lower = text.toLowerCase();
    if (lower === 'true')
        return true;
    if (lower === 'false')
        return false;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `must be \`true\` or \`false\``);
}
/** A whole decimal number; leading zeros are fine. @throws InvalidValueError */
function parseInteger(text, { min, max }) {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max)
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `must be a whole number from ${min} to ${max}`);
}
/** @throws InvalidValueError */
function parseSeconds(text, min = 0) {
    return parseInteger(text, { min, max: MAX_SECONDS });
}
/**
 * One of a few words, exactly.
 *
 * @param quote puts a word into backquotes, where the compiler knows which words there are
 * @throws InvalidValueError
 */
function parseChoice(text, choices, quote) {
    const choice = choices.find((candidate) => candidate === text);
    if (choice !== undefined)
        return choice;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `must be one of ${(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .joinSafe */ .e)(choices.map(quote), (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `, `)}`);
}
/** Words that are separated by commas or line breaks. */
function parseWords(text) {
    return words(text.split(/[,\r\n]/));
}
/** As {@link parseWords}, each word once. */
function parseList(text) {
    return [...new Set(parseWords(text))];
}
/** As {@link parseList}, but a text of several lines is divided at the ends of lines alone, since its words may hold commas. */
function parseLines(text) {
    return /[\r\n]/.test(text) ? [...new Set(words(text.split(/[\r\n]/)))] : parseList(text);
}
function words(pieces) {
    return pieces.map((word) => word.trim()).filter((word) => word !== '');
}


/***/ }),

/***/ 5207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AD: () => (/* binding */ parseCredentialId),
/* harmony export */   PO: () => (/* binding */ parseAccessToken),
/* harmony export */   XV: () => (/* binding */ protectToken),
/* harmony export */   ew: () => (/* binding */ requireSecret),
/* harmony export */   ol: () => (/* binding */ protectSecret)
/* harmony export */ });
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4033);
/* harmony import */ var _sanitize_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7183);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4448);



/** The longest real one, a Google key in base64, has 3.2 kB. */
const MAX_SECRET_LENGTH = 16_384;
/** A private key in PEM has fewer than 60 lines. */
const MAX_SECRET_LINES = 200;
/** An access token of Atlas is a JWT; what is shorter than this is a word that masking would remove from our own outputs. */
const MIN_TOKEN_LENGTH = 20;
/** @throws InvalidValueError for a secret that cannot be masked without ruining the log, or that is none */
function requireSecret(secret) {
    if (secret.length < _sanitize_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .MIN_SECRET_LENGTH */ .vb) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .g) `must have at least ${_sanitize_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .MIN_SECRET_LENGTH */ .vb} characters: a shorter secret cannot be masked`);
    }
    if (secret.length > MAX_SECRET_LENGTH)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .g) `must have at most ${MAX_SECRET_LENGTH} characters`);
}
/**
 * Masks a secret. Each line of it costs time and memory in many encodings, so of a text that is longer than any secret only the
 * beginning is masked. It is refused later, and no message quotes it.
 */
function protectSecret(secret, secrets) {
    const head = secret.slice(0, MAX_SECRET_LENGTH);
    const lines = head.split('\n', MAX_SECRET_LINES + 1);
    secrets.protect(lines.length > MAX_SECRET_LINES ? lines.slice(0, MAX_SECRET_LINES).join('\n') : head);
}
/** Masks an access token, unless it is too short to be one. */
function protectToken(token, secrets) {
    if (token.length >= MIN_TOKEN_LENGTH)
        protectSecret(token, secrets);
}
/** It ends up in a header, where a line break or a control character would end it. */
const HEADER_TEXT = /^[\x21-\x7e]+$/;
/** The id of a service account, or the public key of an API key. @throws InvalidValueError */
function parseCredentialId(text) {
    if (HEADER_TEXT.test(text))
        return text;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .g) `must be letters, digits and signs without spaces`);
}
/** @throws InvalidValueError for what is too short to be a token, or holds more than one */
function parseAccessToken(text) {
    if (text.length < MIN_TOKEN_LENGTH)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .g) `must have at least ${MIN_TOKEN_LENGTH} characters, as every access token of Atlas has`);
    requireSecret(text);
    if (HEADER_TEXT.test(text))
        return text;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .g) `must be the access token alone, without \`Bearer\`, spaces and line breaks`);
}


/***/ }),

/***/ 2648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ minifiedServiceAccountKey),
/* harmony export */   _: () => (/* binding */ protectServiceAccountKey)
/* harmony export */ });
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4033);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4448);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5207);



/** A real key has no depth at all. */
const MAX_DEPTH = 100;
/** A real key has eleven texts. */
const MAX_TEXTS = 100;
/** A line of a key that is no valid JSON and is masked all the same must at least be this long to be worth it. */
const MIN_MASKED_LINE_LENGTH = 32;
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
 * @throws InvalidValueError that quotes nothing of the text
 */
function minifiedServiceAccountKey(text) {
    const key = parseKey(text);
    if (key === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .g) `must be the JSON of a service account key (an object), plain or in base64`);
    }
    if ('private_key' in key)
        requirePrivateKey(key.private_key);
    return JSON.stringify(key);
}
/**
 * Escaping a key once too often, which many ways to store it do, leaves the two characters `\n` in place of each line end: Atlas
 * would refuse it without saying why.
 */
function requirePrivateKey(privateKey) {
    const pem = typeof privateKey === 'string' ? privateKey : '';
    if (!/^-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .g) `has a \`private_key\` that does not begin with \`-----BEGIN PRIVATE KEY-----\`: give the key file as Google made it`);
    }
    if (!pem.includes('\n')) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .g) `has a \`private_key\` without line ends (in the JSON, \`\\n\`): it was escaped twice, or its lines were joined; give the key file as Google made it`);
    }
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
        (0,_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .protectSecret */ .ol)(text, secrets);
    (0,_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .protectSecret */ .ol)(JSON.stringify(key), secrets);
    for (const secret of secretTexts(key))
        (0,_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .protectSecret */ .ol)(secret, secrets);
}
/** @returns the first texts in a key that may be secret */
function secretTexts(key) {
    const texts = [];
    const collect = (value, depth) => {
        if (texts.length >= MAX_TEXTS)
            return;
        if (typeof value === 'string')
            texts.push(value);
        if (typeof value !== 'object' || value === null || depth > MAX_DEPTH)
            return;
        for (const inner of Object.values(value))
            collect(inner, depth + 1);
    };
    for (const [name, value] of Object.entries(key))
        if (!isIdentifier(name, value))
            collect(value, 0);
    return texts;
}
function isIdentifier(name, value) {
    return IDENTIFIERS.has(name) && typeof value === 'string' && !/-----BEGIN|\?/.test(value);
}
function protectUnreadable(text, secrets) {
    const lines = text.split(/[\r\n]+/, MAX_TEXTS).map((line) => line.trim());
    for (const line of lines) {
        if (lines.length === 1 || line.length >= MIN_MASKED_LINE_LENGTH)
            (0,_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .protectSecret */ .ol)(line, secrets);
    }
}
function parseKey(text) {
    const plain = parseObject(text);
    if (plain !== undefined)
        return plain;
    const compact = text.replace(/\s+/g, '');
    if (!/^[A-Za-z0-9+/_-]+=*$/.test(compact))
        return undefined;
    return parseObject(Buffer.from(compact, 'base64').toString('utf8'));
}
function parseObject(text) {
    try {
        const value = JSON.parse(text);
        JSON.stringify(value); // overflows the stack if it is nested beyond reason
        return isObject(value) ? value : undefined;
    }
    catch {
        // The error of JSON.parse quotes the text.
        return undefined;
    }
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Mq: () => (/* binding */ readResources),
/* harmony export */   cQ: () => (/* binding */ withPrivateNetworking)
/* harmony export */ });
/* unused harmony export noEndpointsText */
/* harmony import */ var _domain_providers_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7947);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4033);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4448);
/* harmony import */ var _input_names_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6);
/* harmony import */ var _parse_resources_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9386);
/* harmony import */ var _parse_scalars_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1170);






/** Reads `clusters` and `private-endpoint-regions`. */
function readResources(provider, context) {
    const { input, errors, secrets } = context;
    const read = (name, parse) => {
        const text = input(name);
        if (text === '')
            return undefined;
        requireVersion2(name, context);
        return errors.attempt(() => (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .parseNamed */ .Nw)((0,_input_names_js__WEBPACK_IMPORTED_MODULE_4__/* .inputLabel */ .NB)(name), () => parse((0,_parse_scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .parseWords */ .nl)(text))));
    };
    const clusters = read('clusters', (words) => (0,_parse_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .parseClusters */ .l)(words, secrets));
    const regions = read('private-endpoint-regions', (words) => (0,_parse_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRegions */ .T)(words, secrets));
    if (regions !== undefined && !_domain_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDERS */ .xq[provider].hasPrivateEndpoints) {
        errors.attempt(() => {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(noEndpointsText((0,_input_names_js__WEBPACK_IMPORTED_MODULE_4__/* .inputLabel */ .NB)('private-endpoint-regions'), provider));
        });
    }
    return {
        ...(clusters !== undefined && { clusters }),
        ...(regions !== undefined && { privateEndpointRegions: regions }),
    };
}
/** Private endpoints take private networking, so naming regions asks for it; switching it off at the same time is an error. */
function withPrivateNetworking(desired, refuse) {
    if (desired.privateEndpointRegions === undefined || !desired.enabled)
        return desired;
    if (desired.fields.requirePrivateNetworking === false)
        refuse();
    return { ...desired, fields: { ...desired.fields, requirePrivateNetworking: true } };
}
function noEndpointsText(label, provider) {
    return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .g) `${label}: ${_domain_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDERS */ .xq[provider].title} has no private endpoints. Remove it.`;
}
function requireVersion2(name, { input, errors }) {
    if (input('api-version') === 'v1.0')
        errors.add((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .g) `Input \`${name}\` needs \`api-version: v2\`.`);
}


/***/ }),

/***/ 9365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ workspaceOf),
/* harmony export */   s: () => (/* binding */ readWorkspaceFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4033);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4448);
/* harmony import */ var _input_names_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6);





const MAX_SHOWN_PATH_LENGTH = 500;
/** The folder that paths of inputs are relative to. */
function workspaceOf(env) {
    return env.GITHUB_WORKSPACE || process.cwd();
}
/**
 * Reads the file of the workspace that an input names.
 *
 * @param maxBytes of the file
 * @throws InputError if it is not there, no file, too large, or outside of the workspace once links are resolved
 */
function readWorkspaceFile(name, { input, env, secrets }, maxBytes) {
    const label = (0,_input_names_js__WEBPACK_IMPORTED_MODULE_3__/* .inputLabel */ .NB)(name);
    const path = input(name);
    const workspace = workspaceOf(env);
    const show = (shown) => (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .g) `\`${secrets.sanitize(shown, MAX_SHOWN_PATH_LENGTH)}\``;
    const tried = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, path);
    const found = attempt(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(tried));
    const root = attempt(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(workspace));
    if (found === undefined ? !isInside(workspace, tried) : !isInside(root, found)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz((0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path) && !isInside(workspace, tried)
            ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .g) `${label}: ${show(path)} lies outside of the workspace ${show(workspace)}. In a container, \`github.workspace\` is the path on the host: give a path relative to the workspace.`
            : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .g) `${label} must lie inside the workspace, also once links are resolved.`);
    }
    if (found === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .g) `${label}: there is no file ${show(tried)}; ${absenceAdvice(path)}`);
    const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(found);
    if (!stat.isFile())
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .g) `${label} is not a file.`);
    if (stat.size > maxBytes)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .g) `${label} is larger than ${maxBytes / 1024 / 1024} MiB, which is read at most.`);
    const text = attempt(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(found, 'utf8'));
    if (text === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .g) `${label} cannot be read; check its permissions.`);
    return text;
}
/** What to do about a file that is not there. */
function absenceAdvice(path) {
    if (path.includes('\\') && node_path__WEBPACK_IMPORTED_MODULE_1__.sep === '/')
        return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .g) `write \`/\` for the backslash in the path.`;
    if (/[*?]/.test(path))
        return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .g) `it must be the path of one file, not a pattern with \`*\` or \`?\`.`;
    return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .g) `correct the path, or add \`actions/checkout\` before this step if it is missing.`;
}
function isInside(folder, path) {
    if (folder === undefined)
        return false;
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, path);
    return inside !== '..' && !inside.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder, inside) === path;
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
/* harmony export */   ue: () => (/* binding */ initialState),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var _atlas_pending_change_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7368);
/* harmony import */ var _domain_compare_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(170);
/* harmony import */ var _domain_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4820);
/* harmony import */ var _domain_reported_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7298);
/* harmony import */ var _domain_result_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4424);





function initialState() {
    return {
        reported: null,
        reportedAt: Number.NEGATIVE_INFINITY,
        comparisons: [],
        patch: null,
        changed: false,
        clusters: [],
        privateEndpoints: [],
        clusterList: undefined,
        clustersListedAt: Number.NEGATIVE_INFINITY,
        sentLast: false,
        keptEnabled: [],
        requirements: [],
        notes: [],
        lastChange: null,
        atRisk: null,
        pendingChange: new _atlas_pending_change_js__WEBPACK_IMPORTED_MODULE_0__/* .PendingChange */ .y(),
    };
}
/**
 * Everything that a result holds apart from how the project ended.
 *
 * @param secrets cuts secrets out of the configuration; null if it is not to be shown, as in a run over many projects
 */
function factsOf(mode, desired, state, secrets, { findings, excused } = { findings: [], excused: [] }) {
    const { reported, comparisons, changed, pendingChange } = state;
    const differing = (0,_domain_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .differences */ .tX)(comparisons);
    const named = desired.providers.map(({ provider }) => (0,_domain_reported_js__WEBPACK_IMPORTED_MODULE_3__/* .providerState */ .J)(reported ?? {}, provider));
    const providers = reported === null ? [] : desired.providers.length > 0 ? named : (0,_domain_result_js__WEBPACK_IMPORTED_MODULE_4__/* .targets */ .zV)(desired, reported);
    return {
        mode,
        projectId: desired.id,
        name: desired.name,
        providers,
        valid: reported !== null && (0,_domain_result_js__WEBPACK_IMPORTED_MODULE_4__/* .allValid */ .a7)((0,_domain_result_js__WEBPACK_IMPORTED_MODULE_4__/* .targets */ .zV)(withKept(desired, state), reported)),
        expectsProvider: desired.providers.length === 0 || desired.providers.some(({ enabled }) => enabled),
        checksEveryProvider: desired.providers.length === 0,
        enabled: providers.some(({ enabled }) => enabled),
        changed,
        drifted: differing.length > 0,
        differences: differing,
        notComparable: (0,_domain_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .notComparable */ .kY)(comparisons),
        comparisons,
        patch: state.patch,
        isKnown: reported !== null,
        configuration: reported && secrets && new _domain_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .FieldRedactor */ .J(secrets).configuration(reported),
        findings,
        excused,
        clusters: state.clusters,
        privateEndpoints: state.privateEndpoints,
        requirements: state.requirements,
        notes: state.notes,
        lastChange: state.lastChange,
        atRisk: state.atRisk,
        stateUnknown: pendingChange.isUnresolved,
    };
}
/** A provider that this run leaves enabled counts as one that is enabled on purpose. */
function withKept(desired, { keptEnabled }) {
    if (keptEnabled.length === 0)
        return desired;
    const providers = desired.providers.map((provider) => keptEnabled.includes(provider.provider) ? { ...provider, enabled: true } : provider);
    return { ...desired, providers };
}
/** The result of a project that failed before it was looked at: nothing is known about it. */
function failedEarly(mode, desired, error) {
    return { ...factsOf(mode, desired, initialState(), null), result: 'failed', failureReason: 'error', error };
}


/***/ }),

/***/ 6964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isLoopback)
/* harmony export */ });
/** Whether the host name of a URL is this machine: the only kind of host that plain http is allowed for. */
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
/* harmony export */   D: () => (/* binding */ heldText),
/* harmony export */   g: () => (/* binding */ describeEvent)
/* harmony export */ });
/* harmony import */ var _domain_providers_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7947);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4033);
/* harmony import */ var _sanitize_sanitize_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1839);
/* harmony import */ var _sanitize_sentences_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5444);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3757);





/** Whether a condition is met, in a word. */
function heldText(held) {
    if (held === null)
        return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .g) `not known`;
    return held ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .g) `held` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .g) `NOT held`;
}
/** An event of the run as a line of the log. */
function describeEvent(event) {
    const line = describe(event);
    return event.about === undefined ? line : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .g) `${event.about}: ${line}`;
}
function describe(event) {
    switch (event.type) {
        case 'reported':
            return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .g) `Atlas reports: ${(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .joinSafe */ .e)(event.providers.map(describeState), (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .g) ` · `)}`;
        case 'compared':
            return describeComparisons(event.comparisons);
        case 'role-found':
            return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .g) `Role ${event.role} is known to Atlas as ${event.roleId}`;
        case 'patch':
            return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .g) `${event.sent ? 'Sending' : 'Apply would send'}: PATCH ${(0,_sanitize_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .safeJson */ .oi)(event.patch)}`;
        case 'retry':
            return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .g) `${event.request}: ${event.reason}; trying again in ${(0,_sanitize_sentences_js__WEBPACK_IMPORTED_MODULE_4__/* .secondsText */ .Hd)(event.waitMs)}`;
        case 'awaiting-valid': {
            const names = (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .joinSafe */ .e)(event.providers.map((provider) => _domain_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDERS */ .xq[provider].title), (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .g) `, `);
            return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .g) `Waiting up to ${event.forMs / 1000} s for Atlas to report the key of ${names || (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .g) `a provider`} as valid`;
        }
        case 'required': {
            const { condition, held, detail } = event.requirement;
            return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .g) `Requirement ${condition}: ${heldText(held)}. ${detail}`;
        }
        case 'progress':
            return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .g) `Progress: ${event.done} of ${event.of} projects done, ${event.failed} of them failed`;
        case 'note':
        case 'warning':
            return event.text;
    }
}
function describeState({ provider, enabled, valid }) {
    if (!enabled)
        return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .g) `${provider} off`;
    return valid ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .g) `${provider} enabled, key valid` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .g) `${provider} enabled, key NOT valid`;
}
function describeComparisons(comparisons) {
    const differing = comparisons.filter(({ verdict }) => verdict === 'differs');
    const unknown = comparisons.filter(({ verdict }) => verdict === 'not-comparable').map(({ field }) => field);
    const same = comparisons.length - differing.length - unknown.length;
    const parts = [
        differing.length === 0
            ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .g) `No differences`
            : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .g) `Differs: ${(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .joinSafe */ .e)(differing.map(describeDifference), (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .g) `; `)}`,
        (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .g) `${same} of ${comparisons.length} as desired`,
        ...(unknown.length > 0 ? [(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .g) `cannot be compared: ${(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .joinSafe */ .e)(unknown, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .g) `, `)}`] : []),
    ];
    return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .joinSafe */ .e)(parts, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .g) ` · `);
}
function describeDifference({ field, expected, actual }) {
    return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .g) `${field} is ${(0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .valueText */ .R)(actual)}, expected ${(0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .valueText */ .R)(expected)}`;
}


/***/ }),

/***/ 5138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ed: () => (/* binding */ Html),
/* harmony export */   R0: () => (/* binding */ externalText),
/* harmony export */   Sy: () => (/* binding */ withIcon),
/* harmony export */   U3: () => (/* binding */ ownText),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   qy: () => (/* binding */ html)
/* harmony export */ });
/** Markup that is safe to write into a summary, an issue or a comment: made by the functions of this file alone. */
class Html {
    markup;
    constructor(markup) {
        this.markup = markup;
    }
}
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text) => text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
/**
 * A template tag: what is written in the template is markup, what is put into it is text and is escaped (unless it is
 * {@link Html} already). Line breaks of the template are dropped, so that the result is one HTML block: inside one, GitHub's
 * Markdown (a superset of CommonMark 0.31, 4.6) reads no emphasis, no image and no table up to a blank line.
 */
function html(template, ...parts) {
    const markup = template.map((chunk, i) => chunk.replace(/\s*\n\s*/g, '') + (i < parts.length ? render(parts[i]) : ''));
    return new Html(markup.join(''));
}
function render(part) {
    if (part instanceof Html)
        return part.markup;
    if (typeof part === 'string' || typeof part === 'number')
        return escapeHtml(String(part));
    return part === undefined ? '' : part.map(({ markup }) => markup).join('');
}
/** A sentence of our own, escaped, with `names` in backticks as code. For text from outside see {@link code}. */
function ownText(sentence) {
    return new Html(escapeHtml(sentence).replace(/`([^`]+)`/g, '<code>$1</code>'));
}
/**
 * Text from outside as code. GitHub links `@name`, `#123` and URLs in any text but not in `<code>`, so this is the only way in
 * for names, values and messages. An empty text shows as a dash.
 */
function code(text) {
    return text === '' ? new Html('—') : new Html(`<code>${escapeHtml(text)}</code>`);
}
/** A link with a text of our own or as {@link Html}; the text alone without a URL. */
function link(url, text) {
    return url === null ? text : new Html(`<a href="${escapeHtml(url)}">${text.markup}</a>`);
}
/** Letters, digits and the signs of a sentence. */
const SENTENCE = /^[\p{L}\p{N} .,;:()'"`–—…·/=?!%+_-]*$/u;
/** What GitHub links or draws without a special sign in it: addresses, issues, advisories, commits, emoji by name. */
const LINKABLE = /:\/\/|www\.|(GH|GHSA|CVE)-[0-9a-z]|(?<![\p{L}\p{N}])[0-9a-f]{7,40}(?![\p{L}\p{N}])|:[\w+-]+:/iu;
/** A sentence that may hold words from outside: as text if GitHub would link nothing in it, with `names` as code; else as code. */
function externalText(sentence) {
    const isHarmless = SENTENCE.test(sentence) && !LINKABLE.test(sentence);
    return isHarmless ? ownText(sentence) : new Html(`<code>${escapeHtml(sentence.replaceAll('`', ''))}</code>`);
}
/** An icon that stays on one line with the words that it is for. */
function withIcon(icon, words) {
    return new Html(`${icon}\u00a0${escapeHtml(words)}`);
}


/***/ }),

/***/ 4073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  $: () => (/* binding */ pageLinks)
});

// UNUSED EXPORTS: NO_LINKS

;// CONCATENATED MODULE: ./build/domain/documented-codes.js
/** The error codes that `docs/errors.md` has a section for, each under the code in lower case. A test compares the two. */
const DOCUMENTED_CODES = new Set(`INPUT NETWORK PROTOCOL TIMEOUT CANCELLED NOT_APPLIED CLUSTER_PAUSED CLUSTER_NOT_READY PRIVATE_ENDPOINT_FAILED
  PRIVATE_ENDPOINT_PENDING_ACCEPTANCE PRIVATE_ENDPOINT_NOT_READY IP_ADDRESS_NOT_ON_ACCESS_LIST
  ORG_REQUIRES_ACCESS_LIST USER_UNAUTHORIZED USER_CANNOT_ACCESS_GROUP USER_CANNOT_ACCESS_ORG ACCESS_FORBIDDEN
  NOT_IN_GROUP GROUP_NOT_FOUND INVALID_GROUP_ID NOT_ATLAS_GROUP NOT_IN_ORG ORG_NOT_FOUND INVALID_ORG_ID
  RESOURCE_NOT_FOUND invalid_client access_denied UNEXPECTED_ERROR NO_PAYMENT_INFORMATION_FOUND
  ACCOUNT_SUSPENDED RATE_LIMITED RATE_LIMITED_TOKEN_BUCKET SERVICE_UNAVAILABLE
  WRITES_NOT_ALLOWED_DURING_APP_UPGRADES VERSION_GONE CANNOT_ASSUME_ROLE
  CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED INVALID_AWS_CREDENTIALS INVALID_AZURE_CREDENTIALS
  INVALID_GOOGLE_CLOUD_CREDENTIALS NO_PERMISSION_TO_ENCRYPT_DECRYPT AWS_KMS_CREDENTIALS_AUTH_DEPRECATED
  ENCRYPTION_AT_REST_SETTINGS_INVALID AWS_CUSTOMER_MASTER_KEY_NOT_FOUND AWS_KMS_CUSTOMER_MASTER_KEY_NOT_ENABLED
  AWS_KMS_CUSTOMER_MASTER_KEY_PENDING_DELETION AWS_KMS_CUSTOMER_MASTER_KEY_PENDING_IMPORT
  AWS_KMS_REGION_NOT_SUPPORTED INVALID_REGION AZURE_KEY_VAULT_KEY_EXPIRED AZURE_KEY_VAULT_KEY_EXPIRING
  AZURE_KEY_VAULT_KEY_IDENTIFIER_INVALID_FORMAT AZURE_KEY_VAULT_KEY_NOT_ACTIVE AZURE_KEY_VAULT_KEY_NOT_ENABLED
  AZURE_KEY_VAULT_KEY_NOT_FOUND AZURE_KEY_VAULT_ENVIRONMENT_NOT_SUPPORTED GOOGLE_CLOUD_KMS_KEY_VERSION_NOT_FOUND
  GOOGLE_CLOUD_KMS_KEY_VERSION_DISABLED GOOGLE_CLOUD_KMS_KEY_VERSION_DESTROY_SCHEDULED
  GOOGLE_CLOUD_KMS_KEY_VERSION_DESTROYED GOOGLE_CLOUD_KMS_KEY_VERSION_PENDING_GENERATION VALIDATION_ERROR
  INVALID_ATTRIBUTE INVALID_ENUM_VALUE MISSING_ATTRIBUTE MISSING_OR_INVALID_ATTRIBUTE
  CANNOT_USE_ENCRYPTION_AT_REST_TENANT UNSUPPORTED_FOR_CURRENT_PLAN FEATURE_UNSUPPORTED
  ENCRYPTION_AT_REST_PROVIDER_NOT_SUPPORTED CANNOT_CHANGE_ENCRYPTION_AT_REST_PROVIDER
  CANNOT_DISABLE_ENCRYPTION_AT_REST CANNOT_DISABLE_ENCRYPTION_AT_REST_DUE_TO_PRIVATE_ENDPOINTS
  CANNOT_DISABLE_ENCRYPTION_AT_REST_REQUIRE_PRIVATE_NETWORKING_WHILE_PRIVATE_ENDPOINTS_EXIST
  ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_DELETE_BLOCKED_DURING_PROVISIONING
  CANNOT_DISABLE_ENCRYPTION_AT_REST_WITH_BACKUP_COMPLIANCE_POLICY
  CAN_NOT_DISABLE_ALL_ENCRYPTION_AT_REST_SETTINGS_WHILE_BACKUP_COMPLIANCE_POLICY_ENCRYPTION_ENABLED`.split(/\s+/));

// EXTERNAL MODULE: ./build/sanitize/safe-text.js
var safe_text = __nccwpck_require__(4033);
// EXTERNAL MODULE: ./build/sanitize/sentences.js
var sentences = __nccwpck_require__(5444);
;// CONCATENATED MODULE: ./build/report/links.js



/** No links at all. */
const NO_LINKS = { project: () => null, error: () => null, runbook: () => null };
/** @param atlasOrigin scheme and host of Atlas; null if it is not known */
function pageLinks(atlasOrigin, env, secrets) {
    const origin = atlasOrigin === null ? null : secrets.sanitize(atlasOrigin);
    const docs = docsFolder(env);
    const folder = docs === null ? null : secrets.sanitize(docs);
    return {
        project: (projectId) => (origin === null ? null : (0,safe_text/* safe */.g) `${origin}/v2/${projectId}`),
        error: (code) => folder === null || !DOCUMENTED_CODES.has(code) ? null : (0,safe_text/* safe */.g) `${folder}/errors.md#${(0,sentences/* lowerCase */.gQ)((0,safe_text/* safe */.g) `${code}`)}`,
        runbook: () => (folder === null ? null : (0,safe_text/* safe */.g) `${folder}/runbook.md`),
    };
}
/** The runner sets these variables for an action from a repository; a local one (`uses: ./`) has none of the last two. */
function docsFolder(env) {
    const { GITHUB_SERVER_URL: server = '', GITHUB_ACTION_REPOSITORY: repository = '', GITHUB_ACTION_REF: ref = '' } = env;
    const isKnown = /^https?:\/\/[\w.:-]+$/.test(server) && /^[\w.-]+\/[\w.-]+$/.test(repository) && /^[\w./-]+$/.test(ref);
    return isKnown ? `${server}/${repository}/blob/${ref}/docs` : null;
}


/***/ }),

/***/ 3851:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BK: () => (/* binding */ statesTable),
/* harmony export */   Ko: () => (/* binding */ projectBlocks),
/* harmony export */   Qv: () => (/* binding */ comparisonTable),
/* harmony export */   gv: () => (/* binding */ requirementRow),
/* harmony export */   pT: () => (/* binding */ errorBlocks),
/* harmony export */   xJ: () => (/* binding */ REQUIREMENT_HEAD)
/* harmony export */ });
/* harmony import */ var _domain_providers_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7947);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(4033);
/* harmony import */ var _sanitize_sanitize_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1839);
/* harmony import */ var _events_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6710);
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5138);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3757);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(1345);







const MAX_VALUE_LENGTH = 500;
const ICONS = { good: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `✅`, excused: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `⚠️`, bad: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `❌` };
/** The blocks about one project, for the summary, an issue or a comment. */
function projectBlocks(project, links) {
    const verdict = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_5__/* .verdictOn */ .Hc)(project);
    const id = (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .link */ .nf)(links.project(project.projectId), (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(project.projectId));
    return [
        (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<h3>${ICONS[verdict.status]} Atlas encryption at rest: ${verdict.title}</h3>
      <p>${(0,_verdict_js__WEBPACK_IMPORTED_MODULE_5__/* .modeTitle */ .i2)(project.mode)} · project ${id}</p>`,
        ...verdict.findings.flatMap((finding) => findingBlocks(finding, links)),
        ...(project.error === null ? [] : errorBlocks(project.error, links)),
        ...(project.stateUnknown ? [(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<p>⚠️ ${(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .ownText */ .U3)(_verdict_js__WEBPACK_IMPORTED_MODULE_5__/* .STATE_UNKNOWN */ .V7)}</p>`] : []),
        ...detailBlocks(project),
    ];
}
function findingBlocks({ text, advice, hasRunbook }, links) {
    const runbook = hasRunbook ? links.runbook() : null;
    return [
        (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<p>${(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .externalText */ .R0)(text)}</p>`,
        ...(advice === undefined ? [] : [(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<p><b>What to do:</b> ${(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .ownText */ .U3)(advice)}</p>`]),
        ...(runbook === null ? [] : [(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<p>${(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .link */ .nf)(runbook, (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `What to do when a key is not valid`)}</p>`]),
    ];
}
/** An error in its pieces: what failed, what Atlas says, what to do. */
function errorBlocks({ message, code: errorCode, parts }, links) {
    if (parts === undefined)
        return [(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<p>${(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .externalText */ .R0)(message)}</p>`];
    const page = links.error(errorCode);
    const { what, detail, items = [], advice } = parts;
    return [
        (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<p>${(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .externalText */ .R0)(what)}</p>`,
        ...(detail === undefined ? [] : [(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<p><b>Atlas says:</b> ${(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .externalText */ .R0)(detail)}</p>`]),
        ...(items.length === 0 ? [] : [(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<ul>${items.map((item) => (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<li>${(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .externalText */ .R0)(item)}</li>`)}</ul>`]),
        ...(advice === undefined ? [] : [(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<p><b>What to do:</b> ${(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .externalText */ .R0)(advice)}</p>`]),
        ...(page === null ? [] : [(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<p>${(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .link */ .nf)(page, (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `More about ${(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `${errorCode}`)}`)}</p>`]),
    ];
}
function detailBlocks(project) {
    const { comparisons, requirements, notComparable, notes, lastChange, isKnown } = project;
    return [
        ...(isKnown ? [statesTable(project)] : []),
        ...(comparisons.length > 0 ? [comparisonTable(project)] : []),
        ...(project.clusters.length > 0 ? [clusterTable(project.clusters)] : []),
        ...(project.privateEndpoints.length > 0 ? [endpointTable(project.privateEndpoints)] : []),
        ...(lastChange === null
            ? []
            : [(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<p>Last change of the configuration: ${(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(lastChange.when)} by ${(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(lastChange.who)}</p>`]),
        ...(requirements.length > 0 ? [requirementTable(requirements)] : []),
        ...patchBlock(project),
        ...notes.map((note) => (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<p>ℹ️ ${(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .externalText */ .R0)(note)}</p>`),
        ...(notComparable.length > 0 ? [notComparableBlock(notComparable)] : []),
    ];
}
function patchBlock({ patch, mode, changed, error, stateUnknown }) {
    if (patch === null)
        return [];
    const intro = mode === 'plan' ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `Apply would send` : changed || error === null || stateUnknown ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `Sent` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `Refused`;
    return [(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<p>${intro}: ${(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `PATCH ${(0,_sanitize_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)((0,_sanitize_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .safeJson */ .oi)(patch))}`)}</p>`];
}
/** The providers and their keys as Atlas reports them. */
function statesTable({ providers }) {
    if (providers.length === 0)
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<p>No provider is enabled.</p>`;
    const rows = providers.map(({ provider, enabled, valid }) => {
        const key = !enabled ? (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `—` : valid ? (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .withIcon */ .Sy)('✅', (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `valid`) : (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .withIcon */ .Sy)('❌', (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `not valid`);
        const state = enabled ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `enabled` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `off`;
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<tr><td>${_domain_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDERS */ .xq[provider].title}</td><td>${state}</td><td>${key}</td></tr>`;
    });
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<table><tr><th>Provider</th><th>In Atlas now</th><th>Key</th></tr>${rows}</table>`;
}
/** The desired fields next to what Atlas reports. */
function comparisonTable({ comparisons, changed, mode, }) {
    const wasChanged = changed && mode === 'apply';
    const value = (shown) => (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(shown === null || shown === '' ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `` : (0,_values_js__WEBPACK_IMPORTED_MODULE_4__/* .valueText */ .R)(shown, MAX_VALUE_LENGTH));
    const verdicts = {
        same: (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .withIcon */ .Sy)('✅', (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `same`),
        differs: wasChanged ? (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .withIcon */ .Sy)('🔄', (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `changed`) : (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .withIcon */ .Sy)('❌', (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `differs`),
        'not-comparable': (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .withIcon */ .Sy)('❔', (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `not comparable`),
    };
    const rows = comparisons.map(({ field, expected, actual, verdict }) => (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<tr><td>${(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(field)}</td><td>${value(expected)}</td><td>${value(actual)}</td><td>${verdicts[verdict]}</td></tr>`);
    const inAtlas = wasChanged ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `In Atlas before` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `In Atlas`;
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<table><tr><th>Field</th><th>Expected</th><th>${inAtlas}</th><th>Verdict</th></tr>${rows}</table>`;
}
/** The clusters that the workflow names, as they were last seen. */
function clusterTable(clusters) {
    const rows = clusters.map(({ name, expected, actual, state }) => {
        const result = (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .withIcon */ .Sy)(actual === expected ? '✅' : '❌', actual === null ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `—` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `${actual}`);
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<tr><td>${(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(name)}</td><td>${expected}</td><td>${result}</td><td>${(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(state ?? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) ``)}</td></tr>`;
    });
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<table><tr><th>Cluster</th><th>Expected</th><th>In Atlas</th><th>State</th></tr>${rows}</table>`;
}
/** The private endpoints in the regions that the workflow names, as they were last seen. */
function endpointTable(endpoints) {
    const rows = endpoints.map(({ provider, region, status, connectionName }) => {
        const icon = status === 'ACTIVE' ? '✅' : status === null || status === 'FAILED' ? '❌' : '⏳';
        const connection = (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(connectionName ?? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) ``);
        const result = (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .withIcon */ .Sy)(icon, status ?? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `none`);
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<tr><td>${_domain_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDERS */ .xq[provider].title}</td><td>${(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(region)}</td><td>${result}</td><td>${connection}</td></tr>`;
    });
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<table><tr><th>Private endpoint</th><th>Region</th><th>Status</th><th>Connection</th></tr>${rows}</table>`;
}
/** The conditions that were checked. */
function requirementTable(requirements) {
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<table>${REQUIREMENT_HEAD}${requirements.map(requirementRow)}</table>`;
}
const REQUIREMENT_HEAD = (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<tr><th>Requirement</th><th>Result</th><th>Why</th></tr>`;
function requirementRow({ condition, held, detail }) {
    const icon = held === null ? '❔' : held ? '✅' : '❌';
    const result = (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .withIcon */ .Sy)(icon, (0,_events_js__WEBPACK_IMPORTED_MODULE_2__/* .heldText */ .D)(held));
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<tr><td>${(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `${condition}`)}</td><td>${result}</td><td>${(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .externalText */ .R0)(detail)}</td></tr>`;
}
function notComparableBlock(fields) {
    const names = fields.map((field) => (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `${(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(field)} `);
    const why = fields.length > 1 ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `Atlas does not return them` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `Atlas does not return it`;
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<p>Not comparable: ${names}— ${why}, so a difference there cannot be seen. Given secrets are sent on every apply.</p>`;
}


/***/ }),

/***/ 1644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ projectsBlocks)
/* harmony export */ });
/* harmony import */ var _domain_result_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4424);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(4033);
/* harmony import */ var _sanitize_sanitize_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1839);
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5138);
/* harmony import */ var _project_summary_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3851);
/* harmony import */ var _projects_verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(581);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(1345);







/** Of one project's row; the report has all of it. */
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
const COLORS = {
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
 * The blocks about many projects: verdict, totals, a pie of the verdicts, one row a project, worst first. Made from the
 * report alone, so that merged reports read like one run.
 *
 * @param maxBytes, with blank lines between the blocks; rows past it are counted instead
 */
function projectsBlocks(report, maxBytes, links) {
    const blocks = [...heading(report, links), ...(report.projects.length === 0 ? [] : [totals(report), pie(report)])];
    for (const reason of _domain_result_js__WEBPACK_IMPORTED_MODULE_0__/* .FAILURE_REASONS */ .N9) {
        if (report.projects.some(({ failureReason }) => failureReason === reason)) {
            blocks.push((0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<p><b>${(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `${reason}`}:</b> ${(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .ownText */ .U3)(_projects_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .ADVICE */ .hc[reason])}</p>`);
        }
    }
    const used = blocks.reduce((size, { markup }) => size + Buffer.byteLength(markup) + 2, 0);
    return [...blocks, ...table(report, maxBytes - used, links)];
}
function heading(report, links) {
    const { mode, shard, failureReason, error, totals: counts, projects } = report;
    const isExcused = projects.some((project) => (0,_projects_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .projectVerdict */ .pv)(project, mode) === 'excused');
    const icon = failureReason !== null ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `❌` : isExcused ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `⚠️` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `✅`;
    const part = shard === null ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) ` · shard ${shard}`;
    const text = counts.projects === 0 ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `There was no project to check.` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `${(0,_projects_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .countsOf */ .mQ)(report)}.`;
    return [
        (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<h3>${icon} Atlas encryption at rest: ${(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `${failureReason ?? report.result}`}</h3>
      <p>${(0,_verdict_js__WEBPACK_IMPORTED_MODULE_5__/* .modeTitle */ .i2)(mode)}${part} · ${text}</p>`,
        ...(error === null ? [] : (0,_project_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .errorBlocks */ .pT)(error, links)),
    ];
}
function totals({ totals: counts }) {
    const names = Object.keys(counts);
    const titles = names.map((name) => (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<th>${(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `${name}`}</th>`);
    const values = names.map((name) => (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<td>${counts[name]}</td>`);
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<table><tr>${titles}</tr><tr>${values}</tr></table>`;
}
/** Mermaid, which GitHub draws; it holds only words and numbers of our own. */
function pie({ projects, mode }) {
    const verdicts = projects.map((project) => (0,_projects_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .projectVerdict */ .pv)(project, mode));
    const slices = _projects_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .VERDICTS */ .bk.flatMap((verdict) => {
        const count = verdicts.filter((other) => other === verdict).length;
        return count === 0 ? [] : [{ text: `    "${verdict}" : ${count}`, color: COLORS[verdict] }];
    });
    // Mermaid's own colors would show passed projects in yellow.
    const variables = Object.fromEntries(slices.map(({ color }, i) => [`pie${i + 1}`, color]));
    const theme = `%%{init: ${JSON.stringify({ themeVariables: variables })}}%%`;
    const lines = ['```mermaid', theme, 'pie showData title Verdicts', ...slices.map(({ text }) => text), '```'];
    return new _html_js__WEBPACK_IMPORTED_MODULE_2__/* .Html */ .Ed(lines.join('\n'));
}
function table(report, room, links) {
    const projects = (0,_projects_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .worstFirst */ .md)(report);
    if (projects.length === 0)
        return [];
    const head = (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<tr><th>Verdict</th><th>Project</th><th>What was found</th></tr>`;
    const rows = [];
    // What ends the table, and says how much was cut, is short.
    let left = room - head.markup.length - 300;
    for (const project of projects) {
        const row = rowOf(project, report.mode, links);
        left -= Buffer.byteLength(row.markup);
        if (left < 0)
            break;
        rows.push(row);
    }
    const cut = projects.length - rows.length;
    return [
        (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<table>${head}${rows}</table>`,
        ...(cut === 0
            ? []
            : [
                (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<p>${cut} more projects were cut here. The file of the output ${(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `report-file`)} has all of them.</p>`,
            ]),
    ];
}
function rowOf(project, mode, links) {
    const verdict = (0,_projects_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .projectVerdict */ .pv)(project, mode);
    const name = project.name === null ? [] : [(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `${(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(project.name)}<br>`];
    const id = (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)(links.project(project.projectId), (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(project.projectId));
    const found = (0,_sanitize_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)((0,_projects_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .findingsOf */ .WX)(project, mode), MAX_TEXT_LENGTH);
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<tr><td>${(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .withIcon */ .Sy)(ICONS[verdict], (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .g) `${verdict}`)}</td><td>${name}${id}</td><td>${(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .externalText */ .R0)(found)}</td></tr>`;
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
/* harmony import */ var _domain_result_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4424);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4033);
/* harmony import */ var _events_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6710);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3757);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1345);






/** How one of many projects ended, in a word: why it failed, or what was done, worst first. */
const VERDICTS = [
    ..._domain_result_js__WEBPACK_IMPORTED_MODULE_1__/* .FAILURE_REASONS */ .N9,
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
 * The verdict, derived from the report alone, since nothing else is there when the reports of a matrix are merged. `excused`: a
 * finding that an input like `fail-on-drift: false` keeps from failing the step; `to change`: what apply would change.
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
/** The inputs that keep a finding of the project from failing the step. */
function excuses({ result, drifted, providers }, mode) {
    if (result === 'failed' || mode === 'plan')
        return [];
    const isInvalid = providers.some(({ enabled, valid }) => enabled && !valid);
    return [...(isInvalid ? [(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .g) `fail-on-invalid`] : []), ...(drifted && mode === 'drift' ? [(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .g) `fail-on-drift`] : [])];
}
/** The projects, worst first, otherwise in the order of the report. */
function worstFirst(report) {
    const rank = (project) => VERDICTS.indexOf(projectVerdict(project, report.mode));
    return report.projects.toSorted((a, b) => rank(a) - rank(b));
}
/** Everything that was found in a project, or else its state. */
function findingsOf(project, mode) {
    const { error, requirements, differences, changed } = project;
    if (error !== null)
        return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .g) `${error.code}: ${error.message}`;
    const failing = requirements.filter(({ held }) => held !== true);
    const state = isToBeDisabled(project, mode) ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .g) `${states(project)}, but must be disabled` : states(project);
    const sentences = [
        (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .g) `${state}${(0,_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .stakes */ .Aq)(project.atRisk)}`,
        ...failing.map(({ condition, held, detail }) => (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .g) `${condition} ${(0,_events_js__WEBPACK_IMPORTED_MODULE_2__/* .heldText */ .D)(held)}: ${detail}`),
        ...(differences.length > 0 ? [(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .joinSafe */ .e)(describeDifferences(project), (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .g) `; `)] : []),
        ...(mode === 'plan' && changed && differences.length === 0
            ? [(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .g) `would send given secrets, which Atlas never returns`]
            : []),
    ].filter((sentence) => sentence !== '');
    return sentences.length === 0 ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .g) `no provider is enabled` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .joinSafe */ .e)(sentences, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .g) ` · `);
}
function describeDifferences({ differences, changed, result }) {
    return differences.map(({ provider, field, expected, actual }) => {
        const path = provider === null ? field : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .g) `${_domain_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDERS */ .xq[provider].atlasObject}.${field}`;
        return changed && result !== 'planned'
            ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .g) `${path}: ${(0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .valueText */ .R)(actual)} → ${(0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .valueText */ .R)(expected)}`
            : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .g) `${path} is ${(0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .valueText */ .R)(actual)}, expected ${(0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .valueText */ .R)(expected)}`;
    });
}
/** Verify fails for a valid key only where the provider must be disabled. */
function isToBeDisabled({ failureReason, providers }, mode) {
    return (mode === 'verify' && failureReason === 'invalid' && providers.length > 0 && providers.every(({ valid }) => valid));
}
function states({ providers }) {
    const texts = providers.map(({ provider, enabled, valid }) => {
        const key = enabled ? (valid ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .g) `key valid` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .g) `key NOT valid`) : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .g) `not enabled`;
        return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .g) `${_domain_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDERS */ .xq[provider].title}: ${key}`;
    });
    return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .joinSafe */ .e)(texts, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .g) `, `);
}
/** What to do about a reason for which projects failed. */
const ADVICE = {
    error: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .g) `the message says what to do. The other projects are not affected.`,
    invalid: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .g) `do not restart, scale or upgrade a cluster of such a project before its key is valid: its nodes would not start again. Check that the key is enabled, that the role or the credentials may use it, and that the key provider lets Atlas in. Enable a provider that is not enabled with \`mode: apply\`.`,
    requirement: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .g) `see the condition. A condition that is not known needs another role: \`Project Read Only\`, for private endpoints \`Project Owner\`.`,
    drift: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .g) `if the file is right, run \`mode: apply\`. If Atlas is right, change the file.`,
};
/** `40 projects: 37 passed, 3 failed (1 invalid, 2 drift), 4 changed`. */
function countsOf({ mode, totals, projects }) {
    const reasons = _domain_result_js__WEBPACK_IMPORTED_MODULE_1__/* .FAILURE_REASONS */ .N9.flatMap((reason) => {
        const count = projects.filter(({ failureReason }) => failureReason === reason).length;
        return count === 0 ? [] : [(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .g) `${count} ${reason}`];
    });
    const failed = reasons.length === 0 ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .g) `` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .g) ` (${(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .joinSafe */ .e)(reasons, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .g) `, `)})`;
    const changed = totals.changed === 0 ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .g) `` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .g) `, ${totals.changed} ${mode === 'plan' ? 'to change' : 'changed'}`;
    const noun = totals.projects === 1 ? 'project' : 'projects';
    return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .g) `${totals.projects} ${noun}: ${totals.passed} passed, ${totals.failed} failed${failed}${changed}`;
}


/***/ }),

/***/ 7177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ buildReport),
/* harmony export */   ve: () => (/* binding */ MAX_LENGTHS),
/* harmony export */   xh: () => (/* binding */ currentRun),
/* harmony export */   xr: () => (/* binding */ assembleReport)
/* harmony export */ });
/* harmony import */ var _domain_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(545);
/* harmony import */ var _domain_result_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4424);
/* harmony import */ var _sanitize_sentences_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5444);



/** How much of a text is kept when a report is read. The runner cuts annotations at 4096 characters. */
const MAX_LENGTHS = { name: _domain_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_NAME_LENGTH */ .E, detail: 1000, message: 3000 };
/** The report of a run. */
function buildReport(parts) {
    return assembleReport({
        ...parts,
        error: withoutParts(parts.error),
        projects: parts.projects.map(projectReport),
        invalid: parts.projects.filter(hasInvalidProvider).length,
    });
}
/** The report on the projects: result, reason and totals follow from what the projects say. */
function assembleReport(parts) {
    const { mode, shard, error, projects, invalid } = parts;
    const count = (is) => projects.filter(is).length;
    const failureReason = error !== null
        ? 'error'
        : (_domain_result_js__WEBPACK_IMPORTED_MODULE_0__/* .FAILURE_REASONS */ .N9.find((reason) => projects.some((project) => project.failureReason === reason)) ?? null);
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
/** The run of the workflow that makes a report now. */
function currentRun({ env, clock }, secrets) {
    const number = (text) => text !== undefined && /^\d{1,20}$/.test(text) ? secrets.sanitize(text) : null;
    return {
        id: number(env.GITHUB_RUN_ID),
        attempt: number(env.GITHUB_RUN_ATTEMPT),
        at: (0,_sanitize_sentences_js__WEBPACK_IMPORTED_MODULE_2__/* .isoTime */ .Ly)(clock.wallNow()),
    };
}
function successOf({ mode, isMultiProject, projects }) {
    const [only] = projects;
    if (!isMultiProject && only !== undefined)
        return only.result;
    if (mode === 'plan')
        return 'planned';
    if (mode !== 'apply')
        return 'passed';
    return projects.some(({ changed }) => changed) ? 'updated' : 'unchanged';
}
/** A desired or targeted provider is not enabled or not valid; only known once Atlas has answered. */
function hasInvalidProvider({ isKnown, expectsProvider, valid }) {
    return isKnown && expectsProvider && !valid;
}
function projectReport(project) {
    const { projectId, name, result, failureReason, valid, enabled, changed, drifted, providers } = project;
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
        differences: project.differences.map((difference) => ({ projectId, ...difference })),
        notComparable: project.notComparable,
        requirements: project.requirements,
        clusters: project.clusters,
        privateEndpoints: project.privateEndpoints,
        atRisk: project.atRisk,
        error: withoutParts(project.error),
    };
}
/** An error as the JSON of a report has it. */
function withoutParts(error) {
    return error && { code: error.code, message: error.message };
}


/***/ }),

/***/ 3757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ valueText)
/* harmony export */ });
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4033);
/* harmony import */ var _sanitize_sanitize_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1839);


/** A field's value in a sentence or a table; a dash if there is none. */
function valueText(value, maxLength) {
    if (value === null || value === '')
        return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `—`;
    return typeof value === 'boolean' ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `${value}` : (0,_sanitize_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(value, maxLength);
}


/***/ }),

/***/ 1345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  V7: () => (/* binding */ STATE_UNKNOWN),
  ix: () => (/* binding */ excusedFindings),
  i2: () => (/* binding */ modeTitle),
  Aq: () => (/* binding */ stakes),
  MT: () => (/* binding */ verdictLine),
  Hc: () => (/* binding */ verdictOn)
});

// EXTERNAL MODULE: ./build/domain/modes.js
var modes = __nccwpck_require__(7385);
// EXTERNAL MODULE: ./build/domain/named.js
var named = __nccwpck_require__(5012);
// EXTERNAL MODULE: ./build/domain/providers.js
var domain_providers = __nccwpck_require__(7947);
// EXTERNAL MODULE: ./build/sanitize/safe-text.js
var safe_text = __nccwpck_require__(4033);
// EXTERNAL MODULE: ./build/report/events.js
var events = __nccwpck_require__(6710);
;// CONCATENATED MODULE: ./build/report/success-text.js


/** How a project ended that has no finding and no error. */
function successText(project) {
    const advice = adviceOn(project);
    return { title: (0,safe_text/* safe */.g) ``, text: textOn(project), ...(advice !== undefined && { advice }) };
}
function textOn(project) {
    const { result, providers, changed, mode, expectsProvider } = project;
    const who = titles(providers);
    const works = providers.length > 1 ? (0,safe_text/* safe */.g) `their keys are valid` : (0,safe_text/* safe */.g) `its key is valid`;
    switch (result) {
        case 'created':
            return (0,safe_text/* safe */.g) `${who} is now enabled and ${works}.`;
        case 'updated':
            return (0,safe_text/* safe */.g) `${changedParts(project)} changed. ${who}: enabled, and ${works}.`;
        case 'disabled':
            return (0,safe_text/* safe */.g) `${who} is now disabled.`;
        case 'unchanged':
            return providers.some(({ enabled }) => enabled)
                ? (0,safe_text/* safe */.g) `${who} is as desired and ${works}. Nothing was sent.`
                : (0,safe_text/* safe */.g) `${who} is disabled already. Nothing was sent.`;
        case 'planned':
            return changed
                ? (0,safe_text/* safe */.g) `Apply would change ${fieldCount(project)}.`
                : (0,safe_text/* safe */.g) `No differences. Apply would send nothing.`;
        default: {
            const asDesired = mode === 'drift' ? (0,safe_text/* safe */.g) `No differences. ` : (0,safe_text/* safe */.g) ``;
            return expectsProvider ? (0,safe_text/* safe */.g) `${asDesired}${who}: enabled, and ${works}.` : (0,safe_text/* safe */.g) `${asDesired}${who}: disabled.`;
        }
    }
}
/** What a patch has changed: providers, and the setting of the project. */
function changedParts({ patch, providers }) {
    const parts = domain_providers/* PROVIDER_LIST */.Pj.filter(({ atlasObject }) => patch?.[atlasObject] !== undefined).map(({ title }) => title);
    if (patch?.enabledForSearchNodes !== undefined)
        parts.push((0,safe_text/* safe */.g) `Encryption of search nodes`);
    return parts.length === 0 ? titles(providers) : (0,safe_text/* joinSafe */.e)(parts, (0,safe_text/* safe */.g) ` and `);
}
/** `2 fields`, secrets included, which no comparison can count. */
function fieldCount({ patch }) {
    const inBlocks = domain_providers/* PROVIDER_LIST */.Pj.map(({ atlasObject }) => Object.keys(patch?.[atlasObject] ?? {}).length);
    const count = inBlocks.reduce((sum, size) => sum + size, patch?.enabledForSearchNodes === undefined ? 0 : 1);
    return count === 1 ? (0,safe_text/* safe */.g) `1 field` : (0,safe_text/* safe */.g) `${count} fields`;
}
function adviceOn({ result, mode, providers }) {
    if (mode === 'plan' && providers.some(({ enabled, valid }) => enabled && !valid)) {
        return (0,safe_text/* safe */.g) `The current key is not valid. Atlas accepts no change until access to it is restored, so apply would fail.`;
    }
    if (result === 'created') {
        return (0,safe_text/* safe */.g) `Each cluster uses the key only after its own encryption at rest is switched to this provider.`;
    }
    return undefined;
}
const titles = (states) => (0,safe_text/* joinSafe */.e)(states.map(({ provider }) => domain_providers/* PROVIDERS */.xq[provider].title), (0,safe_text/* safe */.g) `, `);

;// CONCATENATED MODULE: ./build/report/verdict.js






/** For a run that ended while a change was on its way. */
const STATE_UNKNOWN = (0,safe_text/* safe */.g) `A change was under way when the run ended, so the state is unknown: Atlas may or may not have carried it out. Check with \`mode: plan\`.`;
const TITLES = {
    created: (0,safe_text/* safe */.g) `enabled`,
    updated: (0,safe_text/* safe */.g) `updated`,
    disabled: (0,safe_text/* safe */.g) `disabled`,
    unchanged: (0,safe_text/* safe */.g) `as desired`,
    planned: (0,safe_text/* safe */.g) `plan`,
    passed: (0,safe_text/* safe */.g) `passed`,
    failed: (0,safe_text/* safe */.g) `failed`,
};
function modeTitle(mode) {
    return mode === 'merge' ? (0,safe_text/* safe */.g) `Merge` : modes/* MODE_TABLE */.T[mode ?? 'apply'].title;
}
/** The verdict on a project: all findings that fail it, or all that are excused, or how well it ended. */
function verdictOn(project) {
    const { result, error, findings, excused } = project;
    if (error !== null) {
        const title = ERROR_TITLES[error.code] ?? (0,safe_text/* safe */.g) `failed`;
        return { status: 'bad', title, findings: [], error: error.parts ?? { what: error.message } };
    }
    const failing = findings.filter((finding) => !excused.includes(finding));
    const shown = (failing.length > 0 ? failing : excused).map((finding) => FINDINGS[finding](project));
    if (shown.length === 0) {
        return { status: 'good', title: TITLES[result], findings: [successText(project)], error: null };
    }
    const title = (0,safe_text/* joinSafe */.e)(shown.map((finding) => finding.title), (0,safe_text/* safe */.g) `, `);
    return { status: failing.length > 0 ? 'bad' : 'excused', title, findings: shown, error: null };
}
/** Everything that a verdict says, as one line. */
function verdictLine({ findings, error }) {
    if (error !== null)
        return error.what;
    const sentences = findings.flatMap(({ text, advice }) => [text, ...(advice === undefined ? [] : [advice])]);
    return (0,safe_text/* joinSafe */.e)(sentences, (0,safe_text/* safe */.g) ` `);
}
/** What was found but is excused, a sentence each, for warnings. */
function excusedFindings(project) {
    return project.excused.map((finding) => {
        const notSwitched = finding === 'invalid' && project.mode === 'apply' ? clustersNotSwitched(project) : (0,safe_text/* safe */.g) ``;
        const { text } = FINDINGS[finding](project);
        return (0,safe_text/* safe */.g) `${text}${notSwitched} (The step does not fail: \`${EXCUSES[finding]}: false\`.)`;
    });
}
/** The clusters that were left alone for want of a valid key; begins with a space, or is empty. */
function clustersNotSwitched({ clusters }) {
    const left = clusters.filter(({ expected, actual }) => expected !== 'NONE' && actual !== expected);
    return left.length === 0 ? (0,safe_text/* safe */.g) `` : (0,safe_text/* safe */.g) ` These clusters were not switched: ${(0,named/* named */.K)(left.map(({ name }) => name))}.`;
}
const ERROR_TITLES = { TIMEOUT: (0,safe_text/* safe */.g) `timed out`, CANCELLED: (0,safe_text/* safe */.g) `cancelled` };
/** The input that excuses a finding; a requirement cannot be excused. */
const EXCUSES = {
    invalid: (0,safe_text/* safe */.g) `fail-on-invalid`,
    requirement: (0,safe_text/* safe */.g) ``,
    drift: (0,safe_text/* safe */.g) `fail-on-drift`,
};
const FINDINGS = {
    invalid: invalidText,
    requirement: requirementText,
    drift: driftText,
};
function requirementText({ requirements }) {
    const failed = requirements.filter(({ held }) => held !== true);
    const reasons = failed.map(({ condition, held, detail }) => (0,safe_text/* safe */.g) `${condition} ${(0,events/* heldText */.D)(held)}: ${detail}`);
    return { title: (0,safe_text/* safe */.g) `requirement not met`, text: (0,safe_text/* joinSafe */.e)(reasons, (0,safe_text/* safe */.g) ` `) };
}
function driftText({ differences, lastChange }) {
    const fields = (0,safe_text/* joinSafe */.e)(differences.map(({ field }) => field), (0,safe_text/* safe */.g) `, `);
    const who = lastChange === null ? (0,safe_text/* safe */.g) ` The activity feed of the project in Atlas shows who changed it.` : (0,safe_text/* safe */.g) ``;
    return {
        title: (0,safe_text/* safe */.g) `drift`,
        text: (0,safe_text/* safe */.g) `Atlas differs from the workflow in ${fields}.`,
        advice: (0,safe_text/* safe */.g) `If the workflow is right, run \`mode: apply\`. If Atlas is right, change the inputs or the config file.${who}`,
    };
}
function invalidText(project) {
    const { providers, expectsProvider, mode, changed, atRisk } = project;
    const off = providers.filter(({ enabled }) => !enabled);
    if (mode === 'verify' && !expectsProvider) {
        return {
            title: (0,safe_text/* safe */.g) `not disabled`,
            text: (0,safe_text/* safe */.g) `${verdict_titles(providers.filter(({ enabled }) => enabled))} is enabled in the project, but must be disabled.`,
            advice: (0,safe_text/* safe */.g) `Disable it with \`mode: apply\`, or correct the config file.`,
        };
    }
    if (providers.length === 0) {
        return {
            title: (0,safe_text/* safe */.g) `not enabled`,
            text: (0,safe_text/* safe */.g) `No provider of encryption at rest is enabled in the project.`,
            advice: (0,safe_text/* safe */.g) `Enable one with \`mode: apply\`.`,
        };
    }
    const enabled = providers.filter((state) => state.enabled);
    const invalid = enabled.filter(({ valid }) => !valid);
    if (invalid.length === 0)
        return notEnabledText(off, mode);
    const notEnabled = off.length === 0 ? (0,safe_text/* safe */.g) `` : (0,safe_text/* safe */.g) ` ${notEnabledText(off, mode).text}`;
    return {
        title: (0,safe_text/* safe */.g) `key not valid`,
        text: (0,safe_text/* safe */.g) `Atlas cannot use the key of ${verdict_titles(invalid)}${changed ? (0,safe_text/* safe */.g) ` after the change` : (0,safe_text/* safe */.g) ``}: it reports valid: false.${stakes(atRisk)}${notEnabled}`,
        advice: (0,safe_text/* safe */.g) `Do not restart, scale or upgrade a cluster of this project before the key is valid: its nodes would not start again. Check that the key is enabled, that the role or the credentials may use it, and that the key provider lets Atlas in. Then run \`mode: verify\`.`,
        hasRunbook: true,
    };
}
function notEnabledText(off, mode) {
    const again = (0,safe_text/* safe */.g) `Run again, and check the project in Atlas if the state remains.`;
    return {
        title: (0,safe_text/* safe */.g) `not enabled`,
        text: (0,safe_text/* safe */.g) `${verdict_titles(off)} ${off.length > 1 ? 'are' : 'is'} not enabled in the project.`,
        advice: mode === 'apply' ? again : (0,safe_text/* safe */.g) `Enable it with \`mode: apply\`.`,
    };
}
/** Which clusters are affected, and since when; begins with a space, or is empty. */
function stakes(atRisk) {
    if (atRisk === null)
        return (0,safe_text/* safe */.g) ``;
    const { clusters, since } = atRisk;
    const when = since === null ? (0,safe_text/* safe */.g) `` : (0,safe_text/* safe */.g) ` Atlas has called it invalid since ${since}.`;
    if (clusters.length === 0)
        return when;
    return (0,safe_text/* safe */.g) `${when} These clusters would not start again after a restart: ${(0,named/* named */.K)(clusters)}.`;
}
const verdict_titles = (states) => (0,safe_text/* joinSafe */.e)(states.map(({ provider }) => domain_providers/* PROVIDERS */.xq[provider].title), (0,safe_text/* safe */.g) `, `);


/***/ }),

/***/ 1963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ cancelled)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6046);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4033);


const controller = new AbortController();
/**
 * Aborted, with an `ActionError` as its reason, when the runner cancels the step: SIGINT, 7.5 s later SIGTERM, 2.5 s later
 * SIGKILL (actions/runner, ProcessInvoker.cs). Imported before all else, since without a listener these signals end Node.js.
 */
const cancelled = controller.signal;
for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => controller.abort(new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('CANCELLED', (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `The run was cancelled (${signal}).`)));
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
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4033);


/** At the end, revoking the token may take this long; less once the run was cut short, since it must end soon. */
const CLEANUP_MS = { normally: 5000, cutShort: 1000 };
/**
 * Starts the run's `timeout`, which counts from the beginning of the run: reading inputs and files is part of it.
 *
 * @param seconds of `timeout`
 * @param finished aborted when the run has ended
 */
function startTimeout(seconds, { clock, startedAt }, finished) {
    const controller = new AbortController();
    const deadline = startedAt + seconds * 1000;
    const error = new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('TIMEOUT', (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `The run timed out after ${seconds} s (\`timeout\`).`);
    const endAfter = aborter(controller, error, clock, finished);
    endAfter(Math.max(0, deadline - clock.now()));
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
/** Aborted when there is no more time for cleaning up, which no verdict depends on. */
function cleanupSignal({ clock, signal }, finished) {
    const controller = new AbortController();
    const error = new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('TIMEOUT', (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .g) `There is no more time for cleaning up.`);
    const endAfter = aborter(controller, error, clock, finished);
    endAfter(CLEANUP_MS.normally);
    if (signal.aborted)
        endAfter(CLEANUP_MS.cutShort);
    else
        signal.addEventListener('abort', () => endAfter(CLEANUP_MS.cutShort), { once: true });
    return controller.signal;
}
/** @returns aborts the controller after so many milliseconds, unless `finished` is aborted before */
function aborter(controller, error, clock, finished) {
    return (ms) => {
        clock.sleep(ms, finished).then(() => controller.abort(error), () => undefined);
    };
}


/***/ }),

/***/ 6153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ NO_GITHUB_LINKS),
/* harmony export */   n: () => (/* binding */ publishIfRequested)
/* harmony export */ });
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4033);

const NO_GITHUB_LINKS = { issueUrl: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .g) ``, commentUrl: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .g) `` };
/** Keeps issues and comments as the workflow asks. The GitHub client is loaded only if there is something to publish. */
async function publishIfRequested(findings, { github }, { env }, run) {
    if (!github.issue && !github.comment)
        return NO_GITHUB_LINKS;
    try {
        const { publishToGitHub } = await Promise.all(/* import() | github */[__nccwpck_require__.e("zod"), __nccwpck_require__.e("undici"), __nccwpck_require__.e("undici-client"), __nccwpck_require__.e("octokit"), __nccwpck_require__.e("github")]).then(__nccwpck_require__.bind(__nccwpck_require__, 8018));
        return await publishToGitHub(findings, github, env, run);
    }
    catch {
        // @actions/github reads the event and the URL of the API when it is loaded, and throws if it cannot.
        const text = (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .g) `Couldn't update GitHub: its variables or the event of this run cannot be read. The verdict on Atlas stands.`;
        run.emit({ type: 'warning', text });
        return NO_GITHUB_LINKS;
    }
}


/***/ }),

/***/ 1680:
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
// EXTERNAL MODULE: ./build/sanitize/safe-text.js
var safe_text = __nccwpck_require__(4033);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500);
;// CONCATENATED MODULE: ./build/input/checkpoint.js

/** Signals and timers must be handled at least every 200 ms. This leaves a margin for slow machines and for indivisible steps. */
const MAX_TURN_MS = 20;
/**
 * Divides long work, so that signals and timers are handled while it is done. The work calls {@link Checkpoint.pass} after every
 * few milliseconds.
 */
class Checkpoint {
    #signal;
    #turnBegan = performance.now();
    /** @param signal aborts the work */
    constructor(signal) {
        this.#signal = signal;
    }
    /** @throws the signal's reason once it is aborted */
    async pass() {
        if (performance.now() - this.#turnBegan >= MAX_TURN_MS) {
            await (0,promises_.setImmediate)();
            this.#turnBegan = performance.now();
        }
        this.#signal.throwIfAborted();
    }
}

// EXTERNAL MODULE: ./build/input/errors.js
var input_errors = __nccwpck_require__(4448);
// EXTERNAL MODULE: ./build/input/input-names.js
var input_names = __nccwpck_require__(6);
;// CONCATENATED MODULE: ./build/input/input-context.js


/**
 * The value of an input, or `fallback` if it is not given or wrong.
 *
 * @param parse throws InvalidValueError, which is added to the context's errors
 */
function readOptional({ input, errors }, name, parse, fallback) {
    const text = input(name);
    if (text === '')
        return fallback;
    return errors.attempt(() => (0,input_errors/* parseNamed */.Nw)((0,input_names/* inputLabel */.NB)(name), () => parse(text))) ?? fallback;
}

// EXTERNAL MODULE: ./build/input/mask-inputs.js
var mask_inputs = __nccwpck_require__(7889);
// EXTERNAL MODULE: ./build/input/given-fields.js
var given_fields = __nccwpck_require__(5994);
// EXTERNAL MODULE: ./build/input/parse/scalars.js
var scalars = __nccwpck_require__(1170);
// EXTERNAL MODULE: ./build/domain/selection.js
var selection = __nccwpck_require__(7563);
;// CONCATENATED MODULE: ./build/input/parse/project-patterns.js




const MAX_PATTERNS = 1000;
/** Each of these is compared with every project, or every tag of every project, character by character. */
const MAX_COSTLY_PATTERNS = 100;
/** Atlas's names have up to 64 characters, the keys and values of its tags up to 255 each. */
const MAX_PATTERN_LENGTH = 1024;
/** The most characters of a pattern that a message shows. */
const MAX_SHOWN_LENGTH = 200;
/**
 * The project ids, names and tags of `include-projects` and `exclude-projects`. Names may hold commas and colons, so a list of
 * several lines is divided at line ends alone, and a name that looks like an id or begins with `tag:` is given by its id.
 *
 * @throws InvalidValueError
 */
function parseProjectPatterns(text, sanitize) {
    const words = (0,scalars/* parseLines */.Li)(text);
    // An empty list would include every project, and exclude none.
    if (words.length === 0)
        throw new input_errors/* InvalidValueError */.$x((0,safe_text/* safe */.g) `names no project`);
    if (words.length > MAX_PATTERNS)
        throw new input_errors/* InvalidValueError */.$x((0,safe_text/* safe */.g) `must name at most ${MAX_PATTERNS} projects`);
    const patterns = words.map((word) => parsePattern(word, sanitize));
    if (patterns.filter(isCostly).length > MAX_COSTLY_PATTERNS)
        throw new input_errors/* InvalidValueError */.$x((0,safe_text/* safe */.g) `must have at most ${MAX_COSTLY_PATTERNS} tags and names with \`*\``);
    return patterns;
}
function parsePattern(word, sanitize) {
    if (word.length > MAX_PATTERN_LENGTH)
        throw new input_errors/* InvalidValueError */.$x((0,safe_text/* safe */.g) `must name projects with at most ${MAX_PATTERN_LENGTH} characters each`);
    const text = sanitize(word, MAX_SHOWN_LENGTH);
    if (/^[0-9a-f]{24}$/i.test(word))
        return { kind: 'id', id: word.toLowerCase(), text };
    const tag = /^tag:([^=]*)(?:=(.*))?$/su.exec(word);
    if (tag === null)
        return { kind: 'name', name: (0,selection/* parseGlob */.qF)(word), text };
    const [, key = '', value] = tag.map((part) => part?.trim());
    if (key === '')
        throw new input_errors/* InvalidValueError */.$x((0,safe_text/* safe */.g) `must name a tag as \`tag:KEY=VALUE\` or \`tag:KEY\``);
    return { kind: 'tag', key: (0,selection/* parseGlob */.qF)(key), value: value === undefined ? null : (0,selection/* parseGlob */.qF)(value), text };
}
function isCostly(pattern) {
    return pattern.kind === 'tag' || (pattern.kind === 'name' && pattern.name.length > 1);
}

;// CONCATENATED MODULE: ./build/input/project-selection.js




/** Inputs that select projects of an organization. */
const SELECTION_INPUTS = ['include-projects', 'exclude-projects'];
/** Reads which projects of the organization a run is about. */
function readSelection(context) {
    const [include, exclude] = SELECTION_INPUTS.map((name) => readOptional(context, name, (text) => parseProjectPatterns(text, (pattern, maxLength) => context.secrets.sanitize(pattern, maxLength)), []));
    return { include: include ?? [], exclude: exclude ?? [] };
}
/** Adds an error if a selection is given without an organization. Ignoring it would make a run look narrower than it is. */
function refuseSelection({ input, errors }) {
    const given = (0,input_names/* quoteGiven */.k9)(input, SELECTION_INPUTS);
    if (given.length === 0)
        return;
    const verb = given.length === 1 ? 'selects' : 'select';
    errors.add((0,safe_text/* safe */.g) `${(0,safe_text/* joinSafe */.e)(given, (0,safe_text/* safe */.g) `, `)}: ${verb} projects of an organization, so only \`org-id\` can stand beside; remove it, or give \`org-id\`.`);
}

// EXTERNAL MODULE: ./build/domain/conditions.js
var conditions = __nccwpck_require__(475);
// EXTERNAL MODULE: ./build/domain/providers.js
var providers = __nccwpck_require__(7947);
// EXTERNAL MODULE: ./build/input/field-warnings.js
var field_warnings = __nccwpck_require__(7321);
// EXTERNAL MODULE: ./build/domain/equivalence.js
var equivalence = __nccwpck_require__(9661);
// EXTERNAL MODULE: ./build/input/contradictions.js
var contradictions = __nccwpck_require__(893);
// EXTERNAL MODULE: ./build/input/parse/field-formats.js
var field_formats = __nccwpck_require__(8402);
// EXTERNAL MODULE: ./build/input/parse/ids.js
var ids = __nccwpck_require__(5185);
// EXTERNAL MODULE: ./build/input/provider-resources.js
var provider_resources = __nccwpck_require__(298);
;// CONCATENATED MODULE: ./build/input/provider-fields.js










/**
 * What the workflow wants of a provider, from the inputs of its fields and from `fields`.
 *
 * @param readFields the content of `fields`; empty if it was not given
 */
function readDesiredProvider(provider, readFields, context) {
    const { errors } = context;
    const table = providers/* PROVIDERS */.xq[provider];
    const inFields = errors.attempt(() => readFields(table)) ?? new Map();
    const fields = {};
    for (const field of table.fields) {
        const parse = (text) => (0,field_formats/* parseField */.c)(field, text);
        const value = readField({ ...field, parse }, inFields.get(field.name), context);
        if (value !== undefined)
            fields[field.name] = value;
    }
    const { roleName: names } = table;
    const roleName = readField({ ...names, format: 'text', parse: ids/* ROLE_NAME_PARSERS */.gy[provider] }, inFields.get(names.name), context);
    requireOneKindOfCredentials(table, { ...fields, ...(roleName !== undefined && { roleName }) }, context);
    const given = {
        provider,
        enabled: true,
        fields,
        ...(roleName !== undefined && { roleName }),
        ...(0,provider_resources/* readResources */.Mq)(provider, context),
    };
    const desired = (0,provider_resources/* withPrivateNetworking */.cQ)(given, () => {
        errors.add((0,safe_text/* safe */.g) `\`${provider}-require-private-networking: false\` contradicts \`private-endpoint-regions\`, which needs private networking.`);
    });
    for (const { problem } of (0,contradictions/* findContradictions */._)(desired, inputWording(provider, context)))
        errors.add((0,safe_text/* safe */.g) `${problem}.`);
    return desired;
}
/** Names fields by their inputs, or by their place in `fields` where they were given there alone. */
function inputWording(provider, { input, secrets }) {
    return {
        label: (name) => {
            const field = providers/* PROVIDERS */.xq[provider].fields.find((candidate) => candidate.name === name);
            return field === undefined || input(field.input) === '' ? (0,safe_text/* safe */.g) `\`fields.${name}\`` : (0,safe_text/* safe */.g) `\`${field.input}\``;
        },
        quote: (value) => secrets.sanitize(value, 200),
    };
}
/** A field may be given both ways, but must mean the same then. */
function readField({ name, input: inputName, format, parse }, inFields, { input, errors }) {
    const path = (0,safe_text/* safe */.g) `\`fields.${name}\``;
    const ways = [];
    if (input(inputName) !== '')
        ways.push([(0,input_names/* inputLabel */.NB)(inputName), input(inputName)]);
    if (inFields !== undefined)
        ways.push([path, inFields]);
    const [value, other] = ways.map(([label, text]) => errors.attempt(() => (0,input_errors/* parseNamed */.Nw)(label, () => parse(text))));
    if (value !== undefined && other !== undefined && (0,equivalence/* normalize */.S8)(format, value) !== (0,equivalence/* normalize */.S8)(format, other))
        errors.add((0,safe_text/* safe */.g) `Input \`${inputName}\` and ${path} differ; give the value one way only.`);
    return value;
}
function requireOneKindOfCredentials(provider, given, { errors }) {
    if (given.roleId !== undefined && given.roleName !== undefined)
        errors.add((0,safe_text/* safe */.g) `Give either \`${provider.name}-role-id\` or \`${provider.roleName.input}\`, not both.`);
    const statics = (0,given_fields/* givenStatics */.Tt)(provider, given).map(({ input }) => (0,safe_text/* safe */.g) `\`${input}\``);
    if (statics.length === 0 || (given.roleId === undefined && given.roleName === undefined))
        return;
    errors.add((0,safe_text/* safe */.g) `Give either a role (\`${provider.name}-role-id\`) or static credentials (${(0,safe_text/* joinSafe */.e)(statics, (0,safe_text/* safe */.g) `, `)}), not both; a role is the safer one.`);
}

;// CONCATENATED MODULE: ./build/input/desired-state.js










/** Reads `provider`, `enabled`, `enabled-for-search-nodes`, `fields` and the inputs of the fields. */
async function readDesiredState(mode, context) {
    const { input, errors, secrets } = context;
    // Opened in any case, since what is secret in it must be masked.
    const readFields = await openFields(context);
    const provider = errors.attempt(() => readProvider(input('provider'), mode));
    const enabled = readOptional(context, 'enabled', scalars/* parseBoolean */.yG, true);
    const searchNodes = readOptional(context, 'enabled-for-search-nodes', scalars/* parseBoolean */.yG, undefined);
    if (!provider)
        return { desired: { providers: [] }, warnings: [] };
    (0,given_fields/* refuseForeignFields */.Gv)(provider, context);
    // Verify checks what Atlas reports, not whether it is what is desired, so that one `with:` block can serve all modes.
    if (mode === 'verify')
        return { desired: { providers: [{ provider, enabled: true, fields: {} }] }, warnings: [] };
    if (!enabled) {
        return {
            desired: { providers: [{ provider, enabled: false, fields: {}, ...(0,provider_resources/* readResources */.Mq)(provider, context) }] },
            warnings: ignoredWarning(provider, context),
        };
    }
    const desired = readDesiredProvider(provider, readFields, context);
    const { accessKeyID } = desired.fields;
    if (typeof accessKeyID === 'string')
        secrets.abbreviate(accessKeyID);
    return {
        desired: { providers: [desired], ...(searchNodes !== undefined && { enabledForSearchNodes: searchNodes }) },
        warnings: (0,field_warnings/* fieldWarnings */.K)(desired, inputWording(provider, context)),
    };
}
/** The YAML parser is loaded only if there is something to parse. Masks what is secret in `fields` at once. */
async function openFields({ input, secrets, checkpoint }) {
    const text = input('fields');
    if (text === '')
        return () => new Map();
    const { openFields: open } = await Promise.all(/* import() */[__nccwpck_require__.e("yaml"), __nccwpck_require__.e("document"), __nccwpck_require__.e("fields")]).then(__nccwpck_require__.bind(__nccwpck_require__, 2354));
    return await open(text, { secrets, checkpoint });
}
function readProvider(text, mode) {
    if (text === '' && mode === 'verify')
        return undefined;
    const names = Object.values(providers/* PROVIDERS */.xq).map(({ name }) => name);
    const quote = (name) => (0,safe_text/* safe */.g) `\`${name}\``;
    if (text === '')
        throw new input_errors/* InputError */.dz((0,safe_text/* safe */.g) `Input \`provider\` is needed: one of ${(0,safe_text/* joinSafe */.e)(names.map(quote), (0,safe_text/* safe */.g) `, `)}.`);
    return (0,input_errors/* parseNamed */.Nw)((0,input_names/* inputLabel */.NB)('provider'), () => (0,scalars/* parseChoice */.HU)(text.toLowerCase(), names, quote));
}
function ignoredWarning(provider, { input }) {
    const ignored = (0,input_names/* quoteGiven */.k9)(input, [...(0,given_fields/* fieldInputs */.q5)(providers/* PROVIDERS */.xq[provider]), 'fields', 'enabled-for-search-nodes']);
    if (ignored.length === 0)
        return [];
    return [(0,safe_text/* safe */.g) `\`enabled: false\` only disables the provider; ignored: ${(0,safe_text/* joinSafe */.e)(ignored, (0,safe_text/* safe */.g) `, `)}.`];
}

;// CONCATENATED MODULE: ./build/input/target.js









/** The three ways to say which projects. */
const TARGETS = ['project-id', 'config-file', 'org-id'];
/**
 * Reads which projects the run is about, and what is desired of them.
 *
 * @returns undefined only if something is wrong
 */
async function readTarget(mode, context) {
    const { input, errors } = context;
    const given = (0,input_names/* quoteGiven */.k9)(input, TARGETS);
    if (given.length > 1) {
        errors.add((0,safe_text/* safe */.g) `Give exactly one of \`project-id\`, \`config-file\` and \`org-id\`, not ${(0,safe_text/* joinSafe */.e)(given, (0,safe_text/* safe */.g) ` and `)}.`);
    }
    const require = errors.attempt(() => readRequire(input('require'), mode)) ?? [];
    if (input('config-file') !== '')
        return await readConfigTarget(mode, require, context);
    const state = await readDesiredState(mode, context);
    const desired = { require, ...state.desired };
    const target = input('org-id') === '' ? readProject(desired, context) : readOrganization(mode, desired, context);
    return target && { target, warnings: state.warnings };
}
function readProject(desired, context) {
    const { input, errors } = context;
    refuseSelection(context);
    if (input('shard') !== '') {
        errors.add((0,safe_text/* safe */.g) `Input \`shard\` divides the projects of a \`config-file\` or an organization; with one project most shards would check nothing. Remove it.`);
    }
    const id = errors.attempt(() => readProjectId(context));
    return id === undefined ? undefined : { kind: 'project', projects: [{ id, name: null, ...desired }] };
}
function readOrganization(mode, desired, context) {
    const { input, errors } = context;
    if (mode !== 'verify') {
        errors.add((0,safe_text/* safe */.g) `Input \`org-id\` belongs to \`mode: verify\` alone; for other modes list the projects in a \`config-file\`.`);
    }
    const selection = readSelection(context);
    const id = errors.attempt(() => (0,input_errors/* parseNamed */.Nw)((0,input_names/* inputLabel */.NB)('org-id'), () => (0,ids/* parseHexId */.iI)(input('org-id'))));
    return id === undefined ? undefined : { kind: 'organization', id, selection, desired };
}
async function readConfigTarget(mode, require, context) {
    const { input, errors } = context;
    refuseSelection(context);
    const foreign = (0,input_names/* quoteGiven */.k9)(input, [...given_fields/* STATE_INPUTS */.Ye, ...(0,given_fields/* allFieldInputs */.$l)()]);
    if (foreign.length > 0)
        errors.add((0,safe_text/* safe */.g) `${(0,safe_text/* joinSafe */.e)(foreign, (0,safe_text/* safe */.g) `, `)}: cannot stand beside \`config-file\`; write it in the file.`);
    // The YAML parser and the schema are loaded only if there is a file to read.
    const { readConfigFile } = await Promise.all(/* import() | config-file */[__nccwpck_require__.e("zod"), __nccwpck_require__.e("yaml"), __nccwpck_require__.e("document"), __nccwpck_require__.e("config-file")]).then(__nccwpck_require__.bind(__nccwpck_require__, 8807));
    const read = await errors.attemptAsync(() => readConfigFile(mode, context));
    if (read === undefined)
        return undefined;
    const { file, warnings } = read;
    const projects = read.projects.map((project) => ({
        ...project,
        require: [...new Set([...project.require, ...require])],
    }));
    return { target: { kind: 'config-file', file, projects }, warnings };
}
function readRequire(text, mode) {
    const words = (0,scalars/* parseList */.E1)(text);
    if (text !== '' && words.length === 0)
        throw new input_errors/* InputError */.dz((0,safe_text/* safe */.g) `Input \`require\` names no condition.`);
    if (words.length > 0 && mode !== 'verify' && mode !== 'drift') {
        throw new input_errors/* InputError */.dz((0,safe_text/* safe */.g) `Input \`require\` is checked by \`mode: verify\` and \`mode: drift\` only; remove it, or change the mode.`);
    }
    const quote = (condition) => (0,safe_text/* safe */.g) `\`${condition}\``;
    return words.map((word) => (0,input_errors/* parseNamed */.Nw)((0,safe_text/* safe */.g) `Every word of input \`require\``, () => (0,scalars/* parseChoice */.HU)(word, conditions/* CONDITIONS */.V, quote)));
}
/** Reads the one project. The environment fills in only if none of the three targets is given. @throws InputError */
function readProjectId(sources) {
    const { label, text } = projectIdValue(sources);
    if (text !== '')
        return (0,input_errors/* parseNamed */.Nw)(label, () => (0,ids/* parseHexId */.iI)(text));
    throw new input_errors/* InputError */.dz((0,safe_text/* safe */.g) `Input \`project-id\` is needed: the 24 hexadecimal digits in the URL of the project in Atlas (or \`config-file\`, or with \`mode: verify\` an \`org-id\`).`);
}
function projectIdValue({ input, env }) {
    const isGiven = TARGETS.some((name) => input(name) !== '');
    return isGiven ? (0,input_names/* readInput */.R5)(input, 'project-id') : (0,input_names/* readVariable */.nt)(env, 'MONGODB_ATLAS_PROJECT_ID');
}

// EXTERNAL MODULE: ./build/input/workspace-file.js
var workspace_file = __nccwpck_require__(9365);
;// CONCATENATED MODULE: ./build/input/merge-settings.js








/** Inputs that would change a verdict. `merge` only joins verdicts, so ignoring these would misrepresent what was checked. */
const FOREIGN = [...TARGETS, ...SELECTION_INPUTS, 'shard', 'require'];
/**
 * Reads what `mode: merge` takes. It sends nothing to Atlas, so credentials and whatever a common `with:` block has for the runs
 * that made the reports are not read.
 *
 * @param timeout seconds for the whole run
 * @throws ActionError `INPUT` with all that is wrong
 */
function readMergeSettings(context, timeout) {
    const { input, env, errors } = context;
    const foreign = (0,input_names/* quoteGiven */.k9)(input, FOREIGN);
    if (foreign.length > 0) {
        errors.add((0,safe_text/* safe */.g) `${(0,safe_text/* joinSafe */.e)(foreign, (0,safe_text/* safe */.g) `, `)}: not for \`mode: merge\`, which joins what other runs found; remove it.`);
    }
    const reportFiles = input('report-files');
    if (reportFiles === '') {
        errors.add((0,safe_text/* safe */.g) `Input \`report-files\` is needed with \`mode: merge\`: a glob for the reports of the matrix, such as \`reports/**/*.json\`.`);
    }
    const published = ['issue', 'comment'].filter((name) => readOptional(context, name, scalars/* parseBoolean */.yG, false));
    errors.throwIfAny();
    const ignored = (0,input_names/* quoteGiven */.k9)(input, [...published, ...given_fields/* STATE_INPUTS */.Ye, ...(0,given_fields/* allFieldInputs */.$l)()]);
    const warnings = ignored.length === 0 ? [] : [(0,safe_text/* safe */.g) `\`mode: merge\` only joins reports; ignored: ${(0,safe_text/* joinSafe */.e)(ignored, (0,safe_text/* safe */.g) `, `)}.`];
    return { mode: 'merge', reportFiles, workspace: (0,workspace_file/* workspaceOf */.B)(env), timeout, warnings };
}

;// CONCATENATED MODULE: ./build/input/parse/shard.js


/** More jobs than a matrix can have. */
const MAX_SHARDS = 1000;
/** `i/n`, counted from 1. @throws InvalidValueError */
function parseShard(text) {
    const [, index, count] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
    if (index !== undefined && count !== undefined && index >= 1 && index <= count && count <= MAX_SHARDS)
        return { index, count, text: (0,safe_text/* safe */.g) `${index}/${count}` };
    throw new input_errors/* InvalidValueError */.$x((0,safe_text/* safe */.g) `must be \`i/n\` with i from 1 to n, such as \`2/4\`, and n at most ${MAX_SHARDS}`);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./build/input/event.js


/** GitHub's own limit for a webhook payload is 25 MB. */
const MAX_EVENT_LENGTH = 32 * 1024 * 1024;
/**
 * Why secrets may be empty: on pull requests from forks and by Dependabot GitHub passes none.
 *
 * @returns a sentence that begins with a space, or '' for any other event
 */
function secretsAdvice(env) {
    // `pull_request_target` runs with secrets.
    const fork = env.GITHUB_EVENT_NAME === 'pull_request' && comesFromFork(env.GITHUB_EVENT_PATH);
    if (fork) {
        return (0,safe_text/* safe */.g) ` This run was triggered by a pull request from a fork, and GitHub passes no secrets to those: skip the step there.`;
    }
    if (env.GITHUB_ACTOR === 'dependabot[bot]') {
        return (0,safe_text/* safe */.g) ` This run was triggered by Dependabot, and GitHub passes only Dependabot secrets to it: skip the step there, or store the credentials as Dependabot secrets too.`;
    }
    return (0,safe_text/* safe */.g) ``;
}
/** The pull request that triggered the run, if one did. */
function pullRequestNumber(env) {
    if (!env.GITHUB_EVENT_NAME?.startsWith('pull_request'))
        return undefined;
    const number = readEvent(env.GITHUB_EVENT_PATH)?.pull_request?.number;
    return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}
function comesFromFork(path) {
    const pull = readEvent(path)?.pull_request;
    // The repository of a fork that was deleted since is null.
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

// EXTERNAL MODULE: ./build/input/parse/secret.js
var parse_secret = __nccwpck_require__(5207);
;// CONCATENATED MODULE: ./build/input/credentials.js





/** In the order in which the kinds of the environment take precedence. */
const KINDS = ['accessToken', 'serviceAccount', 'apiKey'];
const NAMES = {
    accessToken: (0,safe_text/* safe */.g) `an access token (\`atlas-access-token\`)`,
    serviceAccount: (0,safe_text/* safe */.g) `a service account (\`atlas-client-id\`, \`atlas-client-secret\`)`,
    apiKey: (0,safe_text/* safe */.g) `an API key (\`atlas-public-key\`, \`atlas-private-key\`)`,
};
/**
 * Reads the credentials for Atlas. Inputs take precedence over the environment, whatever kind it holds; of several kinds in the
 * environment the first one of {@link KINDS} is used.
 *
 * @throws InputError for half a pair, two kinds as inputs, or none at all
 */
function readCredentials(sources) {
    // GitHub passes no secrets to some events, which is the likely reason for an empty input.
    const advice = () => secretsAdvice(sources.env);
    const inputs = credentialsOfInputs(sources);
    const given = givenKinds(inputs);
    if (given.length > 1) {
        const listed = (0,safe_text/* joinSafe */.e)(given.map((kind) => NAMES[kind]), (0,safe_text/* safe */.g) ` or `);
        throw new input_errors/* InputError */.dz((0,safe_text/* safe */.g) `Give either ${listed}, not ${given.length === 2 ? 'both' : 'several'}.${advice()}`);
    }
    const source = given.length > 0 ? inputs : credentialsOfEnvironment(sources);
    const [kind] = givenKinds(source);
    if (kind === undefined) {
        throw new input_errors/* InputError */.dz((0,safe_text/* safe */.g) `No credentials for Atlas: give \`atlas-client-id\` and \`atlas-client-secret\` of a service account (or \`atlas-public-key\` and \`atlas-private-key\` of an API key, or \`atlas-access-token\`). A secret that is not set arrives as an empty text.${advice()}`);
    }
    switch (kind) {
        case 'accessToken':
            return { kind: 'access-token', token: readToken(source.accessToken) };
        case 'serviceAccount': {
            const [clientId, clientSecret] = readPair(source.serviceAccount, advice);
            return { kind: 'service-account', clientId, clientSecret };
        }
        case 'apiKey': {
            const [username, password] = readPair(source.apiKey, advice);
            return { kind: 'api-key', username, password };
        }
    }
}
function givenKinds({ accessToken, serviceAccount, apiKey }) {
    const texts = {
        accessToken: [accessToken],
        serviceAccount: [serviceAccount.id, serviceAccount.secret],
        apiKey: [apiKey.id, apiKey.secret],
    };
    return KINDS.filter((kind) => texts[kind].some(({ text }) => text !== ''));
}
function credentialsOfInputs({ input }) {
    return {
        accessToken: (0,input_names/* readInput */.R5)(input, 'atlas-access-token'),
        serviceAccount: { id: (0,input_names/* readInput */.R5)(input, 'atlas-client-id'), secret: (0,input_names/* readInput */.R5)(input, 'atlas-client-secret') },
        apiKey: { id: (0,input_names/* readInput */.R5)(input, 'atlas-public-key'), secret: (0,input_names/* readInput */.R5)(input, 'atlas-private-key') },
    };
}
/** Under the names that MongoDB's own tools use. */
function credentialsOfEnvironment({ env }) {
    return {
        accessToken: (0,input_names/* readVariable */.nt)(env, 'MONGODB_ATLAS_ACCESS_TOKEN'),
        serviceAccount: {
            id: (0,input_names/* readVariable */.nt)(env, 'MONGODB_ATLAS_CLIENT_ID'),
            secret: (0,input_names/* readVariable */.nt)(env, 'MONGODB_ATLAS_CLIENT_SECRET'),
        },
        apiKey: {
            id: (0,input_names/* readVariable */.nt)(env, 'MONGODB_ATLAS_PUBLIC_API_KEY', 'MONGODB_ATLAS_PUBLIC_KEY'),
            secret: (0,input_names/* readVariable */.nt)(env, 'MONGODB_ATLAS_PRIVATE_API_KEY', 'MONGODB_ATLAS_PRIVATE_KEY'),
        },
    };
}
function readToken({ label, text }) {
    return (0,input_errors/* parseNamed */.Nw)(label, () => (0,parse_secret/* parseAccessToken */.PO)(text));
}
function readPair({ id, secret }, advice) {
    if (id.text === '')
        throw halfPair(id, secret, advice);
    if (secret.text === '')
        throw halfPair(secret, id, advice);
    (0,input_errors/* parseNamed */.Nw)(secret.label, () => (0,parse_secret/* requireSecret */.ew)(secret.text));
    return [(0,input_errors/* parseNamed */.Nw)(id.label, () => (0,parse_secret/* parseCredentialId */.AD)(id.text)), secret.text];
}
function halfPair(missing, present, advice) {
    return new input_errors/* InputError */.dz((0,safe_text/* safe */.g) `${missing.label} is empty, but its other half is given (${present.inlineLabel}): both are needed. A secret that is not set arrives as an empty text.${advice()}`);
}

;// CONCATENATED MODULE: ./build/input/github-settings.js




/** GitHub's own limit for the name of a label. */
const MAX_LABEL_LENGTH = 50;
const LABEL = new RegExp(`^\\P{Cc}{1,${MAX_LABEL_LENGTH}}$`, 'u');
const USER = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,100})$/;
/**
 * Reads what to publish on GitHub. `issue` belongs to drift and verify, `comment` to plan; elsewhere they are ignored with
 * a warning, so that one `with:` block can serve all modes.
 */
function readGitHubSettings(mode, context) {
    const issue = readOptional(context, 'issue', scalars/* parseBoolean */.yG, false);
    const comment = readOptional(context, 'comment', scalars/* parseBoolean */.yG, false);
    const keepsIssues = mode === 'drift' || mode === 'verify';
    const warnings = [];
    if (issue && !keepsIssues)
        warnings.push((0,safe_text/* safe */.g) `\`issue\` belongs to \`mode: drift\` and \`mode: verify\`; ignored in \`${mode}\`.`);
    if (comment && mode !== 'plan')
        warnings.push((0,safe_text/* safe */.g) `\`comment\` belongs to \`mode: plan\`; ignored in \`${mode}\`.`);
    const comments = comment && mode === 'plan';
    const settings = {
        token: context.input('github-token'),
        issue: issue && keepsIssues,
        issueLabels: readWords(context, 'issue-labels', LABEL, (0,safe_text/* safe */.g) `at most ${MAX_LABEL_LENGTH} characters`),
        issueAssignees: readWords(context, 'issue-assignees', USER, (0,safe_text/* safe */.g) `the name of a GitHub user`),
        comment: comments,
        pullRequest: comments ? (pullRequestNumber(context.env) ?? null) : null,
    };
    return { settings, warnings };
}
function readWords({ input, errors }, name, pattern, accepted) {
    const words = (0,scalars/* parseList */.E1)(input(name));
    if (words.some((word) => !pattern.test(word)))
        errors.add((0,safe_text/* safe */.g) `Every word of input \`${name}\` must be ${accepted}.`);
    return words;
}

// EXTERNAL MODULE: ./build/network/loopback.js
var loopback = __nccwpck_require__(6964);
;// CONCATENATED MODULE: ./build/input/parse/base-url.js



const DEFAULT_BASE_URL = 'https://cloud.mongodb.com';
const MONGODB_HOSTS = new Set(['cloud.mongodb.com', 'cloud.mongodbgov.com']);
/** @throws InvalidValueError that does not quote the URL, which may hold a password */
function parseBaseUrl(text, apiVersion) {
    // The URL parser would correct backslashes, tabs and missing slashes in silence.
    if (!/^https?:\/\/[^\s\\/]+/i.test(text) || /[\s\\\p{Cc}]/u.test(text) || !URL.canParse(text))
        throw wrongUrl((0,safe_text/* safe */.g) `is not a URL`);
    const url = new URL(text);
    if (text.includes('@'))
        throw wrongUrl((0,safe_text/* safe */.g) `must not hold a user or password`);
    if (/[?#]/.test(text))
        throw wrongUrl((0,safe_text/* safe */.g) `must not hold a query or fragment`);
    if (url.protocol === 'http:' && !(0,loopback/* isLoopback */.U)(url.hostname))
        throw wrongUrl((0,safe_text/* safe */.g) `must begin with \`https://\``);
    const path = url.pathname.replace(/\/$/, '');
    if (path !== '' && path !== `/api/atlas/${apiVersion}`) {
        throw wrongUrl(/^\/api\/atlas\/v[\d.]+$/.test(path)
            ? (0,safe_text/* safe */.g) `names another version of the API than \`api-version\` (${apiVersion})`
            : (0,safe_text/* safe */.g) `must not hold a path`);
    }
    return { origin: url.origin, isMongoDb: MONGODB_HOSTS.has(url.host) };
}
function wrongUrl(problem) {
    return new input_errors/* InvalidValueError */.$x((0,safe_text/* safe */.g) `${problem}; it must be a host such as \`${DEFAULT_BASE_URL}\``);
}

;// CONCATENATED MODULE: ./build/input/run-settings.js









const DEFAULTS = {
    timeout: 600,
    /** Clusters and private endpoints take hours; a job on a GitHub-hosted runner may take six. */
    longTimeout: 21_000,
    retries: 5,
    concurrency: 8,
    propagationTimeout: 180,
    waitTimeout: 10_800,
    validTimeout: { apply: 60, otherwise: 0 },
};
const API_VERSIONS = ['v2', 'v1.0'];
const V1_WARNING = (0,safe_text/* safe */.g) `MongoDB has deprecated version 1.0 of the Atlas API; set \`api-version: v2\`, which takes the same inputs and needs a lesser role for reading.`;
const TOKEN_WARNING = (0,safe_text/* safe */.g) `An access token cannot be renewed: if the changes of clusters or private endpoints take longer than it lives, the run fails. Use a service account instead.`;
/**
 * Reads the settings of a run that asks Atlas.
 *
 * @throws ActionError `INPUT` with all that is wrong
 */
async function readRunSettings({ mode, shard, givenTimeout }, context) {
    const { input, errors } = context;
    const quote = (version) => (0,safe_text/* safe */.g) `\`${version}\``;
    const apiVersion = readOptional(context, 'api-version', (text) => (0,scalars/* parseChoice */.HU)(text, API_VERSIONS, quote), 'v2');
    const baseUrl = errors.attempt(() => readBaseUrl(apiVersion, context));
    const credentials = errors.attempt(() => readCredentials(context));
    const target = await readTarget(mode, context);
    if (input('report-files') !== '')
        errors.add((0,safe_text/* safe */.g) `Input \`report-files\` belongs to \`mode: merge\` alone; remove it, or change the mode.`);
    const github = readGitHubSettings(mode, context);
    const limits = readLimits(mode, givenTimeout, context);
    const requests = readRequestSettings(context);
    errors.throwIfAny();
    if (!target || !baseUrl || !credentials)
        throw new Error('an input is missing, but no error was added');
    const takesLong = changesResources(mode, target.target);
    const timeout = givenTimeout ?? (takesLong ? DEFAULTS.longTimeout : DEFAULTS.timeout);
    const warnings = [
        ...target.warnings,
        ...github.warnings,
        ...(apiVersion === 'v1.0' ? [V1_WARNING] : []),
        ...(takesLong && credentials.kind === 'access-token' ? [TOKEN_WARNING] : []),
    ];
    return {
        ...requests,
        mode,
        shard,
        timeout,
        target: target.target,
        credentials,
        baseUrl,
        apiVersion,
        limits: { ...limits, waitTimeout: Math.min(limits.waitTimeout, timeout) },
        github: github.settings,
        warnings,
    };
}
/** Whether the run changes clusters or private endpoints, which takes long. */
function changesResources(mode, target) {
    if (mode !== 'apply' || target.kind === 'organization')
        return false;
    return target.projects.some(({ providers }) => providers.some(({ clusters, privateEndpointRegions }) => clusters ?? privateEndpointRegions));
}
function readBaseUrl(apiVersion, { input, env }) {
    const isGiven = input('atlas-base-url') !== '';
    const { label, text } = isGiven ? (0,input_names/* readInput */.R5)(input, 'atlas-base-url') : (0,input_names/* readVariable */.nt)(env, 'MONGODB_ATLAS_BASE_URL');
    return (0,input_errors/* parseNamed */.Nw)(label, () => parseBaseUrl(text || DEFAULT_BASE_URL, apiVersion));
}
function readRequestSettings(context) {
    const count = (min, max) => (text) => (0,scalars/* parseInteger */.cG)(text, { min, max });
    return {
        concurrency: readOptional(context, 'concurrency', count(1, 64), DEFAULTS.concurrency),
        envelope: readOptional(context, 'envelope', scalars/* parseBoolean */.yG, false),
        pretty: readOptional(context, 'pretty', scalars/* parseBoolean */.yG, false),
        retries: readOptional(context, 'retries', count(0, 100), DEFAULTS.retries),
    };
}
function readLimits(mode, timeout, context) {
    const seconds = (text) => (0,scalars/* parseSeconds */.fL)(text);
    const validTimeout = readOptional(context, 'valid-timeout', seconds, undefined);
    if (validTimeout !== undefined && timeout !== undefined && validTimeout > timeout) {
        context.errors.add((0,safe_text/* safe */.g) `Input \`valid-timeout\` (${validTimeout} s) is longer than \`timeout\` (${timeout} s), which ends the whole run; make \`timeout\` the longer one.`);
    }
    const waitTimeout = readOptional(context, 'wait-timeout', seconds, undefined);
    if (waitTimeout !== undefined && timeout !== undefined && waitTimeout > timeout) {
        context.errors.add((0,safe_text/* safe */.g) `Input \`wait-timeout\` (${waitTimeout} s) is longer than \`timeout\` (${timeout} s), which ends the whole run; make \`timeout\` the longer one.`);
    }
    return {
        validTimeout: validTimeout ?? DEFAULTS.validTimeout[mode === 'apply' ? 'apply' : 'otherwise'],
        propagationTimeout: readOptional(context, 'propagation-timeout', seconds, DEFAULTS.propagationTimeout),
        waitTimeout: waitTimeout ?? DEFAULTS.waitTimeout,
        failOnInvalid: readOptional(context, 'fail-on-invalid', scalars/* parseBoolean */.yG, true),
        failOnDrift: readOptional(context, 'fail-on-drift', scalars/* parseBoolean */.yG, true),
    };
}

;// CONCATENATED MODULE: ./build/input/read-inputs.js











const ALL_MODES = [...modes/* MODES */.F, 'merge'];
/**
 * Reads everything that the workflow wants. The only reader of the action's inputs.
 *
 * @throws ActionError `INPUT` with all that is wrong, before any request; the reason of the signal if that is aborted
 */
async function readInputs(sources, { onReportSettings, startTimeout }) {
    (0,mask_inputs/* maskInputs */.a)(sources);
    const { input } = sources;
    const errors = new input_errors/* InputErrors */.G();
    // `timeout` is not known yet, and what comes first takes no time.
    const early = { ...sources, errors, checkpoint: new Checkpoint(new AbortController().signal) };
    const summary = readOptional(early, 'summary', scalars/* parseBoolean */.yG, true);
    const quote = (choice) => (0,safe_text/* safe */.g) `\`${choice}\``;
    const given = readOptional(early, 'mode', (text) => (0,scalars/* parseChoice */.HU)(text, ALL_MODES, quote), undefined);
    // Apply is the default; with a wrong mode the other inputs are checked as if it were apply, to find other mistakes too.
    const mode = given ?? 'apply';
    const shard = readOptional(early, 'shard', parseShard, null);
    onReportSettings({
        mode: given ?? (input('mode') === '' ? mode : null),
        summary,
        projectId: mode === 'merge' ? null : (new input_errors/* InputErrors */.G().attempt(() => readProjectId(sources)) ?? null),
        shard: shard?.text ?? null,
    });
    const givenTimeout = readOptional(early, 'timeout', (text) => (0,scalars/* parseSeconds */.fL)(text, 1), undefined);
    const timeout = givenTimeout ?? DEFAULTS.timeout;
    const context = { ...early, checkpoint: new Checkpoint(startTimeout(timeout)) };
    if (mode === 'merge')
        return readMergeSettings(context, timeout);
    return await readRunSettings({ mode, shard, givenTimeout }, context);
}

// EXTERNAL MODULE: ./build/modes/project-state.js
var project_state = __nccwpck_require__(3858);
// EXTERNAL MODULE: ./build/sanitize/sanitize.js
var sanitize = __nccwpck_require__(1839);
;// CONCATENATED MODULE: ./build/report/log.js

/** The runner cuts annotations at 4096 characters (ExecutionContext.cs). */
const MAX_LINE_LENGTH = 4000;
/**
 * The only way into the log. Lines are safe already; they are cut to what the runner shows, and two safe texts that together
 * would be a workflow command are broken up.
 */
class Log {
    /** All warnings so far, for the summary. */
    warnings = [];
    #core;
    constructor(core) {
        this.#core = core;
    }
    info(line) {
        this.#core.info((0,sanitize/* printable */.g$)(line, MAX_LINE_LENGTH));
    }
    notice(text) {
        this.#core.notice((0,sanitize/* printable */.g$)(text, MAX_LINE_LENGTH));
    }
    warning(text) {
        const warning = (0,sanitize/* printable */.g$)(text, MAX_LINE_LENGTH);
        this.warnings.push(warning);
        this.#core.warning(warning);
    }
    /** Fails the step, with one error annotation. */
    fail(text) {
        this.#core.setFailed((0,sanitize/* printable */.g$)(text, MAX_LINE_LENGTH));
    }
}

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
// EXTERNAL MODULE: ./build/report/links.js + 1 modules
var links = __nccwpck_require__(4073);
;// CONCATENATED MODULE: ./build/report/outputs.js


/** Of an output that is a list, in bytes. */
const MAX_LIST_BYTES = 256 * 1024;
const MAX_PATH_LENGTH = 4096;
/** All outputs, each a text. JSON is written so that no value in it can start a workflow command if a step prints it. */
function outputsOf(outcome, written, secrets) {
    const { report, project, links } = outcome;
    const { projects } = report;
    const differences = limitedList(projects.flatMap((one) => one.differences));
    const endpoints = limitedList(projects.flatMap(privateEndpointsOf));
    const texts = {
        result: (0,safe_text/* safe */.g) `${report.result}`,
        'failure-reason': (0,safe_text/* safe */.g) `${report.failureReason ?? ''}`,
        valid: (0,safe_text/* safe */.g) `${holds(report, ({ valid }) => valid)}`,
        enabled: (0,safe_text/* safe */.g) `${holds(report, ({ enabled }) => enabled)}`,
        changed: (0,safe_text/* safe */.g) `${projects.some(({ changed }) => changed)}`,
        drifted: (0,safe_text/* safe */.g) `${projects.some(({ drifted }) => drifted)}`,
        differences: differences.json,
        'not-comparable': (0,sanitize/* safeJson */.oi)([...new Set(projects.flatMap(({ notComparable }) => notComparable))]),
        configuration: project?.configuration ? (0,sanitize/* safeJson */.oi)(project.configuration) : (0,safe_text/* safe */.g) ``,
        report: written.json,
        'report-file': 'path' in written.file ? secrets.sanitize(written.file.path, MAX_PATH_LENGTH) : (0,safe_text/* safe */.g) ``,
        'private-endpoints': endpoints.json,
        'export-file': (0,safe_text/* safe */.g) ``,
        'issue-url': safeLines(links.issueUrl, secrets),
        'comment-url': safeLines(links.commentUrl, secrets),
    };
    const cut = Object.entries({ differences, 'private-endpoints': endpoints }).filter(([, { wasCut }]) => wasCut);
    return { texts, cut: cut.map(([name]) => name) };
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
 * Whether a project wants a provider to be enabled. It is concluded from its report alone, since merging has nothing else: a
 * difference in `enabled` says what is desired, and without one that is what Atlas has.
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
/** The endpoints of a project, in the order of the keys that the action documents. */
function privateEndpointsOf({ projectId, privateEndpoints }) {
    return privateEndpoints.map(({ provider, region, status, connectionName, id }) => ({
        projectId,
        provider,
        region,
        status,
        connectionName,
        id,
    }));
}
/** The longest beginning of the list whose JSON fits into an output. */
function limitedList(items) {
    const kept = [];
    let size = 2;
    let wasCut = false;
    for (const item of items) {
        const piece = (0,sanitize/* safeJson */.oi)(item);
        size += Buffer.byteLength(piece) + 1;
        wasCut = size > MAX_LIST_BYTES;
        if (wasCut)
            break;
        kept.push(piece);
    }
    return { json: (0,safe_text/* safe */.g) `[${(0,safe_text/* joinSafe */.e)(kept, (0,safe_text/* safe */.g) `,`)}]`, wasCut };
}
/** Text of several lines, each of them sanitized. */
function safeLines(text, secrets) {
    const lines = text.split('\n').map((line) => secrets.sanitize(line));
    return (0,safe_text/* joinSafe */.e)(lines, (0,safe_text/* safe */.g) `\n`);
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
    const failures = ownReasons.map((project) => (0,safe_text/* safe */.g) `${label(project)}: ${(0,sanitize/* printable */.g$)((0,projects_verdict/* findingsOf */.WX)(project, mode), MAX_LENGTH)}`);
    return capped([...(error === null ? [] : [error.message]), ...failures], (0,safe_text/* safe */.g) `more projects failed. The job summary lists them.`);
}
/** What was found but does not fail the step, at most ten. */
function excusedProjects(report) {
    const excused = report.projects.flatMap((project) => {
        const inputs = (0,projects_verdict/* excuses */.fL)(project, report.mode).map((name) => (0,safe_text/* safe */.g) `\`${name}: false\``);
        if (inputs.length === 0)
            return [];
        const found = (0,sanitize/* printable */.g$)((0,projects_verdict/* findingsOf */.WX)(project, report.mode), MAX_LENGTH);
        return [(0,safe_text/* safe */.g) `${label(project)}: ${found} (The step does not fail: ${(0,safe_text/* joinSafe */.e)(inputs, (0,safe_text/* safe */.g) `, `)}.)`];
    });
    return capped(excused, (0,safe_text/* safe */.g) `more projects have findings that do not fail the step. The job summary lists them.`);
}
function capped(texts, rest) {
    if (texts.length <= MAX_ANNOTATIONS)
        return [...texts];
    const shown = texts.slice(0, MAX_ANNOTATIONS - 1);
    return [...shown, (0,safe_text/* safe */.g) `${texts.length - shown.length} ${rest}`];
}
/** How a sentence names a project. */
function label({ projectId, name }) {
    return name === null ? (0,safe_text/* safe */.g) `Project ${projectId}` : (0,safe_text/* safe */.g) `Project ${name} (${projectId})`;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./build/report/report-json.js





/** What the output `report` holds at most, in bytes. */
const MAX_OUTPUT_BYTES = 512 * 1024;
/** Written to the file at once, in UTF-16 units. */
const CHUNK_LENGTH = 256 * 1024;
const NOTHING = (0,safe_text/* safe */.g) ``;
/**
 * Writes the whole report to a new file below `folder` (the runner's temporary folder). Each project is made JSON once,
 * and of thousands only a few are in memory at a time as such.
 */
async function writeReport(outcome, folder) {
    const path = (0,external_node_path_.join)(folder, fileName(outcome.report));
    const output = new LimitedText(MAX_OUTPUT_BYTES);
    try {
        // `wx`: neither follows a link that was put there nor overwrites the file of another step.
        await (0,external_node_fs_promises_.writeFile)(path, inChunks(tee(reportJson(outcome), output)), { flag: 'wx', mode: 0o600 });
        return { json: output.text ?? withoutProjects(outcome), file: { path } };
    }
    catch (error) {
        // The output does not have all pieces if writing them ended early.
        return { json: outputAlone(outcome), file: { errorCode: error.code ?? 'unknown error' } };
    }
}
function outputAlone(outcome) {
    const output = new LimitedText(MAX_OUTPUT_BYTES);
    for (const piece of reportJson(outcome)) {
        output.add(piece);
        if (output.isFull)
            break;
    }
    return output.text ?? withoutProjects(outcome);
}
/** The name cannot be guessed. `2/4` becomes `-2-of-4`, so that the artifacts of a matrix can lie in one folder. */
function fileName({ shard }) {
    const [, index, count] = /^(\d+)\/(\d+)$/.exec(shard ?? '') ?? [];
    const part = index === undefined ? '' : `-${index}-of-${count}`;
    return `atlas-encryption-at-rest-report${part}-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}.json`;
}
/** Pieces that are JSON when they are joined: one for each project, and what is around them. */
function* reportJson(outcome) {
    const { projects } = outcome.report;
    yield (0,safe_text/* safe */.g) `${membersBeforeProjects(outcome)}[`;
    for (const [i, project] of projects.entries())
        yield i === 0 ? (0,sanitize/* safeJson */.oi)(project) : (0,safe_text/* safe */.g) `,${(0,sanitize/* safeJson */.oi)(project)}`;
    yield (0,safe_text/* safe */.g) `]}`;
}
const withoutProjects = (outcome) => (0,safe_text/* safe */.g) `${membersBeforeProjects(outcome)}[]}`;
function membersBeforeProjects({ report, run }) {
    const { mode, shard, result, failureReason, error, totals } = report;
    const members = Object.entries({ mode, shard, run, result, failureReason, error, totals });
    const texts = members.map(([name, value]) => (0,safe_text/* safe */.g) `${(0,sanitize/* safeJson */.oi)(name)}:${(0,sanitize/* safeJson */.oi)(value)}`);
    return (0,safe_text/* safe */.g) `{${(0,safe_text/* joinSafe */.e)(texts, (0,safe_text/* safe */.g) `,`)},"projects":`;
}
/** Passes the pieces on and collects them. */
function* tee(pieces, text) {
    for (const piece of pieces) {
        text.add(piece);
        yield piece;
    }
}
/** The pieces in larger ones, with a line break at the end. */
function* inChunks(pieces) {
    let chunk = '';
    for (const piece of pieces) {
        chunk += piece;
        if (chunk.length < CHUNK_LENGTH)
            continue;
        yield chunk;
        chunk = '';
    }
    yield `${chunk}\n`;
}
/** A text that is dropped as soon as it is too long. */
class LimitedText {
    #maxBytes;
    #bytes = 0;
    #pieces = [];
    constructor(maxBytes) {
        this.#maxBytes = maxBytes;
    }
    get isFull() {
        return this.#bytes > this.#maxBytes;
    }
    /** Undefined if it became too long. */
    get text() {
        return this.isFull ? undefined : (0,safe_text/* joinSafe */.e)(this.#pieces, NOTHING);
    }
    add(piece) {
        if (this.isFull)
            return;
        this.#bytes += Buffer.byteLength(piece);
        if (this.isFull)
            this.#pieces = [];
        else
            this.#pieces.push(piece);
    }
}

// EXTERNAL MODULE: ./build/report/html.js
var html = __nccwpck_require__(5138);
// EXTERNAL MODULE: ./build/report/project-summary.js
var project_summary = __nccwpck_require__(3851);
// EXTERNAL MODULE: ./build/report/projects-summary.js
var projects_summary = __nccwpck_require__(1644);
// EXTERNAL MODULE: ./build/report/verdict.js + 1 modules
var report_verdict = __nccwpck_require__(1345);
;// CONCATENATED MODULE: ./build/report/summary.js





/** The runner refuses a summary above 1 MiB (FileCommandManager.cs). */
const MAX_SUMMARY_BYTES = 1_000_000;
/** The log has the rest. */
const MAX_WARNINGS = 50;
/**
 * The job summary: verdict, what was compared with what, what to do. All HTML, each line one block without blank lines.
 *
 * @param warnings all warnings of the run
 */
function buildSummary({ report, project }, warnings, links) {
    const warned = warningBlock(warnings);
    const room = MAX_SUMMARY_BYTES - warned.reduce((size, { markup }) => size + Buffer.byteLength(markup) + 2, 0);
    const blocks = project === null ? withoutProject(report, room, links) : (0,project_summary/* projectBlocks */.Ko)(project, links);
    return `${[...blocks, ...warned].map(({ markup }) => markup).join('\n\n')}\n`;
}
function withoutProject(report, room, links) {
    const { mode, error, projects } = report;
    if (error === null || projects.length > 0)
        return (0,projects_summary/* projectsBlocks */.X)(report, room, links);
    const title = mode === null ? (0,safe_text/* safe */.g) `failed` : (0,safe_text/* safe */.g) `${(0,report_verdict/* modeTitle */.i2)(mode)} failed`;
    return [(0,html/* html */.qy) `<h3>❌ Atlas encryption at rest: ${title}</h3>`, ...(0,project_summary/* errorBlocks */.pT)(error, links)];
}
function warningBlock(warnings) {
    if (warnings.length === 0)
        return [];
    const items = warnings.slice(0, MAX_WARNINGS).map((warning) => (0,html/* html */.qy) `<li>${(0,html/* externalText */.R0)(warning)}</li>`);
    const more = warnings.length - items.length;
    const rest = more > 0 ? [(0,html/* html */.qy) `<li>${(0,html/* ownText */.U3)((0,safe_text/* safe */.g) `${more} more are in the log.`)}</li>`] : [];
    return [(0,html/* html */.qy) `<p>⚠️ Warnings:</p><ul>${items}${rest}</ul>`];
}

;// CONCATENATED MODULE: ./build/report/publish.js









/**
 * Publishes how the run ended: log, outputs, report file, summary, exit code. Every output is written on every path, into the
 * runner's file, whose values overwrite anything that a forged line of the log may have set.
 *
 * @returns whether the step succeeds
 */
async function publish(outcome, destination) {
    const { log } = destination;
    const { report, project } = outcome;
    if (project !== null)
        logProject(project, log);
    else if (report.projects.length > 0) {
        log.info((0,safe_text/* safe */.g) `Result: ${report.result}. ${(0,projects_verdict/* countsOf */.mQ)(report)}.`);
        for (const warning of excusedProjects(report))
            log.warning(warning);
    }
    else if (report.error === null) {
        log.notice((0,safe_text/* safe */.g) `There is no project to check: the organization or the shards have none.`);
    }
    const unwritten = await writeOutputs(outcome, destination);
    if (destination.summary)
        await writeSummary(outcome, destination);
    const [first, ...others] = report.failureReason === null ? [] : failuresOf(outcome);
    const all = [...(first === undefined ? [] : [first]), ...unwritten];
    const failures = [...(all.length === 0 ? [] : [(0,safe_text/* joinSafe */.e)(all, (0,safe_text/* safe */.g) ` `)]), ...others];
    for (const failure of failures)
        log.fail(failure);
    return failures.length === 0;
}
function logProject(project, log) {
    const verdict = (0,report_verdict/* verdictOn */.Hc)(project);
    if (verdict.status !== 'bad')
        log.info((0,safe_text/* safe */.g) `Result: ${project.result}. ${(0,report_verdict/* verdictLine */.MT)(verdict)}`);
    for (const excused of (0,report_verdict/* excusedFindings */.ix)(project))
        log.warning(excused);
    if (project.stateUnknown)
        log.warning(report_verdict/* STATE_UNKNOWN */.V7);
}
/** One error annotation each. */
function failuresOf({ report, project }) {
    if (project === null)
        return projectFailures(report);
    // That of the project says more than that of the run: what was under way at the end of it.
    const error = project.error ?? report.error;
    return [error === null ? (0,report_verdict/* verdictLine */.MT)((0,report_verdict/* verdictOn */.Hc)(project)) : error.message];
}
/** @returns why outputs could not be written, if they could not: a gate must not be open because of that */
async function writeOutputs(outcome, { core, log, env, secrets }) {
    const written = await writeReport(outcome, env.RUNNER_TEMP || (0,external_node_os_namespaceObject.tmpdir)());
    if ('errorCode' in written.file) {
        const code = secrets.sanitize(written.file.errorCode, 40);
        log.warning((0,safe_text/* safe */.g) `The report file could not be written (${code}).`);
    }
    const { texts, cut } = outputsOf(outcome, written, secrets);
    for (const name of cut) {
        log.warning((0,safe_text/* safe */.g) `The output \`${name}\` is too long and was cut. The file of the output \`report-file\` has all of it.`);
    }
    try {
        for (const [name, value] of Object.entries(texts))
            core.setOutput(name, value);
        return [];
    }
    catch {
        return [(0,safe_text/* safe */.g) `The outputs could not be written to the file that GITHUB_OUTPUT names.`];
    }
}
async function writeSummary(outcome, { core, log, env, secrets }) {
    try {
        const markup = buildSummary(outcome, log.warnings, (0,links/* pageLinks */.$)(outcome.atlasOrigin, env, secrets));
        await core.summary.addRaw(markup).write();
    }
    catch {
        // The verdict stands without it; outside of a job the runner offers no file.
        log.info((0,safe_text/* safe */.g) `The job summary could not be written.`);
    }
}

// EXTERNAL MODULE: ./build/report/report.js
var report_report = __nccwpck_require__(7177);
// EXTERNAL MODULE: ./build/sanitize/secrets.js + 3 modules
var sanitize_secrets = __nccwpck_require__(7183);
// EXTERNAL MODULE: ./build/run/deadlines.js
var deadlines = __nccwpck_require__(7695);
// EXTERNAL MODULE: ./build/run/publish-github.js
var publish_github = __nccwpck_require__(6153);
;// CONCATENATED MODULE: ./build/run/run.js









/**
 * One run from top to bottom: read, execute, publish. Never throws: whatever happens ends in outputs, a summary and an exit
 * code.
 *
 * @returns whether the step succeeds
 */
async function run(runtime) {
    const { core, env } = runtime;
    const secrets = new sanitize_secrets/* Secrets */.Sb((secret) => core.setSecret(secret));
    const log = new Log(core);
    let reporting = { mode: null, summary: true, projectId: null, shard: null };
    let outcome;
    try {
        const settings = await readSettings(runtime, secrets, (known) => {
            reporting = known;
        });
        outcome = await executeMode(settings, runtime, secrets, log);
    }
    catch (thrown) {
        outcome = failedRun((0,errors/* toReportedError */.zc)(thrown), reporting, runtime, secrets);
    }
    for (const warning of outcome.warnings)
        log.warning(warning);
    return await publish(outcome, { core, log, secrets, env, summary: reporting.summary });
}
/** Reads the inputs, within the run's `timeout` and until its cancellation. */
async function readSettings(runtime, secrets, onReportSettings) {
    const { core, env, cancelled } = runtime;
    const finished = new AbortController();
    const start = (seconds) => AbortSignal.any([cancelled, (0,deadlines/* startTimeout */.kk)(seconds, runtime, finished.signal).signal]);
    try {
        return await readInputs({ input: core.getInput, env, secrets }, { onReportSettings, startTimeout: start });
    }
    finally {
        finished.abort();
    }
}
/** Loads what a mode needs only now: most of the action is not needed to report wrong inputs. */
async function executeMode(settings, runtime, secrets, log) {
    for (const warning of settings.warnings)
        log.warning(warning);
    if (settings.mode === 'merge') {
        const { mergeReports } = await Promise.all(/* import() */[__nccwpck_require__.e("zod"), __nccwpck_require__.e("merge")]).then(__nccwpck_require__.bind(__nccwpck_require__, 4866));
        return await (0,deadlines/* withTimeout */.wj)(settings.timeout, runtime, (signal) => mergeReports(settings, secrets, signal));
    }
    const { execute } = await Promise.all(/* import() | atlas */[__nccwpck_require__.e("zod"), __nccwpck_require__.e("undici-client"), __nccwpck_require__.e("atlas")]).then(__nccwpck_require__.bind(__nccwpck_require__, 9835));
    return await execute(settings, runtime, secrets, log);
}
function failedRun(error, { mode, projectId, shard }, runtime, secrets) {
    const project = projectId === null || mode === 'merge'
        ? null
        : (0,project_state/* failedEarly */.FJ)(mode ?? 'apply', { id: projectId, name: null, providers: [], require: [] }, error);
    const projects = project === null ? [] : [project];
    const report = (0,report_report/* buildReport */.FK)({ mode, shard, isMultiProject: false, projects, error });
    const run = (0,report_report/* currentRun */.xh)(runtime, secrets);
    return { report, run, project, links: publish_github/* NO_GITHUB_LINKS */.i, atlasOrigin: null, warnings: [] };
}
/** For an error that was thrown where no code waits for it: ends the run like any other error. */
async function publishUncaught(thrown, runtime) {
    const { core, env } = runtime;
    const secrets = new sanitize_secrets/* Secrets */.Sb(() => undefined);
    const reporting = { mode: null, projectId: null, summary: false, shard: null };
    const outcome = failedRun((0,errors/* toReportedError */.zc)(thrown), reporting, runtime, secrets);
    await publish(outcome, { core, log: new Log(core), secrets, env, summary: false });
}


/***/ }),

/***/ 4033:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ joinSafe),
/* harmony export */   g: () => (/* binding */ safe)
/* harmony export */ });
/**
 * A template tag for sentences of our own: what is written in the template is safe because it is source code, and what is
 * put into it must be safe already, or the compiler refuses it.
 */
function safe(template, ...parts) {
    return template.map((words, i) => (i < parts.length ? `${words}${String(parts[i])}` : words)).join('');
}
/** The texts with a separator of our own between them. */
function joinSafe(texts, separator) {
    return texts.join(separator);
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


/***/ }),

/***/ 5444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BS: () => (/* binding */ hexText),
/* harmony export */   Hd: () => (/* binding */ secondsText),
/* harmony export */   KG: () => (/* binding */ asSentence),
/* harmony export */   Ly: () => (/* binding */ isoTime),
/* harmony export */   Qu: () => (/* binding */ withoutFullStop),
/* harmony export */   S5: () => (/* binding */ durationText),
/* harmony export */   gQ: () => (/* binding */ lowerCase),
/* harmony export */   kh: () => (/* binding */ isoDay)
/* harmony export */ });
/** The text as a sentence: with a full stop, unless it ends with a mark already. */
function asSentence(text) {
    return (/[.!?…]$/.test(text) ? text : `${text}.`);
}
/** The text without the full stop at its end, to go on after it. */
function withoutFullStop(text) {
    return text.replace(/\.$/, '');
}
/** @param ms since 1970 @returns the day in UTC: `2027-01-31` */
function isoDay(ms) {
    return new Date(ms).toISOString().slice(0, 10);
}
/** @returns a time in seconds with one decimal: `1.5 s` */
function secondsText(ms) {
    return `${(ms / 1000).toFixed(1)} s`;
}
/** @returns a long time in its two largest units: `2 h 5 min`, `3 min 10 s`, `40 s` */
function durationText(ms) {
    const seconds = Math.round(ms / 1000);
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
    if (hours > 0)
        return `${hours} h ${minutes} min`;
    return (minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`);
}
/** @param ms since 1970 @returns an ISO 8601 date and time in UTC */
function isoTime(ms) {
    return new Date(ms).toISOString();
}
/** @returns the text if it consists of hexadecimal digits alone, in lower case; undefined otherwise */
function hexText(text) {
    return /^[0-9a-f]+$/i.test(text) ? text.toLowerCase() : undefined;
}
function lowerCase(text) {
    return text.toLowerCase();
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
