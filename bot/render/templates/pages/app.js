"use strict";
// Telegram puts what it says of who opens a page behind the address; the form hands it on, and nothing else reads it.
const said = new URLSearchParams(location.hash.slice(1)).get("tgWebAppData");
if (said) {
  history.replaceState(null, "", location.pathname);
  const form = document.getElementById("app");
  form.elements.data.value = said;
  form.submit();
}
