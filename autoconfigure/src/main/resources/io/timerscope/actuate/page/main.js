// The rhythm: read, show, wait; and say so when the application is gone.

let timer;
let turnNumber = 0;
let goneSince = null;

async function refresh() {
  clearTimeout(timer);
  const turn = ++turnNumber;
  try {
    const ledger = await readWhatIsWanted();
    if (turn !== turnNumber) return;
    render(ledger);
    await Promise.all([refreshFlame(ledger), refreshHour(ledger), refreshTask()]);
    back();
  } catch (problem) {
    if (turn !== turnNumber) return;
    gone(problem);
  }
  const interval = Number(at('interval').value);
  if (goneSince) timer = setTimeout(refresh, 2000);
  else if (interval) timer = setTimeout(refresh, interval);
}

// A filter that the endpoint does not take leaves everything else readable.
async function readWhatIsWanted() {
  const refused = at('refused');
  try {
    const ledger = await read(filters());
    refused.hidden = true;
    return ledger;
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem;
    refused.textContent = problem.message;
    refused.hidden = false;
    return { ...await read({}), tasks: [], page: { limit: 100, matched: 0 } };
  }
}

function render(ledger) {
  applicationNow = Date.parse(ledger.time);
  at('start').hidden = true;
  at('view').hidden = false;
  at('reading').textContent = `read ${new Date(applicationNow).toLocaleTimeString()}`;
  remember(ledger);
  overview(ledger);
  ownership(ledger);
  schedulers(ledger);
  outside(ledger);
  sites(ledger);
  rulesPart(ledger);
  tasks(ledger);
  chart();
}

function gone(problem) {
  goneSince ??= new Date();
  const banner = at('gone');
  if (!banner.hidden && banner.dataset.why === problem.message) return;
  banner.dataset.why = problem.message;
  const why = problem.message.startsWith('The application') ? problem.message : 'The application does not answer.';
  banner.replaceChildren(`${why} Last seen before ${goneSince.toLocaleTimeString()}; trying again.`,
    why.includes('sign-in') ? el('button', { type: 'button', onclick: () => location.reload() }, 'Sign in') : '');
  banner.hidden = false;
}

function back() {
  if (!goneSince) return;
  goneSince = null;
  at('gone').hidden = true;
  say('The application is back.');
}

at('interval').addEventListener('change', refresh);
addEventListener('popstate', () => {
  const task = /^#task-(\d+)$/.exec(location.hash)?.[1];
  if (task) opened = task;
  else if (at('detail').open) at('detail').close();
  fillFilter();
  refresh();
});
document.addEventListener('visibilitychange', () => { if (!document.hidden && Number(at('interval').value)) refresh(); });

opened = /^#task-(\d+)$/.exec(location.hash)?.[1] ?? null;
fillFilter();
refresh();
