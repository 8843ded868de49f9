export const id = 421;
export const ids = [421];
export const modules = {

/***/ 8421:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tellGitHub: () => (/* binding */ tellGitHub)
});

// EXTERNAL MODULE: ./build/failure.js
var failure = __webpack_require__(9874);
// EXTERNAL MODULE: ./build/input/trigger.js
var trigger = __webpack_require__(9815);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/report/html.js
var html = __webpack_require__(5138);
// EXTERNAL MODULE: ./build/report/summary.js
var summary = __webpack_require__(4611);
;// CONCATENATED MODULE: ./build/github/body.js



/** GitHub refuses a longer body. */
const LONGEST_BODY = 65_000;
/** Invisible, and what an issue or comment of ours is found by, whatever its title. */
function marker(kind, id) {
    return `<!-- atlas-encryption-at-rest:${kind}=${id} -->`;
}
/** @returns undefined if the body was not written by us, or somebody changed the line */
function recall(body) {
    const match = /<!-- atlas-encryption-at-rest:findings=([a-z,]*);([0-9a-f]{16}) -->/.exec(body);
    if (match === null)
        return undefined;
    return { findings: match[1].split(',').filter(Boolean), fingerprint: match[2] };
}
/** A digest of what was found, the same as long as nothing changes. */
function fingerprintOf(project, findings) {
    const { providers, differences, requirements, notComparable } = project;
    const told = JSON.stringify([[...findings].sort(), providers, differences, requirements, notComparable]);
    return (0,external_node_crypto_.createHash)('sha256').update(told).digest('hex').slice(0, 16);
}
function issueBody(project, memory, unchecked, runUrl, plain) {
    const notes = unchecked.length === 0 ? [] : [(0,html/* html */.qy) `<p>Found earlier, not checked by this run: ${unchecked.join(', ')}.</p>`];
    const end = (0,html/* html */.qy) `<p>This issue is kept by a workflow: it is updated while the finding changes, and closed when it is gone.</p>`;
    const remembered = `<!-- atlas-encryption-at-rest:findings=${memory.findings.join(',')};${memory.fingerprint} -->`;
    return joined([marker('project', project.projectId), remembered], [...(0,summary/* projectBlocks */.Ko)(project, plain), ...notes, ...foundBy(runUrl), end]);
}
function commentBody(project, runUrl, plain) {
    return joined([marker('plan', project.projectId)], [...(0,summary/* projectBlocks */.Ko)(project, plain), ...foundBy(runUrl)]);
}
function foundBy(runUrl) {
    if (!/^https?:\/\/[\w.:/-]+$/.test(runUrl))
        return [];
    return [(0,html/* html */.qy) `<p>Told by <a href="${runUrl}">this run</a>.</p>`];
}
function joined(markers, blocks) {
    const kept = [...markers];
    let size = kept.join('\n').length;
    for (const { markup } of blocks) {
        size += markup.length + 2;
        if (size > LONGEST_BODY) {
            kept.push((0,html/* html */.qy) `<p>Cut: the summary of the run has all of it (${(0,html/* code */.aY)('GITHUB_STEP_SUMMARY')}).</p>`.markup);
            break;
        }
        kept.push(markup);
    }
    return kept.join('\n\n');
}

;// CONCATENATED MODULE: ./build/github/comment.js

/**
 * Keeps one comment with the plan on a pull request, updated in place.
 *
 * @returns the comment's URL
 * @throws GitHubTrouble
 */
async function keepComment(project, pullRequest, github, plain) {
    const body = commentBody(project, github.runUrl, plain);
    const comments = await github.list(`/issues/${pullRequest}/comments`);
    const ours = comments.find((comment) => comment.body?.includes(marker('plan', project.projectId)) && isTrusted(comment));
    if (ours === undefined)
        return (await github.create(`/issues/${pullRequest}/comments`, { body })).html_url;
    if (ours.body !== body)
        await github.update(`/issues/comments/${ours.id}`, { body });
    return ours.html_url;
}
/** A stranger could lay out a comment with our marker, have it filled with a plan, and then change what it says. */
function isTrusted({ user, author_association: association }) {
    return user?.type === 'Bot' || ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(association ?? 'MEMBER');
}

// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js + 22 modules
var github = __webpack_require__(2413);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js + 1 modules
var api = __webpack_require__(3305);
;// CONCATENATED MODULE: ./build/github/github.js


const ATTEMPT_MS = 15_000;
const ATTEMPTS = 3;
const PAGE_SIZE = 100;
/** A longer wait than this is left to the next run: the verdict on Atlas does not hang on GitHub. */
const LONGEST_WAIT_MS = 20_000;
const github_text = schemas/* nullish */.cl6(schemas/* string */.YjP());
const entry = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    number: schemas/* nullish */.cl6(schemas/* int */.Whr()),
    html_url: schemas/* string */.YjP().check(api/* _regex */.Fk(/^https?:\/\/[\w.:/#-]+$/)),
    body: github_text,
    state: github_text,
    pull_request: schemas/* optional */.lqM(schemas/* unknown */.L5J()),
    user: schemas/* nullish */.cl6(schemas/* object */.Ikc({ type: github_text })),
    author_association: github_text,
});
/** GitHub could not be told. The message says what a person can do, in plain text. */
class GitHubTrouble extends Error {
    status;
    constructor(message, status) {
        super(message);
        this.status = status;
    }
}
const quiet = { debug() { }, info() { }, warn() { }, error() { } };
/**
 * @param permission what the token needs, for messages: `issues: write`
 * @throws GitHubTrouble without a token or outside of a repository
 */
function openGitHub(token, permission, env, world) {
    const repository = env.GITHUB_REPOSITORY ?? '';
    if (token === '')
        throw new GitHubTrouble(`Input \`github-token\` is empty; it needs a token with \`${permission}\`.`, 0);
    if (!/^[\w.-]+\/[\w.-]+$/.test(repository))
        throw new GitHubTrouble('GITHUB_REPOSITORY does not name a repository.', 0);
    const baseUrl = env.GITHUB_API_URL || 'https://api.github.com';
    // Octokit logs to stderr, which the runner reads for commands.
    const octokit = (0,github/* getOctokit */.Q)(token, { baseUrl, log: quiet });
    async function request(method, path, body = {}) {
        for (let attempt = 1;; attempt += 1) {
            try {
                const signal = AbortSignal.any([world.signal, AbortSignal.timeout(ATTEMPT_MS)]);
                const { data, headers } = await octokit.request(`${method} /repos/${repository}${path}`, {
                    ...body,
                    request: { signal },
                });
                return { data, link: headers.link ?? '' };
            }
            catch (error) {
                const { trouble, waitMs } = explain(error, permission, world);
                const waits = waitMs !== undefined && waitMs <= LONGEST_WAIT_MS && world.clock.now() + waitMs < world.deadline;
                if (attempt >= ATTEMPTS || !waits || world.signal.aborted)
                    throw trouble;
                const reason = trouble.status === 0 ? 'no reply' : `HTTP ${trouble.status}`;
                world.tell({ type: 'retry', request: `GitHub ${method}`, reason, waitMs });
                await world.clock.sleep(waitMs, world.signal);
            }
        }
    }
    const server = env.GITHUB_SERVER_URL || 'https://github.com';
    return {
        runUrl: env.GITHUB_RUN_ID ? `${server}/${repository}/actions/runs/${env.GITHUB_RUN_ID}` : '',
        async exists(path) {
            try {
                await request('GET', path);
                return true;
            }
            catch (error) {
                if (error instanceof GitHubTrouble && error.status === 404)
                    return false;
                throw error;
            }
        },
        async list(path) {
            const entries = [];
            for (let page = 1;; page += 1) {
                const query = `${path.includes('?') ? '&' : '?'}per_page=${PAGE_SIZE}&page=${page}`;
                const { data, link } = await request('GET', `${path}${query}`);
                const found = understood(schemas/* array */.YOg(entry), data);
                entries.push(...found);
                // The next page is asked for by number: the URL of a link could point anywhere.
                const isLast = link === '' ? found.length < PAGE_SIZE : !/rel="next"/.test(link);
                if (isLast || found.length === 0)
                    return entries;
            }
        },
        create: async (path, body) => understood(entry, (await request('POST', path, body)).data),
        async send(path, body) {
            await request('POST', path, body);
        },
        async update(path, body) {
            await request('PATCH', path, body);
        },
    };
}
function understood(schema, reply) {
    const { data, success } = schema.safeParse(reply);
    if (success)
        return data;
    throw new GitHubTrouble('GitHub answered with something that its documentation does not know.', 200);
}
function explain(error, permission, world) {
    const { status = 0, response } = error;
    const headers = response?.headers ?? {};
    const limited = status === 429 ||
        (status === 403 && (headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0'));
    if (limited) {
        const reset = Number(headers['x-ratelimit-reset']) * 1000 - world.clock.now();
        const seconds = Number(headers['retry-after'] ?? Math.ceil(reset / 1000));
        const waitMs = (Number.isFinite(seconds) && seconds >= 0 ? seconds : 60) * 1000;
        return {
            trouble: new GitHubTrouble(`GitHub limits the rate of requests; it asks to wait ${waitMs / 1000} s.`, status),
            waitMs,
        };
    }
    if (status === 403 || status === 404 || status === 401) {
        const message = `GitHub answered ${status}: the token of \`github-token\` needs the permission \`${permission}\` (and the repository issues switched on).`;
        return { trouble: new GitHubTrouble(message, status) };
    }
    if (status >= 500 || status === 0) {
        return {
            trouble: new GitHubTrouble(`GitHub is in trouble (${status === 0 ? 'no reply' : `HTTP ${status}`}).`, status),
            waitMs: 1000,
        };
    }
    return { trouble: new GitHubTrouble(`GitHub refused the request with HTTP ${status}.`, status) };
}

;// CONCATENATED MODULE: ./build/github/issue.js


/** Always set, and what issues are listed by: GitHub's search lags behind. */
const LABEL = 'atlas-encryption-at-rest';
/**
 * Keeps one issue for a project: opened on the first finding, updated in place while the finding changes, reopened if it
 * comes back, closed with a comment when it is gone. An error says nothing about the project, so nothing is done then.
 *
 * @param warn told what could be done only in part
 * @returns the issue's URL, '' if there is none
 * @throws GitHubTrouble
 */
async function keepIssue(project, wishes, github, plain, warn) {
    if (project.error !== null)
        return '';
    const issue = await findIssue(project.projectId, github);
    const before = recall(issue?.body ?? '');
    const unchecked = (issue?.state === 'open' ? (before?.findings ?? []) : []).filter((finding) => !checks(project, finding));
    const findings = [...project.findings, ...unchecked];
    if (findings.length === 0) {
        if (issue?.state === 'open')
            await issue_close(issue, 'completed', closingWords(github), github);
        return issue?.html_url ?? '';
    }
    const memory = { findings, fingerprint: fingerprintOf(project, findings) };
    const isTold = issue?.state === 'open' && before?.fingerprint === memory.fingerprint;
    // A run that found nothing itself has nothing to write in place of what another mode found.
    if (issue !== undefined && (isTold || project.findings.length === 0))
        return issue.html_url;
    const body = issueBody(project, memory, unchecked, github.runUrl, plain);
    if (issue === undefined)
        return await issue_open(project, body, wishes, github, warn);
    await github.update(`/issues/${issue.number}`, { body, state: 'open' });
    return issue.html_url;
}
/** Whether this run would have seen the finding if it were still there. */
function checks({ mode, requirements }, finding) {
    if (finding === 'requirement')
        return requirements.length > 0;
    return finding === 'invalid' || mode === 'drift';
}
/** The oldest issue with the project's marker; later ones come from runs that raced, and are closed as its duplicates. */
async function findIssue(projectId, github) {
    const listed = await github.list(`/issues?state=all&labels=${LABEL}`);
    const ours = listed
        .filter(({ body, pull_request }) => pull_request === undefined && body?.includes(marker('project', projectId)))
        .sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
    const [oldest, ...later] = ours;
    for (const duplicate of later) {
        if (duplicate.state === 'open')
            await issue_close(duplicate, 'not_planned', `Duplicate of #${oldest?.number}.`, github);
    }
    return oldest;
}
async function issue_open(project, body, wishes, github, warn) {
    const labels = [...new Set([LABEL, ...wishes.labels])];
    for (const label of labels)
        await ensureLabel(label, github);
    const title = `Atlas encryption at rest: project ${project.projectId}`;
    const issue = await create({ title, body, labels, assignees: wishes.assignees }, github, warn);
    // Another run may have opened one since we looked.
    const kept = await findIssue(project.projectId, github);
    return kept?.html_url ?? issue.html_url;
}
async function create(issue, github, warn) {
    try {
        return await github.create('/issues', issue);
    }
    catch (error) {
        if (!(error instanceof GitHubTrouble) || error.status !== 422 || issue.assignees.length === 0)
            throw error;
        warn(`GitHub does not take \`issue-assignees\` (${issue.assignees.join(', ')}), so the issue was opened without them.`);
        return await github.create('/issues', { ...issue, assignees: [] });
    }
}
async function ensureLabel(name, github) {
    if (await github.exists(`/labels/${encodeURIComponent(name)}`))
        return;
    try {
        await github.send('/labels', { name, color: '13aa52' });
    }
    catch (error) {
        // 422: another run was faster.
        if (!(error instanceof GitHubTrouble) || error.status !== 422)
            throw error;
    }
}
async function issue_close(issue, reason, words, github) {
    await github.send(`/issues/${issue.number}/comments`, { body: words });
    await github.update(`/issues/${issue.number}`, { state: 'closed', state_reason: reason });
}
const closingWords = ({ runUrl }) => `The finding is gone${/^https?:\/\/[\w.:/-]+$/.test(runUrl) ? `, as [this run](${runUrl}) found` : ''}.`;

;// CONCATENATED MODULE: ./build/github/tell.js





/** Tells of a project on GitHub as far as it is wanted. Never fails: what cannot be done is a warning, the verdict stands. */
async function tellGitHub(project, wanted, env, world) {
    const warn = (text) => world.tell({ type: 'warning', text });
    const plain = (text, longest) => world.secrets.plain(text, longest);
    async function attempt(what, permission, tell) {
        try {
            return await tell(openGitHub(wanted.token, permission, env, world));
        }
        catch (error) {
            // Whatever happens on GitHub's side, the verdict on Atlas is known by now and stands.
            const reason = error instanceof GitHubTrouble || error instanceof failure/* Failure */.HR ? error.message : 'an unexpected error.';
            warn(`${what}: ${reason} The verdict on Atlas stands.`);
            return '';
        }
    }
    const issueUrl = wanted.issue
        ? await attempt('The issue was not kept', 'issues: write', (github) => keepIssue(project, { labels: wanted.issueLabels, assignees: wanted.issueAssignees }, github, plain, warn))
        : '';
    if (!wanted.comment)
        return { issueUrl, commentUrl: '' };
    const pullRequest = (0,trigger/* pullRequestNumber */.K)(env);
    if (pullRequest === undefined) {
        world.tell({ type: 'note', text: 'No comment: this run was not triggered by a pull request.' });
        return { issueUrl, commentUrl: '' };
    }
    const commentUrl = await attempt('The plan was not commented', 'pull-requests: write', (github) => keepComment(project, pullRequest, github, plain));
    return { issueUrl, commentUrl };
}


/***/ })

};
