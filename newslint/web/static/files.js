"use strict";
// Articles that come in and go out: files, the clipboard, the Word document that is given back.

import { complain, tell } from "./saying.js";
import { ask, encoded, save } from "./server.js";
import { word } from "./words.js";

/** Return the text of a file: { name, text, opened }; null, and say why, if it cannot be read. */
export async function read(file, largest) {
  try {
    if (file.size <= largest) return await ask("/open", { name: file.name, data: await encoded(file) });
    complain(word("too-large", { number: Math.floor(largest / 1_000_000) }));
  } catch (error) {
    complain(error.message || word("lost"));
  }
  return null;
}

/** Copy a text; return whether the browser allows it. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    tell(word("copied"));
    return true;
  } catch {
    complain(word("not-copied"));
    return false;
  }
}

/** Save the Word document that a text comes from, with comments and tracked changes; return whether it was. */
export async function saveWord({ text, opened, ignored }) {
  try {
    const { name, data, told } = await ask("/word", { text, opened, ignored });
    save(name, data);
    tell(told);
    return true;
  } catch (error) {
    complain(error.message || word("lost"));
    return false;
  }
}

/** Let files be dropped anywhere on the page. */
export function dropped(open) {
  for (const name of ["dragover", "drop"]) {
    document.addEventListener(name, (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      if (name === "drop") open(event.dataTransfer.files[0]);
    });
  }
}
