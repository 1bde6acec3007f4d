namespace KnowledgeSite.BrowserTests;

/// <summary>What there is to say against a page.</summary>
/// <param name="Complaints">Messages on the console, errors, requests that failed, breaches of the
/// Content-Security-Policy.</param>
/// <param name="Elsewhere">What it asked other hosts for.</param>
/// <param name="Controls">The names of what was used on it.</param>
/// <param name="WideAt">The widths at which it scrolls sideways.</param>
/// <param name="Overflowing">At 320 px, the elements whose content covers what follows them.</param>
internal sealed record PageSeen(
    string Path,
    IReadOnlyList<string> Complaints,
    IReadOnlyList<string> Elsewhere,
    IReadOnlyList<string> Controls,
    IReadOnlyList<int> WideAt,
    IReadOnlyList<string> Overflowing,
    IReadOnlyList<string> InLight,
    IReadOnlyList<string> InTheDark,
    IReadOnlyList<string> OnAPhone
);
