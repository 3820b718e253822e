using OMem.Cli.Sessions;
using OMem.Cli.Settings;
using OMem.Encryption;

namespace OMem.Cli.Encryption;

/// <summary>Which keys a store needs, and which are given.</summary>
/// <param name="Store">The store file.</param>
/// <param name="Ring">Its key ring.</param>
/// <param name="Origin">Where the given keys come from.</param>
/// <param name="Given">The ids of the given master keys, the current one first.</param>
/// <param name="DataKeys">Data keys by the master key they are under; the store's own is one of them.</param>
/// <param name="Destroyed">Data keys that were destroyed, whose erase was broken off; the next use of the store finishes it.</param>
internal sealed record KeyStatus(string Store, string Ring, string Origin, IReadOnlyList<string> Given, IReadOnlyList<MasterKeyUse> DataKeys, int Destroyed)
{
    /// <summary>Master keys that data keys are under and that were not given.</summary>
    public IReadOnlyList<string> Missing => [.. DataKeys.Select(static use => use.MasterKeyId).Except(Given, StringComparer.Ordinal)];

    /// <summary>Data keys that are not under the current master key.</summary>
    public int Outdated => Given.Count == 0 ? 0 : DataKeys.Where(use => !string.Equals(use.MasterKeyId, Given[0], StringComparison.Ordinal)).Sum(static use => use.DataKeys);

    /// <summary>Reads the ring; needs no key for it.</summary>
    public static async Task<KeyStatus> ReadAsync(CliSettings settings, IReadOnlyList<string> given, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        await using var ring = StoreFactory.Ring(settings.StorePath);
        var entries = await ring.ListAsync(cancellationToken);
        var uses = entries.Where(static entry => !entry.IsDestroyed)
            .CountBy(static entry => entry.Key!.MasterKeyId, StringComparer.Ordinal)
            .OrderBy(static use => use.Key, StringComparer.Ordinal)
            .Select(static use => new MasterKeyUse(use.Key, use.Value));
        return new KeyStatus(settings.StorePath, ring.Location, settings.Keys.Origin, given, [.. uses], entries.Count(static entry => entry.IsDestroyed));
    }
}

/// <summary>How many data keys are under one master key.</summary>
/// <param name="MasterKeyId">The master key.</param>
/// <param name="DataKeys">How many.</param>
internal sealed record MasterKeyUse(string MasterKeyId, int DataKeys);

/// <summary>What <c>omem key new --output</c> did.</summary>
/// <param name="File">The key file.</param>
/// <param name="KeyIds">The ids of its keys, the fresh one first.</param>
internal sealed record NewKeyOutput(string File, IReadOnlyList<string> KeyIds);

/// <summary>What <c>omem key rotate</c> did.</summary>
/// <param name="Rewrapped">Data keys wrapped anew.</param>
/// <param name="MasterKeyId">The master key all of them are under now.</param>
internal sealed record RotateOutput(int Rewrapped, string MasterKeyId);

/// <summary>What <c>omem encrypt</c> or <c>omem decrypt</c> did.</summary>
/// <param name="From">The store that was read; it was not changed.</param>
/// <param name="To">The store that was written.</param>
/// <param name="MasterKeyId">The master key of the written store; null when it is not encrypted.</param>
/// <param name="Copied">Scopes copied, and found equal afterwards.</param>
/// <param name="AlreadyThere">Scopes that were there already, and are equal.</param>
/// <param name="Interactions">Interactions of both.</param>
internal sealed record StoreCopyOutput(string From, string To, string? MasterKeyId, int Copied, int AlreadyThere, long Interactions);
