namespace KnowledgeSite.Highlighting;

/// <summary>The role of a part of code in its language. The theme has a colour for each.</summary>
internal enum CodeRole
{
    None,
    Comment,
    Keyword,
    String,

    /// <summary>A number, or a name that stands for a value, such as <c>true</c>.</summary>
    Constant,

    /// <summary>The name of a function or of a command.</summary>
    Function,

    /// <summary>The name of a type, a class or a module.</summary>
    Type,

    /// <summary>A key, an attribute, or a variable that is marked as one, such as <c>$name</c>.</summary>
    Property,

    /// <summary>The name of an element in HTML or XML, or of a heading.</summary>
    Tag,

    /// <summary>A decorator, an annotation or an instruction to a compiler.</summary>
    Meta,
}

/// <summary>A part of a line of code.</summary>
/// <param name="Start">The offset of its first character in the line.</param>
/// <param name="End">The offset after its last character.</param>
internal readonly record struct CodeToken(int Start, int End, CodeRole Role);
