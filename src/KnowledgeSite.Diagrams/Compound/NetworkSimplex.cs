namespace KnowledgeSite.Diagrams.Compound;

/// <summary>
/// A constraint of a layout problem: the position of <paramref name="To"/> is at least that of <paramref name="From"/>
/// plus the length. The weight is the cost of each unit of their distance.
/// </summary>
internal readonly record struct Spacing(int From, int To, double Length, double Weight);

/// <summary>
/// Finds positions on a line with the least weighted sum of distances (Gansner, Koutsofios, North and Vo, "A technique
/// for drawing directed graphs", 1993). Variable 0 is the origin. The constraints must have no cycle.
/// </summary>
internal sealed class NetworkSimplex
{
    private const double Epsilon = 1e-7;

    private readonly int _count;
    private readonly Spacing[] _spacings;
    private readonly double[] _positions;

    // The spanning tree of tight constraints, as the constraint that leads from each variable to its parent.
    private readonly int[] _parentSpacing;
    private readonly int[] _parent;
    private readonly int[] _order;
    private readonly double[] _imbalance;

    /// <summary>
    /// The sum of the imbalances in the subtree of each variable. Weights are halves, so it is exact.
    /// </summary>
    private readonly double[] _sum;
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;
    private readonly int[] _previousSibling;

    // The constraints of each variable, one after the other.
    private readonly int[] _incident;
    private readonly int[] _firstIncident;

    // The variables of the subtree that was collected last.
    private readonly int[] _members;
    private readonly int[] _collection;
    private int _memberCount;
    private int _collections;

    private NetworkSimplex(int count, List<Spacing> spacings)
    {
        _count = count;
        _spacings = new Spacing[spacings.Count + count - 1];
        spacings.CopyTo(_spacings);
        for (var variable = 1; variable < count; variable++)
            _spacings[spacings.Count + variable - 1] = new(0, variable, 0, 0);
        _positions = new double[count];
        _parentSpacing = new int[count];
        _parent = new int[count];
        _order = new int[count];
        _imbalance = new double[count];
        _sum = new double[count];
        _firstChild = new int[count];
        _nextSibling = new int[count];
        _previousSibling = new int[count];
        _members = new int[count];
        _collection = new int[count];
        _firstIncident = new int[count + 1];
        foreach (var spacing in _spacings)
        {
            _imbalance[spacing.To] += spacing.Weight;
            _imbalance[spacing.From] -= spacing.Weight;
            _firstIncident[spacing.To]++;
            _firstIncident[spacing.From]++;
        }

        for (var variable = 0; variable < count; variable++)
            _firstIncident[variable + 1] += _firstIncident[variable];
        _incident = new int[_firstIncident[count]];
        for (var number = 0; number < _spacings.Length; number++)
        {
            _incident[--_firstIncident[_spacings[number].To]] = number;
            _incident[--_firstIncident[_spacings[number].From]] = number;
        }
    }

    /// <summary>The positions of all variables; null if the constraints have a cycle.</summary>
    /// <param name="isBalanced">True to centre what could be moved without cost.</param>
    public static double[]? Solve(int count, List<Spacing> spacings, bool isBalanced)
    {
        var problem = new NetworkSimplex(count, spacings);
        if (!problem.TryBegin())
            return null;
        problem.Improve();
        if (isBalanced)
            problem.Balance();
        return problem._positions;
    }

    /// <summary>
    /// Places each variable at the end of its longest path from the origin. Each is then tight to a predecessor, and
    /// these constraints are a spanning tree.
    /// </summary>
    private bool TryBegin()
    {
        var waiting = new int[_count];
        // The constraints that leave each variable, as linked lists in their order.
        var first = new int[_count];
        var next = new int[_spacings.Length];
        Array.Fill(first, -1);
        for (var number = _spacings.Length - 1; number >= 0; number--)
        {
            ref readonly var spacing = ref _spacings[number];
            waiting[spacing.To]++;
            next[number] = first[spacing.From];
            first[spacing.From] = number;
        }

        // The variables whose predecessors all have a position, in the order in which that was found.
        var ready = _members;
        var found = 1;
        ready[0] = 0;
        var placed = 0;
        Array.Fill(_parent, -1);
        while (placed < found)
        {
            var variable = ready[placed++];
            for (var number = first[variable]; number >= 0; number = next[number])
            {
                ref readonly var spacing = ref _spacings[number];
                var position = _positions[variable] + spacing.Length;
                if (_parent[spacing.To] < 0 || position > _positions[spacing.To])
                {
                    _positions[spacing.To] = position;
                    _parent[spacing.To] = variable;
                    _parentSpacing[spacing.To] = number;
                }

                if (--waiting[spacing.To] == 0)
                    ready[found++] = spacing.To;
            }
        }

        return placed == _count;
    }

    private void Improve()
    {
        var pivots = (4 * _count) + 200;
        var last = 1;
        Traverse();
        while (pivots-- > 0)
        {
            var leaving = FindNegative(last);
            if (leaving < 0)
                return;
            last = leaving;
            Collect(leaving);
            var entering = FindEntering(leaving, out var slack);
            if (entering < 0)
                return;
            Shift(_spacings[_parentSpacing[leaving]].To == leaving ? slack : -slack);
            Reroot(leaving, entering);
        }
    }

