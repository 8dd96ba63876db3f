"use strict";
// The question about what is to be written into the configuration. The editor sees the lines before they are written.

import { ask } from "./server.js";
import { make, word } from "./words.js";

export class Always {
  #dialog = document.getElementById("always");
  #form = this.#dialog.querySelector("form");
  #choice = document.getElementById("always-choice");
  #write = document.getElementById("write");
  #plan = document.getElementById("plan");
  #path = document.getElementById("plan-path");
  #problem = document.getElementById("plan-problem");
  #wanted = () => null;
  #entry = null;
  #digest = "";
  #asked = 0;
  #timer = 0;
  #done = () => {};

  constructor() {
    this.#form.addEventListener("input", () => {
      this.#write.disabled = true;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#ask(), 200);
    });
    this.#form.addEventListener("submit", (event) => {
      if (event.submitter !== this.#write) return;
      event.preventDefault();
      this.#carryOut();
    });
    this.#dialog.addEventListener("close", () => this.#done(null));
  }

  /** Ask how a finding is to be passed over for good; return what was written: { number, path }, or null for nothing. */
  about(finding, { config, writable }) {
    const none = document.getElementById("always-none");
    none.hidden = writable;
    none.textContent = config ? word("always-locked", { path: config }) : word("always-none");
    this.#choice.hidden = !writable;
    document.getElementById("suppress-word").textContent = word("suppress", { code: finding.code });
    const fields = this.#form.elements;
    const isWord = finding.text.trim() !== "" && !finding.text.includes("\n");
    fields.kind.value = isWord ? "allow" : "suppress";
    fields.kind[0].disabled = fields.allow.disabled = !isWord;
    fields.allow.value = isWord ? finding.text : "";
    fields.reason.value = "";
    this.#wanted = () => {
      if (!writable) return null;
      if (fields.kind.value === "allow") return fields.allow.value.trim() && { allow: fields.allow.value.trim() };
      const reason = fields.reason.value.trim();
      return reason && { code: finding.code, text: finding.text, reason };
    };
    return this.#open("always-title", "write");
  }

  /** Ask whether what was written as a number is to be taken back; return as `about` does. */
  undoing(number) {
    document.getElementById("always-none").hidden = true;
    this.#choice.hidden = true;
    this.#wanted = () => ({ undo: number });
    return this.#open("undo-write", "undo-write");
  }

  #open(title, answer) {
    document.getElementById("always-title").textContent = word(title);
    this.#write.textContent = word(answer);
    this.#clear();
    this.#ask();
    return new Promise((resolve) => {
      this.#done = resolve;
      this.#dialog.showModal();
    });
  }

  #clear() {
    this.#write.disabled = true;
    this.#path.textContent = this.#problem.textContent = "";
    this.#plan.replaceChildren();
  }

  async #ask() {
    const mine = (this.#asked += 1);
    const entry = this.#wanted();
    this.#clear();
    if (!entry) return;
    try {
      const { path, digest, lines } = await ask("/house/plan", entry);
      if (mine !== this.#asked) return;
      this.#entry = entry;
      this.#digest = digest;
      this.#path.textContent = word("will-write", { path });
      this.#plan.replaceChildren(...lines.map(([kind, line]) => make(kind === "same" ? "span" : kind, `${line}\n`)));
      this.#write.disabled = false;
    } catch (error) {
      if (mine === this.#asked) this.#problem.textContent = error.message || word("lost");
    }
  }

  async #carryOut() {
    try {
      const { number, path } = await ask("/house/write", { ...this.#entry, digest: this.#digest });
      this.#done({ number, path });
      this.#dialog.close();
    } catch (error) {
      // The file was changed meanwhile: the plan for it is shown anew.
      if (error.status === 409) await this.#ask();
      this.#problem.textContent = error.message || word("lost");
    }
  }
}
