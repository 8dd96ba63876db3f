"use strict";
// The text: a plain input, and below it a mirror with the same words at the same places, in which findings are marked.
// Nothing is ever done to the input while somebody types, so that no mark disturbs the caret, an input method or a
// screen reader. Places count units of UTF-16.

import { difference, edited } from "./history.js";
import { make } from "./words.js";

const LEVELS = ["info", "warning", "error"];
/** What has no width of its own, and needs a sign to be seen. */
const UNSEEN = /^[\n\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u;
export const canMark = typeof Highlight === "function" && CSS.highlights !== undefined;

export class Manuscript {
  #paper;
  #mirror;
  #signs;
  #desk;
  #starts = [0];
  #marks = [];
  #current = null;
  #frame = 0;
  #callbacks;
  /** The text before an input method began to write; null if none is writing. */
  #composed = null;
  text = "";

  /** `changed` is called with each edit that is typed, `ended` with a text and the edit that was made of it, which is a
   * whole step: what an input method tries out is none. `undo` is called when the browser would undo, or do again. */
  constructor({ paper, mirror, signs, desk, ...callbacks }) {
    this.#callbacks = callbacks;
    this.#paper = paper;
    this.#mirror = mirror;
    this.#signs = signs;
    this.#desk = desk;
    this.#reflect("");
    new ResizeObserver(() => this.#draw()).observe(mirror);
    this.#listen();
  }

  #listen() {
    const paper = this.#paper;
    paper.addEventListener("input", () => {
      const before = this.text;
      const edit = this.#typed();
      if (edit && this.#composed === null) this.#callbacks.ended(before, edit);
    });
    paper.addEventListener("compositionstart", () => (this.#composed = this.text));
    paper.addEventListener("compositionend", () => {
      this.#typed();
      const before = this.#composed;
      this.#composed = null;
      if (before !== this.text) this.#callbacks.ended(before, difference(before, this.text));
    });
    paper.addEventListener("beforeinput", (event) => {
      if (event.inputType !== "historyUndo" && event.inputType !== "historyRedo") return;
      event.preventDefault();
      this.#callbacks.undo(event.inputType === "historyRedo");
    });
  }

  /** Take what is in the input now; return the edit that was made there, or null if there is none. */
  #typed() {
    const after = this.#paper.value;
    if (after === this.text) return null;
    const edit = difference(this.text, after);
    this.#take(after);
    this.#callbacks.changed(edit);
    return edit;
  }

  /** Make edits; the caret stays in its words, or comes to `caret`. */
  edit(edits, caret) {
    const { text } = edited(this.text, edits);
    this.#paper.value = text;
    this.#take(this.#paper.value);
    this.#paper.setSelectionRange(caret, caret);
  }

  get caret() {
    return this.#paper.selectionStart;
  }

  /** Mark findings, the gravest last; what is `current` is marked besides. */
  mark(findings, current) {
    this.#marks = findings;
    this.#current = current;
    this.#draw();
  }

  /** Bring a place into sight. */
  reveal(start, end) {
    const place = this.#box(start, end);
    const room = this.#desk.getBoundingClientRect();
    if (place.top < room.top + 20 || place.bottom > room.bottom - 20) {
      this.#desk.scrollTop += place.top - room.top - room.height / 3;
    }
  }

  /** Put the caret at a place and the keyboard into the text. */
  enter(start, end) {
    this.#paper.focus({ preventScroll: true });
    this.#paper.setSelectionRange(start, end);
    this.reveal(start, end);
  }

  // --- the mirror ------------------------------------------------------------------------------------------------

  #take(after) {
    this.text = after;
    this.#reflect(after);
  }

  /** Make the mirror say the text, line by line; lines that are as they were stay. */
  #reflect(text) {
    const lines = text.split("\n");
    const rows = this.#mirror.childNodes;
    let first = 0;
    const most = Math.min(lines.length, rows.length);
    while (first < most && rows[first].firstChild.data === lines[first]) first += 1;
    let tail = 0;
    while (tail < most - first && rows[rows.length - 1 - tail].firstChild.data === lines[lines.length - 1 - tail]) tail += 1;
    const fresh = lines.slice(first, lines.length - tail).map(row);
    const after = rows[rows.length - tail] ?? null;
    for (let gone = rows.length - tail - first; gone > 0; gone -= 1) rows[first].remove();
    for (const line of fresh) this.#mirror.insertBefore(line, after);
    let at = 0;
    this.#starts = lines.map((line) => {
      const start = at;
      at += line.length + 1;
      return start;
    });
  }

  #point(place) {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle] <= place) low = middle;
      else high = middle;
    }
    const node = this.#mirror.childNodes[low].firstChild;
    return [node, Math.min(place - this.#starts[low], node.length)];
  }

  #range(start, end) {
    const range = new Range();
    range.setStart(...this.#point(start));
    range.setEnd(...this.#point(Math.max(start, end)));
    return range;
  }

  /** Return the box of a place on the screen; one without width has that of the edge of the character beside it. */
  #box(start, end) {
    const [node, offset] = this.#point(start);
    const line = node.parentNode.getBoundingClientRect();
    if (end > start && !UNSEEN.test(this.text.slice(start, end))) {
      const box = this.#range(start, end).getClientRects()[0];
      if (box) return box;
    }
    const range = new Range();
    if (offset > 0) {
      range.setStart(node, offset - 1);
      range.setEnd(node, offset);
      const box = [...range.getClientRects()].at(-1);
      if (box) return new DOMRect(box.right, box.top, 0, box.height);
    }
    return new DOMRect(line.left, line.top, 0, Math.min(line.height, 36));
  }

  #draw() {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#paint());
  }

  #paint() {
    if (canMark) {
      const ranges = { error: [], warning: [], info: [] };
      for (const { level, start, end } of this.#marks) ranges[level].push(this.#range(start, end));
      LEVELS.forEach((level, rank) => {
        const highlight = new Highlight(...ranges[level]);
        highlight.priority = rank;
        CSS.highlights.set(level, highlight);
      });
      const highlight = new Highlight(...(this.#current ? [this.#range(this.#current.start, this.#current.end)] : []));
      highlight.priority = LEVELS.length;
      CSS.highlights.set("current", highlight);
    }
    const home = this.#signs.getBoundingClientRect();
    const unseen = this.#marks.filter(({ start, end }) => UNSEEN.test(this.text.slice(start, end)));
    this.#signs.replaceChildren(
      ...unseen.map((finding) => {
        const isEnd = this.text.slice(finding.start, finding.end).includes("\n");
        const sign = make("span", isEnd ? "¶" : "", `sign ${finding.level}${isEnd ? "" : " between"}`);
        const box = this.#box(finding.start, finding.end);
        sign.classList.toggle("current", finding === this.#current);
        sign.style.left = `${box.left - home.left}px`;
        sign.style.top = `${box.top - home.top}px`;
        return sign;
      }),
    );
  }
}

function row(line) {
  const element = make("div");
  element.append(document.createTextNode(line));
  return element;
}
