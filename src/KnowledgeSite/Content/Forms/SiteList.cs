namespace KnowledgeSite.Content.Forms;

/// <summary>Names that a site gives and that its authors write elsewhere.</summary>
internal enum SiteList
{
    /// <summary>Those under <c>tags:</c> in <c>site.yaml</c>; where it has none, those that pages have.</summary>
    Tags,

    /// <summary>Those under <c>owners:</c> in <c>site.yaml</c>; where it has none, those that pages have.</summary>
    Owners,

    /// <summary>Ids of <c>sources.yaml</c>.</summary>
    Sources,

    Ladders,

    /// <summary>Of the ladder that stands under <c>ladder</c> beside it; of all, where none does.</summary>
    Levels,

    Dimensions,

    Cells,

    /// <summary>Cells, signals, dimensions and levels.</summary>
    Places,
}
