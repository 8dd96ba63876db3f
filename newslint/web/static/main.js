"use strict";
// The page: what is typed is checked, and what the editor decides is done and can be undone.

import { Always } from "./always.js";
import { difference, edited, History, moved } from "./history.js";
import { keyboard } from "./keyboard.js";
import { List } from "./list.js";
import { canMark, Manuscript } from "./manuscript.js";
import { ask, encoded, save } from "./server.js";
import { speak, word } from "./words.js";

const DELAY = 250;
const UNNAMED = { name: "稿件.txt", opened: "" };
const find = (id) => document.getElementById(id);
const manuscript = new Manuscript({ paper: find("paper"), mirror: find("mirror"), signs: find("signs"), desk: find("desk") });
const list = new List({ list: find("list"), filters: find("filters"), menu: find("menu"), act, chosen: refresh });
const history = new History();
const always = new Always();

let house = { config: "", writable: false };
let largest = Infinity;
let source = UNNAMED;
let ignored = new Set();
let found = { findings: [], rules: {}, families: {}, characters: 0, errors: 0, rate: null, left: 0 };
let checked = "";
let timer = 0;
let busy = false;
let saved = "";

// --- checking ----------------------------------------------------------------------------------------------------

function schedule(delay = DELAY) {
  clearTimeout(timer);
  timer = setTimeout(check, delay);
}

/** Check the text as it is now. One request goes out at a time; an answer about another text than there is now is dropped. */
async function check() {
  clearTimeout(timer);
  timer = 0;
  if (busy) return;
  const asked = { text: manuscript.text, ...source, ignored: [...ignored] };
  busy = true;
  try {
    const answer = await ask("/check", asked);
    if (asked.text === manuscript.text && asked.opened === source.opened) {
      keepIgnored(answer.findings);
      found = answer;
      checked = asked.text;
      refresh();
    }
    fail("");
  } catch (error) {
    fail(error.status === 0 || error.status === 403 ? word("lost") : error.message);
    return;
  } finally {
    busy = false;
  }
  if (asked.text !== manuscript.text && !timer) check();
}

/** Ignore what was ignored before, though words beside it have changed, by which it is known. */
function keepIgnored(findings) {
  const name = ({ code, start, end }) => `${code} ${start} ${end}`;
  const before = new Set(found.findings.filter(({ key }) => ignored.has(key)).map(name));
  const again = findings.filter((finding) => before.has(name(finding)));
  if (again.length) ignored = new Set([...ignored, ...again.map(({ key }) => key)]);
}

/** Show what was found and is not ignored. */
function refresh() {
  const findings = found.findings.filter(({ key }) => !ignored.has(key));
  list.show(findings, found.rules, found.families);
  manuscript.mark(list.shown, list.current);
  const safe = list.shown.filter(({ fix }) => fix === "safe").length;
  find("fix-safe").textContent = safe ? word("fix-safe", { number: safe }) : word("fix-none");
  find("fix-safe").disabled = safe === 0;
  find("copy").disabled = manuscript.text === "";
  find("undo").disabled = !history.canUndo;
  find("redo").disabled = !history.canRedo;
  find("word").hidden = source.opened === "";
  find("file-name").textContent = source === UNNAMED ? "" : source.name;
  const dropped = found.findings.length - findings.length;
  find("ignored").hidden = dropped === 0;
  find("ignored").firstElementChild.textContent = word("ignored", { number: dropped });
  sum(findings.length);
}

function sum(number) {
  const { characters, errors, rate, left } = found;
  const name = number + left === 0 ? "sum-none" : rate === null ? "sum" : "sum-rate";
  const values = { number: number + left, characters, errors, rate: rate?.toFixed(2) };
  find("sum").textContent = characters ? word(name, values) : "";
  const hidden = number - list.shown.length;
  const notes = [
    !characters && word("empty"),
    characters && number + left === 0 && word("clean"),
    hidden && word("hidden", { number: hidden }),
    left && word("left", { number: left }),
    !canMark && word("no-marks"),
  ];
  find("note").textContent = notes.filter(Boolean).join("");
}

// --- what is done ------------------------------------------------------------------------------------------------

/** Change the text, and what is ignored and where the text comes from; `step` may be undone. */
function carryOut(edits, after, caret) {
  if (edits.length) {
    manuscript.edit(edits, caret);
    follow(edits);
  }
  if (after.ignored) ignored = after.ignored;
  if (after.source) source = after.source;
  refresh();
  schedule(0);
}

function act(what, finding, place) {
  if (what === "accept") accept(finding);
  else if (what === "ignore") ignore(finding);
  else if (what === "always") ignoreAlways(finding);
  else if (what === "related") manuscript.enter(place.start, place.end);
  else select(finding, { inText: true });
}

/** Make edits as one step. */
function perform(edits, more = {}) {
  complain("");
  const { inverse } = edited(manuscript.text, edits);
  const before = { ignored, source };
  const after = { ignored, source, ...more };
  const caret = moved(manuscript.caret, edits);
  history.add({ edits, inverse, before, after, caret: manuscript.caret });
  carryOut(edits, after, caret);
}

