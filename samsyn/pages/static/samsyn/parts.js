// Parts of a page fetched by htmx: what happens when the answer is not the part asked for.
(function () {
  "use strict";

  // Many places to go: the one that the page lies in is to be seen among them.
  const here = document.querySelector(".side [aria-current]");
  const side = here && here.closest(".side");
  if (side) side.scrollTop = Math.max(0, here.offsetTop - side.clientHeight / 2);

  function visit(address) {
    window.location.assign(address);
  }

  function cameFromElsewhere(detail) {
    const asked = new URL(detail.pathInfo.finalRequestPath, window.location.href);
    const answered = detail.xhr.responseURL ? new URL(detail.xhr.responseURL) : asked;
    return answered.pathname !== asked.pathname;
  }

  // A session that has ended answers with the sign-in page: show that as a page of its own.
  document.addEventListener("htmx:beforeSwap", function (event) {
    const detail = event.detail;
    if (detail.xhr.status < 400 && !cameFromElsewhere(detail)) return;
    detail.shouldSwap = false;
    visit(detail.pathInfo.finalRequestPath);
  });

  function tell(sentence) {
    const trouble = document.getElementById("trouble");
    trouble.textContent = trouble.dataset[sentence];
    trouble.hidden = false;
  }

  document.addEventListener("htmx:sendError", () => tell("lost"));
  document.addEventListener("allauth.error", () => tell("passkey"));

  document.addEventListener("htmx:afterRequest", function (event) {
    if (event.detail.successful) document.getElementById("trouble").hidden = true;
  });
})();
