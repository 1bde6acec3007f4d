namespace KnowledgeSite.Search.Ranking;

/// <summary>Numbers for each page or section, of which only those touched are cleared.</summary>
internal sealed class Scores<T>(int size)
    where T : struct
{
    private readonly T[] _scores = new T[size];
    private readonly bool[] _isTouched = new bool[size];
    private readonly List<int> _touched = [];

    /// <summary>In the order in which they were first touched.</summary>
    public IReadOnlyList<int> Touched => _touched;

    /// <summary>Touches it.</summary>
    public ref T this[int place]
    {
        get
        {
            if (!_isTouched[place])
            {
                _isTouched[place] = true;
                _touched.Add(place);
            }

            return ref _scores[place];
        }
    }

    public void Clear()
    {
        foreach (var place in _touched)
            (_scores[place], _isTouched[place]) = (default, false);
        _touched.Clear();
    }
}
