"use strict";
// The words of the page, which the server has in the language of the interface.

let words = {};

/** Return a word by its name, with its {places} filled from values. */
export function word(name, values = {}) {
  return (words[name] ?? name).replace(/\{(\w+)\}/g, (whole, place) => (place in values ? values[place] : whole));
}

/** Take the words, and put them where the page names them. */
export function speak(spoken, language) {
  words = spoken;
  document.documentElement.lang = language === "en" ? "en" : "zh-Hans";
  document.title = `${word("title")} · newslint`;
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  for (const element of document.querySelectorAll("[data-title]")) element.title = word(element.dataset.title);
  for (const element of document.querySelectorAll("[data-label]")) element.ariaLabel = word(element.dataset.label);
  for (const element of document.querySelectorAll("[data-placeholder]")) element.placeholder = word(element.dataset.placeholder);
}

/** Make an element with a text and a class. */
export function make(tag, text, className) {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  if (className) element.className = className;
  return element;
}
