"use strict";
// The house style that is in force, and the dialog in which another can be chosen.

import { ask } from "./server.js";
import { word } from "./words.js";

const dialog = document.getElementById("house-dialog");
const path = document.getElementById("house-path");
const problem = document.getElementById("house-problem");

export class Style {
  #changed;
  config = "";
  writable = false;

  /** `changed` is called with the level that is reported, once another configuration is in force. */
  constructor(changed) {
    this.#changed = changed;
    document.getElementById("house").addEventListener("click", () => dialog.showModal());
    document.getElementById("house-use").addEventListener("click", () => this.#choose());
    path.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      this.#choose();
    });
  }

  /** Take what the server says about the configuration. */
  settle({ config, writable, level }) {
    this.config = config;
    this.writable = writable;
    const now = document.getElementById("house-now");
    now.textContent = config ? word("house-found", { path: config }) : word("house-none");
    this.#changed(level);
  }

  async #choose() {
    problem.textContent = "";
    try {
      this.settle(await ask("/house/choose", { config: path.value.trim() }));
    } catch (error) {
      problem.textContent = error.message || word("lost");
    }
  }
}
