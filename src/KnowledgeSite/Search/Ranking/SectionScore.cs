using static KnowledgeSite.Search.Ranking.RankingWeights;

namespace KnowledgeSite.Search.Ranking;

/// <summary>What a section has gathered from the words of a query.</summary>
internal struct SectionScore
{
    private double _heading;
    private double _headingWords;
    private int _headingLength;
    private double _body;
    private double _met;

    public void Add(in SlotSection slot, in Rarities rarity, bool isFirst)
    {
        _met += rarity.Any;
        _body += rarity.SectionBody * slot.Body;
        if (slot.Heading == 0) return;
        _heading += (isFirst ? TitleOfFirst : 1) * rarity.SectionHeading * slot.Heading;
        _headingWords += slot.Heading;
        _headingLength = slot.HeadingLength;
    }

    /// <param name="all">Of all words of the query.</param>
    public readonly double Of(int words, in Rarities all)
    {
        var exact = _headingLength > 0 ? _headingWords / _headingLength * _headingWords / words : 0;
        return ((SectionHeading * _heading * (1 + (ExactHeading * Math.Pow(exact, Exactness)))) + (SectionBody * _body)) * Math.Pow(Math.Min(1, _met / all.Any), SectionTogether);
    }
}
