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
    private readonly int[] _index;
    private readonly int[] _size;
    private readonly double[] _imbalance;
    private readonly double[] _sum;
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;
    private readonly int[] _stack;

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
        _index = new int[count];
        _size = new int[count];
        _imbalance = new double[count];
        _sum = new double[count];
        _firstChild = new int[count];
        _nextSibling = new int[count];
        _stack = new int[count];
        foreach (var spacing in _spacings)
        {
            _imbalance[spacing.To] += spacing.Weight;
            _imbalance[spacing.From] -= spacing.Weight;
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
        var ready = _stack;
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
            var entering = FindEntering(leaving, out var slack);
            if (entering < 0)
                return;
            Shift(leaving, _spacings[_parentSpacing[leaving]].To == leaving ? slack : -slack);
            Reroot(leaving, entering);
            Traverse();
        }
    }

    /// <summary>Moves subtrees that could be moved without cost into the middle of their room.</summary>
    private void Balance()
    {
        for (var i = _count - 1; i > 0; i--)
        {
            var variable = _order[i];
            if (Math.Abs(_sum[variable]) > Epsilon || FindEntering(variable, out var slack) < 0 || slack < 1)
                continue;
            Shift(variable, (_spacings[_parentSpacing[variable]].To == variable ? slack : -slack) / 2);
        }
    }

    /// <summary>Computes the order of the tree, and for each subtree the sum of its imbalances.</summary>
    private void Traverse()
    {
        Array.Fill(_firstChild, -1);
        for (var variable = _count - 1; variable > 0; variable--)
        {
            _nextSibling[variable] = _firstChild[_parent[variable]];
            _firstChild[_parent[variable]] = variable;
        }

        var at = 0;
        var waiting = 1;
        _stack[0] = 0;
        while (waiting > 0)
        {
            var variable = _stack[--waiting];
            _index[variable] = at;
            _order[at++] = variable;
            _size[variable] = 1;
            _sum[variable] = _imbalance[variable];
            for (var child = _firstChild[variable]; child >= 0; child = _nextSibling[child])
                _stack[waiting++] = child;
        }

        for (var i = _count - 1; i > 0; i--)
        {
            var variable = _order[i];
            _sum[_parent[variable]] += _sum[variable];
            _size[_parent[variable]] += _size[variable];
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

    /// <summary>The constraint with the least slack that stops the subtree of a variable from moving.</summary>
    private int FindEntering(int variable, out double slack)
    {
        var movesUp = _spacings[_parentSpacing[variable]].To == variable;
        var best = -1;
        slack = double.MaxValue;
        var spacings = _spacings;
        var index = _index;
        var start = index[variable];
        var size = (uint)_size[variable];
        for (var number = 0; number < spacings.Length; number++)
        {
            ref readonly var spacing = ref spacings[number];
            var holdsFrom = (uint)(index[spacing.From] - start) < size;
            var holdsTo = (uint)(index[spacing.To] - start) < size;
            if (holdsFrom == holdsTo || holdsFrom != movesUp)
                continue;
            var room = _positions[spacing.To] - _positions[spacing.From] - spacing.Length;
            if (room < slack)
            {
                slack = room;
                best = number;
            }
        }

        return best;
    }

    private bool Contains(int root, int variable) =>
        _index[variable] >= _index[root] && _index[variable] < _index[root] + _size[root];

    private void Shift(int root, double distance)
    {
        for (var i = _index[root]; i < _index[root] + _size[root]; i++)
            _positions[_order[i]] += distance;
    }

    /// <summary>Attaches the subtree of a variable by another constraint.</summary>
    private void Reroot(int root, int entering)
    {
        var spacing = _spacings[entering];
        var variable = Contains(root, spacing.From) ? spacing.From : spacing.To;
        var parent = variable == spacing.From ? spacing.To : spacing.From;
        var number = entering;
        while (true)
        {
            var oldParent = _parent[variable];
            var oldNumber = _parentSpacing[variable];
            _parent[variable] = parent;
            _parentSpacing[variable] = number;
            if (variable == root)
                return;
            parent = variable;
            number = oldNumber;
            variable = oldParent;
        }
    }
}
