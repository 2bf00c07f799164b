// One page of tasks, narrowed by what stands in the address.

function ownerCell(owner) {
  return [el('span', {}, owner.kind === 'application' ? 'application' : `${owner.kind} ${owner.name}`),
    owner.endedAt ? el('small', {}, 'ended ', when(owner.endedAt)) : null];
}

function stateCell(task) {
  return task.leak ? el('span', { class: 'badge leak', title: `since ${task.leak.since}` }, task.leak.reason) : el('span', { class: 'badge' }, task.outlived ? `${task.state}, outlived` : task.state);
}

function taskRow(task) {
  const cell = (label, ...children) => el('td', { 'data-label': label }, el('div', {}, children));
  return el('tr', {},
    el('td', { class: 'lead' }, el('button', { class: 'link', type: 'button', 'data-key': `task ${task.id}`, onclick: () => openTask(task.id) }, task.name),
      el('small', { class: 'mono' }, siteParts(task.site).file), task.siteInferred ? el('small', {}, 'line inferred from the task') : null),
    cell('State', stateCell(task)),
    cell('Owner', ownerCell(task.owner)),
    cell('Schedule', scheduleWords(task.schedule), el('small', {}, task.scheduler)),
    cell('Scheduled', when(task.createdAt)),
    cell(task.endedAt ? 'Ended' : 'Next run', task.endedAt ? when(task.endedAt) : task.nextRun ? when(task.nextRun) : '–'),
    cell('Runs', count.format(task.runs), task.failures ? el('small', { class: 'hot-text' }, many(task.failures, 'failure', 'failures')) : null));
}

function tasks(ledger) {
  const { limit, matched, next } = ledger.page;
  const now = filters();
  const narrowed = ['state', 'scheduler', 'owner', 'site'].some((name) => now[name]);
  show(at('task-rows'), table(heads('Task', 'State', 'Owner', 'Schedule', 'Scheduled', now.state === 'ended' ? 'Ended' : 'Next run', 'Runs'),
    ledger.tasks.map(taskRow), narrowed ? 'No task matches.' : 'No task is live.'));
  const shown = ledger.tasks.length;
  at('tasks-note').textContent = matched === shown ? many(matched, 'task', 'tasks') : `${count.format(shown)} of ${count.format(matched)}, oldest first`;
  show(at('tasks-acts'), [cancelAllButton(ledger)]);
  const trail = history.state?.trail ?? [];
  show(at('pages'), now.after || next ? [
    el('button', { type: 'button', 'data-key': 'previous', disabled: !now.after, onclick: () => turn(trail.at(-1) ?? '', trail.slice(0, -1)) }, '← Previous'),
    el('button', { type: 'button', 'data-key': 'next', disabled: !next, onclick: () => turn(next, [...trail, now.after]) }, `Next ${limit} →`)] : []);
  syncFilter(ledger, now);
}

function turn(after, trail) {
  go({ after }, { trail });
  refresh();
}

// Narrows from elsewhere on the page, and goes to where it shows.
function narrow(changes) {
  go({ state: '', scheduler: '', owner: '', site: '', after: '', ...changes });
  refresh();
  at('tasks').scrollIntoView({ block: 'start' });
  at('tasks').focus({ preventScroll: true });
}

function syncFilter(ledger, now) {
  const form = at('filter');
  const names = ledger.schedulers.filter((it) => it.tracked).map((it) => it.name);
  if (now.scheduler && !names.includes(now.scheduler)) names.push(now.scheduler);
  const select = form.elements.scheduler;
  if ([...select.options].slice(1).map((it) => it.value).join('\n') !== names.join('\n')) {
    select.replaceChildren(select.options[0], ...names.map((name) => el('option', { value: name }, name)));
  }
  if (!form.contains(document.activeElement)) fillFilter();
}

function fillFilter() {
  const now = filters();
  for (const name of ['state', 'scheduler', 'owner', 'site']) at('filter').elements[name].value = now[name] === 'live' ? '' : now[name];
}

function submitFilter() {
  const form = at('filter');
  go({ ...Object.fromEntries(['state', 'scheduler', 'owner', 'site'].map((name) => [name, form.elements[name].value.trim()])), after: '' });
  refresh();
}

at('filter').addEventListener('submit', (event) => { event.preventDefault(); submitFilter(); });
at('filter').addEventListener('change', submitFilter);
at('clear').addEventListener('click', () => { at('filter').reset(); submitFilter(); });