    /// <summary>Moves subtrees that could be moved without cost into the middle of their room.</summary>
    private void Balance()
    {
        Traverse();
        for (var i = _count - 1; i > 0; i--)
        {
            var variable = _order[i];
            if (Math.Abs(_sum[variable]) > Epsilon)
                continue;
            Collect(variable);
            if (FindEntering(variable, out var slack) < 0 || slack < 1)
                continue;
            Shift((_spacings[_parentSpacing[variable]].To == variable ? slack : -slack) / 2);
        }
    }

    /// <summary>Computes the order of the tree, and for each subtree the sum of its imbalances.</summary>
    private void Traverse()
    {
        Array.Fill(_firstChild, -1);
        for (var variable = _count - 1; variable > 0; variable--)
            AddChild(_parent[variable], variable);
        var at = 0;
        var waiting = 1;
        _members[0] = 0;
        while (waiting > 0)
        {
            var variable = _members[--waiting];
            _order[at++] = variable;
            _sum[variable] = _imbalance[variable];
            for (var child = _firstChild[variable]; child >= 0; child = _nextSibling[child])
                _members[waiting++] = child;
        }

        for (var i = _count - 1; i > 0; i--)
            _sum[_parent[_order[i]]] += _sum[_order[i]];
    }

    private void AddChild(int parent, int child)
    {
        var next = _firstChild[parent];
        _nextSibling[child] = next;
        _previousSibling[child] = -1;
        if (next >= 0)
            _previousSibling[next] = child;
        _firstChild[parent] = child;
    }

    private void RemoveChild(int parent, int child)
    {
        var (previous, next) = (_previousSibling[child], _nextSibling[child]);
        if (previous >= 0)
            _nextSibling[previous] = next;
        else
            _firstChild[parent] = next;
        if (next >= 0)
            _previousSibling[next] = previous;
    }

    /// <summary>Collects the variables in the subtree of a variable.</summary>
    private void Collect(int root)
    {
        _collections++;
        _members[0] = root;
        _memberCount = 1;
        for (var i = 0; i < _memberCount; i++)
        {
            _collection[_members[i]] = _collections;
            for (var child = _firstChild[_members[i]]; child >= 0; child = _nextSibling[child])
                _members[_memberCount++] = child;
        }
    }

    private int FindNegative(int from)
    {
        for (var step = 0; step < _count - 1; step++)
        {
            var variable = 1 + ((from - 1 + step) % (_count - 1));
            var isHead = _spacings[_parentSpacing[variable]].To == variable;
            if ((isHead ? _sum[variable] : -_sum[variable]) < -Epsilon)
                return variable;
        }

        return -1;
    }

    /// <summary>
    /// The constraint with the least slack that stops the subtree of a variable, which was collected, from moving; the
    /// first one of equals.
    /// </summary>
    private int FindEntering(int variable, out double slack)
    {
        var movesUp = _spacings[_parentSpacing[variable]].To == variable;
        var best = -1;
        slack = double.MaxValue;
        for (var i = 0; i < _memberCount; i++)
        {
            var member = _members[i];
            for (var at = _firstIncident[member]; at < _firstIncident[member + 1]; at++)
            {
                var number = _incident[at];
                ref readonly var spacing = ref _spacings[number];
                if ((movesUp ? spacing.From : spacing.To) != member || Contains(movesUp ? spacing.To : spacing.From))
                    continue;
                var room = _positions[spacing.To] - _positions[spacing.From] - spacing.Length;
                if (room < slack || (room == slack && number < best))
                {
                    slack = room;
                    best = number;
                }
            }
        }

        return best;
    }

    /// <summary>True if a variable is in the collected subtree.</summary>
    private bool Contains(int variable) => _collection[variable] == _collections;

    /// <summary>Moves the collected subtree.</summary>
    private void Shift(double distance)
    {
        for (var i = 0; i < _memberCount; i++)
            _positions[_members[i]] += distance;
    }

    /// <summary>Attaches the collected subtree of a variable by another constraint.</summary>
    private void Reroot(int root, int entering)
    {
        var spacing = _spacings[entering];
        var variable = Contains(spacing.From) ? spacing.From : spacing.To;
        var parent = variable == spacing.From ? spacing.To : spacing.From;
        var number = entering;
        var total = _sum[root];
        AddToAncestors(_parent[root], -total);
        AddToAncestors(parent, total);
        var sum = total;
        while (true)
        {
            var oldParent = _parent[variable];
            var oldNumber = _parentSpacing[variable];
            RemoveChild(oldParent, variable);
            AddChild(parent, variable);
            _parent[variable] = parent;
            _parentSpacing[variable] = number;
            (_sum[variable], sum) = (sum, total - _sum[variable]);
            if (variable == root)
                return;
            parent = variable;
            number = oldNumber;
            variable = oldParent;
        }
    }

    private void AddToAncestors(int variable, double sum)
    {
        for (; variable > 0; variable = _parent[variable])
            _sum[variable] += sum;
    }
}
