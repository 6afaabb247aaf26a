"use strict";
// Waits for the yes in the chat: as soon as the browser may see pages, it shows them.
const again = setInterval(async () => {
  const answer = await fetch("/state", { cache: "no-store" }).catch(() => null);
  if (answer && answer.status !== 202) {
    clearInterval(again);
    location.reload();
  }
}, 2000);
