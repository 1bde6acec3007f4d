using System.Collections.Concurrent;

namespace KnowledgeSite.Highlighting;

/// <summary>Maps the scopes of TextMate grammars to roles.</summary>
internal static class CodeScopes
{
    private static readonly ConcurrentDictionary<string, CodeRole?> Known = new(StringComparer.Ordinal);

    /// <summary>The beginnings of scopes. Of two that match, the longer one counts.</summary>
    private static readonly (string Start, CodeRole Role)[] Roles = new (string Start, CodeRole Role)[]
    {
        ("comment", CodeRole.Comment),
        ("punctuation.definition.comment", CodeRole.Comment),
        ("string", CodeRole.String),
        ("punctuation.definition.string", CodeRole.String),
        ("string.unquoted", CodeRole.None),
        ("string.unquoted.plain", CodeRole.String),
        ("markup.inline.raw", CodeRole.String),
        ("markup.fenced_code", CodeRole.String),
        ("constant", CodeRole.Constant),
        ("constant.character.escape", CodeRole.Constant),
        ("keyword", CodeRole.Keyword),
        ("keyword.operator", CodeRole.None),
        ("keyword.operator.expression", CodeRole.Keyword),
        ("keyword.operator.new", CodeRole.Keyword),
        ("keyword.other.unit", CodeRole.Constant),
        ("keyword.other.definition.ini", CodeRole.Property),
        ("storage", CodeRole.Keyword),
        ("storage.type.java", CodeRole.Type),
        ("storage.type.generic", CodeRole.Type),
        ("storage.modifier.import", CodeRole.Type),
        ("storage.modifier.package", CodeRole.Type),
        ("variable.language", CodeRole.Keyword),
        ("entity.name.function", CodeRole.Function),
        ("entity.name.command", CodeRole.Function),
        ("entity.name.function.preprocessor", CodeRole.Meta),
        ("entity.name.function.decorator", CodeRole.Meta),
        ("support.function", CodeRole.Function),
        ("meta.function-call.generic", CodeRole.Function),
        ("entity.name.type", CodeRole.Type),
        ("entity.name.class", CodeRole.Type),
        ("entity.name.namespace", CodeRole.Type),
        ("entity.name.scope-resolution", CodeRole.Type),
        ("entity.other.inherited-class", CodeRole.Type),
        ("support.type", CodeRole.Type),
        ("support.class", CodeRole.Type),
        ("support.type.property-name", CodeRole.Property),
        ("support.constant", CodeRole.Constant),
        ("entity.name.tag", CodeRole.Tag),
        ("entity.name.tag.yaml", CodeRole.Property),
        ("entity.name.section", CodeRole.Tag),
        ("markup.heading", CodeRole.Tag),
        ("entity.other.attribute-name", CodeRole.Property),
        ("variable.other.normal.shell", CodeRole.Property),
        ("variable.other.bracket.shell", CodeRole.Property),
        ("variable.other.readwrite.powershell", CodeRole.Property),
        ("variable.parameter.option", CodeRole.Property),
        ("constant.other.option", CodeRole.Property),
        ("meta.decorator", CodeRole.Meta),
        ("meta.attribute", CodeRole.Meta),
        ("punctuation.definition.annotation", CodeRole.Meta),
        ("storage.type.annotation", CodeRole.Meta),
        ("punctuation.definition.decorator", CodeRole.Meta),
        ("keyword.control.directive", CodeRole.Meta),
        ("meta.template.expression", CodeRole.None),
        ("meta.interpolation", CodeRole.None),
        ("meta.embedded", CodeRole.None),
    }
        .OrderByDescending(r => r.Start.Length)
        .ToArray();

    /// <summary>The role of a token: that of its innermost scope that has one.</summary>
    /// <param name="scopes">The scopes around the token, the outermost first.</param>
    public static CodeRole FindRole(List<string> scopes)
    {
        for (var i = scopes.Count - 1; i > 0; i--)
            if (Known.GetOrAdd(scopes[i], FindOwnRole) is { } role)
                return role;
        return CodeRole.None;
    }

    private static CodeRole? FindOwnRole(string scope)
    {
        foreach (var (start, role) in Roles)
            if (scope.StartsWith(start, StringComparison.Ordinal))
                return role;
        return null;
    }
}
