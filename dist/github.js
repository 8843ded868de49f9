export const id = "github";
export const ids = ["github"];
export const modules = {

/***/ 4585:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishToGitHub: () => (/* binding */ publishToGitHub)
});

// EXTERNAL MODULE: ./build/domain/errors.js
var errors = __webpack_require__(6046);
// EXTERNAL MODULE: ./build/report/report.js
var report_report = __webpack_require__(7177);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/report/html.js
var html = __webpack_require__(5138);
// EXTERNAL MODULE: ./build/report/projects-summary.js
var projects_summary = __webpack_require__(1644);
// EXTERNAL MODULE: ./build/report/summary.js
var summary = __webpack_require__(4611);
;// CONCATENATED MODULE: ./build/github/bodies.js




/** GitHub refuses a longer body. */
const MAX_BODY_LENGTH = 65_000;
/** Stands for a whole target in a marker: a path may hold what would end the comment. */
function targetId(...parts) {
    return shortHash(JSON.stringify(parts));
}
const shortHash = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16);
const MARKER = /^<!-- atlas-encryption-at-rest:(?:project|rest|plan)=[0-9a-f]{1,64} -->$/;
/** Invisible, on a line of its own, and what an issue or comment of ours is found by, whatever its title. */
function marker(kind, id) {
    return `<!-- atlas-encryption-at-rest:${kind}=${id} -->`;
}
/**
 * Whether the entry was written by this action. A stranger could lay out an issue or comment with our marker, have it filled
 * and then change what it says; a person may quote one of ours.
 */
function isOurs(entry, ours) {
    return markersOf(entry).includes(ours);
}
/** The markers of an entry, if it was written by this action. @see {@link isOurs} */
function markersOf({ body, user, author_association: association }) {
    const isBot = user?.type === 'Bot' || user?.login?.endsWith('[bot]') === true;
    const isUnknown = user?.type == null && association == null;
    // Looked at first, since a stranger may have filled the body with thousands of markers.
    if (!isBot && !isUnknown && !['OWNER', 'MEMBER', 'COLLABORATOR'].includes(association ?? ''))
        return [];
    const lines = (body ?? '').split(/\r?\n/).map((line) => line.trimEnd());
    return [...new Set(lines.filter((line) => MARKER.test(line)))];
}
/** @returns undefined if there is no such line, or somebody changed it */
function parseStoredState(body) {
    const match = /^<!-- atlas-encryption-at-rest:memory=([a-z:,-]*);([0-9a-f]{16}) -->$/m.exec(body);
    if (match === null)
        return undefined;
    return { subjects: match[1].split(',').filter(Boolean), fingerprint: match[2] };
}
/** The memory of a run: the same as long as nothing changes. */
function storedStateOf(project, subjects) {
    const { result, providers, comparisons, patch, requirements, error } = project;
    const told = JSON.stringify([result, providers, comparisons, patch, requirements, error, [...subjects].sort()]);
    return { subjects, fingerprint: shortHash(told) };
}
/** The memory of what is told of many projects. */
function storedStateOfReport(report) {
    return { subjects: [], fingerprint: shortHash(JSON.stringify(report)) };
}
/** @param unchecked what was found by other runs, and not looked at by this one */
function issueBody(project, storedState, unchecked, runUrl, sanitize) {
    const notes = unchecked.length === 0
        ? []
        : [(0,html/* html */.qy) `<p>Found by another run, not looked at by this one: ${unchecked.join(', ')}</p>`];
    const end = (0,html/* html */.qy) `<p>A workflow keeps this issue: it is updated while the finding changes, and closed when it is gone.</p>`;
    const blocks = [...(0,summary/* projectBlocks */.K)(project, sanitize), ...notes, ...linkToRun(runUrl), end];
    return joined([marker('project', project.projectId), storedStateLine(storedState)], blocks);
}
function commentBody(project, storedState, runUrl, sanitize) {
    const blocks = [...(0,summary/* projectBlocks */.K)(project, sanitize), ...linkToRun(runUrl)];
    return joined([marker('plan', project.projectId), storedStateLine(storedState)], blocks);
}
/** The body of an issue or comment that tells of many projects: as many rows as there is room for. */
function projectsBody(ours, report, storedState, runUrl, sanitize) {
    const end = linkToRun(runUrl);
    const room = MAX_BODY_LENGTH - 1000 - end.reduce((size, { markup }) => size + markup.length, 0);
    return joined([ours, storedStateLine(storedState)], [...(0,projects_summary/* projectsBlocks */.X)(report, room, sanitize), ...end]);
}
const storedStateLine = ({ subjects, fingerprint }) => `<!-- atlas-encryption-at-rest:memory=${subjects.join(',')};${fingerprint} -->`;
function linkToRun(runUrl) {
    return isUrl(runUrl) ? [(0,html/* html */.qy) `<p>Told by <a href="${runUrl}">this run</a>.</p>`] : [];
}
function isUrl(text) {
    return /^https?:\/\/[\w.:/-]+$/.test(text);
}
function joined(lines, blocks) {
    const kept = [lines.join('\n')];
    let size = kept.join('').length;
    for (const { markup } of blocks) {
        size += markup.length + 2;
        if (size > MAX_BODY_LENGTH) {
            kept.push((0,html/* html */.qy) `<p>Cut: the summary of the run has all of it (${(0,html/* code */.aY)('GITHUB_STEP_SUMMARY')}).</p>`.markup);
            break;
        }
        kept.push(markup);
    }
    return kept.join('\n\n');
}

// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js + 22 modules
var github = __webpack_require__(2413);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(3759);
// EXTERNAL MODULE: ./build/network/connect.js
var connect = __webpack_require__(1235);
// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(4371);
// EXTERNAL MODULE: ./build/network/read-bounded.js
var read_bounded = __webpack_require__(1953);
;// CONCATENATED MODULE: ./build/github/bounded-fetch.js


const WITHOUT_BODY = new Set([204, 205, 304]);
/** The reply is larger than anything that GitHub has to say. */
class ResponseTooLargeError extends Error {
}
/**
 * A `fetch` for Octokit, which would follow redirects to anywhere and read without end: this one asks nobody but whom the
 * dispatcher reaches, hands redirects on as they are, and has read the whole reply when it returns, within the signal's time.
 *
 * @throws ResponseTooLargeError
 */
function boundedFetch(dispatcher) {
    return async (url, init) => {
        const options = { ...init, dispatcher, redirect: 'manual' };
        const response = await (0,undici.fetch)(url, options);
        const body = response.body === null ? null : await (0,read_bounded/* readBounded */.C)(response.body, () => new ResponseTooLargeError());
        const { status, statusText } = response;
        const headers = [...response.headers];
        return new Response(WITHOUT_BODY.has(status) ? null : body, { status, statusText, headers });
    };
}

;// CONCATENATED MODULE: ./build/github/errors.js

/** GitHub could not be told. The message says what a person can do, in plain text. */
class GitHubError extends Error {
    status;
    constructor(message, status) {
        super(message);
        this.status = status;
    }
}
/**
 * What Octokit threw, in words of ours.
 *
 * @param method a lost POST is not repeated, or there would be two
 * @param permission what the token needs, for messages
 */
function explain(error, method, permission, run) {
    const { status: claimed = 0, response } = error;
    if (error.cause instanceof ResponseTooLargeError)
        return { trouble: new GitHubError('GitHub sent a reply of more than 10 MiB; it was not read.', 200) };
    // Octokit calls it 500 if nothing answered.
    const status = response === undefined ? 0 : claimed;
    const headers = response?.headers ?? {};
    const isRefusal = status === 429 || status === 403;
    const said = response?.data?.message;
    const saysSo = typeof said === 'string' && /rate limit|abuse/i.test(said);
    if (isRefusal && (status === 429 || saysSo || headers['retry-after'] || headers['x-ratelimit-remaining'] === '0')) {
        const reset = Number(headers['x-ratelimit-reset']) * 1000 - run.clock.now();
        const seconds = Number(headers['retry-after'] ?? Math.ceil(reset / 1000));
        // Without a word on it GitHub asks to wait a minute.
        const waitMs = (Number.isFinite(seconds) && seconds >= 0 ? seconds : 60) * 1000;
        return {
            trouble: new GitHubError(`GitHub limits the rate of requests; it asks to wait ${waitMs / 1000} s.`, status),
            waitMs,
        };
    }
    const message = REFUSALS[status]?.replace('PERMISSION', permission);
    if (message !== undefined)
        return { trouble: new GitHubError(`GitHub answered ${status}: ${message}`, status) };
    if (status === 0 || status >= 500) {
        const what = status === 0 ? 'no reply' : `HTTP ${status}`;
        // What was created, though the reply was lost, would be created twice.
        return {
            trouble: new GitHubError(`GitHub is in trouble (${what}).`, status),
            ...(method !== 'POST' && { waitMs: 1000 }),
        };
    }
    return { trouble: new GitHubError(`GitHub refused the request with HTTP ${status}.`, status) };
}
const REFUSALS = {
    401: 'the token of `github-token` is wrong or has expired; it needs the permission `PERMISSION`.',
    403: 'the token of `github-token` needs the permission `PERMISSION`.',
    404: 'the token of `github-token` needs the permission `PERMISSION`, and the repository issues switched on.',
    410: 'issues are switched off in the repository; the token of `github-token` needs the permission `PERMISSION`.',
};

