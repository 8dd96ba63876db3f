"use strict";
// The list of findings beside the text, and the filters over it.

import { make, word } from "./words.js";

const ACTS = ["accept", "ignore", "always"];

export class List {
  #list;
  #filters;
  #menu;
  #entries = new Map();
  #shown = [];
  current = null;

  /** `act` is called with what to do with a finding; `chosen` when the filters change. */
  constructor({ list, filters, menu, act, chosen }) {
    this.#list = list;
    this.#filters = filters;
    this.#menu = menu;
    list.addEventListener("click", (event) => this.#clicked(event, act));
    filters.addEventListener("input", chosen);
    filters.addEventListener("submit", (event) => event.preventDefault());
    document.addEventListener("click", (event) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  }

  get shown() {
    return this.#shown;
  }

  /** Show the levels down to the one that the configuration reports. */
  reportFrom(level) {
    const boxes = [...this.#filters.querySelectorAll("[name=level]")];
    const least = boxes.findIndex((box) => box.value === level);
    boxes.forEach((box, index) => (box.checked = index <= least));
  }

  /** Show the findings that pass the filters; an entry that is there already stays, so that the keyboard stays in it. */
  show(findings, rules, families) {
    this.#offer(findings, families);
    const levels = this.#checked("level");
    const chosen = this.#checked("family");
    this.#shown = findings.filter(({ level, family }) => levels.has(level) && (!chosen.size || chosen.has(family)));
    const before = this.#entries;
    this.#entries = new Map();
    this.#shown.forEach((finding, index) => {
      const likeness = JSON.stringify([finding.code, finding.level, finding.message, finding.changes, finding.related]);
      let entry = before.get(finding.key);
      if (entry?.likeness !== likeness) {
        entry = { likeness, element: entryOf(finding, rules[finding.code] ?? {}) };
      }
      entry.element.querySelector(".n").textContent = index + 1;
      entry.element.querySelector(".where").textContent = finding.where;
      this.#entries.set(finding.key, entry);
    });
    const wanted = [...this.#entries.values()].map(({ element }) => element);
    const kept = new Set(wanted);
    for (const element of [...this.#list.children]) if (!kept.has(element)) element.remove();
    wanted.forEach((element, index) => {
      if (this.#list.children[index] !== element) this.#list.insertBefore(element, this.#list.children[index] ?? null);
    });
    this.select(this.#shown.find(({ key }) => key === this.current?.key) ?? null);
  }

  /** Make a finding, or none, the current one: the one entry that Tab comes to. */
  select(finding) {
    const old = this.#elementOf(this.current);
    if (old) this.#mark(old, false);
    this.current = finding;
    const element = this.#elementOf(finding);
    if (element) this.#mark(element, true);
    const first = this.#list.firstElementChild;
    if (first) first.tabIndex = element && element !== first ? -1 : 0;
  }

  #mark(element, current) {
    element.toggleAttribute("aria-current", current);
    if (current) element.setAttribute("aria-current", "true");
    element.tabIndex = current ? 0 : -1;
    for (const button of element.querySelectorAll("button, summary")) button.tabIndex = current ? 0 : -1;
  }

  /** Bring the current entry into sight; with `focus` also the keyboard. */
  reveal(focus) {
    const element = this.#elementOf(this.current);
    if (!element) return;
    element.scrollIntoView({ block: "nearest" });
    if (focus) element.focus({ preventScroll: true });
  }

  /** Return the finding so many steps from the current one. */
  step(by) {
    const at = this.#shown.indexOf(this.current);
    if (at < 0) return this.#shown.at(by > 0 ? 0 : -1);
    return this.#shown[Math.min(Math.max(at + by, 0), this.#shown.length - 1)];
  }

  get hasFocus() {
    return this.#list.contains(document.activeElement);
  }

  #elementOf(finding) {
    return finding && this.#entries.get(finding.key)?.element;
  }

  #checked(name) {
    return new Set([...this.#filters.querySelectorAll(`[name=${name}]:checked`)].map((box) => box.value));
  }

  /** Offer the families that there are, and say how many findings each choice has. */
  #offer(findings, families) {
    const count = (name, value) => findings.filter((finding) => finding[name] === value).length;
    for (const place of this.#filters.querySelectorAll("[data-count]")) {
      place.textContent = count("level", place.dataset.count);
    }
    const chosen = this.#checked("family");
    this.#menu.querySelector("#chosen").textContent = chosen.size ? word("some-families", { count: chosen.size }) : "";
    const room = this.#menu.querySelector("#families");
    if (room.contains(document.activeElement)) return;
    const present = new Set([...findings.map(({ family }) => family), ...chosen]);
    room.replaceChildren(
      ...[...present].sort().map((letters) => {
        const box = make("input");
        Object.assign(box, { type: "checkbox", name: "family", value: letters, checked: chosen.has(letters) });
        const label = make("label");
        const name = make("span");
        name.append(make("code", letters), ` ${families[letters] ?? ""}`);
        label.append(box, name, make("output", count("family", letters)));
        return label;
      }),
    );
  }

  #clicked(event, act) {
    const element = event.target.closest(".entry");
    const finding = element && this.#shown.find(({ key }) => key === element.dataset.key);
    if (!finding) return;
    const button = event.target.closest("button");
    if (button?.dataset.related) act("related", finding, finding.related[Number(button.dataset.related)]);
    else if (button) act(button.dataset.act, finding);
    else if (getSelection().isCollapsed) act("show", finding);
  }
}

function entryOf(finding, rule) {
  const element = make("li", undefined, `entry ${finding.level}`);
  element.dataset.key = finding.key;
  element.tabIndex = -1;
  const head = make("h3", undefined, "head");
  head.append(
    make("span", "", `n ${finding.level}`), " ",
    make("span", word(finding.level), `level ${finding.level}`), " ",
    make("span", finding.title, "title"), " ",
    make("code", finding.code),
  );
  element.append(head, make("p", finding.where, "where"), chinese(make("p", finding.message, "message")));
  element.append(finding.fix === "none" ? make("p", word("no-fix"), "nofix") : fixOf(finding));
  if (finding.related.length) element.append(relationsOf(finding));
  if (rule.why || rule.source) element.append(whyOf(rule));
  const acts = make("p", undefined, "acts");
  for (const act of ACTS) {
    if (act === "accept" && finding.fix === "none") continue;
    const button = make("button", word(act), act);
    button.type = "button";
    button.tabIndex = -1;
    button.dataset.act = act;
    acts.append(button, " ");
  }
  element.append(acts);
  return element;
}

function fixOf(finding) {
  const box = make("div", undefined, `fix ${finding.fix}`);
  const more = finding.edits.length > 1 ? ` · ${word("more-edits", { count: finding.edits.length })}` : "";
  box.append(make("p", word(finding.fix) + more, "safety"));
  for (const parts of finding.changes) {
    const change = chinese(make("p", undefined, "change"));
    for (const [kind, text] of parts) {
      change.append(kind === "same" ? text : make(kind, text, kind === "del" && [...text].length < 3 ? "brief" : ""));
    }
    box.append(change);
  }
  return box;
}

function relationsOf(finding) {
  const places = make("ul", undefined, "relations");
  finding.related.forEach((place, index) => {
    const item = make("li");
    const button = make("button", place.where, "place");
    Object.assign(button, { type: "button", tabIndex: -1 });
    button.dataset.related = index;
    item.append(chinese(make("span", place.message)), " ", button);
    places.append(item);
  });
  return places;
}

function whyOf(rule) {
  const why = make("details", undefined, "why");
  const summary = make("summary", word("why"));
  summary.tabIndex = -1;
  why.append(summary);
  if (rule.why) why.append(chinese(make("p", rule.why)));
  if (rule.source) why.append(chinese(make("p", `${word("source")} ${rule.source}`, "source")));
  return why;
}

function chinese(element) {
  element.lang = "zh-Hans";
  return element;
}
