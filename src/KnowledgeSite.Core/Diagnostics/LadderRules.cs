namespace KnowledgeSite.Diagnostics;

/// <summary>KS5xx: ladders, with their levels, dimensions, cells, statements and versions.</summary>
internal static class LadderRules
{
    public static readonly DiagnosticRule UnknownLevel = new(
        "KS501",
        Severity.Error,
        "A level is unknown",
        "'{0}' is not a level of this ladder.{1}",
        """
        `levels:` in `ladder.yaml` lists the levels with their ids. Use one of these ids, or add a level. The page of a
        level has the id as its file name. An overlay has the levels of its base.
        """
    );

    public static readonly DiagnosticRule SameLevel = new(
        "KS502",
        Severity.Error,
        "Two levels have the same id",
        "Another level has the id '{0}', or one that differs only in upper and lower case. Give this level another "
            + "id.",
        """
        The id of a level never changes, because links, bookmarks and exports refer to it. The URL of the level's page
        is the id in lower case.
        """
    );

    public static readonly DiagnosticRule NoLevelId = new(
        "KS503",
        Severity.Error,
        "A level has no id",
        "This level has no valid id, so it is left out. Add 'id:' and a short name of letters, digits and '-', such "
            + "as 'senior'.",
        """
        The id is used in URLs and, separated by dots, in the ids of statements. It must not contain spaces or dots.
        """
    );

    public static readonly DiagnosticRule LevelCycle = new(
        "KS504",
        Severity.Error,
        "The levels of a ladder form a cycle",
        "The levels under 'next' form a cycle: {0}. Remove one of these entries.",
        "`next` names the levels that follow a level. A level cannot follow itself."
    );

    public static readonly DiagnosticRule Unreachable = new(
        "KS505",
        Severity.Warning,
        "A level cannot be reached",
        "No level lists '{0}' under 'next', and it is not the first level. Add it to the 'next' of the level before "
            + "it.",
        "Only the first level of a ladder needs no level before it."
    );

    public static readonly DiagnosticRule MissingCell = new(
        "KS506",
        Severity.Error,
        "A cell of the matrix is empty",
        "There is no cell for {0}. Write it {2}under '## {0} {{#{1}}}', or write 'No increase here: …' or 'Does not "
            + "apply, because …' there.",
        """
        If a cell is empty, readers cannot tell whether nothing more is expected or its author forgot it. Say which it
        is.
        """
    );

    public static readonly DiagnosticRule UnknownCell = new(
        "KS507",
        Severity.Error,
        "A heading matches no cell",
        "'{0}' is not a cell of this ladder. The id of a cell is a dimension, a dot and a level.{1}",
        """
        On the page of a dimension, each level 2 heading begins the cell of one level: '## Senior {#scope.senior}'. Use
        level 3 or lower for other headings.
        """
    );

    public static readonly DiagnosticRule EmptyCell = new(
        "KS508",
        Severity.Error,
        "A cell has no summary",
        "The cell '{0}' has no text. Begin it with one sentence, which the matrix shows.",
        "The first paragraph below the heading is the summary of the cell. The list below it contains the signals."
    );

    public static readonly DiagnosticRule SameStatement = new(
        "KS509",
        Severity.Error,
        "Two statements have the same id",
        "The id '{0}' is already used by {1}. Give this statement another id.",
        "Comparisons, evidence and links refer to a statement by its id."
    );

    public static readonly DiagnosticRule NoStatementId = new(
        "KS510",
        Severity.Error,
        "A signal has no id",
        "This signal has no id. Add one at its end, such as '{{#{0}}}'.",
        """
        Comparisons match signals by id, so that a changed word does not count as a new signal. The id begins with the
        id of the cell.
        """
    );

    public static readonly DiagnosticRule WrongStatementId = new(
        "KS511",
        Severity.Error,
        "A signal's id belongs to another cell",
        "The id '{0}' must begin with '{1}.', the id of its cell. Rename it, or move the signal.",
        "The id of a signal shows which cell it belongs to, for instance in an export."
    );

    public static readonly DiagnosticRule UnknownStatement = new(
        "KS512",
        Severity.Error,
        "A signal refers to an unknown signal",
        "'{0}' is not a signal of {1}.{2}",
        """
        'raises=' and 'ends=' take the id of a signal at an earlier level in the same dimension. 'replaces=' in an
        overlay takes the id of a signal in the same cell of the base.
        """
    );

