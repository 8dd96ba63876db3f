"use strict";
// What the page says: what was done, for a moment; what went wrong, until something else is done.

import { canMark } from "./manuscript.js";
import { word } from "./words.js";

const told = document.getElementById("told");
const problem = document.getElementById("problem");
let quiet = 0;
let failing = "";
let complaint = "";

/** Say what was done. */
export function tell(sentence) {
  told.textContent = sentence;
  clearTimeout(quiet);
  quiet = setTimeout(() => (told.textContent = ""), 6000);
}

/** Say what went wrong, until something else is done. */
export function complain(sentence) {
  complaint = sentence;
  problem.textContent = complaint || failing;
}

/** Say why nothing is checked, until something is. */
export function fail(sentence) {
  failing = sentence;
  complain(complaint);
}

/** Say how many findings there are, of which so many pass the filters, and what the list does not show. */
export function summarize({ characters, errors, rate, left }, number, shown) {
  const all = number + left;
  const name = all === 0 ? "sum-none" : rate === null ? "sum" : "sum-rate";
  const sentence = word(name, { number: all, characters, errors, rate: rate?.toFixed(2) });
  document.getElementById("sum").textContent = characters ? sentence : "";
  const notes = [
    !characters && word("empty"),
    characters && all === 0 && word("clean"),
    number > shown && word("hidden", { number: number - shown }),
    left && word("left", { number: left }),
    !canMark && word("no-marks"),
  ];
  document.getElementById("note").textContent = notes.filter(Boolean).join("");
}
