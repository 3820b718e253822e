using System.Diagnostics.CodeAnalysis;

namespace Sentinel.Exchange;

/// <summary>What a call to a venue gave: a value, or an error.</summary>
/// <typeparam name="T">The value.</typeparam>
public sealed record ExchangeResult<T>
    where T : class
{
    internal ExchangeResult(T? value, ExchangeError? error) => (Value, Error) = (value, error);

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    /// <summary>The value; null with an error.</summary>
    public T? Value { get; }

    /// <summary>The error; null with a value.</summary>
    public ExchangeError? Error { get; }
}

/// <summary>Makes results.</summary>
public static class ExchangeResult
{
    /// <summary>A value.</summary>
    public static ExchangeResult<T> Ok<T>(T value)
        where T : class => new(value, null);

    /// <summary>An error.</summary>
    public static ExchangeResult<T> Fail<T>(ExchangeError error)
        where T : class => new(null, error);
}

/// <summary>Why a call gave no value.</summary>
/// <param name="Code">One of <see cref="ExchangeCodes"/>.</param>
/// <param name="Message">The same in a sentence.</param>
/// <param name="IsTransient">Whether the same call may succeed later. The call may have had its effect: ask, or send it again with the same id.</param>
public sealed record ExchangeError(string Code, string Message, bool IsTransient = false);
