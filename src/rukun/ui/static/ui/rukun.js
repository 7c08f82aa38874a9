// Small comforts on top of pages that work without them: saving said aloud, one dialog, drafts that survive the back button.

const time = () => new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" }).format(new Date());
const each = (root, selector, act) => root.querySelectorAll(selector).forEach(act);

// --- menyimpan… tersimpan 19.42 -------------------------------------------------------------------------------------
const say = (event, word, failed = false) => {
  const line = event.target.closest("form")?.querySelector(".saving");
  if (!line) return;
  line.classList.toggle("failed", failed);
  line.textContent = line.dataset[word] + (word === "saved" ? ` ${time()}` : "");
};
document.addEventListener("htmx:beforeRequest", (event) => say(event, "saving"));
document.addEventListener("htmx:afterRequest", (event) => {
  const saved = event.detail.successful;
  say(event, saved ? "saved" : "failed", !saved);
  if (saved) forget(event.target.closest("form"));
});

// --- one dialog for every "are you sure" ----------------------------------------------------------------------------
const ask = (question, yes) => new Promise((answer) => {
  const dialog = document.getElementById("pastikan");
  const button = dialog.querySelector("[data-yes]");
  dialog.querySelector("h2").textContent = question;
  button.textContent = yes || button.dataset.yes;
  dialog.returnValue = "";
  dialog.addEventListener("close", () => answer(dialog.returnValue === "ya"), { once: true });
  dialog.showModal();
});
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.dataset.confirm || form.dataset.agreed) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (!(await ask(form.dataset.confirm, form.dataset.confirmYes))) return;
  form.dataset.agreed = "1";
  form.requestSubmit(event.submitter);
  delete form.dataset.agreed;
}, true);

// --- drafts: form[data-keep="name"] keeps what was typed, in this tab only, until it has been sent ------------------
const SECRET = "[type=password],[type=file],[type=hidden],[data-secret]";
const TICK = "[type=radio],[type=checkbox]";
const place = (form) => `draft:${location.pathname}:${form.dataset.keep}`;
const forget = (form) => form?.dataset.keep && sessionStorage.removeItem(place(form));
const keep = (form) => {
  const typed = [...form.elements].filter((field) => field.name && !field.matches(SECRET) && (!field.matches(TICK) || field.checked));
  sessionStorage.setItem(place(form), JSON.stringify(typed.map((field) => [field.name, field.value])));
};
const recall = (form) => {
  if (form.querySelector(".summary")) return; // what the server sent back is newer
  for (const [name, value] of JSON.parse(sessionStorage.getItem(place(form)) || "[]")) {
    each(form, `[name="${CSS.escape(name)}"]`, (field) => {
      if (field.matches(TICK)) field.checked ||= field.value === value;
      else field.value = value;
    });
  }
};
document.addEventListener("input", (event) => event.target.form?.dataset.keep && keep(event.target.form));
document.addEventListener("submit", ({ target: form }) => {
  if (form.matches(".leave")) sessionStorage.clear();
  else if (form.dataset.keep) sessionStorage.setItem("sent", place(form));
});
// Sent and gone well: another page has come, or this one says so.
const sent = sessionStorage.getItem("sent");
if (sent && (!sent.startsWith(`draft:${location.pathname}:`) || document.querySelector("#messages .good"))) sessionStorage.removeItem(sent);
each(document, "form[data-keep]", recall);

// --- a long list, sifted by what is typed: [data-sift="#list"] shows itself only where this runs ---------------------
each(document, "[data-sift]", (box) => {
  box.hidden = false;
  box.addEventListener("input", ({ target }) => {
    const words = target.value.trim().toLowerCase();
    each(document.querySelector(box.dataset.sift), ":scope > li", (line) => { line.hidden = !line.textContent.toLowerCase().includes(words); });
  });
  box.addEventListener("change", (event) => event.stopPropagation());
});

// --- a tap on a map becomes a place: figure[data-tap] fills longitude and latitude of its form ----------------------
const MARK = "M0-64 64 0 0 64-64 0z";
const marked = (map, x, y) => {
  map.querySelectorAll(".point").forEach((old) => old.remove());
  const mark = document.createElementNS("http://www.w3.org/2000/svg", "path");
  mark.setAttribute("class", "point c4");
  mark.setAttribute("d", MARK);
  mark.setAttribute("transform", `translate(${x} ${y})`);
  map.append(mark);
};
document.addEventListener("click", (event) => {
  const figure = event.target.closest("[data-tap]");
  const map = figure?.querySelector("svg");
  if (!map?.contains(event.target)) return;
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(map.getScreenCTM().inverse());
  const { west, north, across, down } = figure.dataset;
  const fields = figure.closest("form").elements;
  fields.longitude.value = (Number(west) + x / Number(across)).toFixed(6);
  fields.latitude.value = (Number(north) - y / Number(down)).toFixed(6);
  fields.latitude.dispatchEvent(new Event("input", { bubbles: true }));
  marked(map, Math.round(x), Math.round(y));
});
