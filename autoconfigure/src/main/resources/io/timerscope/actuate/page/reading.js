// The endpoint, which is where this page came from, whatever its path.

const FILTERS = ['state', 'scheduler', 'owner', 'site', 'after'];

class Refused extends Error {}

function address(tail, parameters) {
  const url = new URL(location.pathname.replace(/\/$/, '') + tail, location.origin);
  for (const [name, value] of Object.entries(parameters)) if (value) url.searchParams.set(name, value);
  return url;
}

async function ask(url, options) {
  const response = await fetch(url, { credentials: 'same-origin', cache: 'no-store', signal: AbortSignal.timeout(15000), ...options });
  const json = (response.headers.get('content-type') ?? '').includes('json');
  if (response.status === 400 && json) throw new Refused((await response.json()).message);
  if (response.status === 403 && options?.method) {
    throw new Error('The application refused this (403). Its security may want a CSRF token that this page cannot know.');
  }
  if (response.redirected || response.status === 401 || response.status === 403) {
    throw new Error(`The application asks for a sign-in (${response.status}).`);
  }
  return { status: response.status, body: json ? await response.json() : null };
}

async function read(parameters) {
  const answer = await ask(address('', { ...parameters, format: 'json' }));
  if (answer.status !== 200 || !answer.body) throw new Error(`The application answered ${answer.status}.`);
  return answer.body;
}

async function readStacks() {
  const answer = await ask(address('', { format: 'stacks' }));
  return answer.body?.stacks ?? [];
}

async function readTask(id) {
  return ask(address(`/${encodeURIComponent(id)}`, {}), { headers: { Accept: 'application/json' } });
}

// A page in somebody else's frame does not cancel anything.
const mayCancel = document.documentElement.dataset.cancel === 'true' && window.top === window.self;

async function cancelTask(id) {
  const token = /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie);
  const headers = token ? { 'X-XSRF-TOKEN': decodeURIComponent(token[1]) } : {};
  return ask(address(`/${encodeURIComponent(id)}`, {}), { method: 'DELETE', headers });
}

// What is being looked at stands in this page's own address.

function filters() {
  const parameters = new URLSearchParams(location.search);
  return Object.fromEntries(FILTERS.map((name) => [name, parameters.get(name) ?? '']));
}

function view(name) {
  return new URLSearchParams(location.search).get(name);
}

function go(changes, state) {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(changes)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  history.pushState(state ?? null, '', url);
}
