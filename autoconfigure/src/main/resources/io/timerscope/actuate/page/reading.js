// The endpoint, which is where this page came from, whatever its path.

const FILTERS = ['state', 'scheduler', 'owner', 'site', 'after'];

class Refused extends Error {}

function address(tail, parameters) {
  const url = new URL(location.pathname.replace(/\/$/, '') + tail, location.origin);
  for (const [name, value] of Object.entries(parameters)) if (value) url.searchParams.set(name, value);
  return url;
}

// Says that a script asks: then security answers with a status, keeps the reader's place and lets the browser ask for no password.
const BY_SCRIPT = { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' };

async function ask(url, { headers, ...options } = {}) {
  const response = await fetch(url, { credentials: 'same-origin', cache: 'no-store', redirect: 'manual', signal: AbortSignal.timeout(15000),
    headers: { ...BY_SCRIPT, ...headers }, ...options });
  const json = (response.headers.get('content-type') ?? '').includes('json');
  if (response.status === 400 && json) throw new Refused((await response.json()).message);
  if (response.type === 'opaqueredirect' || response.status === 401) throw new Error('The application asks for a sign-in.');
  if (response.status === 403) throw new Error(options.method ? forbidden(headers) : 'The application does not let you read this (403).');
  return { status: response.status, body: json ? await response.json() : null };
}

function forbidden(headers) {
  return `The application refused this (403). You may lack the right to cancel${headers?.['X-XSRF-TOKEN'] ? '.'
    : ', or its CSRF protection wants a token, which this page looks for in a cookie named XSRF-TOKEN.'}`;
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
  return ask(address(`/${encodeURIComponent(id)}`, {}));
}

// A page in somebody else's frame changes nothing.
const mayCancel = document.documentElement.dataset.cancel === 'true' && window.top === window.self;

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