function accept(finding) {
  if (!finding || finding.fix === "none") return;
  const next = neighbour(finding);
  perform(finding.edits);
  if (next) select(next, { focus: list.hasFocus || document.activeElement === document.body });
  tell(word("accepted", { title: finding.title }));
}

/** Make all safe changes that are shown, but for those that touch one before them: they come up again. */
function acceptSafe() {
  const edits = [];
  let number = 0;
  const taken = [];
  for (const finding of list.shown) {
    if (finding.fix !== "safe") continue;
    if (finding.edits.some(([start, end]) => taken.some(([from, to]) => start <= to && from <= end))) continue;
    taken.push(...finding.edits);
    edits.push(...finding.edits);
    number += 1;
  }
  if (!number) return;
  perform(edits.sort((one, other) => one[0] - other[0]));
  tell(word("accepted-all", { number }));
}

function ignore(finding) {
  if (!finding) return;
  const next = neighbour(finding);
  perform([], { ignored: new Set([...ignored, finding.key]) });
  if (next) select(next, { focus: true });
  tell(word("ignored-one", { title: finding.title }));
}

async function ignoreAlways(finding) {
  if (!finding) return;
  const done = await always.about(finding, house);
  if (!done) return list.reveal(true);
  history.add({ edits: [], inverse: [], written: done.number });
  told(done);
}

function told({ path }) {
  tell(word("written", { path }));
  refresh();
  schedule(0);
}

function restore() {
  perform([], { ignored: new Set() });
  tell(word("restored"));
}

async function back(again) {
  const step = again ? history.redo() : history.undo();
  if (!step) return;
  if (step.written !== undefined) {
    const done = await always.undoing(step.written);
    if (done) {
      step.written = done.number;
      told(done);
    } else if (again) history.undo();
    else history.redo();
    return refresh();
  }
  const edits = again ? step.edits : step.inverse;
  const last = edits.at(-1);
  const caret = last ? moved(last[1], edits) : manuscript.caret;
  carryOut(edits, (again ? step.after : step.before) ?? {}, caret);
  if (edits.length) manuscript.reveal(caret, caret);
  tell(word(again ? "redone" : "undone"));
}

/** Let what was found keep to its words after edits; what an edit touches is no longer known to be so. */
function follow(edits) {
  // What is inserted before a finding does not touch it; at the place of one without width it does.
  const isTouched = (from, to) =>
    edits.some(([start, end]) => {
      if (start === end) return from === to ? start === from : from < start && start < to;
      return from === to ? start <= from && from <= end : start < to && from < end;
    });
  const shift = (place) => {
    let by = 0;
    for (const [start, end, words] of edits) {
      if (end > place || (start === end && start > place)) break;
      by += words.length - (end - start);
    }
    return place + by;
  };
  const findings = [];
  for (const finding of found.findings) {
    const spans = [[finding.start, finding.end], ...finding.edits];
    if (spans.some(([from, to]) => isTouched(from, to))) continue;
    findings.push(
      Object.assign(finding, {
        start: shift(finding.start),
        end: shift(finding.start) + finding.end - finding.start,
        edits: finding.edits.map(([from, to, words]) => [shift(from), shift(from) + to - from, words]),
        related: finding.related.map((place) => ({ ...place, start: shift(place.start), end: shift(place.end) })),
      }),
    );
  }
  found = { ...found, findings };
}

// --- going about -------------------------------------------------------------------------------------------------

function neighbour(finding) {
  const at = list.shown.indexOf(finding);
  return list.shown[at + 1] ?? list.shown[at - 1];
}

function select(finding, { inText = false, focus = false } = {}) {
  if (!finding) return;
  list.select(list.shown.find(({ key }) => key === finding.key) ?? null);
  manuscript.mark(list.shown, list.current);
  if (!list.current) return;
  if (inText && !canMark) manuscript.enter(list.current.start, list.current.end);
  else manuscript.reveal(list.current.start, list.current.end);
  list.reveal(focus && !inText);
  // Where the keyboard is in the text, a screen reader would not know of it.
  if (!list.hasFocus) find("said").textContent = `${word(list.current.level)} ${list.current.message}`;
}

/** Make the finding at the caret the current one. */
function atCaret() {
  const at = manuscript.caret;
  const here = list.shown.filter(({ start, end }) => start <= at && at <= end);
  const finding = here.find(({ end }) => at < end) ?? here.at(-1);
  if (finding && finding !== list.current) {
    list.select(finding);
    manuscript.mark(list.shown, finding);
    list.reveal(false);
  }
}

function nearest() {
  const at = manuscript.caret;
  return list.shown.find(({ end }) => end >= at) ?? list.shown.at(-1);
}

// --- files, the clipboard ----------------------------------------------------------------------------------------

