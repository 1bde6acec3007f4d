using System.Globalization;
using System.Text;
using CsvHelper;
using KnowledgeSite.Ladders;

namespace KnowledgeSite.Tests.Ladders;

public sealed class LadderCsvTests
{
    private static IReadOnlyList<Ladder> Ladders => ExportedLadders.All;

    [Fact]
    public void Reading_the_csv_gives_the_same_rows()
    {
        var bytes = ExportedLadders.Written(LadderCsv.Write, Ladders[1]);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(
            "ladder,level_id,level_code,level_title,track,dimension_id,dimension_title,cell_id,id,kind,text,"
                + "raises,origin,file,line\r\n",
            Encoding.UTF8.GetString(bytes[3..(Array.IndexOf(bytes, (byte)'\n') + 1)])
        );
        Assert.Equal(
            StatementTable
                .Rows(Ladders[1])
                .Select(r => r with { LevelCode = r.LevelCode ?? "", Id = r.Id ?? "", Raises = r.Raises ?? "" }),
            Rows(bytes)
        );
    }

    [Theory]
    [InlineData("scope.junior.equals", "'=1+1")]
    [InlineData("craft.senior.minus", "'-x")]
    public void A_signal_that_looks_like_a_formula_becomes_text(string id, string field) =>
        Assert.Equal(field, Fields(ExportedLadders.Written(LadderCsv.Write, Ladders[0])).Single(f => f[8] == id)[10]);

    [Theory]
    [InlineData("scope.mid", "'+x")]
    [InlineData("scope.senior", "'@x")]
    [InlineData("craft.junior", "''tis so.")]
    [InlineData("craft.mid", "''=1+1")]
    public void A_sentence_that_looks_like_a_formula_becomes_text(string cell, string field) =>
        Assert.Equal(field, Fields(ExportedLadders.Written(LadderCsv.Write, Ladders[0])).First(f => f[7] == cell)[10]);

    [Fact]
    public void No_field_of_the_csv_begins_as_a_formula_does() =>
        Assert.DoesNotContain(
            Fields(ExportedLadders.Written(LadderCsv.Write, Ladders[0])).SelectMany(f => f),
            f => f.Length > 0 && "=+-@\t\r".Contains(f[0], StringComparison.Ordinal)
        );

    private static List<string[]> Fields(byte[] csv)
    {
        using var reader = CsvReader.Create(csv, new CsvReaderOptions());
        var records = new List<string[]>();
        while (reader.Read())
            records.Add([.. StatementTable.Columns.Select((_, i) => reader.GetString(i))]);
        return records;
    }

    private static IEnumerable<StatementRow> Rows(byte[] csv) =>
        Fields(csv)
            .Select(record => record.Select(f => f.StartsWith('\'') ? f[1..] : f).ToArray())
            .Select(f => new StatementRow
            {
                Ladder = f[0],
                LevelId = f[1],
                LevelCode = f[2],
                LevelTitle = f[3],
                Track = Enum.Parse<Track>(f[4], ignoreCase: true),
                DimensionId = f[5],
                DimensionTitle = f[6],
                CellId = f[7],
                Id = f[8],
                Kind = Enum.Parse<StatementKind>(f[9].Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
                Text = f[10],
                Raises = f[11],
                Origin = f[12],
                File = f[13],
                Line = int.Parse(f[14], CultureInfo.InvariantCulture),
            });
}
