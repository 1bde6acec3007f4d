using System.Buffers;
using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using KnowledgeSite.Caching;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Rendering;
using KnowledgeSite.Rendering.Caching;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Tests.Rendering;

/// <summary>The key of a page changes with every part of its view.</summary>
public sealed class ArticleKeyTests
{
    private static readonly SitePath Address = new("/a/b/");
    private static readonly LinkView Link = new("Label", Address);
    private static readonly Heading Heading = new(2, "id", "Text");

    private static readonly ArticleView View = new(
        Frame: new(
            SiteTitle: "Site",
            Language: "en",
            Address: Address,
            Root: "../../",
            Title: "Title",
            Description: "Description",
            Canonical: "https://kb.example/a/b/",
            IsIndexed: true,
            Sections: [Link],
            HasMoreSections: false,
            Breadcrumbs: [Link],
            Sidebar: new(Link, [new("Item", Address, [new("Child", Address, null, false)], false)]),
            Contents: [Heading],
            Previous: Link,
            Next: Link,
            MarkdownFile: Address,
            Styles: [Address],
            Scripts: [Address]
        )
        {
            Feed = Address,
            Pack = new("Pack", Address, [Link]),
            Banner = "Banner",
            Shared = new("Shared", true, new("https://kb.example/card.png", 1, 2, "Alt")),
            Accessibility = Address,
            WordFile = Address,
        },
        Kind: PageKind.Page,
        IsHome: false,
        TitleId: "title",
        TitleHtml: "Title",
        IsDescribed: true,
        WriteBody: _ => { },
        Tags: [Link],
        Owner: "Owner",
        Reviewed: new(2026, 1, 2),
        ReviewBy: new(2026, 2, 3),
        Entries: new([new("Entry", Address, "Summary", 3)], [Link]),
        Part: null
    )
    {
        Contact = "mailto:a@b.example",
        Changed = new(new(2026, 3, 4), "People", true),
        Change = new("edit", "suggest"),
        Connections = new(
            [new("Related", Address, "Reason")],
            [new(PageKind.Role, [new("From", Address, new("Before", "words", "after"), "Relation")])],
            1
        )
        {
            Around = new([Link], 1, "M0", [Link], [Link], 2, "M1", Link),
        },
        Definitions = [new("id", "Term", "Definition", "#id")],
        Sources = [new("Source", "Author", "2020", "#source")],
    };

    [Fact]
    public void Equal_views_have_equal_keys() =>
        Assert.Equal(KeyOf(View), KeyOf(View with { Frame = View.Frame with { Title = "Tit" + "le" } }));

    [Fact]
    public void The_text_and_the_theme_are_part_of_the_key()
    {
        Assert.NotEqual(KeyOf(View), new ArticleKeys(new(1, 1)).Compute(View, "text"u8));
        Assert.NotEqual(KeyOf(View), new ArticleKeys(new(1, 2)).Compute(View, []));
    }

    [Fact]
    public void A_page_with_a_generated_part_has_no_key() =>
        Assert.Null(KeyOf(View with { Part = new GlossaryPart([]) }));

    [Fact]
    public void Every_part_of_a_view_is_part_of_its_key()
    {
        var changes = Changes(View, "view").ToList();
        Assert.True(changes.Count > 100, $"{changes.Count} changes");
        Assert.Empty(changes.Where(c => KeyOf((ArticleView)c.Value) == KeyOf(View)).Select(c => c.Path));
    }

    private static CacheKey? KeyOf(ArticleView view) => new ArticleKeys(new(1, 1)).Compute(view, []);

    /// <summary>Copies of a value, each with one change somewhere in it.</summary>
    private static IEnumerable<(string Path, object Value)> Changes(object value, string path)
    {
        switch (value)
        {
            case string text:
                return [(path, text + "x")];
            case bool truth:
                return [(path, !truth)];
            case int number:
                return [(path, number + 1)];
            case DateOnly date:
                return [(path, date.AddDays(1))];
            case Enum choice:
                return [(path, Enum.ToObject(choice.GetType(), Convert.ToInt32(choice) + 1))];
            case SitePath:
                return [(path, new SitePath("/other/"))];
            case UiStrings:
                return [(path, UiStrings.Find("de")!)];
            case IList list:
                var type = list.GetType().GetInterfaces().First(i => i.Name == "IReadOnlyList`1").GenericTypeArguments[
                    0
                ];
                return Enumerable
                    .Range(0, list.Count)
                    .SelectMany(i =>
                        Changes(list[i]!, $"{path}[{i}]").Select(c => (c.Path, With(list, type, i, c.Value)))
                    )
                    .Append((path + ".Count", With(list, type, list.Count, null)));
            default:
                return ChangesOfRecord(value, path);
        }
    }

    private static object With(IList list, Type type, int index, object? item)
    {
        var copy = Array.CreateInstance(type, item is null ? index + 1 : list.Count);
        list.CopyTo(copy, 0);
        copy.SetValue(item ?? list[0], index);
        return copy;
    }

    private static IEnumerable<(string Path, object Value)> ChangesOfRecord(object record, string path)
    {
        var clone = record.GetType().GetMethod("<Clone>$");
        Assert.True(clone is not null, $"{path}: {record.GetType()} is not a record");
        foreach (
            var field in Fields(record.GetType())
                .Where(f =>
                    f.FieldType != typeof(Action<IBufferWriter<byte>>)
                    && f.FieldType != typeof(ConcurrentDictionary<string, string>)
                    && f.FieldType != typeof(ArticlePart)
                )
        )
        {
            var at = $"{path}.{field.Name}";
            var value = field.GetValue(record);
            if (value is null)
            {
                Assert.True(at.EndsWith("<Children>k__BackingField", StringComparison.Ordinal), $"{at} is null");
                continue;
            }

            var changes = Changes(value, at);
            if (!field.FieldType.IsValueType || Nullable.GetUnderlyingType(field.FieldType) is not null)
                changes = changes.Append((at + " = null", null!));
            foreach (var (where, change) in changes)
            {
                if (change is null && !IsNullable(record.GetType(), field))
                    continue;
                var copy = clone.Invoke(record, null)!;
                field.SetValue(copy, change);
                yield return (where, copy);
            }
        }
    }

    private static IEnumerable<FieldInfo> Fields(Type? type) =>
        type is null
            ? []
            : type.GetFields(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
                .Concat(Fields(type.BaseType));

    private static bool IsNullable(Type type, FieldInfo field)
    {
        var name = field.Name.TrimStart('<').Split('>')[0];
        for (var at = type; at is not null; at = at.BaseType)
            if (at.GetProperty(name) is { } property)
                return new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;
        return false;
    }
}
