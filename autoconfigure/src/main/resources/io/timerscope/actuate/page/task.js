// One task.

function fact(name, ...values) {
  return el('div', {}, el('dt', {}, name), el('dd', {}, values));
}

function runRow(run) {
  return el('tr', {},
    el('td', {}, when(run.startedAt)), el('td', { class: 'num' }, span(seconds(run.duration))), el('td', { class: 'num' }, span(seconds(run.lateness))),
    el('td', { class: run.outcome === 'failure' ? 'hot-text' : null }, run.outcome, run.error ? el('small', { class: 'mono' }, run.error) : null));
}

function taskView(task) {
  const live = task.state === 'waiting' || task.state === 'running';
  return [
    el('h2', { id: 'detail-name' }, task.name, ' ', stateCell(task)),
    el('p', { class: 'mono quiet' }, task.site),
    task.siteInferred ? el('p', { class: 'quiet' }, 'This line is inferred from the class of the task; the stack of this call was not captured.') : null,
    el('dl', { class: 'facts' },
      task.leak ? fact('Leaked', el('span', { class: 'hot-text' }, task.leak.reason), ` (${task.leak.witness})`, ' for ', lasting(task.leak.since))
        : task.outlived ? fact('Outlived', 'its owner has ended') : null,
      fact('Owner', ownerCell(task.owner), task.owner.openedAt ? [' open for ', lasting(task.owner.openedAt)] : null),
      fact('Scheduler', task.scheduler), fact('Schedule', scheduleWords(task.schedule)), fact('State', task.state),
      fact('Scheduled', when(task.createdAt), ` on ${task.thread}`),
      task.nextRun ? fact('Next run', when(task.nextRun)) : null,
      task.endedAt ? fact('Ended', when(task.endedAt)) : null,
      fact('Runs', `${count.format(task.runs)}, ${many(task.failures, 'failure', 'failures')}`),
      task.holds ? fact('Captures', task.holds.map((type, i) => [i ? ', ' : '', el('span', { class: `mono ${type.endsWith(')') ? 'hot-text' : ''}` }, type)])) : null, fact('Id', task.id)),
    task.runningStack ? [el('h3', {}, `Running on ${task.running.thread} for `, lasting(task.running.startedAt)), stackList(task.runningStack)] : null,
    el('h3', {}, 'Scheduled by'),
    task.stack ? stackList(task.stack) : el('p', { class: 'quiet' }, 'No stack was captured for this line.'),
    task.history?.length ? [el('h3', {}, 'Last runs'), el('div', { class: 'scroll' }, el('table', {}, table(heads('Started', '#Took', '#Late by', 'Outcome'), task.history.map(runRow), '')))] : null,
    el('div', { class: 'acts' },
      live && mayCancel ? el('button', { type: 'button', class: 'danger', 'data-key': 'cancel', onclick: () => askToCancel(task) }, 'Cancel this task…') : null,
      el('button', { type: 'button', 'data-key': 'close', onclick: () => at('detail').close() }, 'Close')),
  ].flat();
}

let opened = null;

async function openTask(id) {
  at('word').textContent = '';
  if (location.hash !== `#task-${id}`) history.pushState(history.state, '', `#task-${id}`);
  opened = id;
  try {
    await refreshTask();
  } catch (problem) {
    gone(problem);
  }
}

async function refreshTask() {
  const id = opened;
  if (!id) return;
  const answer = await readTask(id);
  if (opened !== id) return;
  const dialog = at('detail');
  if (answer.status === 200 && answer.body) show(at('task'), taskView(answer.body));
  else show(at('task'), el('h2', { id: 'detail-name' }, `Task ${id} is not known any more`), el('p', { class: 'quiet' }, 'It ended a while ago.'),
    el('div', { class: 'acts' }, el('button', { type: 'button', 'data-key': 'close', onclick: () => dialog.close() }, 'Close')));
  if (!dialog.open) dialog.showModal();
}

at('detail').addEventListener('close', () => {
  opened = null;
  at('word').textContent = '';
  if (location.hash) history.pushState(history.state, '', location.pathname + location.search);
});
