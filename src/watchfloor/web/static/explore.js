// Sliders to results: holds what is ticked, asks this server again, draws what it answers. Nothing is computed here.
"use strict";

const form = document.getElementById("assumptions");
const results = document.getElementById("results");
let asked = 0;
let waiting = null;

function held() {
  const query = new URLSearchParams();
  for (const slider of form.querySelectorAll("input[type=range]:enabled")) query.set(slider.name, slider.value);
  return query;
}

function draw() {
  if (!window.vegaEmbed) return;
  for (const figure of results.querySelectorAll("figure[data-spec]")) {
    window.vegaEmbed(figure, JSON.parse(figure.dataset.spec), { renderer: "svg", actions: false, config: { background: null } });
  }
}

async function ask() {
  const mine = ++asked;
  const query = held();
  results.setAttribute("aria-busy", "true");
  const answer = await fetch("/results?" + query);
  const text = await answer.text();
  if (mine !== asked) return; // a newer question is under way
  if (answer.ok) {
    results.innerHTML = text;
    for (const item of results.querySelectorAll(".values [data-number]")) {
      document.getElementById("v" + item.dataset.number).textContent = item.querySelector("b").textContent;
    }
    draw();
  } else {
    results.textContent = text;
  }
  results.setAttribute("aria-busy", "false");
  results.dataset.run = String(mine);
  history.replaceState(null, "", query.size ? "?" + query : location.pathname);
}

form.addEventListener("input", (event) => {
  const ticked = event.target;
  if (ticked.classList.contains("hold")) {
    const slider = document.getElementById("p" + ticked.id.slice(1));
    slider.disabled = !ticked.checked;
    const said = document.getElementById("v" + ticked.id.slice(1));
    if (!ticked.checked) said.textContent = said.dataset.range;
  }
  clearTimeout(waiting);
  waiting = setTimeout(ask, 80); // while an arrow key is kept down, only the last position is asked
});
form.addEventListener("submit", (event) => event.preventDefault());
window.addEventListener("load", () => { draw(); results.dataset.ready = "true"; });
