"""Called by bench.sh. Whole-process figures of cold builds: CPU (user + system) and wall seconds, the largest process's memory.

Machines are noisy, so the two tools take turns and the ratio is that of their medians; the last lines show a second build with
nothing changed, and how the cost grows from the smallest to the largest number of pages.
"""
import os, shutil, statistics, subprocess, sys, time

scratch, bench, sizes = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), [int(n) for n in sys.argv[3:]]
runs = int(os.environ.get("RUNS", "3"))
tool = os.path.join(scratch, "tool", "knowledgesite")


def timed(command):
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status: sys.exit(f"{command[0]} ended with status {status}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024


def aside(path):
    """Out of the way. Deleted only after the last run: ext4 is slow to make files for minutes after many were deleted."""
    if os.path.exists(path): os.rename(path, f"{path}.{time.monotonic_ns()}.old")


def clear():
    for name in os.listdir(scratch):
        if name.endswith(".old"): shutil.rmtree(os.path.join(scratch, name))


def corpus(pages):
    folder = os.path.join(scratch, f"plain-{pages}")
    if not os.path.isdir(folder):
        subprocess.run([sys.executable, f"{bench}/make_corpus.py", "--pages", str(pages), "--flavor", "plain", "--out", folder], check=True, stdout=subprocess.DEVNULL)
    return folder


def ours(pages, fresh=True):
    output = os.path.join(scratch, f"site-{pages}")
    if fresh: aside(output)
    return timed([tool, "build", "--input", corpus(pages), "--output", output])


def hugo(pages):
    site = os.path.join(scratch, f"hugo-{pages}")
    if not os.path.isdir(site):
        subprocess.run(["bash", f"{bench}/peers.sh", scratch, "hugo", str(pages), "setup"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.rename(os.path.join(scratch, "hugo"), site)
    aside(os.path.join(site, "public"))
    for name in os.listdir(site):
        if name.endswith(".old"): os.rename(os.path.join(site, name), os.path.join(scratch, f"hugo-{pages}-{name}"))
    return timed(["hugo", "--quiet", "--source", site, "--destination", os.path.join(site, "public")])


def medians(results):
    return [statistics.median(column) for column in zip(*results)]


def show(name, pages, figures):
    print(f"{name:22} {pages:>8,} {figures[0]:9.2f} {figures[1]:9.2f} {figures[2]:9.0f}", flush=True)


print(f"{'':22} {'pages':>8} {'CPU s':>9} {'wall s':>9} {'MiB':>9}    medians of {runs}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
costs = {}
for pages in sizes:
    corpus(pages)
    pairs = []
    for _ in range(runs):
        pairs.append((ours(pages), hugo(pages) if shutil.which("hugo") else None))
    mine = costs[pages] = medians([p[0] for p in pairs])
    show("KnowledgeSite", pages, mine)
    if pairs[0][1]:
        peer = medians([p[1] for p in pairs])
        show("Hugo", pages, peer)
        print(f"{'  ratio':22} {'':8} {mine[0] / peer[0]:9.2f} {mine[1] / peer[1]:9.2f} {mine[2] / peer[2]:9.2f}", flush=True)
    show("  nothing changed", pages, ours(pages, fresh=False))
clear()
if len(sizes) > 1:
    first, last = sizes[0], sizes[-1]
    print(f"{last // first} times the pages take {costs[last][0] / costs[first][0]:.1f} times the CPU")
