// What is wrong with the page as it is drawn now: a list of sentences, empty where nothing is.
(scheme) => {
  const faults = [];
  const main = document.querySelector('[data-testid="stMain"]');
  const told = (element) => (element.textContent || element.getAttribute("aria-label") || element.tagName).trim().slice(0, 60);
  const box = (element) => element.getBoundingClientRect();
  const isShown = (element) => box(element).width > 1 && box(element).height > 1 && element.checkVisibility({ visibilityProperty: true });

  if (document.documentElement.scrollWidth > innerWidth) faults.push("the page is wider than the window");
  if (main.scrollWidth > main.clientWidth) faults.push("the page scrolls sideways");

  // The background follows the reader's scheme.
  const [red, green, blue] = getComputedStyle(document.querySelector('[data-testid="stApp"]')).backgroundColor.match(/\d+/g).map(Number);
  if ((red + green + blue < 384) !== (scheme === "dark")) faults.push(`the background is not ${scheme}`);

  // Text that its own box cuts off.
  for (const element of document.querySelectorAll('[data-testid="stMain"] *, [data-testid="stSidebar"] *')) {
    const style = getComputedStyle(element);
    const holdsText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!holdsText || !isShown(element) || style.display === "inline") continue;
    if (["hidden", "clip"].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1) faults.push(`cut: ${told(element)}`);
  }

  // Charts: something is drawn, within the card, and no word runs out of the picture.
  for (const chart of document.querySelectorAll(".stVegaLiteChart")) {
    const name = (chart.getAttribute("aria-label") || "").slice(0, 60);
    const picture = chart.querySelector("svg.marks, canvas.marks");
    if (!picture) { faults.push(`no picture: ${name}`); continue; }
    const frame = box(picture);
    const card = box(chart.closest('[class*="st-key-card-"]') || main);
    if (frame.width < 50 || frame.height < 30) faults.push(`an empty picture: ${name}`);
    if (frame.right > card.right + 1) faults.push(`wider than its card: ${name}`);
    if (picture.tagName === "CANVAS") {
      const { data } = picture.getContext("2d").getImageData(0, 0, picture.width, picture.height);
      const colours = new Set(new Uint32Array(data.buffer));
      if (colours.size < 2) faults.push(`one colour alone: ${name}`);
      continue;
    }
    const marks = [...picture.querySelectorAll(".role-mark path, .role-mark line, .role-mark text")];
    if (!marks.some(isShown)) faults.push(`nothing drawn: ${name}`);
    for (const text of picture.querySelectorAll("text")) {
      const { left, right, width } = box(text);
      if (width > 1 && text.checkVisibility({ opacityProperty: true }) && (left < frame.left - 1 || right > frame.right + 1)) faults.push(`runs out of the picture: ${told(text)} in ${name}`);
    }
  }
  return [...new Set(faults)];
}
