// What a messenger does by itself: Enter sends, the newest line is in sight, names open and close their chats.
"use strict";

const lines = chat => document.getElementById("lines-" + chat);
const down = box => { box.scrollTop = box.scrollHeight; };
const closed = new Set(JSON.parse(localStorage.getItem("closed") || "[]"));

function show(id, wanted) {
  const chat = document.getElementById(id);
  if (!chat) return;
  chat.hidden = !wanted;
  wanted ? closed.delete(id) : closed.add(id);
  localStorage.setItem("closed", JSON.stringify([...closed]));
  if (wanted) down(chat.querySelector(".lines"));
}

function heads() {
  for (const head of document.querySelectorAll("[data-shows]"))
    head.setAttribute("aria-pressed", String(!closed.has(head.dataset.shows)));
}

function write(form, words) {
  form.elements.words.value = words;
  form.requestSubmit();
}

function replies(form, id, said) {
  form.elements.reply.value = id;
  const bar = form.querySelector(".replying");
  bar.hidden = !id;
  bar.querySelector("span").textContent = said ? "In reply to: " + said : "";
}

document.addEventListener("keydown", event => {
  const form = event.target.closest(".write");
  if (!form || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});

// a command that is being typed: those that begin so stand below, and Tab writes the first of them
function complete(form) {
  const menu = form.parentElement.querySelector(".menu"), typed = form.elements.words.value;
  const begun = /^\/\w*$/.test(typed);
  if (begun || menu.dataset.typed) menu.open = begun;
  menu.dataset.typed = begun ? typed : "";
  narrow(menu);
}

function narrow(menu) {
  for (const command of menu.querySelectorAll("[data-command]"))
    command.closest("li").hidden = !command.dataset.command.startsWith(menu.dataset.typed || "");
}

document.addEventListener("input", event => {
  const form = event.target.closest(".chat > .write");
  if (form) complete(form);
});

document.addEventListener("keydown", event => {
  const form = event.target.closest(".chat > .write");
  if (!form || event.key !== "Tab" || event.shiftKey) return;
  const menu = form.parentElement.querySelector(".menu"), first = menu.querySelector("li:not([hidden]) [data-command]");
  if (!menu.dataset.typed || !first || form.elements.words.value === first.dataset.command) return;
  event.preventDefault();
  form.elements.words.value = first.dataset.command;
  complete(form);
});

document.addEventListener("click", event => {
  const near = name => event.target.closest(name);
  const head = near("[data-shows]"), reply = near("[data-reply]"), command = near("[data-command]");
  if (head) { show(head.dataset.shows, closed.has(head.dataset.shows)); head.classList.remove("news"); heads(); }
  if (reply) {
    const form = reply.closest(".chat").querySelector(".write");
    replies(form, reply.dataset.reply, reply.dataset.said);
    reply.closest("details").open = false;
    form.elements.words.focus();
  }
  if (command) {
    command.closest("details").open = false;
    write(command.closest(".chat").querySelector(".write"), command.dataset.command);
  }
  if (near("[data-drop-reply]")) replies(near(".write"), "", "");
  if (near(".record")) record(near(".record"));
});

document.addEventListener("htmx:beforeRequest", () => { document.getElementById("trouble").hidden = true; });

document.addEventListener("htmx:afterRequest", event => {
  const form = event.detail.elt;
  if (form.matches(".write") && event.detail.successful) { form.reset(); replies(form, "", ""); complete(form); }
});

// news does not close what somebody is about to do with a line, nor move who reads further up
document.addEventListener("htmx:beforeSwap", event => {
  const box = event.detail.target, asked = event.detail.requestConfig.verb;
  const writing = box.contains(document.activeElement) && document.activeElement.matches("input, textarea");
  if (asked === "get" && (writing || box.querySelector("details[open]"))) event.detail.shouldSwap = false;
  if (asked === "get" && box.id === "clock" && box.contains(document.activeElement)) {
    const now = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html").querySelector(".now");
    if (now) box.querySelector(".now").replaceWith(now);
    event.detail.shouldSwap = false;
  }
  if (box.matches(".lines")) box.dataset.low = box.scrollHeight - box.scrollTop - box.clientHeight < 80 ? "1" : "";
});

document.addEventListener("htmx:afterSwap", event => {
  const box = event.detail.target;
  if (box.matches(".lines")) {
    if (box.dataset.low || event.detail.requestConfig.verb === "post") down(box);
    const chat = box.closest(".chat");
    const head = document.querySelector(`[data-shows="${chat.id}"]`);
    if (chat.hidden && head) head.classList.add("news");
  }
  if (box.closest(".menu")) narrow(box.closest(".menu"));
  if (box.id !== "heads") return;
  heads();
  const chats = [...document.querySelectorAll("[data-shows]")].map(head => head.dataset.shows);
  if (!chats.every(id => document.getElementById(id))) location.reload();  // somebody new has come
});

document.addEventListener("submit", event => {
  if (event.target.matches("[hx-post='/people']")) sessionStorage.setItem("added", "1");
});

document.addEventListener("htmx:responseError", event => {
  const trouble = document.getElementById("trouble");
  trouble.textContent = event.detail.xhr.responseText;
  trouble.hidden = false;
});

// a life that is watched: its chat and its coach's are open, the others wait
document.addEventListener("watch", event => {
  document.querySelectorAll(".chat").forEach(chat => show(chat.id, event.detail.chats.includes(chat.id)));
  heads();
});

async function record(button) {
  if (button.recorder) { button.recorder.stop(); return; }
  const sound = await navigator.mediaDevices.getUserMedia({audio: true});
  const parts = [], recorder = new MediaRecorder(sound);
  recorder.ondataavailable = event => parts.push(event.data);
  recorder.onstop = async () => {
    sound.getTracks().forEach(track => track.stop());
    button.recorder = null;
    button.classList.remove("recording");
    button.textContent = "Voice";
    const body = new FormData();
    body.append("file", new File(parts, "voice.ogg", {type: "audio/ogg"}));
    await fetch(`/chats/${button.dataset.chat}/file`, {method: "POST", body});
  };
  button.recorder = recorder;
  button.classList.add("recording");
  button.textContent = "Stop and send";
  recorder.start();
}

document.addEventListener("DOMContentLoaded", () => {
  // of those who came by themselves one client, one coach and one admin are open; whom somebody lets in is too
  const known = new Set(JSON.parse(sessionStorage.getItem("known") || "[]")), added = sessionStorage.getItem("added");
  const chats = [...document.querySelectorAll(".chat")], kinds = new Set();
  for (const chat of chats) {
    const kind = chat.className, come = !known.has(chat.id) && !added;
    if (come && kinds.has(kind)) closed.add(chat.id);
    kinds.add(kind);
  }
  sessionStorage.setItem("known", JSON.stringify(chats.map(chat => chat.id)));
  sessionStorage.removeItem("added");
  for (const id of closed) show(id, false);
  heads();
  document.querySelectorAll(".lines").forEach(down);
  const hears = navigator.mediaDevices && window.MediaRecorder;
  document.querySelectorAll(".record").forEach(button => { button.hidden = !hears; });
});
