// What an engineer on call wants to know in the first ten seconds.

const KINDS = {
  'outlived-request': 'Requests left tasks behind that nobody wants or can end',
  'outlived-session': 'Sessions left tasks behind that nobody wants or can end',
  'outlived-bean': 'Tasks go on after their bean was destroyed',
  'outlived-scope': 'Tasks go on after their scope has closed',
  'outliving': 'Tasks go on after their request or session has ended',
  'abandoned': 'Nobody wants or can end these tasks',
  'retained': 'Cancelled tasks are still queued',
  'overload': 'A limit of the guard is exceeded',
  'growing': 'The tasks of one line keep growing',
  'dead': 'A periodic task died of an exception',
  'failing': 'A periodic task throws run after run',
  'overdue': 'A periodic task has not done its work for long',
  'duplicate': 'A periodic task is there twice',
  'overrunning': 'Runs take longer than their period',
  'stuck': 'A run takes too long',
  'late': 'Runs start late',
  'unmanaged': 'Timers that are not tracked',
  'left-behind': 'Tasks or threads are left after the application closed',
};

const SEVERITIES = ['leak', 'problem', 'notice'];

function headline(ledger) {
  const { totals, findings } = ledger;
  if (ledger.status === 'shedding') return 'New tasks are being refused';
  if (totals.leaked > 0) return `${many(totals.leaked, 'task has leaked', 'tasks have leaked')}`;
  const wrong = findings.filter((it) => it.severity !== 'notice');
  if (wrong.length > 0) return wrong.length === 1 ? KINDS[wrong[0].kind] ?? wrong[0].kind : `${wrong.length} things are wrong`;
  return ledger.schedulers.length === 0 ? 'No scheduler bean was found, so no task is tracked' : 'Nothing leaks';
}

function subline(ledger) {
  const worst = ledger.sites.find((site) => site.leaked > 0);
  const where = ledger.sites.filter((site) => site.leaked > 0).length;
  if (worst) {
    const rest = where > 1 ? `, and ${many(where - 1, 'other line', 'other lines')}` : '';
    return ['scheduled at ', el('code', {}, worst.site), rest];
  }
  if (ledger.schedulers.length === 0) {
    const outside = ledger.outside ?? [];
    return outside.length === 0 ? 'There is no TaskScheduler or ScheduledExecutorService bean, and no other timer was seen.'
      : [`There is no TaskScheduler or ScheduledExecutorService bean. ${many(outside.length, 'timer runs', 'kinds of timers run')} outside: `,
        outside.slice(0, 5).map((it) => it.name).join(', '), outside.length > 5 ? ', …' : ''];
  }
  return [`${many(ledger.totals.live, 'live task', 'live tasks')}, ${count.format(ledger.totals.running)} running`];
}

function finding(it) {
  const first = (it.count > 1) ? el('span', { class: 'quiet' }, ` ×${count.format(it.count)}`) : null;
  return el('article', { class: `finding ${it.severity}` },
    el('div', { class: 'top' },
      el('h3', {}, KINDS[it.kind] ?? it.kind, first),
      el('span', {}, el('span', { class: 'badge' }, it.kind), it.witness ? [' ', el('span', { class: 'badge' }, it.witness)] : null, ' ', el('span', { class: 'quiet' }, 'for ', lasting(it.since)))),
    el('span', { class: 'mono' }, it.subject),
    el('p', {}, plain(it.evidence), it.scheduler ? el('span', { class: 'quiet' }, ` · ${it.scheduler}`) : null, aboutTasks(it)),
    keptWords.has(it.id) ? el('p', {}, el('b', {}, 'Kept: '), keptWords.get(it.id)) : null,
    el('p', { class: 'do' }, el('b', {}, 'What to do: '), it.advice),
    mayCancel ? el('div', { class: 'does' }, acknowledgeButton(it), actsOnLine(it)) : null,
    it.stack ? el('details', { 'data-fold': it.id, open: unfolded.has(it.id) }, el('summary', {}, 'Stack of the running thread'), stackList(it.stack)) : null);
}

// A finding about a line leads to its tasks, unless they are over; one about a queue to what it still holds.
function aboutTasks(it) {
  const filter = it.kind === 'retained' ? { site: '', scheduler: it.subject, state: 'retained' } : aboutLine(it);
  return filter && [' · ', el('button', { class: 'link', type: 'button', 'data-key': `tasks of ${it.id}`, onclick: () => narrow(filter) }, 'show these tasks')];
}

// With the agent, unmanaged has a line too: the one that made the pools, which scheduled nothing.
function aboutLine(it) {
  const isLine = it.subject.endsWith(')') && it.subject.includes('(') && it.kind !== 'unmanaged';
  const state = { dead: 'ended', outliving: 'outlived', growing: '' }[it.kind] ?? (it.severity === 'leak' ? 'leaked' : '');
  return isLine ? { site: it.subject, scheduler: it.scheduler ?? '', state } : null;
}

