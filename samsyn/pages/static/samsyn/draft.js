// Keeps what has been written but not sent, in this tab only, and puts it back after a reload.
(function () {
  "use strict";

  const PREFIX = "samsyn-draft:";
  const SENT = "samsyn-sent";
  const WRITTEN = "textarea, select, input:not([type=hidden], [type=password], [type=file], [type=submit])";

  function keyOf(form) {
    // The address posted to is the same before and after a refusal; that of the page may not be.
    const address = new URL(form.getAttribute("action") || "", window.location.href).pathname;
    return [PREFIX + (document.body.dataset.account || ""), address, form.dataset.draft].join("|");
  }

  function controls(form) {
    return Array.from(form.querySelectorAll(WRITTEN)).filter((control) => control.name);
  }

  function isToggle(control) {
    return control.type === "checkbox" || control.type === "radio";
  }

  function isChanged(control) {
    if (isToggle(control)) return control.checked !== control.defaultChecked;
    if (control.tagName === "SELECT") return Array.from(control.options).some((option) => option.selected !== option.defaultSelected);
    return control.value !== control.defaultValue;
  }

  function selected(control) {
    return Array.from(control.selectedOptions, (option) => option.value);
  }

  function read(form) {
    return controls(form).map((control) => ({
      name: control.name,
      value: control.tagName === "SELECT" ? selected(control) : control.value,
      checked: control.checked,
    }));
  }

  function write(control, saved) {
    if (isToggle(control)) control.checked = saved.checked;
    else if (control.tagName === "SELECT") Array.from(control.options).forEach((option) => { option.selected = saved.value.includes(option.value); });
    else control.value = saved.value;
  }

  // Toggles of one name are told apart by their value, everything else by its name.
  function restore(form, saved) {
    controls(form).forEach(function (control) {
      const match = saved.find((one) => one.name === control.name && (!isToggle(control) || one.value === control.value));
      if (match) write(control, match);
    });
    return controls(form).some(isChanged);
  }

  function save(form) {
    if (controls(form).some(isChanged)) sessionStorage.setItem(keyOf(form), JSON.stringify(read(form)));
    else sessionStorage.removeItem(keyOf(form));
  }

  // A form sent is done with when another page of ours follows. After a lost connection the person
  // comes back by reloading or by the back button, or types the address: then the draft stays.
  function forgetWhatWasSent() {
    const sent = sessionStorage.getItem(SENT);
    if (!sent) return;
    sessionStorage.removeItem(SENT);
    const refused = Array.from(document.querySelectorAll("form[data-refused]")).some((form) => form.dataset.draft === sent.split("|").pop());
    const navigation = performance.getEntriesByType("navigation")[0];
    const followed = navigation && navigation.type === "navigate" && document.referrer.startsWith(window.location.origin);
    if (followed && !refused) sessionStorage.removeItem(sent);
  }

  function offer(form) {
    const notice = form.querySelector(".draft-notice");
    notice.hidden = false;
    notice.querySelector("button").addEventListener("click", function () {
      sessionStorage.removeItem(keyOf(form));
      form.reset();
      notice.hidden = true;
    });
  }

  function keep(form) {
    const saved = sessionStorage.getItem(keyOf(form));
    if (saved && !("refused" in form.dataset) && restore(form, JSON.parse(saved))) offer(form);
    let waiting = 0;
    form.addEventListener("input", function () {
      clearTimeout(waiting);
      waiting = setTimeout(() => save(form), 250);
    });
    form.addEventListener("submit", function () {
      clearTimeout(waiting);
      save(form);
      sessionStorage.setItem(SENT, keyOf(form));
    });
  }

  function forgetAll() {
    Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX)).forEach((key) => sessionStorage.removeItem(key));
  }

  forgetWhatWasSent();
  document.querySelectorAll("form[data-draft]").forEach(keep);
  document.querySelectorAll("form[data-forgets-drafts]").forEach((form) => form.addEventListener("submit", forgetAll));
})();
