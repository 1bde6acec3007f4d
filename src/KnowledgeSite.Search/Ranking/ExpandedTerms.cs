namespace KnowledgeSite.Search.Ranking;

/// <summary>
/// The dictionary indexes that a query word expands to, each once with its highest confidence, in order of first
/// insertion.
/// </summary>
internal sealed class ExpandedTerms
{
    private readonly Dictionary<int, double> _sureness = [];
    private readonly List<int> _places = [];

    public IEnumerable<(int Place, double Sureness)> All => _places.Select(p => (p, _sureness[p]));

    /// <summary>If a word is reached in several ways, the highest confidence counts.</summary>
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
