#!/usr/bin/env python3
"""Measures how soon an edit is in the browser: starts `knowledgesite preview` on copies of folders, edits files, and listens to the event stream as a page does.

    eng/preview-latency.py TOOL FOLDER...      TOOL as eng/publish.sh makes it (DIR/knowledgesite), or a .dll for dotnet
                                               EDITS edits of each kind (default: 40), SEED for the pauses between them

Each copy gets a small ladder, and the theme's styles and scripts. From the moment before a file is written, the time until the event comes, and until the
page (of a style: the style sheet) that holds the new text has been fetched. The last column is what the preview computed for each edit, the search included.
"""
import http.client, os, random, shutil, socket, statistics, subprocess, sys, tempfile, threading, time, queue, re

tool, folders = sys.argv[1], sys.argv[2:]
edits, chance = int(os.environ.get("EDITS", "40")), random.Random(int(os.environ.get("SEED", "1")))
theme = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "theme")
LADDER = "title: Trial\ndimensions: [depth]\nlevels:\n  - id: one\n    title: One\n    next: two\n  - id: two\n    title: Two\n"
DEPTH = "---\nkind: dimension\ntitle: Depth\n---\n\n## One {#depth.one}\n\nDoes one thing. %s\n\n## Two {#depth.two}\n\nDoes two things.\n"


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file: file.write(text)


def prepare(folder, scratch):
    pages = shutil.copytree(folder, os.path.join(scratch, "input"))
    write(os.path.join(pages, "trial", "ladder.yaml"), LADDER)
    write(os.path.join(pages, "trial", "dimensions", "depth.md"), DEPTH % "")
    for name in ("styles", "scripts"): shutil.copytree(os.path.join(theme, name), os.path.join(scratch, "theme", name))
    return pages


def get(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path)
    body = connection.getresponse().read()
    connection.close()
    return body.decode("utf-8")


def until_first_page(port):
    while True:
        try: return get(port, "/")
        except ConnectionError: time.sleep(0.005)


class Events:
    """The events that one page receives, each with its time of arrival."""
    def __init__(self, port, page):
        seen = re.search(r'data-seen="(\w+)"', get(port, page)).group(1)
        self.connection = http.client.HTTPConnection("127.0.0.1", port)
        self.connection.request("GET", f"/_preview/events?page={page}&seen={seen}")
        self.response, self.queue = self.connection.getresponse(), queue.Queue()
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        try:
            for line in self.response:
                if line.startswith(b"event: "): self.queue.put((line[7:].strip().decode(), time.perf_counter()))
        except (ValueError, OSError, AttributeError): pass

    def close(self): self.connection.sock.shutdown(socket.SHUT_RDWR)


def measure(process, port, page, path, edit, shows, where=lambda html: None):
    events, results = Events(port, page), []
    time.sleep(1)
    before = processor_time(process)
    for i in range(edits):
        time.sleep(chance.uniform(0.3, 1.3))
        while not events.queue.empty(): events.queue.get()
        text, mark = edit(i)
        start = time.perf_counter()
        with open(path, "w", encoding="utf-8") as file: file.write(text)
        while True:
            _, notified = events.queue.get(timeout=30)
            html = get(port, page)
            if (other := where(html)) is not None: html = get(port, other)
            if mark in html: break
        results.append(((notified - start) * 1000, (time.perf_counter() - start) * 1000))
    events.close()
    show(shows, results, (processor_time(process) - before) * 1000 / edits)


def processor_time(process):
    """The CPU seconds of all threads; zero if the system does not report them."""
    try: fields = open(f"/proc/{process.pid}/stat").read().rsplit(")", 1)[1].split()
    except FileNotFoundError: return 0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def show(name, results, processor):
    notified, fetched = [sorted(column) for column in zip(*results)]
    at = lambda column, share: column[min(len(column) - 1, int(len(column) * share))]
    print(f"  {name:8} {statistics.median(notified):8.0f} {at(notified, .95):8.0f} {notified[-1]:8.0f}   {statistics.median(fetched):8.0f} {at(fetched, .95):8.0f} {fetched[-1]:8.0f}   {processor:8.0f}", flush=True)


def address(pages, path):
    return "/" + os.path.splitext(os.path.relpath(path, pages))[0].replace(os.sep, "/").lower() + "/"


def trial(folder):
    with tempfile.TemporaryDirectory(prefix="preview-latency-") as scratch:
        pages, port = prepare(folder, scratch), free_port()
        command = ([tool] if not tool.endswith(".dll") else ["dotnet", tool]) + ["preview", "--input", pages, "--theme", os.path.join(scratch, "theme"), "--port", str(port)]
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        try:
            until_first_page(port)
            first = time.perf_counter() - start
            files = sorted(os.path.join(d, f) for d, _, names in os.walk(pages) for f in names if f.endswith(".md"))
            print(f"{len(files):,} pages: {first:.2f} s from start to first page; load {os.getloadavg()[0]:.1f}, {os.cpu_count()} processors")
            print(f"  {edits} edits of   event: median   95 %  largest   fetched: median   95 %  largest   processor (ms)")
            page = next(f for f in files[len(files) // 2:] if os.path.basename(f).lower() not in ("index.md", "readme.md"))
            text, css, js = open(page, encoding="utf-8").read(), os.path.join(scratch, "theme", "styles", "utilities.css"), os.path.join(scratch, "theme", "scripts", "site-search.js")
            style, script, here = open(css).read(), open(js).read(), address(pages, page)
            measure(process, port, here, page, lambda i: (f"{text}\n\nEdit number{i}.\n", f"Edit number{i}."), "page")
            measure(process, port, "/trial/matrix/", os.path.join(pages, "trial", "dimensions", "depth.md"), lambda i: (DEPTH % f"Edit number{i}.", f"Edit number{i}."), "ladder")
            measure(process, port, here, css, lambda i: (f"{style}\n.edit-{i} {{ color: red }}\n", f".edit-{i} "), "style", lambda html: "/assets/" + re.search(r"site\.\w+\.css", html).group())
            measure(process, port, here, js, lambda i: (f"{script}\n// edit-{i}.\n", f"// edit-{i}."), "script", lambda html: "/assets/" + re.search(r"site-search\.\w+\.js", html).group())
        finally:
            process.terminate()
            process.wait()


for folder in folders: trial(folder)
