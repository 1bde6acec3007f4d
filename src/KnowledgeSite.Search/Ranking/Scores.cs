namespace KnowledgeSite.Search.Ranking;

/// <summary>An array of one value per page or section that clears only the touched entries.</summary>
internal sealed class Scores<T>(int size)
    where T : struct
{
    private readonly T[] _scores = new T[size];
    private readonly bool[] _isTouched = new bool[size];
    private readonly List<int> _touched = [];

    /// <summary>The indexes of the touched entries, in the order in which they were first touched.</summary>
    public IReadOnlyList<int> Touched => _touched;

    /// <summary>The value at an index, which is marked as touched.</summary>
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
