// Behaviours are attached by attribute: <form data-behaviour="guard drop">. Each file in behaviours/ declares one, by its name.
// Laid end to end into carnet.js by tools/styles.py. Without any of this every page and every form still works.
const behaviours = new Map();
const attached = new WeakMap();

function behave(name, begin) {
  behaviours.set(name, begin);
}

function attach(root) {
  const found = root.querySelectorAll("[data-behaviour]");
  for (const element of root.matches?.("[data-behaviour]") ? [root, ...found] : found) {
    const had = attached.get(element) ?? new Set();
    attached.set(element, had);
    for (const name of element.dataset.behaviour.split(/\s+/)) {
      if (!had.has(name) && behaviours.has(name)) {
        had.add(name);
        behaviours.get(name)(element);
      }
    }
  }
}

new MutationObserver((changes) => {
  for (const change of changes) {
    for (const node of change.addedNodes) {
      if (node.nodeType === Node.ELEMENT_NODE) attach(node);
    }
  }
}).observe(document.documentElement, { childList: true, subtree: true });
