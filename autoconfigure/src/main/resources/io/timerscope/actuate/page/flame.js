// Creation stacks, callers above, the line that scheduled at the end. The redder, the more of it has leaked.

const NODES = 600;

let stacks = [];
let zoom = '';
let drawnFrom = '';

function tree(leakedOnly) {
  const root = { key: 'all', frame: null, count: 0, leaked: 0, below: new Map() };
  for (const stack of stacks) {
    if (leakedOnly && !stack.leak) continue;
    let node = root;
    add(node, stack);
    for (const frame of [...stack.frames].reverse()) {
      if (!node.below.has(frame)) {
        node.below.set(frame, { key: `${node.key} ${frame}`, frame, count: 0, leaked: 0, below: new Map(), above: node });
      }
      node = node.below.get(frame);
      add(node, stack);
    }
  }
  return root;
}

function add(node, stack) {
  node.count += stack.count;
  node.leaked += stack.leak ? stack.count : 0;
}

function words(node) {
  const leaked = node.leaked ? `, ${count.format(node.leaked)} leaked` : '';
  return `${node.frame ?? 'all live tasks'}: ${many(node.count, 'task', 'tasks')}${leaked}`;
}

function bar(node, left, width, level, past) {
  const note = at('flame-note');
  const label = node.frame ? `${siteParts(node.frame).short}:${siteParts(node.frame).file.split(':')[1] ?? ''}` : 'all';
  const tell = () => { note.textContent = words(node); };
  const button = el('button', { type: 'button', role: 'treeitem', class: past ? 'past' : null, title: words(node), 'aria-label': `${label}, ${words(node)}`,
    'aria-level': level + 1, 'data-key': node.key, vars: { '--share': node.count ? node.leaked / node.count : 0, left: `${left * 100}%`, width: `${width * 100}%` },
    onmouseenter: tell, onfocus: tell, onclick: () => { zoom = node.frame ? node.key : ''; flame(); } }, label);
  return button;
}

function find(node, key) {
  if (node.key === key) return node;
  for (const child of node.below.values()) {
    if (key.startsWith(child.key)) {
      const found = find(child, key);
      if (found) return found;
    }
  }
  return null;
}

function flame() {
  const box = at('flame');
  const root = tree(at('flame-leaked').checked);
  const focus = (zoom && find(root, zoom)) || root;
  if (focus === root) zoom = '';
  at('flame-reset').hidden = !zoom;
  if (root.count === 0) {
    show(box, el('p', { class: 'empty' }, at('flame-leaked').checked ? 'No live task has leaked.' : 'There is no live task.'));
    return;
  }
  const rows = [];
  let nodes = 0;
  const place = (node, left, width, level, past) => {
    if (width < 0.002 || nodes >= NODES) return;
    nodes++;
    (rows[level] ??= []).push(bar(node, left, width, level, past));
    if (past) return;
    let next = left;
    for (const child of [...node.below.values()].sort((a, b) => b.leaked - a.leaked || b.count - a.count)) {
      const share = (child.count / node.count) * width;
      place(child, next, share, level + 1, false);
      next += share;
    }
  };
  const above = [];
  for (let node = focus.above; node; node = node.above) above.unshift(node);
  above.forEach((node, level) => place(node, 0, 1, level, true));
  place(focus, 0, 1, above.length, false);
  show(box, rows.map((row) => el('div', { class: 'row', role: 'presentation' }, row)));
}

async function refreshFlame(ledger) {
  const { scheduled, live, leaked, recovered } = ledger.totals;
  const from = [scheduled, live, leaked, recovered].join();
  if (from === drawnFrom) return;
  stacks = await readStacks();
  drawnFrom = from;
  flame();
}

at('flame-leaked').addEventListener('change', flame);
at('flame-reset').addEventListener('click', () => { zoom = ''; flame(); at('flame').querySelector('button')?.focus(); });
at('flame').addEventListener('keydown', (event) => {
  const bars = [...at('flame').querySelectorAll('button')];
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (event.key === 'Escape' && zoom) at('flame-reset').click();
  else if (step) {
    event.preventDefault();
    bars[Math.max(0, Math.min(bars.length - 1, bars.indexOf(event.target) + step))]?.focus();
  }
});
