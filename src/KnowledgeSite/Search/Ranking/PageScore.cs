using static KnowledgeSite.Search.Ranking.RankingWeights;

namespace KnowledgeSite.Search.Ranking;

/// <summary>
/// What a page has gathered from the words of a query, field by field: how much, and how much the words that are met
/// could give at most.
/// </summary>
internal struct PageScore
{
    private Field _title;
    private Field _headings;
    private Field _body;
    private Field _names;
    private double _titleWords;
    private double _path;

    /// <summary>How much of the query it holds, wherever, and how surely.</summary>
    public double Met { get; private set; }

    /// <summary>In words; 0 where no word of the query stands in the title.</summary>
    public int TitleLength { get; set; }

    /// <summary>How much of the query stands in its title.</summary>
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

    /// <param name="all">Of all words of the query.</param>
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

    /// <summary>Falls with words of the query that the page does not hold, or not surely.</summary>
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
