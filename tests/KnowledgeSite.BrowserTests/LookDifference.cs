using System.Globalization;

namespace KnowledgeSite.BrowserTests;

/// <summary>
/// How far a picture is from the accepted one. Two dots differ by as much as the one of red, green and blue that
/// differs most, of 255.
/// </summary>
/// <param name="IsOfOneSize">Whether they can be compared at all.</param>
/// <param name="MuchShare">The share of dots that differ by more than <see cref="Much"/>, as where something was moved,
/// lost or given another colour.</param>
/// <param name="LittleShare">The share of dots that differ by more than <see cref="Little"/>, as all do where the paper
/// has another tint.</param>
/// <param name="Picture">What was seen, paler, and in red the dots that differ much.</param>
internal sealed record LookDifference(bool IsOfOneSize, double MuchShare, double LittleShare, byte[] Picture)
{
    public const int Much = 16;
    public const int Little = 3;

    // Measured over all sixty. Chromium 138 differs from 156 in 0.05 % of the dots by much and in 6 % by little; a page
    // drawn with four times as many pixels, which is more than two machines should ever differ, in 0.13 % and 10 %, and
    // only the fields of a workshop on a phone in 0.33 %. The smallest changes that are to be found, another accent or
    // headings that are bold no more, show in 0.5 % by much where they show least, and in most pictures in three times
    // as many; another tint of the paper shows in all by little.
    private const double MuchAllowed = 0.003;
    private const double LittleAllowed = 0.25;

    public bool IsTolerated => IsOfOneSize && MuchShare <= MuchAllowed && LittleShare <= LittleAllowed;

    public override string ToString() =>
        IsOfOneSize
            ? (
                $"{MuchShare:P2} of the dots differ by more than {Much} ({MuchAllowed:P2} may), "
                + $"{LittleShare:P0} by more than {Little} ({LittleAllowed:P0} may)"
            )
            : "it has another size";
}
