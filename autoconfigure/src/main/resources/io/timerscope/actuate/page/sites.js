// The lines that schedule, in the order that the reader wants.

const COLUMNS = [
  { name: 'site', title: 'Line', of: (it) => it.site },
  { name: 'live', title: 'Live', number: true, of: (it) => it.live },
  { name: 'leaked', title: 'Leaked', number: true, of: (it) => it.leaked },
  { name: 'share', title: 'Share of live that leaked', of: (it) => (it.live ? it.leaked / it.live : 0) },
  { name: 'scheduled', title: 'Scheduled', number: true, of: (it) => it.scheduled },
  { name: 'oldest', title: 'Oldest', number: true, of: (it) => (it.oldest ? applicationNow - Date.parse(it.oldest) : -1) },
];

function siteRow(it) {
  const parts = siteParts(it.site);
  const share = it.live ? it.leaked / it.live : 0;
  const percent = `${Math.round(share * 100)} %`;
  return el('tr', {},
    el('td', { class: 'lead' }, el('button', { class: 'link mono', type: 'button', title: `Show the tasks of ${it.site}`, 'data-key': `site ${it.site}`,
      onclick: () => narrow({ site: it.site, state: it.leaked ? 'leaked' : '' }) }, parts.short), el('small', { class: 'mono' }, it.site)),
    el('td', { class: 'num', 'data-label': 'Live' }, count.format(it.live)),
    el('td', { class: `num ${it.leaked ? 'hot' : ''}`, 'data-label': 'Leaked' }, count.format(it.leaked)),
    el('td', { 'data-label': 'Share' }, el('div', { class: 'share' },
      el('div', { class: 'track', role: 'img', 'aria-label': `${percent} of its live tasks have leaked` }, el('div', { class: 'fill', vars: { width: `${share * 100}%` } })),
      el('span', { class: 'num' }, percent))),
    el('td', { class: 'num', 'data-label': 'Scheduled' }, count.format(it.scheduled)),
    el('td', { class: 'num', 'data-label': 'Oldest' }, it.oldest ? span(Math.floor((applicationNow - Date.parse(it.oldest)) / 1000)) : '–'));
}

function sites(ledger) {
  const order = view('sort') ?? '-leaked';
  const descending = order.startsWith('-');
  const column = COLUMNS.find((it) => it.name === order.replace('-', '')) ?? COLUMNS[2];
  const compare = (a, b) => (column.of(a) > column.of(b) ? 1 : column.of(a) < column.of(b) ? -1 : 0);
  const sorted = [...ledger.sites].sort((a, b) => (descending ? compare(b, a) : compare(a, b)));
  const head = COLUMNS.map((it) => el('th', { scope: 'col', class: it.number ? 'num' : null, 'aria-sort': it === column ? (descending ? 'descending' : 'ascending') : null },
    el('button', { type: 'button', 'data-key': `sort ${it.name}`, onclick: () => {
      go({ sort: it === column && descending ? it.name : it === column || it.name === 'site' && !descending ? `-${it.name}` : it.name === 'site' ? 'site' : `-${it.name}` });
      sites(ledger);
    } }, it.title)));
  show(at('sites'), table(head, sorted.map(siteRow), 'Nothing has been scheduled yet.'));
  at('sites-note').textContent = ledger.sites.length >= 100 ? 'the 100 with most leaked, then most live tasks' : '';
}