const unfolded = new Set();
addEventListener('toggle', (event) => {
  const id = event.target.dataset?.fold;
  if (id) unfolded[event.target.open ? 'add' : 'delete'](id);
}, true);

function stackList(frames) {
  return el('ol', { class: 'stack', tabindex: '0', 'aria-label': 'Stack' }, frames.map((frame) => el('li', {}, frame)));
}

const OPEN = 3;
const SHOWN = 50;

function overview(ledger) {
  document.title = `${ledger.totals.leaked ? `(${ledger.totals.leaked}) ` : ''}Timers · ${document.documentElement.dataset.application}`;
  const status = at('status');
  status.className = `status ${ledger.status}`;
  status.textContent = ledger.status;
  at('headline').textContent = headline(ledger);
  show(at('subline'), subline(ledger));
  const { totals } = ledger;
  const tiles = [['live', totals.live], ['outlived', totals.outlived], ['leaked', totals.leaked, true], ['running', totals.running], ['retained', totals.retained],
    ['scheduled', totals.scheduled], ['failed', totals.failed], ['cancelled', totals.cancelled], ['recovered', totals.recovered]];
  show(at('totals'), tiles.map(([name, value, hot]) =>
    el('div', { class: hot && value > 0 ? 'hot' : null }, el('dt', {}, name), el('dd', {}, count.format(value)))));
  const findings = [...ledger.findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.count - a.count);
  const wrong = findings.filter((it) => it.severity !== 'notice');
  const notices = findings.slice(wrong.length, wrong.length + SHOWN);
  const rest = wrong.slice(OPEN, SHOWN);
  show(at('findings'), wrong.slice(0, OPEN).map(finding), rest.length === 0 ? null
    : el('details', { class: 'rest', 'data-fold': 'rest', open: unfolded.has('rest') },
      el('summary', {}, many(wrong.length - OPEN, 'more finding', 'more findings')), rest.map(finding),
      wrong.length > SHOWN ? el('p', { class: 'quiet' }, `and ${wrong.length - SHOWN} more; see ?format=json`) : null),
    notices.length === 0 ? null : el('details', { class: 'rest', 'data-fold': 'notices', open: unfolded.has('notices') },
      el('summary', {}, many(findings.length - wrong.length, 'notice', 'notices'), ': worth knowing, and perhaps meant'), notices.map(finding)));
}

// What the tasks' owners are worth: where one may be missing, and what ended with its own.
function ownership(ledger) {
  const cancelled = Object.entries(ledger.cancelledWithOwner ?? {});
  const lines = [...(ledger.attribution?.gaps ?? []).map((gap) => el('p', {}, el('b', {}, 'Attribution is partial: '), gap)),
    cancelled.length ? el('p', {}, 'Cancelled with their owner: ', cancelled.map(([kind, of]) => `${kind} ${count.format(of)}`).join(', ')) : null];
  show(at('ownership'), lines);
}

function schedulers(ledger) {
  const rows = ledger.schedulers.map((it) => it.tracked
    ? el('tr', {},
      el('td', {}, el('button', { class: 'link', type: 'button', 'data-key': `scheduler ${it.name}`, onclick: () => narrow({ scheduler: it.name }) }, it.name), el('small', {}, it.type)),
      el('td', { class: 'num' }, count.format(it.live)),
      el('td', { class: `num ${it.leaked ? 'hot' : ''}` }, count.format(it.leaked)),
      el('td', { class: 'num' }, count.format(it.running)),
      el('td', {}, threads(it)),
      el('td', { class: 'num' }, it.queued === undefined ? '–' : count.format(it.queued)),
      el('td', { class: 'num' }, count.format(it.retained), it.removeOnCancel === false ? el('small', {}, 'keeps cancelled tasks') : null),
      el('td', { class: 'num' }, span(seconds(it.lateness.last)), el('small', {}, `at most ${span(seconds(it.lateness.max))}`)))
    : el('tr', {}, el('td', {}, it.name, el('small', {}, it.type)), el('td', { colspan: '7', class: 'quiet' }, 'not tracked: ', it.reason)));
  show(at('schedulers'), table(heads('Name', '#Live', '#Leaked', '#Running', 'Threads', '#Queued', '#Retained', '#Lateness'), rows, 'There is no TaskScheduler or ScheduledExecutorService bean, so no task is tracked.'));
}

// What runs timers beside the tracked schedulers, for the record.
function outside(ledger) {
  const rows = (ledger.outside ?? []).map((it) => el('tr', {},
    el('td', { class: 'mono' }, it.name),
    el('td', { class: 'num' }, count.format(it.count)),
    el('td', {}, it.kind),
    el('td', {}, it.library ?? '–'),
    el('td', {}, it.heldBy ?? '–')));
  at('outside-card').hidden = rows.length === 0 && ledger.schedulers.length > 0;
  show(at('outside'), table(heads('Threads', '#Number', 'Kind', 'Library', 'Held by'), rows, 'No other timer was seen.'));
}

function threads(it) {
  return it.poolSize === undefined ? '–' : `${it.activeThreads ?? 0} of ${it.poolSize} busy`;
}
