// Says that a press is on its way, and lets nobody press twice meanwhile. What comes twice all the same is recorded once.
const buttons = () => document.querySelectorAll("[data-press] button");

addEventListener("submit", (event) => {
  if (!event.target.matches("[data-press]")) {
    return;
  }
  event.target.querySelector("button").setAttribute("aria-busy", "true");
  // Later: the browser sends the form first.
  setTimeout(() => buttons().forEach((button) => { button.disabled = true; }));
});

// Whoever comes back to the page finds it as it was.
addEventListener("pageshow", () => buttons().forEach((button) => {
  button.disabled = false;
  button.removeAttribute("aria-busy");
}));
