using KnowledgeSite.Diagrams.Compound;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>
/// The shapes of boxes in flowcharts and state diagrams: https://mermaid.js.org/syntax/flowchart.html. A shape has a
/// size for its text, and an outline.
/// </summary>
internal static partial class FlowShapes
{
    private const double Slant = 14;
    private const double Lid = 7;
    private const double Wave = 8;
    private const double Stack = 5;

    private static readonly Dictionary<string, string> Aliases = CreateAliases(
        "rect proc process rectangle square",
        "rounded event round",
        "stadium terminal pill",
        "fr-rect subprocess subproc framed-rectangle subroutine",
        "cyl db database cylinder",
        "datastore data-store",
        "circle circ",
        "ellipse",
        "bang",
        "cloud",
        "diam decision diamond question",
        "hex hexagon prepare",
        "lean-r lean-right in-out",
        "lean-l lean-left out-in",
        "trap-b priority trapezoid-bottom trapezoid",
        "trap-t manual trapezoid-top inv-trapezoid",
        "dbl-circ double-circle doublecircle",
        "text",
        "notch-rect card notched-rectangle",
        "lin-rect lined-rectangle lined-process lin-proc shaded-process",
        "sm-circ start small-circle",
        "fr-circ stop framed-circle",
        "fork join",
        "hourglass collate",
        "brace comment brace-l",
        "brace-r",
        "braces",
        "bolt com-link lightning-bolt",
        "doc document",
        "delay half-rounded-rectangle",
        "h-cyl das horizontal-cylinder",
        "lin-cyl disk lined-cylinder",
        "curv-trap curved-trapezoid display",
        "div-rect div-proc divided-rectangle divided-process",
        "tri extract triangle",
        "win-pane internal-storage window-pane",
        "f-circ junction filled-circle",
        "notch-pent loop-limit notched-pentagon",
        "flip-tri manual-file flipped-triangle",
        "sl-rect manual-input sloped-rectangle",
        "docs documents st-doc stacked-document",
        "st-rect procs processes stacked-rectangle",
        "bow-rect stored-data bow-tie-rectangle",
        "cross-circ summary crossed-circle",
        "tag-doc tagged-document",
        "tag-rect tagged-rectangle tag-proc tagged-process",
        "flag paper-tape",
        "odd",
        "lin-doc lined-document"
    );

    private static readonly Dictionary<string, Func<UiStrings, string>> Descriptions = new(StringComparer.Ordinal)
    {
        ["fr-rect"] = text => text.ShapeSubprocess,
        ["cyl"] = text => text.ShapeDatabase,
        ["datastore"] = text => text.ShapeDataStore,
        ["circle"] = text => text.ShapeCircle,
        ["diam"] = text => text.ShapeDecision,
        ["hex"] = text => text.ShapePreparation,
        ["lean-r"] = text => text.ShapeInputOutput,
        ["lean-l"] = text => text.ShapeInputOutput,
        ["trap-b"] = text => text.ShapePriority,
        ["trap-t"] = text => text.ShapeManualOperation,
        ["dbl-circ"] = text => text.ShapeStop,
        ["notch-rect"] = text => text.ShapeCard,
        ["sm-circ"] = text => text.ShapeStart,
        ["fr-circ"] = text => text.ShapeEnd,
        ["fork"] = text => text.ShapeFork,
        ["hourglass"] = text => text.ShapeCollate,
        ["brace"] = text => text.ShapeComment,
        ["brace-r"] = text => text.ShapeComment,
        ["braces"] = text => text.ShapeComment,
        ["bolt"] = text => text.ShapeCommunication,
        ["doc"] = text => text.ShapeDocument,
        ["delay"] = text => text.ShapeDelay,
        ["h-cyl"] = text => text.ShapeDirectStorage,
        ["lin-cyl"] = text => text.ShapeDisk,
        ["curv-trap"] = text => text.ShapeDisplay,
        ["tri"] = text => text.ShapeExtract,
        ["win-pane"] = text => text.ShapeInternalStorage,
        ["f-circ"] = text => text.ShapeJunction,
        ["notch-pent"] = text => text.ShapeLoopLimit,
        ["flip-tri"] = text => text.ShapeManualFile,
        ["sl-rect"] = text => text.ShapeManualInput,
        ["docs"] = text => text.ShapeDocuments,
        ["st-rect"] = text => text.ShapeProcesses,
        ["bow-rect"] = text => text.ShapeStoredData,
        ["cross-circ"] = text => text.ShapeSummary,
        ["tag-doc"] = text => text.ShapeTaggedDocument,
        ["tag-rect"] = text => text.ShapeTaggedProcess,
        ["flag"] = text => text.ShapePaperTape,
        ["lin-doc"] = text => text.ShapeLinedDocument,
        ["note"] = text => text.ShapeNote,
        ["choice"] = text => text.ShapeChoice,
    };

