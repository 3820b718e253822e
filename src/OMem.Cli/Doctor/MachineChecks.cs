using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using OMem.Cli.Hosting;
using OMem.Cli.Output;
using OMem.Cli.Settings;

namespace OMem.Cli.Doctor;

/// <summary>Checks that need no store: runtime, settings, place and disk.</summary>
internal static class MachineChecks
{
    private const long LeastFreeBytes = 50_000_000;

    /// <summary>The checks, in the order they are shown.</summary>
    public static IEnumerable<DoctorCheck> Run(CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        yield return Runtime();
        yield return Scope(context.Settings);
        yield return Place(context.Settings);
        yield return Disk(context.Settings);
        yield return LlmSettingsCheck.Run(context);
    }

    private static DoctorCheck Runtime()
    {
        var bits = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector.IsHardwareAccelerated ? 128 : 0;
        var detail = string.Create(
            CultureInfo.InvariantCulture,
            $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}, {bits}-bit vectors");
        return bits > 0
            ? new DoctorCheck("runtime", CheckState.Ok, detail)
            : new DoctorCheck("runtime", CheckState.Warn, detail, "Vector search works without SIMD, but is several times slower on this machine.");
    }

    private static DoctorCheck Scope(CliSettings settings) => settings is { Tenant: { } tenant, User: { } user }
        ? new DoctorCheck(
            "scope", CheckState.Ok,
            $"tenant {tenant.Value} ({tenant.Origin}), user {user.Value} ({user.Origin})" + (settings.Agent is { } agent ? $", agent {agent.Value} ({agent.Origin})" : ""))
        : new DoctorCheck("scope", CheckState.Warn, "no tenant or no user given", "Give --tenant and --user to have their memory checked too.");

    private static DoctorCheck Place(CliSettings settings)
    {
        var detail = $"{settings.StorePath} ({settings.Data.Origin})";
        return File.Exists(settings.StorePath)
            ? new DoctorCheck("store file", CheckState.Ok, $"{detail}, {PairTable.Bytes(new FileInfo(settings.StorePath).Length)}")
            : new DoctorCheck("store file", CheckState.Warn, $"{detail} does not exist yet", "Store something with 'omem remember FILE', or give another --data.");
    }

    private static DoctorCheck Disk(CliSettings settings)
    {
        var directory = new DirectoryInfo(settings.Data.Value);
        while (!directory.Exists && directory.Parent is not null)
        {
            directory = directory.Parent;
        }

        var free = new DriveInfo(directory.FullName).AvailableFreeSpace;
        var store = File.Exists(settings.StorePath) ? new FileInfo(settings.StorePath).Length : 0;
        var detail = $"{PairTable.Bytes(free)} free";
        return free switch
        {
            < LeastFreeBytes => new DoctorCheck("disk space", CheckState.Fail, detail, "Make room: writes will fail when the disk is full (nothing stored is lost)."),
            _ when free < store => new DoctorCheck("disk space", CheckState.Warn, detail, "Less than the store's own size is left: a rebuild or a copy may not fit."),
            _ => new DoctorCheck("disk space", CheckState.Ok, detail),
        };
    }
}
