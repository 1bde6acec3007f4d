namespace KnowledgeSite.Content.Forms;

/// <summary>
/// What a map of YAML may say: a file such as <c>site.yaml</c>, the front matter of a kind of page, or an entry of a
/// list.
/// </summary>
/// <param name="Title">What it is, for people: "A level of a ladder".</param>
/// <param name="Keys">In the order that authors like to write them in.</param>
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