    /// <summary>The short name of a shape; null if there is no such shape.</summary>
    public static string? Find(string name) => Aliases.GetValueOrDefault(name);

    /// <summary>The meaning of a shape for the text alternative; null if it has none.</summary>
    public static string? Describe(string shape, UiStrings text) => Descriptions.GetValueOrDefault(shape)?.Invoke(text);

    public static BoxOutline OutlineOf(string shape) =>
        shape switch
        {
            "diam" or "choice" => BoxOutline.Rhombus,
            "circle" or "dbl-circ" or "ellipse" or "sm-circ" or "fr-circ" or "f-circ" or "cross-circ" =>
                BoxOutline.Ellipse,
            _ => BoxOutline.Rectangle,
        };

    /// <summary>True if the shape shows no text.</summary>
    public static bool IsMute(string shape) =>
        shape
            is "choice"
                or "sm-circ"
                or "fr-circ"
                or "f-circ"
                or "fork"
                or "fork-v"
                or "hourglass"
                or "cross-circ"
                or "bolt";

    /// <summary>The width to which texts in the shape are wrapped, of the width for a rectangle.</summary>
    public static double WrapShare(string shape) =>
        shape switch
        {
            "circle" or "dbl-circ" or "ellipse" or "tri" or "flip-tri" => 0.6,
            "diam" => 0.7,
            _ => 1,
        };

    /// <summary>The size of a box around a text of a size.</summary>
    public static (double Width, double Height) Measure(string shape, double width, double height)
    {
        var w = Math.Max(width, 16);
        var h = Math.Max(height, DiagramMetrics.TextLeading);
        var side = Math.Sqrt((w * w) + (h * h)) + 10;
        return shape switch
        {
            "sm-circ" or "f-circ" => (16, 16),
            "fr-circ" => (20, 20),
            "cross-circ" => (32, 32),
            "choice" => (28, 28),
            "fork" => (72, 8),
            "fork-v" => (8, 72),
            "hourglass" => (32, 32),
            "bolt" => (32, 40),
            "circle" => (side, side),
            "dbl-circ" => (side + 10, side + 10),
            "ellipse" => ((w * 1.3) + 16, (h * 1.5) + 12),
            "diam" => Rhombus(w, h),
            "tri" or "flip-tri" => ((w * 1.6) + 24, (h * 2) + 24),
            "hex" or "trap-b" or "trap-t" or "lean-r" or "lean-l" => (w + 24 + (2 * Slant), h + 20),
            "stadium" or "curv-trap" or "delay" => (w + 36, h + 20),
            "odd" or "flag" or "bow-rect" or "fr-rect" or "lin-rect" or "div-rect" or "win-pane" => (w + 40, h + 24),
            "cyl" or "lin-cyl" => (w + 24, h + 20 + (2 * Lid)),
            "h-cyl" => (w + 24 + (4 * Lid), h + 20),
            "doc" or "lin-doc" or "tag-doc" => (w + 30, h + 20 + Wave),
            "docs" => (w + 30 + (2 * Stack), h + 20 + Wave + (2 * Stack)),
            "st-rect" => (w + 26 + (2 * Stack), h + 20 + (2 * Stack)),
            "sl-rect" => (w + 26, h + 28),
            "cloud" or "bang" => (w + 48, h + 40),
            "text" => (w + 8, h + 8),
            "brace" or "brace-r" => (w + 28, h + 16),
            "braces" => (w + 40, h + 16),
            _ => (w + 26, h + 20),
        };
    }

    /// <summary>The smallest rhombus around a rectangle that is not too flat.</summary>
    private static (double Width, double Height) Rhombus(double w, double h)
    {
        var width = w + 10 + Math.Max(30, Math.Sqrt(w * (h + 6) * 1.7));
        return (width, Math.Max(40, (h + 6) / (1 - ((w + 4) / width))));
    }

    /// <summary>The middle of the text, relative to that of the box.</summary>
    public static (double X, double Y) TextOffset(string shape) =>
        shape switch
        {
            "cyl" => (0, Lid / 2),
            "lin-cyl" => (0, Lid),
            "h-cyl" => (-Lid, 0),
            "doc" or "lin-doc" or "tag-doc" => (0, -Wave / 2),
            "docs" => (-Stack, Stack - (Wave / 2)),
            "st-rect" => (-Stack, Stack),
            "sl-rect" => (0, 4),
            "odd" => (4, 0),
            "tri" => (0, 8),
            "flip-tri" => (0, -8),
            "brace" => (6, 0),
            "brace-r" => (-6, 0),
            "lin-rect" or "div-rect" or "win-pane" => (4, 2),
            _ => (0, 0),
        };

    private static Dictionary<string, string> CreateAliases(params string[] lines)
    {
        var aliases = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var names in lines.Select(l => l.Split(' ')))
        foreach (var name in names)
            aliases[name] = names[0];
        return aliases;
    }
}
