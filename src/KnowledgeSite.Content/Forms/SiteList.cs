namespace KnowledgeSite.Content.Forms;

/// <summary>A list of names that a site defines and that its authors use elsewhere.</summary>
internal enum SiteList
{
    /// <summary>The tags in <c>site.yaml</c>, or if it lists none, the tags of the pages.</summary>
    Tags,

    /// <summary>The owners in <c>site.yaml</c>, or if it lists none, the owners of the pages.</summary>
    Owners,

    /// <summary>The ids in <c>sources.yaml</c>.</summary>
    Sources,

    Ladders,

    /// <summary>
    /// The levels of the ladder that the key <c>ladder</c> names, or of all ladders if it is missing.
    /// </summary>
    Levels,

    Dimensions,

    Cells,

    /// <summary>The ids of cells, signals, dimensions and levels.</summary>
    Places,
}
