"use strict";
// When the text is checked: a moment after the last key, one request at a time.

import { ask } from "./server.js";

const DELAY = 250;

export class Checker {
  #question;
  #shown;
  #failed;
  #timer = 0;
  #isBusy = false;
  #isLate = false;

  /** `question` returns what is to be checked now, `shown` takes an answer to it, `failed` a Refusal, or null. */
  constructor({ question, shown, failed }) {
    this.#question = question;
    this.#shown = shown;
    this.#failed = failed;
  }

  /** Check soon; what is asked for meanwhile puts it off. */
  later(delay = DELAY) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#check(), delay);
  }

  async #check() {
    if (this.#isBusy) {
      this.#isLate = true;
      return;
    }
    this.#isBusy = true;
    const asked = this.#question();
    try {
      const answer = await ask("/check", asked);
      // An answer about another text than there is now is dropped.
      const now = this.#question();
      if (asked.text === now.text && asked.opened === now.opened) this.#shown(answer);
      this.#failed(null);
    } catch (error) {
      this.#failed(error);
    }
    this.#isBusy = false;
    if (this.#isLate) {
      this.#isLate = false;
      this.#check();
    }
  }
}
