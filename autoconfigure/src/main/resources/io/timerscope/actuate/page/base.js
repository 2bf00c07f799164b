// Elements: every value from the application ends in a text node or an attribute, never in markup.

const SVG = 'http://www.w3.org/2000/svg';

function at(id) {
  return document.getElementById(id);
}

function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'vars') for (const [key, it] of Object.entries(value)) element.style.setProperty(key, it);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false && child !== ''));
  return element;
}

function el(tag, properties, ...children) {
  return fill(document.createElement(tag), properties, children);
}

function draw(tag, properties, ...children) {
  return fill(document.createElementNS(SVG, tag), properties, children);
}

let pressed = false;
addEventListener('pointerdown', () => { pressed = true; }, true);
for (const end of ['pointerup', 'pointercancel', 'blur']) addEventListener(end, () => { pressed = false; }, true);

// Puts new content in place without taking a selection, a press or the focus away from the reader.
function show(container, ...children) {
  const selection = getSelection();
  const reading = !selection.isCollapsed && container.contains(selection.anchorNode);
  if (container.childNodes.length > 0 && (reading || (pressed && container.matches(':hover')))) return;
  const focused = container.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  container.replaceChildren(...children.flat(Infinity).filter(Boolean));
  if (focused) container.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

function table(head, rows, empty) {
  if (rows.length === 0) return [el('tbody', {}, el('tr', {}, el('td', { class: 'empty' }, empty)))];
  return [el('thead', {}, el('tr', {}, head)), el('tbody', {}, rows)];
}

function heads(...names) {
  return names.map((name) => el('th', { scope: 'col', class: name.startsWith('#') ? 'num' : null }, name.replace('#', '')));
}

// Numbers and times for people. Ages are told by the application's clock, not by the browser's.

const count = new Intl.NumberFormat('en');

let applicationNow = Date.now();

function many(number, one, more) {
  return `${count.format(number)} ${number === 1 ? one : more}`;
}

function seconds(iso) {
  const parts = /^(-)?P(?:(-?\d+)D)?(?:T(?:(-?\d+)H)?(?:(-?\d+)M)?(?:(-?[\d.]+)S)?)?$/.exec(iso);
  if (!parts) return NaN;
  const [days, hours, minutes, rest] = parts.slice(2).map((part) => Number(part ?? 0));
  return (parts[1] ? -1 : 1) * (days * 86400 + hours * 3600 + minutes * 60 + rest);
}

function span(total) {
  const size = Math.abs(total);
  if (!Number.isFinite(size)) return '?';
  if (size < 0.001) return size === 0 ? '0 s' : `${Math.round(size * 1e6)} µs`;
  if (size < 1) return `${Math.round(size * 1e3)} ms`;
  if (size < 60) return `${Number(size.toFixed(size < 10 ? 1 : 0))} s`;
  for (const [unit, length, below, part] of [['min', 60, 's', 1], ['h', 3600, 'min', 60], ['d', 86400, 'h', 3600]]) {
    if (size < length * (unit === 'min' ? 60 : unit === 'h' ? 24 : Infinity)) {
      const whole = Math.floor(size / length);
      const left = Math.floor((size - whole * length) / part);
      return `${whole} ${unit}${left && whole < 10 ? ` ${left} ${below}` : ''}`;
    }
  }
  return '?';
}

function age(instant) {
  const past = (applicationNow - Date.parse(instant)) / 1000;
  return past >= 0 ? `${span(Math.floor(past))} ago` : `in ${span(Math.ceil(-past))}`;
}

function when(instant) {
  return el('time', { datetime: instant, title: instant }, age(instant));
}

// How long something has been so
function lasting(instant) {
  return el('time', { datetime: instant, title: `since ${instant}` }, span(Math.max(0, Math.floor((applicationNow - Date.parse(instant)) / 1000))));
}

// A sentence with its durations in words
function plain(sentence) {
  return sentence.replace(/\bP(?:\d+D)?T[\dHMS.]+\b/g, (iso) => span(seconds(iso)));
}

function scheduleWords(schedule) {
  switch (schedule.kind) {
    case 'fixed-rate': return `every ${span(seconds(schedule.period))}`;
    case 'fixed-delay': return `${span(seconds(schedule.period))} after each run`;
    case 'once': return `once, after ${span(seconds(schedule.delay))}`;
    case 'trigger': return schedule.expression;
    default: return 'at once';
  }
}

// com.acme.OrderController.place(OrderController.java:42) in two parts of different weight
function siteParts(site) {
  const bracket = site.lastIndexOf('(');
  const method = bracket < 0 ? site : site.slice(0, bracket);
  const cut = method.lastIndexOf('.', method.lastIndexOf('.') - 1);
  return { short: method.slice(cut + 1), file: bracket < 0 ? '' : site.slice(bracket + 1, -1) };
}

// Inside an open dialog, which covers everything else, it stays there for as long as the dialog shows the same task.
function say(text) {
  if (at('detail').open) {
    at('word').textContent = text;
    return;
  }
  at('said').textContent = text;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => { at('said').textContent = ''; }, 8000);
}
