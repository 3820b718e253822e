namespace OMem.Cli.Hosting;

/// <summary>The command line, its settings or its input are not valid. The message is shown as it is.</summary>
internal sealed class UsageException(string message, Exception? innerException = null) : Exception(message, innerException);
