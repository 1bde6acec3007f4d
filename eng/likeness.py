#!/usr/bin/env python3
"""Chooses the limits of near-duplicates (src/KnowledgeSite.Model/Health/DuplicateTexts.cs) on public handbooks, and runs the tool on them.

  eng/likeness.py WORDNET CORPUS … [--tool COMMAND]

WORDNET is the folder of WordNet's data files (data.noun, index.noun, …), each CORPUS a folder of Markdown. Some pages of
each corpus are copied and reworded: a share of the content words is replaced by one of their first synonyms, and some
short words by others. A copy and its original are a pair to be found. Two originals are not, unless they have a run of
15 words in common, which is a copied passage. With --tool, a folder with the copies is checked and the findings counted.

docs/adr/0015-near-duplicates.md has the results and the limits that were chosen.
"""
import argparse, collections, glob, json, os, random, re, subprocess, tempfile

WORD = re.compile(r"[a-z0-9][a-z0-9'’.]*[a-z0-9]|[a-z0-9]")
SHORT = {"each": "every", "every": "each", "which": "that", "but": "however", "also": "too", "about": "concerning", "many": "numerous",
         "because": "since", "however": "but", "more": "extra", "while": "whereas", "so": "thus"}
KEPT = set("a an the and or but if of to in on at by for with from as is are was were be been being it its this that these those we you they he she i our your their "
           "not no do does did has have had will would can could should may might must so than then there here what which who when where how all any each more most "
           "other some such only own same into over under out up down about after before".split())


def synonyms(folder):
    found = collections.defaultdict(list)
    for part in ("adj", "adv", "noun", "verb"):
        sets = {}
        for line in open(f"{folder}/data.{part}", encoding="latin1"):
            fields = line.split()
            if not line.startswith("  "):
                sets[fields[0]] = [w.split("(")[0] for w in fields[4:4 + 2 * int(fields[3], 16):2]]
        for line in open(f"{folder}/index.{part}", encoding="latin1"):
            fields = line.split()
            if line.startswith("  ") or not fields[0].isalpha() or len(fields[0]) < 3:
                continue
            for sense in [f for f in fields if len(f) == 8 and f.isdigit()][:2]:
                found[fields[0]] += [w.replace("_", " ").lower() for w in sets.get(sense, []) if w.lower() != fields[0]]
    return found


def reworded(text, share, known, chance):
    def forms(word):
        yield word, lambda s: s
        for ending, stems in (("ies", ("y",)), ("es", ("",)), ("s", ("",)), ("ing", ("", "e")), ("ed", ("", "e"))):
            if word.endswith(ending):
                for stem in stems:
                    yield word[:-len(ending)] + stem, lambda s, e=ending: (s.rstrip("e") if e in ("ing", "ed") else s) + ("s" if e == "ies" else e)

    def replace(match):
        word = match.group(0)
        if word in SHORT:
            return SHORT[word] if chance.random() < share else word
        if not word[0].islower() or word in KEPT or chance.random() >= share:
            return word
        for base, ended in forms(word):
            if known.get(base):
                return ended(chance.choice(known[base][:4]))
        return word

    return "\n".join(line if line.startswith(("```", "    ", "|", "<", "---")) else re.sub(r"[A-Za-z]+", replace, line) for line in text.split("\n"))


def body(text):
    if text.startswith("---") and text.find("\n---", 3) > 0:
        text = text[text.find("\n---", 3) + 4:]
    text = re.sub(r"```.*?```", "", text, flags=re.S)
    return re.sub(r"<[^>]+>", " ", re.sub(r"\]\([^)]*\)", "]", text))


def words(text):
    return WORD.findall(body(text).lower())


def runs(found, length=3):
    return {tuple(found[i:i + length]) for i in range(len(found) - length + 1)}


def share(a, b):
    return len(a & b) / max(1, min(len(a), len(b)))


def likeness(a, b):
    """The similarity of two pages, each given as its word n-grams and its n-grams of short words."""
    return (share(a[0], b[0]) + share(a[1], b[1])) / 2


def page(text):
    found = words(text)
    return runs(found), runs([w for w in found if w in KEPT], 5)


