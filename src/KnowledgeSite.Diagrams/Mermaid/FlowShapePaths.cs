using KnowledgeSite.Diagrams.Compound;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>The outlines of the shapes as SVG path data.</summary>
internal static partial class FlowShapes
{
    /// <summary>The outline of a box.</summary>
    public static PathMark[] Draw(string shape, PlacedRectangle box, string style)
    {
        var outline = "box" + style;
        var (l, t, r, b) = (box.X, box.Y, box.Right, box.Bottom);
        var (w, h, cx, cy) = (box.Width, box.Height, box.MiddleX, box.MiddleY);
        switch (shape)
        {
            case "text":
                return [];
            case "rounded":
                return [new(RoundedBox(box, 8), outline)];
            case "stadium":
                return [new(RoundedBox(box, h / 2), outline)];
            case "fr-rect":
                return [new(Box(box), outline), new(D($"M{l + 8} {t}V{b}M{r - 8} {t}V{b}"), "lid")];
            case "lin-rect":
                return [new(Box(box), outline), new(D($"M{l + 9} {t}V{b}"), "lid")];
            case "div-rect":
                return [new(Box(box), outline), new(D($"M{l} {t + 8}H{r}"), "lid")];
            case "win-pane":
                return [new(Box(box), outline), new(D($"M{l + 9} {t}V{b}M{l} {t + 8}H{r}"), "lid")];
            case "datastore":
                return [new(Box(box), outline + " bare"), new(D($"M{l} {t}H{r}M{l} {b}H{r}"), "lid")];
            case "cyl" or "lin-cyl":
                var second = shape == "cyl" ? "" : D($"M{l} {t + Lid + 5}A{w / 2} {Lid} 0 0 0 {r} {t + Lid + 5}");
                return
                [
                    new(
                        D($"M{l} {t + Lid}A{w / 2} {Lid} 0 0 1 {r} {t + Lid}V{b - Lid}")
                            + D($"A{w / 2} {Lid} 0 0 1 {l} {b - Lid}Z"),
                        outline
                    ),
                    new(D($"M{l} {t + Lid}A{w / 2} {Lid} 0 0 0 {r} {t + Lid}") + second, "lid"),
                ];
            case "h-cyl":
                return
                [
                    new(
                        D($"M{l + Lid} {t}H{r - Lid}A{Lid} {h / 2} 0 0 1 {r - Lid} {b}H{l + Lid}")
                            + D($"A{Lid} {h / 2} 0 0 1 {l + Lid} {t}Z"),
                        outline
                    ),
                    new(D($"M{r - Lid} {t}A{Lid} {h / 2} 0 0 0 {r - Lid} {b}"), "lid"),
                ];
            case "circle" or "ellipse":
                return [new(Ellipse(cx, cy, w / 2, h / 2), outline)];
            case "sm-circ" or "f-circ":
                return [new(Ellipse(cx, cy, w / 2, h / 2), "solid" + style)];
            case "dbl-circ":
                return
                [
                    new(Ellipse(cx, cy, w / 2, h / 2), outline),
                    new(Ellipse(cx, cy, (w / 2) - 4, (h / 2) - 4), "lid"),
                ];
            case "fr-circ":
                return
                [
                    new(Ellipse(cx, cy, w / 2, h / 2), outline),
                    new(Ellipse(cx, cy, w / 4, h / 4), "solid" + style),
                ];
            case "cross-circ":
                var d = w / 2 * 0.707;
                return
                [
                    new(Ellipse(cx, cy, w / 2, h / 2), outline),
                    new(D($"M{cx - d} {cy - d}L{cx + d} {cy + d}M{cx - d} {cy + d}L{cx + d} {cy - d}"), "lid"),
                ];
            case "fork" or "fork-v":
                return [new(Box(box), "solid" + style)];
            case "note":
                return [new(Box(box), outline + " note")];
            case "diam" or "choice":
                return [new(D($"M{cx} {t}L{r} {cy}L{cx} {b}L{l} {cy}Z"), outline)];
            case "hex":
                return
                [
                    new(D($"M{l} {cy}L{l + Slant} {t}H{r - Slant}L{r} {cy}L{r - Slant} {b}H{l + Slant}Z"), outline),
                ];
            case "lean-r":
                return [new(D($"M{l + Slant} {t}H{r}L{r - Slant} {b}H{l}Z"), outline)];
            case "lean-l":
                return [new(D($"M{l} {t}H{r - Slant}L{r} {b}H{l + Slant}Z"), outline)];
            case "trap-b":
                return [new(D($"M{l + Slant} {t}H{r - Slant}L{r} {b}H{l}Z"), outline)];
            case "trap-t":
                return [new(D($"M{l} {t}H{r}L{r - Slant} {b}H{l + Slant}Z"), outline)];
            case "odd":
                return [new(D($"M{l} {t}H{r}V{b}H{l}L{l + 10} {cy}Z"), outline)];
            case "notch-rect":
                return [new(D($"M{l + 10} {t}H{r}V{b}H{l}V{t + 10}Z"), outline)];
            case "notch-pent":
                return [new(D($"M{l + 10} {t}H{r - 10}L{r} {t + 10}V{b}H{l}V{t + 10}Z"), outline)];
            case "sl-rect":
                return [new(D($"M{l} {t + 10}L{r} {t}V{b}H{l}Z"), outline)];
            case "tri":
                return [new(D($"M{cx} {t}L{r} {b}H{l}Z"), outline)];
            case "flip-tri":
                return [new(D($"M{l} {t}H{r}L{cx} {b}Z"), outline)];
            case "hourglass":
                return [new(D($"M{l} {t}H{r}L{l} {b}H{r}Z"), outline)];
            case "bolt":
                return [new(D($"M{cx + 6} {t}L{l} {cy + 4}H{cx}L{cx - 6} {b}L{r} {cy - 4}H{cx}Z"), outline)];
            case "delay":
                return [new(D($"M{l} {t}H{r - (h / 2)}A{h / 2} {h / 2} 0 0 1 {r - (h / 2)} {b}H{l}Z"), outline)];
            case "curv-trap":
                return [new(D($"M{l} {cy}L{l + 14} {t}H{r - 14}A14 {h / 2} 0 0 1 {r - 14} {b}H{l + 14}Z"), outline)];
            case "bow-rect":
                return
                [
                    new(D($"M{l + 9} {t}H{r}A9 {h / 2} 0 0 0 {r} {b}H{l + 9}A9 {h / 2} 0 0 1 {l + 9} {t}Z"), outline),
                ];
            case "doc":
                return [new(Document(l, t, r, b), outline)];
            case "lin-doc":
                return [new(Document(l, t, r, b), outline), new(D($"M{l + 8} {t}V{b - 2}"), "lid")];
            case "tag-doc":
                return [new(Document(l, t, r, b), outline), new(D($"M{r - 14} {b - Wave}L{r} {b - Wave - 14}"), "lid")];
            case "docs":
                return
                [
                    new(Document(l + (2 * Stack), t, r, b - (2 * Stack)), outline),
                    new(Document(l + Stack, t + Stack, r - Stack, b - Stack), outline),
                    new(Document(l, t + (2 * Stack), r - (2 * Stack), b), outline),
                ];
            case "st-rect":
                return
                [
                    new(D($"M{l + (2 * Stack)} {t}H{r}V{b - (2 * Stack)}H{l + (2 * Stack)}Z"), outline),
                    new(D($"M{l + Stack} {t + Stack}H{r - Stack}V{b - Stack}H{l + Stack}Z"), outline),
                    new(D($"M{l} {t + (2 * Stack)}H{r - (2 * Stack)}V{b}H{l}Z"), outline),
                ];
            case "tag-rect":
                return [new(Box(box), outline), new(D($"M{r - 14} {b}L{r} {b - 14}"), "lid")];
            case "flag":
                return [new(Flag(box), outline)];
            case "brace":
                return [new(D($"M{l + 10} {t}q-6 0 -6 6V{cy - 5}q0 5 -4 5q4 0 4 5V{b - 6}q0 6 6 6"), "lid")];
            case "brace-r":
                return [new(D($"M{r - 10} {t}q6 0 6 6V{cy - 5}q0 5 4 5q-4 0 -4 5V{b - 6}q0 6 -6 6"), "lid")];
            case "braces":
                return
                [
                    new(D($"M{l + 10} {t}q-6 0 -6 6V{cy - 5}q0 5 -4 5q4 0 4 5V{b - 6}q0 6 6 6"), "lid"),
                    new(D($"M{r - 10} {t}q6 0 6 6V{cy - 5}q0 5 4 5q-4 0 -4 5V{b - 6}q0 6 -6 6"), "lid"),
                ];
            case "cloud" or "bang":
                return [new(Cloud(box, isPointed: shape == "bang"), outline)];
            default:
                return [new(RoundedBox(box, 4), outline)];
        }
    }

