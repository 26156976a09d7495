"use strict";

const main = document.querySelector("main");
const status = document.querySelector(".status");
const failure = document.querySelector(".failure");
let state = { figures: [] };

// Only the words of a node are ever set, so that no text can become markup.
const say = (node, words) => { if (node.textContent !== words) node.textContent = words; };
const copyOf = id => document.getElementById(id).content.firstElementChild.cloneNode(true);
// A ratio stays on one line.
const joined = words => words.replaceAll(" : ", "\u00a0:\u00a0");

// What the reader looks at stays where it is, whatever grows or shrinks above it.
function keepingPlace(change) {
  const top = document.querySelector("header").getBoundingClientRect().bottom;
  const held = [...main.children].find(section => section.getBoundingClientRect().bottom > top);
  const before = held?.getBoundingClientRect().top;
  change();
  if (held?.isConnected && scrollY > 0) scrollBy({ top: held.getBoundingClientRect().top - before, behavior: "instant" });
}

function sheetsOf() {
  const dark = document.body.dataset.view === "dark";
  return { article: dark ? "dark" : "light", phone: dark ? "phone-dark" : "phone" };
}

// A new picture takes the old one's place only when it can be painted at once.
async function show(holder, figure, sheet) {
  const about = figure.sheets[sheet];
  if (!about) return;
  const address = `/figures/${figure.name}/${sheet}.svg?${about.version}`;
  if (holder.dataset.wanted === address) return;
  holder.dataset.wanted = address;
  const picture = new Image(Math.round(about.width), Math.round(about.height));
  picture.src = address;
  picture.alt = figure.alt;
  try { await picture.decode(); } catch { if (holder.dataset.wanted === address) delete holder.dataset.wanted; return; }
  if (holder.dataset.wanted !== address) return;
  keepingPlace(() => {
    holder.querySelector("img")?.remove();
    holder.prepend(picture);
  });
}

function unmark() { for (const mark of document.querySelectorAll(".mark")) mark.remove(); }

function mark(section, finding, bring) {
  unmark();
  for (const [part, sheets] of [["article", ["light", "dark"]], ["phone", ["phone"]]]) {
    const sheet = sheets.find(name => finding.places[name]);
    const holder = section.querySelector(`.${part} .sheet`);
    for (const [left, top, width, height] of finding.places[sheet] ?? []) {
      const box = document.createElement("div");
      box.className = `mark ${finding.severity}`;
      Object.assign(box.style, { left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` });
      holder.append(box);
    }
  }
  if (bring) section.querySelector(".mark")?.scrollIntoView({ block: "nearest" });
}

function findingNode(section, finding) {
  const item = copyOf("finding");
  const button = item.querySelector("button");
  button.classList.add(finding.severity);
  say(item.querySelector(".kind"), finding.kind);
  say(item.querySelector(".rule"), finding.title);
  say(item.querySelector(".where"), finding.where);
  say(item.querySelector(".what"), joined(finding.what));
  say(item.querySelector(".advice"), finding.advice);
  for (const event of ["mouseenter", "focus"]) button.addEventListener(event, () => mark(section, finding));
  for (const event of ["mouseleave", "blur"]) button.addEventListener(event, unmark);
  button.addEventListener("click", () => mark(section, finding, true));
  return item;
}

function showFindings(section, figure) {
  const list = section.querySelector(".findings");
  const shown = JSON.stringify(figure.findings);
  if (list.dataset.shown === shown) return;
  list.dataset.shown = shown;
  unmark();
  list.replaceChildren(...(figure.findings ?? []).map(finding => findingNode(section, finding)));
  if (figure.findings?.length === 0) list.append(copyOf("sound"));
  if (figure.findings) say(section.querySelector(".measures"), joined(figure.measures));
}

function showFigure(section, figure) {
  say(section.querySelector(".number"), String(figure.number).padStart(2, "0"));
  for (const [part, words] of [["title", figure.title], ["alt", figure.alt], ["caption", figure.caption], ["legend", figure.caption]])
    say(section.querySelector(`.${part}`), words);
  say(section.querySelector(".name"), [figure.name, figure.section].filter(Boolean).join(" · "));
  say(section.querySelector(".article .pane"), document.querySelector("[name=view]:checked").dataset.column);
  const undrawn = section.querySelector(".undrawn");
  undrawn.hidden = !figure.failure;
  say(undrawn, figure.failure);
  showFindings(section, figure);
  const sheets = sheetsOf();
  for (const part in sheets) show(section.querySelector(`.${part} .sheet`), figure, sheets[part]);
}

function worst(figure) {
  if (figure.failure || figure.findings?.some(finding => finding.severity === "error")) return "error";
  return figure.findings?.length ? "warning" : "";
}

function showFigures() {
  const before = new Map([...main.children].map(section => [section.id, section]));
  const sections = state.figures.map(figure => before.get(figure.name) ?? Object.assign(copyOf("figure"), { id: figure.name }));
  if (sections.some((section, place) => main.children[place] !== section) || sections.length !== main.children.length)
    main.replaceChildren(...sections);
  state.figures.forEach((figure, place) => showFigure(sections[place], figure));
  const links = state.figures.map(figure => {
    const link = document.createElement("a");
    Object.assign(link, { href: `#${figure.name}`, title: figure.title, className: worst(figure) });
    say(link, String(figure.number).padStart(2, "0"));
    return link;
  });
  const nav = document.querySelector("nav");
  if (nav.innerHTML !== links.map(link => link.outerHTML).join("")) nav.replaceChildren(...links);
}

function showStatus() {
  const title = state.chapter || document.body.dataset.title;
  status.dataset.status = state.status;
  say(status, state.said);
  say(document.querySelector("h1"), title);
  say(failure.querySelector(".message"), state.error);
  failure.querySelector(".hint").hidden = state.figures.length === 0;
  failure.hidden = !state.error;
  document.title = `${state.error ? "⚠ " : ""}${title}`;
}

// A reload by hand, or one for a new version of this page, finds the same place again.
function remember() { sessionStorage.setItem("place", String(scrollY)); }
function recall() {
  const place = Number(sessionStorage.getItem("place"));
  sessionStorage.removeItem("place");
  if (place) requestAnimationFrame(() => scrollTo({ top: place, behavior: "instant" }));
}

let pages = 0;
const news = new EventSource("/events");
news.onmessage = event => {
  const told = JSON.parse(event.data);
  if (told.page !== document.body.dataset.page) { remember(); location.reload(); return; }
  state = told.state;
  keepingPlace(() => { showFigures(); showStatus(); });
  if (state.figures.length && pages++ === 0) recall();
};
news.onerror = () => {
  status.dataset.status = "gone";
  say(status, status.dataset.gone);
};
addEventListener("pagehide", remember);

function view(name) {
  document.body.dataset.view = name;
  localStorage.setItem("view", name);
  keepingPlace(showFigures);
}
for (const choice of document.querySelectorAll("[name=view]")) {
  choice.addEventListener("change", () => view(choice.value));
  if (choice.value === localStorage.getItem("view")) { choice.checked = true; view(choice.value); }
}

document.addEventListener("click", async event => {
  const button = event.target.closest(".copy");
  if (!button) return;
  await navigator.clipboard.writeText(button.parentNode.querySelector(`.${button.dataset.of}`).textContent);
  const { textContent: before, dataset: { done } } = button;
  if (before === done) return;
  say(button, done);
  setTimeout(() => say(button, before), 1500);
});
