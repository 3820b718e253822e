using OMem.ModelConverter.Build;

if (args is not [var lockFolder, var outputFolder, .. var rest] || rest is not ([] or ["--accept"]))
{
    Console.Error.WriteLine("usage: OMem.ModelConverter LOCK_FOLDER OUTPUT_FOLDER [--accept]");
    return 2;
}

try
{
    var build = new ModelBuild(Path.GetFullPath(lockFolder), Path.GetFullPath(outputFolder));
    if (rest is [])
    {
        build.Run();
    }
    else
    {
        build.Accept();
    }

    return 0;
}
catch (Exception fault) when (fault is BuildFault or IOException or InvalidDataException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(fault.Message.ReplaceLineEndings(" "));
    return 1;
}
