// Finds ink on foreign ink in the figures of a page, by the browser's own geometry.
// Of each figure: a list of [what, words, x, y, area], one for each two things that meet.
() => {
  const STEP = 0.5;   // between the points that are asked about, in units
  const LEAST = 2;    // points that make an overlap: fewer are rounding
  const boxes = new Map();

  const rect = (x, y, right, bottom) => ({ x, y, right, bottom });
  const overlap = (a, b) =>
    rect(Math.max(a.x, b.x), Math.max(a.y, b.y), Math.min(a.right, b.right), Math.min(a.bottom, b.bottom));
  const meets = (a, b) => a.x < b.right && b.x < a.right && a.y < b.bottom && b.y < a.bottom;
  const join = (a, b) =>
    rect(Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.right, b.right), Math.max(a.bottom, b.bottom));

  function* points(box) {
    for (let y = box.y + STEP / 2; y < box.bottom; y += STEP)
      for (let x = box.x + STEP / 2; x < box.right; x += STEP) yield { x, y };
  }

  function glyph(use, ctm) {
    const path = document.getElementById(use.getAttribute("xlink:href").slice(1));
    const left = +(use.getAttribute("x") || 0), down = +(use.getAttribute("y") || 0);
    if (!boxes.has(path)) boxes.set(path, path.getBBox());
    const box = boxes.get(path), { a, d, e, f } = ctm;
    const xs = [a * (box.x + left) + e, a * (box.x + box.width + left) + e];
    const ys = [d * (box.y + down) + f, d * (box.y + box.height + down) + f];
    return {
      box: rect(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)),
      has: p => path.isPointInFill({ x: (p.x - e) / a - left, y: (p.y - f) / d - down }),
    };
  }

  function linesOf(group, order) {
    const lines = new Map();
    for (const run of group.children) {
      if (run.tagName !== "g") continue;
      const ctm = run.transform.baseVal.consolidate().matrix;
      if (!lines.has(ctm.f)) lines.set(ctm.f, { order, group, glyphs: [], words: "", color: run.getAttribute("fill") });
      for (const use of run.children) lines.get(ctm.f).glyphs.push(glyph(use, ctm));
    }
    const texts = new Map([...group.children].filter(e => e.tagName === "text").map(e => [+e.getAttribute("y"), e]));
    for (const [y, line] of lines) {
      line.words = (texts.get(y) || group).textContent;
      line.box = line.glyphs.map(each => each.box).reduce(join, rect(1e9, 1e9, -1e9, -1e9));
    }
    return [...lines.values()].filter(line => line.glyphs.length);
  }

  function shapeOf(element, order) {
    const box = element.getBBox(), name = element.tagName;
    const stroke = element.getAttribute("stroke"), width = stroke ? +element.getAttribute("stroke-width") || 1 : 0;
    const fill = name === "image" ? "image" : element.getAttribute("fill");
    const half = width / 2, inset = half + (+element.getAttribute("rx") || 0) * 0.3;
    const whole = name === "rect" && fill !== "none"
      ? rect(box.x + inset, box.y + inset, box.x + box.width - inset, box.y + box.height - inset) : null;
    return {
      order, name, whole,
      box: rect(box.x - half, box.y - half, box.x + box.width + half, box.y + box.height + half),
      colorAt: p => {
        if (stroke && element.isPointInStroke(p)) return stroke;
        if (name === "image") return p.x > box.x && p.x < box.x + box.width && p.y > box.y && p.y < box.y + box.height && fill;
        return fill !== "none" && element.isPointInFill(p) && fill;
      },
    };
  }

  function onShapes(line, shapes, found) {
    let near = shapes.filter(shape => meets(shape.box, line.box));
    const after = near.filter(shape => shape.order > line.order);
    near = near.filter(shape => shape.order < line.order);
    const base = near.findLastIndex(({ whole: w }) =>
      w && w.x <= line.box.x && w.y <= line.box.y && w.right >= line.box.right && w.bottom >= line.box.bottom);
    const before = near.slice(Math.max(0, base)).reverse();
    if (before.length < 2 && !after.length) return;
    for (const glyph of line.glyphs) onGrounds(glyph, line, before, after, found);
  }

  // A letter lies on one colour, whatever the letters beside it lie on.
  function onGrounds({ box, has }, line, before, after, found) {
    const grounds = new Map();
    for (const p of points(box)) {
      if (!has(p)) continue;
      const over = after.find(shape => shape.colorAt(p));
      let color = null, shape = over;
      if (over) color = "over";
      else for (shape of before) if ((color = shape.colorAt(p))) break;
      const ground = grounds.get(color) || { count: 0, p, shape };
      ground.count += 1;
      grounds.set(color, ground);
    }
    const [, ...others] = [...grounds].filter(each => each[0] !== "over").sort((a, b) => b[1].count - a[1].count);
    const foreign = grounds.has("over") ? [["over", grounds.get("over")], ...others] : others;
    for (const [color, { count, p, shape }] of foreign) {
      const what = color === "over" ? `sob ${shape.name}` : `sobre ${shape ? shape.name : "nada"} ${color || ""}`;
      if (count >= LEAST) found.push([what.trim(), line.words, p.x, p.y, count * STEP * STEP]);
    }
  }

  function onText(line, other, found) {
    let count = 0, at = null;
    for (const one of line.glyphs) for (const two of other.glyphs) {
      if (!meets(one.box, two.box)) continue;
      for (const p of points(overlap(one.box, two.box))) if (one.has(p) && two.has(p)) { count += 1; at = at || p; }
    }
    if (count >= LEAST) found.push([`texto “${other.words}”`, line.words, at.x, at.y, count * STEP * STEP]);
  }

  return [...document.querySelectorAll("svg")].map(svg => {
    const lines = [], shapes = [], found = [];
    const sheet = rect(0, 0, svg.viewBox.baseVal.width, svg.viewBox.baseVal.height);
    [...svg.children].forEach((element, order) => {
      if (element.tagName === "g") lines.push(...linesOf(element, order));
      else if (["rect", "ellipse", "path", "image"].includes(element.tagName)) shapes.push(shapeOf(element, order));
    });
    lines.forEach((line, index) => {
      const { x, y, right, bottom } = line.box;
      if (x < -0.05 || y < -0.05 || right > sheet.right + 0.05 || bottom > sheet.bottom + 0.05)
        found.push(["folha", line.words, x, y, 0]);
      onShapes(line, shapes, found);
      for (const other of lines.slice(index + 1)) if (meets(line.box, other.box)) onText(line, other, found);
    });
    return found;
  });
}
