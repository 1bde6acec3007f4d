using TextMateSharp.Registry;

namespace KnowledgeSite.Highlighting;

/// <summary>
/// The compiled grammars of a language. Each serves one thread at a time, because it compiles its rules while it reads.
/// Compiling takes longer than a short wait, so there is a second grammar only for a site with much code.
/// </summary>
internal sealed class GrammarPool(string scope)
{
    /// <summary>The number of characters for each grammar, because a grammar takes time to load.</summary>
    private const long CharactersPerGrammar = 200_000;

    private readonly Stack<LineTokenizer> _free = [];
    private int _created;
    private long _characters;

    /// <summary>
    /// Takes a grammar for the calling thread, and waits for one if all are in use. Null if there is none.
    /// </summary>
    public LineTokenizer? Take()
    {
        lock (_free)
        {
            while (true)
            {
                if (_free.TryPop(out var grammar))
                    return grammar;
                if (_created < Environment.ProcessorCount && _characters >= _created * CharactersPerGrammar)
                {
                    if (new Registry(new GrammarFiles()).LoadGrammar(scope) is not { } created)
                        return null;
                    _created++;
                    return new(created);
                }

                Monitor.Wait(_free);
            }
        }
    }

    /// <param name="characters">The length of the code that was read.</param>
    public void Return(LineTokenizer grammar, int characters)
    {
        lock (_free)
        {
            _free.Push(grammar);
            _characters += characters;
            Monitor.Pulse(_free);
        }
    }
}