    /// <summary>SVG path data with rounded numbers.</summary>
    public static string D(PathData path) => path.ToStringAndClear();

    public static string Box(PlacedRectangle box) => D($"M{box.X} {box.Y}H{box.Right}V{box.Bottom}H{box.X}Z");

    public static string RoundedBox(PlacedRectangle box, double radius)
    {
        var r = Math.Min(radius, Math.Min(box.Width, box.Height) / 2);
        return D($"M{box.X + r} {box.Y}H{box.Right - r}A{r} {r} 0 0 1 {box.Right} {box.Y + r}V{box.Bottom - r}")
            + D($"A{r} {r} 0 0 1 {box.Right - r} {box.Bottom}H{box.X + r}A{r} {r} 0 0 1 {box.X} {box.Bottom - r}")
            + D($"V{box.Y + r}A{r} {r} 0 0 1 {box.X + r} {box.Y}Z");
    }

    public static string Ellipse(double x, double y, double rx, double ry) =>
        D($"M{x - rx} {y}A{rx} {ry} 0 1 1 {x + rx} {y}A{rx} {ry} 0 1 1 {x - rx} {y}Z");

    private static string Document(double l, double t, double r, double b)
    {
        var quarter = (r - l) / 4;
        return D($"M{l} {t}H{r}V{b - Wave}Q{r - quarter} {b - (2 * Wave)} {(l + r) / 2} {b - Wave}T{l} {b - Wave}Z");
    }

