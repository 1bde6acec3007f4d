"""Compares the words of Word files, as LibreOffice shows them, with those of the pages from which they were made.

Usage: word.py SITE FOLDER all|kinds
"""

import re
import subprocess
import sys
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

# What a Word file leaves out: as in src/KnowledgeSite.Word/PageElements.cs.
SKIPPED_NAMES = set(
    "button datalist dialog iframe image-zoom level-pair matrix-filter nav object offline-copy output page-actions "
    "page-print print-sheet script select style svg template term-notes textarea".split()
)
SKIPPED_CLASSES = set(
    "about-page actions cell-foot connections footnote-back-ref footnote-ref for-narrow handout-foot link-note link-notes "
    "neighbours only-dark qr suggest used-by visually-hidden whole".split()
)
VOID = set("area base br col embed hr img input link meta source track wbr".split())
KINDS = [
    r"/levels/[^/]+$",
    r"/dimensions/[^/]+$",
    r"/compare/[^/]+$",
    r"/roles/[^/]+$",
    r"/participant$",
    r"/facilitator$",
]
PER_KIND = 3


class Words(HTMLParser):
    """The words of the main part of a page."""

    def __init__(self):
        super().__init__()
        self.text = []
        self.stack = []
        self.skipped = 0
        self.is_main = False

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.is_main |= tag == "main"
        if tag in VOID:
            self.text.append(" ")
            return
        classes = set((values.get("class") or "").split())
        skip = tag in SKIPPED_NAMES or classes & SKIPPED_CLASSES or "hidden" in values
        self.stack.append((tag, bool(skip)))
        self.skipped += bool(skip)
        if tag == "math" and not self.skipped:
            self.text.append(values.get("alttext") or "")
        if tag not in ("a", "em", "strong", "b", "i", "code", "sup", "sub", "cite", "span", "abbr", "mark"):
            self.text.append(" ")
        if tag == "span" and classes & {"raises", "origin", "step", "option"}:
            self.text.append(" ")

    def handle_endtag(self, tag):
        while self.stack:
            name, skip = self.stack.pop()
            self.skipped -= skip
            if name == tag:
                break
        self.is_main &= tag != "main"
        if tag not in ("a", "em", "strong", "b", "i", "code", "sup", "sub", "cite", "span", "abbr", "mark"):
            self.text.append(" ")

    def handle_data(self, data):
        if self.is_main and not self.skipped and not any(name == "math" for name, _ in self.stack):
            self.text.append(data)


def words(text):
    # Without digits: in a PDF, the number of a footnote belongs to the word before it. Hyphens are lost at line ends.
    text = re.sub(r"(?<=\w)-\s*(?=\w)", "", text)
    return Counter(re.findall(r"[^\W\d_]+", text))


def words_of_page(path):
    parser = Words()
    parser.feed(path.read_text(encoding="utf-8"))
    return words("".join(parser.text))


def main(site, folder, choice):
    files = sorted(site.rglob("*.docx"))
    if choice != "all":
        found = [[f for f in files if re.search(kind, f"/{f.relative_to(site).with_suffix('')}")] for kind in KINDS]
        found.append([f for f in files if f.relative_to(site).parts[0] == "documents"])
        files = sorted({f for kind in found for f in kind[:: max(1, len(kind) // PER_KIND)]})
    folder.mkdir(parents=True)
    # A name for each file, because all PDFs are in one folder.
    copies = {}
    for number, file in enumerate(files):
        copies[file] = folder / f"{number}.docx"
        copies[file].write_bytes(file.read_bytes())
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf"]
        + ["--outdir", str(folder), *map(str, copies.values())],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    faults = 0
    for file, copy in copies.items():
        pdf = copy.with_suffix(".pdf")
        shown = words(subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True, text=True).stdout)
        page = words_of_page(file.with_suffix("") / "index.html")
        missing = page - shown
        if missing:
            faults += 1
            print(f"{file.relative_to(site)}: {sum(missing.values())} words are missing: {dict(missing)}")
    print(f"{len(files)} Word files opened, {faults} with missing words.")
    return 1 if faults or not files else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]))
