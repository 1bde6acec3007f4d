using KnowledgeSite.Words;

namespace KnowledgeSite.Tests.Words;

public sealed class AnalysisTests
{
    [Theory]
    [InlineData("Don't panic", "dont panic")]
    [InlineData("Don’t panic", "dont panic")]
    [InlineData("C# and C++, not c#7", "c# and c++ not c 7")]
    [InlineData("L6 earns 10,000 in v1.2", "l6 earns 10000 in v1.2")]
    [InlineData("co\u00adoperate", "cooperate")]
    [InlineData("Straße Ångström Łódź İstanbul", "strasse angstrom lodz istanbul")]
    [InlineData("Йод й", "йод й")]
    [InlineData("数据科学", "数据 据科 科学")]
    [InlineData("数 a", "数 a")]
    [InlineData("中a文", "中 a 文")]
    [InlineData("مرحبا بالعالم", "مرحبا بالعالم")]
    [InlineData("\ud800 x \udc00", "x")]
    [InlineData("😀 ... !? <>&", "")]
    public void A_text_is_read_as_words(string text, string words) =>
        Assert.Equal(words, string.Join(' ', WordReader.All(text)));

    [Fact]
    public void Texts_in_many_scripts_are_split_as_in_the_shared_list()
    {
        var read = SharedWords.Analysed.Select(a => (a.Text, WordReader.All(a.Text))).ToList();
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECTED") == "1")
            SharedWords.Write(read);
        Assert.True(read.Count > 4000);
        Assert.All(read.Zip(SharedWords.Analysed), pair => Assert.Equal(pair.Second.Words, pair.First.Item2));
    }

    [Fact]
    public void Identifiers_are_split_as_in_the_shared_list() =>
        Assert.All(
            SharedWords.Identifiers,
            i => Assert.Equal(i.Words, string.Join(' ', SearchWordReader.ReadAll(i.Text)))
        );

    [Fact]
    public void English_words_have_the_stems_of_Snowballs_own_stemmer()
    {
        Assert.True(SharedWords.Stems.Count > 5000);
        Assert.Empty(
            SharedWords
                .Stems.Where(s => EnglishStemmer.Stem(s.Word) != s.Stem)
                .Select(s => $"{s.Word}: {EnglishStemmer.Stem(s.Word)}, not {s.Stem}")
        );
    }

    [Theory]
    [InlineData("measure measures measured measuring")]
    [InlineData("policy policies")]
    [InlineData("drift drifts drifted drifting")]
    [InlineData("slice slices sliced slicing")]
    [InlineData("roll rolled rolling")]
    [InlineData("bias")]
    public void Inflected_forms_of_a_word_have_one_base(string forms) =>
        Assert.Single(forms.Split(' ').Select(EnglishStemmer.Base).Distinct());

    [Theory]
    [InlineData("operator operation operating")]
    [InlineData("general generalist generation")]
    [InlineData("community communication")]
    [InlineData("ladder lad")]
    public void Derived_words_have_different_stems(string words) =>
        Assert.Equal(words.Split(' ').Length, words.Split(' ').Select(EnglishStemmer.Base).Distinct().Count());

    [Theory]
    [InlineData("c#")]
    [InlineData("don't")]
    [InlineData("élèves")]
    [InlineData("l6")]
    [InlineData("работает")]
    [InlineData("is")]
    public void A_word_that_is_not_English_is_its_own_stem(string word) =>
        Assert.Equal(word, EnglishStemmer.Stem(word));

    [Fact]
    public void A_word_says_where_it_begins_and_ends()
    {
        var reader = new WordReader("a C# 数据科 x-y", stackalloc char[WordReader.BufferSize]);
        var starts = new List<int>();
        var ends = new List<int>();
        while (reader.MoveNext())
        {
            starts.Add(reader.Start);
            ends.Add(reader.End);
        }

        Assert.Equal([0, 2, 5, 6, 9, 11], starts);
        Assert.Equal([1, 4, 7, 8, 10, 12], ends);
    }
}