    public static readonly DiagnosticRule NotEarlier = new(
        "KS513",
        Severity.Error,
        "A signal raises or ends one that does not come before it",
        "'{0}' does not come before {1} on the ladder, so it cannot be raised or ended here. Name a signal of an "
            + "earlier level.",
        "Only a signal that is expected at an earlier level on the same track can be raised or ended."
    );

    public static readonly DiagnosticRule MissingBase = new(
        "KS514",
        Severity.Error,
        "The base of an overlay is missing",
        "There is no ladder '{0}' that can be extended, so this one is left out.{1}",
        "`extends:` takes the folder name of another ladder, which must not be an overlay itself."
    );

    public static readonly DiagnosticRule LevelAddsNothing = new(
        "KS515",
        Severity.Warning,
        "A level adds nothing",
        "Nothing is new from {0} to {1} in any dimension. Add what changes, or merge the two levels.",
        "If two levels expect the same, people have nothing to grow into, and managers have nothing to assess."
    );

    public static readonly DiagnosticRule NearlySame = new(
        "KS516",
        Severity.Warning,
        "Two statements are nearly the same",
        "This is nearly the same as '{0}'. Say what differs, or {1}.",
        "Readers cannot tell two levels apart if their statements differ in only a word or two."
    );

    public static readonly DiagnosticRule MissingDimension = new(
        "KS517",
        Severity.Error,
        "A dimension has no page",
        "The dimension '{0}' has no page. It needs 'dimensions/{0}.md' with 'kind: dimension' in its front matter.{1}",
        "Each dimension of a ladder is a Markdown file in the folder `dimensions` beside `ladder.yaml`."
    );

    public static readonly DiagnosticRule UnlistedDimension = new(
        "KS518",
        Severity.Warning,
        "A dimension is not listed",
        "'{0}' is not listed under 'dimensions:' in {1}, so the matrix does not show it. Add it to the list.",
        "The list sets the order of the rows in the matrix."
    );

    public static readonly DiagnosticRule NoReason = new(
        "KS519",
        Severity.Error,
        "No reason is given",
        "The reason is missing. Write '{0} …'.",
        """
        'No increase here: …' and 'Does not apply, because …' need a reason, so that readers can tell why the level adds
        nothing.
        """
    );

    public static readonly DiagnosticRule PublishedIdRemoved = new(
        "KS520",
        Severity.Error,
        "A published id was removed",
        "The published id '{0}' no longer exists. If it was renamed, add '{1}' beside the new id; if it was removed, "
            + "add it to 'retired:' in published.yaml.",
        """
        People's evidence, links and exports refer to the ids of statements. The published ids are those in
        `published.yaml` beside `ladder.yaml`, and those of every version in `versions.yaml`. If you rename an id, add
        the old one as `was=` beside the new one. If you remove it, list it under `retired:` in `published.yaml`:

            ids:
              - scope.senior
            retired:
              - senior-director            # a level with all its cells and signals
              - craft.staff                # a cell with its signals
              - craft.senior.reviews       # a signal

        An id that a ladder retires is also retired in every overlay of it.
        """
    );

    public static readonly DiagnosticRule UnknownLadder = new(
        "KS522",
        Severity.Error,
        "A ladder is unknown",
        "There is no ladder '{0}'.{1}",
        "The name of a ladder is the name of the folder that contains its `ladder.yaml`."
    );

    public static readonly DiagnosticRule UnknownDimension = new(
        "KS523",
        Severity.Error,
        "A dimension is unknown",
        "'{0}' is not a dimension of this ladder.{1}",
        "`dimensions:` in `ladder.yaml` lists the dimensions of the ladder."
    );

    public static readonly DiagnosticRule UnknownBaseCell = new(
        "KS521",
        Severity.Error,
        "An overlay adds to an unknown cell",
        "The base ladder '{0}' has no cell '{1}'.{2}",
        """
        An overlay adds to the cells of its base under the same ids. A ladder with its own levels or dimensions cannot
        be an overlay.
        """
    );

    public static readonly DiagnosticRule SameLadder = new(
        "KS524",
        Severity.Error,
        "Two ladders have the same name",
        "The ladder in '{1}' already has the name '{0}', so this one is left out. Rename its folder.",
        "The name of a ladder is the name of its folder. It is used in `extends:`, in URLs and in exports."
    );

