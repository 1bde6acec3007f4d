using static KnowledgeSite.Search.Ranking.RankingWeights;

namespace KnowledgeSite.Search.Ranking;

/// <summary>
/// The score of a page for a query, field by field: the score reached, and the maximum for the words that match.
/// </summary>
internal struct PageScore
{
    private Field _title;
    private Field _headings;
    private Field _body;
    private Field _names;
    private double _titleWords;
    private double _path;

    /// <summary>The share of the query that the page contains in any field, weighted by confidence.</summary>
    public double Met { get; private set; }

    /// <summary>The title length in words; 0 if the title contains no word of the query.</summary>
    public int TitleLength { get; set; }

    /// <summary>The share of the query that the title contains.</summary>
    public double MetInTitle { get; private set; }

    public void Add(in SlotPage slot, in Rarities rarity, int sections)
    {
        Met += rarity.Any * slot.Sureness;
        if (slot.Title > 0)
        {
            _title.Add(rarity.Title * slot.Title, rarity.Title);
            _titleWords += slot.Title;
            MetInTitle += rarity.Any;
        }

        if (slot.Headings > 0)
            _headings.Add(rarity.Headings * slot.Headings, rarity.Headings);
        if (slot.Names > 0)
            _names.Add(rarity.Names * slot.Names, rarity.Names);
        if (slot.Body > 0)
        {
            var length = 1 - PageLength + (PageLength * sections / UsualSections);
            _body.Add(rarity.Body * (1 + PageBody) * slot.Body / (slot.Body + (PageBody * length)), rarity.Body);
        }

        _path += rarity.Path * slot.Path;
    }

    /// <param name="all">The sums over all words of the query.</param>
    public readonly double Compute(int words, in Rarities all)
    {
        var length = TitleLength == 0 ? 1 : TitleLength;
        var exact = Math.Pow(_titleWords / length * _titleWords / words, Exactness);
        var title =
            _title.Together(all.Title)
            * (1 + (WholeTitle * _titleWords / length) + (ExactTitle * exact))
            / (1 - RankingWeights.TitleLength + (RankingWeights.TitleLength * length / UsualTitle));
        return (Title * title)
            + (Headings * _headings.Together(all.Headings))
            + (Body * _body.Together(all.Body))
            + (RankingWeights.Path * _path)
            + (Names * _names.Together(all.Names));
    }

    /// <summary>
    /// A factor that falls with the query words that the page does not contain, or only with low confidence.
    /// </summary>
    public readonly double Coverage(in Rarities all) => Math.Pow(Math.Min(1, Met / all.Any), RankingWeights.Coverage);

    private struct Field
    {
        private double _score;
        private double _met;

        public void Add(double score, double most)
        {
            _score += score;
            _met += most;
        }

        public readonly double Together(double most) =>
            most > 0 ? _score * Math.Pow(_met / most, RankingWeights.Together) : 0;
    }
}