    private static string Flag(PlacedRectangle box)
    {
        var (l, r, q) = (box.X, box.Right, box.Width / 4);
        var top = box.Y + 4;
        var bottom = box.Bottom - 4;
        return D($"M{l} {top}C{l + q} {top + 8} {l + q} {top + 4} {box.MiddleX} {top}S{r - q} {top - 8} {r} {top}")
            + D($"V{bottom}C{r - q} {bottom - 8} {r - q} {bottom - 4} {box.MiddleX} {bottom}")
            + D($"S{l + q} {bottom + 8} {l} {bottom}Z");
    }

    private static string Cloud(PlacedRectangle box, bool isPointed)
    {
        const int Arcs = 10;
        var path = new System.Text.StringBuilder();
        for (var i = 0; i <= Arcs; i++)
        {
            var angle = 2 * Math.PI * i / Arcs;
            var x = box.MiddleX + (Math.Cos(angle) * ((box.Width / 2) - 6));
            var y = box.MiddleY + (Math.Sin(angle) * ((box.Height / 2) - 6));
            if (i == 0)
                path.Append(D($"M{x} {y}"));
            else if (isPointed)
                path.Append(PointTo(angle - (Math.PI / Arcs), x, y));
            else
                path.Append(D($"A{box.Width / 7} {box.Height / 5} 0 0 1 {x} {y}"));
        }

        return path.Append('Z').ToString();

        string PointTo(double angle, double x, double y)
        {
            var tipX = box.MiddleX + (Math.Cos(angle) * box.Width / 2);
            var tipY = box.MiddleY + (Math.Sin(angle) * box.Height / 2);
            return D($"L{tipX} {tipY}L{x} {y}");
        }
    }
}
