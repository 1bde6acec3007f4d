namespace KnowledgeSite.Diagnostics;

/// <summary>KS5xx: ladders, dimensions and the statements where they meet.</summary>
public static class LadderRules
{
    public static readonly DiagnosticRule UnknownLevel = new(
        "KS501",
        Severity.Error,
        "A level is not on the ladder",
        "'{0}' is not a level of this ladder.{1}",
        "Levels are listed under 'levels:' in ladder.yaml, each with an id. Take one of those, or add the "
            + "level there. The page of a level is named after its id; an overlay has the levels of its base."
    );

    public static readonly DiagnosticRule SameLevel = new(
        "KS502",
        Severity.Error,
        "Two levels have one id",
        "Another level has the id '{0}', or one that differs from it in capitals only. Give this level an id "
            + "of its own.",
        "An id names one level for ever: links, bookmarks and exports hold on to it. The pages of levels "
            + "have their ids as addresses, in small letters."
    );

    public static readonly DiagnosticRule NoLevelId = new(
        "KS503",
        Severity.Error,
        "A level has no id",
        "This level has no id that can be used, so it is left out. Write 'id:' and a short name of letters, "
            + "digits and '-', such as 'senior'.",
        "The id stands in addresses and, between dots, in the ids of statements, so it holds neither blanks nor dots."
    );

    public static readonly DiagnosticRule Circle = new(
        "KS504",
        Severity.Error,
        "A ladder leads back to where it began",
        "'next' leads round in a circle: {0}. Take one of these steps out.",
        "Steps lead upwards: a level that leads, step by step, to itself cannot be climbed."
    );

    public static readonly DiagnosticRule Unreachable = new(
        "KS505",
        Severity.Warning,
        "No step leads to a level",
        "No level has '{0}' under 'next', and it is not the first. Add it to the level below.",
        "Only the first level of a ladder may be where people begin. Another that nothing leads to was "
            + "probably forgotten under 'next'."
    );

    public static readonly DiagnosticRule MissingCell = new(
        "KS506",
        Severity.Error,
        "A cell of the matrix is missing",
        "Nothing is said of {0}. Write it {2}under '## {0} {{#{1}}}', or say there 'No increase here: …' or "
            + "'Does not apply, because …'.",
        "An empty cell leaves readers guessing whether nothing is expected or somebody forgot. Both answers "
            + "have words of their own."
    );

    public static readonly DiagnosticRule UnknownCell = new(
        "KS507",
        Severity.Error,
        "A heading stands for no cell",
        "'{0}' is no cell of this ladder: an id is the dimension, a dot and a level.{1}",
        "In the page of a dimension each heading of level 2 stands for one level: '## Senior "
            + "{#scope.senior}'. Other headings are of level 3 or below."
    );

    public static readonly DiagnosticRule EmptyCell = new(
        "KS508",
        Severity.Error,
        "A cell has no sentence",
        "'{0}' says nothing. Begin it with one sentence: it stands in the matrix.",
        "The first paragraph under the heading is the cell's sentence; the list below it holds the signals."
    );

    public static readonly DiagnosticRule SameStatement = new(
        "KS509",
        Severity.Error,
        "Two statements have one id",
        "The id '{0}' is taken by {1}. Give this one an id of its own.",
        "Comparisons, evidence and links hold on to the id of a statement, so each has its own."
    );

    public static readonly DiagnosticRule NoStatementId = new(
        "KS510",
        Severity.Error,
        "A signal has no id",
        "This signal has no id. End it with an id such as '{{#{0}.…}}'.",
        "Signals are matched by their ids when levels are compared, so that a changed comma is no change. An "
            + "id begins with that of the cell."
    );

    public static readonly DiagnosticRule WrongStatementId = new(
        "KS511",
        Severity.Error,
        "A signal's id belongs to another cell",
        "The id '{0}' does not begin with '{1}.', the cell that it stands in. Rename it, or move the signal.",
        "An id that begins with its cell's tells everyone who meets it in an export where it stands."
    );

    public static readonly DiagnosticRule UnknownStatement = new(
        "KS512",
        Severity.Error,
        "A signal names one that is not there",
        "'{0}' names no signal of {1}.{2}",
        "'raises=' and 'ends=' take the id of a signal of an earlier level in the same dimension; "
            + "'replaces=', in an overlay, that of one in the same cell of the base."
    );

