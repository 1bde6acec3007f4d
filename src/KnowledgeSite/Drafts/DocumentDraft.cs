using KnowledgeSite.Content;

namespace KnowledgeSite.Drafts;

/// <summary>Creates the draft of a template of documents: one table for each dimension of a step.</summary>
internal static class DocumentDraft
{
    public static void Add(FrontMatterWriter head) =>
        head.Line($"{DocumentKeys.For.Name}: steps  # levels, steps or roles: one document for each");

    public static string Text(string? link) =>
        $$$"""
            {{{Prompt.For("who fills in this document, and when.")}}}

            {{{(
                link is null ? "" : link + "\n\n"
            )}}}From [{{ from.title }}]({{ from.url }}) to [{{ to.title }}]({{ to.url }}).

            {% for dimension in dimensions %}
            ## {{ dimension.title }}

            {% if dimension.sentence %}
            {{ dimension.sentence }}

            {% endif %}
            {% if dimension.new or dimension.raised %}
            | Expected from now on | Evidence |
            | --- | --- |
            {% for signal in dimension.new %}
            | {{ signal.text }} | |
            {% endfor %}
            {% for signal in dimension.raised %}
            | {{ signal.later.text }} | |
            {% endfor %}

            {% else %}
            Nothing changes here.

            {% endif %}
            {% endfor %}
            ## Decision

            ::: lines 4
            :::

            """;
}
