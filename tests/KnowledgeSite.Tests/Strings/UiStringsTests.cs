using KnowledgeSite.Strings;

namespace KnowledgeSite.Tests.Strings;

public sealed class UiStringsTests
{
    [Theory]
    [InlineData("en", "29 November 2026", "29 Nov 2026")]
    [InlineData("en-GB", "29 November 2026", "29 Nov 2026")]
    [InlineData("en-US", "November 29, 2026", "Nov 29, 2026")]
    [InlineData("en-us", "November 29, 2026", "Nov 29, 2026")]
    [InlineData("de-AT", "29. November 2026", "29. Nov. 2026")]
    [InlineData("fr", "29 novembre 2026", "29 nov. 2026")]
    [InlineData("es", "29 de noviembre de 2026", "29 nov 2026")]
    [InlineData("pt", "29 de novembro de 2026", "29 nov. 2026")]
    [InlineData("ja", "2026年11月29日", "2026年11月29日")]
    public void A_date_is_written_as_in_the_language(string language, string full, string brief)
    {
        var date = new DateOnly(2026, 11, 29);
        var text = UiStrings.Find(language)!;
        Assert.Equal(full, text.LongDate(date));
        Assert.Equal(brief, text.ShortDate(date));
    }

    [Fact]
    public void The_first_day_of_a_month_is_an_ordinal_in_French() =>
        Assert.Equal("1er mai 2026", UiStrings.Find("fr")!.LongDate(new(2026, 5, 1)));

    [Theory]
    [InlineData("en", "0 pages", "1 page", "1,250 pages")]
    [InlineData("de", "0 Seiten", "1 Seite", "1.250 Seiten")]
    [InlineData("fr", "0 page", "1 page", "1\u202f250 pages")]
    [InlineData("es", "0 páginas", "1 página", "1.250 páginas")]
    [InlineData("pt-BR", "0 página", "1 página", "1.250 páginas")]
    [InlineData("ja", "0ページ", "1ページ", "1,250ページ")]
    public void A_number_has_the_form_and_the_separators_of_the_language(
        string language,
        string zero,
        string one,
        string many
    )
    {
        var text = UiStrings.Find(language)!;
        Assert.Equal([zero, one, many], [text.PagesCount(0), text.PagesCount(1), text.PagesCount(1250)]);
    }

    [Fact]
    public void A_language_is_found_by_its_tag_or_by_its_first_part()
    {
        Assert.Equal("pt-BR", UiStrings.Find("pt-PT")!.Language);
        Assert.Equal("fr", UiStrings.Find("FR-ca")!.Language);
        Assert.Null(UiStrings.Find("ar"));
        Assert.Null(UiStrings.Find("deu"));
    }

    [Fact]
    public void A_script_gets_only_the_strings_that_it_imports()
    {
        const string script = "import { copyLink, pagesCount,\n  themeIs } from './strings.js';\nf(copyLink);\n";
        Assert.Equal(
            "const copyLink = \"Copier le lien\";\n"
                + "const pagesCount = (a) => a < 2 ? `${a.toLocaleString('fr')} page` : "
                + "`${a.toLocaleString('fr')} pages`;\n"
                + "const themeIs = (a) => `Thème\u00a0: ${a}`;\nf(copyLink);\n",
            ScriptStrings.Write(script, UiStrings.Find("fr")!)
        );
        Assert.Contains(
            "const pagesCount = (a) => `${a.toLocaleString('ja')}ページ`;",
            ScriptStrings.Write(script, UiStrings.Find("ja")!),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_script_cannot_import_a_string_that_does_not_exist() =>
        Assert.Throws<KeyNotFoundException>(() =>
            ScriptStrings.Write("import { nothing } from './strings.js';", UiStrings.English)
        );
}
