"use strict";
// Edits of the text, and what was done, to be undone. An edit is [start, end, text]; places count units of UTF-16.

/** Return the text with the edits made, which are in order and do not overlap, and the edits that undo them. */
export function edited(text, edits) {
  const parts = [];
  const inverse = [];
  let last = 0;
  let length = 0;
  for (const [start, end, words] of edits) {
    parts.push(text.slice(last, start), words);
    length += start - last;
    inverse.push([length, length + words.length, text.slice(start, end)]);
    length += words.length;
    last = end;
  }
  parts.push(text.slice(last));
  return { text: parts.join(""), inverse };
}

/** Return the one edit that makes the second text of the first. */
export function difference(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return [start, before.length - tail, after.slice(start, after.length - tail)];
}

/** Return where a place is after the edits; a place inside one comes to its end. */
export function moved(place, edits) {
  let shift = 0;
  for (const [start, end, words] of edits) {
    if (place <= start) break;
    if (place < end) return start + shift + words.length;
    shift += words.length - (end - start);
  }
  return place + shift;
}

/** What was done, step by step. A step has { edits, inverse } of the text, and what else it changed: { before, after }. */
export class History {
  #done = [];
  #undone = [];
  #typed = 0;

  get canUndo() {
    return this.#done.length > 0;
  }

  get canRedo() {
    return this.#undone.length > 0;
  }

  add(step) {
    this.#done.push(step);
    this.#undone = [];
    this.#typed = 0;
  }

  /** Add an edit that was typed: one that goes on where the last one ended belongs to the same step. */
  type(edit, inverse) {
    const now = performance.now();
    const last = this.#typed && now - this.#typed < 1000 && !this.#undone.length ? this.#done.at(-1) : null;
    const joined = last && join(last, edit, inverse[0]);
    if (joined) Object.assign(last, joined);
    else this.add({ edits: [edit], inverse });
    this.#typed = now;
  }

  undo() {
    const step = this.#done.pop();
    if (step) this.#undone.push(step);
    this.#typed = 0;
    return step;
  }

  redo() {
    const step = this.#undone.pop();
    if (step) this.#done.push(step);
    this.#typed = 0;
    return step;
  }
}

/** Return the last step and an edit as one, if both insert or both delete, and the second goes on where the first ended. */
function join({ edits: [[from, to, typed]], inverse: [[, , removed]] }, [start, end, words], [, , gone]) {
  if (start === end && from === to && from + typed.length === start && !words.includes("\n")) {
    const all = typed + words;
    return { edits: [[from, to, all]], inverse: [[from, from + all.length, removed]] };
  }
  if (words === "" && typed === "" && end === from) {
    return { edits: [[start, to, ""]], inverse: [[start, start, gone + removed]] };
  }
  return null;
}
