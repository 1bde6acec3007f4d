using System.Globalization;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>The parts of a time that were read from a text.</summary>
internal sealed class TimeParts
{
    private int? _year;
    private int _month = 1;
    private int _day = 1;
    private int? _dayOfYear;
    private int _hour;
    private int _minute;
    private int _second;
    private int _millisecond;
    private bool? _isAfternoon;
    private bool _hasDate;
    private TimeSpan _offset;
    private DateTime? _time;

    /// <summary>Sets the part that a token such as <c>MM</c> stands for.</summary>
    /// <returns>False if the text is no value of it.</returns>
    public bool Set(string token, string text)
    {
        var number = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        _hasDate |= token[0] is 'Y' or 'M' or 'D' or 'Q';
        switch (token)
        {
            case "YYYY":
                _year = number;
                return number is > 1 and < 9000;
            case "YY":
                _year = number + (number > 68 ? 1900 : 2000);
                return true;
            case "Q":
                _month = ((number - 1) * 3) + 1;
                return number is >= 1 and <= 4;
            case "M" or "MM":
                _month = number;
                return number is >= 1 and <= 12;
            case "MMM" or "MMMM":
                _month = 1 + MonthOf(text, token == "MMM");
                return _month > 0;
            case "D" or "DD":
                _day = number;
                return number is >= 1 and <= 31;
            case "Do":
                _day = int.Parse(text[..^2], CultureInfo.InvariantCulture);
                return _day is >= 1 and <= 31;
            case "DDD" or "DDDD":
                _dayOfYear = number;
                return number is >= 1 and <= 366;
            case "H" or "HH":
                _hour = number;
                return number <= 24;
            case "h" or "hh":
                _hour = number;
                return number is >= 1 and <= 12;
            case "A" or "a":
                _isAfternoon = text.Equals("pm", StringComparison.OrdinalIgnoreCase);
                return _isAfternoon.Value || text.Equals("am", StringComparison.OrdinalIgnoreCase);
            case "m" or "mm":
                _minute = number;
                return number < 60;
            case "s" or "ss":
                _second = number;
                return number < 60;
            case "S" or "SS" or "SSS":
                _millisecond =
                    number
                    * (
                        token.Length == 1 ? 100
                        : token.Length == 2 ? 10
                        : 1
                    );
                return _millisecond < 1000;
            case "Z" or "ZZ":
                _offset = OffsetOf(text);
                return true;
            default:
                _time = FromUnix(text, isSeconds: token == "X");
                return _time is not null;
        }
    }

    /// <summary>The time; null if there is no such day.</summary>
    /// <param name="date">The date of a time without one, and the year of a date without one.</param>
    public DateTime? ToTime(DateTime date)
    {
        if (_time is { } time)
            return time;
        if (_isAfternoon is { } isAfternoon)
            _hour = (_hour % 12) + (isAfternoon ? 12 : 0);
        var year = _year ?? date.Year;
        if (_dayOfYear is null && _day > DateTime.DaysInMonth(year, _month))
            return null;
        var day =
            !_hasDate ? date
            : _dayOfYear is { } number ? new DateTime(year, 1, 1).AddDays(number - 1)
            : new DateTime(year, _month, _day);
        return day.AddHours(_hour).AddMinutes(_minute).AddSeconds(_second).AddMilliseconds(_millisecond) - _offset;
    }

    private static int MonthOf(string text, bool isShort)
    {
        var names = isShort
            ? CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames
            : CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;
        return Array.FindIndex(names, n => n.Length > 0 && n.Equals(text, StringComparison.OrdinalIgnoreCase));
    }

    private static TimeSpan OffsetOf(string text)
    {
        if (text == "Z")
            return TimeSpan.Zero;
        var hours = int.Parse(text.AsSpan(1, 2), CultureInfo.InvariantCulture);
        var minutes = int.Parse(text.AsSpan(text.Length - 2), CultureInfo.InvariantCulture);
        var offset = new TimeSpan(hours, minutes, 0);
        return text[0] == '-' ? -offset : offset;
    }

    private static DateTime? FromUnix(string text, bool isSeconds)
    {
        var milliseconds = double.Parse(text, CultureInfo.InvariantCulture) * (isSeconds ? 1000 : 1);
        // Until the year 9000.
        return Math.Abs(milliseconds) < 2.2e14 && milliseconds > -6e13
            ? DateTime.UnixEpoch.AddMilliseconds(milliseconds)
            : null;
    }
}
