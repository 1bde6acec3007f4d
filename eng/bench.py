"""Called by bench.sh. Whole-process figures of cold builds: CPU (user + system) and wall seconds, the largest process's memory.

Machines are noisy, so tools take turns, and a ratio is that of their medians. The last lines show a second build with nothing
changed, and how the cost grows from the smallest to the largest number of pages.
"""
import os, shutil, statistics, subprocess, sys, time

scratch, sizes = os.path.abspath(sys.argv[1]), [int(n) for n in sys.argv[2:]]
runs = int(os.environ.get("RUNS", "3"))
before, peers = os.environ.get("BEFORE"), os.environ.get("PEERS")
tool = os.path.join(scratch, "tool", "knowledgesite")
mebibyte = 1024 * 1024 if sys.platform == "darwin" else 1024  # macOS counts memory in bytes, Linux in kibibytes.


def timed(command):
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status: sys.exit(f"{command[0]} ended with status {status}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / mebibyte


def aside(path):
    """Out of the way. Deleted only after the last run: ext4 is slow to make files for minutes after many were deleted."""
    if os.path.exists(path): os.rename(path, f"{path}.{time.monotonic_ns()}.old")


def clear():
    for name in os.listdir(scratch):
        if name.endswith(".old"): shutil.rmtree(os.path.join(scratch, name))


def corpus(pages):
    folder = os.path.join(scratch, f"{'peers' if peers else 'pages'}-{pages}")
    if not os.path.isdir(folder):
        if peers:
            command = [f"{peers}/make_corpus.py", "--pages", str(pages), "--flavor", "plain", "--out", folder]
        else:
            command = [os.path.join(os.path.dirname(__file__), "corpus.py"), str(pages), folder]
        subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL)
    return folder


def build(program, pages, fresh=True):
    output = os.path.join(scratch, f"site-{pages}")
    if fresh:
        # Also the cache and the spare of the site, or the build would not be cold.
        for name in (f"site-{pages}", f".site-{pages}.cache", f".site-{pages}.next"): aside(os.path.join(scratch, name))
    return timed([program, "build", "--input", corpus(pages), "--output", output])


def hugo(pages):
    site = os.path.join(scratch, f"hugo-{pages}")
    if not os.path.isdir(site):
        command = ["bash", f"{peers}/peers.sh", scratch, "hugo", str(pages), "setup"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.rename(os.path.join(scratch, "hugo"), site)
    aside(os.path.join(site, "public"))
    for name in os.listdir(site):
        if name.endswith(".old"): os.rename(os.path.join(site, name), os.path.join(scratch, f"hugo-{pages}-{name}"))
    return timed(["hugo", "--quiet", "--source", site, "--destination", os.path.join(site, "public")])


def medians(results):
    return [statistics.median(column) for column in zip(*results)]


def show(name, pages, figures):
    print(f"{name:22} {pages:>8,} {figures[0]:9.2f} {figures[1]:9.2f} {figures[2]:9.0f}", flush=True)


print(
    f"{'':22} {'pages':>8} {'CPU s':>9} {'wall s':>9} {'MiB':>9}    "
    f"medians of {runs}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}"
)
tools = {"KnowledgeSite": lambda pages: build(tool, pages)}
if before: tools["before"] = lambda pages: build(before, pages)
if peers and shutil.which("hugo"): tools["Hugo"] = hugo
costs = {}
for pages in sizes:
    corpus(pages)
    results = {name: [] for name in tools}
    for _ in range(runs):
        for name, run in tools.items(): results[name].append(run(pages))
    mine = costs[pages] = medians(results["KnowledgeSite"])
    show("KnowledgeSite", pages, mine)
    for name in list(tools)[1:]:
        other = medians(results[name])
        show(name, pages, other)
        ratios = " ".join(f"{a / b:9.2f}" for a, b in zip(mine, other))
        print(f"{'  ratio':22} {'':8} {ratios}", flush=True)
    show("  nothing changed", pages, build(tool, pages, fresh=False))
clear()
if len(sizes) > 1:
    first, last = min(sizes), max(sizes)
    print(f"{last // first} times the pages take {costs[last][0] / costs[first][0]:.1f} times the CPU")
