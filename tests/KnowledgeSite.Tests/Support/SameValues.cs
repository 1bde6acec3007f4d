using System.Collections;
using System.Reflection;

namespace KnowledgeSite.Tests.Support;

/// <summary>Compares two objects field by field, private fields included, and lists item by item.</summary>
internal static class SameValues
{
    /// <summary>Throws an exception that names the first field with a difference.</summary>
    public static void Assert(object? expected, object? actual) => Compare(expected, actual, "value");

    private static void Compare(object? expected, object? actual, string path)
    {
        if (ReferenceEquals(expected, actual) || expected is Delegate)
            return;
        if (expected is null || actual is null)
            Xunit.Assert.Fail($"{path}: {expected ?? "null"} and {actual ?? "null"}");
        if (expected is string or ValueType && expected.GetType() is { IsPrimitive: true } or { IsEnum: true })
        {
            Xunit.Assert.True(expected.Equals(actual), $"{path}: {expected} and {actual}");
            return;
        }

        if (expected is string)
        {
            Xunit.Assert.True(expected.Equals(actual), $"{path}: '{expected}' and '{actual}'");
            return;
        }

        if (expected is IEnumerable items)
        {
            var left = items.Cast<object?>().ToList();
            var right = ((IEnumerable)actual).Cast<object?>().ToList();
            Xunit.Assert.True(left.Count == right.Count, $"{path}: {left.Count} and {right.Count} items");
            for (var i = 0; i < left.Count; i++)
                Compare(left[i], right[i], $"{path}[{i}]");
            return;
        }

        Xunit.Assert.True(expected.GetType() == actual.GetType(), $"{path}: {expected.GetType()}, {actual.GetType()}");
        for (var type = expected.GetType(); type is not null && type != typeof(object); type = type.BaseType)
            foreach (
                var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                    .Where(f => f.DeclaringType == type && !IsLazy(f.FieldType))
            )
                Compare(field.GetValue(expected), field.GetValue(actual), $"{path}.{field.Name}");
    }

    private static bool IsLazy(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Lazy<>);
}
