"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const data = JSON.parse($("replay-data").textContent);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const make = (tag, parent, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return parent.appendChild(element);
  };

  /* Ends of words or sentences in code points, so that a policy can hold back what is not finished. */
  const ends = (points, pattern) => {
    const found = [];
    for (let i = 1; i <= points.length; i++) {
      if (i === points.length || (pattern.test(points[i - 1]) && /\s/.test(points[i]))) found.push(i);
    }
    return found;
  };
  /* Numbers to the base 32, lowest digit first; all but the last come from the upper half of the letters. */
  const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
  const unpack = (text) => {
    const numbers = [];
    let number = 0, place = 1;
    for (const letter of text) {
      const digit = digits.indexOf(letter);
      number += (digit % 32) * place;
      place *= 32;
      if (digit < 32) { numbers.push(number); number = 0; place = 1; }
    }
    return numbers;
  };
  const answers = new Map();
  const answer = (arm) => {
    const raw = arm[$("which").value] || arm.typical;
    if (!raw) return null;
    if (answers.has(raw)) return answers.get(raw);
    const points = Array.from(data.texts[raw.text]);
    const times = [], counts = [], steps = unpack(raw.steps);
    for (let i = 0, t = 0, c = 0; i < steps.length; i += 2) {
      times.push(t += steps[i]);
      counts.push(c += steps[i + 1]);
    }
    const made = { raw, points, times, counts, word: ends(points, /\S/), sentence: ends(points, /[.!?。！？]/) };
    answers.set(raw, made);
    return made;
  };
  const below = (sorted, value) => {
    let low = 0, high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] <= value) low = middle + 1; else high = middle;
    }
    return low;
  };
  const shown = (a, t) => {
    const i = below(a.times, t);
    const arrived = i ? a.counts[i - 1] : 0;
    const policy = $("policy").value;
    if (arrived >= a.raw.characters || policy === "arrival") return arrived;
    if (policy === "whole") return 0;
    const j = below(a[policy], arrived);
    return j ? a[policy][j - 1] : 0;
  };
  /* The reader goes on at an even pace and waits wherever the text ends. */
  const eye = (a, t) => {
    let at = 0;
    for (let i = 0; i < a.times.length && a.times[i] < t; i++) {
      const until = Math.min(t, i + 1 < a.times.length ? a.times[i + 1] : t);
      at = Math.min(shown(a, a.times[i]), at + (until - a.times[i]) * data.speed / 1000);
    }
    return Math.floor(at);
  };

  const panes = [];
  const scrub = $("scrub");
  let now = 0, playing = false, last = 0;
  const horizon = () => Math.max(data.horizon, ...panes.filter((p) => p.on).map((p) => {
    const a = answer(p.arm);
    return a ? a.raw.end : 0;
  }));
  const paint = () => {
    const said = [];
    for (const pane of panes) {
      pane.box.hidden = !pane.on;
      if (!pane.on) continue;
      const a = answer(pane.arm);
      const count = a ? Math.min(shown(a, now), a.points.length) : 0;
      const read = a && $("eye").checked ? Math.min(eye(a, now), count) : 0;
      const key = count + "/" + read + "/" + $("which").value;
      const all = a ? a.raw.characters : 0;
      const over = a && now >= a.raw.end;
      const state = !a || (over && !all) ? "no text" : count === 0 && !over ? "nothing yet"
        : !over ? Math.round(100 * shown(a, now) / all) + " %" : a.raw.outcome;
      said.push(pane.arm.name + " " + state);
      pane.state.textContent = state;
      pane.box.classList.toggle("waiting", state === "nothing yet");
      if (pane.key === key) continue;
      pane.key = key;
      pane.read.textContent = a ? a.points.slice(0, read).join("") : "";
      pane.mark.textContent = read > 0 && read < count ? a.points[read] : "";
      pane.rest.textContent = a ? a.points.slice(read > 0 && read < count ? read + 1 : read, count).join("") : "";
      const below = pane.mark.offsetTop - pane.text.clientHeight / 2;
      if (playing && $("eye").checked && below > 0) pane.text.scrollTop = below;
    }
    const seconds = (now / 1000).toFixed(1) + " s";
    $("clock").textContent = seconds;
    scrub.value = now;
    scrub.setAttribute("aria-valuetext", seconds + ": " + said.join(", "));
  };
  const seek = (t) => { now = Math.max(0, Math.min(horizon(), t)); paint(); };
  const button = (text, label) => { $("play").textContent = text; $("play").setAttribute("aria-label", label); };
  const pause = () => { playing = false; button("▶ Play", "Play the replay"); };
  const frame = (stamp) => {
    if (!playing) return;
    const step = (stamp - last) * $("speed").value;
    last = stamp;
    seek(now + step);
    if (now >= horizon()) pause(); else requestAnimationFrame(frame);
  };
  const play = () => {
    if (now >= horizon()) now = 0;
    playing = true;
    button("❚❚ Pause", "Pause the replay");
    requestAnimationFrame((stamp) => { last = stamp; frame(stamp); });
  };
  const toggle = () => playing ? pause() : play();
  const again = () => { scrub.max = Math.ceil(horizon() / 10) * 10; for (const p of panes) p.key = ""; seek(now); };

  const startReplay = () => {
    const wanted = new Set();
    for (const kind of ["good", "bad", "warning"]) {
      const index = data.arms.findIndex((arm) => arm.kind === kind);
      if (index >= 0) wanted.add(index);
    }
    for (let i = 0; wanted.size < Math.min(2, data.arms.length); i++) wanted.add(i);
    data.arms.forEach((arm, index) => {
      const label = make("label", $("choose"));
      const box = make("input", label);
      box.type = "checkbox";
      box.checked = wanted.has(index);
      make("bdi", label, "", arm.name);
      const pane = { arm, on: box.checked, key: "" };
      box.addEventListener("change", () => { pane.on = box.checked; again(); });
      pane.box = make("div", $("panes"), "pane " + arm.kind);
      const head = make("p", pane.box, "pane-head");
      make("bdi", head, "arm", arm.name);
      make("span", head, "verdict", arm.verdict);
      pane.state = make("span", head, "state");
      pane.text = make("div", pane.box, "answer");
      pane.text.dir = "auto";
      pane.text.tabIndex = 0;
      pane.text.setAttribute("role", "group");
      pane.text.setAttribute("aria-label", "Answer of " + arm.name);
      pane.read = make("span", pane.text, "read");
      pane.mark = make("mark", pane.text);
      pane.rest = make("span", pane.text);
      panes.push(pane);
    });

    $("play").addEventListener("click", toggle);
    scrub.addEventListener("input", () => { pause(); seek(Number(scrub.value)); });
    for (const id of ["which", "policy", "eye"]) $(id).addEventListener("change", again);
    $("replay").addEventListener("keydown", (event) => {
      const tag = event.target.tagName;
      const plain = tag !== "INPUT" && tag !== "SELECT" && tag !== "BUTTON";
      if ((event.key === " " && plain) || (event.key === "k" && tag !== "SELECT")) toggle();
      else if (event.key === "ArrowRight" && plain) { pause(); seek(now + 100); }
      else if (event.key === "ArrowLeft" && plain) { pause(); seek(now - 100); }
      else return;
      event.preventDefault();
    });
    if (data.arms.length) {
      $("replay").hidden = false;
      again();
      seek(calm ? horizon() : data.horizon / 2);
    }
  };
  if (scrub) startReplay();

  /* A crosshair over the curves. The scales are attributes of the drawing, and the values are read off its own lines. */
  const scale = (text) => {
    const [kind, low, high, from, to] = text.split(" ").map((word, i) => i ? Number(word) : word);
    return (place) => {
      const part = (place - from) / (to - from);
      return kind === "log" ? low * Math.pow(high / low, part) : low + part * (high - low);
    };
  };
  const height = (path, x) => {
    let low = 0, high = path.getTotalLength();
    for (let i = 0; i < 14; i++) {
      const middle = (low + high) / 2;
      if (path.getPointAtLength(middle).x <= x) low = middle; else high = middle;
    }
    return path.getPointAtLength(low).y;
  };
  const time = (ms) => ms < 999.5 ? (ms < 10 ? ms.toFixed(1) : Math.round(ms)) + " ms" : (ms / 1000).toFixed(2) + " s";
  const share = (part) => (100 * part).toFixed(part < 0.1 ? 1 : 0) + " %";
  const tip = make("div", document.body, "tip");
  tip.setAttribute("role", "status");
  tip.hidden = true;
  const crosshair = (svg) => {
    const toTime = scale(svg.dataset.x), toShare = scale(svg.dataset.y);
    const [left, right] = svg.dataset.x.split(" ").slice(3).map(Number);
    const [bottom, top] = svg.dataset.y.split(" ").slice(3).map(Number);
    const line = document.createElementNS(svg.namespaceURI, "path");
    line.setAttribute("class", "cross");
    svg.append(line);
    let at = left;
    const hide = () => { tip.hidden = true; line.removeAttribute("d"); };
    const show = (x, clientX, clientY) => {
      at = Math.max(left, Math.min(right, x));
      line.setAttribute("d", `M${at} ${top}V${bottom}`);
      tip.textContent = "";
      make("strong", tip, "", time(toTime(at)));
      const rows = [...svg.querySelectorAll("[data-s]")].map((path) => [toShare(height(path, at)), path]);
      for (const [value, path] of rows.sort((a, b) => b[0] - a[0])) {
        const row = make("div", tip);
        make("bdi", row, "", data.arms[path.dataset.s].name);
        make("span", row, "", share(Math.max(0, value)));
      }
      tip.hidden = false;
      const box = tip.getBoundingClientRect();
      tip.style.left = Math.max(4, Math.min(innerWidth - box.width - 4, clientX + 14)) + "px";
      tip.style.top = Math.max(4, Math.min(innerHeight - box.height - 4, clientY + 14)) + "px";
    };
    const place = (x) => {
      const box = svg.getBoundingClientRect(), size = box.width / svg.viewBox.baseVal.width;
      show(x, box.left + x * size, box.top + 20);
    };
    svg.addEventListener("pointermove", (event) => {
      const box = svg.getBoundingClientRect();
      const x = (event.clientX - box.left) * svg.viewBox.baseVal.width / box.width;
      if (x < left - 8 || x > right + 8) hide(); else show(x, event.clientX, event.clientY);
    });
    svg.addEventListener("pointerleave", hide);
    const holder = svg.parentElement;
    holder.addEventListener("blur", hide);
    holder.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (event.key === "Escape") hide();
      else if (step && holder.scrollWidth <= holder.clientWidth + 1) {
        place(Math.max(left, Math.min(right, at + step * (right - left) / 100)));
        event.preventDefault();
      }
    });
  };
  for (const svg of document.querySelectorAll("svg[data-x]")) crosshair(svg);

  /* The lines of an arm, each with the fields of the arm and of the metric that are written once on the page. */
  const csv = () => {
    const [head, ...lines] = $("summary-data").textContent.trim().split("\n");
    const arms = [], rows = [];
    let metric = "";
    for (const line of lines) {
      const at = line.indexOf("="), rest = line.slice(at + 1);
      if (line[0] === "#") { metric = line.slice(1); continue; }
      for (const arm of line.slice(0, at).split(" ")) {
        if (metric) rows[arm].push([arms[arm], metric, rest].join(","));
        else { arms[arm] = rest; rows[arm] = []; }
      }
    }
    return [head, ...rows.flat()].join("\n") + "\n";
  };
  const save = $("save");
  if (save) {
    save.hidden = false;
    save.addEventListener("click", () => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([csv()], { type: "text/csv" }));
      link.download = "summary.csv";
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    });
  }
  addEventListener("beforeprint", () => { for (const d of document.querySelectorAll("details")) d.open = true; });
})();
