namespace KnowledgeSite.Ladders;

/// <summary>The numbers of the cell formats in <see cref="SheetStyles"/>.</summary>
internal enum SheetStyle : uint
{
    Plain,
    Header,
    Text,
}
