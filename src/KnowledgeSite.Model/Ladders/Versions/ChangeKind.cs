namespace KnowledgeSite.Ladders;

/// <summary>
/// The effect of a ladder's change on the people whom the ladder describes. It is computed from ids and positions only.
/// Whether a new wording means more is for people to decide. The rules are in <c>docs/ladder-versions.md</c>.
/// </summary>
public enum ChangeKind
{
    /// <summary>No visible change.</summary>
    None,

    /// <summary>Only the wording has changed.</summary>
    Patch,

    /// <summary>Something was added or clarified, or less is expected.</summary>
    Minor,

    /// <summary>An existing level expects something that it did not expect before.</summary>
    Major,
}
