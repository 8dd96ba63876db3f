"use strict";
// The page: what is typed is checked, and what the editor decides is done and can be undone.

import { Always } from "./always.js";
import { Checker } from "./checker.js";
import { copy, dropped, read, saveWord } from "./files.js";
import { followed, safeEdits, stillIgnored } from "./findings.js";
import { edited, History, moved } from "./history.js";
import { keyboard } from "./keyboard.js";
import { List } from "./list.js";
import { canMark, Manuscript } from "./manuscript.js";
import { complain, fail, summarize, tell } from "./saying.js";
import { ask } from "./server.js";
import { Style } from "./style.js";
import { speak, word } from "./words.js";

const UNNAMED = { name: "稿件.txt", opened: "" };
const find = (id) => document.getElementById(id);
const manuscript = new Manuscript({
  paper: find("paper"),
  mirror: find("mirror"),
  signs: find("signs"),
  desk: find("desk"),
  changed: typed,
  ended: typedToTheEnd,
  undo: back,
});
const list = new List({ list: find("list"), filters: find("filters"), menu: find("menu"), act, chosen: refresh });
const history = new History();
const always = new Always();
const checker = new Checker({
  question: asked,
  shown: (answer) => {
    ignored = stillIgnored(ignored, found.findings, answer.findings);
    found = answer;
    refresh();
  },
  failed: (error) => fail(error === null ? "" : [0, 403].includes(error.status) ? word("lost") : error.message),
});
const style = new Style((level) => {
  list.reportFrom(level);
  checker.later(0);
});

let largest = Infinity;
let source = UNNAMED;
let ignored = new Set();
let found = { findings: [], rules: {}, families: {}, characters: 0, errors: 0, rate: null, left: 0 };
let saved = "";

// --- what is shown -----------------------------------------------------------------------------------------------

function asked() {
  return { text: manuscript.text, ...source, ignored: [...ignored] };
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
  summarize(found, findings.length, list.shown.length);
}

// --- what is done ------------------------------------------------------------------------------------------------

/** Change the text, and what is ignored and where the text comes from; `step` may be undone. */
function carryOut(edits, after, caret) {
  if (edits.length) {
    manuscript.edit(edits, caret);
    found = { ...found, findings: followed(found.findings, edits) };
  }
  if (after.ignored) ignored = after.ignored;
  if (after.source) source = after.source;
  refresh();
  checker.later(0);
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

/** Make all safe changes that are shown; those that touch one before them come up again. */
function acceptSafe() {
  const { edits, number } = safeEdits(list.shown);
  if (!number) return;
  perform(edits);
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
  const done = await always.about(finding, style);
  if (!done) return list.reveal(true);
  history.add({ edits: [], inverse: [], written: done.number });
  told(done);
}

function told({ path }) {
  tell(word("written", { path }));
  refresh();
  checker.later(0);
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
  const answer = file && (await read(file, largest));
  if (!answer) return;
  const whole = manuscript.text === "" && answer.text === "" ? [] : [[0, manuscript.text.length, answer.text]];
  perform(whole, { ignored: new Set(), source: { name: answer.name, opened: answer.opened } });
  saved = manuscript.text;
  manuscript.enter(0, 0);
  tell(word("opened", { name: answer.name }));
}

async function copyAll() {
  const text = manuscript.text;
  if (await copy(text)) saved = text;
}

async function saveAll() {
  const question = asked();
  if (await saveWord(question)) saved = question.text;
}

// --- the page ----------------------------------------------------------------------------------------------------

/** Let what was found keep to its words while somebody types. */
function typed(edit) {
  complain("");
  found = { ...found, findings: followed(found.findings, [edit]) };
  refresh();
}

/** Remember an edit that was typed, to be undone. */
function typedToTheEnd(before, edit) {
  history.type(edit, edited(before, [edit]).inverse);
  refresh();
  checker.later();
}

find("paper").addEventListener("click", atCaret);
find("paper").addEventListener("keyup", (event) => {
  if (!event.isComposing && /^(Arrow|Home|End|Page)/.test(event.key)) atCaret();
});
const buttons = {
  open: () => find("file").click(),
  undo: () => back(false),
  redo: () => back(true),
  "fix-safe": acceptSafe,
  copy: copyAll,
  word: saveAll,
  restore,
  help: () => find("help-dialog").showModal(),
  previous: () => select(list.step(-1)),
  next: () => select(list.step(1)),
};
for (const [id, does] of Object.entries(buttons)) find(id).addEventListener("click", does);
find("file").addEventListener("change", (event) => {
  open(event.target.files[0]);
  event.target.value = "";
});
dropped(open);
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
  style.settle(state);
  refresh();
  find("paper").focus();
} catch (error) {
  complain(error.message || "newslint web?");
}