;// CONCATENATED MODULE: ./build/github/client.js





const ATTEMPT_MS = 15_000;
const ATTEMPTS = 3;
const PAGE_SIZE = 100;
const MAX_PAGES = 100;
/** A longer wait than this is left to the next run: the verdict on Atlas does not hang on GitHub. */
const MAX_WAIT_MS = 20_000;
const client_text = schemas/* nullish */.cl6(schemas/* string */.YjP());
const entry = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    number: schemas/* nullish */.cl6(schemas/* int */.Whr()),
    html_url: schemas/* string */.YjP().check(api/* _regex */.Fk(/^https?:\/\/[\w.:/#-]+$/)),
    body: client_text,
    state: client_text,
    pull_request: schemas/* optional */.lqM(schemas/* unknown */.L5J()),
    user: schemas/* nullish */.cl6(schemas/* object */.Ikc({ type: client_text, login: client_text })),
    author_association: client_text,
});
const quiet = { debug() { }, info() { }, warn() { }, error() { } };
/**
 * @param permission what the token needs, for messages: `issues: write`
 * @throws GitHubError without a token or outside of a repository
 */
async function openGitHub(token, permission, env, run) {
    const repository = env.GITHUB_REPOSITORY ?? '';
    if (token === '')
        throw new GitHubError(`Input \`github-token\` is empty; it needs a token with \`${permission}\`.`, 0);
    if (!/^[\w.-]+\/[\w.-]+$/.test(repository))
        throw new GitHubError('GITHUB_REPOSITORY does not name a repository.', 0);
    const baseUrl = env.GITHUB_API_URL || 'https://api.github.com';
    if (!/^https?:\/\//.test(baseUrl) || !URL.canParse(baseUrl))
        throw new GitHubError('GITHUB_API_URL is not a URL.', 0);
    const open = await (0,connect/* connector */.M)(new URL(baseUrl).origin, env, run.secrets);
    // Octokit logs to stderr, which the runner reads for commands.
    const octokit = (0,github/* getOctokit */.Q)(token, { baseUrl, log: quiet, request: { fetch: boundedFetch(open()) } });
    async function request(method, path, body = {}) {
        for (let attempt = 1;; attempt += 1) {
            try {
                const signal = AbortSignal.any([run.signal, AbortSignal.timeout(ATTEMPT_MS)]);
                const { data, headers, status } = await octokit.request(`${method} /repos/${repository}${path}`, {
                    ...body,
                    // Octokit warns of deprecations on stderr, where the runner would take commands from a header of the reply.
                    request: { signal, log: quiet },
                });
                // To Octokit a redirect is a success.
                if (Number(status) >= 300)
                    throw new GitHubError(`GitHub answered ${status}, and a redirect is never followed.`, status);
                return { data, link: headers.link ?? '' };
            }
            catch (error) {
                if (error instanceof GitHubError)
                    throw error;
                if (run.signal.aborted)
                    throw run.signal.reason;
                const { trouble, waitMs } = explain(error, method, permission, run);
                const waits = waitMs !== undefined && waitMs <= MAX_WAIT_MS && run.clock.now() + waitMs < run.deadline;
                if (attempt >= ATTEMPTS || !waits)
                    throw trouble;
                const reason = trouble.status === 0 ? 'no reply' : `HTTP ${trouble.status}`;
                run.emit({ type: 'retry', request: `GitHub ${method}`, reason, waitMs });
                await run.clock.sleep(waitMs, run.signal);
            }
        }
    }
    const server = env.GITHUB_SERVER_URL || 'https://github.com';
    /** It is shown and handed on to other steps, so it leads to nowhere else, and holds no secret. */
    const withOwnUrl = (one) => ({
        ...one,
        html_url: one.html_url.startsWith(`${server}/`) ? run.secrets.redact(one.html_url) : '',
    });
    return {
        runUrl: env.GITHUB_RUN_ID ? `${server}/${repository}/actions/runs/${env.GITHUB_RUN_ID}` : '',
        async exists(path) {
            try {
                await request('GET', path);
                return true;
            }
            catch (error) {
                if (error instanceof GitHubError && error.status === 404)
                    return false;
                throw error;
            }
        },
        async list(path) {
            const entries = [];
            for (let page = 1; page <= MAX_PAGES; page += 1) {
                const query = `${path.includes('?') ? '&' : '?'}per_page=${PAGE_SIZE}&page=${page}`;
                const { data, link } = await request('GET', `${path}${query}`);
                const found = understood(schemas/* array */.YOg(entry), data);
                for (const one of found)
                    entries.push(withOwnUrl(one));
                // The next page is asked for by number: the URL of a link could point anywhere.
                const isLast = link === '' ? found.length < PAGE_SIZE : !/rel="next"/.test(link);
                if (isLast || found.length === 0)
                    return entries;
            }
            throw new GitHubError('GitHub gave a list without end.', 200);
        },
        create: async (path, body) => withOwnUrl(understood(entry, (await request('POST', path, body)).data)),
        async send(path, body) {
            await request('POST', path, body);
        },
        async update(path, body) {
            await request('PATCH', path, body);
        },
        async remove(path) {
            await request('DELETE', path);
        },
    };
}
function understood(schema, reply) {
    const { data, success } = schema.safeParse(reply);
    if (success)
        return data;
    throw new GitHubError('GitHub answered with something that its documentation does not know.', 200);
}

;// CONCATENATED MODULE: ./build/github/comment.js

/** The plan for the only project of a run. */
function planOfProject(project, { runUrl }, sanitize) {
    const storedState = storedStateOf(project, []);
    return {
        marker: marker('plan', project.projectId),
        storedState,
        body: commentBody(project, storedState, runUrl, sanitize),
    };
}
/** @param id of the config file and shard */
function planOfProjects(report, id, { runUrl }, sanitize) {
    const storedState = storedStateOfReport(report);
    const ours = marker('plan', id);
    return { marker: ours, storedState, body: projectsBody(ours, report, storedState, runUrl, sanitize) };
}
/**
 * Keeps one comment with the plan on a pull request, updated in place when the plan changes.
 *
 * @returns the comment's URL
 * @throws GitHubError
 */
async function upsertComment(plan, pullRequest, github) {
    const { storedState, body } = plan;
    const [oldest] = await findComments(plan, pullRequest, github);
    if (oldest === undefined) {
        const created = await github.create(`/issues/${pullRequest}/comments`, { body });
        // Another run may have written one since we looked: the oldest is kept.
        const [kept, ...later] = await findComments(plan, pullRequest, github);
        for (const { id } of later)
            await github.remove(`/issues/comments/${id}`);
        if (kept === undefined || kept.id === created.id)
            return created.html_url;
        await github.update(`/issues/comments/${kept.id}`, { body });
        return kept.html_url;
    }
    if (parseStoredState(oldest.body ?? '')?.fingerprint !== storedState.fingerprint) {
        await github.update(`/issues/comments/${oldest.id}`, { body });
    }
    return oldest.html_url;
}
/** Our comments for the target, the oldest first. */
async function findComments({ marker: ours }, pullRequest, github) {
    const comments = await github.list(`/issues/${pullRequest}/comments`);
    return comments.filter((comment) => isOurs(comment, ours)).sort((a, b) => a.id - b.id);
}

;// CONCATENATED MODULE: ./build/github/issue-list.js


/** Always set, and what issues are listed by: GitHub's search lags behind. */
const LABEL = 'atlas-encryption-at-rest';
/** All issues of ours, open or closed, by their marker. */
class IssueList {
    /** The oldest first. */
    #byMarker = new Map();
    #github;
    constructor(issues, github) {
        this.#github = github;
        for (const issue of issues) {
            for (const marker of markersOf(issue)) {
                const before = this.#byMarker.get(marker);
                if (before === undefined)
                    this.#byMarker.set(marker, [issue]);
                else
                    before.push(issue);
            }
        }
    }
    /** @throws GitHubError */
    static async read(github) {
        const listed = await github.list(`/issues?state=all&labels=${LABEL}`);
        const issues = listed.filter((issue) => issue.pull_request === undefined);
        return new IssueList(issues.sort((a, b) => (a.number ?? 0) - (b.number ?? 0)), github);
    }
    /** The oldest issue with the marker; later ones come from runs that raced, and are closed as its duplicates. */
    async find(marker) {
        const [oldest, ...later] = this.#byMarker.get(marker) ?? [];
        for (const duplicate of later) {
            if (duplicate.state !== 'open')
                continue;
            // What cannot be closed does not keep the oldest from being kept.
            await closeAsDuplicate(duplicate, `Duplicate of #${oldest?.number}.`, this.#github).catch(() => undefined);
            duplicate.state = 'closed';
        }
        return oldest;
    }
}
/** @throws GitHubError */
async function closeIssue(issue, reason, words, github) {
    await github.send(`/issues/${issue.number}/comments`, { body: words });
    await github.update(`/issues/${issue.number}`, { state: 'closed', state_reason: reason });
}
/** GitHub Enterprise Server may be too old to know of duplicates. */
async function closeAsDuplicate(issue, words, github) {
    try {
        await closeIssue(issue, 'duplicate', words, github);
    }
    catch (error) {
        if (!(error instanceof GitHubError) || error.status !== 422)
            throw error;
        await github.update(`/issues/${issue.number}`, { state: 'closed', state_reason: 'not_planned' });
    }
}

;// CONCATENATED MODULE: ./build/github/issue-opener.js


/** Opens issues with the labels and assignees that the workflow wants. One for a run, so that it looks at labels once. */
class IssueOpener {
    #github;
    #options;
    #warn;
    #hasLabels = false;
    /** @param warn told what could be done only in part */
    constructor(github, options, warn) {
        this.#github = github;
        this.#options = options;
        this.#warn = warn;
    }
    /** @throws GitHubError */
    async open(title, body) {
        const labels = [...new Set([LABEL, ...this.#options.labels])];
        if (!this.#hasLabels)
            for (const label of labels)
                await ensureLabel(label, this.#github);
        this.#hasLabels = true;
        const { assignees } = this.#options;
        const issue = { title, body, labels, assignees };
        try {
            return await this.#github.create('/issues', issue);
        }
        catch (error) {
            if (!(error instanceof GitHubError) || error.status !== 422 || assignees.length === 0)
                throw error;
            const opened = await this.#github.create('/issues', { ...issue, assignees: [] });
            this.#warn(`GitHub does not take \`issue-assignees\` (${assignees.join(', ')}), so the issue was opened without them.`);
            return opened;
        }
    }
}
/** Best effort: what keeps a label from being made may not keep the issue from being opened, and if it does, that is told. */
async function ensureLabel(name, github) {
    try {
        if (await github.exists(`/labels/${encodeURIComponent(name)}`))
            return;
        await github.send('/labels', { name, color: '13aa52' });
    }
    catch (error) {
        // 403 and 404: not permitted to make labels. 422: another run was faster.
        if (!(error instanceof GitHubError) || ![403, 404, 422].includes(error.status))
            throw error;
    }
}

;// CONCATENATED MODULE: ./build/github/subjects.js
/** Everything that was found, whether or not it is excused. */
function foundSubjects({ findings, differences, providers, requirements }) {
    const found = [];
    if (findings.includes('invalid')) {
        const invalid = providers.filter(({ valid }) => !valid).map(({ provider }) => `invalid:${provider}`);
        found.push(...(invalid.length > 0 ? invalid : ['invalid:any']));
    }
    if (findings.includes('requirement')) {
        found.push(...requirements.filter(({ held }) => held !== true).map(({ condition }) => `requirement:${condition}`));
    }
    if (findings.includes('drift'))
        found.push(...differences.map(({ provider }) => `drift:${provider ?? 'project'}`));
    return [...new Set(found)];
}
/** Whether this run would have found it if it were still there. */
function looksAt(project, subject) {
    const { mode, providers, requirements, comparisons, looksAtAll, valid } = project;
    const [kind, what] = subject.split(':');
    const isNamed = providers.some(({ provider }) => provider === what);
    switch (kind) {
        case 'requirement':
            return requirements.some(({ condition }) => condition === what);
        case 'invalid':
            return what === 'any' ? looksAtAll || valid : looksAtAll || isNamed;
        case 'drift':
            return (mode === 'drift' && (isNamed || (what === 'project' && comparisons.some(({ provider }) => provider === null))));
        default:
            // Not of ours: nobody will ever find it again.
            return true;
    }
}

;// CONCATENATED MODULE: ./build/github/issues.js



/** More new issues at once would bury a repository; the rest is listed in one. */
const MAX_OPENED = 20;
/**
 * Keeps one issue for each project: opened on the first finding, updated in place while the finding changes, reopened if it
 * comes back, closed with a comment when it is gone. An error says nothing about a project, so nothing is done then.
 *
 * @param rest null if there is one project only
 * @returns the issues' URLs, one a line: for a fleet those that are open or were closed just now
 * @throws GitHubError if the issues cannot even be listed
 */
async function syncIssues(projects, rest, context) {
    const known = projects.filter(({ error }) => error === null);
    if (known.length === 0)
        return '';
    const { attempt, github } = context;
    const list = await IssueList.read(github);
    const kept = [];
    const toOpen = [];
    for (const project of known) {
        await attempt(async () => {
            const issue = await list.find(marker('project', project.projectId));
            const one = issue === undefined ? undefined : await keep(project, issue, context);
            if (one !== undefined)
                kept.push(one);
            else if (foundSubjects(project).length > 0)
                toOpen.push(project);
        });
    }
    const opened = new Map();
    for (const project of toOpen.slice(0, MAX_OPENED)) {
        await attempt(async () => {
            opened.set(marker('project', project.projectId), await issues_open(project, context));
        });
    }
    if (rest !== null) {
        await attempt(async () => {
            const one = await syncOverflowIssue(toOpen.slice(MAX_OPENED), rest, list, context);
            if (one !== undefined)
                kept.push(one);
        });
    }
    if (opened.size > 0) {
        await attempt(async () => {
            kept.push(...(await settled(opened, github)));
        });
    }
    return kept.flatMap(({ url, isNews }) => (isNews || rest === null ? [url] : [])).join('\n');
}
/** Another run may have opened an issue for the same project since we looked: the oldest is kept. */
async function settled(opened, github) {
    const list = await IssueList.read(github);
    const kept = [];
    for (const [ours, issue] of opened)
        kept.push({ url: (await list.find(ours))?.html_url ?? issue.html_url, isNews: true });
    return kept;
}
async function keep(project, issue, { github, sanitize }) {
    const isOpen = issue.state === 'open';
    const before = isOpen ? parseStoredState(issue.body ?? '') : undefined;
    const found = foundSubjects(project);
    const unchecked = (before?.subjects ?? []).filter((subject) => !looksAt(project, subject));
    const subjects = [...new Set([...found, ...unchecked])];
    const url = issue.html_url;
    if (subjects.length === 0) {
        if (isOpen)
            await closeIssue(issue, 'completed', closingWords(github), github);
        return { url, isNews: isOpen };
    }
    const storedState = storedStateOf(project, subjects);
    // A run that found nothing itself has nothing to write, unless it proved that a part of the finding is gone.
    const isTold = before?.fingerprint === storedState.fingerprint ||
        (found.length === 0 && unchecked.length === before?.subjects.length);
    if (!isTold) {
        const notFoundNow = unchecked.filter((subject) => !found.includes(subject));
        const body = issueBody(project, storedState, notFoundNow, github.runUrl, sanitize);
        await github.update(`/issues/${issue.number}`, { body, state: 'open' });
    }
    return { url, isNews: true };
}
async function issues_open(project, { github, opener, sanitize }) {
    const storedState = storedStateOf(project, foundSubjects(project));
    const body = issueBody(project, storedState, [], github.runUrl, sanitize);
    return await opener.open(`Atlas encryption at rest: project ${project.projectId}`, body);
}
async function syncOverflowIssue(projects, { id, report }, list, { github, opener, sanitize }) {
    const ours = marker('rest', id);
    const issue = await list.find(ours);
    if (projects.length === 0) {
        if (issue?.state !== 'open')
            return undefined;
        await closeIssue(issue, 'completed', closingWords(github), github);
        return { url: issue.html_url, isNews: true };
    }
    const all = report(projects);
    const storedState = storedStateOfReport(all);
    const body = projectsBody(ours, all, storedState, github.runUrl, sanitize);
    if (issue === undefined) {
        const opened = await opener.open('Atlas encryption at rest: more projects with findings', body);
        return { url: opened.html_url, isNews: true };
    }
    if (issue.state !== 'open' || parseStoredState(issue.body ?? '')?.fingerprint !== storedState.fingerprint) {
        await github.update(`/issues/${issue.number}`, { body, state: 'open' });
    }
    return { url: issue.html_url, isNews: true };
}
const closingWords = ({ runUrl }) => `The finding is gone${isUrl(runUrl) ? `, as [this run](${runUrl}) found` : ''}.`;

;// CONCATENATED MODULE: ./build/github/publish.js








/** Tells of projects on GitHub as far as it is wanted. Never fails: what cannot be done is a warning, the verdict stands. */
async function publishToGitHub(found, wanted, env, run) {
    const sanitize = (text, maxLength) => run.secrets.sanitize(text, maxLength);
    const told = new Set();
    const explain = (what, error) => {
        // Whatever happens on GitHub's side, the verdict on Atlas is known by now and stands.
        const reason = error instanceof GitHubError || error instanceof errors/* ActionError */.lZ ? error.message : 'an unexpected error.';
        const text = `${what}: ${reason} The verdict on Atlas stands.`;
        if (told.has(text))
            return false;
        told.add(text);
        run.emit({ type: 'warning', text });
        return true;
    };
    async function attempt(what, permission, emit) {
        try {
            return await emit(await openGitHub(wanted.token, permission, env, run));
        }
        catch (error) {
            explain(what, error);
            return '';
        }
    }
    const issueUrl = wanted.issue
        ? await attempt('The issue was not kept', 'issues: write', (github) => publishIssues(github, found, wanted, run, explain))
        : '';
    if (!wanted.comment || found.projects.length === 0)
        return { issueUrl, commentUrl: '' };
    const { pullRequest } = wanted;
    if (pullRequest === null) {
        run.emit({ type: 'note', text: 'No comment: this run was not triggered by a pull request.' });
        return { issueUrl, commentUrl: '' };
    }
    const [only] = found.projects;
    const commentUrl = await attempt('The plan was not commented', 'pull-requests: write', (github) => {
        const isOne = found.target.kind === 'project' && only !== undefined;
        const plan = isOne
            ? planOfProject(only, github, sanitize)
            : planOfProjects(found.report, idOf(found), github, sanitize);
        return upsertComment(plan, pullRequest, github);
    });
    return { issueUrl, commentUrl };
}
async function publishIssues(github, found, wanted, { secrets, emit, signal }, explain) {
    const { target, shard, projects, report } = found;
    const warn = (text) => emit({ type: 'warning', text });
    const isMultiProject = target.kind !== 'project';
    let goesOn = true;
    const context = {
        github,
        opener: new IssueOpener(github, { labels: wanted.issueLabels, assignees: wanted.issueAssignees }, warn),
        sanitize: (text, maxLength) => secrets.sanitize(text, maxLength),
        attempt: async (act) => {
            if (!goesOn)
                return;
            try {
                await act();
            }
            catch (error) {
                goesOn = explain('The issue was not kept', error) && isMultiProject && !signal.aborted;
            }
        },
    };
    const reportOn = (some) => (0,report_report/* buildReport */.FK)({ mode: report.mode, shard: shard?.text ?? null, isMultiProject: true, projects: some, error: null }, secrets);
    return await syncIssues(projects, isMultiProject ? { id: idOf(found), report: reportOn } : null, context);
}
/** Of the target: the config file or organization, and the shard. */
function idOf({ target, shard }) {
    const what = 'file' in target ? target.file : target.kind === 'organization' ? target.id : target.projects[0].id;
    return targetId(target.kind, what, shard?.text ?? null);
}


/***/ })

};
