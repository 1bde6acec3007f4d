using System.Collections.Frozen;
using System.Reflection;
using TextMateSharp.Grammars;
using TextMateSharp.Internal.Grammars.Reader;
using TextMateSharp.Internal.Types;
using TextMateSharp.Registry;
using TextMateSharp.Themes;

namespace KnowledgeSite.Highlighting;

/// <summary>
/// Reads the grammars: most from the package TextMateSharp.Grammars, and those that it lacks from this project. Only
/// the grammars that a language uses are read, because the list of all grammars of the package takes 100 ms to read.
/// </summary>
internal sealed class GrammarFiles : IRegistryOptions
{
    private const string Folder = "TextMateSharp.Grammars.Resources.Grammars.";

    /// <summary>The file of each scope in the package, without the folder and the extension.</summary>
    private static readonly FrozenDictionary<string, string> Files = new Dictionary<string, string>
    {
        ["source.batchfile"] = "bat.syntaxes.batchfile",
        ["source.c"] = "cpp.syntaxes.c",
        ["source.c.platform"] = "cpp.syntaxes.platform",
        ["source.clojure"] = "clojure.syntaxes.clojure",
        ["source.coffee"] = "coffeescript.syntaxes.coffeescript",
        ["source.css"] = "css.syntaxes.css",
        ["source.css.less"] = "less.syntaxes.less",
        ["source.css.scss"] = "scss.syntaxes.scss",
        ["source.dart"] = "dart.syntaxes.dart",
        ["source.dockerfile"] = "docker.syntaxes.docker",
        ["source.fsharp"] = "fsharp.syntaxes.fsharp",
        ["source.go"] = "go.syntaxes.go",
        ["source.groovy"] = "groovy.syntaxes.groovy",
        ["source.hlsl"] = "hlsl.syntaxes.hlsl",
        ["source.ini"] = "ini.syntaxes.ini",
        ["source.java"] = "java.syntaxes.java",
        ["source.js"] = "javascript.syntaxes.JavaScript",
        ["source.js.jsx"] = "javascript.syntaxes.JavaScriptReact",
        ["source.js.regexp"] = "javascript.syntaxes.Regular Expressions (JavaScript)",
        ["source.json"] = "json.syntaxes.JSON",
        ["source.json.comments"] = "json.syntaxes.JSONC",
        ["source.julia"] = "julia.syntaxes.julia",
        ["source.lua"] = "lua.syntaxes.lua",
        ["source.makefile"] = "make.syntaxes.make",
        ["source.objc"] = "objectivec.syntaxes.objective-c",
        ["source.pascal"] = "pascal.syntaxes.pascal",
        ["source.perl"] = "perl.syntaxes.perl",
        ["source.powershell"] = "powershell.syntaxes.powershell",
        ["source.r"] = "r.syntaxes.r",
        ["source.ruby"] = "ruby.syntaxes.ruby",
        ["source.rust"] = "rust.syntaxes.rust",
        ["source.shell"] = "shellscript.syntaxes.shell-unix-bash",
        ["source.swift"] = "swift.syntaxes.swift",
        ["source.ts"] = "typescriptbasics.syntaxes.TypeScript",
        ["source.tsx"] = "typescriptbasics.syntaxes.TypeScriptReact",
        ["source.yaml"] = "yaml.syntaxes.yaml",
        ["text.bibtex"] = "latex.syntaxes.Bibtex",
        ["text.html.basic"] = "html.syntaxes.html",
        ["text.html.cshtml"] = "razor.syntaxes.cshtml",
        ["text.html.handlebars"] = "handlebars.syntaxes.Handlebars",
        ["text.html.markdown"] = "markdownbasics.syntaxes.markdown",
        ["text.html.php"] = "php.syntaxes.html",
        ["source.php"] = "php.syntaxes.php",
        ["text.tex"] = "latex.syntaxes.TeX",
        ["text.tex.latex"] = "latex.syntaxes.LaTeX",
        ["text.xml"] = "xml.syntaxes.xml",
        ["text.xml.xsl"] = "xml.syntaxes.xsl",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public IRawGrammar? GetGrammar(string scopeName)
    {
        using var file = Open(scopeName);
        if (file is null)
            return null;
        using var reader = new StreamReader(file);
        return GrammarReader.ReadGrammarSync(reader);
    }

    public ICollection<string>? GetInjections(string scopeName) => null;

    public IRawTheme GetTheme(string scopeName) => GetDefaultTheme();

    public IRawTheme GetDefaultTheme() => new NoTheme();

    private static Stream? Open(string scope) =>
        Files.TryGetValue(scope, out var name)
            ? typeof(RegistryOptions).Assembly.GetManifestResourceStream($"{Folder}{name}.tmLanguage.json")
            : Assembly.GetExecutingAssembly().GetManifestResourceStream($"grammars/{scope}.json");

    /// <summary>Colours are chosen by the theme of the site, not by the library.</summary>
    private sealed class NoTheme : IRawTheme
    {
        public string GetName() => "none";

        public string? GetInclude() => null;

        public ICollection<IRawThemeSetting> GetSettings() => [];

        public ICollection<IRawThemeSetting> GetTokenColors() => [];

        public ICollection<KeyValuePair<string, object>> GetGuiColors() => [];
    }
}
