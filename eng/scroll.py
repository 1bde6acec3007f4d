#!/usr/bin/env python3
"""Builds a ladder of 40 levels and 30 dimensions, opens its matrix in Chromium, scrolls it, and prints how long the frames took.

    eng/scroll.py [LEVELS DIMENSIONS]

This is a measurement and not a test, because the result depends on the machine. Needs a Release build of the command-line tool.
Each way of scrolling is run for 240 frames. A frame is late where it took more than one and a half of the display's own; the script
of the page only sets the place to scroll to, so a late frame is one that style, layout, painting or the page's own scripts held up.
"""
import functools, http.server, json, os, pathlib, queue, random, shutil, subprocess, sys, tempfile, threading

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORDS = """answer area budget case claim cost course customer decision design domain effect error figure forecast goal group handover
habit insight interval judgement lesson limit market measure meeting method metric model need note outcome owner pattern plan price
problem product proof quarter question reason record release report result review risk rule sample scale season signal source stage
standard step story system target task team test threshold tool trade trial trust unit value view week work year""".split()

PROBE = """<!doctype html><title>scroll</title><body style="margin:0"><iframe src="matrix/" style="width:1280px;height:800px;border:0"></iframe><script>
const frame = document.querySelector('iframe');
const next = () => new Promise(done => frame.contentWindow.requestAnimationFrame(done));
async function over(steps, place) {
  const times = [];
  let before = await next();
  for (let i = 1; i <= steps; i++) { place(i / steps); const now = await next(); times.push(now - before); before = now; }
  return times;
}
frame.onload = async () => {
  const region = frame.contentDocument.querySelector('.matrix-region');
  const [wide, high] = [region.scrollWidth - region.clientWidth, region.scrollHeight - region.clientHeight];
  for (let i = 0; i < 30; i++) await next();
  const found = { cells: frame.contentDocument.querySelectorAll('.matrix td').length, elements: frame.contentDocument.querySelectorAll('*').length, wide, high };
  found.idle = await over(240, () => {});
  found.across = await over(240, t => { region.scrollLeft = wide * t; });
  found.down = await over(240, t => { region.scrollTop = high * t; });
  found.back = await over(240, t => { region.scrollTo(wide * (1 - t), high * (1 - t)); });
  fetch('/found', { method: 'POST', body: JSON.stringify(found) });
};
</script>"""


def sentence(chance, words):
    """A sentence of random words: 3,600 signals that are alike would be reported as duplicates."""
    return "Shows " + " ".join(chance.choices(WORDS, k=words)) + "."


def write_ladder(folder, levels, dimensions):
    ladder, chance = folder / "ladders" / "wide", random.Random(1)
    (ladder / "dimensions").mkdir(parents=True)
    (folder / "site.yaml").write_text("title: Wide\n")
    (folder / "index.md").write_text("# Wide\n")
    listed = "".join(f"  - {{id: l{i}, code: L{i}, title: Level {i}{f', next: l{i + 1}' if i < levels else ''}}}\n" for i in range(1, levels + 1))
    (ladder / "ladder.yaml").write_text(f"title: Wide\ndimensions: [{', '.join(f'd{d}' for d in range(1, dimensions + 1))}]\nlevels:\n{listed}")
    for d in range(1, dimensions + 1):
        cells = []
        for i in range(1, levels + 1):
            signals = "".join(f"- {sentence(chance, 12)} {{#d{d}.l{i}.s{n}}}\n" for n in range(1, 4))
            cells.append(f"## Level {i} {{#d{d}.l{i}}}\n\n{sentence(chance, 16)}\n\n{signals}\n")
        (ladder / "dimensions" / f"d{d}.md").write_text(f"---\ntitle: Dimension {d}\nkind: dimension\n---\n" + "\n".join(cells))


class Listener(http.server.SimpleHTTPRequestHandler):
    """Serves the site and receives the result of the page."""

    found = queue.Queue()

    def do_POST(self):
        self.found.put(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


def describe(name, times, beat):
    times = sorted(times)
    late = sum(t > 1.5 * beat for t in times)
    return f"{name:>7}: median {times[len(times) // 2]:.1f} ms, 95 % within {times[int(len(times) * 0.95)]:.1f} ms, longest {times[-1]:.1f} ms, {late} of {len(times)} late"


def main():
    levels, dimensions = (int(a) for a in sys.argv[1:3]) if len(sys.argv) > 2 else (40, 30)
    browser = os.environ.get("KNOWLEDGESITE_BROWSER") or next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome", "microsoft-edge"])))
    with tempfile.TemporaryDirectory() as scratch:
        folder, output = pathlib.Path(scratch) / "input", pathlib.Path(scratch) / "output"
        write_ladder(folder, levels, dimensions)
        tool = ["dotnet", "run", "--project", str(ROOT / "src/KnowledgeSite.Cli"), "--configuration", "Release", "--no-build", "--"]
        built = subprocess.run([*tool, "build", "--input", str(folder), "--output", str(output)], cwd=scratch, capture_output=True, text=True)
        print((built.stdout + built.stderr).strip().splitlines()[-1].replace(scratch, "…"))
        (output / "ladders/wide/probe.html").write_text(PROBE)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Listener, directory=str(output)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = f"http://127.0.0.1:{server.server_port}/ladders/wide/probe.html"
        opened = subprocess.Popen([browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--window-size=1280,900", f"--user-data-dir={scratch}/profile", page], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            found = Listener.found.get(timeout=120)
        finally:
            opened.terminate()
            opened.wait()
        beat = sorted(found["idle"])[len(found["idle"]) // 2]
        print(f"{found['cells']} cells, {found['elements']} elements, {found['wide']} × {found['high']} px to scroll")
        for way in ("idle", "across", "down", "back"): print(describe(way, found[way], beat))


main()
