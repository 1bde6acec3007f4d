using KnowledgeSite.Sources;

namespace KnowledgeSite.BrowserTests.Ladders;

/// <summary>Two ladders, the first with a version, and a document for each of their levels.</summary>
public sealed class TwoLadders : ServedSite
{
    private protected override ISourceTree Input { get; } =
        MemoryTree.OfText(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["site.yaml"] = "title: Two",
                ["index.md"] = "# Two",
                ["ladders/data/ladder.yaml"] =
                    "title: Data\ndimensions: [scope]\nlevels:\n  - {id: junior, title: Junior, next: senior}\n"
                    + "  - {id: senior, title: Senior}\n",
                ["ladders/data/dimensions/scope.md"] =
                    "---\ntitle: Scope\nkind: dimension\n---\n## Junior {#scope.junior}\n\nDoes a task.\n\n"
                    + "- Closes a task. {#scope.junior.task}\n\n## Senior {#scope.senior}\n\nDoes a product.\n\n"
                    + "- Ships a product. {#scope.senior.product}\n",
                ["ladders/data/versions.yaml"] = "versions:\n  - version: \"1.0\"\n    date: 2026-01-15\n",
                ["ladders/data/versions/1.0.json"] = """
                {"schema": "knowledgesite.ladder/1", "ladder": "data", "title": "Data",
                 "levels": [{"id": "junior", "title": "Junior", "next": ["senior"]},
                  {"id": "senior", "title": "Senior"}],
                 "dimensions": [{"id": "scope", "title": "Scope"}],
                 "cells": [{"id": "scope.junior", "level": "junior", "dimension": "scope",
                  "summary": "Does a task.", "signals": [{"id": "scope.junior.task", "text": "Closes a task."}]},
                  {"id": "scope.senior", "level": "senior", "dimension": "scope", "summary": "Does a product.",
                  "signals": []}]}
                """,
                ["ladders/design/ladder.yaml"] =
                    "title: Design\ndimensions: [scope]\nlevels:\n  - {id: lead, title: Lead}\n",
                ["ladders/design/dimensions/scope.md"] =
                    "---\ntitle: Scope\nkind: dimension\n---\n## Lead {#scope.lead}\n\nDraws a product.\n\n"
                    + "- Draws it with users. {#scope.lead.draw}\n",
                ["documents/plan.md"] =
                    "---\ntitle: Plan\nkind: document\nfor: levels\nladders: [data, design]\n---\n"
                    + "{% for dimension in dimensions %}\n## {{ dimension.title }}\n\n"
                    + "| Expected | Evidence |\n|---|---|\n"
                    + "{% for signal in dimension.expected %}\n| **New.** {{ signal.text }} | |\n{% endfor %}\n\n"
                    + "{% endfor %}\n\nMy aim:\n\n::: lines 3\n",
            }
        );
}
