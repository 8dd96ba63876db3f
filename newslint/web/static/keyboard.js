"use strict";
// The keyboard. In the text every letter is the editor's own; in the list single letters are commands.

/** Listen to the keyboard; `does` are what keys do. */
export function keyboard(does) {
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || document.querySelector("dialog[open]")) return;
    const command = event.ctrlKey || event.metaKey ? withControl(event, does) : alone(event, does);
    if (!command) return;
    event.preventDefault();
    command();
  });
}

function withControl(event, does) {
  if (event.altKey) return null;
  const isField = event.target.matches("input[type=text]");
  switch (event.key.toLowerCase()) {
    case "z": return isField ? null : () => does.back(event.shiftKey);
    case "y": return isField ? null : () => does.back(true);
    case "enter": return does.accept;
    case "o": return event.shiftKey ? null : does.open;
    default: return null;
  }
}

function alone(event, does) {
  if (event.altKey) return null;
  if (event.key === "F8") return () => does.step(event.shiftKey ? -1 : 1, event.target !== does.paper);
  if (event.key === "Escape" && does.menu.open) {
    return () => {
      does.menu.open = false;
      does.menu.querySelector("summary").focus();
    };
  }
  if (event.key === "Escape") {
    if (event.target === does.paper) return does.toList;
    return does.list.hasFocus ? does.toText : null;
  }
  if (event.target.closest("button, input, textarea, summary") && event.key === "Enter") return null;
  if (event.target.closest("input, textarea")) return null;
  switch (event.key) {
    case "j": case "n": return () => does.step(1, true);
    case "k": case "p": return () => does.step(-1, true);
    case "ArrowDown": return does.list.hasFocus ? () => does.step(1, true) : null;
    case "ArrowUp": return does.list.hasFocus ? () => does.step(-1, true) : null;
    case "Enter": return does.list.hasFocus ? does.toText : null;
    case "a": return does.accept;
    case "i": return does.ignore;
    case "s": return does.always;
    case "?": return does.help;
    default: return null;
  }
}
