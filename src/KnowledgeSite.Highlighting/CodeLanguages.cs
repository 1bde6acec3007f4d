using System.Collections.Frozen;
using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Highlighting;

/// <summary>The languages of code that are highlighted, with the names that authors write after a fence.</summary>
internal static class CodeLanguages
{
    /// <summary>The scope of a grammar, then the names of its language.</summary>
    private static readonly string[] Languages =
    [
        "source.batchfile bat batch cmd",
        "source.c c h",
        "source.clojure clojure clj cljs edn",
        "source.coffee coffeescript coffee",
        "source.cpp cpp c++ cc cxx hpp hh arduino ino cuda cu",
        "source.cs csharp cs c# csx",
        "source.css css",
        "source.css.less less",
        "source.css.scss scss",
        "source.dart dart",
        "source.dockerfile dockerfile docker containerfile",
        "source.fsharp fsharp fs f# fsx",
        "source.go go golang",
        "source.groovy groovy gradle jenkinsfile",
        "source.hlsl hlsl",
        "source.ini ini properties cfg conf editorconfig gitconfig dotenv env systemd",
        "source.java java",
        "source.js javascript js mjs cjs node",
        "source.js.jsx jsx",
        "source.json json webmanifest geojson ipynb",
        "source.json.comments jsonc json5",
        "source.julia julia jl",
        "source.lua lua",
        "source.makefile makefile make mk",
        "source.objc objective-c objectivec objc",
        "source.pascal pascal delphi",
        "source.perl perl pl",
        "source.powershell powershell pwsh ps1 posh",
        "source.python python py python3 py3 ipython ipython3 pycon pyi",
        "source.r r rscript splus",
        "source.ruby ruby rb rake irb",
        "source.rust rust rs",
        "source.scala scala sc sbt",
        "source.shell bash sh shell zsh ksh fish shellscript console shell-session shellsession sh-session",
        "source.sql sql mysql postgresql postgres psql plsql tsql sqlite bigquery hql",
        "source.swift swift",
        "source.toml toml",
        "source.ts typescript ts mts cts",
        "source.tsx tsx",
        "source.yaml yaml yml compose docker-compose",
        "text.bibtex bibtex bib",
        "text.html.basic html htm xhtml vue svelte",
        "text.html.cshtml razor cshtml",
        "text.html.handlebars handlebars hbs",
        "text.html.markdown markdown md mdx rmd qmd",
        "text.html.php php",
        "text.tex.latex latex tex",
        "text.xml xml xsd svg csproj props targets xaml rss plist pom",
        "text.xml.xsl xsl xslt",
    ];

    private static readonly FrozenDictionary<string, string> Scopes = Languages
        .Select(l => l.Split(' '))
        .SelectMany(l => l[1..], (l, name) => (Name: name, Scope: l[0]))
        .ToFrozenDictionary(l => l.Name, l => l.Scope, StringComparer.OrdinalIgnoreCase);

    /// <summary>Valid names of languages for which there is no grammar. Their code has no colours.</summary>
    private static readonly FrozenSet<string> Plain = (
        "text txt plain plaintext none output log ascii diff patch math mermaid flow mapping dot graphviz plantuml csv "
        + "tsv http kotlin kt elixir erlang haskell hs ocaml nix zig nim crystal fortran ada cobol matlab octave stata "
        + "sas spss prolog lisp scheme racket elm purescript solidity graphql protobuf proto thrift avro hcl terraform "
        + "tf nginx apache vim viml awk sed jq regex ebnf bnf asm wasm verilog vhdl tcl gdscript glsl wgsl liquid "
        + "jinja jinja2 django twig erb ejs pug haml slim astro styl stylus sass postcss tasks query dataview ojs "
        + "dataviewjs cypher sparql promql logql kusto kql dax abap apex bicep jsonl ndjson cjson hjson cron gherkin "
        + "robot rst asciidoc adoc org wiki mediawiki codeowners gitignore git-commit applescript autohotkey vbnet"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly SuggestionIndex MainNames = new(Languages.Select(l => l.Split(' ')[1]));
    private static readonly SuggestionIndex AllNames = new(Scopes.Keys);

    /// <summary>" Did you mean 'python'?" Of two names that are equally near, that of the language itself.</summary>
    public static string DidYouMean(string name) =>
        SuggestionIndex.Format(MainNames.Nearest(name) ?? AllNames.Nearest(name));

    /// <summary>True if the name is no mistake, whether the language has a grammar or not.</summary>
    public static bool IsKnown(string name) => Scopes.ContainsKey(name) || Plain.Contains(name);

    /// <summary>The scope of the grammar for the name of a language; null for an unknown name.</summary>
    public static string? FindScope(string name) => Scopes.GetValueOrDefault(name);
}
