"""Writes a folder of Markdown to measure builds with: nonsense that has the structure and the word statistics of a knowledge base.

    python3 eng/corpus.py PAGES FOLDER

The same number of pages gives the same files on every machine. Each page has front matter, sections of prose, links to pages and
headings, and one each of a list, a table, a code block, a note and a footnote. Needs nothing but Python.
"""
import itertools, os, random, sys

WORDS = """the of and to in is for that it with as on be are by this not or from an at which when can has will if all one more we
they their other about than into its only some use time may should work make new team people after before where each how so most
then them first two who any these such through between must same number page change system process plan review result question
decision example report meeting order service project step problem reason cost risk owner level answer source reader customer
name list table version test release data design support request message account policy training workshop goal""".split()
SYLLABLES = "ba de fo gi lu ma ne po ri su ta ve wo xi ya zo bran cler dist fron gral hold kest lorn mund perk quil rast stem trov".split()
PAGES_PER_FOLDER, FOLDERS_PER_AREA, LINKS_PER_PAGE, TAGS = 24, 8, 6, 40


def invented(rng):
    """Words that occur rarely, such as names of products and people: a search index grows by them."""
    while True:
        yield "".join(rng.choices(SYLLABLES, k=rng.randint(2, 4)))


class Prose:
    """Draws words by Zipf's law: the word of rank r has a weight of 1 / (r + 2)."""

    def __init__(self, rng):
        self.rng = rng
        self.words = list(dict.fromkeys(WORDS + list(itertools.islice(invented(rng), 6000))))
        self.weights = list(itertools.accumulate(1 / (rank + 2) for rank in range(len(self.words))))

    def draw(self, least, most):
        return self.rng.choices(self.words, cum_weights=self.weights, k=self.rng.randint(least, most))

    def title(self):
        rare = self.words[len(WORDS) + int(self.rng.random() ** 2 * (len(self.words) - len(WORDS)))]
        return " ".join([rare, *self.draw(1, 4)]).capitalize()

    def sentence(self):
        words = self.draw(6, 22)
        if len(words) > 12: words[len(words) // 2] += ","
        if self.rng.random() < 0.1: words[1] = f"**{words[1]}**"
        if self.rng.random() < 0.1: words[-1] = f"`{words[-1]}`"
        return " ".join(words)[:1].upper() + " ".join(words)[1:] + "."

    def paragraph(self):
        return " ".join(self.sentence() for _ in range(self.rng.randint(3, 6)))


class Page:
    def __init__(self, path, prose):
        self.path, self.title = path, prose.title()
        # Headings have explicit ids, so that links to them do not depend on their text.
        self.sections = [(f"part-{n}", prose.title()) for n in range(1, prose.rng.randint(4, 7))]


def outline(count, prose):
    pages = [Page("index.md", prose)]
    for folder in itertools.count():
        area, name = f"area-{folder // FOLDERS_PER_AREA + 1}", f"topic-{folder % FOLDERS_PER_AREA + 1}"
        if folder % FOLDERS_PER_AREA == 0: pages.append(Page(f"{area}/index.md", prose))
        pages += [Page(f"{area}/{name}/{file}.md", prose) for file in ["index", *(f"page-{n}" for n in range(1, PAGES_PER_FOLDER))]]
        if len(pages) >= count: break
    for number, page in enumerate(pages[:count]): page.number = number
    return pages[:count]


def link(rng, page, pages):
    """A link to a page of the same folder in three of four cases, to a section in one of three."""
    at = page.number if rng.random() < 0.75 else rng.randrange(len(pages))
    target = pages[min(len(pages) - 1, max(0, at + rng.randint(-10, 10)))]
    path = os.path.relpath(target.path, os.path.dirname(page.path) or ".").replace(os.sep, "/")
    anchor = "#" + rng.choice(target.sections)[0] if rng.random() < 0.33 else ""
    return f"[{target.title}]({path}{anchor})"


def blocks(prose):
    """One block of each kind; they are spread over the sections of a page."""
    yield "\n".join(f"- {prose.sentence()}" for _ in range(5))
    rows = [" | ".join(prose.draw(3, 3)) for _ in range(5)]
    yield "\n".join(f"| {row} |" for row in [rows[0], "--- | --- | ---", *rows[1:]])
    yield "```sh\n" + "\n".join(" ".join(prose.draw(2, 6)) for _ in range(4)) + "\n```"
    yield f"> [!NOTE]\n> {prose.sentence()}"
    yield f"{prose.sentence()}[^1]\n\n[^1]: {prose.sentence()}"


def text(page, pages, prose):
    rng = prose.rng
    tags = ", ".join(sorted({f"tag-{min(TAGS, int(rng.paretovariate(1)))}" for _ in range(3)}))
    parts = [f"---\ntitle: {page.title}\ndescription: {prose.sentence().replace('`', '').replace('*', '')}\ntags: [{tags}]\n---", prose.paragraph()]
    links, extra = [link(rng, page, pages) for _ in range(LINKS_PER_PAGE)], list(blocks(prose))
    rng.shuffle(extra)
    for number, (anchor, heading) in enumerate(page.sections):
        parts.append(f"## {heading} {{#{anchor}}}")
        parts += [prose.paragraph() for _ in range(rng.randint(1, 3))]
        share = len(page.sections)
        parts += extra[number::share] + [f"{prose.sentence()} See {one}." for one in links[number::share]]
    return "\n\n".join(parts) + "\n"


def main(count, folder):
    prose = Prose(random.Random(7))
    pages = outline(count, prose)
    for page in pages:
        file = os.path.join(folder, page.path)
        os.makedirs(os.path.dirname(file), exist_ok=True)
        with open(file, "w", encoding="utf-8", newline="\n") as output: output.write(text(page, pages, prose))


if len(sys.argv) != 3 or not sys.argv[1].isdigit(): sys.exit(__doc__)
main(int(sys.argv[1]), sys.argv[2])