    public static readonly DiagnosticRule NotEarlier = new(
        "KS513",
        Severity.Error,
        "A signal raises or ends one that does not come before it",
        "'{0}' does not come before {1} on the ladder, so it cannot be raised or ended there.",
        "What is raised or ended was expected at an earlier level on the same way up."
    );

    public static readonly DiagnosticRule MissingBase = new(
        "KS514",
        Severity.Error,
        "The ladder to extend is not there",
        "There is no ladder '{0}' that stands by itself and could be extended, so this one is left out.{1}",
        "'extends:' takes the name of the folder of another ladder, one that is no overlay itself."
    );

    public static readonly DiagnosticRule EmptyStep = new(
        "KS515",
        Severity.Warning,
        "A step changes nothing",
        "Nothing is new from {0} to {1} in any dimension. Say what changes, or join the two levels.",
        "A step without a difference gives people nothing to grow into, and managers nothing to judge by."
    );

    public static readonly DiagnosticRule NearlySame = new(
        "KS516",
        Severity.Warning,
        "Two statements say nearly the same",
        "This says nearly the same as '{0}'. Say what differs, or {1}.",
        "Statements that differ in a word or two are read as copies, and nobody can tell the two levels apart."
    );

    public static readonly DiagnosticRule MissingDimension = new(
        "KS517",
        Severity.Error,
        "A dimension has no page",
        "The dimension '{0}' has no page: write 'dimensions/{0}.md' with 'kind: dimension' in its front matter.{1}",
        "Each dimension of a ladder is one Markdown file beside its ladder.yaml."
    );

    public static readonly DiagnosticRule LooseDimension = new(
        "KS518",
        Severity.Warning,
        "A dimension is not on the ladder",
        "'{0}' is not listed under 'dimensions:' in {1}, so the matrix leaves it out.",
        "The list gives the order of the rows. Add the dimension where it belongs."
    );

    public static readonly DiagnosticRule NoReason = new(
        "KS519",
        Severity.Error,
        "No reason is given",
        "Say why: '{0} …'.",
        "'No increase here: …' and 'Does not apply, because …' are answers only with their reason."
    );

    public static readonly DiagnosticRule Vanished = new(
        "KS520",
        Severity.Error,
        "A published id is gone",
        "'{0}' was published and is gone. Where it was renamed write '{1}' beside the new id; where it has "
            + "no successor add it to 'retired:' in published.yaml.",
        """
        People's evidence, links and exports hold on to the id of a statement. Published are the ids that
        `published.yaml` beside `ladder.yaml` lists, and those of every version in `versions.yaml`. An id that was
        renamed stands as `was=` beside the new one. One that has no successor stands under `retired:` in
        `published.yaml`:

            ids:
              - scope.senior
            retired:
              - senior-director            # a level with all its cells and signals
              - craft.staff                # a cell with its signals
              - craft.senior.reviews       # a signal

        What a ladder retires is retired on every overlay of it.
        """
    );

    public static readonly DiagnosticRule UnknownLadder = new(
        "KS522",
        Severity.Error,
        "A page names a ladder that is not there",
        "There is no ladder '{0}'.{1}",
        "A ladder is named by its folder, the one that holds its ladder.yaml."
    );

    public static readonly DiagnosticRule UnknownDimension = new(
        "KS523",
        Severity.Error,
        "A dimension is not on the ladder",
        "'{0}' is not a dimension of this ladder.{1}",
        "The dimensions are listed under 'dimensions:' in the ladder's ladder.yaml."
    );

    public static readonly DiagnosticRule NoExtension = new(
        "KS521",
        Severity.Error,
        "An overlay adds to a cell that its base does not have",
        "The base ladder '{0}' has no cell '{1}' to add to.{2}",
        "An overlay adds to the cells of its base by their ids. A level or a dimension of its own belongs "
            + "into a ladder of its own."
    );

    public static readonly DiagnosticRule SameLadder = new(
        "KS524",
        Severity.Error,
        "Two ladders have one name",
        "The name '{0}' is taken by the ladder in '{1}', so this one is left out. Give its folder another name.",
        "A ladder is named after its folder. The name stands in 'extends:', in addresses and in exports."
    );

