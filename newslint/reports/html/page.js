"use strict";
// What the page does beyond being read: filters with live counts, the keyboard, and the way between mark and entry.
// Without it every finding is shown and every number is a link.
(() => {
  const root = document.documentElement;
  const form = document.getElementById("filters");
  if (!form) return;
  root.classList.add("js");
  form.hidden = false;

  const help = document.getElementById("help");
  const status = form.querySelector(".status");
  const nothing = document.querySelector(".nothing");
  const reset = form.querySelector("button[type=reset]");
  const chosen = form.querySelector(".chosen");
  const menu = form.querySelector(".menu");
  const ranks = ["error", "warning", "info"];
  const all = [...document.querySelectorAll(".entry")].map((element) => ({ element, shown: true, ...element.dataset }));
  const byNumber = new Map(all.map((entry) => [entry.n, entry]));
  const files = [...document.querySelectorAll("main > .file, .index tbody[data-file]")];
  const numbered = [...document.querySelectorAll(".paper .n")];
  const numbers = (text) => (text ? text.split(" ") : []);
  const marks = [...document.querySelectorAll(".paper .m")].map((element) => ({
    element,
    own: numbers(element.dataset.f),
    related: numbers(element.dataset.r),
  }));
  const marksOf = new Map();
  const besideOf = new Map();
  const collect = (map, key, element) => (map.has(key) ? map.get(key).push(element) : map.set(key, [element]));
  for (const mark of marks) {
    for (const number of mark.own) collect(marksOf, number, mark.element);
    for (const number of mark.related) collect(besideOf, number, mark.element);
  }
  const fill = (text, name, value) => {
    const at = text.lastIndexOf(`{${name}}`);
    return at < 0 ? text : text.slice(0, at) + value + text.slice(at + name.length + 2);
  };
  let current = null;

  // --- filters ---------------------------------------------------------------------------------------------------

  function wanted() {
    const checked = (name) => new Set([...form.querySelectorAll(`input[name=${name}]:checked`)].map((box) => box.value));
    return {
      words: form.words.value.trim().toLowerCase(),
      levels: checked("level"),
      families: checked("family"),
      fix: form.fix.value,
      file: form.file ? form.file.value : "",
      state: form.state.value,
    };
  }

  const stateOf = (entry) => entry.element.dataset.state || "none";

  function hay(entry) {
    const found = (marksOf.get(entry.n) || []).map((mark) => mark.textContent);
    return `${entry.element.textContent}\n${found.join("")}`.toLowerCase();
  }

  function filter() {
    const want = wanted();
    const counts = new Map();
    const count = (key) => counts.set(key, (counts.get(key) || 0) + 1);
    const live = new Set();
    // The keys go through the findings as they stand on the page.
    const order = new Map([...document.querySelectorAll(".entry")].map((element, index) => [element, index]));
    all.sort((one, other) => order.get(one.element) - order.get(other.element));
    let shown = 0;
    for (const entry of all) {
      if (want.words && entry.hay === undefined) entry.hay = hay(entry);
      const passes = [
        want.levels.has(entry.level),
        !want.families.size || want.families.has(entry.family),
        !want.fix || entry.fix === want.fix || (want.fix === "any" && entry.fix !== "none"),
        !want.file || entry.file === want.file,
        !want.words || entry.hay.includes(want.words),
        !want.state || want.state === stateOf(entry),
      ];
      const failed = passes.filter((pass) => !pass).length;
      // A count says how many there would be: it heeds every filter but its own.
      const counted = (index) => failed === 0 || (failed === 1 && !passes[index]);
      if (counted(0)) count(`level:${entry.level}`);
      if (counted(1)) count(`family:${entry.family}`);
      if (counted(2)) count(`fix:${entry.fix}`);
      if (counted(2) && entry.fix !== "none") count("fix:any");
      if (counted(3)) count(`file:${entry.file}`);
      if (counted(5)) count(`state:${stateOf(entry)}`);
      entry.shown = failed === 0;
      entry.element.hidden = !entry.shown;
      if (entry.shown) {
        shown += 1;
        live.add(entry.file);
      }
    }
    const isShown = (number) => byNumber.get(number).shown;
    for (const link of numbered) link.hidden = !isShown(link.dataset.n);
    for (const mark of marks) {
      const levels = mark.own.filter(isShown).map((number) => byNumber.get(number).level);
      const gravest = ranks.find((level) => levels.includes(level));
      mark.element.dataset.level = gravest || (mark.related.some(isShown) ? "related" : "none");
      mark.element.classList.toggle("crossed", levels.length > 1);
    }
    const filtered = shown < all.length;
    for (const file of files) file.hidden = filtered && !live.has(file.dataset.file);
    for (const place of form.querySelectorAll("[data-count]")) {
      const number = counts.get(place.dataset.count) || 0;
      place.textContent = place.dataset.text ? fill(place.dataset.text, "count", number) : number;
    }
    chosen.textContent = want.families.size ? fill(chosen.dataset.some, "count", want.families.size) : "";
    nothing.hidden = shown > 0;
    reset.hidden = !filtered;
    if (current && !current.shown) select(null);
    tell();
  }

  function tell() {
    const shown = all.filter((entry) => entry.shown);
    const place = current ? `${shown.indexOf(current) + 1} · ` : "";
    status.textContent = place + fill(fill(status.dataset.text, "all", all.length), "shown", shown.length);
  }

  // --- the current finding ---------------------------------------------------------------------------------------

  function select(entry) {
    if (current) {
      current.element.removeAttribute("aria-current");
      for (const mark of marksOf.get(current.n) || []) mark.classList.remove("current");
      for (const mark of besideOf.get(current.n) || []) mark.classList.remove("beside");
    }
    current = entry;
    if (entry) {
      entry.element.setAttribute("aria-current", "true");
      for (const mark of marksOf.get(entry.n) || []) mark.classList.add("current");
      for (const mark of besideOf.get(entry.n) || []) mark.classList.add("beside");
    }
  }

  function uncover(element) {
    for (let at = element.parentElement; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  }

  // On a phone the current entry stands at the foot of the screen, over the text.
  const isAtFoot = (entry) => getComputedStyle(entry.element).position === "fixed";

  function go(entry, place) {
    const number = document.getElementById(`m${entry.n}`);
    uncover(entry.element);
    select(entry);
    tell();
    const list = entry.element.closest(".list");
    const beside = getComputedStyle(list).position === "sticky";
    const target = place === "mark" ? number || entry.element : entry.element;
    if (isAtFoot(entry)) {
      number?.scrollIntoView({ block: "center" });
    } else if (beside) {
      // The article scrolls with the page, the list by itself.
      (number || list).scrollIntoView({ block: "center" });
      const above = entry.element.getBoundingClientRect().top - list.getBoundingClientRect().top;
      const room = list.clientHeight - entry.element.offsetHeight;
      list.scrollTop += above - Math.max(8, room / 3);
    } else {
      target.scrollIntoView({ block: "center" });
    }
    target.focus({ preventScroll: true });
  }

  function step(by) {
    const shown = all.filter((entry) => entry.shown);
    if (!shown.length) return;
    let at = shown.indexOf(current);
    if (at < 0) at = by > 0 ? -1 : shown.length;
    go(shown[Math.min(Math.max(at + by, 0), shown.length - 1)], "entry");
  }

  // --- mouse -----------------------------------------------------------------------------------------------------

  document.addEventListener("click", (event) => {
    if (menu.open && !menu.contains(event.target)) menu.open = false;
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest("a");
    if (link) {
      const goal = link.getAttribute("href");
      const entry = byNumber.get(link.dataset.n);
      if (entry && goal.startsWith("#f")) {
        event.preventDefault();
        go(entry, "entry");
      } else if (entry && goal.startsWith("#m")) {
        event.preventDefault();
        go(entry, "mark");
      } else if (goal.startsWith("#")) {
        const element = document.getElementById(goal.slice(1));
        if (element && element.tagName === "DETAILS") element.open = true;
        if (element) uncover(element);
        if (goal.startsWith("#r")) {
          event.preventDefault();
          select(byNumber.get(element.dataset.n));
          tell();
          element.scrollIntoView({ block: "center" });
          element.focus({ preventScroll: true });
        }
      }
      return;
    }
    if (!getSelection().isCollapsed || event.target.closest("summary, button, input, select, dialog")) return;
    const mark = event.target.closest(".paper .m");
    const inner = mark && numbers(mark.dataset.f).map((number) => byNumber.get(number)).filter((entry) => entry.shown).pop();
    if (inner) go(inner, "entry");
    else if (current && isAtFoot(current) && event.target.closest(".paper")) select(null);
    const entry = event.target.closest(".entry");
    if (entry && getComputedStyle(entry.closest(".list")).position === "sticky") go(byNumber.get(entry.dataset.n), "entry");
  });

  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.step) step(Number(button.dataset.step));
    if ("help" in button.dataset) help.showModal();
  });

  // --- keyboard --------------------------------------------------------------------------------------------------

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const focused = document.activeElement;
    if (event.key === "Escape") {
      if (document.querySelector("dialog[open]")) return;
      if (menu.open) {
        menu.open = false;
        menu.querySelector("summary").focus();
      } else if (focused === form.words && form.words.value) {
        form.words.value = "";
        filter();
      } else {
        focused.blur();
        select(null);
        tell();
      }
      return;
    }
    if (document.querySelector("dialog[open]")) {
      if (help.open && event.key === "?") help.close();
      return;
    }
    if (focused === form.words) {
      if (event.key === "Enter") {
        event.preventDefault();
        select(null);
        step(1);
      }
      return;
    }
    if (focused.tagName === "SELECT") return;
    switch (event.key) {
      case "j": case "n": step(1); break;
      case "k": case "p": step(-1); break;
      case "/": form.words.focus(); form.words.select(); break;
      case "f": form.scrollIntoView({ block: "nearest" }); form.querySelector(".chips input").focus(); break;
      case "r": form.reset(); break;
      case "a": case "i": case "c": put(event.key); break;
      case "?": help.showModal(); break;
      case "Enter":
        if (focused.classList.contains("entry")) go(byNumber.get(focused.dataset.n), "mark");
        else return;
        break;
      default: return;
    }
    event.preventDefault();
  });

  /** Accept the current finding, ignore it, or call it checked. */
  function put(key) {
    current?.element.querySelector(`[data-key="${key}"]`).click();
  }

  // --- the rest --------------------------------------------------------------------------------------------------

  new ResizeObserver(() => {
    const sticky = getComputedStyle(form).position === "sticky";
    root.style.setProperty("--bar", sticky ? `${form.offsetHeight}px` : "0px");
  }).observe(form);

  const asked = /^#[fm](\d+)$/.exec(location.hash);
  // The browser may remember what was chosen before the page was loaded again.
  filter();
  if (asked && byNumber.has(asked[1])) go(byNumber.get(asked[1]), "entry");
})();
