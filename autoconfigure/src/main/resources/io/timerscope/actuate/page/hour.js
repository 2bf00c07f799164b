// What changed in the last hour, also before this page was opened: the application keeps it.

let hourRead = 0;

async function refreshHour(ledger) {
  const now = Date.now();
  const changed = JSON.stringify(ledger.lastHour ?? {});
  if (now - hourRead < 60000 && changed === refreshHour.last) return;
  const answer = await ask(address('', { format: 'hour' }));
  if (!answer.body?.samples) return;
  hourRead = now;
  refreshHour.last = changed;
  recall(answer.body.samples);
  hour(answer.body);
}

const WORDS = { raised: 'found', resolved: 'resolved', operator: 'done' };

function hour(it) {
  const parts = [[it.scheduled, 'scheduled'], [it.leaked, 'leaked', true], [it.recovered, 'recovered'], [it.died, 'died', true], [it.raised, 'found', true], [it.resolved, 'resolved']];
  show(at('hour-counts'), `since ${new Date(Date.parse(it.since)).toLocaleTimeString()}: `, parts.map(([number, name, bad], i) =>
    [i ? ', ' : '', el('span', { class: bad && number ? 'hot-text' : null }, `${count.format(number)} ${name}`)]).flat());
  const rows = it.events.slice(0, 50).map((event) => el('tr', {},
    el('td', {}, when(event.time)), el('td', {}, el('span', { class: `badge ${event.what === 'raised' ? event.severity : ''}` }, WORDS[event.what] ?? event.what)),
    el('td', {}, event.kind, event.what !== 'operator' && event.count > 1 ? el('span', { class: 'quiet' }, ` ×${count.format(event.count)}`) : null),
    el('td', { class: 'mono' }, event.subject)));
  const more = it.events.length - rows.length + (it.forgotten ?? 0);
  show(at('hour'), table(heads('When', '', 'What', 'Where'), rows, 'Nothing was found, resolved or done by an operator.'));
  at('hour-more').textContent = more > 0 ? `and ${count.format(more)} earlier events` : '';
}
