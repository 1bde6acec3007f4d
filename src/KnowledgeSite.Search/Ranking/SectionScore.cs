using static KnowledgeSite.Search.Ranking.RankingWeights;

namespace KnowledgeSite.Search.Ranking;

/// <summary>The score of a section for a query.</summary>
internal struct SectionScore
{
    private double _heading;
    private double _headingWords;
    private int _headingLength;
    private double _body;
    private double _met;
    private double _metInTitle;

    public void Add(in SlotSection slot, in Rarities rarity, bool isFirst, bool isInTitle)
    {
        _met += rarity.Any;
        if (isInTitle)
            _metInTitle += rarity.Any;
        _body += rarity.SectionBody * slot.Body;
        if (slot.Heading == 0)
            return;
        _heading += (isFirst ? TitleOfFirst : 1) * rarity.SectionHeading * slot.Heading;
        _headingWords += slot.Heading;
        _headingLength = slot.HeadingLength;
    }

    /// <param name="all">The sums over all words of the query.</param>
    /// <param name="metInTitle">The share of the query that the page's title contains.</param>
    public readonly double Compute(int words, in Rarities all, double metInTitle)
    {
        var met = _met + (TitleForSection * (metInTitle - _metInTitle));
        var exact = _headingLength > 0 ? _headingWords / _headingLength * _headingWords / words : 0;
        return ((SectionHeading * _heading * (1 + (ExactHeading * Math.Pow(exact, Exactness)))) + (SectionBody * _body))
            * Math.Pow(Math.Min(1, met / all.Any), SectionTogether);
    }
}
