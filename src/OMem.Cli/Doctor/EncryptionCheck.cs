using OMem.Cli.Encryption;
using OMem.Cli.Hosting;
using OMem.Cli.Output;

namespace OMem.Cli.Doctor;

/// <summary>Checks the keys of a store that opens: is it encrypted, under which key, is a rotation half done.</summary>
internal static class EncryptionCheck
{
    private const string Name = "encryption";

    /// <summary>The check.</summary>
    public static async Task<DoctorCheck> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var keys = context.Settings.Keys;
        if (!keys.IsGiven)
        {
            return new DoctorCheck(Name, CheckState.Ok, "not encrypted: who can read the file can read the memory ('omem encrypt' changes that)");
        }

        using var masters = keys.Read();
        var status = await KeyStatus.ReadAsync(context.Settings, masters.KeyIds, cancellationToken);
        var detail = $"encrypted (key {masters.KeyIds[0]} from {keys.Origin}), key ring {status.Ring}";
        return status switch
        {
            { Missing.Count: > 0 } => new DoctorCheck(
                Name, CheckState.Fail, $"{detail}; data keys are under {string.Join(", ", status.Missing)} too, which is not given",
                "Give the older key beside the newer one (OMEM_KEY_PREVIOUS, or a further line in the key file), then run 'omem key rotate'."),
            { Outdated: > 0 } => new DoctorCheck(
                Name, CheckState.Warn, $"{detail}; {PairTable.Count(status.Outdated)} data keys are under an older key", "Run 'omem key rotate' to bring them under the newest."),
            _ => new DoctorCheck(Name, CheckState.Ok, detail),
        };
    }

    /// <summary>A store that does not open for its keys.</summary>
    public static DoctorCheck Of(EncryptionException fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return new DoctorCheck(Name, CheckState.Fail, fault.Message, "'omem key status' says which keys are given and which are needed.");
    }
}
