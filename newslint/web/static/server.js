"use strict";
// Requests to the server that this page came from. The token stands in the address, behind #, which is sent nowhere.

const token = location.hash.slice(1);

/** A refusal: the sentence that says why, and the status; 0 if there was no answer at all. */
export class Refusal extends Error {
  constructor(problem, status) {
    super(problem);
    this.status = status;
  }
}

/** Send a request and return the answer; throws a Refusal. */
export async function ask(path, body) {
  let response;
  let answer;
  try {
    response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Newslint-Token": token },
      body: JSON.stringify(body),
    });
    answer = await response.json();
  } catch {
    throw new Refusal("", 0);
  }
  if (!response.ok) throw new Refusal(answer.problem, response.status);
  return answer;
}

/** Return the bytes of a file as Base64. */
export function encoded(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

/** Let the browser save bytes, given as Base64, as a file. */
export function save(name, data) {
  const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes]));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