def paragraphs(text, fewest=25):
    blocks = re.split(r"\n\s*\n|\n(?=\s*[-*+] |\s*\d+[.)] )", body(text))
    return [b for b in blocks if not b.lstrip().startswith(("#", "|", "{", "<", "[")) and len(WORD.findall(b.lower())) >= fewest]


def pages(corpus, most=250, fewest=120):
    files = sorted(glob.glob(corpus + "/**/*.md", recursive=True))
    random.Random(1).shuffle(files)
    return [(f, t) for f, t in ((f, open(f).read()) for f in files) if len(words(t)) >= fewest][:most]


def pairs(texts):
    """The similarity of every two pages with a common n-gram, largest first."""
    holders = collections.defaultdict(list)
    for i, text in enumerate(texts):
        for run in text[0]:
            holders[run].append(i)
    near = {(a, b) for held in holders.values() if len(held) < 20 for i, a in enumerate(held) for b in held[i + 1:]}
    return sorted(((likeness(texts[a], texts[b]), a, b) for a, b in near), reverse=True)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("wordnet")
    arguments.add_argument("corpus", nargs="+")
    arguments.add_argument("--tool", help="such as 'dotnet run --project src/KnowledgeSite.Cli -c Release --no-build --'")
    asked = arguments.parse_args()
    known = synonyms(asked.wordnet)
    for corpus in asked.corpus:
        found = pages(corpus)
        split = [page(t) for _, t in found]
        long = [runs(words(t), 15) for _, t in found]
        apart = [(round(s, 2), os.path.relpath(found[a][0], corpus), os.path.relpath(found[b][0], corpus)) for s, a, b in pairs(split) if min(len(split[a][0]), len(split[b][0])) >= 120 and not long[a] & long[b]]
        print(f"{corpus}: {len(found)} pages; most in common without a copied passage: {apart[:5]}")
        blocks = [b for _, t in found for b in paragraphs(t)]
        for part in (.25, .4, .55, .7):
            chance = random.Random(int(part * 100))
            whole = sorted(likeness(split[i], page(reworded(t, part, known, chance))) for i, (_, t) in enumerate(found[:120]))
            some = [share(runs(WORD.findall(b.lower())), runs(WORD.findall(reworded(b, part, known, chance).lower()))) for b in chance.sample(blocks, min(400, len(blocks)))]
            print(f"  {part:.0%} replaced: pages least {whole[0]:.2f}, twentieth {whole[len(whole) // 20]:.2f}, median {whole[len(whole) // 2]:.2f}; paragraphs at .4: {sum(s >= .4 for s in some) / len(some):.2f}")
        if asked.tool:
            try_tool(asked.tool, found, known)


def try_tool(tool, found, known):
    for part in (.25, .4, .55):
        with tempfile.TemporaryDirectory() as folder:
            chance = random.Random(int(part * 100))
            open(f"{folder}/site.yaml", "w").write("title: Likeness\n")
            for i, (_, text) in enumerate(found):
                open(f"{folder}/a{i}.md", "w").write(text)
                if i < 120:
                    open(f"{folder}/b{i}.md", "w").write(reworded(text, part, known, chance))
            out = subprocess.run([*tool.split(), "check", "--input", folder, "--format", "json"], capture_output=True, text=True).stdout
            said = [(os.path.basename(d["path"])[:-3], re.search(r"'([^']+)\.md'", d["message"]).group(1)) for d in json.loads(out)["diagnostics"] if d["id"] == "KS754"]
            right = [s for s in said if s[0][0] == "b" and s[1] == "a" + s[0][1:]]
            originals = [(int(a[1:]), int(b[1:])) for a, b in said if a[0] == b[0] == "a"]
            apart = [(found[a][0], found[b][0]) for a, b in originals if not runs(words(found[a][1]), 15) & runs(words(found[b][1]), 15)]
            long = sum(len(page(t)[0]) >= 200 for _, t in found[:120])
            print(f"  tool, {part:.0%} replaced: {len(right)} of {min(120, len(found))} copies ({long} of them of 200 words and more) named with their page; {len(originals)} pairs of two originals, without a copied passage {apart}")


if __name__ == "__main__":
    main()
