"use strict";
// Findings while the text changes under them, and the fixes that are made together. Places count units of UTF-16.

/** Return the findings after edits of the text, each with its words; what an edit touches is no longer known to be so. */
export function followed(findings, edits) {
  const shift = (place) => place + shiftAt(place, edits);
  return findings
    .filter(({ start, end, edits: own }) => ![[start, end], ...own].some(([from, to]) => isTouched(from, to, edits)))
    .map((finding) =>
      Object.assign(finding, {
        start: shift(finding.start),
        end: shift(finding.start) + finding.end - finding.start,
        edits: finding.edits.map(([from, to, words]) => [shift(from), shift(from) + to - from, words]),
        related: finding.related.map((place) => ({ ...place, start: shift(place.start), end: shift(place.end) })),
      }),
    );
}

function shiftAt(place, edits) {
  let by = 0;
  for (const [start, end, words] of edits) {
    if (end > place || (start === end && start > place)) break;
    by += words.length - (end - start);
  }
  return by;
}

/** What is inserted before a finding does not touch it; at the place of one without width it does. */
function isTouched(from, to, edits) {
  return edits.some(([start, end]) => {
    if (start === end) return from === to ? start === from : from < start && start < to;
    return from === to ? start <= from && from <= end : start < to && from < end;
  });
}

/** Return the edits of all safe fixes, in order, but for those that touch one before them; and how many fixes these are. */
export function safeEdits(findings) {
  const edits = [];
  let number = 0;
  for (const finding of findings) {
    if (finding.fix !== "safe") continue;
    if (finding.edits.some(([start, end]) => edits.some(([from, to]) => start <= to && from <= end))) continue;
    edits.push(...finding.edits);
    number += 1;
  }
  return { edits: edits.sort((one, other) => one[0] - other[0]), number };
}

/** Return what is ignored of new findings: also what was before, though words beside it changed, by which it is known. */
export function stillIgnored(ignored, before, after) {
  const name = ({ code, start, end }) => `${code} ${start} ${end}`;
  const known = new Set(before.filter(({ key }) => ignored.has(key)).map(name));
  const again = after.filter((finding) => known.has(name(finding)));
  return again.length ? new Set([...ignored, ...again.map(({ key }) => key)]) : ignored;
}
