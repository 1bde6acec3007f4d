namespace KnowledgeSite.Content.Forms;

/// <summary>
/// The keys that a YAML map can have. The map is a file such as <c>site.yaml</c>, the front matter of a kind of
/// page, or an entry of a list.
/// </summary>
/// <param name="Title">A description for authors, such as "A level of a ladder".</param>
/// <param name="Keys">The keys, in the order in which authors usually write them.</param>
internal sealed record YamlForm(string Title, params IReadOnlyList<Key> Keys)
{
    public bool Has(Key key)
    {
        for (var i = 0; i < Keys.Count; i++)
            if (ReferenceEquals(Keys[i], key))
                return true;
        return false;
    }
}
