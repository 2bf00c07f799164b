// Live and leaked over time. The application keeps an hour; this tab keeps what it read itself, also across a restart.

const KEPT = 2000;
const PAST = `timerscope ${location.pathname}`;

const past = (() => {
  try {
    return JSON.parse(sessionStorage.getItem(PAST)) ?? [];
  } catch {
    return [];
  }
})();

function remember(ledger) {
  const last = past.at(-1);
  const time = Date.parse(ledger.time);
  if (last && last.time === time) return;
  past.push({ time, live: ledger.totals.live, leaked: ledger.totals.leaked, scheduled: ledger.totals.scheduled,
    restart: Boolean(last) && (ledger.totals.scheduled < last.scheduled || time < last.time) });
  if (past.length > KEPT) past.splice(0, past.length - KEPT);
  try {
    sessionStorage.setItem(PAST, JSON.stringify(past));
  } catch {
    // without storage the past begins at each load
  }
}

// What the application knows of the time before this tab began to read.
function recall(samples) {
  const known = past[0]?.time ?? Infinity;
  const earlier = samples.map((it) => ({ time: Date.parse(it.time), live: it.live, leaked: it.leaked, scheduled: 0 })).filter((it) => it.time < known);
  if (earlier.length === 0) return;
  past.unshift(...earlier);
  if (past.length > KEPT) past.splice(0, past.length - KEPT);
  chart();
}

function niceTop(highest) {
  const unit = 10 ** Math.floor(Math.log10(Math.max(highest, 1)));
  return [1, 2, 4, 5, 10].map((step) => step * unit).find((top) => top >= highest && top >= 4) ?? 4;
}

function chart() {
  const box = at('chart');
  const width = box.clientWidth;
  const height = box.clientHeight;
  if (!width || past.length === 0) return;
  const [left, right, top, bottom] = [44, 8, 8, 22];
  const first = past[0].time;
  const length = Math.max(past.at(-1).time - first, 60000);
  const highest = niceTop(Math.max(...past.map((point) => point.live)));
  const x = (point) => left + ((point.time - first) / length) * (width - left - right);
  const y = (value) => height - bottom - (value / highest) * (height - top - bottom);
  const line = (name) => past.map((point, i) => `${i ? 'L' : 'M'}${x(point).toFixed(1)},${y(point[name]).toFixed(1)}`).join('');
  const area = (name) => `${line(name)}L${x(past.at(-1)).toFixed(1)},${y(0)}L${x(past[0]).toFixed(1)},${y(0)}Z`;
  const now = past.at(-1);
  const cursor = draw('line', { class: 'cursor', y1: top, y2: height - bottom, visibility: 'hidden' });
  const tip = el('output', { hidden: true, 'aria-hidden': 'true' });
  const svg = draw('svg', { role: 'img', viewBox: `0 0 ${width} ${height}`,
    'aria-label': `Over the last ${span((now.time - first) / 1000)}: now ${now.live} live and ${now.leaked} leaked, at most ${Math.max(...past.map((it) => it.live))} live and ${Math.max(...past.map((it) => it.leaked))} leaked` },
  [0, 0.25, 0.5, 0.75, 1].map((part) => [
    draw('line', { class: 'grid', x1: left, x2: width - right, y1: y(highest * part), y2: y(highest * part) }),
    part % 0.5 === 0 ? draw('text', { x: left - 8, y: y(highest * part) + 4, 'text-anchor': 'end' }, count.format(highest * part)) : null]).flat(),
  draw('text', { x: left, y: height - 4 }, new Date(first).toLocaleTimeString()),
  draw('text', { x: width - right, y: height - 4, 'text-anchor': 'end' }, new Date(first + length).toLocaleTimeString()),
  past.filter((point) => point.restart).map((point) => [
    draw('line', { class: 'restart', x1: x(point), x2: x(point), y1: top, y2: height - bottom }),
    draw('text', { x: x(point) + 4, y: top + 10 }, 'restarted')]).flat(),
  draw('path', { class: 'live-area', d: area('live') }), draw('path', { class: 'live', d: line('live') }),
  draw('path', { class: 'leak-area', d: area('leaked') }), draw('path', { class: 'leak', d: line('leaked') }), cursor);
  svg.addEventListener('pointermove', (event) => {
    const place = event.clientX - svg.getBoundingClientRect().left;
    const point = past.reduce((best, it) => (Math.abs(x(it) - place) < Math.abs(x(best) - place) ? it : best));
    fill(cursor, { x1: x(point), x2: x(point), visibility: 'visible' }, []);
    tip.hidden = false;
    tip.textContent = `${new Date(point.time).toLocaleTimeString()} · ${count.format(point.live)} live · ${count.format(point.leaked)} leaked`;
    tip.style.left = `${Math.min(x(point) + 8, width - tip.offsetWidth - 4)}px`;
  });
  svg.addEventListener('pointerleave', () => { cursor.setAttribute('visibility', 'hidden'); tip.hidden = true; });
  const drawn = box.querySelector('svg')?.viewBox.baseVal.width;
  if (!box.matches(':hover') || drawn !== width) box.replaceChildren(svg, tip);
}

new ResizeObserver(chart).observe(at('chart'));
