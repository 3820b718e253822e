using System.Collections;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OMem.TestKit.Storage;

/// <summary>Comparisons that see more than equality: offsets of times, bytes, the order of lists and of metadata.</summary>
internal static class Expect
{
    private static readonly JsonSerializerOptions Canonical = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Same<T>(T expected, T actual) =>
        Assert.Equal(JsonSerializer.Serialize(expected, Canonical), JsonSerializer.Serialize(actual, Canonical));

    /// <summary>Fails when a property still has its default value: a sample that leaves one out would not notice that a store loses it.</summary>
    public static T Complete<T>(T sample, params string[] except)
        where T : notnull
    {
        foreach (var property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var value = property.GetValue(sample);
            var isDefault = value is null
                || (value is IEnumerable list and not string && !list.Cast<object>().Any())
                || (property.PropertyType.IsValueType && value.Equals(Activator.CreateInstance(property.PropertyType)));
            Assert.False(isDefault && !except.Contains(property.Name), $"The sample leaves {typeof(T).Name}.{property.Name} at its default.");
        }

        return sample;
    }

    /// <summary>The call is refused with an error of ours or an argument error, or it works.</summary>
    public static async Task<bool> WorksOrIsRefusedAsync(Func<Task> call)
    {
        try
        {
            await call();
            return true;
        }
        catch (Exception fault) when (fault is OMemException or ArgumentException)
        {
            Assert.NotEmpty(fault.Message);
            return false;
        }
    }
}
