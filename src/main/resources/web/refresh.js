// Keeps a part of the page up to date. Waits while the page is hidden, while somebody selects text in it or
// is about to say something, and for good where people asked for less motion: for them the page changes only when they reload it.
const part = document.querySelector("[data-refresh]");
const seconds = Number(part?.dataset.refresh ?? 0);
const still = matchMedia("(prefers-reduced-motion: reduce)");

const typed = () => [...part.querySelectorAll("textarea, input")].some((field) => field.value !== field.defaultValue);
const asking = () => part.querySelector("details[open]") !== null || part.querySelector("[aria-busy]") !== null || typed();

const idle = () =>
  !document.hidden && !still.matches && getSelection().isCollapsed && !part.contains(document.activeElement) && !asking();

async function refresh() {
  if (!idle()) {
    return;
  }
  const answer = await fetch(location.href, { redirect: "error" });
  if (!answer.ok) {
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("[data-refresh]");
  if (fresh && fresh.innerHTML !== part.innerHTML && idle()) {
    part.replaceChildren(...fresh.childNodes);
  }
}

if (seconds > 0) {
  setInterval(() => refresh().catch(() => {}), seconds * 1000);
}
