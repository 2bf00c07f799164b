// What an operator does. Each step asks first: what will happen, to how many, and whether it can be undone.

async function change(method, tail, parameters, body) {
  const token = /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie);
  const headers = { ...(token ? { 'X-XSRF-TOKEN': decodeURIComponent(token[1]) } : {}), ...(body ? { 'Content-Type': 'application/json' } : {}) };
  return ask(address(tail, parameters), { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
}

// Asks in a dialog whose first button leaves everything as it is.
function confirmed({ title, text, no, yes, act, form }) {
  const dialog = at('question');
  dialog.replaceChildren(
    el('h2', { id: 'question-text' }, title), form ?? '',
    ...[text].flat().filter(Boolean).map((it) => el('p', {}, it)),
    el('p', { id: 'question-refused', class: 'refused', role: 'alert', hidden: true }),
    el('div', { class: 'acts' },
      el('button', { type: 'button', autofocus: !form, 'data-key': 'no', onclick: () => dialog.close() }, no),
      el('button', { type: 'button', class: 'danger', 'data-key': 'yes', onclick: async () => {
        if (await act() !== false) dialog.close();
        await refresh();
      } }, yes)));
  if (!dialog.open) dialog.showModal();
}

// Tries a change, and says what came of it. Returns false where the question stays open.
async function tried(work, words) {
  try {
    const answer = await work();
    if (answer.status < 300) say(words(answer.body ?? {}));
    else say({ 404: 'It is not there any more.', 405: 'Access to this endpoint is read-only.' }[answer.status] ?? answer.body?.message ?? `The application answered ${answer.status}.`);
  } catch (problem) {
    if (problem instanceof Refused) {
      at('question-refused').textContent = problem.message;
      at('question-refused').hidden = false;
      return false;
    }
    say(problem.message);
  }
  return true;
}

function askToCancel(task) {
  confirmed({ title: `Cancel ${task.name}?`, no: 'Keep it', yes: 'Cancel the task',
    text: `Task ${task.id} on ${task.scheduler} (${scheduleWords(task.schedule)}) will not run again. A run in progress goes on. This cannot be undone.`,
    act: () => tried(async () => {
      const answer = await change('DELETE', `/${encodeURIComponent(task.id)}`, {});
      return answer.status === 404 ? { status: 200, body: { over: true } } : answer;
    }, (body) => (body.over ? 'The task had ended already.' : `${task.name} was cancelled.`)) });
}

// Only what narrows by more than a state may be cancelled as a whole, and only what is live.
function narrowsEnough(now) {
  return (now.scheduler || now.owner || now.site) && !['ended', 'retained'].includes(now.state);
}

function cancelAllButton(ledger) {
  const now = filters();
  const { matched } = ledger.page;
  if (!mayCancel || matched === 0 || !narrowsEnough(now)) return null;
  return el('button', { type: 'button', class: 'danger', 'data-key': 'cancel all', onclick: () => askToCancelAll(now, ledger) }, `Cancel ${matched === 1 ? 'this task' : `all ${count.format(matched)}`}…`);
}

function askToCancelAll(now, ledger) {
  const { state, scheduler, owner, site } = now;
  const { matched } = ledger.page;
  const which = Object.entries({ state: state || 'live', scheduler, owner, site }).filter(([, value]) => value).map(([name, value]) => `${name} ${value}`).join(', ');
  const healthy = state !== 'leaked' && state !== 'outlived' && 'Not only leaked tasks match: working tasks would be cancelled as well.';
  confirmed({ title: `Cancel ${many(matched, 'task', 'tasks')}?`, no: matched === 1 ? 'Keep it' : 'Keep them', yes: `Cancel ${many(matched, 'task', 'tasks')}`,
    text: [`Everything that matches now is cancelled: ${which}. Runs in progress go on, and none starts again.`, healthy, 'This cannot be undone.'],
    act: () => tried(() => change('DELETE', '', { state, scheduler, owner, site }), (body) =>
      `${count.format(body.cancelled)} of ${many(body.matched, 'task', 'tasks')} were cancelled${body.refused ? `; ${body.refused} ended meanwhile or were not let go` : ''}.`) });
}

function acknowledgeButton(it) {
  if (!mayCancel || it.kind !== 'dead') return null;
  return el('button', { type: 'button', 'data-key': `acknowledge ${it.id}`, onclick: () => confirmed({
    title: 'Acknowledge this finding?', no: 'Keep it on the list', yes: 'Acknowledge',
    text: [`1 finding about ${many(it.count, 'dead task', 'dead tasks')} leaves the list, here and in health, meters and alerts. The task stays dead: nothing is scheduled again.`,
      'This cannot be undone. If a task of this line dies again, a new finding is raised.'],
    act: () => tried(() => change('POST', `/findings/${encodeURIComponent(it.id)}`, {}, { acknowledged: true }), () => 'The finding was acknowledged.') }) }, 'Acknowledge…');
}

// com.acme.Orders.place(Orders.java:42) as a rule names it
function patternOf(site) {
  const method = site.slice(0, site.lastIndexOf('('));
  const dot = method.lastIndexOf('.');
  return dot < 0 ? '' : `${method.slice(0, dot)}#${method.slice(dot + 1)}`;
}

const EFFECTS = {
  'cancel': ['cancel its tasks when their owner ends', { onOwnerEnd: 'cancel' },
    'From now on each task of the line is cancelled when its request, session or bean ends, also what is due later on purpose. Tasks whose owner has ended already are not touched. What is cancelled does not come back.'],
  'ignore': ['report nothing of it', { ignore: true }, 'From now on no finding speaks of the line. Its tasks go on.'],
  'report': ['only report its tasks, never cancel them', { onOwnerEnd: 'report' }, 'From now on no task of the line is cancelled with its owner.'],
};

function rulesPart(ledger) {
  const rules = ledger.rules ?? [];
  const words = (it) => [it.ignore && 'report nothing', it.onOwnerEnd && `at the owner's end: ${it.onOwnerEnd}`, it.grace && `grace ${span(seconds(it.grace))}`,
    it.maxLive !== undefined && `at most ${count.format(it.maxLive)} live`, it.stuckAfter && `stuck after ${span(seconds(it.stuckAfter))}`].filter(Boolean).join(', ');
  const rows = rules.map((it) => el('tr', {},
    el('td', { class: 'mono lead' }, it.site), el('td', { 'data-label': 'What' }, words(it)), el('td', { 'data-label': 'From' }, it.source === 'runtime' ? 'added at run time' : it.source),
    el('td', { 'data-label': '' }, mayCancel && it.source === 'runtime' ? el('button', { type: 'button', 'data-key': `rule ${it.number}`, 'aria-label': `Take back the rule for ${it.site}`, onclick: () => askToTakeBack(it, words(it)) }, 'Take back…') : null)));
  at('rules-card').hidden = rows.length === 0 && !mayCancel;
  at('rule-add').hidden = !mayCancel;
  show(at('rules'), table(heads('Line', 'What', 'From', ''), rows, 'No rule for single lines: the settings for all apply.'));
}

function askToTakeBack(rule, words) {
  confirmed({ title: 'Take this rule back?', no: 'Keep the rule', yes: 'Take it back',
    text: [`1 rule for ${rule.site} (${words}) ends now, and the rules and settings below it apply again.`, 'You can undo this: add the rule again.'],
    act: () => tried(() => change('DELETE', `/rules/${rule.number}`, {}), () => 'The rule was taken back.') });
}

function askForRule(pattern) {
  const site = el('input', { name: 'site', value: pattern, placeholder: 'com.acme.OrderController#place', autocomplete: 'off', spellcheck: 'false', required: true });
  const effect = el('select', { name: 'effect' }, Object.entries(EFFECTS).map(([value, [name]]) => el('option', { value }, name)));
  const told = el('p', { id: 'rule-effect', 'aria-live': 'polite' });
  const tell = async () => {
    const wanted = site.value.trim();
    const words = () => EFFECTS[effect.value][2];
    told.textContent = words();
    if (!wanted || /\*+[^*]/.test(wanted)) return; // what stands behind a * cannot be asked for
    const narrowed = wanted.includes('*') ? wanted.replace(/\*.*$/, '').replace('#', '.') : wanted;
    try {
      const { page } = await read({ site: narrowed, limit: 1 });
      if (site.value.trim() === wanted) told.textContent = `${many(page.matched, 'live task is', 'live tasks are')} of such lines now. ${words()}`;
    } catch { /* the number is missing, the words are there */ }
  };
  site.addEventListener('change', tell);
  effect.addEventListener('change', tell);
  confirmed({ title: 'Add a rule for a line', no: 'Add nothing', yes: 'Add the rule',
    form: el('div', { class: 'filter' }, el('label', { class: 'wide' }, 'Line (a class, Class#method or package.**) ', site), el('label', {}, 'Effect ', effect)),
    text: [told, 'It counts before all other rules, until it is taken back or this process ends. You can undo this: take the rule back.'],
    act: () => tried(() => change('POST', '/rules', {}, { site: site.value.trim(), ...EFFECTS[effect.value][1] }), (body) => `Rule ${body.number} for ${body.site} was added.`) });
  tell();
  site.focus();
}

at('rule-add').addEventListener('click', () => askForRule(filters().site.includes('#') ? filters().site : ''));

// For a line that leaks: a rule of its own, and what its tasks keep.
function actsOnLine(it) {
  if (!mayCancel || !it.subject.includes('(')) return null;
  const pattern = patternOf(it.subject);
  return [
    el('button', { type: 'button', 'data-key': `rule for ${it.id}`, onclick: () => askForRule(pattern) }, 'Add a rule…'),
    it.severity === 'leak' && it.witness ? el('button', { type: 'button', 'data-key': `kept ${it.id}`, onclick: () => measure(it, pattern) }, 'What do they keep?') : null];
}

const keptWords = new Map();

async function measure(it, pattern) {
  await tried(async () => {
    const answer = await change('POST', `/sites/${encodeURIComponent(pattern)}/kept`, {});
    if (answer.body?.words) keptWords.set(it.id, answer.body.words);
    return answer;
  }, (body) => body.words);
  await refresh();
}
