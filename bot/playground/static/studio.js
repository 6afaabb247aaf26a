// The studio's editor: line numbers with marks, a jump to a line, Tab and Enter where they help.
"use strict";

const source = document.getElementById("source");
const gutter = document.querySelector(".gutter");
let marked = new Set();

function paint() {
  if (!source) return;
  const many = source.value.split("\n").length;
  gutter.replaceChildren(...Array.from({length: many}, (_, n) => {
    const line = document.createElement("span");
    line.textContent = n + 1 + "\n";
    if (marked.has(n + 1)) line.className = "marked";
    return line;
  }));
  gutter.scrollTop = source.scrollTop;
}

function jump(number) {
  const lines = source.value.split("\n");
  const start = lines.slice(0, number - 1).join("\n").length + (number > 1 ? 1 : 0);
  source.blur();
  source.setSelectionRange(start, start + (lines[number - 1] || "").length);
  source.focus();  // which brings what is chosen into sight, also where lines are wrapped
  if (getComputedStyle(source).whiteSpace === "pre") source.scrollTop = (number - 4) * parseFloat(getComputedStyle(source).lineHeight);
}

document.addEventListener("change", async event => {
  const file = event.target.closest("[data-fills]");
  if (file && file.files.length) document.getElementById(file.dataset.fills).value = await file.files[0].text();
});

document.addEventListener("click", event => {
  const place = event.target.closest("[data-line]");
  if (place) jump(Number(place.dataset.line));
});

document.addEventListener("keydown", event => {
  const words = event.target.closest(".stage .write textarea");
  if (!words || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  words.form.requestSubmit(words.form.querySelector(".write button"));
});

document.addEventListener("htmx:beforeRequest", () => { document.getElementById("trouble").hidden = true; });

document.addEventListener("htmx:responseError", event => {
  const trouble = document.getElementById("trouble");
  trouble.textContent = event.detail.xhr.responseText;
  trouble.hidden = false;
});

document.addEventListener("htmx:afterSwap", event => {
  const found = event.detail.target.querySelector("[data-lines]");
  if (found) { marked = new Set(found.dataset.lines.split(",").filter(Boolean).map(Number)); paint(); }
  const done = event.detail.target.querySelector("[data-base]");
  if (done) document.querySelector("[name=base]").value = done.dataset.base;
  const lines = event.detail.target.querySelector(".lines");
  if (lines) lines.scrollTop = lines.scrollHeight;
});

if (source) {
  source.addEventListener("input", paint);
  source.addEventListener("scroll", () => { gutter.scrollTop = source.scrollTop; });
  paint();
}
