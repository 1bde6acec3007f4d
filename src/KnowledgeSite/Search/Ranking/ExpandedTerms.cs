namespace KnowledgeSite.Search.Ranking;

/// <summary>
/// The places of words that a word stands for, each once with how surely it does, in the order in which they were first
/// added.
/// </summary>
internal sealed class ExpandedTerms
{
    private readonly Dictionary<int, double> _sureness = [];
    private readonly List<int> _places = [];

    public IEnumerable<(int Place, double Sureness)> All => _places.Select(p => (p, _sureness[p]));

    /// <summary>Of several ways to the same word the surest counts.</summary>
    public void Add(int place, double sureness)
    {
        if (_sureness.TryGetValue(place, out var known))
        {
            _sureness[place] = Math.Max(known, sureness);
            return;
        }

        _sureness.Add(place, sureness);
        _places.Add(place);
    }
}
