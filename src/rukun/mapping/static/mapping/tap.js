// A tap on the map fills in the coordinates, which the form also takes without a script.

const figure = document.querySelector(".tap");
const svg = figure.querySelector("svg");
const words = figure.querySelector("[data-tap]");
const field = (name) => document.querySelector(`[name="${name}"]`);
const number = (name) => Number(figure.dataset[name]);
words.hidden = false;

const mark = document.createElementNS(svg.namespaceURI, "circle");
mark.setAttribute("r", 34);
mark.setAttribute("class", "tapped");

const show = (x, y) => {
  mark.setAttribute("cx", x);
  mark.setAttribute("cy", y);
  svg.append(mark);
};

svg.addEventListener("click", (event) => {
  const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  show(at.x, at.y);
  field("longitude").value = (number("west") + (at.x - number("margin")) / number("across")).toFixed(6);
  field("latitude").value = (number("north") - (at.y - number("margin")) / number("down")).toFixed(6);
  field("near").value = field("corner").value = "";
  words.textContent = figure.dataset.said;
  field("longitude").dispatchEvent(new Event("input", { bubbles: true }));
});

const [x, y] = ["longitude", "latitude"].map((name) => field(name).value);
if (x && y) show((x - number("west")) * number("across") + number("margin"), (number("north") - y) * number("down") + number("margin"));