    public static readonly DiagnosticRule EmptyLadder = new(
        "KS525",
        Severity.Error,
        "A ladder has no levels or dimensions",
        "Nothing is listed under '{0}:', so the ladder is left out. {1}, or delete this file.",
        """
        The matrix has a column for each level and a row for each dimension. An overlay has the levels and dimensions of
        its base.
        """
    );

    public static readonly DiagnosticRule LadderAtRoot = new(
        "KS526",
        Severity.Error,
        "A ladder is not in a folder of its own",
        "The ladder is in the input folder itself and has no name, so it is left out. Move it, with its 'dimensions' "
            + "and 'levels', into a folder such as 'ladders/data-science'.",
        "The name of a ladder is the name of its folder. It is used in URLs, in `extends:` and in exports."
    );

    public static readonly DiagnosticRule OverlayDimensions = new(
        "KS527",
        Severity.Warning,
        "An overlay lists dimensions",
        "'{0}' has no effect here: an overlay has the dimensions of its base, '{1}', in the same order. Delete the "
            + "key.",
        """
        An overlay only adds to the cells of its base. Add a new dimension to the base, or to a ladder that is not an
        overlay.
        """
    );

    public static readonly DiagnosticRule SignalWithoutIncrease = new(
        "KS528",
        Severity.Error,
        "A cell without an increase lists a signal",
        "The cell begins with '{0}' but lists this signal. Replace that sentence with what is new, or delete the "
            + "signal.",
        """
        A cell that begins with 'No increase here: …' or 'Does not apply, because …' has no new signals. It may list
        signals that end at this level (`ends=`).
        """
    );

    public static readonly DiagnosticRule RaisedTwice = new(
        "KS529",
        Severity.Error,
        "A signal is raised or ended twice",
        "'{0}' is already {1} at {2}, so it is no longer expected here. {3}",
        """
        A signal that raises another one replaces it. Later levels can raise or end only the new one, so that
        comparisons can follow each signal.
        """
    );

    public static readonly DiagnosticRule NoVersionName = new(
        "KS542",
        Severity.Error,
        "A version has no name or date",
        "The entry needs '{0}', so this version is left out. {1}",
        """
        `versions.yaml` beside `ladder.yaml` lists the versions of the ladder, the newest first. Each has `version:` and
        `date:`. `knowledgesite release` adds an entry.
        """
    );

    public static readonly DiagnosticRule SameVersion = new(
        "KS543",
        Severity.Error,
        "Two versions have the same name",
        "The version '{0}' is listed twice. Delete one of the entries.",
        "People quote a version by its name, and its snapshot has the same file name."
    );

    public static readonly DiagnosticRule SnapshotMissing = new(
        "KS544",
        Severity.Error,
        "A version has no snapshot",
        "The version '{0}' has no snapshot '{1}', so it is left out. Restore that file from the history of the "
            + "repository, or delete this entry.",
        """
        A version is the state of a ladder on a date. `knowledgesite release` saves it as a file beside `versions.yaml`,
        so that the site can show later changes.
        """
    );

    public static readonly DiagnosticRule SnapshotDamaged = new(
        "KS545",
        Severity.Error,
        "The snapshot of a version cannot be read",
        "This is not a snapshot of this ladder: {0}. The version is left out. Restore the file from the history of "
            + "the repository.",
        "`knowledgesite release` writes snapshots. Do not edit them: a version never changes."
    );

    public static readonly DiagnosticRule VersionOrder = new(
        "KS546",
        Severity.Warning,
        "Versions are out of order",
        "The version '{0}' is newer than '{1}' above it. List the newest version first.",
        "The changes of a version are found by comparing it with the entry below it."
    );

    public static readonly DiagnosticRule KindTooLow = new(
        "KS547",
        Severity.Error,
        "The kind of a version is too low",
        "Its ids show that this change is {0} ({1}), but 'kind' is {2}. Give a reason under 'because:', or delete "
            + "'kind:'.",
        """
        A version is major if it expects more at a level that already existed, minor if it adds text or expects less,
        and patch if only words change. The author may know better than a comparison of ids, but readers need the
        reason.
        """
    );

    public static readonly DiagnosticRule UnlistedSnapshot = new(
        "KS548",
        Severity.Warning,
        "A snapshot belongs to no version",
        "{1} lists no version '{0}', so this snapshot is not used. Add the version there, or delete this file.",
        "`versions.yaml` lists which snapshots are versions, and when they were published."
    );
}
