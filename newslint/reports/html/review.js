"use strict";
// What an editor does with the findings: each can be accepted, ignored or called checked, the worst files can come
// first, and the text with the accepted fixes can be copied. What was done stays in this browser, for this report.
(() => {
  const form = document.getElementById("filters");
  if (!form) return;
  const STATES = ["accepted", "ignored", "checked"];
  const RANKS = ["error", "warning", "info"];
  const place = `newslint:${form.dataset.report}`;
  const entries = new Map([...document.querySelectorAll(".entry")].map((entry) => [entry.dataset.n, entry]));
  const marks = [...document.querySelectorAll(".paper .m, .paper .n")];
  const progress = form.querySelector(".progress");
  const dialog = document.getElementById("corrected");

  // --- what was done ---------------------------------------------------------------------------------------------

  /** Return what was kept: { order, states: { number: state } }. Where a file may keep nothing, the tab does. */
  function kept() {
    try {
      const found = JSON.parse(localStorage.getItem(place));
      if (found) return found;
    } catch {
      // No storage, or not ours.
    }
    return history.state?.[place] ?? {};
  }

  function keep() {
    const states = {};
    for (const [number, entry] of entries) if (entry.dataset.state) states[number] = entry.dataset.state;
    const all = { order: form.order.value, states };
    try {
      localStorage.setItem(place, JSON.stringify(all));
    } catch {
      history.replaceState({ ...history.state, [place]: all }, "");
    }
  }

  function put(entry, state) {
    if (state) entry.dataset.state = state;
    else delete entry.dataset.state;
    for (const button of entry.querySelectorAll("[data-put]")) button.ariaPressed = String(button.dataset.put === state);
  }

  /** Show what is done in the text, too: a mark is done when all of its findings are. */
  function show() {
    for (const mark of marks) {
      const numbers = (mark.dataset.f ?? mark.dataset.n).split(" ").filter(Boolean);
      mark.classList.toggle("done", numbers.length > 0 && numbers.every((number) => entries.get(number).dataset.state));
    }
    const done = [...entries.values()].filter((entry) => entry.dataset.state).length;
    progress.textContent = progress.dataset.text.replace("{done}", done).replace("{all}", entries.size);
    form.dispatchEvent(new Event("input"));
  }

  function change(changes) {
    for (const [entry, state] of changes) put(entry, state);
    show();
    keep();
  }

  // --- the order -------------------------------------------------------------------------------------------------

  function sort() {
    const worst = form.order.value === "worst";
    const rates = (file) => file.dataset.worst.split(" ").map(Number);
    const byFile = (one, other) => Number(one.dataset.file) - Number(other.dataset.file);
    const byRate = (one, other) => {
      const [rate, upper] = rates(one);
      const [otherRate, otherUpper] = rates(other);
      return otherRate - rate || otherUpper - upper || byFile(one, other);
    };
    const byNumber = (one, other) => Number(one.dataset.n) - Number(other.dataset.n);
    const byLevel = (one, other) => RANKS.indexOf(one.dataset.level) - RANKS.indexOf(other.dataset.level) || byNumber(one, other);
    arrange([...document.querySelectorAll("main > .file")], worst ? byRate : byFile);
    arrange([...document.querySelectorAll(".index tbody[data-file]")], worst ? byRate : byFile);
    for (const list of document.querySelectorAll(".list ol")) arrange([...list.children], worst ? byLevel : byNumber);
  }

  /** Put elements that follow each other into another order. */
  function arrange(elements, order) {
    if (!elements.length) return;
    const parent = elements[0].parentNode;
    const after = elements.at(-1).nextSibling;
    for (const element of elements.sort(order)) parent.insertBefore(element, after);
  }

  // --- the corrected text ----------------------------------------------------------------------------------------

  /** Return the text of a file with the accepted fixes, and how many were made and how many stood in each other's way. */
  function corrected(file) {
    const text = JSON.parse(file.dataset.text);
    const accepted = [...file.querySelectorAll(".entry[data-state=accepted][data-edits]")];
    accepted.sort((one, other) => Number(one.dataset.n) - Number(other.dataset.n));
    const taken = [];
    let left = 0;
    for (const entry of accepted) {
      const edits = JSON.parse(entry.dataset.edits);
      if (edits.some(([start, end]) => taken.some(([from, to]) => start <= to && from <= end))) left += 1;
      else taken.push(...edits);
    }
    taken.sort((one, other) => one[0] - other[0]);
    const parts = [];
    let last = 0;
    for (const [start, end, words] of taken) {
      parts.push(text.slice(last, start), words);
      last = end;
    }
    parts.push(text.slice(last));
    return { text: parts.join(""), made: accepted.length - left, left };
  }

  function offer(file) {
    const { text, made, left } = corrected(file);
    const told = dialog.querySelector(".made");
    const words = left ? told.dataset.some : told.dataset.all;
    told.textContent = words.replace("{made}", made).replace("{left}", left);
    dialog.querySelector("textarea").value = text;
    dialog.querySelector("[data-copy]").textContent = dialog.querySelector("[data-copy]").dataset.copy;
    dialog.showModal();
  }

  async function copy(button) {
    const text = dialog.querySelector("textarea");
    text.select();
    try {
      await navigator.clipboard.writeText(text.value);
    } catch {
      if (!document.execCommand("copy")) return;
    }
    button.textContent = button.dataset.done;
  }

  // --- the page --------------------------------------------------------------------------------------------------

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const entry = button.closest(".entry");
    const file = button.closest(".file");
    if (button.dataset.put) change([[entry, entry.dataset.state === button.dataset.put ? "" : button.dataset.put]]);
    else if ("corrected" in button.dataset) offer(file);
    else if ("safe" in button.dataset) {
      const safe = [...file.querySelectorAll('.entry[data-fix="safe"]:not([data-state])')];
      change(safe.map((one) => [one, "accepted"]));
    } else if ("copy" in button.dataset) copy(button);
  });
  form.order.addEventListener("change", () => {
    sort();
    keep();
    form.dispatchEvent(new Event("input"));
  });

  const before = kept();
  for (const [number, state] of Object.entries(before.states ?? {})) {
    if (entries.has(number) && STATES.includes(state)) put(entries.get(number), state);
  }
  if (before.order === "worst") form.order.value = "worst";
  sort();
  show();
})();