    public static readonly DiagnosticRule EmptyLadder = new(
        "KS525",
        Severity.Error,
        "A ladder lists nothing",
        "Nothing is listed under '{0}:', so the ladder is left out. {1}, or delete this file.",
        "A ladder is made of its levels and dimensions: the matrix has a column for each level and a row for "
            + "each dimension. An overlay has those of its base."
    );

    public static readonly DiagnosticRule LadderAtRoot = new(
        "KS526",
        Severity.Error,
        "A ladder has no folder",
        "A ladder is named after its folder, and this one has none, so it is left out. Move it, with its "
            + "'dimensions' and 'levels', into a folder such as 'ladders/data-science'.",
        "The name of the folder stands in addresses, in 'extends:' and in exports."
    );

    public static readonly DiagnosticRule OverlayDimensions = new(
        "KS527",
        Severity.Warning,
        "An overlay lists dimensions",
        "'{0}' has no effect here: an overlay has the dimensions of its base, '{1}', in the same order. Take "
            + "the key out.",
        "An overlay adds to the cells of its base. A dimension of its own belongs to the base, or to a "
            + "ladder of its own."
    );

    public static readonly DiagnosticRule SignalUnderMark = new(
        "KS528",
        Severity.Error,
        "A cell says that nothing is asked for, and asks",
        "The cell begins with '{0}' and then lists this signal. Write what is new in place of that sentence, "
            + "or take the signal out.",
        "'No increase here: …' and 'Does not apply, because …' stand for a cell without signals. What ends "
            + "at a level (`ends=`) may be listed all the same."
    );

    public static readonly DiagnosticRule RaisedTwice = new(
        "KS529",
        Severity.Error,
        "A signal is raised or ended a second time",
        "'{0}' is {1} at {2} already, so here it is expected no longer. {3}",
        "What raises a signal takes its place. From there on the new one is what can be raised or ended, so "
            + "that comparisons know what became of each."
    );

    public static readonly DiagnosticRule NoVersionName = new(
        "KS542",
        Severity.Error,
        "A version lacks its name or its day",
        "Write '{0}' in this entry; without it the version is left out. {1}",
        "versions.yaml beside ladder.yaml lists the versions of the ladder, the newest first, each with "
            + "'version:' and 'date:'. 'knowledgesite release' adds an entry."
    );

    public static readonly DiagnosticRule SameVersion = new(
        "KS543",
        Severity.Error,
        "Two versions have one name",
        "The version '{0}' stands twice. Take one of the entries out.",
        "People quote a version by its name, and its snapshot is named after it."
    );

    public static readonly DiagnosticRule SnapshotMissing = new(
        "KS544",
        Severity.Error,
        "A version has no snapshot",
        "The version '{0}' has no snapshot '{1}', so it is left out. Take that file from the history of the "
            + "repository, or take this entry out.",
        "A version is what a ladder said on a day. 'knowledgesite release' keeps that in a file beside "
            + "versions.yaml, so that what changed since can be shown."
    );

    public static readonly DiagnosticRule SnapshotDamaged = new(
        "KS545",
        Severity.Error,
        "The snapshot of a version cannot be read",
        "This is no snapshot of this ladder: {0}. Its version is left out. Take the file as it was from the "
            + "history of the repository.",
        "Snapshots are written by 'knowledgesite release' and never edited: a version stays what it was."
    );

    public static readonly DiagnosticRule VersionOrder = new(
        "KS546",
        Severity.Warning,
        "Versions are out of order",
        "The version '{0}' is younger than '{1}', which stands above it. The newest version comes first.",
        "What a version changed is worked out by comparing it with the one below it."
    );

    public static readonly DiagnosticRule KindTooLow = new(
        "KS547",
        Severity.Error,
        "A version is said to change less than it does",
        "By its ids this is {0} ({1}), and it is said to be {2}. Say why under 'because:', or take 'kind:' out.",
        "A version is major when a level that was there before asks for more, minor when more is said or "
            + "less is asked, and patch when only words change. Authors may know better than ids; readers are told "
            + "why."
    );

    public static readonly DiagnosticRule LooseSnapshot = new(
        "KS548",
        Severity.Warning,
        "A snapshot belongs to no version",
        "No version '{0}' is listed in {1}, so nothing is made of this snapshot. List it there, or delete this file.",
        "versions.yaml says which snapshots are versions, and when they were published."
    );
}