async function open(file) {
  if (!file) return;
  if (file.size > largest) return complain(word("too-large", { number: Math.floor(largest / 1_000_000) }));
  try {
    const answer = await ask("/open", { name: file.name, data: await encoded(file) });
    const whole = manuscript.text === "" && answer.text === "" ? [] : [[0, manuscript.text.length, answer.text]];
    perform(whole, { ignored: new Set(), source: { name: answer.name, opened: answer.opened } });
    saved = manuscript.text;
    manuscript.enter(0, 0);
    tell(word("opened", { name: answer.name }));
  } catch (error) {
    complain(error.message || word("lost"));
  }
}

async function copy() {
  try {
    await navigator.clipboard.writeText(manuscript.text);
    saved = manuscript.text;
    tell(word("copied"));
  } catch {
    complain(word("not-copied"));
  }
}

async function saveWord() {
  try {
    const { name, data, told: sentence } = await ask("/word", { text: manuscript.text, opened: source.opened, ignored: [...ignored] });
    save(name, data);
    saved = manuscript.text;
    tell(sentence);
  } catch (error) {
    complain(error.message || word("lost"));
  }
}

// --- the house ---------------------------------------------------------------------------------------------------

function settle(answer) {
  house = answer;
  find("house-now").textContent = house.config ? word("house-found", { path: house.config }) : word("house-none");
  list.reportFrom(house.level);
}

async function choose() {
  find("house-problem").textContent = "";
  try {
    settle(await ask("/house/choose", { config: find("house-path").value.trim() }));
    schedule(0);
  } catch (error) {
    find("house-problem").textContent = error.message || word("lost");
  }
}

// --- what is said ------------------------------------------------------------------------------------------------

let quiet = 0;

function tell(sentence) {
  find("told").textContent = sentence;
  clearTimeout(quiet);
  quiet = setTimeout(() => (find("told").textContent = ""), 6000);
}

let failing = "";
let complaint = "";

/** Say what went wrong, until something else is done. */
function complain(sentence) {
  complaint = sentence;
  find("problem").textContent = complaint || failing;
}

/** Say why nothing is checked, until something is. */
function fail(sentence) {
  failing = sentence;
  complain(complaint);
}

// --- the page ----------------------------------------------------------------------------------------------------

/** The text before an input method began to write, null if none is writing: what it tries out is no step of its own. */
let composed = null;

function typed() {
  const before = manuscript.text;
  const edit = manuscript.typed();
  if (edit) {
    complain("");
    follow([edit]);
    if (composed === null) history.type(edit, edited(before, [edit]).inverse);
    refresh();
  }
}

find("paper").addEventListener("input", () => {
  typed();
  if (composed === null) schedule();
});
find("paper").addEventListener("compositionstart", () => (composed = manuscript.text));
find("paper").addEventListener("compositionend", () => {
  typed();
  const before = composed;
  composed = null;
  if (before === manuscript.text) return;
  const edit = difference(before, manuscript.text);
  history.type(edit, edited(before, [edit]).inverse);
  refresh();
  schedule();
});
find("paper").addEventListener("beforeinput", (event) => {
  if (event.inputType === "historyUndo" || event.inputType === "historyRedo") {
    event.preventDefault();
    back(event.inputType === "historyRedo");
  }
});
find("paper").addEventListener("click", atCaret);
find("paper").addEventListener("keyup", (event) => {
  if (!event.isComposing && /^(Arrow|Home|End|Page)/.test(event.key)) atCaret();
});
const buttons = {
  open: () => find("file").click(),
  undo: () => back(false),
  redo: () => back(true),
  "fix-safe": acceptSafe,
  copy,
  word: saveWord,
  restore,
  house: () => find("house-dialog").showModal(),
  "house-use": choose,
  help: () => find("help-dialog").showModal(),
  previous: () => select(list.step(-1)),
  next: () => select(list.step(1)),
};
for (const [id, does] of Object.entries(buttons)) find(id).addEventListener("click", does);
find("house-path").addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing) return;
  event.preventDefault();
  choose();
});
find("file").addEventListener("change", (event) => {
  open(event.target.files[0]);
  event.target.value = "";
});
for (const name of ["dragover", "drop"]) {
  document.addEventListener(name, (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    if (name === "drop") open(event.dataTransfer.files[0]);
  });
}
addEventListener("beforeunload", (event) => {
  if (manuscript.text !== saved) event.preventDefault();
});
keyboard({
  paper: find("paper"),
  menu: find("menu"),
  list,
  step: (by, focus) => select(list.step(by), { focus }),
  toList: () => select(list.current ?? nearest(), { focus: true }),
  toText: () => list.current && manuscript.enter(list.current.start, list.current.end),
  accept: () => accept(list.current),
  ignore: () => ignore(list.current),
  always: () => ignoreAlways(list.current),
  back,
  open: buttons.open,
  help: buttons.help,
});

try {
  const state = await ask("/state", {});
  speak(state.words, state.language);
  largest = state.largest;
  settle(state);
  refresh();
  find("paper").focus();
} catch (error) {
  complain(error.message || "newslint web?");
}
